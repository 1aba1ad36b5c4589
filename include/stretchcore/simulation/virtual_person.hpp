#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <span>
#include <vector>

#include <stretchcore/motion/repetitions.hpp>
#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/session/session.hpp>
#include <stretchcore/simulation/export.hpp>
#include <stretchcore/simulation/traits.hpp>

namespace stretchcore {

inline constexpr Time longest_following{1'800'000'000'000};

/// Somebody to guide when nobody is there: hears the cues, follows the target imperfectly, answers questions, and has a
/// side that stops first. It talks to a session as an app would, through `observe`, `tick` and `report` alone.
class STRETCHCORE_SIMULATION_API VirtualPerson {
 public:
  /// Throws `InvalidModel` for traits nobody has.
  explicit VirtualPerson(std::uint64_t seed = 1, Traits traits = {});

  /// One sample later: starts the session if it is ready, reports what is due, moves, is observed. Returns the events
  /// of all these calls, valid until the next step.
  std::span<const Event> step(Session& session);

  /// Steps until the session is over, or half an hour has passed, calling `hear` with each event.
  void follow(Session& session, const std::function<void(const Event&)>& hear = {});

  Time now() const { return now_; }
  Time started() const { return started_.value_or(now_); }  ///< when the session did, by the person's own clock
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
  /// How far each leg really is from home now.
  const Bilateral<Angle>& opening() const { return angle_; }
  /// How far each leg really is from home when the sensor reads this angle of it now, its noise apart.
  Bilateral<Angle> opening_at(Angle read) const;
  /// Whether that leg takes part: it does not where the person moves only the other one.
  bool moves(Side side) const;
  /// What the latest step really showed to the session: nothing that was repeated, stuck, or did not arrive.
  const ChannelSet& shown() const { return shown_; }

 private:
  /// What people do in an exercise, as its figure shows it.
  struct Usual {
    std::optional<Motion> motion{};
    Bilateral<SideSignal> shows{};
    Angle home{};        ///< of the channel, where it rests
    double share = 1.0;  ///< of what is usual for the founding exercise
  };

  enum class Task { rest, little, easy, target };

  void hear(const Session& session, const Event& event);
  void keep(const Session& session, std::span<const Event> events);
  void plan_answer(const QuestionAsked& question);
  void start_opening(const Session& session);
  void move(const Session& session);
  Posture sense();
  Angle read(Channel channel, Angle truth);
  static Usual usual_for(const Exercise& exercise);
  Angle easy(Side side) const;
  Angle fresh_easy(Side side) const;
  Angle way_of(Side side) const;
  double smaller() const;
  Angle starts_from(Side side) const;
  Angle furthest(const Movement& movement, Side side) const;
  Angle warming() const;
  void follow_target();
  void begin(Session& session);
  void later();
  void pass_suspended(const Session& session);
  void answer(Session& session);
  void show(Session& session, bool comes);
  Time told_by(Clocks clock) const;
  Angle added(Side side) const;
  void wear();
  void spoil(Posture& shown);
  bool repeats(Posture& shown);
  bool poor() const;
  bool arrives();
  void closes(Time still);
  void hide(Posture& shown) const;
  double noise();
  double uniform();

  Traits traits_;
  std::mt19937_64 random_;
  std::vector<Event> events_;
  Posture posture_;
  Time now_{0};
  std::optional<Time> started_;  ///< when the session did, by the person's own clock
  Time since_start_{0};          ///< of the session
  std::uint64_t samples_ = 0;
  Task task_ = Task::rest;
  Usual usual_;                ///< of the exercise that is guided
  Side working_ = Side::left;  // of a movement of one side
  bool changing_ = false;      // to the other side: they rest until they are told what to do
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
  Bilateral<std::optional<Angle>> shown_target_{};  ///< as the screen has it
  ChannelSet shown_;
  Bilateral<Angle> drifted_{};
  Time drifted_until_{0};
  bool slid_ = false;
  bool was_suspended_ = false;
  std::optional<Posture> renewed_;  ///< what a sensor that renews its values seldom shows until it does again
  std::optional<Posture> stuck_;
  std::optional<Time> came_at_;       ///< the latest posture of a slow stream
  std::optional<Time> hidden_since_;  ///< the legs hide each other
};

}  // namespace stretchcore
