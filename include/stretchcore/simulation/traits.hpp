#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>

#include <stretchcore/model/symptom.hpp>
#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/simulation/export.hpp>
#include <stretchcore/simulation/faults.hpp>

namespace stretchcore {

/// What a virtual person is like, and how she is seen. The same traits and seed give the same session on every
/// platform.
struct Traits {
  /// Where it is still easy, pelvis quiet, where people usually go 40° as in the founding exercise; in others more or
  /// less in proportion, as their figure shows.
  Angle easy_left = degrees(38);
  Angle easy_right = degrees(43);
  Angle beyond = degrees(3);    ///< from there to where the pelvis no longer stays quiet
  Angle spread = degrees(1.2);  ///< from one opening to the next, one standard deviation
  double likeness = 0.0;        ///< correlation of an opening with the one before [0..0.95]
  Angle gain = degrees(2);      ///< what `gain_openings` to a target add to both sides
  int gain_openings = 20;
  Angle warms{};                      ///< missing in the first opening, half as much in each that follows
  Angle tires{};                      ///< lost with each opening to a target
  std::optional<int> guards_after{};  ///< openings to a target, after which she holds back
  Angle guarding = degrees(10);       ///< by so much, and she goes no further, whatever she is told
  double obedience = 0.6;             ///< how much of the way from habit to target is gone [0..1]; a correction helps
  Time delay{0};                      ///< from a new target until she follows it
  Time cycle{5'000'000'000};          ///< one opening, out and back
  Time rest{400'000'000};             ///< between two
  Time settles_in{15'000'000'000};    ///< until she lies in position
  int blocks = 1;                     ///< how many she wants
  Angle sensor_noise = degrees(0.4);  ///< one sample, one standard deviation
  double sensor_likeness = 0.0;       ///< correlation of a sample's noise with that of the one before [0..0.99]
  Bilateral<Angle> bias{};            ///< what the sensor adds
  Angle drift{};                      ///< what it adds to both sides in a minute
  Angle pelvis_line{};                ///< its pelvis is tilted so far: added to the left side, taken from the right
  Angle list{};                       ///< the pelvis itself lies tilted so far, and is seen so
  double lost = 0.0;                  ///< share of samples that do not come [0..0.9]
  double outliers = 0.0;              ///< share of angles that are anywhere [0..0.5]
  std::optional<Time> freezes_at{};   ///< after the start, from when on the sensor repeats itself
  double rate = 30.0;                 ///< samples a second [5..240]
  double jitter = 0.0;                ///< how far a sample may come late, as a share of a step [0..0.9]
  bool swapped = false;               ///< left is taken for right
  bool seen = true;                   ///< whether there is a sensor at all
  bool sees_pelvis = false;           ///< whether it shows the pelvis
  Angle knees = degrees(9);           ///< how far they are bent, below zero the wrong way
  bool answers = true;                ///< whether she answers questions
  std::optional<Symptom> symptom{};   ///< felt at `symptom_at` after the start, if any
  Time symptom_at{0};
  std::string symptom_id{};          ///< of one of the exercise's own
  bool by_tones = false;             ///< goes to where the sensor reads the target; else to the angle itself
  Angle beyond_easy{};               ///< goes so far beyond easy where nothing but easy is asked for
  Angle beyond_target{};             ///< goes so far beyond a target, below zero less far
  std::optional<Side> moves_only{};  ///< the other leg stays at home
  std::optional<Time> slides_at{};   ///< after the start; from the next time at home on the pelvis lies otherwise
  Angle slid_list{};                 ///< by so much list
  Angle slid_tilt{};                 ///< and so much tilt
  Time answers_late{0};              ///< so much later than others
  SensorFaults faults{};             ///< what the sensor does from some moment on
  AppFaults app{};                   ///< what the app does

  STRETCHCORE_SIMULATION_API void validate() const;
  bool operator==(const Traits&) const = default;
};
BOOST_DESCRIBE_STRUCT(Traits, (),
                      (easy_left, easy_right, beyond, spread, likeness, gain, gain_openings, warms, tires, guards_after,
                       guarding, obedience, delay, cycle, rest, settles_in, blocks, sensor_noise, sensor_likeness, bias,
                       drift, pelvis_line, list, lost, outliers, freezes_at, rate, jitter, swapped, seen, sees_pelvis,
                       knees, answers, symptom, symptom_at, symptom_id, by_tones, beyond_easy, beyond_target,
                       moves_only, slides_at, slid_list, slid_tilt, answers_late, faults, app))

}  // namespace stretchcore
