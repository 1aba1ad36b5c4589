#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/error_model.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/stream/posture.hpp>

namespace stretchcore {

/// Postures over time, one column a channel, rows in the order they came. A cell that was not seen is NaN in its
/// column.
class STRETCHCORE_API Recording {
 public:
  Recording() = default;
  /// Throws `RecordingError` for a time that is not finite or more than a century from zero. Times need not
  /// increase: a session that plays the recording rejects those that do not, each with an event.
  explicit Recording(std::vector<double> time_seconds);

  /// Adds or replaces a column of degrees. Throws `RecordingError` if its length differs from the time's.
  void set(Channel channel, std::vector<double> degrees);

  std::size_t size() const { return time_.size(); }
  bool empty() const { return time_.empty(); }
  const ChannelSet& channels() const { return channels_; }

  std::span<const double> time() const { return time_; }  ///< [s]
  /// The angles of a channel [°], NaN where it was not seen; empty if there is no such column.
  std::span<const double> column(Channel channel) const { return columns_[index(channel)]; }
  /// One row, `row < size()`.
  Posture posture(std::size_t row) const;
  Time start() const;  ///< of the first row; zero if there is none
  Time end() const;    ///< of the last row; zero if there is none

  /// What measured it, where the file or the caller says so.
  std::optional<Source> source;

  /// The same times, channels, source and angles; a cell that was not seen equals another that was not seen.
  bool operator==(const Recording& other) const;

 private:
  std::vector<double> time_;
  ChannelSet channels_;
  std::array<std::vector<double>, channel_count> columns_;
};

}  // namespace stretchcore
