#include <optional>
#include <string>
#include <vector>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/safety/health_conditions.hpp>
#include <stretchcore/safety/screening.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

void bind_screening(py::module_& m) {
  bind_struct<ScreeningReason>(
      m, Docs<ScreeningReason>{"ScreeningReason", "One thing that bears on an exercise, and what it alone comes to.",
                               "code of the condition, or id of a questionnaire", "what it alone comes to",
                               "a professional agreed to what would need clearance", "the condition, by language",
                               "what to do instead, by language"});
  bind_struct<Screening>(m,
                         Docs<Screening>{"Screening", "What comes of the facts about a person for an exercise.",
                                         "cleared, unknown, modified, postponed or needs_clearance",
                                         "what is known to bear on it, strictest first", "codes of what is not known",
                                         "what it is done for", "the share of what is easy that is left (0..1]",
                                         "the least of the limits that hold its target [°]",
                                         "ids of easier ones that this person may do, where this one does not fit"});
  m.def(
      "screen",
      [](const Person& person, const Exercise& exercise, const std::optional<std::vector<Exercise>>& exercises,
         const SessionOptions& options) {
        return exercises ? screen(person, exercise, *exercises, options)
                         : screen(person, exercise, catalog_exercises(), options);
      },
      py::arg("person"), py::arg("exercise"), py::arg("exercises") = py::none(), py::arg("options") = SessionOptions{},
      "Whether an exercise fits a person, and how. What is unknown is never taken for a no.\n\n"
      "`exercises` are those that may be offered instead, the catalog's unless others are given; each is screened, "
      "too. `options` are those of the session to come: only what is measured is held to the limit of a joint.\n"
      "InvalidModel for a fact whose code none of them knows, nor the library.");
  bind_enum<AskedIn>(m, "AskedIn", "Where a condition is asked about.");
  bind_struct<HealthCondition>(
      m, Docs<HealthCondition>{"HealthCondition", "A condition that the library knows.", "its word in facts",
                               "what it is, by language", "by a health question, by a form, or never",
                               "what follows where it is not known", "code of a wider one, which this one stands for"});
  m.def("health_conditions", &health_conditions, "All conditions that the library knows, in the order of their codes.");
  m.def("derived_conditions", &derived_conditions, py::arg("exercise"),
        "What follows from the demands and the position of an exercise; empty where it has no demands.");
  m.def("with_conditions", &with_conditions, py::arg("exercise"),
        "The exercise with all that speaks against it: its own list, and what follows from its demands besides.");
  m.def(
      "condition_codes",
      [] {
        const std::span<const std::string_view> codes = condition_codes();
        return std::vector<std::string>(codes.begin(), codes.end());
      },
      "The codes of the conditions that the library knows. An exercise may list others.");
}

}  // namespace stretchcore
