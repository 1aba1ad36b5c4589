#include <map>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_lost_signal_test {

using namespace stretchcore;

namespace {

constexpr Channel left_hip = Channel::hip_abduction_left;

Rehearsal in_a_block(Answers answers = Answers::tap, Body body = {}) {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.answers = answers}}, std::move(body)};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.play_for(seconds(9));
  rehearsal.events.clear();
  return rehearsal;
}

/// How long until an event of a kind that `is` likes, within ten seconds or so.
template <class Kind, class Is>
std::optional<Time> after(Rehearsal& rehearsal, Is&& is, Time within = seconds(12)) {
  const Time from = rehearsal.now;
  while (rehearsal.now < from + within) {
    rehearsal.step();
    for (const Kind& event : all<Kind>(rehearsal.latest)) {
      if (is(event)) return rehearsal.now - from;
    }
  }
  return std::nullopt;
}

bool is_pause(const PhaseChanged& change) { return change.to == Phase::paused; }
bool is_back(const PhaseChanged& change) { return change.from == Phase::paused; }
bool is_any(const SignalLost&) { return true; }

void about(const std::optional<Time>& time, double seconds_) {
  REQUIRE(time.has_value());
  CHECK(to_seconds(*time) == Approx(seconds_).margin(0.11));
}

}  // namespace

TEST_CASE("a leg out of sight is told after half a second, pauses after two, and comes back by itself after one",
          "[SR-2]") {
  for (const bool whole_sensor : {false, true}) {
    Rehearsal rehearsal = in_a_block();
    Rehearsal told = rehearsal;
    for (Rehearsal* each : {&rehearsal, &told}) {
      each->body.sensor = !whole_sensor;
      each->body.hidden.insert(left_hip);
    }
    about(after<SignalLost>(told, is_any), 0.5);
    const SignalLost loss = all<SignalLost>(told.events).front();
    CHECK(loss.health == (whole_sensor ? Health::stale : Health::absent));
    CHECK(loss.channels.contains(left_hip));
    CHECK(loss.channels.size() == (whole_sensor ? 4 : 1));

    about(after<PhaseChanged>(rehearsal, is_pause), 2.0);
    CHECK(count_of(rehearsal.latest, Moment::pause_lost) == 1);
    CHECK(all<CueGiven>(rehearsal.latest).front().interrupts);
    rehearsal.play_for(seconds(5));
    CHECK(rehearsal.session.phase() == Phase::paused);

    rehearsal.body.sensor = true;
    rehearsal.body.hidden.erase(left_hip);
    about(after<PhaseChanged>(rehearsal, is_back), 1.05);
    CHECK(rehearsal.session.phase() == Phase::stretching);
    CHECK(rehearsal.session.target());
    CHECK(all<SignalRestored>(rehearsal.events).size() == 1);
    rehearsal.play_for(seconds(1));
    CHECK(count_of(rehearsal.events, Moment::found) == 1);
    rehearsal.play();
    CHECK(rehearsal.session.phase() == Phase::finished);
    CHECK(rehearsal.session.summary().gain.verdict != GainVerdict::undetermined);
  }
}

TEST_CASE("a flicker shorter than half a second is not worth a word") {
  Rehearsal rehearsal = in_a_block();
  for (int i = 0; i < 10; ++i) {
    rehearsal.body.hidden.insert(left_hip);
    rehearsal.play_for(seconds(0.3));
    rehearsal.body.hidden.erase(left_hip);
    rehearsal.play_for(seconds(0.3));
  }
  CHECK(all<SignalLost>(rehearsal.events).empty());
  CHECK(all<RuleChanged>(rehearsal.events).empty());
  CHECK(rehearsal.session.phase() == Phase::stretching);
}

TEST_CASE("a repetition during which a leg was lost for a second is counted, and for two seconds it is an attempt") {
  for (const double lost : {1.0, 2.5}) {
    Rehearsal rehearsal = in_a_block();
    const auto stroke = [&] { return inside(rehearsal.session).movement.strokes.left.stroke; };
    while (stroke() != Stroke::out) rehearsal.step();
    const std::size_t before = rehearsal.session.summary().repetitions.size();
    rehearsal.body.hidden.insert(left_hip);
    rehearsal.play_for(seconds(lost));
    rehearsal.body.hidden.erase(left_hip);
    const std::size_t by_then = rehearsal.session.summary().repetitions.size();
    rehearsal.play_for(seconds(5));
    const auto rejected = all<AttemptRejected>(rehearsal.events);
    CHECK(by_then == before);
    if (lost < 2) {
      CHECK(rejected.empty());
      CHECK(rehearsal.session.summary().repetitions.size() > before);
    } else {
      REQUIRE_FALSE(rejected.empty());
      CHECK(rejected.front().attempt.reason == AttemptReason::signal_lost);
    }
  }
}

