#include "catch.hpp"
#include "session/people.hpp"

namespace session_away_test {

using namespace stretchcore;

namespace {

/// Away, for so long, and back.
void be_away(Rehearsal& rehearsal, Time time = seconds(30)) {
  rehearsal.give(Command{{}, Action::away});
  REQUIRE(rehearsal.session.phase() == Phase::paused);
  rehearsal.play_for(time);
  REQUIRE(rehearsal.session.phase() == Phase::paused);
  CHECK(rehearsal.session.view().waiting_for == "resume, then set up anew");
  rehearsal.events.clear();
  rehearsal.give(Command{{}, Action::resume});
}

/// Two blocks; after the first she wants another.
Body wants_two_blocks() {
  Body body{.reply = agreeable};
  body.reply = [asked = 0](QuestionKind kind) mutable -> std::optional<Choice> {
    if (kind == QuestionKind::more) return ++asked == 1 ? Choice::more : Choice::enough;
    return agreeable(kind);
  };
  return body;
}

constexpr std::pair<Phase, Stage> under_way[] = {
    {Phase::setting_up, Stage::settling},  {Phase::setting_up, Stage::stilling},
    {Phase::measuring, Stage::practising}, {Phase::measuring, Stage::opening},
    {Phase::stretching, Stage::opening},   {Phase::remeasuring, Stage::checking},
    {Phase::remeasuring, Stage::opening},  {Phase::remeasuring, Stage::asking_change},
    {Phase::remeasuring, Stage::offering}};

}  // namespace

TEST_CASE("whoever may have got up is set up and measured anew, from whatever she was at, and it ends well") {
  for (const auto& [phase, stage] : under_way) {
    CAPTURE(name(phase), name(stage));
    Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh())}, {.reply = agreeable}};
    REQUIRE(rehearsal.play_to(phase, stage));
    be_away(rehearsal);
    CHECK(rehearsal.session.phase() == Phase::setting_up);
    CHECK(count_of(rehearsal.latest, Moment::set_up_anew) == 1);
    CHECK(count_of(rehearsal.latest, Moment::resume) == 0);
    CHECK_FALSE(rehearsal.session.target());
    CHECK_FALSE(inside(rehearsal.session).sight.covered);
    rehearsal.play();
    CHECK(rehearsal.session.summary().end_reason == EndReason::enough);
    const auto phases = phases_of(rehearsal.events);
    CHECK(phases == std::vector{Phase::setting_up, Phase::measuring, Phase::stretching, Phase::remeasuring,
                                Phase::coming_out, Phase::finished});
    CHECK(all<CoverageSet>(rehearsal.events).size() == 1);
    CHECK(count_of(rehearsal.events, Moment::settle) == 4);
    CHECK(count_of(rehearsal.events, Moment::be_still) == 1);
    const Summary summary = rehearsal.session.summary();
    CHECK(summary.range_before.left.known());
    CHECK(summary.range_after.left.known());
    CHECK(summary.measured_anew == (phase == Phase::stretching || phase == Phase::remeasuring));
  }
}

TEST_CASE("a sensor that was placed anew makes no gain, whichever way it was turned") {
  for (const double turned : {-9.0, 9.0}) {
    for (const auto& [phase, stage] : under_way) {
      if (phase != Phase::stretching && phase != Phase::remeasuring) continue;
      CAPTURE(turned, name(phase), name(stage));
      Rehearsal rehearsal{Session{inner_thigh()}, {.reply = agreeable}};
      REQUIRE(rehearsal.play_to(phase, stage));
      if (phase == Phase::stretching) rehearsal.play_for(seconds(3));
      const Angle before = rehearsal.session.summary().range_before.left.value;
      for (const Side side : both_sides) rehearsal.body.easy[side] += degrees(turned);
      be_away(rehearsal);
      rehearsal.play([&] { CHECK(rehearsal.session.summary().gain.verdict != GainVerdict::increased); });
      const Summary summary = rehearsal.session.summary();
      CHECK(summary.gain.verdict != GainVerdict::decreased);
      CHECK(summary.range_before.left.value.degrees() == Approx((before + degrees(turned)).degrees()).margin(2));
      CHECK(abs(summary.gain.value) < degrees(2));
    }
  }
}

