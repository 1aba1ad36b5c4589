#include "catch.hpp"
#include "session/people.hpp"

namespace session_one_working_side_test {

using namespace stretchcore;

namespace {

Rehearsal of_one_side(const Exercise& exercise, Side immobile, Body body) {
  Person person = screened(exercise);
  person.immobile_side = immobile;
  body.reply = agreeable;
  return Rehearsal{Session{exercise, person, measured()}, body};
}

}  // namespace

TEST_CASE("with a missing or immobile side the other works alone, has its own target, and nothing is compared") {
  for (const Side immobile : both_sides) {
    const Side works = opposite(immobile);
    for (const std::string id :
         {"dynamic-inner-thigh-stretch", "bent-knee-fallout", "strap-hamstring-hold", "seated-inner-thigh-stretch"}) {
      CAPTURE(name(immobile), id);
      Body body{.easy = {degrees(50), degrees(55)}};
      body.hidden.insert(channel(*catalog().at(id).movement.motion, immobile));  // there is nothing to see
      Rehearsal rehearsal = of_one_side(catalog().at(id), immobile, body);
      rehearsal.play();
      const Summary summary = rehearsal.session.summary();
      CHECK(rehearsal.session.phase() == Phase::finished);
      CHECK(summary.range_before[works].known());
      CHECK_FALSE(summary.range_before[immobile].known());
      CHECK(summary.asymmetry == Asymmetry{});
      CHECK(all<SignalLost>(rehearsal.events).empty());
      CHECK(count_of(rehearsal.events, Moment::switch_side) == 0);
      CHECK(count_of(rehearsal.events, Moment::side_determined) == 0);
      int targets = 0;
      for (const TargetChanged& change : all<TargetChanged>(rehearsal.events)) {
        if (!change.target) continue;
        ++targets;
        CHECK(change.side == works);
        CHECK((!change.target->side || change.target->side == works));
      }
      CHECK(targets >= 1);
      for (const SideChanged& change : all<SideChanged>(rehearsal.events)) CHECK(change.side == works);
      for (const Repetition& r : summary.repetitions) CHECK(r.side == works);
    }
  }
}

TEST_CASE("a prosthesis that is seen to move is not counted, and holds nothing back") {
  Body body{.easy = {degrees(50), degrees(55)}};
  Rehearsal alone = of_one_side(inner_thigh(), Side::left, body);
  alone.play();
  CHECK(alone.session.phase() == Phase::finished);
  CHECK_FALSE(alone.session.summary().repetitions.empty());
  for (const Repetition& r : alone.session.summary().repetitions) CHECK(r.side == Side::right);
}

TEST_CASE("without a sensor one working side is paced alone, and its side is not asked for") {
  Rehearsal rehearsal = of_one_side(inner_thigh(), Side::right, {.sensor = false});
  rehearsal.play();
  CHECK(rehearsal.session.phase() == Phase::finished);
  CHECK(count_of(rehearsal.events, Moment::ask_side) == 0);
  CHECK(count_of(rehearsal.events, Moment::switch_side) == 0);
  CHECK(rehearsal.session.summary().offered_openings > 0);
}

TEST_CASE("no words speak of both sides to whoever moves one") {
  Rehearsal rehearsal = of_one_side(inner_thigh(), Side::left, {.easy = {degrees(50), degrees(55)}});
  rehearsal.play();
  for (const CueNote& cue : rehearsal.session.summary().cues) {
    CAPTURE(cue.text);
    CHECK(cue.text.find("Both your legs") == std::string::npos);
    CHECK(cue.text.find("Both share") == std::string::npos);
  }
}

}  // namespace session_one_working_side_test
