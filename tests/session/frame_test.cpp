#include <algorithm>

#include <stretchcore/session/frame.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_frame_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

const Plan& plan() {
  static const Plan of{inner_thigh()};
  return of;
}

Rehearsal framed(const Frame& frame) {
  return Rehearsal{Session{plan(), screened(inner_thigh()), frame}, {.rate = 10, .reply = agreeable}};
}

Rehearsal played(const Frame& frame) {
  Rehearsal rehearsal = framed(frame);
  rehearsal.play();
  return rehearsal;
}

int given(const Rehearsal& rehearsal, Moment moment) {
  int count = 0;
  for (const CueGiven& cue : all<CueGiven>(rehearsal.events)) count += cue.moment == moment ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("the default frame is a session by itself") {
  Rehearsal plain{Session{inner_thigh(), screened(inner_thigh())}, {.rate = 10, .reply = agreeable}};
  plain.play();
  CHECK(played({}).events == plain.events);
}

TEST_CASE("a person who is in position already is not led into it") {
  const Rehearsal rehearsal = played({.entry = WayIn::in_position});
  CHECK(given(rehearsal, Moment::settle) == 0);
  CHECK(given(rehearsal, Moment::come_out) > 0);
  CHECK(rehearsal.session.summary().repetitions.size() > 5);
}

TEST_CASE("also in position a person is asked what this exercise needs to know, and hears what to change") {
  Rehearsal unknown{Session{plan(), {}, {.entry = WayIn::in_position}}, {.rate = 10}};
  unknown.play_for(seconds(20));
  REQUIRE_FALSE(all<QuestionAsked>(unknown.events).empty());
  CHECK(all<QuestionAsked>(unknown.events)[0].kind == QuestionKind::health);

  Person loose = screened(inner_thigh());
  loose.facts["hypermobility"] = Fact::yes;
  Rehearsal changed{Session{plan(), loose, {.entry = WayIn::in_position}}, {.rate = 10, .reply = agreeable}};
  changed.play();
  CHECK(given(changed, Moment::caution) == 1);
}

TEST_CASE("a person in position who may not do the exercise is led out of it, not left there") {
  Person person;
  person.facts["hip_replacement"] = Fact::yes;
  Rehearsal rehearsal{Session{plan(), person, {.entry = WayIn::in_position}}};
  rehearsal.play();
  CHECK(rehearsal.session.summary().end_reason == EndReason::needs_clearance);
  CHECK(given(rehearsal, Moment::clearance) == 1);
  CHECK(given(rehearsal, Moment::come_out) > 0);
}

TEST_CASE("who stays in position hears nothing of a way out, unless something is wrong", "[SR-12]") {
  const Rehearsal rehearsal = played({.exit = Ending::stay});
  CHECK(rehearsal.session.phase() == Phase::finished);
  CHECK(given(rehearsal, Moment::come_out) == 0);
  CHECK(given(rehearsal, Moment::farewell) == 0);
  CHECK(all<SessionEnded>(rehearsal.events).size() == 1);

  Rehearsal stopped = framed({.exit = Ending::stay});
  REQUIRE(stopped.play_to(Phase::stretching, Stage::opening));
  stopped.give(SymptomReport{{}, Symptom::tingling, {}});
  stopped.play();
  CHECK(stopped.session.phase() == Phase::stopped);
  CHECK(given(stopped, Moment::stop) > 0);

  Rehearsal closed = framed({.exit = Ending::stay});
  REQUIRE(closed.play_to(Phase::stretching, Stage::opening));
  closed.session.finish(closed.now);
  bool led_out = false;
  for (const Event& event : closed.session.events()) {
    const auto* cue = std::get_if<CueGiven>(&event);
    led_out = led_out || (cue && cue->moment == Moment::come_out);
  }
  CHECK(led_out);
}

TEST_CASE("between two sessions the person lies where they are, and STOP leads them out from there", "[SR-12]") {
  Rehearsal before = framed({.entry = WayIn::in_position});
  before.give(Command{0_s, Action::stop});
  Rehearsal after = framed({.exit = Ending::stay});
  after.play();
  REQUIRE(after.session.phase() == Phase::finished);
  after.give(Command{{}, Action::stop});
  for (Rehearsal* between : {&before, &after}) {
    CHECK(between->session.phase() == Phase::stopped);
    CHECK(given(*between, Moment::stop) == 1);
  }

  Rehearsal enough = framed({.entry = WayIn::in_position});
  enough.give(Command{0_s, Action::enough});
  CHECK(enough.session.phase() == Phase::coming_out);
  Session closed{plan(), {}, {.entry = WayIn::in_position}};
  closed.finish(1_s);
  CHECK_FALSE(all<CueGiven>({closed.events().begin(), closed.events().end()}).empty());
}

TEST_CASE("who rests or is waited for is led out, also where the frame would leave them in position", "[SR-12]") {
  Rehearsal rehearsal = framed({.exit = Ending::stay});
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.give(SymptomReport{{}, Symptom::cramp, {}});
  REQUIRE(rehearsal.session.phase() == Phase::paused);
  rehearsal.give(Command{{}, Action::enough});
  CHECK(rehearsal.session.phase() == Phase::coming_out);
  rehearsal.play();
  CHECK(given(rehearsal, Moment::come_out) > 0);
}

TEST_CASE("a frame asks for less than the exercise, never for more") {
  const Rehearsal less = played({.measure = Measure::sometimes, .blocks = 1, .repetitions = 4});
  REQUIRE(all<SetCompleted>(less.events).size() == 1);
  CHECK(all<SetCompleted>(less.events)[0].repetitions == 4);
  CHECK_FALSE(less.session.summary().range_after.left.known());
  const Rehearsal usual = played({});
  const Rehearsal more = played({.blocks = 1000, .repetitions = 1000});
  CHECK(more.events == usual.events);
}

TEST_CASE("what was said before, today or in other sessions, is not said again at length") {
  CHECK(given(played({}), Moment::symptom_notice) == 1);
  CHECK(given(played({.notice_given = true}), Moment::symptom_notice) == 0);
  Session often{inner_thigh(), screened(inner_thigh()), {.sessions_before = 5}};
  Rehearsal known{std::move(often), {.rate = 10, .reply = agreeable}};
  known.play();
  CHECK(played({.sessions_before = 5}).events == known.events);
}

TEST_CASE("the side that begins can be chosen; both get the same, and sides that are held together have none") {
  for (const std::string id : {"forearm-front-hold", "ankle-pumps", "dynamic-inner-thigh-stretch"}) {
    CAPTURE(id);
    const Exercise& exercise = catalog().at(id);
    Bilateral<std::vector<Side>> turns;
    for (const Side first : both_sides) {
      const Frame frame{.first_side = first};
      Rehearsal rehearsal{Session{Plan{exercise}, screened(exercise), frame}, {.rate = 10, .reply = agreeable}};
      rehearsal.play();
      for (const SideChanged& change : all<SideChanged>(rehearsal.events)) turns[first].push_back(change.side);
    }
    const bool sided = exercise.movement.sides != Sides::together;
    REQUIRE(turns.left.empty() != sided);
    if (!sided) continue;
    CHECK(turns.left.front() == Side::left);
    for (Side& side : turns.right) side = opposite(side);
    CHECK(turns.left == turns.right);
  }
}

namespace {

/// Guided by feel, in a row of stretches or alone.
Rehearsal by_feel(const Exercise& exercise, const Frame& frame, const SessionOptions& options = {}) {
  SessionOptions alone = options;
  alone.sensor = Sensor::none;
  Rehearsal rehearsal{Session{Plan{exercise, alone}, screened(exercise), frame}, {.rate = 10, .reply = agreeable}};
  rehearsal.play();
  return rehearsal;
}

Frame next_in_a_row() {
  return {.entry = WayIn::from_another,
          .exit = Ending::stay,
          .measure = Measure::never,
          .blocks = 1,
          .notice_given = true,
          .feel_told = true};
}

int settling_cues(const Exercise& exercise) {
  return static_cast<int>(std::count_if(exercise.cues.begin(), exercise.cues.end(),
                                        [](const Cue& cue) { return cue.moment == Moment::settle; }));
}

}  // namespace

TEST_CASE("whoever goes on with another exercise in the same position hears how it is set up, and begins") {
  for (const auto& [id, exercise] : catalog()) {
    CAPTURE(id);
    const Rehearsal rehearsal = by_feel(exercise, next_in_a_row());
    CHECK(rehearsal.session.phase() == Phase::finished);
    const int settling = settling_cues(exercise);
    CHECK(given(rehearsal, Moment::settle) == (settling > 1 ? settling - 1 : settling));
    CHECK(given(rehearsal, Moment::by_feel) == 0);
    CHECK(given(rehearsal, Moment::symptom_notice) == 0);
    CHECK(given(rehearsal, Moment::ask_ready) == 0);
    CHECK(given(rehearsal, Moment::come_out) == 0);
  }
}

TEST_CASE("a frame that never measures goes straight to the block and ends after it, by feel too") {
  for (const auto& [id, exercise] : catalog()) {
    CAPTURE(id);
    const Rehearsal rehearsal = by_feel(exercise, {.measure = Measure::never, .blocks = 1});
    CHECK(rehearsal.session.phase() == Phase::finished);
    CHECK(given(rehearsal, Moment::practice) == 0);
    CHECK(given(rehearsal, Moment::measure) == 0);
    CHECK(given(rehearsal, Moment::remeasure) == 0);
    CHECK(given(rehearsal, Moment::ask_change) == 0);
    CHECK(given(rehearsal, Moment::block) >= 1);
    CHECK(given(rehearsal, Moment::symptom_check) == 1);  // what may be wrong is asked all the same
    for (const PhaseChanged& change : all<PhaseChanged>(rehearsal.events)) CHECK(change.to != Phase::measuring);
    CHECK(all<SetCompleted>(rehearsal.events).size() == 1);
  }
}

TEST_CASE("in a row both sides are held for the same time, and each is named before it begins") {
  for (const auto& [id, exercise] : catalog()) {
    if (exercise.movement.sides != Sides::one) continue;
    CAPTURE(id);
    const Rehearsal rehearsal = by_feel(exercise, next_in_a_row());
    Bilateral<int> tones{};
    Side now = Side::left;
    for (const Event& event : rehearsal.events) {
      if (const auto* const turn = std::get_if<SideChanged>(&event)) now = turn->side;
      const auto* const guide = std::get_if<Guide>(&event);
      if (guide && guide->kind == GuideKind::home) ++tones[now];
    }
    CHECK(tones.left == tones.right);
    CHECK(tones.left > 0);
  }
}

TEST_CASE("options that never measure still try out by feel where a session stands alone") {
  const Rehearsal rehearsal = by_feel(catalog().at("knee-rolls"), {}, {.measure = Measure::never});
  CHECK(given(rehearsal, Moment::practice) == 1);
}

TEST_CASE("a frame is kept in the state") {
  const Frame frame{.exit = Ending::stay, .repetitions = 5};
  Rehearsal rehearsal = framed(frame);
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  const Session again{plan(), screened(inner_thigh()), rehearsal.session.state()};
  CHECK(again.frame() == frame);
  CHECK(again.state() == rehearsal.session.state());
}

TEST_CASE("a frame with a number that is none is refused, by field") {
  CHECK_THROWS_WITH((Session{plan(), {}, {.blocks = 0}}), Catch::StartsWith("blocks"));
  CHECK_THROWS_WITH((Session{plan(), {}, {.repetitions = -1}}), Catch::StartsWith("repetitions"));
  CHECK_THROWS_WITH((Session{plan(), {}, {.sessions_before = -1}}), Catch::StartsWith("sessions_before"));
}

}  // namespace session_frame_test
