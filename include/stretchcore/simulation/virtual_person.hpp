#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <span>
#include <vector>

#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/session/session.hpp>

namespace stretchcore {

/// What a virtual person is like. The same traits and seed give the same session on every platform.
struct Traits {
  Angle easy_left = degrees(38);   ///< where it is still easy, pelvis quiet
  Angle easy_right = degrees(43);
  Angle spread = degrees(1.2);     ///< from one opening to the next, one standard deviation
  Angle gain = degrees(2);         ///< what a whole session adds to both sides
  double obedience = 0.85;         ///< how much of a difference between target and habit is taken up [0..1]
  Time cycle{5'000'000'000};       ///< one opening, out and back
  Angle sensor_noise = degrees(0.4);  ///< one sample, one standard deviation
  double rate = 30.0;              ///< samples a second [5..240]
  bool sees_pelvis = false;        ///< whether the source shows the pelvis
  bool answers = true;             ///< whether she answers questions
  std::optional<Symptom> symptom;  ///< reported at `symptom_at`, if any
  Time symptom_at{0};

  void validate() const;
  bool operator==(const Traits&) const = default;
};
BOOST_DESCRIBE_STRUCT(Traits, (),
                      (easy_left, easy_right, spread, gain, obedience, cycle, sensor_noise, rate, sees_pelvis, answers,
                       symptom, symptom_at))

/// Somebody to guide when nobody is there: hears the cues, follows the target imperfectly, answers questions, and has a
/// side that stops first. It talks to a session as an app would, through `observe`, `tick` and `report` alone.
class VirtualPerson {
 public:
  explicit VirtualPerson(std::uint64_t seed = 1, Traits traits = {});

  /// One sample later: reports what is due, moves, is observed. Returns all events of that step.
  std::span<const Event> step(Session& session);

  /// Steps until the session is over (or half an hour of its time has passed), calling `hear` with each event.
  void follow(Session& session, const std::function<void(const Event&)>& hear = {});

  Time now() const;
  const Traits& traits() const;
  const Posture& posture() const;  ///< as the sensor saw it last

 private:
  // (members follow with the implementation)
};

}  // namespace stretchcore
