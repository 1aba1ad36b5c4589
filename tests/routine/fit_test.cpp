#include <algorithm>
#include <set>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/document/json.hpp>
#include <stretchcore/error.hpp>
#include <stretchcore/routine/fit.hpp>
#include <stretchcore/routine/order.hpp>
#include <stretchcore/safety/health_conditions.hpp>
#include <stretchcore/safety/screening.hpp>
#include <stretchcore/session/session.hpp>
#include <stretchcore/simulation/virtual_person.hpp>

#include "catch.hpp"

using namespace stretchcore;
using namespace stretchcore::literals;

namespace routine_fit_test {

/// Somebody who was asked about everything and has these.
Person with(std::initializer_list<std::string> codes) {
  Person person;
  for (const std::string_view code : condition_codes()) person.facts[std::string{code}] = Fact::no;
  for (const std::string& code : codes) person.facts[code] = Fact::yes;
  return person;
}

const Routine& routine(const std::string& id) { return routines().at(id); }

Fitted fitted(const std::string& id, const Person& person, const Circumstances& today = {}) {
  return fit(routine(id), person, catalog_exercises(), today);
}

std::vector<std::string> exercises(const Fitted& of) {
  std::vector<std::string> ids;
  for (const FittedSlot& one : of.slots_) ids.push_back(one.exercise.id);
  return ids;
}

bool has(const Fitted& of, const std::string& exercise) {
  const auto ids = exercises(of);
  return std::find(ids.begin(), ids.end(), exercise) != ids.end();
}

std::optional<FittedChange> change_of(const Fitted& of, const std::string& slot) {
  const auto found =
      std::find_if(of.changes.begin(), of.changes.end(), [&](const FittedChange& one) { return one.slot == slot; });
  return found == of.changes.end() ? std::nullopt : std::optional{*found};
}

/// What must hold of every fitted routine.
void check_sound(const Fitted& of, const Person& person, const Circumstances& today) {
  Routine as_done = routine(of.id);
  as_done.slots_.clear();
  Time sum{0};
  for (const FittedSlot& one : of.slots_) {
    CAPTURE(one.exercise.id);
    as_done.slots_.push_back(one.slot);
    sum += one.seconds + one.slot.rest;
    CHECK(one.seconds > 10_s);
    CHECK(can_be_taken(*one.exercise.position, today.places));
    const ScreeningVerdict verdict = screen(person, one.exercise).verdict;
    CHECK((verdict == ScreeningVerdict::cleared || verdict == ScreeningVerdict::modified ||
           verdict == ScreeningVerdict::unknown));
  }
  CHECK(sum == of.seconds);
  for (const Finding& finding : of.slots_.empty() ? std::vector<Finding>{} : findings(as_done, catalog_exercises())) {
    INFO(finding.path << ": " << finding.message);
    CHECK(finding.severity != Severity::error);
  }
  // Nothing vanishes without a word.
  std::set<std::string> told;
  for (const FittedChange& one : of.changes) told.insert(one.slot);
  for (const Slot& slot : routine(of.id).slots_) {
    const bool there =
        std::any_of(of.slots_.begin(), of.slots_.end(), [&](const FittedSlot& one) { return one.slot == slot; });
    CHECK((there || told.contains(id_of(slot))));
  }
  if (!of.slots_.empty()) return;
  CHECK(!of.changes.empty());
  for (const Exercise& one : catalog_exercises()) {  // whatever else there is, is offered; often that is nothing
    const ScreeningVerdict verdict = screen(person, one).verdict;
    const bool possible = verdict == ScreeningVerdict::cleared || verdict == ScreeningVerdict::modified;
    const bool offered = std::find(of.instead.begin(), of.instead.end(), one.id) != of.instead.end();
    CHECK(offered == (possible && can_be_taken(*one.position, today.places)));
  }
}

TEST_CASE("a person who is well does each routine of the library as it stands, in about its minutes") {
  for (const auto& [id, one] : routines()) {
    CAPTURE(id);
    const Fitted of = fitted(id, with({}));
    CHECK(of.changes.empty());
    CHECK(of.slots_.size() == one.slots_.size());
    CHECK(to_seconds(of.seconds) == Approx(60.0 * one.minutes).epsilon(0.1));
    CHECK_FALSE(of.too_long);
    CHECK_FALSE(of.much_shorter);
  }
}

void check_length(const std::string& language, Sensor sensor) {
  for (const auto& [id, one] : routines()) {
    CAPTURE(id, language, name(sensor));
    SessionOptions options;
    options.language = language;
    options.sensor = sensor;
    const Fitted of = fit(one, with({}), catalog_exercises(), {}, options);
    Time taken{0};
    for (const FittedSlot& slot : of.slots_) {
      Session session{Plan{slot.exercise, options}, with({}), slot.frame};
      VirtualPerson{1}.follow(session);
      taken += session.state().now() + slot.slot.rest;
    }
    CHECK(to_seconds(taken) == Approx(to_seconds(of.seconds)).epsilon(0.1));
  }
}

TEST_CASE("the built-in person takes what fit said, within a tenth, in three languages, seen and unseen") {
  for (const std::string language : {"en", "de", "es"}) {
    for (const Sensor sensor : {Sensor::none, Sensor::automatic}) check_length(language, sensor);
  }
}

TEST_CASE(
    "any condition, place and time: what is left fits the person and the place, is in order, and nothing vanishes") {
  const std::vector<std::vector<Spot>> places{{},
                                              {Spot::chair},
                                              {Spot::floor},
                                              {Spot::bed},
                                              {Spot::field},
                                              {Spot::chair, Spot::wall},
                                              {Spot::floor, Spot::wall, Spot::chair}};
  std::size_t i = 0;
  for (const std::string_view code : condition_codes()) {
    for (const auto& [id, one] : routines()) {
      if (++i % 3 == 0) continue;  // two of three, and over the conditions each routine many times
      const Person person = with({std::string{code}});
      Circumstances today;
      today.places = places[i % places.size()];
      if (i % 4 != 0) today.minutes = 2 + static_cast<int>(i % 11);
      today.at_least_65 = i % 5 == 0;
      CAPTURE(id, code, today.minutes.value_or(0), i % places.size());
      const Fitted of = fitted(id, person, today);
      check_sound(of, person, today);
      for (const FittedChange& change : of.changes) {
        if (!today.at_least_65 || change.by != FittedBy::shortened) continue;
        for (const FittedSlot& slot : of.slots_) {
          const auto now = slot.slot.dose.duration;
          const bool shorter = now && change.before.dose.duration && *now < *change.before.dose.duration;
          if (id_of(slot.slot) == change.slot && shorter) CHECK(*now >= 30_s);
        }
      }
    }
  }
}

TEST_CASE("the same person on the same day gets the same routine") {
  Circumstances today;
  today.minutes = 7;
  CHECK(fitted("whole-body", with({"osteoporosis"}), today) == fitted("whole-body", with({"osteoporosis"}), today));
}

TEST_CASE("fewer minutes never take longer, and both sides keep the same") {
  for (const auto& [id, one] : routines()) {
    CAPTURE(id);
    Time before = 3600_s;
    for (int minutes = one.minutes; minutes >= 1; minutes -= minutes > 10 ? 4 : 1) {
      Circumstances today;
      today.minutes = minutes;
      const Fitted of = fitted(id, with({}), today);
      CAPTURE(minutes);
      CHECK(of.seconds <= before);
      before = of.seconds;
      CHECK(!of.slots_.empty());
      CHECK(of.too_long == (to_seconds(of.seconds) > 66.0 * minutes));
      for (const FittedSlot& slot : of.slots_) {
        const bool in_turn = slot.exercise.movement.sides == Sides::alternating;
        if (in_turn) CHECK(slot.exercise.dose.per_block % 2 == 0);
      }
    }
  }
}

TEST_CASE("short of time rests go first, then second holds, then slots, then lengths, then the second measuring") {
  std::vector<FittedBy> order{FittedBy::rest_cut, FittedBy::shortened, FittedBy::dropped, FittedBy::shortened,
                              FittedBy::unmeasured};
  Routine long_one = routine("hamstrings");
  long_one.slots_[0].rest = 30_s;
  Circumstances today;
  today.minutes = 2;
  const Fitted of = fit(long_one, with({}), catalog_exercises(), today);
  std::size_t step = 0;
  for (const FittedChange& one : of.changes) {
    while (step < order.size() && order[step] != one.by) ++step;
    CAPTURE(one.slot, name(one.by));
    CHECK(step < order.size());
  }
  CHECK(of.changes.front().by == FittedBy::rest_cut);
  CHECK(of.changes.front().consent == Consent::none);
  CHECK(of.changes.back().by == FittedBy::unmeasured);
  CHECK(of.changes.back().consent == Consent::ask);
  CHECK(of.much_shorter);
}

TEST_CASE("a change can be taken back: it carries the slot as it was") {
  Circumstances today;
  today.minutes = 5;
  const Fitted of = fitted("back-ease", with({}), today);
  REQUIRE(!of.changes.empty());
  for (const FittedChange& one : of.changes) {
    const auto& slots = routine("back-ease").slots_;
    CHECK(std::any_of(slots.begin(), slots.end(), [&](const Slot& slot) { return id_of(slot) == one.slot; }));
    CHECK(id_of(one.before) == one.slot);
  }
}

TEST_CASE("without a wall the measured stretch is another, which is asked for; a no leaves it out") {
  Circumstances today;
  today.places = {Spot::floor};
  const Fitted of = fitted("hips-inner-thighs", with({}), today);
  const auto change = change_of(of, "dynamic-inner-thigh-stretch");
  REQUIRE(change);
  CHECK(change->by == FittedBy::substituted);
  CHECK(change->why == FittedFor::place);
  CHECK(change->consent == Consent::ask);
  CHECK(has(of, "supine-butterfly"));
  today.declined = {"dynamic-inner-thigh-stretch"};
  const Fitted without = fitted("hips-inner-thighs", with({}), today);
  CHECK_FALSE(has(without, "supine-butterfly"));
  CHECK(change_of(without, "dynamic-inner-thigh-stretch")->why == FittedFor::declined);
}

TEST_CASE("nobody is led to the floor by a change") {
  Circumstances today;
  today.places = {Spot::chair, Spot::floor};
  const Fitted of = fitted("desk-break", with({"hip_replacement"}), today);
  for (const FittedSlot& one : of.slots_) CHECK_FALSE(on_the_floor(*one.exercise.position));
}

TEST_CASE("a routine that fits nobody says why and what else there is") {
  Circumstances today;
  today.places = {Spot::chair};
  Routine only_lying = routine("back-ease");
  only_lying.slots_ = {only_lying.slots_[1]};
  only_lying.slots_[0].exercise = "open-book";
  only_lying.slots_[0].dose = {.per_block = 5, .holds_each_side = {}, .duration = {}};
  only_lying.slots_[0].id = "lying";
  today.declined = {"lying"};
  const Fitted of = fit(only_lying, with({}), catalog_exercises(), today);
  CHECK(of.slots_.empty());
  CHECK(of.seconds == 0_s);
  REQUIRE(of.changes.size() == 1);
  CHECK(std::find(of.instead.begin(), of.instead.end(), "chair-cat-cow") != of.instead.end());
  CHECK(std::find(of.instead.begin(), of.instead.end(), "open-book") == of.instead.end());
}

TEST_CASE("what a physio prescribed is changed as they allow, and else only where the person may not do it") {
  Routine own = routine("back-ease");
  for (Slot& slot : own.slots_) {
    slot.drop_order = 0;
    slot.prescribed = Prescription{"physio", "", {}};
  }
  Circumstances today;
  today.minutes = 3;
  const Fitted untouched = fit(own, with({}), catalog_exercises(), today);
  CHECK(untouched.changes.empty());
  CHECK(untouched.too_long);
  own.slots_[0].prescribed->may = {Change::drop};
  const Fitted one_gone = fit(own, with({}), catalog_exercises(), today);
  REQUIRE(one_gone.changes.size() == 1);
  CHECK(one_gone.changes[0].slot == "pelvic-tilts");
  const Fitted may_not = fit(own, with({"osteoporosis"}), catalog_exercises());
  CHECK_FALSE(has(may_not, "knee-to-chest"));
}

TEST_CASE("what cannot be is refused with its place") {
  Circumstances today;
  today.minutes = 0;
  CHECK_THROWS_AS(fitted("desk-break", with({}), today), InvalidModel);
  today.minutes = -3;
  CHECK_THROWS_AS(fitted("desk-break", with({}), today), InvalidModel);
  Routine wrong = routine("desk-break");
  wrong.slots_[0].exercise = "neck-trun";
  CHECK_THROWS_WITH(fit(wrong, with({}), catalog_exercises()), Catch::Contains("did you mean \"neck-turn\"?"));
}

TEST_CASE("before a routine at most five questions are asked, each about what matters to it and is not known") {
  for (const auto& [id, one] : routines()) {
    CAPTURE(id);
    const auto questions = prepare(one, {}, catalog_exercises());
    CHECK(questions.size() <= 5);
    CHECK(!questions.empty());
    for (const HealthToAsk& question : questions) {
      CHECK(!question.text.empty());
      CHECK(!question.codes.empty());
    }
    CHECK(prepare(one, with({}), catalog_exercises()).empty());
  }
  Person asked;
  for (const HealthToAsk& question : prepare(routine("hips-inner-thighs"), {}, catalog_exercises())) {
    for (const std::string& code : question.codes) asked.facts[code] = Fact::no;
  }
  CHECK(prepare(routine("hips-inner-thighs"), asked, catalog_exercises()).empty());
}

}  // namespace routine_fit_test
