#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <stretchcore/model/error_model.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/stream/posture.hpp>

namespace stretchcore {

/// Postures over time, one column a channel. A cell that was not seen is NaN in its column.
class Recording {
 public:
  Recording() = default;
  /// Throws `RecordingError` if a time is not finite. Times need not increase: the gate of whoever plays it says so.
  explicit Recording(std::vector<double> time_seconds);

  /// Adds or replaces a column of degrees. Throws `RecordingError` if its length differs from the time's.
  void set(Channel channel, std::vector<double> degrees);

  std::size_t size() const { return time_.size(); }
  bool empty() const { return time_.empty(); }
  ChannelSet channels() const;

  std::span<const double> time() const { return time_; }                ///< [s]
  std::span<const double> column(Channel channel) const;                ///< [°]; empty if there is none
  Posture posture(std::size_t row) const;
  Time start() const;
  Time end() const;

  /// What measured it, where the file or the caller says so.
  std::optional<Source> source;

  bool operator==(const Recording&) const = default;

 private:
  std::vector<double> time_;
  std::array<std::vector<double>, channel_count> columns_;
};

}  // namespace stretchcore
