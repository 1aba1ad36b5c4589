#pragma once

#include <boost/describe/class.hpp>
#include <optional>

#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// Between two inputs so much is a gap: what is watched was not watched meanwhile, and is lost.
inline constexpr Time longest_unwatched{2'000'000'000};
/// In a longer gap the person may have got up, and a sensor may have been moved.
inline constexpr Time away_after{10'000'000'000};
/// A time further ahead than this is no gap but another clock's.
inline constexpr Time longest_absence{3'600'000'000'000};
/// A clock that has jumped is taken over when it has told so much time in order: short enough not to leave a person
/// waiting, and long enough that no single wrong time, nor a burst of old ones, is taken for a clock.
inline constexpr Time adopted_after{2'000'000'000};
/// A report may be so much ahead of what postures and ticks have told: they come up to a second apart.
inline constexpr Time report_ahead{1'000'000'000};

/// What one clock told, and what it is in the session.
struct ToldTime {
  std::optional<Time> told;     ///< the latest time that was believed, as it was told
  Time at{0};                   ///< the same in the session
  Time step{0};                 ///< since the one before
  std::optional<Time> doubted;  ///< the latest that does not fit, as it was told
  Time doubted_from{0};         ///< the first of these
  Time doubted_at{0};           ///< when that came, in the session
  Time unheard{0};              ///< what the other clock told since this one was heard; no more than `away_after`
  bool bridged = false;         ///< while this one is doubted: the other told the time all the while

  bool operator==(const ToldTime&) const = default;
};
BOOST_DESCRIBE_STRUCT(ToldTime, (), (told, at, step, doubted, doubted_from, doubted_at, unheard, bridged))

struct ToldTimes {
  ToldTime postures;
  ToldTime ticks;
  Time latest{0};  ///< the session's time as these two told it, without what reports added

  bool operator==(const ToldTimes&) const = default;
};
BOOST_DESCRIBE_STRUCT(ToldTimes, (), (postures, ticks, latest))

}  // namespace stretchcore
