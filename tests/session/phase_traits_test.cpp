#include "session/phase_traits.hpp"

#include "catch.hpp"
#include "session/people.hpp"

namespace session_phase_traits_test {

using namespace stretchcore;

namespace {

/// A pause keeps the stage of the phase that it paused.
bool at_its_stage(const State& state) {
  const bool paused = state.course.phase == Phase::paused;
  return belongs(state.course.stage, paused ? state.intermission.phase : state.course.phase);
}

}  // namespace

TEST_CASE("a stage is always one of its phase") {
  const Exercise exercise =
      exercise_of(GENERATE(as<std::string>{}, "dynamic-inner-thigh-stretch", "strap-hamstring-hold", "leg_swings"));
  const bool sensor = GENERATE(true, false);
  Rehearsal rehearsal{Session{exercise, screened(exercise), measured()},
                      {.rate = 10, .sensor = sensor, .reply = agreeable}};
  const auto check = [&] { REQUIRE(at_its_stage(inside(rehearsal.session))); };
  check();
  SECTION("to the end") { rehearsal.play(check); }
  SECTION("through pauses, by feel, and a stop") {
    for (const double until : {20.0, 70.0, 110.0, 170.0}) {
      while (rehearsal.now < seconds(until) && !rehearsal.session.over()) {
        rehearsal.step();
        check();
      }
      rehearsal.give(Command{{}, Action::pause});
      check();
      rehearsal.play_for(seconds(3));
      rehearsal.give(Command{{}, Action::resume});
      check();
      rehearsal.body.sensor = sensor && until < 100.0;
    }
    rehearsal.give(Command{{}, Action::stop});
    rehearsal.play(check);
  }
  CHECK(rehearsal.session.over());
}

TEST_CASE("what a phase is stands in one table") {
  CHECK(traits(Phase::stretching).moving);
  CHECK(traits(Phase::paused).guiding);
  CHECK_FALSE(traits(Phase::paused).moving);
  CHECK_FALSE(traits(Phase::paused).leaving);
  CHECK(traits(Phase::stopped).leaving);
  CHECK_FALSE(traits(Phase::ready).capped);
  CHECK(belongs(Stage::side_check, Phase::setting_up));
  CHECK_FALSE(belongs(Stage::offering, Phase::stretching));
}

}  // namespace session_phase_traits_test
