#include <optional>
#include <string>
#include <vector>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/document/json_schema.hpp>
#include <stretchcore/model/routine.hpp>
#include <stretchcore/routine/fit.hpp>
#include <stretchcore/routine/order.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "bind_json.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

namespace {

using Exercises = std::optional<std::vector<Exercise>>;

std::span<const Exercise> at_hand(const Exercises& exercises) {
  return exercises ? std::span<const Exercise>{*exercises} : catalog_exercises();
}

void bind_routine_model(py::module_& m) {
  bind_enum<Occasion>(m, "Occasion", "What a routine is for, as far as its order depends on it.");
  bind_enum<SlotSides>(m, "SlotSides", "Which sides a slot is for. Both have the same time.");
  bind_enum<Change>(m, "Change", "How an app may change a prescribed slot without asking the prescriber.");
  bind_struct<Prescription>(
      m,
      Docs<Prescription>{"Prescription", "That somebody prescribed a slot.", "who, in a word of the app's",
                         "the last day, \"2027-01-31\"; empty: as long as the routine is used", "what may be changed"});
  bind_struct<Slot>(
      m, Docs<Slot>{"Slot", "One exercise in a routine, and how much of it.",
                    "within the routine; empty: the exercise's", "id of an exercise", "both, left or right",
                    "of one block", "of them [1..4]", "measured before and after, where it can be; of one slot at most",
                    "when minutes are few, 1 is left out first; 0: it is not left out for that",
                    "ids of exercises instead of it, the first that fits", "by whom, and what may be changed",
                    "quiet after it [s]", "what is said of it before it begins, by language"});
  auto routine = bind_struct<Routine>(
      m, Docs<Routine>{"Routine", "Several stretches in an order, to be guided in one go.", "its name, \"desk-break\"",
                       "grows with each change", "what people call it, by language", "what it does, by language",
                       "what it is for", "about as many are meant [1..60]", "in their order",
                       "where its order and its doses come from"});
  bind_json(routine);
  m.def("routine_schema", &routine_schema, "The JSON Schema (draft 2020-12) of a routine document.");
  m.def(
      "_routines",
      [] {
        py::dict all;
        for (const auto& [id, one] : routines()) all[py::str(id)] = one;
        return all;
      },
      "The built-in routines by id.");
  m.def(
      "check", [](const Routine& one, const Exercises& exercises) { return findings(one, at_hand(exercises)); },
      py::arg("exercise"), py::arg("exercises") = py::none(),
      "Of a Routine: also its order. Its exercises are the catalog's unless others are given.");
  m.def("muscle_group", &muscle_group, py::arg("muscle"),
        "The group in which a muscle counts in a routine: \"adductors\" for gracilis.");
}

void bind_fitted(py::module_& m) {
  bind_enum<Spot>(m, "Spot", "Where a person can stretch: which positions there are, and what stands there.");
  bind_enum<FittedBy>(m, "FittedBy", "What was done to a slot.");
  bind_enum<FittedFor>(m, "FittedFor", "Why it was done.");
  bind_enum<Consent>(m, "Consent", "What a change takes of the person before it is made.");
  bind_struct<Circumstances>(
      m, Docs<Circumstances>{"Circumstances", "What a person has today.", "None: as many as the routine means [1..60]",
                             "empty: all of them", "ids of what is at hand; None: whatever it takes",
                             "years: no hold is shortened below 30 s",
                             "ids of slots whose substitute the person does not want"});
  bind_struct<FittedChange>(
      m, Docs<FittedChange>{"FittedChange", "A change of a slot, with what it takes to undo it.",
                            "id of the slot in the routine", "what was done", "why",
                            "what more can be said of the reason", "none, show or ask", "the slot as it was"});
  bind_struct<FittedSlot>(
      m, Docs<FittedSlot>{"FittedSlot", "A slot as it will be done.", "the slot", "with the dose of the slot, whole",
                          "how the person comes to it, and what becomes of them after",
                          "what it takes, its way in and out included, without its rest [s]",
                          "why it is not as the routine has it; None: it is"});
  bind_struct<Fitted>(
      m, Docs<Fitted>{"Fitted", "A routine as this person does it today.", "of the routine", "of the routine",
                      "by language", "what it is for", "in their order; none: it cannot be done, `changes` says why",
                      "what was changed, in the order in which it was", "what all of it takes [s]",
                      "by more than a tenth of the minutes; nothing more may be taken away",
                      "than the routine means: a shorter routine would fit better",
                      "ids of exercises that this person may do there, where no slot is left"});
  bind_struct<HealthToAsk>(m, Docs<HealthToAsk>{"HealthToAsk", "A question about health that comes before a routine.",
                                                "number of its phrase", "in the language of the options",
                                                "of the conditions that it names and of which nothing is known"});
  m.def(
      "_fit",
      [](const Routine& routine, const Person& person, const Exercises& exercises, const Circumstances& today,
         const SessionOptions& options) { return fit(routine, person, at_hand(exercises), today, options); },
      py::arg("routine"), py::arg("person"), py::arg("exercises"), py::arg("circumstances"), py::arg("options"));
  m.def(
      "_prepare",
      [](const Routine& routine, const Person& person, const Exercises& exercises, const SessionOptions& options) {
        return prepare(routine, person, at_hand(exercises), options);
      },
      py::arg("routine"), py::arg("person"), py::arg("exercises"), py::arg("options"));
}

}  // namespace

void bind_routine(py::module_& m) {
  bind_routine_model(m);
  bind_fitted(m);
}

}  // namespace stretchcore
