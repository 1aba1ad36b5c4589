#include <stretchcore/record/journal.hpp>

#include "bind.hpp"
#include "bind_struct.hpp"
#include "casters.hpp"
#include "events.hpp"

namespace stretchcore {

using namespace detail;

namespace {

template <class Journal>
py::tuple lost_of(const Journal& replayed) {
  py::tuple lost(replayed.lost.size());
  for (std::size_t i = 0; i < replayed.lost.size(); ++i) {
    lost[i] = py::make_tuple(replayed.lost[i].from, replayed.lost[i].to);
  }
  return lost;
}

py::tuple events_of(const Replayed& replayed) {
  py::tuple events = to_python(replayed.events, replayed.session);
  for (std::size_t i = 0; i < replayed.events.size(); ++i) {
    const auto* asked = std::get_if<QuestionAsked>(&replayed.events[i]);
    const auto codes = asked ? replayed.codes.find(asked->id) : replayed.codes.end();
    if (codes != replayed.codes.end()) events[i] = to_python(*asked, codes->second);
  }
  return events;
}

void bind_replayed(py::module_& m) {
  py::class_<Replayed> type(m, "Replayed", "A session as its journal tells it.");
  type.def_property_readonly("events", &events_of, "All of them, in order.")
      .def_property_readonly(
          "session", [](const Replayed& self) { return self.session; }, "Where it ended.")
      .def_property_readonly(
          "summary", [](const Replayed& self) { return self.session.summary(); }, "What happened.")
      .def_readonly("inputs", &Replayed::inputs, "Postures, ticks and reports.")
      .def_readonly("closed", &Replayed::closed, "The journal was ended on purpose.")
      .def_property_readonly("lost", &lost_of<Replayed>, "Bytes that could not be read: (from, to) pairs.")
      .def("__repr__", [](const Replayed& self) {
        return "<Replayed: " + self.session.exercise().id + ", " + std::to_string(self.inputs) + " inputs, " +
               (self.closed ? "closed" : "not closed") + ">";
      });
  type.attr("__module__") = "stretchcore";
}

void bind_recorded(py::module_& m) {
  bind_struct<MadeBy>(m, Docs<MadeBy>{"MadeBy", "What wrote a journal.",
                                      "the engine; 0 for a journal that does not say", "the schema of its entries",
                                      "that the session spoke", "a hash of the library's phrases in that language"});
  py::class_<Recorded> type(m, "Recorded", "What a journal holds, also one that another version of the library wrote.");
  type.def_property_readonly(
          "made_by", [](const Recorded& self) { return self.made_by; }, "What wrote it.")
      .def_readonly("can_be_replayed", &Recorded::can_be_replayed, "The same engine wrote it, with the same phrases.")
      .def_property_readonly(
          "events",
          [](const Recorded& self) {
            py::tuple events(self.events.size());
            for (std::size_t i = 0; i < self.events.size(); ++i) events[i] = to_python(self.events[i], {});
            return events;
          },
          "As they were told, without words; none where the entries have another schema.")
      .def_property_readonly(
          "summary", [](const Recorded& self) { return self.summary; }, "The latest that was written, or None.")
      .def_readonly("inputs", &Recorded::inputs, "Postures, ticks and reports.")
      .def_readonly("closed", &Recorded::closed, "The journal was ended on purpose.")
      .def_property_readonly("lost", &lost_of<Recorded>, "Bytes that could not be read: (from, to) pairs.")
      .def("__repr__", [](const Recorded& self) {
        return "<Recorded: engine " + std::to_string(self.made_by.engine) + ", " + std::to_string(self.inputs) +
               " inputs, " + (self.closed ? "closed" : "not closed") + ">";
      });
  type.attr("__module__") = "stretchcore";
}

}  // namespace

void bind_replay(py::module_& m) {
  bind_replayed(m);
  bind_recorded(m);
  m.def(
      "replay",
      [](const py::object& path, Recovery recovery) {
        const std::string file = path_from(path);
        const py::gil_scoped_release others_may_run;
        return replay(file, recovery);
      },
      py::arg("path"), py::arg("recovery") = Recovery::tail,
      "Plays a journal again from its beginning, and checks that every event is told as it was: a Replayed.\n"
      "With ``salvage`` the events are what the session makes of what is left.\n"
      "RecordError for a journal of another engine: `recorded` shows it.");
  m.def(
      "recorded",
      [](const py::object& path, Recovery recovery) {
        const std::string file = path_from(path);
        const py::gil_scoped_release others_may_run;
        return recorded(file, recovery);
      },
      py::arg("path"), py::arg("recovery") = Recovery::tail,
      "Reads a journal without playing it, as a Recorded: for one that another version of the library wrote.");
}

}  // namespace stretchcore
