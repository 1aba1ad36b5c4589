#include <stretchcore/document/catalog.hpp>
#include <stretchcore/session/session.hpp>
#include <stretchcore/stream/recording.hpp>

#include "bind.hpp"
#include "bind_json.hpp"
#include "events.hpp"

namespace stretchcore {

using namespace detail;

namespace {

/// Every posture of a recording. The work is done on a copy, so that the interpreter lock can be let go.
py::tuple run(Session& session, const Recording& recording) {
  Session working = session;
  std::vector<Event> events;
  {
    const py::gil_scoped_release others_may_run;
    events = working.run(recording);
  }
  session = std::move(working);
  return to_python(events, session);
}

std::string text_of(const Session& session, py::handle event, const std::optional<std::string>& language) {
  return session.text(event_from(event), language.value_or(session.options().language));
}

std::string repr(const Session& session) {
  const std::string waiting = session.view().waiting_for;
  return "<Session: " + session.exercise().id + ", " + std::string{name(session.phase())} +
         (waiting.empty() ? "" : ", waiting for: " + waiting) + ">";
}

void bind_state(py::module_& m) {
  py::class_<SessionState> type(m, "SessionState",
                                "Everything a session knows. Saved and given to a new Session with the same exercise,\n"
                                "person and options, that session continues identically.");
  bind_json(type);
  type.def("__eq__",
           [](const SessionState& self, py::handle other) -> py::object {
             if (!py::isinstance<SessionState>(other)) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
             return py::bool_(self == other.cast<const SessionState&>());
           })
      .def("__repr__",
           [](const SessionState& self) {
             return "<SessionState: " + std::string{name(self.course.phase)} + " at " +
                    py::repr(py::float_(to_seconds(self.now))).cast<std::string>() + " s>";
           })
      .def("__reduce__", [](const SessionState& self) {
        const py::object read = py::module_::import("stretchcore._core").attr("_read");
        return py::make_tuple(read, py::make_tuple(py::type::of<SessionState>(), to_json(self, -1)));
      });
  type.attr("__module__") = "stretchcore";
}

void bind_inputs_of(py::class_<Session>& type) {
  type.def(
          "observe", [](Session& self, const Posture& posture) { return to_python(self.observe(posture), self); },
          py::arg("posture"), "A posture was seen. Returns the events, in order.")
      .def(
          "report",
          [](Session& self, py::handle report) { return to_python(self.report(one_of<Report>(report)), self); },
          py::arg("report"),
          "The person or the app says something: Command, SymptomReport, FeltChange, FeltStretch, FeltSide,\n"
          "PainRating, CueSpoken or Answer. Never refused for its time. Returns the events, in order.")
      .def(
          "tick", [](Session& self, Time time) { return to_python(self.tick(time), self); }, py::arg("time"),
          "Time has passed [s]. Call it from a timer, always. Returns the events, in order.")
      .def(
          "apply", [](Session& self, py::handle input) { return to_python(self.apply(one_of<Input>(input)), self); },
          py::arg("input"), "A posture, a Tick or a report. Returns the events, in order.")
      .def("run", &run, py::arg("recording"),
           "Observes every row of a recording; returns all events, in order. The interpreter is free to do other\n"
           "things meanwhile; the session changes when it is done.")
      .def("finish", &Session::finish, py::arg("time"), py::arg("reason") = EndReason::finished_by_app,
           "Enough, and the books are closed [s]. Returns the summary.");
}

void bind_outputs_of(py::class_<Session>& type) {
  type.def_property_readonly("phase", &Session::phase, "Where the session is.")
      .def_property_readonly("over", &Session::over, "Finished, or stopped with the way out spoken.")
      .def_property_readonly(
          "events", [](const Session& self) { return to_python(self.events(), self); },
          "The events of the latest call, `finish` included.")
      .def_property_readonly("target", &Session::target, "How far to go; None when the person is free.")
      .def_property_readonly(
          "exercise", [](const Session& self) { return self.exercise(); },
          "What is guided, adapted to what screening found.")
      .def_property_readonly(
          "screening", [](const Session& self) { return self.screening(); },
          "What was known and what was answered, and what came of it.")
      .def_property_readonly("facts", &Session::facts,
                             "What is known of the person's conditions: before, and from the answers of this session.")
      .def(
          "codes", &Session::codes, py::arg("question"),
          "The conditions among which an open `health` or `which` question asks: an Answer carries one of them. Their\n"
          "words are those of the exercise's contraindications.")
      .def_property_readonly(
          "person", [](const Session& self) { return self.person(); }, "Who is guided.")
      .def_property_readonly(
          "options", [](const Session& self) { return self.options(); }, "How it is guided.")
      .def("view", &Session::view, "What a screen draws now.")
      .def(
          "cue",
          [](const Session& self, int number) -> Cue {
            const Cue* cue = self.cue(number);
            if (!cue) throw py::index_error("no cue has the number " + std::to_string(number));
            return *cue;
          },
          py::arg("number"), "The cue that CueGiven and CueDropped name, as it is written down. IndexError if none is.")
      .def("text", &text_of, py::arg("event"), py::arg("language") = py::none(),
           "The words of an event, in the session's language unless another is named; empty if it has none.")
      .def(
          "explain",
          [](const Session& self, const Target& target, const std::optional<std::string>& language) {
            return self.explain(target, language.value_or(self.options().language));
          },
          py::arg("target"), py::arg("language") = py::none(),
          "How far a Target goes, and why no further: for a screen. A side is named only if it was determined to stop\n"
          "first.")
      .def(
          "state", [](const Session& self) { return self.state(); }, "Everything the session knows.")
      .def("summary", &Session::summary, "What happened so far; can be read at any time.");
}

}  // namespace

void bind_session(py::module_& m) {
  bind_state(m);

  py::class_<Session> type(m, "Session",
                           "One guided session. Postures, ticks and reports go in, events come out.\n\n"
                           "Parameters\n----------\n"
                           "exercise\n    what is guided, `catalog()[\"dynamic-inner-thigh-stretch\"]`\n"
                           "person\n    what is known of the person\n"
                           "options\n    how the app wants the session held\n"
                           "state\n    where a saved session went on from\n\n"
                           "Raises\n------\n"
                           "InvalidModel, RuleError\n    where `check(exercise)` reports an error\n\n"
                           "It has no clock and no thread of its own; use one session from one thread.");
  type.def(py::init([](const Exercise& exercise, const Person& person, const SessionOptions& options,
                       const SessionState* state) {
             return state == nullptr ? Session(exercise, person, options, catalog_exercises())
                                     : Session(exercise, person, options, *state, catalog_exercises());
           }),
           py::arg("exercise"), py::arg("person") = Person{}, py::arg("options") = SessionOptions{},
           py::arg("state") = py::none());
  bind_inputs_of(type);
  bind_outputs_of(type);
  type.def("__repr__", &repr)
      .def("__copy__", [](const Session& self) { return Session(self); })
      .def("__deepcopy__", [](const Session& self, const py::dict&) { return Session(self); })
      .def("__reduce__", [](const py::object& self) {
        const auto& session = self.cast<const Session&>();
        return py::make_tuple(py::type::of(self),
                              py::make_tuple(session.exercise(), session.person(), session.options(), session.state()));
      });
  type.attr("__module__") = "stretchcore";
}

}  // namespace stretchcore
