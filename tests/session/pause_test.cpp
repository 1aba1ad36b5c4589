#include "catch.hpp"
#include "session/people.hpp"

namespace session_pause_test {

using namespace stretchcore;

namespace {

Rehearsal in_a_block() {
  Rehearsal rehearsal{Session{inner_thigh()}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.play_for(seconds(9));
  rehearsal.events.clear();
  return rehearsal;
}

}  // namespace

TEST_CASE("a rule that pauses says its words, waits, and resumes after a second of ok") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.body.knees = degrees(-12);
  rehearsal.play_for(seconds(2));
  REQUIRE(rehearsal.session.phase() == Phase::paused);
  CHECK(count_of(rehearsal.events, Moment::pause_rule) + count_of(rehearsal.events, Moment::rule) >= 1);
  rehearsal.play_for(seconds(20));
  CHECK(rehearsal.session.phase() == Phase::paused);
  CHECK(all<QuestionAsked>(rehearsal.events).empty());
  const Time from = rehearsal.now;
  rehearsal.body.knees = degrees(9);
  while (rehearsal.session.phase() == Phase::paused && rehearsal.now < from + seconds(5)) rehearsal.step();
  CHECK(rehearsal.session.phase() == Phase::stretching);
  CHECK(to_seconds(rehearsal.now - from) == Approx(1.2).margin(0.3));  // the filter needs a moment, too
}

TEST_CASE("a rule that corrects says its words once in a while and goes on") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.body.knees = degrees(-7);
  rehearsal.play_for(seconds(12));
  CHECK(rehearsal.session.phase() == Phase::stretching);
  CHECK(count_of(rehearsal.events, Moment::rule) == 1);
  const auto changes = all<RuleChanged>(rehearsal.events);
  REQUIRE(changes.size() == 2);  // both knees
  for (const RuleChanged& change : changes) CHECK(change.verdict == RuleVerdict::violated);
}

TEST_CASE("a rule that eases lowers the target") {
  Exercise exercise = inner_thigh();
  exercise.rules[0].response = Response::ease;
  Rehearsal rehearsal{Session{exercise}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.play_for(seconds(15));
  const Angle before = rehearsal.session.target()->angle;
  rehearsal.body.knees = degrees(-7);
  rehearsal.play_for(seconds(2));
  CHECK(rehearsal.session.target()->angle < before);
  CHECK(rehearsal.session.target()->limited_by == Limit::eased);
}

TEST_CASE("a person's pause ends by the person alone, whatever the signals do") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.give(Command{{}, Action::pause});
  REQUIRE(rehearsal.session.phase() == Phase::paused);
  CHECK(count_of(rehearsal.latest, Moment::pause) == 1);
  rehearsal.play_for(seconds(10));
  rehearsal.body.sensor = false;
  rehearsal.play_for(seconds(25));
  rehearsal.body.sensor = true;
  rehearsal.play_for(seconds(10));
  for (const Action action : {Action::start, Action::pause, Action::ease, Action::more}) {
    rehearsal.give(Command{{}, action});
    CHECK(rehearsal.session.phase() == Phase::paused);
  }
  rehearsal.give(Command{{}, Action::resume});
  CHECK(rehearsal.session.phase() == Phase::stretching);
}

TEST_CASE("who asks for a pause while another is on is not resumed by a sensor") {
  for (const bool by_rule : {false, true}) {
    Rehearsal rehearsal = in_a_block();
    if (by_rule) rehearsal.body.knees = degrees(-12);
    if (!by_rule) rehearsal.body.sensor = false;
    rehearsal.play_for(seconds(4));
    REQUIRE(rehearsal.session.phase() == Phase::paused);
    if (!by_rule) rehearsal.play_for(seconds(12));
    CHECK(inside(rehearsal.session).talk.question.has_value() == !by_rule);
    rehearsal.give(Command{{}, Action::pause});
    CHECK_FALSE(inside(rehearsal.session).talk.question);
    rehearsal.play_for(seconds(20));
    CHECK(count_of(rehearsal.events, Moment::pause) == 1);
    rehearsal.body.knees = degrees(9);
    rehearsal.body.sensor = true;
    CHECK(rehearsal.session.view().waiting_for == "resume");
    rehearsal.play_for(seconds(20));
    CHECK(rehearsal.session.phase() == Phase::paused);
    CHECK(rehearsal.session.view().waiting_for == "an answer: go_on");
    rehearsal.give(Command{{}, Action::resume});
    CHECK(rehearsal.session.phase() == Phase::stretching);
  }
}

TEST_CASE("resuming out of sight pauses again until there is sight") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.give(Command{{}, Action::pause});
  rehearsal.body.sensor = false;
  rehearsal.play_for(seconds(5));
  rehearsal.give(Command{{}, Action::resume});
  rehearsal.play_for(seconds(1));
  CHECK(rehearsal.session.phase() == Phase::paused);
  rehearsal.body.sensor = true;
  rehearsal.play_for(seconds(2));
  CHECK(rehearsal.session.phase() == Phase::stretching);
}

