#include <stretchcore/cue/captions.hpp>
#include <stretchcore/cue/signal.hpp>
#include <stretchcore/cue/ssml.hpp>
#include <stretchcore/session/phrase_list.hpp>
#include <stretchcore/session/script.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "bind_struct.hpp"
#include "casters.hpp"
#include "events.hpp"

namespace stretchcore {

using namespace detail;

namespace {

py::dict forms() {
  py::dict known;
  for (const SignalForm& one : signal_forms()) {
    py::list pulses;
    for (const Time each : one.pulses()) pulses.append(to_seconds(each));
    py::dict form;
    form["pitch"] = one.pitch;
    form["pulses"] = py::tuple(pulses);
    form["shape"] = std::string{one.shape};
    known[py::cast(one.kind)] = form;
  }
  return known;
}

}  // namespace

void bind_cue(py::module_& m) {
  using Lines = std::vector<Line>;

  bind_enum<SignalKind>(m, "SignalKind", "What a tone or a vibration can say.");
  bind_enum<Ssml>(m, "Ssml", "Which version of SSML: v1_0 is what every engine takes, v1_1 has marks.");
  bind_struct<Line>(m, Docs<Line>{"Line", "Words with their place in time, counted from the beginning.", "[s]",
                                  "estimated; where another line cuts it off, the beginning of that [s]", "the words"});
  bind_struct<Signal>(m, Docs<Signal>{"Signal", "A tone or a vibration with its place in time, from the beginning.",
                                      "[s]", "its kind"});
  bind_struct<Script>(m,
                      Docs<Script>{"Script", "A whole guided session for where nothing sees and nothing answers.",
                                   "id of the exercise", "BCP 47", "[s]", "blocks in it",
                                   "or holds, offered in each block: of each side for a movement of one, else of both",
                                   "what is said", "what is sounded, or felt"});
  bind_struct<SpokenPhrase>(
      m, Docs<SpokenPhrase>{"SpokenPhrase", "A sentence that a session may say, filled in.", "of the cue",
                            "when it is said", "the side that it names", "the number that it names; 0 if it names none",
                            "the few words, for when the whole ones are known", "the words", "of the words: BCP 47",
                            "16 hexadecimal digits that change with the words: a name for a clip",
                            "how long it takes to say: by the recorded voice, else estimated [s]"});
  m.def("phrases", py::overload_cast<const Exercise&, const SessionOptions&>(&phrases), py::arg("exercise"),
        py::arg("options") = SessionOptions{},
        "Every SpokenPhrase that a session of this exercise may say, those of emergencies first: to record or "
        "pre-render\n"
        "them. Sides and numbers are filled in with all that may come up; the sentence that names the parts of the\n"
        "body that are seen is listed for all of them and for those that move alone.");
  m.def("phrases", py::overload_cast<const Plan&>(&phrases), py::arg("plan"), "The same for every session of a Plan.");
  m.def("transcript", &transcript, py::arg("summary"), "What was said in a session: Lines from its start.");
  m.def(
      "captions", [](const Lines& lines) { return captions(lines); }, py::arg("lines"),
      "Lines as captions: at most two rows of 42 characters, as long as it takes to read, none over another.");
  m.def(
      "to_webvtt", [](const Lines& lines) { return to_webvtt(lines); }, py::arg("lines"), "Captions as WebVTT.");
  m.def(
      "to_srt", [](const Lines& lines) { return to_srt(lines); }, py::arg("lines"), "Captions as SubRip text.");
  m.def(
      "to_ssml",
      [](const Lines& lines, const std::string& language, Ssml version) { return to_ssml(lines, language, version); },
      py::arg("lines"), py::arg("language"), py::arg("version") = Ssml::v1_1,
      "Lines for a speech engine, with silence as breaks. `language` is a BCP 47 tag.");
  m.def(
      "script",
      [](const Exercise& exercise, Time length, const std::string& language, const Person& person) {
        return script(exercise, length, language, person);
      },
      py::arg("exercise"), py::arg("length"), py::arg("language") = "en", py::arg("person") = Person{},
      "The session of this exercise that lasts so long [s], as a Script. Raises InvalidModel for a length that no "
      "dose\n"
      "of it has.");
  m.def(
      "signal_of", [](const py::object& event) { return signal_of(event_from(event)); }, py::arg("event"),
      "The SignalKind that goes with an event; None for most.");
  m.def("signal_forms", &forms,
        "How each SignalKind sounds and feels: pitch [Hz], pulses (on, off, on … [s]) and a sign to show.");
}

}  // namespace stretchcore
