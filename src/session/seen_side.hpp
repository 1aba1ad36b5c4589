#pragma once

// What a side shows now, in the direction of the movement.

#include "session/step.hpp"

namespace stretchcore {

inline const ChannelState& channel_of(StepView step, Side side) {
  return step.state.sight.signals_[step.plan.movement.shows[side].channel];
}

inline bool fresh(StepView step, Side side) {
  return health(step.state.sight.signals_, step.plan.movement.shows[side].channel, step.state.now) == Health::fresh;
}

/// Any angle of the channel, as the side shows it.
inline Angle in_direction(StepView step, Side side, Angle value) {
  const Angle zero = zero_of(step.plan.movement, step.state.movement, step.state.sight.neutral);
  return step.plan.movement.shows[side].of(value, zero);
}

inline Angle angle_now(StepView step, Side side) { return in_direction(step, side, channel_of(step, side).smooth()); }

/// How fast it goes further [°/s].
inline double speed_now(StepView step, Side side) {
  const SideSignal& signal = step.plan.movement.shows[side];
  const bool beyond = signal.one_way && angle_now(step, side) <= Angle{};
  return beyond ? 0.0 : channel_of(step, side).speed() * signal.sign;
}

}  // namespace stretchcore
