#include <stretchcore/model/movement.hpp>

#include "catch.hpp"
#include "model/refusal.hpp"

namespace model_movement_test {

using namespace stretchcore;
using namespace stretchcore::literals;

TEST_CASE("a motion of the midline has no sides, and every other has") {
  for (std::size_t m = 0; m < detail::enumerator_count<Motion>; ++m) {
    for (const Sides sides : {Sides::together, Sides::alternating, Sides::one, Sides::midline}) {
      const auto motion = static_cast<Motion>(m);
      const std::string said = refusal(Movement{.motion = motion, .sides = sides, .counted_by = CountedBy::leading});
      // A motion of the midline whose ends are left and right may have these for sides.
      const bool ends = !paired(motion) && mirror_sign(channel(motion, Side::left)) < 0.0;
      const bool in_turn = sides == Sides::alternating || sides == Sides::one;
      CHECK(said.empty() == (paired(motion) == (sides != Sides::midline) || (ends && in_turn)));
    }
  }
  CHECK(refusal(Movement{.motion = Motion::spine_rotation}) ==
        "sides: together does not fit spine_rotation, which has no sides; write midline, or alternating for one end "
        "after the "
        "other");
  CHECK(refusal(Movement{.motion = Motion::hip_abduction, .sides = Sides::midline}) ==
        "sides: midline does not fit hip_abduction, which has a left and a right");
}

TEST_CASE("only sides that move together are counted by their sum or mean") {
  for (const CountedBy by : {CountedBy::sum, CountedBy::mean}) {
    CHECK(refusal(Movement{.motion = Motion::hip_abduction, .counted_by = by}).empty());
    CHECK_FALSE(refusal(Movement{.motion = Motion::hip_abduction, .sides = Sides::one, .counted_by = by}).empty());
  }
  CHECK(refusal(Movement{.motion = Motion::hip_abduction, .sides = Sides::one}) ==
        "counted_by: sum needs both sides together; write leading");
}

TEST_CASE("no floor is where the movement cannot reach") {
  CHECK(refusal(Movement{.motion = Motion::hip_abduction, .floor_level = 170_deg, .anatomy = 85_deg}).empty());
  CHECK(refusal(Movement{.motion = Motion::hip_abduction, .floor_level = 171_deg, .anatomy = 85_deg}) ==
        "floor_level: 171° exceeds 170°");
  CHECK(refusal(Movement{.motion = Motion::hip_abduction, .counted_by = CountedBy::mean, .floor_level = 86_deg}) ==
        "floor_level: 86° exceeds 85°");
  CHECK(refusal(Movement{.motion = Motion::hip_abduction, .floor_amplitude = 0_deg}) ==
        "floor_amplitude: 0° is below 1°");
  CHECK(refusal(Movement{.motion = Motion::hip_abduction, .anatomy = 181_deg}) == "anatomy: 181° exceeds 180°");
}

TEST_CASE("the shortest repetition is no longer than the tempo of the exercise") {
  CHECK(refusal(Movement{.motion = Motion::hip_abduction, .effort = Repeat{1_s, 1_s}, .shortest_repetition = 2_s})
            .empty());
  CHECK(refusal(Movement{.motion = Motion::hip_abduction, .effort = Repeat{1_s, 1_s}, .shortest_repetition = 3_s}) ==
        "shortest_repetition: 3 s exceeds 2 s");
}

TEST_CASE("a wrong tempo is found through the movement") {
  CHECK(refusal(Movement{.motion = Motion::hip_abduction, .effort = Hold{.duration = 400_s}}) ==
        "effort.duration: 400 s exceeds 300 s");
}

}  // namespace model_movement_test
