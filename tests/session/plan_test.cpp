#include <stretchcore/session/plan.hpp>
#include <stretchcore/simulation/virtual_person.hpp>

#include "allocation_counter.hpp"
#include "catch.hpp"
#include "session/people.hpp"

namespace session_plan_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

/// People who differ in all that a person can change.
std::vector<Person> everybody() {
  std::vector<Person> all(1);
  all.push_back(screened(inner_thigh()));
  Person loose;
  loose.facts["hypermobility"] = Fact::yes;
  all.push_back(loose);
  Person cleared = screened(inner_thigh());
  cleared.facts["hip_replacement"] = Fact::yes;
  cleared.clearances.push_back({.code = "hip_replacement"});
  cleared.limits.push_back({.at_most = degrees(25), .kind = LimitKind::agreed});
  all.push_back(cleared);
  all.push_back(cleared);
  all.back().clearances.clear();
  Person limited;
  limited.limits = {{.at_most = degrees(30)}, {.at_most = degrees(28), .kind = LimitKind::prescription}};
  limited.profile = Profile::cautious;
  limited.pain_limits = PainLimits{1, 2};
  all.push_back(limited);
  for (const Side still : both_sides) {
    all.push_back(screened(inner_thigh()));
    all.back().immobile_side = still;
  }
  Person asked;
  asked.questionnaires["parq"] = {.answers = {"no"}, .clear = Fact::no};
  all.push_back(asked);
  return all;
}

Rehearsal played(Session session) {
  Rehearsal rehearsal{std::move(session), {.rate = 10, .reply = agreeable}};
  rehearsal.play();
  return rehearsal;
}

}  // namespace

TEST_CASE("whoever shares a plan is guided as with a plan of their own") {
  const Plan plan{inner_thigh(), {}, catalog_exercises()};
  for (const Person& person : everybody()) {
    CAPTURE(to_json(person));
    const Rehearsal own = played(Session{inner_thigh(), person, {}, catalog_exercises()});
    const Rehearsal shared = played(Session{plan, person});
    CHECK(shared.events == own.events);
    CHECK(shared.session.summary() == own.session.summary());
    CHECK(shared.session.screening() == own.session.screening());
    CHECK(shared.session.state() == own.session.state());
    CHECK(own.events.size() > 3);
  }
}

TEST_CASE("what one person answers changes nothing for those who share the plan") {
  const Plan plan{inner_thigh(), {}, catalog_exercises()};
  Session one{plan};
  Session other{plan};
  one.report(Command{0_s, Action::start});
  for (Time now{0}; now < 60_s && !one.view().question; now += 100_ms) one.tick(now);
  REQUIRE(one.view().question->kind == QuestionKind::health);
  const std::vector<std::string> codes = one.codes(one.view().question->id);
  REQUIRE_FALSE(codes.empty());
  one.report(Answer{{}, one.view().question->id, Choice::yes, codes.front()});
  CHECK(one.facts().at(codes.front()) == Fact::yes);
  CHECK(other.facts().empty());
  CHECK(other.screening() == Session{plan}.screening());
}

TEST_CASE("a plan for those who move one side refuses a person who moves both, and takes any who moves one") {
  const Plan left{inner_thigh(), {}, {}, Side::left};
  CHECK(left.only() == Side::left);
  CHECK(left.exercise().movement.sides == Sides::one);
  CHECK_THROWS_WITH(Session{left}, Catch::Contains("the left one only"));
  for (const Side still : both_sides) {
    Person person = screened(inner_thigh());
    person.immobile_side = still;
    CHECK(played(Session{left, person}).events == played(Session{inner_thigh(), person}).events);
  }
}

TEST_CASE("a person whom the plan has nothing to do with is refused, by field") {
  const Plan plan{inner_thigh()};
  Person person;
  person.facts["hypermobilty"] = Fact::yes;
  CHECK_THROWS_WITH((Session{plan, person}), Catch::Contains("hypermobility"));
  person.facts.clear();
  person.clearances.push_back({.code = "hip_replacment"});
  CHECK_THROWS_WITH((Session{plan, person}),
                    Catch::Contains("clearances[0].code") && Catch::Contains("hip_replacement"));
}

TEST_CASE("the events in the caller's buffer are those of the session's own, and nothing is allocated", "[SR-16]") {
  const Rehearsal rehearsal = played(Session{inner_thigh(), screened(inner_thigh())});
  const Plan plan{inner_thigh()};
  Session session{plan, screened(inner_thigh()), {}, EventsTo::callers_buffer};
  auto buffer = std::make_unique<EventBuffer>();
  std::vector<Event> events;
  events.reserve(rehearsal.events.size());
  const AllocationCounter allocations;
  for (const Input& input : rehearsal.inputs) {
    session.apply(input, *buffer);
    events.insert(events.end(), buffer->begin(), buffer->end());
  }
  CHECK(allocations.count() == 0);
  CHECK(events == rehearsal.events);
  CHECK(session.events().empty());

  Session by_verb{plan, screened(inner_thigh()), {}, EventsTo::callers_buffer};
  by_verb.report(Command{0_s, Action::start}, *buffer);
  CHECK_FALSE(buffer->empty());
  by_verb.observe(Posture{50_ms}, *buffer);
  CHECK(buffer->empty());
  by_verb.tick(100_ms, *buffer);
  CHECK(by_verb.state().now() == 100_ms);
  CHECK(by_verb.tick(10_s).empty() == by_verb.events().empty());  // from here on it has a buffer of its own
}

TEST_CASE("a session is small, and takes what its plan says, from the first input to the last") {
  CHECK(sizeof(Session) <= 1024);
  CHECK(sizeof(State) <= 6 * 1024);
  for (const auto& [id, exercise] : catalog()) {
    CAPTURE(id);
    const Plan plan{exercise};
    CHECK(plan.state_size() < 64 * 1024);
    Session session{plan, screened(exercise)};
    session.report(Command{0_s, Action::start});
    const Session copy = session;
    CHECK(copy.state() == session.state());
  }
}

}  // namespace session_plan_test
