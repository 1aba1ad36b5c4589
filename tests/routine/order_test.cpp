#include <algorithm>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/routine/order.hpp>

#include "catch.hpp"

using namespace stretchcore;
using namespace stretchcore::literals;

namespace routine_order_test {

const Exercise& exercise(const std::string& id) { return catalog().at(id); }

/// With its lean dose, or its own where it has none.
Slot slot(const std::string& id) {
  Slot one;
  one.exercise = id;
  const Exercise& of = exercise(id);
  one.dose = of.dose.lean.value_or(BlockDose{});
  const bool is_held = !std::holds_alternative<Repeat>(of.movement.effort);
  if (!of.dose.lean && is_held) one.dose.holds_each_side = 1;
  if (!of.dose.lean && !is_held) one.dose.per_block = of.dose.per_block;
  return one;
}

Routine of(std::initializer_list<std::string> ids, int minutes = 20) {
  Routine routine;
  routine.id = "trial";
  routine.name = {{"en", "Trial"}};
  routine.minutes = minutes;
  for (const std::string& id : ids) routine.slots_.push_back(slot(id));
  return routine;
}

std::vector<std::string> errors(const Routine& routine) {
  std::vector<std::string> all;
  for (const Finding& finding : findings(routine, catalog_exercises())) {
    if (finding.severity == Severity::error) all.push_back(finding.path + " " + finding.message);
  }
  return all;
}

bool refused(const Routine& routine, const std::string& path, const std::string& words) {
  const auto found = errors(routine);
  return std::any_of(found.begin(), found.end(), [&](const std::string& one) {
    return one.starts_with(path + " ") && one.find(words) != one.npos;
  });
}

TEST_CASE("the ten routines of the library break no rule, in three languages") {
  CHECK(routines().size() >= 10);
  for (const auto& [id, routine] : routines()) {
    CAPTURE(id);
    CHECK(routine.id == id);
    for (const Finding& finding : findings(routine, catalog_exercises())) {
      INFO(finding.path << ": " << finding.message);
      CHECK(finding.severity == Severity::warning);
      CHECK(finding.path == "slots");
    }
    for (const std::string language : {"en", "de", "es"}) {
      CHECK(routine.name.contains(language));
      CHECK(routine.summary.contains(language));
    }
    for (const Slot& one : routine.slots_) {  // they ask too much of a body that nobody knows
      CHECK(one.exercise != "sciatic-slider");
      CHECK(one.exercise != "neck-side-hold");
      CHECK(!std::holds_alternative<ContractRelax>(exercise(one.exercise).movement.effort));
    }
  }
}

TEST_CASE("what is not at hand is refused with the nearest") {
  Routine routine = of({"pelvic-tilts", "knee-rolls"});
  routine.slots_[1].exercise = "knee-rols";
  CHECK(refused(routine, "slots[1].exercise", "did you mean \"knee-rolls\"?"));
  routine = of({"pelvic-tilts", "knee-rolls"});
  routine.slots_[0].alternatives = {"chair-cat-cov"};
  CHECK(refused(routine, "slots[0].alternatives[0]", "did you mean \"chair-cat-cow\"?"));
}

TEST_CASE("a dose, a side or a focus that does not fit the exercise is refused") {
  Routine routine = of({"pelvic-tilts", "knee-to-chest"});
  routine.slots_[0].dose = {.per_block = {}, .holds_each_side = 1, .duration = 20_s};
  CHECK(refused(routine, "slots[0].dose", "per_block instead"));
  routine.slots_[0] = slot("pelvic-tilts");
  routine.slots_[1].dose = {.per_block = 6, .holds_each_side = {}, .duration = {}};
  CHECK(refused(routine, "slots[1].dose", "holds_each_side and duration instead"));
  routine = of({"cat-cow"});
  routine.slots_[0].sides = SlotSides::left;
  CHECK(refused(routine, "slots[0].sides", "no form of one side"));
  routine = of({"ankle-pumps"});
  routine.slots_[0].focus = true;
  CHECK(refused(routine, "slots[0].focus", "not measured"));
}

TEST_CASE("a routine goes one way, and is in each position once") {
  CHECK(errors(of({"wall-slide", "neck-turn", "cat-cow", "knee-rolls"})).empty());
  CHECK(errors(of({"knee-rolls", "ankle-pumps", "side-bend-reach"})).empty());
  CHECK(refused(of({"chair-cat-cow", "side-bend-reach", "ankle-pumps"}), "slots[2].exercise", "goes back"));
  CHECK(refused(of({"side-bend-reach", "knee-rolls", "ankle-pumps"}), "slots[2].exercise", "turns back"));
  CHECK(refused(of({"ankle-pumps", "wall-slide", "pelvic-tilts"}), "slots[2].exercise", "turns back"));
}

TEST_CASE("four changes of position fit into ten minutes, more into more") {
  const std::initializer_list<std::string> six{"wall-slide",       "ankle-pumps", "frog-rock-back",
                                               "prone-prop-press", "open-book",   "knee-rolls"};
  CHECK(refused(of(six, 10), "slots", "5 times"));
  CHECK(errors(of(six, 13)).empty());
}

TEST_CASE("within a position what moves comes first") {
  CHECK(refused(of({"supine-figure-four", "knee-rolls"}), "slots[1].exercise", "put what moves first"));
  CHECK(errors(of({"knee-rolls", "supine-figure-four"})).empty());
}

TEST_CASE("what is measured comes before anything holds a muscle of it") {
  Routine routine = of({"supine-butterfly", "dynamic-inner-thigh-stretch"});
  CHECK(errors(of({"bent-knee-fallout", "windshield-wipers", "dynamic-inner-thigh-stretch"})).empty());
  routine.slots_[1].focus = true;
  CHECK(refused(routine, "slots[1].focus", "adductors"));
}

TEST_CASE("no muscle comes twice in a row, unless it is held the second time") {
  CHECK(refused(of({"side-lunge-shift", "seated-inner-thigh-stretch"}), "slots[1].exercise", "adductors"));
  CHECK(errors(of({"bent-knee-fallout", "supine-butterfly"})).empty());
}

TEST_CASE("the neck is not last before standing up") {
  CHECK(refused(of({"chair-cat-cow", "neck-turn"}), "slots[1].exercise", "before standing up"));
  CHECK(refused(of({"neck-turn", "wall-slide"}), "slots[0].exercise", "before standing up"));
  CHECK(errors(of({"neck-turn", "chair-cat-cow"})).empty());
}

TEST_CASE("before sport nothing is held for long, and in the first hour no bend of the back is held") {
  Routine routine = of({"wall-calf-straight", "standing-quad-hold"});
  routine.occasion = Occasion::warm_up;
  CHECK(errors(routine).empty());
  routine.slots_[0].dose.duration = 40_s;
  CHECK(refused(routine, "slots[0].dose.duration", "before sport"));
  routine.slots_[0].dose = {.per_block = {}, .holds_each_side = 2, .duration = 30_s};
  CHECK(refused(routine, "slots[0].dose", "60 s in all"));
  routine = of({"pelvic-tilts", "knee-to-chest"});
  CHECK(errors(routine).empty());
  routine.occasion = Occasion::morning;
  CHECK(refused(routine, "slots[1].exercise", "first hour"));
}

TEST_CASE("a routine that is no routine is refused before its order is looked at") {
  Routine routine = of({"pelvic-tilts"});
  routine.minutes = 0;
  CHECK(errors(routine).size() == 1);
  CHECK(refused(routine, "minutes", "below 1"));
}

TEST_CASE("muscles that are stretched together have one name") {
  CHECK(muscle_group("gracilis") == muscle_group("adductor_magnus"));
  CHECK(muscle_group("semitendinosus") == muscle_group("hamstrings"));
  CHECK(muscle_group("soleus") != muscle_group("adductor_magnus"));
  CHECK(muscle_group("somebody's own") == "somebody's own");
}

}  // namespace routine_order_test
