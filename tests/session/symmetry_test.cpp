#include <stretchcore/simulation/virtual_person.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_symmetry_test {

using namespace stretchcore;

namespace {

std::optional<Side> turned(std::optional<Side> side) { return side ? std::optional{opposite(*side)} : side; }

ChannelSet turned(const ChannelSet& channels) {
  ChannelSet other;
  channels.each([&](Channel c) { other.insert(mirrored(c)); });
  return other;
}

/// What a mirror makes of anything that names a side.
template <class E>
void turn(E& e) {
  if constexpr (requires { e.side = turned(std::optional<Side>{}); }) e.side = turned(std::optional<Side>{e.side});
  if constexpr (requires { e.watched; }) e.watched = turned(e.watched);
  if constexpr (requires { e.cued_only; }) e.cued_only = turned(e.cued_only);
  if constexpr (requires { e.parts; }) e.parts = turned(e.parts);
  if constexpr (requires { e.channels; }) e.channels = turned(e.channels);
  if constexpr (requires { e.peak; }) e.peak = e.peak.mirrored();
  if constexpr (requires { e.reach; }) e.reach = e.reach.mirrored();
  if constexpr (requires { e.peak_time; }) e.peak_time = e.peak_time.mirrored();
  if constexpr (requires { e.peak_speed; }) e.peak_speed = e.peak_speed.mirrored();
  if constexpr (requires { e.home; }) e.home = e.home.mirrored();
  if constexpr (requires { e.repetition; }) turn(e.repetition);
  if constexpr (requires { e.attempt; }) turn(e.attempt);
  if constexpr (requires { e.channel; }) {
    if (e.channel) e.channel = mirrored(*e.channel);
  }
  if constexpr (requires { e.target->side; }) {
    if (e.target) turn(*e.target);
  }
}

void turn(Posture& posture) { posture = posture.mirrored(); }
void turn(NeutralMoved& moved) {
  if (moved.channel == Channel::pelvis_tilt) return;
  moved.from = -moved.from;
  moved.to = -moved.to;
}
void turn(FeltSide& felt) {
  if (felt.side != FirstSide::same) felt.side = felt.side == FirstSide::left ? FirstSide::right : FirstSide::left;
}
void turn(Answer& answer) {
  if (answer.choice == Choice::left || answer.choice == Choice::right) {
    answer.choice = answer.choice == Choice::left ? Choice::right : Choice::left;
  }
}

template <class Anything>
Anything in_the_mirror(Anything anything) {
  std::visit([](auto& each) { turn(each); }, anything);
  return anything;
}

std::vector<Event> replay(Session session, const std::vector<Input>& inputs) {
  std::vector<Event> events;
  for (const Input& input : inputs) {
    for (const Event& event : session.apply(input)) events.push_back(event);
  }
  return events;
}

/// Rules of a pair come out left first; in the mirror that is right first, at the same time.
bool same_but_for_order(std::vector<Event> a, std::vector<Event> b) {
  if (a.size() != b.size()) return false;
  for (const Event& event : a) {
    const auto found = std::find(b.begin(), b.end(), event);
    if (found == b.end()) return false;
    b.erase(found);
  }
  return true;
}

template <class Change>
std::vector<Event> changed(std::vector<Event> events, Change&& change) {
  for (Event& event : events) std::visit(change, event);
  return events;
}

std::vector<Rehearsal> people() {
  Body seen{.gained = degrees(2), .resists = true, .reply = agreeable};
  seen.hidden = {};
  std::vector<Rehearsal> all;
  all.emplace_back(Session{inner_thigh()}, seen, 3);
  all.emplace_back(Session{inner_thigh(), {}, {.answers = Answers::none, .source = Source::optical_markers}}, seen, 4);
  all.emplace_back(Session{inner_thigh()}, Body{.sensor = false, .reply = agreeable}, 5);
  for (Rehearsal& rehearsal : all) {
    rehearsal.play_to(Phase::stretching, Stage::opening);
    rehearsal.play_for(seconds(8));
    rehearsal.body.knees = degrees(-12);
    rehearsal.play_for(seconds(3));
    rehearsal.body.knees = degrees(9);
    rehearsal.body.hidden.insert(Channel::hip_abduction_left);
    rehearsal.play_for(seconds(4));
    rehearsal.body.hidden.erase(Channel::hip_abduction_left);
    rehearsal.give(FeltSide{{}, FirstSide::left});
    rehearsal.play();
  }
  return all;
}

template <class E>
void shift(E& e, Time by) {
  e.time += by;
}
void shift(Repetition& r, Time by) {
  r.start += by;
  r.end += by;
  for (const Side side : both_sides) r.peak_time[side] += by;
}
void shift(RepetitionCompleted& e, Time by) {
  e.time += by;
  shift(e.repetition, by);
}
void shift(AttemptRejected& e, Time by) {
  e.time += by;
  e.attempt.start += by;
  e.attempt.end += by;
}
void shift(QuestionAsked& e, Time by) {
  e.time += by;
  e.answer_by += by;
}

Input later(Input input, Time by) {
  std::visit(
      [&](auto& each) {
        if constexpr (requires { *each.time; }) {
          if (each.time) *each.time += by;
        } else {
          each.time += by;
        }
      },
      input);
  return input;
}

}  // namespace

