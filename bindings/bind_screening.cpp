#include <stretchcore/safety/screening.hpp>

#include "bind.hpp"
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
                                         "cleared, unknown, modified or needs_clearance",
                                         "what is known to bear on it, strictest first", "codes of what is not known",
                                         "what it is done for", "the share of what is easy that is left (0..1]",
                                         "the least of what professionals agreed to, per side [°]",
                                         "ids of easier exercises, where this one does not fit as it stands"});
  m.def("screen", &screen, py::arg("person"), py::arg("exercise"),
        "Whether an exercise fits a person, and how. What is unknown is never taken for a no.");
}

}  // namespace stretchcore