TEST_CASE("every moving phase can be paused and resumed, and ends as if it had not been") {
  for (const auto& [phase, stage] :
       {std::pair{Phase::setting_up, Stage::settling}, std::pair{Phase::measuring, Stage::practising},
        std::pair{Phase::measuring, Stage::opening}, std::pair{Phase::stretching, Stage::opening},
        std::pair{Phase::remeasuring, Stage::checking}, std::pair{Phase::remeasuring, Stage::asking_change},
        std::pair{Phase::remeasuring, Stage::opening}, std::pair{Phase::remeasuring, Stage::offering}}) {
    CAPTURE(name(phase), name(stage));
    Rehearsal rehearsal{Session{inner_thigh()}, {.reply = agreeable}};
    REQUIRE(rehearsal.play_to(phase, stage));
    rehearsal.give(Command{{}, Action::pause});
    CHECK(rehearsal.session.phase() == Phase::paused);
    CHECK_FALSE(inside(rehearsal.session).talk.question);
    rehearsal.play_for(seconds(40));
    CHECK(rehearsal.session.phase() == Phase::paused);
    rehearsal.give(Command{{}, Action::resume});
    CHECK(rehearsal.session.phase() == phase);
    rehearsal.play();
    CHECK(rehearsal.session.phase() == Phase::finished);
    CHECK(rehearsal.session.summary().end_reason == EndReason::enough);
    CHECK(rehearsal.session.summary().range_after.left.known());
  }
}

TEST_CASE("a pause does not outlast the time anybody should lie there", "[SR-17]") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.body.reply = agreeable;  // who never answers is led out sooner
  rehearsal.give(Command{{}, Action::pause});
  while (rehearsal.session.phase() == Phase::paused && rehearsal.now < seconds(800)) rehearsal.step();
  CHECK(rehearsal.session.phase() == Phase::coming_out);
  CHECK(to_seconds(rehearsal.now) == Approx(to_seconds(inner_thigh().dose.cap_in_position)).margin(0.2));
  rehearsal.play();
  CHECK(rehearsal.session.summary().end_reason == EndReason::cap);
}

TEST_CASE("the time of a pause does not count, whoever asked for it") {
  for (const bool by_her : {true, false}) {
    Rehearsal rehearsal{Session{inner_thigh()}};
    REQUIRE(rehearsal.play_to(Phase::measuring, Stage::opening));
    rehearsal.play_for(seconds(6));
    const int counted = inside(rehearsal.session).course.counted;
    REQUIRE(counted >= 1);
    rehearsal.body.knees = degrees(by_her ? 9 : -12);
    if (by_her) rehearsal.give(Command{{}, Action::pause});
    rehearsal.play_for(seconds(90));
    REQUIRE(rehearsal.session.phase() == Phase::paused);
    rehearsal.body.knees = degrees(9);
    if (by_her) rehearsal.give(Command{{}, Action::resume});
    rehearsal.play_for(seconds(3));
    CHECK(rehearsal.session.phase() == Phase::measuring);
    CHECK(inside(rehearsal.session).course.stage == Stage::opening);
    while (rehearsal.session.phase() == Phase::measuring) rehearsal.step();
    CHECK(rehearsal.session.summary().range_before.left.count == 6);
  }
}

TEST_CASE("a rule that was broken while she rested is answered as soon as she moves again") {
  for (const Response response : {Response::pause, Response::stop}) {
    Exercise exercise = inner_thigh();
    for (Rule& rule : exercise.rules) {
      if (rule.id == "locked-knees") rule.response = response;
    }
    Rehearsal rehearsal{Session{exercise}, {.reply = agreeable}};
    REQUIRE(rehearsal.play_to(Phase::remeasuring, Stage::checking));
    rehearsal.body.knees = degrees(-13);
    rehearsal.play_for(seconds(3));
    CHECK(rehearsal.session.phase() == Phase::remeasuring);
    while (rehearsal.session.phase() == Phase::remeasuring && rehearsal.now < seconds(400)) rehearsal.step();
    CHECK(rehearsal.session.phase() == (response == Response::pause ? Phase::paused : Phase::stopped));
    CHECK(inside(rehearsal.session).course.counted == 0);
  }
}

TEST_CASE("who resumes with a rule still broken rests again") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.give(Command{{}, Action::pause});
  rehearsal.body.knees = degrees(-13);
  rehearsal.play_for(seconds(5));
  rehearsal.give(Command{{}, Action::resume});
  rehearsal.play_for(seconds(1));
  CHECK(rehearsal.session.phase() == Phase::paused);
  CHECK(inside(rehearsal.session).intermission.cause == PauseCause::rule);
}

TEST_CASE("who makes a rule's pause her own and resumes with it still broken rests again") {
  Exercise exercise = inner_thigh();
  exercise.rules = {{.id = "left-knee", .when = "knee_flexion_left < -10 deg for 0.4 s", .response = Response::pause}};
  Rehearsal rehearsal{Session{exercise}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.play_for(seconds(9));
  rehearsal.body.knees = degrees(-13);
  rehearsal.play_for(seconds(3));
  REQUIRE(inside(rehearsal.session).intermission.cause == PauseCause::rule);
  rehearsal.give(Command{{}, Action::pause});
  REQUIRE(inside(rehearsal.session).intermission.cause == PauseCause::person);
  rehearsal.give(Command{{}, Action::resume});
  rehearsal.play_for(seconds(1));
  CHECK(rehearsal.session.phase() == Phase::paused);
  CHECK(inside(rehearsal.session).intermission.cause == PauseCause::rule);
}

TEST_CASE("a pause by a rule says what to do and then why, and why again to whoever waits") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.body.knees = degrees(-13);
  rehearsal.play_for(seconds(12));
  REQUIRE(rehearsal.session.phase() == Phase::paused);
  const auto why = [&] {
    int times = 0;
    for (const CueGiven& cue : all<CueGiven>(rehearsal.events)) {
      times += rehearsal.session.text(cue, "en") == "Bend your knees, and rest." ? 1 : 0;
    }
    return times;
  };
  CHECK(count_of(rehearsal.events, Moment::pause_rule) == 1);
  CHECK(why() == 1);
  rehearsal.play_for(seconds(60));
  CHECK(why() == 2);  // and then it is asked whether to go on
  rehearsal.body.knees = degrees(9);
  rehearsal.play_for(seconds(60));
  CHECK(why() == 2);
}

}  // namespace session_pause_test
