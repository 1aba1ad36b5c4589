#include <stretchcore/simulation/virtual_person.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_other_exercises_test {

using namespace stretchcore;

namespace {

struct Guided {
  Session session;
  std::vector<Event> events;
};

Guided guided(const std::string& exercise, Traits traits, SessionOptions options = {}) {
  Guided result{Session{exercise_of(exercise), {}, measured(std::move(options))}, {}};
  VirtualPerson person{11, std::move(traits)};
  person.follow(result.session, [&](const Event& event) { result.events.push_back(event); });
  return result;
}

Traits flexible() { return {.easy_left = degrees(36), .easy_right = degrees(40)}; }

/// The time spent stretching with each side at work, without the rests between.
Bilateral<Time> time_by_side(const std::vector<Event>& events) {
  Bilateral<Time> spent{};
  std::optional<Side> side;
  bool stretching = false;
  Time since{0};
  const auto add = [&](Time now) {
    if (stretching && side) spent[*side] += now - since;
    since = now;
  };
  for (const Event& event : events) {
    if (const auto* change = std::get_if<PhaseChanged>(&event)) {
      add(change->time);
      stretching = change->to == Phase::stretching;
    } else if (const auto* turn = std::get_if<SideChanged>(&event)) {
      add(turn->time);
      side = turn->side;
    }
  }
  return spent;
}

}  // namespace

TEST_CASE("each exercise that is only data is guided to finished, seen or not, and its course is the same") {
  for (const std::string name : {"strap-hamstring-hold", "pelvic-tilts", "bent-knee-fallout",
                                 "seated-inner-thigh-stretch", "leg_swings", "cat_cow", "squat", "side_lunge"}) {
    for (const bool seen : {true, false}) {
      CAPTURE(name, seen);
      Traits traits = flexible();
      traits.seen = seen;
      if (name == "leg_swings") traits.cycle = seconds(2);
      const Guided result = guided(name, traits);
      CHECK(result.session.phase() == Phase::finished);
      const Summary summary = result.session.summary();
      const bool between = exercise_of(name).movement.direction == MotionDirection::both;
      CHECK(summary.range_before.left.known() == (seen && !between));
      CHECK((summary.offered_openings > 0) == !seen);
      CHECK(summary.repetitions.empty() == !seen);
      CHECK(count_of(result.events, Moment::come_out) >= 2);
      CHECK_FALSE(summary.text("en").empty());
      CHECK(all<SessionEnded>(result.events).size() == 1);
      for (const Event& event : result.events) {
        CHECK(result.session.text(event, "en").find('{') == std::string::npos);
      }
    }
  }
}

TEST_CASE("a one-sided hold is held on each side for the same time, with the change of side said in between") {
  const Guided result = guided("strap-hamstring-hold", flexible());
  Bilateral<int> holds{};
  for (const HoldCompleted& hold : all<HoldCompleted>(result.events)) {
    REQUIRE(hold.side.has_value());
    ++holds[*hold.side];
    CHECK(hold.kept >= seconds(20));
    CHECK(hold.kept < seconds(21));
  }
  const int blocks = static_cast<int>(all<SetCompleted>(result.events).size());
  CHECK(blocks >= 1);
  CHECK(holds.left == 2 * blocks);
  CHECK(holds.right == holds.left);
  CHECK(count_of(result.events, Moment::switch_side) >= blocks);
  std::optional<Side> before;
  for (const SideChanged& change : all<SideChanged>(result.events)) {
    CHECK(change.side != before);
    before = change.side;
  }
}

TEST_CASE("a one-sided hold has a target of its own for each side, from that side's own range") {
  const Guided result = guided("strap-hamstring-hold", flexible());
  const Summary summary = result.session.summary();
  Bilateral<int> targets{};
  for (const TargetChanged& change : all<TargetChanged>(result.events)) {
    if (!change.target) continue;
    REQUIRE(change.side.has_value());
    ++targets[*change.side];
    if (change.target->limited_by == Limit::side_that_stops_first) CHECK(change.target->side == change.side);
    CHECK(change.target->angle <= summary.range_before[*change.side].value + degrees(5));
  }
  CHECK(targets.left >= 1);
  CHECK(targets.right == targets.left);
}

