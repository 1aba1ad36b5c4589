#include <stretchcore/model/error_model.hpp>
#include <stretchcore/model/person.hpp>
#include <stretchcore/model/session_options.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "bind_json.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

void bind_options(py::module_& m) {
  bind_enum<Profile>(m, "Profile", "How close to easy the target may come.");
  bind_enum<PainProfile>(m, "PainProfile", "Named limits of pain: wellness 0-2, 3, 4 and more; clinician 0-2, 3-5, 6.");
  bind_enum<PainLight>(m, "PainLight", "What a pain rating means for going on.");
  bind_enum<Fact>(m, "Fact", "What is known of a condition; not asked is unknown.");
  bind_enum<Source>(m, "Source", "What kind of instrument the angles come from.");
  bind_enum<CameraView>(m, "CameraView", "From where a camera looks at the person.");
  bind_enum<Answers>(m, "Answers", "How the person can answer a question.");
  bind_enum<Measure>(m, "Measure", "Whether the range is measured before and after.");
  bind_enum<Precision>(m, "Precision", "How many free openings a measuring takes: 4, 6 or 7.");
  bind_enum<Sensor>(m, "Sensor", "Whether postures are to be expected.");

  bind_struct<PainLimits>(m, Docs<PainLimits>{"PainLimits", "Where the light changes on the scale of pain.",
                                              "less far from here on [1..10]", "stop from here on [1..10]"});
  m.def("pain_limits", py::overload_cast<PainProfile>(&pain_limits), py::arg("profile"), "The limits of a profile.");
  m.def("pain_light", &pain_light, py::arg("rating"), py::arg("limits") = PainLimits{},
        "What a rating means; more pain never gives a milder light.");
  bind_struct<Clearance>(
      m, Docs<Clearance>{"Clearance", "A professional agreed, although a condition speaks against it.",
                         "code of the condition, or id of a questionnaire", "id of the exercise; empty: any"});
  bind_enum<LimitKind>(m, "LimitKind", "Why a motion ends where it does.");
  bind_struct<MotionLimit>(
      m, Docs<MotionLimit>{"MotionLimit", "How far a joint of this person may go.", "the motion that is limited",
                           "positive or negative, in the motion's clinical sign",
                           "of a motion of both sides; none: each side", "from 0° of the joint, in that direction [°]",
                           "clinician, agreed or prescription", "id of the exercise; empty: every one",
                           "a date like 2027-03-31; the app removes the limit then", "who set it, in the app's words"});
  bind_struct<Questionnaire>(
      m, Docs<Questionnaire>{"Questionnaire", "A health questionnaire as the app asked it; its wording is not kept.",
                             "in its order, in its own words",
                             "whether, by its own rules, nothing has to be cleared up first"});
  auto person = bind_struct<Person>(
      m, Docs<Person>{"Person", "What is known about the person beforehand. No name.", "an opaque word of the app",
                      "standard or cautious", "how far joints may go, or are wanted to go", "wellness or clinician",
                      "instead of the profile's own", "missing, or does not move: the other side works alone",
                      "code of a condition to yes, no or unknown", "what a professional agreed to",
                      "id of a questionnaire to its answers"});
  bind_json(person);
  bind_struct<ErrorModel>(
      m, Docs<ErrorModel>{"ErrorModel", "How far an instrument is off, as standard errors.",
                          "from one repetition to the next [°]", "the same all session long: placement, set-up [°]",
                          "of the line both sides are measured from: added to one, taken from the other [°]",
                          "of a repetition with the one before; given, the error of a repetition is known as well"});
  m.def(
      "error_model",
      [](Source source, std::optional<Motion> motion, std::optional<CameraView> view) {
        return error_model(source, motion.value_or(Motion::hip_abduction), view);
      },
      py::arg("source"), py::arg("motion") = py::none(), py::arg("view") = py::none(),
      "How far off a source is for a motion, as an ErrorModel; without one, for hip abduction. None where nothing was "
      "published about it: then a session goes by feel.");
  bind_struct<Neutral>(
      m, Docs<Neutral>{"Neutral", "Where the pelvis is quiet, as the source reports it.", "[°]", "[°]", "[°]"});
  auto options = bind_struct<SessionOptions>(
      m, Docs<SessionOptions>{
             "SessionOptions", "How the app wants the session held.", "BCP 47 tag", "how the person can answer",
             "whether postures are to be expected", "what kind of instrument the angles come from",
             "from where a camera looks; None: from where it sees the movement", "instead of the source's own",
             "whether the range is measured before and after", "how many openings a measuring takes",
             "channels to watch, instead of all that are present when set-up ends",
             "where the pelvis is quiet, instead of capturing it", "ask for one knee bend, to find a mirrored camera",
             "of this exercise: who knows it hears less", "say the number of each repetition to a target",
             "the person cannot hear: responses are listed, not obeyed", "from an event to its sound or vibration [s]",
             "to call for help, as \"112\"; empty: \"your emergency number\" in the language",
             "what to say instead of the library's own phrases"});
  bind_json(options);
}

}  // namespace stretchcore