TEST_CASE("fifteen seconds out of sight ask whether to go on by feel; yes, or no answer, goes on without a claim") {
  for (const Answers answers : {Answers::none, Answers::tap, Answers::voice}) {
    Rehearsal rehearsal = in_a_block(answers);
    rehearsal.body.reply = [&](QuestionKind kind) {
      return answers == Answers::voice ? agreeable(kind) : std::optional<Choice>{};
    };
    rehearsal.body.sensor = false;
    const auto asked = after<CueGiven>(
        rehearsal, [](const CueGiven& cue) { return cue.moment == Moment::ask_by_feel; }, seconds(30));
    about(asked, 15.0);
    CHECK((all<QuestionAsked>(rehearsal.latest).size() == 1) == (answers != Answers::none));
    const auto openings = rehearsal.session.summary().repetitions.size();
    rehearsal.play();
    const Summary summary = rehearsal.session.summary();
    CHECK(rehearsal.session.phase() == Phase::finished);
    CHECK(summary.gain.verdict == GainVerdict::undetermined);
    CHECK(summary.asymmetry.verdict == AsymmetryVerdict::undetermined);
    CHECK(summary.repetitions.size() == openings);
    CHECK(summary.offered_openings > 0);
    CHECK(count_of(rehearsal.events, Moment::by_feel) == 1);
    CHECK_FALSE(rehearsal.session.target());
    std::map<std::pair<int, std::optional<Side>>, RuleVerdict> told;  // nothing is judged any more, and that is told
    for (const RuleChanged& change : all<RuleChanged>(rehearsal.events))
      told[{change.rule, change.side}] = change.verdict;
    CHECK_FALSE(told.empty());
    for (const auto& [rule, verdict] : told) CHECK(verdict == RuleVerdict::cued_only);
  }
}

TEST_CASE("what was measured before sight was lost for good is not claimed either") {
  const SessionOptions options{.answers = Answers::none, .source = Source::optical_markers};
  Rehearsal rehearsal{Session{inner_thigh(), {}, options}, {.easy = {degrees(30), degrees(46)}, .gained = degrees(6)}};
  REQUIRE(rehearsal.play_to(Phase::remeasuring, Stage::offering));
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  CHECK(rehearsal.session.summary().gain.verdict == GainVerdict::increased);
  CHECK(rehearsal.session.summary().asymmetry.tighter_side == Side::left);
  rehearsal.body.sensor = false;
  while (inside(rehearsal.session).sight.following == Sensing::seen) rehearsal.step();
  const Summary at_once = rehearsal.session.summary();
  CHECK(at_once.gain.verdict == GainVerdict::undetermined);
  CHECK_FALSE(at_once.asymmetry.tighter_side);
  rehearsal.play();
  const Summary summary = rehearsal.session.summary();
  CHECK(summary.gain.verdict == GainVerdict::undetermined);
  CHECK(summary.gain_by_side.left.verdict == GainVerdict::undetermined);
  CHECK(summary.asymmetry.verdict == AsymmetryVerdict::undetermined);
  CHECK_FALSE(summary.asymmetry.tighter_side);
  CHECK(summary.range_before.left.known());  // it was measured, and is told as that
}

TEST_CASE("a sensor that never shows both legs is asked about, and the session goes on by feel") {
  Body body;
  body.hidden.insert(left_hip);
  Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh())}, body};
  const auto asked = after<QuestionAsked>(
      rehearsal, [](const QuestionAsked& question) { return question.kind == QuestionKind::by_feel; }, seconds(120));
  about(asked, 45.0);
  rehearsal.play();
  CHECK(rehearsal.session.phase() == Phase::finished);
  CHECK(rehearsal.session.summary().repetitions.empty());
}

TEST_CASE("a number that stands still to the last bit is a lost signal within seven seconds", "[SR-2]") {
  Rehearsal rehearsal = in_a_block();
  const Angle stuck = inside(rehearsal.session).sight.signals_[left_hip].raw();
  const Time from = rehearsal.now;
  std::optional<Time> told;
  std::optional<Time> paused;
  while (!paused && rehearsal.now < from + seconds(10)) {
    rehearsal.now += seconds(0.05);
    Posture posture = rehearsal.posture();
    posture.set(left_hip, stuck);
    rehearsal.give(posture);
    for (const SignalLost& loss : all<SignalLost>(rehearsal.latest)) {
      CHECK(loss.health == Health::frozen);
      told = rehearsal.now - from;
    }
    if (rehearsal.session.phase() == Phase::paused) paused = rehearsal.now - from;
  }
  about(told, 5.0);
  REQUIRE(paused);
  CHECK(*paused <= frozen_after + seconds(2));
}

TEST_CASE("a channel that jumps or is beyond its joint is a lost signal, and pauses", "[SR-2]") {
  for (const auto& [wild, health] : {std::pair{95.0, Health::jumping}, std::pair{400.0, Health::implausible}}) {
    Rehearsal rehearsal = in_a_block();
    const Time from = rehearsal.now;
    std::optional<Time> told;
    std::optional<Time> paused;
    for (int n = 0; !paused && rehearsal.now < from + seconds(10); ++n) {
      rehearsal.now += seconds(0.05);
      Posture posture = rehearsal.posture();
      if (n % 2 == 0) posture.set(left_hip, degrees(wild));
      rehearsal.give(posture);
      for (const SignalLost& loss : all<SignalLost>(rehearsal.latest)) {
        CHECK(loss.health == health);
        CHECK(loss.channels == ChannelSet{left_hip});
        if (!told) told = rehearsal.now - from;
      }
      if (rehearsal.session.phase() == Phase::paused) paused = rehearsal.now - from;
    }
    about(told, 0.5);
    REQUIRE(paused);
    CHECK(*paused <= seconds(3));
    const std::string words = health == Health::jumping ? "left hip jumping for " : "left hip beyond its joint for ";
    CHECK(rehearsal.session.view().waiting_for.rfind(words, 0) == 0);
  }
}

