// One side after the other: who changes is told, has time to do it, and gets as much on one side as on the other.

#include "catch.hpp"
#include "session/follower.hpp"
#include "session/inside.hpp"
#include "session/listening.hpp"

namespace session_turns_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

bool instructs(Moment moment) {
  return moment == Moment::practice || moment == Moment::measure || moment == Moment::block ||
         moment == Moment::work_side || moment == Moment::go_out;
}

/// Where the strap is, by what was said of it, and since when it has been there.
struct Strap {
  std::optional<Side> on;
  Time since{0};
  int changes = 0;

  void hear(const CueGiven& cue, const std::string& text) {
    const bool placed = cue.moment == Moment::settle || cue.moment == Moment::switch_side;
    const auto side = side_heard(text);
    if (!placed || !side) {
      if (instructs(cue.moment) && side) {
        CHECK(side == on);
        if (changes > 0) CHECK(cue.time - since >= 15_s);
      }
      return;
    }
    CHECK(side != on);
    changes += on ? 1 : 0;
    on = side;
    since = cue.time;
  }
};

Bilateral<Time> held(const Summary& summary) {
  Bilateral<Time> sum{};
  for (const HoldNote& hold : summary.holds) sum[*hold.side] += hold.kept;
  return sum;
}

Body limber(bool seen) { return {.easy = {degrees(60), degrees(66)}, .sensor = seen, .reply = agreeable}; }

/// A whole session of a limber person who wants another block whenever they are asked.
Rehearsal played_to_the_end(const Exercise& exercise, bool seen, SessionOptions options = {}) {
  if (!seen) options.sensor = Sensor::none;
  Body body = limber(seen);
  body.reply = [](QuestionKind kind) {
    return kind == QuestionKind::more ? std::optional{Choice::more} : agreeable(kind);
  };
  Rehearsal rehearsal{Session{exercise, screened(exercise), measured(options)}, body};
  rehearsal.play();
  return rehearsal;
}

}  // namespace

TEST_CASE("the strap is where each movement needs it: every change of side is said, and has its time") {
  const Exercise& exercise = exercise_of("strap-hamstring-hold");
  for (const bool seen : {true, false}) {
    for (const Measure measure : {Measure::every_session, Measure::never}) {
      for (const std::string language : {"en", "de", "es"}) {
        CAPTURE(seen, name(measure), language);
        SessionOptions options{.language = language};
        options.measure = measure;
        const Rehearsal rehearsal = played_to_the_end(exercise, seen, options);
        Strap strap;
        for (const Event& event : rehearsal.events) {
          if (const auto* guide = std::get_if<Guide>(&event)) CHECK(guide->side == strap.on);
          const auto* cue = std::get_if<CueGiven>(&event);
          if (cue) strap.hear(*cue, rehearsal.session.text(event, language));
        }
        CHECK(strap.changes >= 3);
        CHECK(all<SetCompleted>(rehearsal.events).size() == 2);
      }
    }
  }
}

TEST_CASE("a change that a pause cuts off is told again, and has its time again") {
  const Exercise& exercise = exercise_of("strap-hamstring-hold");
  Rehearsal rehearsal{Session{exercise, screened(exercise), measured()}, limber(true)};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::resting));
  rehearsal.step();
  rehearsal.give(Command{rehearsal.now, Action::pause});
  rehearsal.play_for(5_s);
  const int before = count_of(rehearsal.events, Moment::switch_side);
  rehearsal.give(Command{rehearsal.now, Action::resume});
  const Time resumed = rehearsal.now;
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  CHECK(count_of(rehearsal.events, Moment::switch_side) == before + 1);
  CHECK(rehearsal.now - resumed >= 15_s);
}

TEST_CASE("wherever a cap cuts, each side has been held for the same time") {
  for (const bool seen : {true, false}) {
    for (int i = 0; i < 40; ++i) {
      Exercise exercise = exercise_of("strap-hamstring-hold");
      if (i < 25) {
        exercise.dose.cap_in_position = seconds(200.0 + 20.0 * i);
      } else if (i < 35) {
        exercise.dose.cap_moving = seconds(100.0 + 30.0 * (i - 25));
      } else {
        exercise.dose.cap_repetitions = 10 + 3 * (i - 35);
      }
      CAPTURE(seen, i);
      const Bilateral<Time> sum = held(played_to_the_end(exercise, seen).session.summary());
      CHECK(std::abs(to_seconds(sum.left - sum.right)) <= 1.0);
    }
  }
}

TEST_CASE("who goes too far in the last movement of a block is not asked to go less far in none") {
  for (const int before_the_end : {0, 1, 3}) {
    CAPTURE(before_the_end);
    Follower person;
    const auto wide = [&](double target) {
      const int left = person.session.view().repetitions_wanted - inside(person.session).course.counted;
      const bool now = left == 1 + before_the_end;
      const double peak = now ? target + 14 : target;
      return Bilateral<double>{peak, peak};
    };
    person.play([] { return Bilateral<double>{40, 40}; }, wide, [&] { person.rest(1.0); }, 300);
    int said = 0;
    int after = -1;  // movements of the block that came after it
    for (const Event& event : person.events) {
      const auto* cue = std::get_if<CueGiven>(&event);
      if (cue && cue->moment == Moment::over_target) {
        ++said;
        after = 0;
      }
      if (std::holds_alternative<RepetitionCompleted>(event) && after >= 0) ++after;
      if (std::holds_alternative<SetCompleted>(event)) {
        CHECK(after != 0);
        after = -1;
      }
    }
    CAPTURE(said);
    CHECK((said > 0) == (before_the_end > 0));
    CHECK(all<SetCompleted>(person.events).size() >= 1);
  }
}

}  // namespace session_turns_test