TEST_CASE("without a sensor a one-sided hold gives each side the same time to the second") {
  Traits traits = flexible();
  traits.seen = false;
  const Guided result = guided("strap-hamstring-hold", traits);
  const Bilateral<Time> spent = time_by_side(result.events);
  CHECK(all<HoldCompleted>(result.events).empty());  // offered, not seen
  CHECK(spent.left > seconds(40));
  CHECK(count_of(result.events, Moment::hold) % 4 == 0);
  CHECK(result.session.summary().offered_openings % 2 == 0);
}

TEST_CASE("an alternating swing takes its sides in turn, as often left as right") {
  Traits traits = flexible();
  traits.cycle = seconds(2);
  const Guided result = guided("leg_swings", traits);
  Bilateral<int> swings{};
  std::optional<Side> before;
  int in_turn = 0;
  for (const RepetitionCompleted& done : all<RepetitionCompleted>(result.events)) {
    if (!done.repetition.held) continue;
    REQUIRE(done.repetition.side.has_value());
    ++swings[*done.repetition.side];
    in_turn += before && before != done.repetition.side ? 1 : 0;
    before = done.repetition.side;
  }
  CHECK(swings.left >= 9);
  CHECK(std::abs(swings.left - swings.right) <= 2);
  CHECK(in_turn >= swings.left + swings.right - 3);
}

TEST_CASE("without a sensor an alternating swing is paced side by side") {
  Traits traits = flexible();
  traits.seen = false;
  const Guided result = guided("leg_swings", traits);
  Bilateral<int> turns{};
  for (const SideChanged& change : all<SideChanged>(result.events)) ++turns[change.side];
  CHECK(turns.left >= 10);
  CHECK(std::abs(turns.left - turns.right) <= 1);
}

TEST_CASE("a movement of the midline has no sides anywhere") {
  const Guided result = guided("cat_cow", {.easy_left = degrees(45), .easy_right = degrees(45)});
  const Summary summary = result.session.summary();
  CHECK(all<SideChanged>(result.events).empty());
  CHECK_FALSE(summary.asymmetry.tighter_side);
  CHECK(summary.asymmetry.verdict == AsymmetryVerdict::undetermined);
  for (const Repetition& r : summary.repetitions) {
    CHECK_FALSE(r.side);
    CHECK(r.reach.left == r.reach.right);
  }
  CHECK(count_of(result.events, Moment::side_determined) == 0);
  CHECK(count_of(result.events, Moment::ask_side) == 0);
  CHECK(all<QuestionAsked>(result.events).size() >= 1);
}

TEST_CASE("an exercise that is not after range neither measures again nor claims a gain, and keeps a fifth away") {
  Exercise gentle = inner_thigh();
  gentle.dose.goal = Goal::move_easily;
  Rehearsal rehearsal{Session{gentle}, {.reply = agreeable}};
  rehearsal.play();
  const Summary summary = rehearsal.session.summary();
  CHECK(rehearsal.session.phase() == Phase::finished);
  CHECK(summary.gain.verdict == GainVerdict::undetermined);
  CHECK_FALSE(summary.range_after.left.known());
  for (const TargetChanged& change : all<TargetChanged>(rehearsal.events)) {
    if (change.target) CHECK(change.target->angle <= share_of_way(rehearsal.session, Side::left, 0.8));
  }
}

TEST_CASE("an exercise may press before it holds") {
  Exercise pressing = exercise_of("strap-hamstring-hold");
  pressing.movement.effort = ContractRelax{seconds(5), seconds(12), 1};
  for (const bool sensor : {true, false}) {
    Rehearsal rehearsal{Session{pressing, {}, measured()},
                        {.easy = {degrees(60), degrees(66)}, .sensor = sensor, .reply = agreeable}};
    rehearsal.play();
    CHECK(rehearsal.session.phase() == Phase::finished);
    CHECK(count_of(rehearsal.events, Moment::press) >= 2);
    CHECK(count_of(rehearsal.events, Moment::hold) >= 2);
    for (const HoldCompleted& hold : all<HoldCompleted>(rehearsal.events)) CHECK(hold.kept >= seconds(17));
    CHECK((all<HoldCompleted>(rehearsal.events).size() >= 2) == sensor);
  }
}

}  // namespace session_other_exercises_test
