#include <set>

#include <stretchcore/balance/compare.hpp>
#include <stretchcore/balance/home.hpp>
#include <stretchcore/balance/target.hpp>
#include <stretchcore/cue/render.hpp>
#include <stretchcore/simulation/virtual_person.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_course_test {

using namespace stretchcore;

namespace {

/// setting_up, measuring, then blocks and measurings in turn, coming_out, finished.
bool in_order(const std::vector<Phase>& phases) {
  if (phases.size() < 6 || phases.size() % 2 != 0) return false;
  std::vector<Phase> expected{Phase::setting_up, Phase::measuring};
  while (expected.size() + 2 < phases.size()) {
    expected.push_back(Phase::stretching);
    expected.push_back(Phase::remeasuring);
  }
  expected.push_back(Phase::coming_out);
  expected.push_back(Phase::finished);
  return phases == expected;
}

bool held_down(const Target& target) {
  return target.limited_by == Limit::ramp_in || target.limited_by == Limit::eased;
}

/// Every limit of DESIGN §4 as it applies to both sides together, worked out from what the session has measured.
std::map<Limit, Angle> limits_now(const Session& session) {
  const State& state = inside(session);
  const auto of = [&](const Openings& which) {
    const std::span<const Repetition> all{state.tally.repetitions.data(), state.tally.repetitions.size()};
    const auto from = static_cast<std::size_t>(which.from);
    return ranges(all.subspan(from, static_cast<std::size_t>(which.to) - from), error_model(session.options().source));
  };
  const Bilateral<Estimate> range = of(state.tally.latest);
  const Bilateral<Estimate> start = of(state.tally.before);
  const double margin = session.person().profile == Profile::cautious ? 0.20 : 0.05;
  const auto homes_of = [&](const Openings& which) {
    const std::span<const Repetition> all{state.tally.repetitions.data(), state.tally.repetitions.size()};
    const auto from = static_cast<std::size_t>(which.from);
    return homes(all.subspan(from, static_cast<std::size_t>(which.to) - from), error_model(session.options().source));
  };
  const Bilateral<Estimate> rests = homes_of(state.tally.latest);
  const Bilateral<Estimate> rested = homes_of(state.tally.before);
  const Angle home = std::min(rests.left.value, rests.right.value);
  // Every share is one of the way from home, and no target is beyond what was measured.
  const auto part = [](Angle whole, Angle from, double share) { return from + (whole - from) * share; };
  const auto easy = [&](Side side) {
    const Angle sure = range[side].value - range[side].within_session;
    return std::min(part(sure, rests[side].value, 1.0 - margin), range[side].value);
  };
  std::map<Limit, Angle> limits{{Limit::anatomy, session.exercise().movement.anatomy}};
  for (const MotionLimit& limit : session.person().limits) {
    limits[limit.kind == LimitKind::prescription ? Limit::prescription : Limit::clinician] = limit.at_most;
  }
  REQUIRE(range.left.known());
  limits[Limit::side_that_stops_first] = std::min(easy(Side::left), easy(Side::right));
  const auto at_start = each_side([&](Side side) {  // a home that sank takes it along
    return start[side].value + std::min(rests[side].value - rested[side].value, Angle{});
  });
  limits[Limit::progress] = std::min(at_start.left, at_start.right) + degrees(5);
  Angle whole = degrees(1000);
  for (const auto& [limit, angle] : limits) whole = std::min(whole, angle);
  limits[Limit::eased] = part(whole, home, state.aim.eased);
  const int done = state.course.counted + state.course.practised;
  if (done < 2) limits[Limit::ramp_in] = part(limits[Limit::eased], home, done == 0 ? 0.60 : 0.75);
  // Less than the opening that was too much, until it is measured anew and felt to be well.
  for (const Side side : both_sides) {
    if (const auto& ceiling = state.aim.ceiling[side]) limits[Limit::eased] = std::min(limits[Limit::eased], *ceiling);
  }
  return limits;
}

std::vector<Person> people() {
  return {{},
          {.profile = Profile::cautious},
          {.limits = {{.at_most = degrees(25), .kind = LimitKind::prescription}}},
          {.limits = {{.at_most = degrees(20)}}},
          {.limits = {{.at_most = degrees(38.5)}}},  // close to what is easy
          {.limits = {{.at_most = degrees(50), .kind = LimitKind::prescription}, {.at_most = degrees(70)}}}};
}

}  // namespace

