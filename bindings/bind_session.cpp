#include <stretchcore/document/catalog.hpp>
#include <stretchcore/record/archive.hpp>
#include <stretchcore/session/session.hpp>
#include <stretchcore/stream/recording.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "bind_struct.hpp"
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
  py::class_<SessionState> type(
      m, "SessionState",
      "Everything a session knows, for keeping: save() and pickle write it. A Session with the\n"
      "same exercise, person and options goes on from it identically. What is inside may\n"
      "change with every version; view() and summary() show what a session makes of it.");
  type.def("__eq__",
           [](const SessionState& self, py::handle other) -> py::object {
             if (!py::isinstance<SessionState>(other)) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
             return py::bool_(self == other.cast<const SessionState&>());
           })
      .def_property_readonly("now", &SessionState::now, "The session's clock [s].")
      .def("__repr__",
           [](const SessionState& self) {
             return "<SessionState: " + std::string{name(self.phase())} + " at " +
                    py::repr(py::float_(to_seconds(self.now()))).cast<std::string>() + " s>";
           })
      .def("__reduce__", [](const SessionState& self) {
        const std::vector<std::byte> kept = to_archive(self);
        const py::object read = py::module_::import("stretchcore._core").attr("from_archive");
        return py::make_tuple(read, py::make_tuple(py::bytes(reinterpret_cast<const char*>(kept.data()), kept.size())));
      });
  type.attr("__module__") = "stretchcore";
}

void bind_plan(py::module_& m) {
  bind_enum<WayIn>(m, "WayIn", "How the person comes to a session.");
  bind_enum<Ending>(m, "Ending", "What becomes of the person at the end of a session that ends as planned.");
  bind_struct<Frame>(
      m, Docs<Frame>{
             "Frame", "Where a session stands in what a person does one after the other; by default it stands alone.",
             "in_position: the person hears nothing of getting there; from_another: only how this "
             "exercise is set up",
             "stay: they hear nothing of a way out, unless something is wrong", "instead of the options'",
             "instead of the options'; with never nothing is tried out before the block, or compared after "
             "it",
             "no more than these", "or holds each side, in a block: no more",
             "of one side at a time, the one that begins; none: the left",
             "which symptoms to tell of was said before, today", "that nothing is seen was said before, today"});
  py::class_<Plan> type(
      m, "Plan",
      "What every session of an exercise does, worked out once. It knows nothing of a person, so any\n"
      "number of sessions share one: Session(plan, person).\n\n"
      "Parameters\n----------\n"
      "exercise\n    what is guided\n"
      "options\n    how the app wants the sessions held\n"
      "only\n    the side that works, for people who move one side only\n\n"
      "Raises\n------\n"
      "InvalidModel, RuleError\n    where `check(exercise)` reports an error");
  type.def(py::init([](const Exercise& exercise, const SessionOptions& options, std::optional<Side> only) {
             return Plan(exercise, options, catalog_exercises(), only);
           }),
           py::arg("exercise"), py::arg("options") = SessionOptions{}, py::arg("only") = py::none())
      .def_property_readonly(
          "exercise", [](const Plan& self) { return self.exercise(); }, "What is guided, by the sides that work.")
      .def_property_readonly(
          "options", [](const Plan& self) { return self.options(); }, "How it is guided.")
      .def_property_readonly("only", &Plan::only, "The side that works, where the other does not move.")
      .def_property_readonly("counted", &Plan::counted,
                             "Whether repetitions are counted and measured; else the person goes by feel.")
      .def_property_readonly("state_size", &Plan::state_size, "What the state of a session takes [bytes].")
      .def("__repr__", [](const Plan& self) { return "<Plan: " + self.exercise().id + ">"; })
      .def("__reduce__", [](const py::object& self) {
        const auto& plan = self.cast<const Plan&>();
        return py::make_tuple(py::type::of(self), py::make_tuple(plan.exercise(), plan.options(), plan.only()));
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
          "exercise", [](const Session& self) { return adapted(self.exercise(), self.person(), self.screening()); },
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
      .def_property_readonly(
          "frame", [](const Session& self) { return self.frame(); }, "Where it stands among other sessions.")
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
  bind_plan(m);

  py::class_<Session> type(m, "Session",
                           "One guided session. Postures, ticks and reports go in, events come out.\n\n"
                           "Parameters\n----------\n"
                           "exercise\n    what is guided, `catalog()[\"dynamic-inner-thigh-stretch\"]`; or a Plan, "
                           "with a person and a Frame\n"
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
           py::arg("state") = py::none())
      .def(py::init(
               [](const Plan& plan, const Person& person, const Frame& frame) { return Session(plan, person, frame); }),
           py::arg("plan"), py::arg("person") = Person{}, py::arg("frame") = Frame{});
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