TEST_CASE("a mirror turns every event round and changes nothing else") {
  for (const Rehearsal& rehearsal : people()) {
    std::vector<Input> inputs = rehearsal.inputs;
    for (Input& input : inputs) input = in_the_mirror(input);
    const SessionOptions& options = rehearsal.session.options();
    std::vector<Event> events = replay(Session{inner_thigh(), {}, options}, inputs);
    for (Event& event : events) event = in_the_mirror(event);
    CHECK(phases_of(events) == phases_of(rehearsal.events));
    CHECK(all<RepetitionCompleted>(events) == all<RepetitionCompleted>(rehearsal.events));
    CHECK(all<TargetChanged>(events) == all<TargetChanged>(rehearsal.events));
    CHECK(all<CueGiven>(events) == all<CueGiven>(rehearsal.events));
    CHECK(same_but_for_order(events, rehearsal.events));
  }
}

TEST_CASE("the mirrored session says of the other side what it said of the one") {
  const Rehearsal rehearsal = people().at(1);
  Session session{inner_thigh(), {}, rehearsal.session.options()};
  for (const Input& input : rehearsal.inputs) session.apply(in_the_mirror(input));
  const Summary here = rehearsal.session.summary();
  const Summary there = session.summary();
  CHECK(there.range_before == here.range_before.mirrored());
  CHECK(there.range_after == here.range_after.mirrored());
  CHECK(there.gain == here.gain);
  CHECK(there.gain_by_side == here.gain_by_side.mirrored());
  CHECK(there.asymmetry.difference.degrees() == Approx(-here.asymmetry.difference.degrees()));
  CHECK(there.asymmetry.low.degrees() == Approx(-here.asymmetry.high.degrees()));
  CHECK(there.asymmetry.tighter_side == turned(here.asymmetry.tighter_side));
  CHECK(here.asymmetry.tighter_side == Side::left);
  CHECK(here.end_reason == there.end_reason);
}

TEST_CASE("a virtual person with her sides exchanged is guided as in a mirror") {
  const auto guided = [](Angle left, Angle right) {
    Traits traits{.easy_left = left, .easy_right = right, .spread = degrees(0), .sensor_noise = degrees(0)};
    // Without noise a leg that rests while its person listens would be a sensor that is stuck.
    traits.faults.drift_home = traits.faults.drift_open = {degrees(0.03), degrees(0.03)};
    Session session{inner_thigh()};
    VirtualPerson person{1, traits};
    std::vector<Event> events;
    person.follow(session, [&](const Event& event) { events.push_back(event); });
    return events;
  };
  const auto here = guided(degrees(34), degrees(46));
  std::vector<Event> there = guided(degrees(46), degrees(34));
  for (Event& event : there) event = in_the_mirror(event);
  CHECK(all<RepetitionCompleted>(here).size() > 10);
  CHECK(all<RepetitionCompleted>(here) == all<RepetitionCompleted>(there));
  CHECK(same_but_for_order(here, there));
}

TEST_CASE("another zero of the clock shifts every time and changes nothing else") {
  for (const Rehearsal& rehearsal : people()) {
    for (const Time by : {seconds(-100), seconds(1.7e9), Time{-1}}) {
      std::vector<Input> inputs = rehearsal.inputs;
      for (Input& input : inputs) input = later(input, by);
      std::vector<Event> events = replay(Session{inner_thigh(), {}, rehearsal.session.options()}, inputs);
      const auto expected = changed(rehearsal.events, [&](auto& event) { shift(event, by); });
      CAPTURE(to_seconds(by));
      CHECK(events == expected);
    }
  }
}

TEST_CASE("a session started before any time was known counts from the first one") {
  Rehearsal rehearsal = people().front();
  for (const Time by : {seconds(1.7e9), seconds(-50), Time{0}}) {
    std::vector<Input> inputs = rehearsal.inputs;
    for (Input& input : inputs) input = later(input, by);
    const Command without_time{{}, Action::start};
    inputs.front() = without_time;
    std::vector<Event> events = replay(Session{inner_thigh()}, inputs);
    CHECK(phases_of(events) == phases_of(rehearsal.events));
    const Time ended = std::get<SessionEnded>(events.back()).time;
    const Time expected = rehearsal.session.summary().ended + by;
    CHECK(ended >= expected);
    CHECK(ended <= expected + seconds(0.05));  // one sample later, as the clock began
  }
}

}  // namespace session_symmetry_test