TEST_CASE("what was gained since she was measured anew is told as that") {
  Rehearsal rehearsal{Session{inner_thigh()}, wants_two_blocks()};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  be_away(rehearsal);
  rehearsal.body.gained = degrees(6);
  rehearsal.play();
  const Summary summary = rehearsal.session.summary();
  REQUIRE(summary.gain.verdict == GainVerdict::increased);
  CHECK(summary.text().find("after the break") != std::string::npos);
  CHECK(summary.text().find("at the start") == std::string::npos);
}

TEST_CASE("what was compared before a break stays, until it is measured anew") {
  Body body{.gained = degrees(6), .reply = agreeable};
  Rehearsal rehearsal{Session{inner_thigh()}, body};
  REQUIRE(rehearsal.play_to(Phase::remeasuring, Stage::offering));
  const Summary earlier = rehearsal.session.summary();
  REQUIRE(earlier.gain.verdict == GainVerdict::increased);
  be_away(rehearsal);
  rehearsal.play_for(seconds(20));
  rehearsal.give(Command{{}, Action::enough});
  const Summary summary = rehearsal.session.summary();
  CHECK(summary.gain == earlier.gain);
  CHECK_FALSE(summary.measured_anew);
}

TEST_CASE("a block that was broken off is begun again, and what was done in it counts against the cap") {
  Rehearsal rehearsal{Session{inner_thigh()}, wants_two_blocks()};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.play_for(seconds(20));
  const int openings = inside(rehearsal.session).tally.openings;
  be_away(rehearsal);
  CHECK(inside(rehearsal.session).tally.openings >= openings);
  rehearsal.play();
  std::vector<int> blocks;
  for (const SetCompleted& set : all<SetCompleted>(rehearsal.events)) blocks.push_back(set.block);
  CHECK(blocks == std::vector{1, 2});
}

TEST_CASE("after the last block there is nothing left to measure for, so it ends") {
  Body body{.reply = agreeable};
  body.reply = [](QuestionKind kind) -> std::optional<Choice> {
    return kind == QuestionKind::more ? Choice::more : agreeable(kind);
  };
  Exercise exercise = inner_thigh();
  exercise.dose.most_blocks = 2;
  Rehearsal rehearsal{Session{exercise}, body};
  while (inside(rehearsal.session).course.block < 2) rehearsal.step();
  REQUIRE(rehearsal.play_to(Phase::remeasuring, Stage::opening));
  be_away(rehearsal);
  CHECK(rehearsal.session.phase() == Phase::coming_out);
  rehearsal.play();
  CHECK(rehearsal.session.summary().end_reason == EndReason::cap);
}