TEST_CASE("a guided person goes through the phases in their order and reaches finished") {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    Session session{inner_thigh()};
    VirtualPerson person{seed};
    std::vector<Event> events;
    person.follow(session, [&](const Event& event) { events.push_back(event); });
    CAPTURE(seed);
    CHECK(session.phase() == Phase::finished);
    CHECK(in_order(phases_of(events)));
    CHECK(all<SessionEnded>(events).size() == 1);
    CHECK(std::holds_alternative<SessionEnded>(events.back()));
    CHECK(session.view().waiting_for.empty());
  }
}

TEST_CASE("every change of phase begins where the one before it ended, and blocks are counted from one") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.answers = Answers::none}}};
  rehearsal.play();
  Phase phase = Phase::ready;
  int block = 0;
  for (const PhaseChanged& change : all<PhaseChanged>(rehearsal.events)) {
    CHECK(change.from == phase);
    if (change.to == Phase::stretching) ++block;
    CHECK(change.block == block);
    phase = change.to;
  }
  CHECK(phase == Phase::finished);
  CHECK(block >= 2);
  CHECK(in_order(phases_of(rehearsal.events)));
}

TEST_CASE("there is no target whenever the person is free") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.answers = Answers::none}}};
  int held = 0;
  rehearsal.play([&] {
    const bool target = rehearsal.session.target().has_value();
    REQUIRE(target == rehearsal.session.view().target.has_value());
    REQUIRE(target == (rehearsal.session.phase() == Phase::stretching));
    held += target ? 1 : 0;
  });
  CHECK(held > 100);
}

TEST_CASE("the target changes between blocks only, apart from the ramp and a wish for less") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.answers = Answers::none}}, {.gained = degrees(3)}};
  std::map<int, std::set<double>> full_by_block;
  std::map<int, int> changes_by_block;
  rehearsal.play([&] {
    for (const TargetChanged& change : all<TargetChanged>(rehearsal.latest)) {
      const int block = inside(rehearsal.session).course.block;
      if (!change.target) continue;
      ++changes_by_block[block];
      if (!held_down(*change.target)) full_by_block[block].insert(change.target->angle.degrees());
    }
  });
  REQUIRE(full_by_block.size() >= 2);
  for (const auto& [block, angles] : full_by_block) {
    CAPTURE(block);
    CHECK(angles.size() == 1);
    CHECK(changes_by_block[block] == 3);  // two steps of the ramp, then the whole
  }
  CHECK(*full_by_block[2].begin() > *full_by_block[1].begin());
}

TEST_CASE("a wish for less lowers the target at once and for good, and raises it never", "[SR-10]") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.answers = Answers::none}}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.play_for(seconds(20));
  Angle before = rehearsal.session.target()->angle;
  for (const Input& wish : {Input{Command{{}, Action::ease}}, Input{FeltStretch{{}, Stretch::too_much}},
                            Input{FeltChange{{}, Feeling::tighter}}, Input{PainRating{{}, 3}}}) {
    rehearsal.give(wish);
    REQUIRE(all<TargetChanged>(rehearsal.latest).size() == 1);
    CHECK(rehearsal.session.target()->limited_by == Limit::eased);
    CHECK(rehearsal.session.target()->angle < before);
    before = rehearsal.session.target()->angle;
  }
  rehearsal.give(FeltStretch{{}, Stretch::nothing});
  CHECK(rehearsal.session.target()->angle == before);
  CHECK(rehearsal.session.phase() == Phase::stretching);
}

TEST_CASE("every target is the minimum of the limits that apply, and names one that attains it", "[SR-10]") {
  std::set<Limit> named;
  for (const Person& person : people()) {
    Rehearsal rehearsal{Session{inner_thigh(), person, {.answers = Answers::none}}, {.gained = degrees(6)}};
    int eased = 0;
    rehearsal.play([&] {
      for (const TargetChanged& change : all<TargetChanged>(rehearsal.latest)) {
        if (!change.target) continue;
        const auto limits = limits_now(rehearsal.session);
        named.insert(change.target->limited_by);
        REQUIRE(limits.count(change.target->limited_by) == 1);
        REQUIRE(change.target->angle.degrees() == Approx(limits.at(change.target->limited_by).degrees()));
        for (const auto& [limit, angle] : limits) REQUIRE(change.target->angle <= angle + degrees(1e-9));
      }
      const Course& course = inside(rehearsal.session).course;
      const bool strong = person.profile == Profile::cautious && course.block == 2 && course.counted == 4;
      if (strong && eased++ == 0) rehearsal.give(Command{{}, Action::ease});
    });
  }
  for (const Limit limit : {Limit::side_that_stops_first, Limit::prescription, Limit::clinician, Limit::ramp_in,
                            Limit::eased, Limit::progress}) {
    CAPTURE(name(limit));
    CHECK(named.count(limit) == 1);
  }
}

