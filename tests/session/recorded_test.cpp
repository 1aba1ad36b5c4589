#include <algorithm>
#include <cmath>
#include <set>
#include <span>
#include <vector>

#include <stretchcore/exchange/read_recording.hpp>
#include <stretchcore/session/analyse.hpp>

#include "catch.hpp"
#include "recordings.hpp"
#include "session/people.hpp"

namespace session_recorded_test {

using namespace stretchcore;

namespace {

/// What a body shows a camera that nobody watches.
Recording recorded(Body body, Time duration) {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.answers = Answers::none}}, std::move(body)};
  rehearsal.play();
  std::vector<double> time;
  std::vector<Posture> shown;
  for (const Input& input : rehearsal.inputs) {
    const auto* posture = std::get_if<Posture>(&input);
    if (!posture || posture->present().empty() || posture->time > duration) continue;
    time.push_back(to_seconds(posture->time));
    shown.push_back(*posture);
  }
  Recording recording{time};
  shown.front().present().each([&](Channel c) {
    std::vector<double> column;
    for (const Posture& posture : shown) column.push_back(posture.angle(c).degrees());
    recording.set(c, column);
  });
  return recording;
}

Recording laboratory(const std::filesystem::path& file) {
  std::map<std::string, std::string> columns{{"pelvis_list", "pelvis_obliq"}, {"pelvis_rotation", "pelvis_rot"}};
  for (const auto& [ours, theirs] : {std::pair{"left", "_L"}, std::pair{"right", "_R"}}) {
    columns[std::string{"hip_abduction_"} + ours] = std::string{"hip_abd"} + theirs;
    columns[std::string{"knee_flexion_"} + ours] = std::string{"knee_flex"} + theirs;
  }
  return read_recording(file.string(), {columns, std::nullopt});
}