TEST_CASE("a rule on a channel that jumps is never ok, though every other number of it is taken", "[SR-1]") {
  Body body;
  body.hidden = {};
  Rehearsal rehearsal = in_a_block(Answers::tap, body);
  const Time from = rehearsal.now;
  bool judged = false;
  for (int n = 0; rehearsal.now < from + seconds(1.5); ++n) {
    rehearsal.now += seconds(0.05);
    Posture posture = rehearsal.posture();
    if (n % 2 == 0) posture.set(Channel::pelvis_list, degrees(55));
    rehearsal.give(posture);
    if (rehearsal.now < from + seconds(0.7)) continue;
    const State& state = inside(rehearsal.session);
    CHECK(health(state.sight.signals_, Channel::pelvis_list, state.now) == Health::jumping);
    CHECK(state.sight.lost.contains(Channel::pelvis_list));
    for (const RuleTrack& rule : state.rules) judged = judged || rule.condition.verdict == RuleVerdict::unknown;
  }
  CHECK(judged);
}

TEST_CASE("a sensor that falls silent does not leave a rule ok", "[SR-1]") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.body.sensor = false;
  rehearsal.play_for(seconds(3));
  std::map<int, RuleVerdict> verdicts;
  for (const RuleChanged& change : all<RuleChanged>(rehearsal.events)) verdicts[change.rule] = change.verdict;
  CHECK(verdicts.size() == 7);  // two about the knees, five about how the legs are moved
  for (const auto& [rule, verdict] : verdicts) CHECK(verdict == RuleVerdict::unknown);
}

TEST_CASE("a watched signal that only a rule needs pauses after the rule's own time", "[SR-2]") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.body.hidden.insert(Channel::knee_flexion_right);
  about(after<PhaseChanged>(rehearsal, is_pause), 2.0);
  CHECK(count_of(rehearsal.latest, Moment::pause_lost) == 1);
  rehearsal.body.hidden.erase(Channel::knee_flexion_right);
  about(after<PhaseChanged>(rehearsal, is_back), 1.05);
}

TEST_CASE("what the source never shows is told once and never pauses") {
  Rehearsal rehearsal{Session{inner_thigh()}, {.reply = agreeable}};
  for (const Channel knee : {Channel::knee_flexion_left, Channel::knee_flexion_right}) {
    rehearsal.body.hidden.insert(knee);
  }
  rehearsal.play();
  CHECK(rehearsal.session.phase() == Phase::finished);
  std::map<std::pair<int, std::optional<Side>>, int> told;
  for (const RuleChanged& change : all<RuleChanged>(rehearsal.events)) {
    const Rule& rule = inner_thigh().rules.at(static_cast<std::size_t>(change.rule));
    const bool of_the_hips = rule.when.find("hip_abduction") != std::string::npos;
    CHECK(change.verdict == (of_the_hips ? RuleVerdict::ok : RuleVerdict::cued_only));
    if (!of_the_hips) ++told[{change.rule, change.side}];
  }
  CHECK(told.size() == 11);
  for (const auto& [rule, times] : told) CHECK(times == 1);
  for (const PhaseChanged& change : all<PhaseChanged>(rehearsal.events)) CHECK(change.to != Phase::paused);
}

TEST_CASE("a drop-out while it is settled what is watched leaves nothing unwatched") {
  for (const double length : {0.6, 0.8, 2.0}) {
    for (double from = 25.0; from < 45.0; from += 0.5) {
      CAPTURE(length, from);
      Rehearsal rehearsal{Session{inner_thigh()}, {.reply = agreeable}};
      while (rehearsal.session.phase() != Phase::measuring && rehearsal.now < seconds(200)) {
        rehearsal.body.sensor = rehearsal.now < seconds(from) || rehearsal.now > seconds(from + length);
        rehearsal.step();
      }
      REQUIRE(rehearsal.session.phase() == Phase::measuring);
      CHECK(inside(rehearsal.session).sight.watched ==
            ChannelSet{Channel::hip_abduction_left, Channel::hip_abduction_right, Channel::knee_flexion_left,
                       Channel::knee_flexion_right});
    }
  }
}

TEST_CASE("words about what is followed are not said when nothing is") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.watched = ChannelSet{}}}, {.reply = agreeable}};
  rehearsal.play();
  for (const CueGiven& cue : all<CueGiven>(rehearsal.events)) {
    CHECK(rehearsal.session.text(cue, "en").find('{') == std::string::npos);
  }
}

}  // namespace session_lost_signal_test
