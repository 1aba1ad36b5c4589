#pragma once

#include <string>

#include <stretchcore/model/exercise.hpp>

namespace stretchcore {

/// A valid exercise in which every member holds something.
inline Exercise sample_exercise() {
  using namespace literals;
  const auto words = [](std::string en) { return Text{{"de-AT", en + " (at)"}, {"en", en}}; };
  Exercise exercise;
  exercise.id = "sample-stretch";
  exercise.version = 3;
  exercise.name = words("Sample");
  exercise.summary = words("For tests.");
  exercise.muscles = {"gracilis"};
  exercise.setup = {words("Lying down"), {{"towel", true, words("A towel"), words("For the neck.")}}};
  exercise.movement.motion = Motion::hip_abduction;
  exercise.movement.floor_level = 28_deg;
  exercise.movement.effort = ContractRelax{5_s, 20_s, 3};
  exercise.movement.sides = Sides::together;
  exercise.guards = {{.motion = Motion::pelvis_list, .tolerance = 5_deg, .words = words("Hips heavy.")},
                     {.motion = Motion::pelvis_tilt, .tolerance = 8_deg}};
  exercise.dose.frequency = words("Most days.");
  exercise.breathing = words("As it comes.");
  exercise.cues = {{.id = "settle-1",
                    .text = words("Lie down, and make yourself comfortable."),
                    .brief = words("Lie down."),
                    .spoken = {{"en", {"settle.ogg", 2_s}}},
                    .focus = Focus::feeling,
                    .then_wait = 3_s,
                    .cooldown = 10_s,
                    .at_most = 2,
                    .fades = true,
                    .reviewed_by = {{"en", "A. Reader"}}},
                   {.id = "ready",
                    .moment = Moment::ask_ready,
                    .sensing = Sensing::unseen,
                    .answering = Answering::possible,
                    .text = words("Say ready.")}};
  exercise.rules = {
      {"pelvis-list",
       "abs(pelvis_list) > 5 deg for 0.4 s",
       Response::ease,
       2_s,
       true,
       words("Rest."),
       Priority::safety,
       {}},
      {"knees", "knee_flexion < -5 deg", Response::correct, 1_s, false, words("Soft knees."), Priority::balance, {}}};
  for (StopSymptom& standard : standard_symptoms()) {
    if (indispensable(standard.symptom)) exercise.stop_symptoms.push_back(std::move(standard));
  }
  exercise.stop_symptoms.push_back({.symptom = Symptom::other,
                                    .id = "scar_pull",
                                    .name = words("A scar that pulls"),
                                    .urgency = Urgency::professional,
                                    .advice = words("Have it looked at.")});
  exercise.contraindications = {
      {"hip_surgery", Caution::avoid, words("Recent surgery"), words("Ask first."), 0.5, Goal::move_easily}};
  exercise.easier = {"smaller-stretch"};
  exercise.harder = {"larger-stretch"};
  exercise.benefits = {{words("More range"), Support::supported, "a review"}};
  exercise.evidence = {{"4 to 6 s a cycle", Support::design, "this library"}};
  return exercise;
}

}  // namespace stretchcore
