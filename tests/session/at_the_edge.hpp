#pragma once

#include <cstdint>

#include <stretchcore/simulation/virtual_person.hpp>

#include "session/people.hpp"

namespace stretchcore {
inline namespace session_tests {

/// People who go too far, whose pelvis lies tilted, whose knees and sensor are at the edge of what is allowed.
inline Traits at_the_edge(std::uint64_t seed) {
  Dice dice{seed};
  Traits traits;
  traits.obedience = 0.5 + 0.5 * dice.next();
  traits.easy_right = traits.easy_left + degrees(4.0 + 4.0 * dice.next());
  traits.spread = degrees(2.0 + dice.next());
  traits.sensor_noise = degrees(1.0 + 0.8 * dice.next());
  traits.list = degrees(5.0 + 2.0 * dice.next());
  traits.cycle = seconds(3.5 + 1.5 * dice.next());
  traits.sees_pelvis = true;
  traits.lost = seed % 3 == 0 ? 0.1 : 0.0;
  traits.settles_in = seconds(4);
  traits.knees = degrees(-3.5 - 3.0 * dice.next());
  if (seed % 5 == 0) {
    traits.symptom = Symptom::tingling;
    traits.symptom_at = seconds(60.0 + 50.0 * dice.next());
  }
  return traits;
}

/// Words that ask her to change something.
inline bool corrects(Moment moment) { return moment == Moment::over_target || moment == Moment::rule; }

/// Whether she is to move now; what rules find at rest is answered when she does.
inline bool exercises(const Session& session) {
  const Stage stage = inside(session).course.stage;
  const Phase phase = session.phase();
  const bool moving = phase == Phase::measuring || phase == Phase::stretching || phase == Phase::remeasuring;
  return moving && (stage == Stage::practising || stage == Stage::opening);
}

}  // namespace session_tests
}  // namespace stretchcore