TEST_CASE("what she asked for before stays asked for: less stays less") {
  Rehearsal rehearsal{Session{inner_thigh()}, {.reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.give(FeltStretch{{}, Stretch::too_much});
  be_away(rehearsal);
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.play_for(seconds(15));
  CHECK(rehearsal.session.target()->limited_by == Limit::eased);
}

TEST_CASE("who is away does not leave a stop, the way out, or the end, and begins nothing") {
  Rehearsal stopped{Session{inner_thigh()}};
  REQUIRE(stopped.play_to(Phase::stretching, Stage::opening));
  stopped.give(SymptomReport{{}, Symptom::numbness, {}});
  for (const Action action : {Action::away, Action::resume, Action::start}) {
    stopped.give(Command{{}, action});
    CHECK(stopped.session.phase() == Phase::stopped);
  }
  Rehearsal ends{Session{inner_thigh()}};
  ends.give(Command{{}, Action::away});
  CHECK(ends.session.phase() == Phase::ready);
  CHECK(ends.events.empty());
  REQUIRE(ends.play_to(Phase::coming_out, Stage::leaving));
  ends.give(Command{{}, Action::away});
  CHECK(ends.session.phase() == Phase::coming_out);
  ends.play();
  ends.give(Command{{}, Action::away});
  CHECK(ends.session.phase() == Phase::finished);
}

TEST_CASE("a symptom while she is away ends it") {
  Rehearsal rehearsal{Session{inner_thigh()}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.give(Command{{}, Action::away});
  rehearsal.play_for(seconds(5));
  rehearsal.give(SymptomReport{{}, Symptom::tingling, {}});
  CHECK(rehearsal.session.phase() == Phase::stopped);
}

TEST_CASE("a pause for another reason becomes one of her own, and the session is set up anew") {
  Rehearsal rehearsal{Session{inner_thigh()}, {.reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.body.sensor = false;
  rehearsal.play_for(seconds(5));
  REQUIRE(rehearsal.session.phase() == Phase::paused);
  rehearsal.give(Command{{}, Action::away});
  rehearsal.body.sensor = true;
  rehearsal.play_for(seconds(20));
  CHECK(rehearsal.session.phase() == Phase::paused);
  rehearsal.give(Command{{}, Action::resume});
  CHECK(rehearsal.session.phase() == Phase::setting_up);
}

TEST_CASE("a sensor that does not come back is waited for before it goes on by feel") {
  Rehearsal rehearsal{Session{inner_thigh()}, {.reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.body.sensor = false;
  be_away(rehearsal);
  REQUIRE(rehearsal.play_to(Phase::setting_up, Stage::looking));
  CHECK(inside(rehearsal.session).sight.following == Sensing::any);
  rehearsal.play_for(seconds(2));
  CHECK(inside(rehearsal.session).course.stage == Stage::looking);
  rehearsal.play();
  int asked = 0;
  for (const QuestionAsked& question : all<QuestionAsked>(rehearsal.events)) {
    asked += question.kind == QuestionKind::by_feel ? 1 : 0;
  }
  CHECK(asked == 1);
  CHECK(rehearsal.session.summary().end_reason.has_value());
  CHECK(rehearsal.session.summary().gain == Gain{});
}

TEST_CASE("where nothing sees her after a break no gain is claimed, and what was measured is told as that") {
  Rehearsal rehearsal{Session{inner_thigh()}, {.gained = degrees(6), .reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::remeasuring, Stage::offering));
  const Summary before = rehearsal.session.summary();
  REQUIRE(before.gain.verdict == GainVerdict::increased);
  rehearsal.body.sensor = false;
  be_away(rehearsal);
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  REQUIRE(inside(rehearsal.session).sight.following == Sensing::unseen);
  rehearsal.play([&] { CHECK(rehearsal.session.summary().gain == Gain{}); });
  CHECK(rehearsal.session.summary().range_before == before.range_before);
  CHECK_FALSE(rehearsal.session.summary().measured_anew);
}

TEST_CASE("without a sensor she is asked again whether she is ready") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.sensor = Sensor::none}}, {.sensor = false, .reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  be_away(rehearsal);
  rehearsal.play();
  CHECK(count_of(rehearsal.events, Moment::ask_ready) == 1);
  CHECK(rehearsal.session.summary().end_reason.has_value());
}

TEST_CASE("a sensor that sticks is still stuck after a break, and nothing it is to watch is ok") {
  Rehearsal rehearsal{Session{inner_thigh()}, {.hidden = {}, .reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  const Posture stuck = rehearsal.posture();
  const auto give_stuck = [&](Time time) {
    for (const Time until = rehearsal.now + time; rehearsal.now < until;) {
      rehearsal.now += seconds(0.05);
      Posture posture = rehearsal.posture();
      posture.set(Channel::pelvis_list, stuck.angle(Channel::pelvis_list));
      rehearsal.give(posture);
    }
  };
  give_stuck(seconds(8));
  rehearsal.give(Command{{}, Action::away});
  give_stuck(seconds(20));
  rehearsal.give(Command{{}, Action::resume});
  rehearsal.events.clear();
  give_stuck(seconds(90));
  REQUIRE(inside(rehearsal.session).sight.covered);
  CHECK(health(inside(rehearsal.session).sight.signals_, Channel::pelvis_list, rehearsal.now) == Health::frozen);
  CHECK(inside(rehearsal.session).sight.lost.contains(Channel::pelvis_list));
  for (const RuleChanged& change : all<RuleChanged>(rehearsal.events)) {
    const std::string& when = rehearsal.session.exercise().rules[static_cast<std::size_t>(change.rule)].when;
    if (when.find("pelvis_list") != when.npos) CHECK(change.verdict != RuleVerdict::ok);
  }
}

TEST_CASE("what is not watched while she is away is neither judged nor missed") {
  Rehearsal rehearsal{Session{inner_thigh()}, {.hidden = {}, .reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.give(Command{{}, Action::away});
  rehearsal.events.clear();
  rehearsal.body.knees = degrees(-12);
  rehearsal.play_for(seconds(5));
  rehearsal.body.sensor = false;
  rehearsal.play_for(seconds(5));
  CHECK(all<RuleChanged>(rehearsal.events).empty());
  CHECK(all<SignalLost>(rehearsal.events).empty());
}

TEST_CASE("a signal that was lost before a break is told to be back when it is watched again") {
  Rehearsal rehearsal{Session{inner_thigh()}, {.hidden = {}, .reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.body.sensor = false;
  rehearsal.play_for(seconds(3));
  ChannelSet missing;
  for (const SignalLost& lost : all<SignalLost>(rehearsal.events)) missing = missing | lost.channels;
  REQUIRE_FALSE(missing.empty());
  rehearsal.give(Command{{}, Action::away});
  rehearsal.body.sensor = true;
  rehearsal.play_for(seconds(5));
  rehearsal.give(Command{{}, Action::resume});
  rehearsal.play_to(Phase::measuring, Stage::opening);
  for (const SignalRestored& again : all<SignalRestored>(rehearsal.events)) missing = missing - again.channels;
  CHECK(missing.empty());
}

TEST_CASE("the time that she is away does not count as time in position") {
  for (const bool away : {false, true}) {
    Rehearsal rehearsal{Session{inner_thigh()}, {.reply = agreeable}};
    REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
    rehearsal.give(Command{{}, away ? Action::away : Action::pause});
    rehearsal.play_for(inner_thigh().dose.cap_in_position);
    CHECK(rehearsal.session.phase() == (away ? Phase::paused : Phase::finished));
    if (!away) continue;
    rehearsal.give(Command{{}, Action::resume});
    while (!rehearsal.session.over() && rehearsal.now < seconds(1800)) rehearsal.step();
    CHECK(rehearsal.session.summary().end_reason == EndReason::enough);
  }
}

TEST_CASE("a break gives nobody another block: not where it was over, nor who said that it felt tighter") {
  Exercise easy = inner_thigh();
  easy.dose.goal = Goal::move_easily;
  Rehearsal enough{Session{easy}, {.reply = agreeable}};
  REQUIRE(enough.play_to(Phase::remeasuring, Stage::checking));
  enough.give(Command{{}, Action::away});
  enough.give(Command{{}, Action::resume});
  CHECK(enough.session.phase() == Phase::coming_out);
  CHECK(inside(enough.session).end_reason == EndReason::enough);

  Rehearsal tighter{Session{inner_thigh()}, {.reply = agreeable}};
  REQUIRE(tighter.play_to(Phase::remeasuring, Stage::checking));
  tighter.give(FeltChange{{}, Feeling::tighter});
  tighter.give(Command{{}, Action::away});
  tighter.give(Command{{}, Action::resume});
  CHECK(tighter.session.phase() == Phase::coming_out);
  CHECK(inside(tighter.session).end_reason == EndReason::enough);
}

TEST_CASE("pain that is to be asked for again is asked for before anything is stretched again") {
  Rehearsal rehearsal{Session{inner_thigh()}, {.reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.give(PainRating{{}, 3});
  REQUIRE(rehearsal.session.phase() == Phase::stretching);
  be_away(rehearsal);
  REQUIRE(rehearsal.play_to(Phase::measuring, Stage::practising));
  CHECK(count_of(rehearsal.events, Moment::ask_pain) == 1);
  CHECK(count_of(rehearsal.events, Moment::symptom_notice) == 1);
}

TEST_CASE("what was measured in a mirrored picture names no side, whatever a later check says") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.error_model = ErrorModel{}, .check_sides = true}},
                      {.easy = {degrees(30), degrees(50)}, .reply = agreeable}};
  // Nobody bends a knee here: the check stays unclear, which is a doubt as well.
  REQUIRE(rehearsal.play_to(Phase::remeasuring, Stage::offering));
  REQUIRE(in_doubt(inside(rehearsal.session).sight.sides));
  be_away(rehearsal);
  CHECK_FALSE(rehearsal.session.summary().asymmetry.tighter_side);
  Asymmetry nothing;
  nothing.doubt = Doubt::sides_unchecked;
  CHECK(rehearsal.session.summary().asymmetry == nothing);
}

TEST_CASE("exercises of one side at a time begin with the first side again") {
  int seen = 0;
  for (const auto& [id, exercise] : catalog()) {
    if (exercise.movement.sides != Sides::one) continue;
    CAPTURE(id);
    ++seen;
    Rehearsal rehearsal{Session{exercise, screened(exercise), measured()}, {.hidden = {}, .reply = agreeable}};
    const auto on_the_right = [&] {
      return rehearsal.session.phase() == Phase::stretching &&
             inside(rehearsal.session).course.active_side == Side::right;
    };
    while (!rehearsal.session.over() && !on_the_right()) rehearsal.step();
    REQUIRE(on_the_right());
    be_away(rehearsal);
    rehearsal.play();
    const auto changes = all<SideChanged>(rehearsal.events);
    REQUIRE_FALSE(changes.empty());
    CHECK(changes.front().side == Side::left);
    CHECK(rehearsal.session.summary().end_reason.has_value());
  }
  CHECK(seen > 0);
}

TEST_CASE("who says that it feels tighter, before a break or in it, goes no further") {
  for (const bool before : {false, true}) {
    Rehearsal rehearsal{Session{inner_thigh()}, {.reply = agreeable}};
    REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
    if (before) rehearsal.give(FeltChange{{}, Feeling::tighter});
    rehearsal.give(Command{{}, Action::away});
    if (!before) rehearsal.give(FeltChange{{}, Feeling::tighter});
    rehearsal.give(Command{{}, Action::resume});
    CHECK(rehearsal.session.phase() == Phase::coming_out);
    CHECK(inside(rehearsal.session).end_reason == EndReason::enough);
  }
}

TEST_CASE("who felt freer is not led into another block by a break at the offer") {
  Body body{.reply = agreeable};
  body.reply = [](QuestionKind kind) -> std::optional<Choice> {
    return kind == QuestionKind::change ? Choice::freer : agreeable(kind);
  };
  Rehearsal rehearsal{Session{inner_thigh()}, body};
  REQUIRE(rehearsal.play_to(Phase::remeasuring, Stage::offering));
  rehearsal.give(Command{{}, Action::away});
  rehearsal.give(Command{{}, Action::resume});
  CHECK(inside(rehearsal.session).end_reason == EndReason::felt_freer);
}

TEST_CASE("what was lost for good before a break is claimed nowhere after it") {
  Rehearsal rehearsal{Session{inner_thigh()}, {.gained = degrees(6), .reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::remeasuring, Stage::offering));
  REQUIRE(rehearsal.session.summary().gain.verdict == GainVerdict::increased);
  rehearsal.give(Command{{}, Action::more});
  rehearsal.body.sensor = false;
  rehearsal.play_for(seconds(60));
  REQUIRE(inside(rehearsal.session).sight.given_up);
  be_away(rehearsal);
  rehearsal.play([&] { CHECK(rehearsal.session.summary().gain == Gain{}); });
  CHECK(rehearsal.session.summary().range_before.left.known());  // it was measured, and is told as that
}

TEST_CASE("a person who stays away for hours ends the session, and no target is left") {
  Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh())}, {.reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.give(Command{{}, Action::away});
  for (Time now = rehearsal.now; now < rehearsal.now + seconds(4 * 3600 + 10);)
    rehearsal.session.tick(now += seconds(1));
  CHECK(rehearsal.session.phase() == Phase::finished);
  CHECK(inside(rehearsal.session).end_reason == EndReason::no_answer);
  CHECK_FALSE(rehearsal.session.target());
}

}  // namespace session_away_test