TEST_CASE("the side that stops first holds both sides, whichever it is", "[SR-10]") {
  for (const Side less : both_sides) {
    Body body;
    body.easy[less] = degrees(30);
    body.easy[opposite(less)] = degrees(45);
    Rehearsal rehearsal{Session{inner_thigh()}, body};
    REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
    rehearsal.play_for(seconds(15));
    const Target target = rehearsal.session.target().value();
    CHECK(target.limited_by == Limit::side_that_stops_first);
    CHECK(target.side == less);
    CHECK(target.angle < degrees(31));
    CHECK(inside(rehearsal.session).aim.target.left == inside(rehearsal.session).aim.target.right);
  }
}

TEST_CASE("a person who is asked for less than counts elsewhere is counted, and not kept on the ramp") {
  Rehearsal rehearsal{Session{inner_thigh(), {.limits = {{.at_most = degrees(18)}}}}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.play_for(seconds(15));
  CHECK(all<AttemptRejected>(rehearsal.events).empty());  // what is asked for counts
  CHECK(inside(rehearsal.session).course.counted >= 2);
  CHECK(rehearsal.session.target()->limited_by == Limit::clinician);
}

TEST_CASE("a person who follows the ramp with openings too small to count is not kept on it") {
  Rehearsal rehearsal{Session{inner_thigh()}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  REQUIRE(rehearsal.session.target()->limited_by == Limit::ramp_in);
  rehearsal.body.easy = {degrees(8), degrees(8)};
  rehearsal.play_for(seconds(15));
  CHECK(all<AttemptRejected>(rehearsal.events).size() >= 2);
  CHECK(inside(rehearsal.session).course.counted == 0);
  CHECK(rehearsal.session.target()->limited_by != Limit::ramp_in);
}

TEST_CASE("an opening that was begun before its block is no repetition of it") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.answers = Answers::none}}, {.restless = true}};
  bool stretching = false;
  std::optional<Time> told;  // when the words of this block have been said
  int early = 0;
  rehearsal.play([&] {
    for (const Event& event : rehearsal.latest) {
      if (const auto* change = std::get_if<PhaseChanged>(&event)) {
        stretching = change->to == Phase::stretching;  // what is told before it belongs to the measuring
        told.reset();
      }
      const auto* cue = std::get_if<CueGiven>(&event);
      if (cue && cue->moment == Moment::block) told = cue->time + spoken_length(rehearsal.session.text(*cue, "en"));
      const auto* done = std::get_if<RepetitionCompleted>(&event);
      if (!done || !stretching) continue;
      const bool before = !told || done->repetition.start < *told;
      early += before ? 1 : 0;
      REQUIRE(done->repetition.held == !before);
      REQUIRE((!before || done->number == 0));
    }
  });
  CHECK(early > 0);
}

TEST_CASE("no measured gain ends a session unasked: unanswered, it goes on to the cap", "[SR-8]") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.answers = Answers::none}}, {.gained = degrees(6)}};
  rehearsal.play();
  const Summary summary = rehearsal.session.summary();
  CHECK(summary.gain.verdict == GainVerdict::increased);
  CHECK(summary.end_reason == EndReason::cap);
  CHECK(all<QuestionAsked>(rehearsal.events).empty());
}

TEST_CASE("only her own word makes an end felt freer or an offer accepted") {
  const auto ends_with = [](std::optional<Choice> change, std::optional<Choice> more) {
    Body body{.gained = degrees(6)};
    body.reply = [=](QuestionKind kind) -> std::optional<Choice> {
      if (kind == QuestionKind::change) return change;
      return kind == QuestionKind::more ? more : std::nullopt;
    };
    Rehearsal rehearsal{Session{inner_thigh()}, body};
    rehearsal.play();
    return rehearsal.session.summary().end_reason;
  };
  CHECK(ends_with({}, {}) == EndReason::cap);
  CHECK(ends_with(Choice::freer, Choice::enough) == EndReason::felt_freer);
  CHECK(ends_with(Choice::same, Choice::enough) == EndReason::offer_accepted);
  CHECK(ends_with(Choice::tighter, {}) == EndReason::enough);
}

}  // namespace session_course_test
