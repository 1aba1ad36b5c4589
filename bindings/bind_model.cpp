#include <stretchcore/cue/phrases.hpp>
#include <stretchcore/cue/standard_cues.hpp>
#include <stretchcore/model/contraindication.hpp>
#include <stretchcore/model/cue.hpp>
#include <stretchcore/model/dose.hpp>
#include <stretchcore/model/movement.hpp>
#include <stretchcore/model/rule.hpp>
#include <stretchcore/model/symptom.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "bind_json.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

namespace {

void bind_movement(py::module_& m) {
  bind_enum<Sides>(m, "Sides", "How the sides take part.");
  bind_enum<CountedBy>(m, "CountedBy", "What the repetition detector follows.");
  bind_enum<MotionDirection>(m, "MotionDirection", "Which way a motion goes, by the sign of its clinical name.");
  bind_enum<Stretches>(m, "Stretches", "On which side is what a motion to the left or to the right stretches.");

  bind_struct<Repeat>(
      m, Docs<Repeat>{"Repeat", "Out and back.", "way out [s]", "way back [s]", "at the end, before it goes back [s]"});
  bind_struct<Hold>(m, Docs<Hold>{"Hold", "Out, stay, back.", "how long to stay [s]", "holds on each side"});
  bind_struct<ContractRelax>(
      m, Docs<ContractRelax>{"ContractRelax", "Press gently against the stretch, let go, hold.",
                             "how long to press [s]", "how long to stay [s]", "holds on each side",
                             "share of the full force to press with [0.1..0.75]", "what to do, by language",
                             "what holds against it, by language"});
  bind_struct<Movement>(m, Docs<Movement>{"Movement", "What moves, how, and what counts as one repetition of it.",
                                          "the motion; None: by feel, because no channel shows it",
                                          "positive, negative or both: between two ends that are no sides",
                                          "how the sides take part; a motion of the midline that takes turns has its "
                                          "left and its right end for sides",
                                          "of a motion of the midline that takes turns: on which side is what it "
                                          "stretches",
                                          "Repeat, Hold or ContractRelax", "what the repetition detector follows",
                                          "least rise of the counted signal from its last valley [°]",
                                          "least height of the counted signal, above 0°, or above where the person "
                                          "rested, if that is clearly below it [°]",
                                          "no repetition is quicker [s]",
                                          "no target beyond this, per side, in the direction of the movement [°]",
                                          "of both: how far the other end is from 0° [°]"});
}

void bind_dose(py::module_& m) {
  bind_enum<Goal>(m, "Goal", "What the exercise is done for.");

  bind_struct<BlockDose>(m, Docs<BlockDose>{"BlockDose", "How much of one block, where it differs from the dose.",
                                            "repetitions", "holds on each side", "of a hold [s]"});
  bind_struct<Dose>(
      m, Docs<Dose>{"Dose", "How much.", "gain_range or move_easily", "repetitions in one held block [1..30]",
                    "held blocks, each followed by a measuring [1..4]", "openings of every kind [1..60]",
                    "longest time in movement [s]", "longest time in the position [s]",
                    "between blocks, and at a change of side [s]", "how often, by language",
                    "one block of it in a routine", "in a session of its own, where that is more"});
}

std::string spoken_here() {
  std::string all;
  for (const std::string& language : phrase_languages()) all += (all.empty() ? "" : ", ") + language;
  return all;
}

void bind_words(py::module_& m) {
  bind_enum<Moment>(m, "Moment", "When something is said.");
  bind_enum<Sensing>(m, "Sensing", "Whether a cue fits a session that sees the person, one that does not, or both.");
  bind_enum<Answering>(m, "Answering", "Whether a cue fits where the person can answer, where they cannot, or both.");
  bind_enum<Focus>(m, "Focus", "What words turn the attention to.");
  bind_enum<Priority>(m, "Priority", "What is said first when two things want to be said, least first.");

  bind_struct<SpokenFile>(m, Docs<SpokenFile>{"SpokenFile", "Words that somebody has spoken, kept by the app.",
                                              "for the app to find", "how long it plays [s]"});
  bind_struct<Phrase>(m, Docs<Phrase>{"Phrase", "The words of one phrase of the library.", "the words",
                                      "fewer words, for when these are known", "the words spoken by somebody",
                                      "who has read the words"});
  auto pack = bind_struct<PhrasePack>(
      m,
      Docs<PhrasePack>{"PhrasePack", "The library's own phrases in one language, or what an app says instead of them.",
                       "BCP 47 tag", "by the id of the phrase, as \"standard-pause\"",
                       "what placeholders are filled with, by key, as \"left\""});
  bind_json(pack);
  m.def("phrase_languages", &phrase_languages, "The languages that the library speaks by itself.");
  m.def(
      "phrase_pack",
      [](const std::string& language) {
        if (auto pack = phrase_pack(language)) return *std::move(pack);
        throw py::value_error("the library does not speak \"" + language + "\"; it speaks " + spoken_here());
      },
      py::arg("language"),
      "The library's own phrases in a language, as a PhrasePack. ValueError for a language that it does not speak.");
  bind_struct<Cue>(
      m,
      Docs<Cue>{"Cue",
                "Words for one moment. {side}, {count} and {parts} are filled in when said; what depends on a number "
                "is written as in ICU: \"{count, plural, one {one more} other {# more}}\".",
                "its name", "when it is said", "with or without a sensor", "with or without answers",
                "the words, by language; \"de-x-formal\" for another register",
                "fewer words, for when these are known, by language", "the words spoken by somebody, by language",
                "what they turn the attention to", "silence after it, before the next step [s]",
                "not again within that; None: as is usual for its moment [s]",
                "so often in a block; None: as is usual for its moment", "said less often to who has done it often",
                "who has read the words, by language",
                "of the conditions that a health question names: a no answers these"});
}

void bind_cautions(py::module_& m) {
  bind_enum<Response>(m, "Response", "What follows when a rule is violated, mildest first.");
  bind_enum<Symptom>(m, "Symptom", "What the person may feel that outranks every sensor.");
  bind_enum<Urgency>(m, "Urgency", "How soon somebody else should look at a symptom, least first.");
  bind_enum<WayOut>(m, "WayOut", "How the way out after a symptom ends.");
  bind_enum<Place>(m, "Place", "Where a symptom is felt.");
  bind_enum<Caution>(m, "Caution",
                     "How a condition bears on an exercise. From mild to strict: fine, modify, substitute, postpone, "
                     "avoid, never.");
  bind_enum<UnknownMeans>(m, "UnknownMeans", "What follows where nothing is known of a condition.");

  bind_struct<Rule>(m, Docs<Rule>{"Rule", "What must not happen.", "its name",
                                  "the violation, in the rule language: \"abs(pelvis_list) > 5 deg for 0.4 s\"",
                                  "what follows when it is violated",
                                  "how long a watched signal may be unknown before the session pauses [s]",
                                  "whether the session needs a source that sees it", "what is said, by language",
                                  "of the words; those of safety cut off whatever matters less",
                                  "who has read the words, by language"});
  bind_struct<StopSymptom>(
      m, Docs<StopSymptom>{"StopSymptom",
                           "What a symptom asks of a session. What is left out is that of the standard one.",
                           "the symptom; other for one of your own", "its name, for one of your own: \"scar_pull\"",
                           "as on a button, by language", "stop is latched; pause rests, and goes on less far",
                           "how urgent it is", "to getting up, or staying down", "whether a side can be told",
                           "the words after the way out, by language", "who has read the words, by language"});
  m.def("standard_cues", &standard_cues,
        "Words for every moment that an author may leave out; an exercise's own of a moment replace all of these.");
  m.def("standard_symptoms", &standard_symptoms, "What every exercise listens for, whole and with words.");
  bind_struct<Contraindication>(
      m, Docs<Contraindication>{
             "Contraindication", "A condition with which an exercise should not be done, or not as it stands.",
             "its name, \"recent_hip_surgery\"", "how it bears on the exercise", "the words, by language",
             "what to do instead, by language", "the share of what is easy that is left (0..1]",
             "what it is then done for, if not as it stands", "what follows where nothing is known of it",
             "of a caution that is milder than what follows from the demands of the exercise"});
}

}  // namespace

void bind_model(py::module_& m) {
  bind_movement(m);
  bind_dose(m);
  bind_words(m);
  bind_cautions(m);
}

}  // namespace stretchcore
