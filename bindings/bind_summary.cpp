#include <stretchcore/session/summary.hpp>
#include <stretchcore/session/view.hpp>

#include "bind.hpp"
#include "bind_json.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

void bind_summary(py::module_& m) {
  bind_struct<Coverage>(m, Docs<Coverage>{"Coverage", "What the source could see.", "channels that were watched",
                                          "channels that this source cannot see"});
  bind_struct<Felt>(m, Docs<Felt>{"Felt", "What the person said. Never overwritten by what was measured.",
                                  "freer, same, tighter, or None", "left, right, same, or None",
                                  "nothing, comfortable, too_much, or None", "highest rating given [0..10]",
                                  "whether anything speaks against the exercise"});
  bind_struct<SymptomNote>(
      m, Docs<SymptomNote>{"SymptomNote", "A symptom as it was reported.", "[s]", "what was felt",
                           "of one of the exercise's own; \"not_told\": stopped, and did not say what they felt",
                           "where, if it was said", "how soon somebody should look at it"});
  bind_struct<RuleNote>(m, Docs<RuleNote>{"RuleNote", "A change of a rule's verdict.", "[s]", "the rule's id",
                                          "the side, for a rule about a pair", "the verdict from then on"});
  bind_struct<CueNote>(
      m, Docs<CueNote>{"CueNote", "Words that were given.", "[s]", "the cue's id", "in the session's language"});
  bind_struct<HoldNote>(
      m, Docs<HoldNote>{"HoldNote", "A hold, kept or offered.", "when it ended [s]",
                        "the side, for movements of one at a time", "[s]", "by feel: nothing saw whether it was kept"});
  auto summary = bind_struct<Summary>(
      m, Docs<Summary>{"Summary",
                       "What happened, what changed, and how sure that is. A list keeps the gravest and the\n"
                       "latest where a session brings more than it has room for; the total beside it counts\n"
                       "all of them.",
                       "the exercise's id",
                       "what was known beforehand, and what came of it",
                       "[s]",
                       "[s]",
                       "None while the session goes on",
                       "what the source could see",
                       "openings, in order",
                       "how many in all",
                       "the latest movements that did not count",
                       "how many of them in all",
                       "holds, kept or offered",
                       "how many in all",
                       "paced openings without a sensor: offered, not counted as done",
                       "each side's range in the first measuring",
                       "each side's range in the latest measuring",
                       "range_before is from after a break in which the person may have got up",
                       "of the mean of both sides",
                       "each side's own",
                       "right against left",
                       "what the person said",
                       "symptoms that were reported",
                       "how many reports in all",
                       "changes of the rules' verdicts",
                       "how many in all",
                       "words that were given",
                       "how many in all",
                       "postures that came",
                       "postures that were not taken",
                       "events of calls that brought more than fit"});
  summary.def("text", &Summary::text, py::arg("language") = "en",
              "A few sentences for the person: what they felt first, then what was measured and how sure it is.");
  bind_json(summary);
  keep_out_of_logs(summary, [](const Summary& self) {
    return "<Summary: " + self.exercise + ", " + (self.end_reason ? std::string{name(*self.end_reason)} : "goes on") +
           ">";
  });

  bind_struct<OpenQuestion>(m, Docs<OpenQuestion>{"OpenQuestion", "A question that waits for its answer.", "its number",
                                                  "what it is about", "when it stops waiting [s]"});
  bind_struct<CallScreen>(
      m, Docs<CallScreen>{"CallScreen", "The call screen: large, over all else.", "what is felt",
                          "where, if it is known", "how often the call was said", "to dial; empty: the app knows none",
                          "the call, in the session's language", "what to do with the body"});
  bind_struct<View>(
      m, Docs<View>{"View", "What a screen draws now.", "[s]", "where the session is", "held blocks begun so far",
                    "for movements of one side at a time", "in this phase", "in this phase; 0 means as they come",
                    "the primary angle of each side now [°]; None if not seen", "None when the person is free",
                    "what the source can see", "None if none is open", "of the whole session [0..1], a guess",
                    "what the session waits for, for the developer; empty when it is over",
                    "the call screen, until it is acknowledged; None if there is none", "what can be pressed"});
}

}  // namespace stretchcore
