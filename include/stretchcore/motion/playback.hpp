#pragma once

#include <array>
#include <cstddef>
#include <span>

#include <stretchcore/export.hpp>
#include <stretchcore/motion/signals.hpp>
#include <stretchcore/stream/recording.hpp>

namespace stretchcore {

/// A recording through the gate and the live filter, some rows at a time and column by column: the same as `take`
/// posture by posture, for a fraction of the time. The recording must outlive it.
class STRETCHCORE_API Playback {
 public:
  /// A row whose time was not refused, with everything that is seen at it.
  struct Row {
    Time time{0};
    Sightings seen;
  };

  Playback(const Recording& recording, const ChannelSet& wanted);

  /// The next rows, until the next call; none at the end.
  std::span<const Row> next();

  /// Rows so far of which something was not taken.
  int rejected() const { return rejected_; }

 private:
  struct Step {
    std::size_t row = 0;
    Lapse since{};  ///< the row before
    bool rejected = false;
  };

  void choose_rows();
  void play(Channel channel);
  void play(Channel a, Channel b);
  bool is_steady(Channel channel, std::size_t row) const;
  std::size_t glide(Channel channel, std::size_t first);
  bool glide(Channel a, Channel b);

  static constexpr std::size_t most_rows = 16;  // few enough to stay in the nearest cache

  const Recording& recording_;
  ChannelSet wanted_;
  SignalState signals_;
  std::size_t row_ = 0;
  std::size_t count_ = 0;
  bool gap_ = false;  ///< one of the steps is so long that the filter begins anew
  ChannelSet rough_;  ///< where the gate had something to say lately
  int rejected_ = 0;
  std::array<Step, most_rows> steps_{};
  std::array<Row, most_rows> rows_{};
};

}  // namespace stretchcore
