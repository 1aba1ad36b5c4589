#include <stretchcore/record/history.hpp>

#include "bind.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

namespace {

using OthersMayRun = py::call_guard<py::gil_scoped_release>;

std::unique_ptr<History> open(const py::object& path, bool create, Time patience) {
  const std::string file = path_from(path);
  const py::gil_scoped_release others_may_run;
  return std::make_unique<History>(file, HistoryOptions{create, patience});
}

Which which(const std::optional<std::string>& exercise, std::optional<Time> since, std::optional<Time> until) {
  const Which all;
  return {exercise, since.value_or(all.since), until.value_or(all.until)};
}

void bind_values(py::module_& m) {
  // By hand: it has a person's key beside what was measured of them, and a repr of that belongs into no log.
  py::class_<PastSession> past(m, "PastSession", "What came of one session of a person.");
  past.def_readonly("person", &PastSession::person, "The app's own opaque key, never a name.")
      .def_property_readonly(
          "at", [](const PastSession& self) { return self.at; },
          "By the app's wall clock, since the beginning of 1970 (UTC) [s].")
      .def_readonly("summary", &PastSession::summary, "What came of it.")
      .def("__eq__",
           [](const PastSession& self, py::handle other) -> py::object {
             if (!py::isinstance<PastSession>(other)) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
             return py::bool_(self == other.cast<const PastSession&>());
           })
      .def("__repr__", [](const PastSession& self) { return "<PastSession: " + self.summary.exercise + ">"; });
  past.attr("__module__") = "stretchcore";

  bind_struct<ProgressPoint>(
      m, Docs<ProgressPoint>{"ProgressPoint",
                             "One session of a progress. Its range is that of the first measuring: only these can be\n"
                             "compared from one day to the next.",
                             "since the beginning of 1970 (UTC) [s]", "each side's, before anything was stretched",
                             "within this session", "right against left"});
  bind_struct<Progress>(
      m, Docs<Progress>{"Progress", "What the sessions of one exercise say together.", "the exercise's id",
                        "sessions in which a range was measured, in order",
                        "of each side's range [° a day]; None for fewer than five",
                        "of each side, from its first range to its last",
                        "of right - left [° a day]; None for fewer than five", "which side was the tighter one"});
  bind_struct<Adherence>(
      m, Docs<Adherence>{"Adherence",
                         "How regularly somebody stretches. A start that was refused for want of a clearance is no "
                         "session.",
                         "in all", "on average",
                         "in each seven days; the last end at `until`, the first may begin before `since`"});
}

void bind_queries(py::class_<History>& type) {
  type.def("persons", &History::persons, OthersMayRun{}, "The keys of all persons, sorted.")
      .def(
          "sessions",
          [](const History& self, const std::string& person, const std::optional<std::string>& exercise,
             std::optional<Time> since, std::optional<Time> until) {
            const py::gil_scoped_release others_may_run;
            return self.sessions(person, which(exercise, since, until));
          },
          py::arg("person"), py::arg("exercise") = py::none(), py::arg("since") = py::none(),
          py::arg("until") = py::none(),
          "The PastSessions of a person in order of time, each compared with its record.\n\n"
          "Parameters\n----------\n"
          "person\n    the app's key\n"
          "exercise\n    an exercise's id; None: of all\n"
          "since, until\n    the first moment and the one after the last, since 1970 (UTC) [s]\n\n"
          "Raises\n------\n"
          "CorruptRecord\n    where a row is damaged or says something else than its record, with its number")
      .def(
          "progress",
          [](const History& self, const std::string& person, const std::string& exercise, std::optional<Time> since,
             std::optional<Time> until) {
            const py::gil_scoped_release others_may_run;
            const Which asked = which(exercise, since, until);
            return self.progress(person, exercise, asked.since, asked.until);
          },
          py::arg("person"), py::arg("exercise"), py::arg("since") = py::none(), py::arg("until") = py::none(),
          "The Progress of a person in one exercise: ranges with their errors, trends, and which side is tighter.")
      .def("adherence", &History::adherence, OthersMayRun{}, py::arg("person"), py::arg("since"), py::arg("until"),
           py::arg("exercise") = py::none(),
           "The Adherence of a person between two moments [s], in all exercises unless one is named.")
      .def("check", &History::read_all, OthersMayRun{},
           "Reads everything and raises what is wrong. Queries read only what they are asked for.");
}

void bind_changes(py::class_<History>& type) {
  type.def("add", &History::add, OthersMayRun{}, py::arg("person"), py::arg("at"), py::arg("summary"),
           "Adds a session; it is on the disk when this returns.\n\n"
           "Parameters\n----------\n"
           "person\n    the app's own opaque key, not empty, never a name\n"
           "at\n    when it began, by the app's wall clock, since 1970 (UTC) [s], as ``time.time()`` says\n"
           "summary\n    what came of it\n\n"
           "Returns\n-------\n"
           "bool\n    False if just this session is there already\n\n"
           "Raises\n------\n"
           "RecordError\n    where it cannot be written, or another one of this person and moment is there")
      .def("erase", &History::erase, OthersMayRun{}, py::arg("person"),
           "Removes all of a person: nothing of it is left in the file or beside it. Returns how many sessions it "
           "were.\n"
           "Raises RecordError where something may be left, as while another process reads: erase again.")
      .def("export_json", &History::export_json, OthersMayRun{}, py::arg("person"),
           "A person's sessions as JSON documents, one a line.")
      .def("import_json", &History::import_json, OthersMayRun{}, py::arg("lines"),
           "Adds what `export_json` wrote, all of it or nothing. Returns how many were not yet there.\n"
           "Raises DocumentError with the line and the place in it.")
      .def("close", &History::close, OthersMayRun{}, "Gives the file free.");
}

}  // namespace

void bind_history(py::module_& m) {
  bind_values(m);
  const HistoryOptions usual;
  py::class_<History> type(
      m, "History",
      "The sessions of some persons in one file, an SQLite database. A context manager, which closes it.\n\n"
      "What was added is on the disk when `add` returns, and a crash at any moment leaves it whole. Several processes\n"
      "and threads may write and read at once.\n\n"
      "Parameters\n----------\n"
      "path\n    the file; a new one is its owner's alone (0600)\n"
      "create\n    whether to begin one where there is none\n"
      "patience\n    how long a call waits for others that write [s]\n\n"
      "Raises\n------\n"
      "RecordError\n    where it cannot be opened, or a newer version wrote it\n"
      "CorruptRecord\n    where it is damaged, or no history");
  type.def(py::init(&open), py::arg("path"), py::kw_only(), py::arg("create") = usual.create,
           py::arg("patience") = usual.patience);
  bind_changes(type);
  bind_queries(type);
  type.def("__enter__", [](py::object self) { return self; })
      .def("__exit__", [](History& self, const py::args&) { self.close(); })
      .def("__repr__", [](const History&) { return "<History>"; });
  type.attr("__module__") = "stretchcore";
}

}  // namespace stretchcore