bool obeyed(const std::vector<Event>& events) {
  for (const PhaseChanged& change : all<PhaseChanged>(events)) {
    if (change.to == Phase::paused || change.to == Phase::stopped) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("coaching a recording starts at its first sample, and lists the responses without obeying them") {
  Body body{.rate = 30, .knees = degrees(-12)};
  const Recording recording = recorded(body, seconds(200));
  const Outcome outcome = coach(recording, inner_thigh());
  CHECK(all<PhaseChanged>(outcome.events).front().time == recording.start());
  CHECK_FALSE(obeyed(outcome.events));
  int broken = 0;
  for (const RuleChanged& change : all<RuleChanged>(outcome.events)) {
    broken += change.verdict == RuleVerdict::violated && change.response == Response::pause ? 1 : 0;
  }
  CHECK(broken >= 2);
  CHECK(outcome.summary.end_reason == EndReason::input_ended);
  CHECK(count_of(outcome.events, Moment::come_out) == 4);
  CHECK(std::holds_alternative<SessionEnded>(outcome.events.back()));
}

TEST_CASE("a gap in a recording pauses nothing") {
  Recording recording = recorded({.rate = 30}, seconds(150));
  std::vector<double> left(recording.column(Channel::hip_abduction_left).begin(),
                           recording.column(Channel::hip_abduction_left).end());
  for (std::size_t i = left.size() / 2; i < left.size() / 2 + 150; ++i) left[i] = std::nan("");
  recording.set(Channel::hip_abduction_left, left);
  const Outcome outcome = coach(recording, inner_thigh());
  CHECK_FALSE(obeyed(outcome.events));
  CHECK(all<SignalLost>(outcome.events).size() == 1);
  CHECK(all<SignalRestored>(outcome.events).size() == 1);
}

namespace {

/// The rows of a recording without those between two moments.
Recording without(const Recording& recording, double from, double to, double added = 0.0) {
  std::vector<double> time;
  for (const double t : recording.time()) {
    if (t < from || t > to) time.push_back(t);
  }
  Recording left{time};
  recording.channels().each([&](Channel c) {
    std::vector<double> column;
    for (std::size_t row = 0; row < recording.size(); ++row) {
      const double t = recording.time()[row];
      if (t < from || t > to) column.push_back(recording.column(c)[row] + (t > to ? added : 0.0));
    }
    left.set(c, column);
  });
  return left;
}

std::vector<Moment> moments_after(const Outcome& outcome, double from) {
  std::vector<Moment> said;
  for (const CueGiven& cue : all<CueGiven>(outcome.events)) {
    if (cue.time >= seconds(from)) said.push_back(cue.moment);
  }
  return said;
}

bool has(const std::vector<Moment>& said, Moment moment) {
  return std::find(said.begin(), said.end(), moment) != said.end();
}

}  // namespace

TEST_CASE("coaching says of a gap what a live session would have said, and goes on over it") {
  const Recording whole = recorded({.rate = 30}, seconds(300));
  CHECK_FALSE(has(moments_after(coach(whole, inner_thigh()), 0.0), Moment::pause_lost));
  for (const double gap : {1.5, 3.0, 6.0, 25.0}) {
    CAPTURE(gap);
    const double from = to_seconds(whole.start()) + 60.0;
    const Outcome outcome = coach(without(whole, from, from + gap), inner_thigh());
    CHECK_FALSE(obeyed(outcome.events));
    const std::vector<Moment> said = moments_after(outcome, from);
    CHECK(has(said, Moment::pause_lost) == (gap > 2.0));
    CHECK(has(said, Moment::found) == (gap > 2.0 && gap < 10.0));
    CHECK(has(said, Moment::set_up_anew) == (gap > 10.0));
    int unknown = 0;
    for (const RuleChanged& change : all<RuleChanged>(outcome.events)) {
      unknown += change.verdict == RuleVerdict::unknown ? 1 : 0;
    }
    CHECK((unknown > 0) == (gap > 1.0));
    CHECK(outcome.summary.repetitions.size() > 10);
  }
}

namespace {

/// What a session that is called ten times a second says of a recording that it need not obey.
std::vector<Event> ticked(const Recording& recording) {
  SessionOptions options{.recorded = true};
  options.source = recording.source.value_or(options.source);
  Session session{inner_thigh(), {}, options};
  std::vector<Event> events;
  const auto keep = [&](std::span<const Event> more) { events.insert(events.end(), more.begin(), more.end()); };
  keep(session.report(Command{recording.start(), Action::start}));
  std::size_t row = 0;
  for (Time now = recording.start(); row < recording.size() && !session.over(); now += seconds(0.1)) {
    for (; row < recording.size() && recording.posture(row).time <= now; ++row) {
      keep(session.observe(recording.posture(row)));
    }
    keep(session.tick(now));
  }
  return events;
}

/// One row of so many.
Recording every(int step, const Recording& recording) {
  std::vector<double> time;
  for (std::size_t row = 0; row < recording.size(); row += static_cast<std::size_t>(step)) {
    time.push_back(recording.time()[row]);
  }
  Recording sparse{time};
  recording.channels().each([&](Channel c) {
    std::vector<double> column;
    for (std::size_t row = 0; row < recording.size(); row += static_cast<std::size_t>(step)) {
      column.push_back(recording.column(c)[row]);
    }
    sparse.set(c, column);
  });
  return sparse;
}

/// When a signal was lost, and when words said that the person cannot be seen.
template <class E>
std::vector<double> times_of(const std::vector<Event>& events) {
  std::vector<double> times;
  for (const E& one : all<E>(events)) times.push_back(to_seconds(one.time));
  return times;
}

std::vector<double> lost_words(const std::vector<Event>& events) {
  std::vector<double> times;
  for (const CueGiven& cue : all<CueGiven>(events)) {
    if (cue.moment == Moment::pause_lost || cue.moment == Moment::found) times.push_back(to_seconds(cue.time));
  }
  return times;
}

void check_close(const std::vector<double>& coached, const std::vector<double>& live) {
  REQUIRE(coached.size() == live.size());
  for (std::size_t i = 0; i < live.size(); ++i) CHECK(std::fabs(coached[i] - live[i]) <= 0.21);
}

}  // namespace

TEST_CASE("coaching tells of gaps when a session that is called regularly would have told of them") {
  const Recording whole = recorded({.rate = 30}, seconds(200));
  for (const double gap : {0.4, 0.8, 1.5, 3.0, 7.0}) {
    CAPTURE(gap);
    const double from = to_seconds(whole.start()) + 60.0;
    const Recording holed = without(whole, from, from + gap);
    const std::vector<Event> coached = coach(holed, inner_thigh()).events;
    const std::vector<Event> live = ticked(holed);
    check_close(times_of<SignalLost>(coached), times_of<SignalLost>(live));
    check_close(times_of<SignalRestored>(coached), times_of<SignalRestored>(live));
    check_close(lost_words(coached), lost_words(live));
    for (const double at : lost_words(coached)) CHECK((at < from || at > from + 1.9));
  }
}

TEST_CASE("coaching tells that a stream is too slow when a session that is called regularly would") {
  const Recording whole = recorded({.rate = 30}, seconds(200));
  for (const int step : {15, 20, 30, 45, 57}) {  // every half second to every 1.9 s
    CAPTURE(step);
    const Recording slow = every(step, whole);
    const std::vector<Event> coached = coach(slow, inner_thigh()).events;
    const std::vector<Event> live = ticked(slow);
    check_close(times_of<SignalLost>(coached), times_of<SignalLost>(live));
    check_close(lost_words(coached), lost_words(live));
  }
}

namespace {

/// Both legs out and back every 4.8 s, whatever a session would say: so far, and further from one moment on.
Recording opening_further(double far, double further, double from) {
  constexpr double rate = 30.0, begin = 8.0, cycle = 4.8, moving = 4.0, rest = 2.0;
  Dice dice{3};
  std::vector<double> time, left, right, knees;
  for (int n = 1; n < static_cast<int>(rate * 400.0); ++n) {
    const double t = n / rate;
    const double since = std::fmod(std::max(t - begin, 0.0), cycle);
    const double width = t - since < from ? far : further;
    const double share = std::min(since / moving, 1.0);
    const double open = t < begin ? 0.0 : 16.0 * share * share * (1.0 - share) * (1.0 - share);  // smooth, 1 half-way
    time.push_back(t);
    left.push_back(rest + width * open + 0.2 * dice.next());
    right.push_back(rest + width * open + 0.2 * dice.next());
    knees.push_back(9.0 + 0.2 * dice.next());
  }
  Recording recording{time};
  recording.set(Channel::hip_abduction_left, left);
  recording.set(Channel::hip_abduction_right, right);
  recording.set(Channel::knee_flexion_left, knees);
  recording.set(Channel::knee_flexion_right, knees);
  return recording;
}

Outcome by_markers(const Recording& recording) {
  return coach(recording, inner_thigh(), {}, {.source = Source::optical_markers});
}

}  // namespace

TEST_CASE("a recording with a long gap in it shows no gain over it") {
  const Outcome even = by_markers(opening_further(36.0, 36.0, 0.0));
  Time stretching{0};
  for (const PhaseChanged& change : all<PhaseChanged>(even.events)) {
    if (change.to == Phase::stretching && stretching == Time{0}) stretching = change.time;
  }
  REQUIRE(stretching > Time{0});
  CHECK(even.summary.gain.verdict != GainVerdict::increased);
  const double from = to_seconds(stretching) + 8.0;
  const Recording whole = opening_further(36.0, 46.0, from + 5.0);
  REQUIRE(by_markers(whole).summary.gain.verdict == GainVerdict::increased);
  CHECK(by_markers(without(whole, from, from + 3.0)).summary.gain.verdict == GainVerdict::increased);
  CHECK(by_markers(without(whole, from, from + 15.0)).summary.gain.verdict == GainVerdict::undetermined);
  CHECK(by_markers(without(whole, from, from + 15.0, 9.0)).summary.gain.verdict == GainVerdict::undetermined);
}

TEST_CASE("coaching a recording never speaks of measuring while it stretches") {
  for (const double rate : {15.0, 60.0}) {
    for (const double easy : {25.0, 45.0}) {
      const Recording whole = recorded({.easy = {degrees(easy), degrees(easy)}, .rate = rate}, seconds(300));
      const Outcome outcome = coach(without(whole, 0.0, 40.0), inner_thigh());
      Phase phase = Phase::ready;
      for (const Event& event : outcome.events) {
        if (const auto* change = std::get_if<PhaseChanged>(&event)) phase = change->to;
        const auto* cue = std::get_if<CueGiven>(&event);
        if (!cue || phase != Phase::stretching) continue;
        CHECK(cue->moment != Moment::practice);
        CHECK(cue->moment != Moment::measure);
        CHECK(cue->moment != Moment::remeasure);
      }
    }
  }
}

TEST_CASE("a rule table calls a clean rule ok, though it needs some postures before it can say anything") {
  const Recording whole = recorded({.rate = 30}, seconds(200));
  const Analysis analysis = analyse(whole, inner_thigh());
  for (const RuleRow& row : analysis.rule_table) {
    CAPTURE(row.rule);
    if (row.worst == RuleVerdict::cued_only) continue;
    CHECK(row.worst == RuleVerdict::ok);
    CHECK(row.unknown == Time{0});
  }
  const double from = to_seconds(whole.start()) + 60.0;
  bool unknown = false;  // what was missed later is unknown still
  for (const RuleRow& row : analyse(without(whole, from, from + 3.0), inner_thigh()).rule_table) {
    unknown = unknown || row.worst == RuleVerdict::unknown;
  }
  CHECK(unknown);
}

TEST_CASE("repetitions beyond a target that nobody heard count as over target, with their side where it is one") {
  const Recording recording = recorded({.easy = {degrees(30), degrees(48)}, .rate = 30, .resists = true}, seconds(160));
  const Outcome outcome = coach(recording, inner_thigh());
  int over = 0;
  for (const Repetition& r : outcome.summary.repetitions) {
    CHECK((r.held || !r.over_target));
    over += r.over_target ? 1 : 0;
  }
  CHECK(over >= 5);
  for (const CueGiven& cue : all<CueGiven>(outcome.events)) {
    if (cue.moment == Moment::over_target && cue.side) CHECK(cue.side == Side::right);
  }
}

namespace {

/// How often an angle rose beyond one height since it was below another.
std::size_t rises(std::span<const double> column, double low, double high) {
  std::size_t times = 0;
  bool out = false;
  for (const double angle : column) {
    if (!out && angle > high) ++times;
    out = out ? angle > low : angle > high;
  }
  return times;
}

}  // namespace

TEST_CASE("an analysis has neither phases nor targets: every repetition is free") {
  const Recording recording = recorded({.rate = 30, .resists = true}, seconds(250));
  const Analysis analysis = analyse(recording, inner_thigh());
  const std::size_t whole = rises(recording.column(Channel::hip_abduction_left), 10.0, 35.0);
  CHECK(whole > 20);  // besides these, two or three half-way ones to practise
  CHECK(analysis.repetitions.size() >= whole);
  CHECK(analysis.repetitions.size() + analysis.attempts.size() ==
        rises(recording.column(Channel::hip_abduction_left), 5.0, 15.0));
  for (const Repetition& r : analysis.repetitions) CHECK_FALSE((r.held || r.over_target));
  CHECK(analysis.samples == static_cast<int>(recording.size()));
  CHECK(analysis.samples_rejected == 0);
  CHECK(analysis.coverage.watched.contains(Channel::hip_abduction_left));
  CHECK(analysis.coverage.cued_only.contains(Channel::pelvis_list));
  for (const RuleRow& row : analysis.rule_table) {
    CHECK((row.side || row.worst == RuleVerdict::cued_only));  // the knees and the hips are seen, the pelvis is not
    if (row.worst == RuleVerdict::cued_only) CHECK(row.ok + row.violated + row.unknown == Time{0});
    if (row.worst != RuleVerdict::cued_only) CHECK(row.ok > seconds(100));
  }
  CHECK_FALSE(analysis.text("en").empty());
}

TEST_CASE("a recording without the movement is refused with what is missing; an empty one ends at once") {
  Recording knees{{0.0, 0.1}};
  knees.set(Channel::knee_flexion_left, {1.0, 2.0});
  CHECK_THROWS_WITH(analyse(knees, inner_thigh()),
                    Catch::Matchers::Contains("hip_abduction_left, hip_abduction_right"));
  CHECK_THROWS_AS(coach(knees, inner_thigh()), RecordingError);
  Recording empty;
  empty.set(Channel::hip_abduction_left, {});
  empty.set(Channel::hip_abduction_right, {});
  CHECK(coach(empty, inner_thigh()).summary.end_reason == EndReason::input_ended);
  CHECK(analyse(empty, inner_thigh()).repetitions.empty());
}

TEST_CASE("the real marker recordings give the repetitions that were counted by hand") {
  const auto folder = recordings_folder();
  if (!folder) return;
  std::ifstream table{*folder / "EXPECTED.csv"};
  int rows = 0;
  for (std::string line; std::getline(table, line);) {
    std::istringstream cells{line};
    std::vector<std::string> row;
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    if (row.size() < 6 || row[2] != "founding" || row[0].find("vicon") == std::string::npos) continue;
    CAPTURE(line);
    const Analysis analysis = analyse(laboratory(*folder / row[0]), inner_thigh());
    CHECK(static_cast<int>(analysis.repetitions.size()) == std::stoi(row[3]));
    if (!row[4].empty()) CHECK(static_cast<int>(analysis.attempts.size()) == std::stoi(row[4]));
    CHECK(analysis.source == Source::optical_markers);
    ++rows;
  }
  CHECK(rows == 8);
}

TEST_CASE("in one real recording the right side stops first, and in another no side is claimed") {
  const auto folder = recordings_folder();
  if (!folder) return;
  const Analysis tighter = analyse(laboratory(*folder / "uiprmd/m01_s03_vicon100.csv"), inner_thigh());
  CHECK(tighter.asymmetry.verdict == AsymmetryVerdict::right_tighter);
  CHECK(tighter.asymmetry.tighter_side == Side::right);
  CHECK(tighter.asymmetry.high < degrees(0));
  const Analysis even = analyse(laboratory(*folder / "uiprmd/m05_s02_vicon100.csv"), inner_thigh());
  CHECK_FALSE(even.asymmetry.tighter_side);
  CHECK(even.asymmetry.verdict == AsymmetryVerdict::undetermined);
}

TEST_CASE("coaching a real recording, every target held by the side that stops first follows that side") {
  const auto folder = recordings_folder();
  if (!folder) return;
  const Outcome outcome = coach(laboratory(*folder / "uiprmd/m01_s03_vicon100.csv"), inner_thigh());
  CHECK_FALSE(obeyed(outcome.events));
  int held = 0;
  for (const TargetChanged& change : all<TargetChanged>(outcome.events)) {
    if (!change.target || change.target->limited_by != Limit::side_that_stops_first) continue;
    CHECK(change.target->side == Side::right);
    CHECK(change.target->angle <= outcome.summary.range_before.right.value);
    ++held;
  }
  CHECK(held >= 1);
  CHECK(outcome.summary.end_reason == EndReason::input_ended);
  CHECK(count_of(outcome.events, Moment::come_out) == 4);
}

}  // namespace session_recorded_test
