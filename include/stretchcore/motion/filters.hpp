#pragma once

#include <boost/describe/class.hpp>
#include <cmath>
#include <numbers>

#include <stretchcore/export.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

class Recording;

/// The 1€ filter (Casiez, Roussel, Vogel 2012, doi:10.1145/2207676.2208639), for degrees: quiet where an angle rests,
/// and close behind it where it moves. It knows only the past, so it can be used live.
struct OneEuroPlan {
  double rest_cutoff = 1.5;        ///< of an angle at rest [Hz]
  double cutoff_per_speed = 0.05;  ///< one hertz more for each 20°/s [Hz per °/s]
  double speed_cutoff = 2.0;       ///< of the speed [Hz]
  Time longest_gap{500'000'000};   ///< after a longer one the filter begins anew

  bool operator==(const OneEuroPlan&) const = default;
};
BOOST_DESCRIBE_STRUCT(OneEuroPlan, (), (rest_cutoff, cutoff_per_speed, speed_cutoff, longest_gap))

struct OneEuroState {
  bool begun = false;
  Time at{0};  ///< of the latest value
  Angle raw{};
  Angle smooth{};
  double speed = 0.0;  ///< of the angle, smoothed [°/s]

  bool operator==(const OneEuroState&) const = default;
};
BOOST_DESCRIBE_STRUCT(OneEuroState, (), (begun, at, raw, smooth, speed))

namespace detail {
inline double magnitude(double x) { return std::fabs(x); }
/// Of two numbers at once.
template <class Number>
Number magnitude(Number x) {
  return x > -x ? x : -x;
}

/// What a low pass of first order takes of a new value after `dt` [s]: dt / (τ + dt), where τ is 1 / 2πf.
template <class Number>
Number share_taken(Number cutoff, double dt) {
  const Number x = 2.0 * std::numbers::pi * cutoff * dt;
  return x / (1.0 + x);
}
}  // namespace detail

/// The time between two values, and what follows from it alone: several filters may share it.
struct Lapse {
  Time time{0};
  double seconds = 0.0;
  double speed_share = 0.0;  ///< what the smoothed speed takes of the new one
};

inline Lapse lapse(const OneEuroPlan& plan, Time time) {
  const double dt = to_seconds(time);
  return {time, dt, detail::share_taken(plan.speed_cutoff, dt)};
}

/// The filter itself, from one raw value to the next: what it has smoothed so far goes one step on. In degrees, of one
/// channel or of two at once.
template <class Number>
void follow(const OneEuroPlan& plan, Number& smooth, Number& smooth_speed, Number before, Number value,
            const Lapse& since) {
  const Number speed = (value - before) / since.seconds;
  smooth_speed += since.speed_share * (speed - smooth_speed);
  using detail::magnitude;
  const Number cutoff = plan.rest_cutoff + plan.cutoff_per_speed * magnitude(smooth_speed);
  smooth += detail::share_taken(cutoff, since.seconds) * (value - smooth);
}

/// One value further, over the time that has really passed since the one before. Returns whether the filter began anew
/// with it: then it is taken as it is, at rest.
inline bool step(const OneEuroPlan& plan, OneEuroState& state, Angle value, Time now, const Lapse& since) {
  const bool anew = !state.begun || since.time > plan.longest_gap;
  if (anew) {
    state.smooth = value;
    state.speed = 0.0;
  } else {
    double smooth = state.smooth.degrees();
    follow(plan, smooth, state.speed, state.raw.degrees(), value.degrees(), since);
    state.smooth = degrees(smooth);
  }
  state.begun = true;
  state.at = now;
  state.raw = value;
  return anew;
}

/// `now` is later than the value before.
inline bool step(const OneEuroPlan& plan, OneEuroState& state, Angle value, Time now) {
  return step(plan, state, value, now, lapse(plan, now - state.at));
}

/// The recording without what is faster than `cutoff` [Hz], for pictures and tables: no lag, for it looks ahead. 2 to 4
/// Hz suit stretches, 6 Hz a walk.
///
/// A Butterworth filter of second order runs forward and backward over each column (Winter 2009, Biomechanics and Motor
/// Control, 2.2.4.4: the cutoff is corrected for the two passes), a reflected second before and after. Stretches
/// between gaps of more than half a second are filtered one by one; uneven steps by way of an even grid. What was not
/// seen stays not seen, and what is too slow to hold that frequency stays as it is. Throws `InvalidModel` for an
/// impossible cutoff.
STRETCHCORE_API Recording smooth(const Recording& recording, double cutoff = 4.0);

}  // namespace stretchcore
