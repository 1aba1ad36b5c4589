#pragma once

// One signal followed by hysteresis, out and back.

#include <algorithm>

#include <stretchcore/motion/repetitions.hpp>

namespace stretchcore::detail {

inline constexpr Time settled_after{300'000'000};  // a movement has ended when it has gone no lower for this long

/// One sample further; true when a movement ended.
inline bool follow(StrokeState& s, Angle value, Time now, Angle floor) {
  const Angle onset = floor * 0.5;
  switch (s.stroke) {
    case Stroke::home:
      if (!s.primed || value < s.valley) s.valley = value;
      s.primed = true;
      if (value <= s.valley + onset * 0.25) s.left_valley = now;
      if (value - s.valley < onset) return false;
      s.stroke = Stroke::out;
      s.peak = s.stay_level = value;
      s.peak_time = s.stayed_from = s.stayed_to = now;
      return false;
    case Stroke::out: {
      if (value > s.peak) {
        s.peak = value;
        s.peak_time = now;
      }
      const Angle rise = s.peak - s.valley;
      const Angle near = std::max(rise * 0.1, onset * 0.25);
      if (value > s.stay_level + near) {
        s.stay_level = value;
        s.stayed_from = now;
      }
      if (value >= s.peak - near) s.stayed_to = now;
      if (value > s.peak - std::max(rise * 0.5, onset)) return false;
      s.stroke = Stroke::returning;
      s.low = s.settled_low = value;
      s.settled = now;
      return false;
    }
    case Stroke::returning:
      s.low = std::min(s.low, value);
      if (value < s.settled_low - onset * 0.15) {
        s.settled_low = value;
        s.settled = now;
      }
      if (value < s.low + onset && now - s.settled < settled_after) return false;
      return true;
  }
  return false;
}

inline void go_home(StrokeState& s) {
  s.last_rise = s.peak - s.valley;
  s.last_from = s.left_valley;
  s.last_to = s.settled;
  s.stroke = Stroke::home;
  s.valley = s.low;
  s.left_valley = s.settled;
}

/// Whether the other side moved by so much while this one did.
inline bool at_once(const StrokeState& ended, const StrokeState& other, Angle least) {
  if (other.stroke != Stroke::home) return other.peak - other.valley >= least;
  return other.last_rise >= least && other.last_to > ended.left_valley && other.last_from < ended.settled;
}

/// Of two legs that move at once one leads; the smaller movement only accompanies it.
inline bool accompanies(const StrokeState& ended, const StrokeState& other) {
  const Angle rise = ended.peak - ended.valley;
  if (other.stroke != Stroke::home) return other.peak - other.valley > rise;
  return other.last_rise > rise && other.last_to > ended.left_valley && other.last_from < ended.settled;
}

}  // namespace stretchcore::detail
