#include <stretchcore/cue/render.hpp>
#include <stretchcore/document/catalog.hpp>
#include <stretchcore/document/json_schema.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/text.hpp>
#include <stretchcore/session/check.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "bind_json.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

void bind_exercise(py::module_& m) {
  bind_enum<Support>(m, "Support", "How well a statement is supported.");
  bind_enum<BodyPosition>(m, "BodyPosition", "Where the body is.");
  bind_enum<Severity>(m, "Severity", "How much a finding matters, least first.");

  bind_struct<Prop>(
      m, Docs<Prop>{"Prop", "Something to have at hand.", "its name", "whether it can be left out",
                    "the words for it, by language", "what it is for, by language", "what else will do, by language"});
  bind_struct<Setup>(m,
                     Docs<Setup>{"Setup", "Where and with what.", "the position, by language", "what to have at hand",
                                 "legs_up, lying, sitting or standing, where no position says it"});
  bind_enum<GuardedSide>(m, "GuardedSide", "On which side a part of the body stays as it is.");
  bind_enum<GuardedFrom>(m, "GuardedFrom", "What a part of the body stays near.");
  bind_enum<Region>(m, "Region", "The part of the body that an exercise is for.");
  bind_enum<Position>(m, "Position", "The position that an exercise is done in.");
  bind_enum<Demand>(m, "Demand", "What an exercise asks of the body.");
  bind_enum<FigureView>(m, "FigureView", "From where a figure is looked at.");
  bind_struct<Guard>(
      m, Docs<Guard>{"Guard", "A part of the body that stays quiet, or is held at an angle; else range does not count.",
                     "the motion that stays quiet", "on the side that moves, on the other one, or on both",
                     "neutral, start_of_repetition or band", "how far from there is still quiet [°]",
                     "lower end of a band [°]", "upper end of a band [°]", "how to say it, by language"});
  bind_struct<StickFigure>(
      m, Docs<StickFigure>{"StickFigure", "How an exercise is drawn, with the left side moving.", "front, side or top",
                           "angles at the start, by channel [°]", "angles at the end, by channel [°]"});
  bind_struct<Benefit>(m, Docs<Benefit>{"Benefit", "What a lesson says it is good for. Quoted as that, never promised.",
                                        "the words, by language", "how well it is supported", "where it is said"});
  bind_struct<Evidence>(m, Docs<Evidence>{"Evidence", "Where a number or a statement comes from.", "the statement",
                                          "how well it is supported", "where it is said"});
  auto exercise = bind_struct<Exercise>(m, Docs<Exercise>{"Exercise",
                                                          "A stretch as it is written down.",
                                                          "kebab-case name",
                                                          "raised when the exercise changes",
                                                          "by language",
                                                          "by language",
                                                          "the part of the body it is for",
                                                          "chair, standing, back and so on",
                                                          "muscles it is for",
                                                          "position and props",
                                                          "what moves, and what counts",
                                                          "of a camera that show it; None: any",
                                                          "parts of the body that stay quiet",
                                                          "how much",
                                                          "how to breathe, by language",
                                                          "the words of each moment",
                                                          "what must not happen",
                                                          "what to listen for; empty: the standard symptoms",
                                                          "what it asks of the body besides its position; None: "
                                                          "its contraindications are all",
                                                          "conditions that differ from what its demands come to",
                                                          "ids of exercises for the same, in another position",
                                                          "ids of exercises that lead here",
                                                          "ids of exercises that this one leads to",
                                                          "what the lesson says it is good for",
                                                          "sources",
                                                          "how it is drawn"});
  bind_json(exercise);

  m.def(
      "heard_symptoms", [](const Exercise& one) { return heard_symptoms(one.stop_symptoms); }, py::arg("exercise"),
      "What a session of an exercise listens for: standard ones and its own, each of them whole.");

  bind_struct<Finding>(
      m, Docs<Finding>{"Finding", "Something an author should know about an exercise.", "note, warning or error",
                       "the place, \"rules[2].when\"", "what is wrong and what to write instead"});
  m.def("check", &findings, py::arg("exercise"),
        "Everything that is wrong or doubtful about an exercise, as a tuple of Finding; empty when all is well.");
  bind_enum<ReviewStatus>(m, "ReviewStatus", "How far the words of safety of an exercise have been read.");
  m.def("review_status", &review_status, py::arg("exercise"), py::arg("language"),
        "draft, read or clinically_reviewed: the least of the words of safety in this language.");
  m.def("review_mark", &review_mark, py::arg("words"),
        "What stands at the end of who has read these words, so that a review goes stale with them.");
  m.def("exercise_schema", &exercise_schema, "The JSON Schema (draft 2020-12) of an exercise document.");
  m.def("in_language", &in_language, py::arg("text"), py::arg("language"),
        "The words for a language: exact tag, else its first part, else English, else any; empty if there are none.");
  m.def("spoken_length", py::overload_cast<std::string_view>(&spoken_length), py::arg("text"),
        "How long a voice takes for words [s].");
  m.def(
      "_catalog",
      [] {
        py::dict exercises;
        for (const auto& [id, one] : catalog()) exercises[py::str(id)] = one;
        return exercises;
      },
      "The built-in exercises by id.");
}

}  // namespace stretchcore
