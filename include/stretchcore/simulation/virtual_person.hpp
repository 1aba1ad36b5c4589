#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <vector>

#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/session/session.hpp>

namespace stretchcore {

/// What a virtual person is like. The same traits and seed give the same session on every platform.
struct Traits {
  Angle easy_left = degrees(38);  ///< where it is still easy, pelvis quiet
  Angle easy_right = degrees(43);
  Angle spread = degrees(1.2);        ///< from one opening to the next, one standard deviation
  Angle gain = degrees(2);            ///< what twenty openings add to both sides
  double obedience = 0.6;             ///< how much of the way from habit to target is gone [0..1]; a correction helps
  Time cycle{5'000'000'000};          ///< one opening, out and back
  Time settles_in{15'000'000'000};    ///< until she lies in position
  Angle sensor_noise = degrees(0.4);  ///< one sample, one standard deviation
  double rate = 30.0;                 ///< samples a second [5..240]
  bool seen = true;                   ///< whether there is a sensor at all
  bool sees_pelvis = false;           ///< whether it shows the pelvis
  bool answers = true;                ///< whether she answers questions
  std::optional<Symptom> symptom{};   ///< felt at `symptom_at` after the start, if any
  Time symptom_at{0};
  std::string symptom_id{};  ///< of one of the exercise's own

  void validate() const;
  bool operator==(const Traits&) const = default;
};
BOOST_DESCRIBE_STRUCT(Traits, (),
                      (easy_left, easy_right, spread, gain, obedience, cycle, settles_in, sensor_noise, rate, seen,
                       sees_pelvis, answers, symptom, symptom_at, symptom_id))

/// Somebody to guide when nobody is there: hears the cues, follows the target imperfectly, answers questions, and has a
/// side that stops first. It talks to a session as an app would, through `observe`, `tick` and `report` alone.
class VirtualPerson {
 public:
  /// Throws `InvalidModel` for traits nobody has.
  explicit VirtualPerson(std::uint64_t seed = 1, Traits traits = {});

  /// One sample later: starts the session if it is ready, reports what is due, moves, is observed. Returns the events
  /// of all these calls, valid until the next step.
  std::span<const Event> step(Session& session);

  /// Steps until the session is over, or half an hour has passed, calling `hear` with each event.
  void follow(Session& session, const std::function<void(const Event&)>& hear = {});

  Time now() const { return now_; }
  const Traits& traits() const { return traits_; }
  const Posture& posture() const { return posture_; }  ///< as the sensor saw it last

 private:
  enum class Task { rest, small, easy, target };

  void hear(const Session& session, const Event& event);
  void keep(const Session& session, std::span<const Event> events);
  void plan_answer(const QuestionAsked& question);
  void start_opening(const Session& session);
  void move(const Session& session);
  Posture sense();
  Angle easy(Side side) const;
  double noise();

  Traits traits_;
  std::mt19937_64 random_;
  std::vector<Event> events_;
  Posture posture_;
  Time now_{0};
  std::uint64_t samples_ = 0;
  Task task_ = Task::rest;
  Motion motion_ = Motion::hip_abduction;  // of the exercise that is guided
  Side working_ = Side::left;              // of a movement of one side
  int small_left_ = 0;
  int openings_ = 0;
  double obedience_ = 0.0;
  std::optional<Time> opening_since_;
  Time rest_until_{0};
  Bilateral<Angle> amplitude_{};
  Bilateral<Angle> angle_{};
  std::optional<Answer> answer_;
  Time answer_at_{0};
  bool told_symptom_ = false;
};

}  // namespace stretchcore
