#include <stretchcore/stream/input.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "bind_json.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

namespace {

template <class T>
void bind_input(py::module_& m, const Docs<T>& docs) {
  auto type = bind_struct<T>(m, docs, Arguments::by_position);
  bind_json_of<Input>(type);
}

}  // namespace

void bind_inputs(py::module_& m) {
  bind_enum<QuestionKind>(m, "QuestionKind", "What a question is about.");
  bind_enum<Choice>(m, "Choice", "What can be answered to a question.");
  bind_enum<Action>(m, "Action", "What the person or the app can ask of a session.");
  bind_enum<Feeling>(m, "Feeling", "What changed, as it feels.");
  bind_enum<Stretch>(m, "Stretch", "How strong the stretch is, as it feels. Not pain.");
  bind_enum<FirstSide>(m, "FirstSide", "Which side stops first, as it feels.");
  bind_enum<Speech>(m, "Speech", "What the app's voice did with a cue.");

  static constexpr const char* report_time = "[s]; None or an earlier one counts as now";
  bind_input(m, Docs<Tick>{"Tick", "Time passes.", "[s]"});
  bind_input(m, Docs<Command>{"Command", "What the person or the app asks for.", report_time, "what is asked"});
  bind_input(
      m, Docs<SymptomReport>{"SymptomReport", "A symptom: the session stops or rests in the same call.", report_time,
                             "what is felt; a word that the library does not know becomes `other` with that id, "
                             "which is sharp pain where the exercise has none of that id",
                             "where, if it is known", "of one of the exercise's own symptoms"});
  bind_input(m, Docs<FeltChange>{"FeltChange", "What changed, as it feels.", report_time, "freer, same or tighter"});
  bind_input(m, Docs<FeltStretch>{"FeltStretch", "How strong the stretch is, as it feels. Not pain.", report_time,
                                  "nothing, comfortable or too_much"});
  bind_input(m, Docs<FeltSide>{"FeltSide", "Which side stops first, as it feels.", report_time, "left, right or same"});
  bind_input(m, Docs<PainRating>{"PainRating", "Pain on the numeric rating scale.", report_time, "[0..10]"});
  bind_input(m, Docs<CueSpoken>{"CueSpoken", "What the app's voice did with a cue.", report_time,
                                "the number that CueGiven carried", "started, finished or failed"});
  bind_input(m, Docs<Answer>{"Answer", "The answer to a question.", report_time, "the question's number",
                             "one of its choices", "with a yes to `health` or `which`: the condition that is meant"});

  m.def(
      "input_from_json", [](const std::string& text) { return from_json<Input>(text); }, py::arg("text"),
      "Reads what `to_json` of a posture's input, a tick or a report writes. Raises DocumentError.");
}

}  // namespace stretchcore
