#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <stretchcore/record/journal.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "casters.hpp"
#include "events.hpp"
#include "shared_session.hpp"

namespace stretchcore {

using namespace detail;

namespace {

JournalOptions options_from(std::size_t room, Time sync_every, Time checkpoint_every) {
  return {room, sync_every, checkpoint_every};
}

using Shared = std::unique_ptr<SharedSession>;

Shared begin(const py::object& path, const Exercise& exercise, const Person& person, const SessionOptions& options,
             std::size_t room, Time sync_every, Time checkpoint_every) {
  const std::string file = path_from(path);
  const py::gil_scoped_release others_may_run;
  return std::make_unique<SharedSession>(
      JournaledSession{file, exercise, person, options, options_from(room, sync_every, checkpoint_every)});
}

Shared resume_freely(const py::object& path, Time away, Recovery recovery, std::size_t room, Time sync_every,
                     Time checkpoint_every) {
  const std::string file = path_from(path);
  const py::gil_scoped_release others_may_run;
  return std::make_unique<SharedSession>(
      resume(file, away, recovery, options_from(room, sync_every, checkpoint_every)));
}

/// What a call tells, in Python's own events. The words of cues come from the plan, which does not change.
py::tuple told(SharedSession& self, const Input& input) {
  const std::vector<Event> events = self.alone([&](JournaledSession& session) {
    const std::span<const Event> told = session.apply(input);
    return std::vector<Event>{told.begin(), told.end()};
  });
  return to_python(events, self.free().session());
}

py::tuple run(SharedSession& self, const Recording& recording) {
  const std::vector<Event> events = self.alone([&](JournaledSession& session) {
    std::vector<Event> all;
    for (std::size_t row = 0; row < recording.size(); ++row) {
      const std::span<const Event> told = session.observe(recording.posture(row));
      all.insert(all.end(), told.begin(), told.end());
    }
    return all;
  });
  return to_python(events, self.free().session());
}

/// What is changed needs the session alone; the disk is waited for without it, so that others can still look at it.
Summary finish(SharedSession& self, Time time, EndReason reason) {
  Summary summary = self.alone([&](JournaledSession& session) { return session.end(time, reason); });
  const py::gil_scoped_release others_may_run;
  self.free().wait();
  return summary;
}

void close(SharedSession& self) {
  self.alone([](JournaledSession& session) { session.seal(); });
  const py::gil_scoped_release others_may_run;
  self.free().wait();
  if (const std::string failure = self.free().failure(); !failure.empty()) throw RecordError(failure);
}

void bind_inputs_of(py::class_<SharedSession>& type) {
  type.def(
          "observe", [](SharedSession& self, const Posture& posture) { return told(self, posture); },
          py::arg("posture"), "A posture was seen. Returns the events, in order.")
      .def(
          "report",
          [](SharedSession& self, py::handle report) {
            return told(self, std::visit([](const auto& each) { return Input{each}; }, one_of<Report>(report)));
          },
          py::arg("report"),
          "The person or the app says something. Never refused, and on its way to the disk before it is acted on.")
      .def(
          "tick", [](SharedSession& self, Time time) { return told(self, Tick{time}); }, py::arg("time"),
          "Time has passed [s]. Call it from a timer, always. Returns the events, in order.")
      .def(
          "apply", [](SharedSession& self, py::handle input) { return told(self, one_of<Input>(input)); },
          py::arg("input"), "A posture, a Tick or a report. Returns the events, in order.")
      .def("run", &run, py::arg("recording"), "Observes every row of a recording; returns all events, in order.")
      .def("finish", &finish, py::arg("time"), py::arg("reason") = EndReason::finished_by_app,
           "Enough, and the books are closed [s], the journal's too. Returns the summary, once the journal is on the\n"
           "disk or cannot be; other threads run meanwhile.")
      .def("close", &close,
           "Writes that the journal is whole, and waits until it is on the disk. Raises RecordError where it is not.\n"
           "Other threads run meanwhile.")
      .def(
          "sync", [](SharedSession& self) { self.free().sync(); }, py::call_guard<py::gil_scoped_release>(),
          "Waits until all inputs are on the disk. Raises RecordError where that failed.");
}

/// A property that is read from the session alone.
template <class Read>
auto reads(Read read) {
  return [read](SharedSession& self) {
    return self.alone([&](JournaledSession& session) { return read(session.session()); });
  };
}

void bind_outputs_of(py::class_<SharedSession>& type) {
  type.def_property_readonly("session", reads([](const Session& session) { return session; }),
                             "A copy of the session as it is now. What it is told is in no journal.")
      .def_property_readonly("phase", reads([](const Session& session) { return session.phase(); }),
                             "Where the session is.")
      .def_property_readonly("over", reads([](const Session& session) { return session.over(); }),
                             "Finished, or stopped with the way out spoken.")
      .def_property_readonly("target", reads([](const Session& session) { return session.target(); }),
                             "How far to go; None when the person is free.")
      .def_property_readonly(
          "taken",
          [](SharedSession& self) { return self.alone([](JournaledSession& session) { return session.taken(); }); },
          "Inputs so far, in this process.")
      .def_property_readonly(
          "written", [](SharedSession& self) { return self.free().written(); },
          "Of these, handed to the system: no crash of this process loses them.")
      .def_property_readonly(
          "durable", [](SharedSession& self) { return self.free().durable(); },
          "Of these, on the disk: no loss of power does.")
      .def_property_readonly(
          "failure", [](SharedSession& self) { return self.free().failure(); },
          "What keeps the journal from being written; empty while nothing does.")
      .def("view", reads([](const Session& session) { return session.view(); }), "What a screen draws now.")
      .def("state", reads([](const Session& session) { return session.state(); }), "Everything the session knows.")
      .def("summary", reads([](const Session& session) { return session.summary(); }),
           "What happened so far; can be read at any time.")
      .def(
          "text",
          [](SharedSession& self, py::handle event, const std::optional<std::string>& language) {
            const Session& session = self.free().session();
            return session.text(event_from(event), language.value_or(session.options().language));
          },
          py::arg("event"), py::arg("language") = py::none(),
          "The words of an event, in the session's language unless another is named; empty if it has none.")
      .def("__repr__", [](SharedSession& self) {
        return self.alone([](JournaledSession& journaled) {
          const Session& session = journaled.session();
          return "<JournaledSession: " + session.exercise().id + ", " + std::string{name(session.phase())} + ", " +
                 std::to_string(journaled.taken()) + " inputs, " + std::to_string(journaled.durable()) +
                 " on the disk>";
        });
      });
}

}  // namespace

void bind_journal(py::module_& m) {
  bind_enum<Recovery>(m, "Recovery", "What to do about a journal that does not end as it should.");

  const JournalOptions usual;
  py::class_<SharedSession> type(
      m, "JournaledSession",
      "A session that is kept as it goes: what a crash has ended goes on with `resume`.\n\n"
      "The calls are those of `Session`; none but `sync`, `finish` and `close` waits for the disk, and none keeps "
      "other\n"
      "threads of Python from running while it waits. Several threads may use it.\n\n"
      "Parameters\n----------\n"
      "path\n    the journal; it must not be there yet\n"
      "exercise, person, options\n    as for `Session`\n"
      "room\n    what may wait to be written [bytes]\n"
      "sync_every\n    so much is lost at most where the power fails, of what was not said [s]\n"
      "checkpoint_every\n    no more of the session than that is played again to go on with it [s]\n\n"
      "Raises\n------\n"
      "RecordError\n    if the file is there already or cannot be made\n\n"
      "Where the disk cannot keep up, a posture or tick is not taken, and `SampleRejected` says ``journal_full``.");
  type.def(py::init(&begin), py::arg("path"), py::arg("exercise"), py::arg("person") = Person{},
           py::arg("options") = SessionOptions{}, py::kw_only(), py::arg("room") = usual.room,
           py::arg("sync_every") = usual.sync_every, py::arg("checkpoint_every") = usual.checkpoint_every);
  bind_inputs_of(type);
  bind_outputs_of(type);
  type.attr("__module__") = "stretchcore";

  m.def(
      "resume", &resume_freely, py::arg("path"), py::arg("away") = Time{0}, py::arg("recovery") = Recovery::tail,
      py::kw_only(), py::arg("room") = usual.room, py::arg("sync_every") = usual.sync_every,
      py::arg("checkpoint_every") = usual.checkpoint_every,
      "Goes on with a session whose journal was not closed.\n\n"
      "Parameters\n----------\n"
      "path\n    the journal\n"
      "away\n    how long no guiding went on, by the app's wall clock [s]; after more than 10 s the person may be up:\n"
      "    it comes back paused, and goes on by being set up and measured anew (`Action.away`)\n"
      "recovery\n    ``tail``: what was not yet on the disk may be missing or torn; ``strict``; ``prefix``\n\n"
      "Returns\n-------\n"
      "JournaledSession\n    whose times go on from ``view().time``\n\n"
      "Raises\n------\n"
      "CorruptRecord\n    for damage that the recovery does not allow\n"
      "RecordError\n    for a journal that was closed, that another process writes, or whose replay tells otherwise");
}

}  // namespace stretchcore
