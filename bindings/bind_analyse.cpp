#include <stretchcore/document/catalog.hpp>
#include <stretchcore/session/analyse.hpp>

#include "bind.hpp"
#include "bind_json.hpp"
#include "bind_struct.hpp"
#include "events.hpp"

namespace stretchcore {

using namespace detail;

namespace {

Analysis analyse_freely(const Recording& recording, const Exercise& exercise, const SessionOptions& options) {
  const py::gil_scoped_release others_may_run;
  return analyse(recording, exercise, options);
}

/// The events carry their words, so that they can be read without a session.
py::object coach_freely(const Recording& recording, const Exercise& exercise, const Person& person,
                        const SessionOptions& options) {
  const Outcome outcome = [&] {
    const py::gil_scoped_release others_may_run;
    return coach(recording, exercise, person, options, catalog_exercises());
  }();
  const py::object type = py::module_::import("stretchcore._outcome").attr("Outcome");
  return type(to_python(outcome.events, Session{exercise, person, options, catalog_exercises()}), outcome.summary);
}

}  // namespace

void bind_analyse(py::module_& m) {
  SessionOptions quick;
  quick.precision = Precision::quick;

  bind_struct<RuleRow>(m,
                       Docs<RuleRow>{"RuleRow", "How one rule fared over a recording.", "the rule's id",
                                     "the side, for a rule about a pair", "the worst verdict", "[s]", "[s]", "[s]",
                                     "how often it was violated",
                                     "the limit it was judged by [deg], where its own is within the source's error"});
  auto analysis = bind_struct<Analysis>(
      m, Docs<Analysis>{"Analysis", "What a recording shows. No phases, no targets, no stops.", "the exercise's id",
                        "what measured it", "openings, in order", "movements that did not count", "each side's range",
                        "right against left", "one row a rule", "what the source could see", "postures that came",
                        "postures that were not taken"});
  keep_out_of_logs(analysis, [](const Analysis& self) { return "<Analysis: " + self.exercise + ">"; });
  analysis.def("text", &Analysis::text, py::arg("language") = "en", "A few sentences.")
      .def(
          "to_frame",
          [](const py::object& self) { return py::module_::import("stretchcore._frame").attr("to_frame")(self); },
          "A pandas DataFrame with one row a repetition. Needs pandas.");
  bind_json(analysis);

  m.def("analyse", &analyse_freely, py::arg("recording"), py::arg("exercise"), py::arg("options") = SessionOptions{},
        "Repetitions, ranges, sides and rule verdicts of a recording, each with its error: an Analysis.\n"
        "The error model is the recording's own source where it says one, else the options'.");
  m.def("coach", &coach_freely, py::arg("recording"), py::arg("exercise"), py::arg("person") = Person{},
        py::arg("options") = quick,
        "What the coach would have said to a recording: an Outcome with .events and .summary.\n"
        "Responses are listed, not obeyed.");
}

}  // namespace stretchcore
