#pragma once

#include <array>
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

/// What a virtual person is like, and how she is seen. The same traits and seed give the same session on every
/// platform.
struct Traits {
  Angle easy_left = degrees(38);  ///< where it is still easy, pelvis quiet
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
  std::string symptom_id{};  ///< of one of the exercise's own

  void validate() const;
  bool operator==(const Traits&) const = default;
};
BOOST_DESCRIBE_STRUCT(Traits, (),
                      (easy_left, easy_right, beyond, spread, likeness, gain, gain_openings, warms, tires, guards_after,
                       guarding, obedience, delay, cycle, rest, settles_in, blocks, sensor_noise, sensor_likeness, bias,
                       drift, pelvis_line, list, lost, outliers, freezes_at, rate, jitter, swapped, seen, sees_pelvis,
                       knees, answers, symptom, symptom_at, symptom_id))

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
  /// Where she would go now if she were asked how far it is still easy, without her spread: what a measuring measures.
  Bilateral<Angle> easy() const;
  /// Openings to a target from whose end she has turned back.
  int turned() const { return turned_; }
  /// Since when her muscles guard.
  std::optional<Time> guards_since() const { return guards_since_; }
  /// Where her pelvis no longer stays quiet now.
  Bilateral<Angle> limit() const;

 private:
  enum class Task { rest, small, easy, target };

  void hear(const Session& session, const Event& event);
  void keep(const Session& session, std::span<const Event> events);
  void plan_answer(const QuestionAsked& question);
  void start_opening(const Session& session);
  void move(const Session& session);
  Posture sense();
  Angle read(Channel channel, Angle truth);
  Angle easy(Side side) const;
  Angle warming() const;
  void follow_target(const Session& session);
  double noise();
  double uniform();

  Traits traits_;
  std::mt19937_64 random_;
  std::vector<Event> events_;
  Posture posture_;
  Time now_{0};
  Time since_start_{0};  ///< of the session
  std::uint64_t samples_ = 0;
  Task task_ = Task::rest;
  Motion motion_ = Motion::hip_abduction;  // of the exercise that is guided
  Side working_ = Side::left;              // of a movement of one side
  int small_left_ = 0;
  int openings_ = 0;  ///< not the small ones
  int held_ = 0;      ///< of them to a target
  std::optional<Time> guards_since_;
  int turned_ = 0;
  bool out_ = false;         ///< she is on her way out
  Bilateral<double> off_{};  ///< how far this opening is from habit, in standard deviations
  Bilateral<std::optional<Angle>> told_target_{};
  Bilateral<std::optional<Angle>> followed_target_{};
  Time told_target_at_{0};
  int blocks_begun_ = 0;
  double obedience_ = 0.0;
  std::optional<Time> opening_since_;
  Time rest_until_{0};
  Bilateral<Angle> amplitude_{};
  Bilateral<Angle> angle_{};
  std::array<double, channel_count> sensor_off_{};  ///< the noise of the latest sample, in standard deviations
  std::optional<Posture> frozen_;
  std::optional<Answer> answer_;
  Time answer_at_{0};
  bool told_symptom_ = false;
};

}  // namespace stretchcore
