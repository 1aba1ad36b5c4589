#include <stretchcore/document/json.hpp>
#include <stretchcore/error.hpp>
#include <stretchcore/model/routine.hpp>

#include "catch.hpp"

using namespace stretchcore;
using namespace stretchcore::literals;

namespace model_routine_test {

Slot repetitions(std::string exercise, int count) {
  Slot slot;
  slot.exercise = std::move(exercise);
  slot.dose.per_block = count;
  return slot;
}

Routine of_two() {
  Routine routine;
  routine.id = "two";
  routine.name = {{"en", "Two"}};
  routine.minutes = 3;
  routine.slots_ = {repetitions("pelvic-tilts", 6), repetitions("knee-rolls", 8)};
  return routine;
}

std::string field_of(const Routine& routine) {
  try {
    routine.validate();
    return {};
  } catch (const InvalidModel& error) {
    return error.field();
  }
}

TEST_CASE("a routine is read back as it was written, by the ids of its slots") {
  Routine routine = of_two();
  routine.slots_[0].prescribed = Prescription{"physio", "2027-01-31", {Change::shorten}};
  routine.slots_[1].rest = 20_s;
  routine.slots_[1].alternatives = {"chair-trunk-turn"};
  CHECK(from_json<Routine>(to_json(routine)) == routine);
  CHECK(id_of(routine.slots_[0]) == "pelvic-tilts");
  routine.slots_[0].id = "first";
  CHECK(id_of(routine.slots_[0]) == "first");
}

TEST_CASE("a routine that cannot be is refused with its place") {
  CHECK(field_of(of_two()).empty());
  const auto with = [](auto&& change) {
    Routine routine = of_two();
    change(routine);
    return field_of(routine);
  };
  CHECK(with([](Routine& r) { r.id = "Two"; }) == "id");
  CHECK(with([](Routine& r) { r.name.clear(); }) == "name");
  CHECK(with([](Routine& r) { r.minutes = 0; }) == "minutes");
  CHECK(with([](Routine& r) { r.minutes = -5; }) == "minutes");
  CHECK(with([](Routine& r) { r.minutes = 1'000'000; }) == "minutes");
  CHECK(with([](Routine& r) { r.slots_.clear(); }) == "slots");
  CHECK(with([](Routine& r) { r.slots_.resize(40, r.slots_[0]); }) == "slots");
  CHECK(with([](Routine& r) { r.slots_[1].exercise.clear(); }) == "slots[1].exercise");
  CHECK(with([](Routine& r) { r.slots_[1].dose = {}; }) == "slots[1].dose");
  CHECK(with([](Routine& r) { r.slots_[1].dose.per_block = 0; }) == "slots[1].dose.per_block");
  CHECK(with([](Routine& r) { r.slots_[1].blocks = 5; }) == "slots[1].blocks");
  CHECK(with([](Routine& r) { r.slots_[1].rest = 600_s; }) == "slots[1].rest");
  CHECK(with([](Routine& r) { r.slots_[1] = r.slots_[0]; }) == "slots[1].id");
  CHECK(with([](Routine& r) { r.slots_[0].focus = r.slots_[1].focus = true; }) == "slots[1].focus");
  CHECK(with([](Routine& r) { r.slots_[1].prescribed = Prescription{}; }) == "slots[1].prescribed.by");
  CHECK(with([](Routine& r) {
          r.slots_[1].prescribed = Prescription{"physio", "31.1.2027", {}};
        }) == "slots[1].prescribed.until");
  CHECK(with([](Routine& r) {
          r.slots_[1].prescribed = Prescription{"physio", "", {}};
          r.slots_[1].drop_order = 1;
        }) == "slots[1].drop_order");
}

TEST_CASE("a misspelt member or word of a routine is refused with the nearest") {
  CHECK_THROWS_WITH(from_json<Routine>(R"({"schema": 1, "id": "a", "name": {"en": "A"}, "slot": []})"),
                    Catch::Contains("slots"));
  CHECK_THROWS_WITH(
      from_json<Routine>(
          R"({"schema": 1, "id": "a", "name": {"en": "A"}, "slots": [{"exercise": "b", "dose": {"per_blok": 3}}]})"),
      Catch::Contains("per_block"));
  CHECK_THROWS_WITH(from_json<Routine>(R"({"schema": 1, "id": "a", "name": {"en": "A"}, "occasion": "mornin"})"),
                    Catch::Contains("morning"));
}

}  // namespace model_routine_test
