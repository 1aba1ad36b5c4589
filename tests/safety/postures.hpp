#pragma once

#include <initializer_list>
#include <string_view>
#include <utility>

#include <stretchcore/safety/evaluate.hpp>

namespace stretchcore {

/// A posture at a time [s] with some angles [°].
inline Posture posture_at(double time, std::initializer_list<std::pair<Channel, double>> angles = {}) {
  Posture posture{seconds(time)};
  for (const auto& [channel, angle] : angles) posture.set(channel, degrees(angle));
  return posture;
}

/// The verdict of a rule on one posture that nothing came before.
inline RuleVerdict verdict_of(std::string_view rule, std::initializer_list<std::pair<Channel, double>> angles) {
  ConditionState state;
  return evaluate(parse_rule(rule), state, posture_at(0, angles));
}

}  // namespace stretchcore
