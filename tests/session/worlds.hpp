#pragma once

// A body in real time, and an app whose clocks and sensor tell of it what they like. Nothing here reads a clock or an
// angle of the session: what is true is known beside it.

#include <cmath>
#include <functional>
#include <map>
#include <numbers>
#include <optional>
#include <utility>
#include <vector>

#include "session/people.hpp"

namespace stretchcore {
inline namespace session_tests {

class World {
 public:
  explicit World(Session with) : session(std::move(with)) {}

  Session session;
  double real = 0.0;        ///< [s]
  double every = 1.0 / 30;  ///< between two postures [s]
  double tick_every = 0.1;  ///< [s]; 0: the app never ticks
  double easy = 38.0;       ///< how far both legs go [°]
  double moved = 0.0;       ///< what the sensor adds to both since it was moved [°]
  double aslant = 0.0;      ///< the pelvis [°]
  double noise = 0.3;       ///< [°]
  bool says_no = true;      ///< to the question whether anything speaks against it
  /// What a clock tells at a real time; nothing: the app does not call.
  std::function<std::optional<double>(double)> posture_clock = [](double t) { return std::optional{t}; };
  std::function<std::optional<double>(double)> tick_clock = [](double t) { return std::optional{t}; };
  /// What the sensor makes of what is true.
  std::function<void(Posture&, double)> sensor = [](Posture&, double) {};

  struct Told {
    double real = 0.0;
    Event event;
  };
  std::vector<Told> told;

  void begin() { keep(session.report(Command{{}, Action::start})); }

  /// To the next thing the app calls.
  void step() {
    const bool ticks = tick_every > 0.0 && next_tick_ < next_posture_;
    real = ticks ? next_tick_ : next_posture_;
    if (ticks) {
      next_tick_ += tick_every;
      if (const auto at = tick_clock(real)) keep(session.tick(seconds(*at)));
      return;
    }
    next_posture_ += every;
    move();
    if (const auto at = posture_clock(real)) keep(session.observe(posture(seconds(*at))));
  }

  void play_for(double time) {
    for (const double until = real + time; real < until;) step();
  }

  bool play_to(Phase phase, Stage stage, double within = 300.0) {
    const auto there = [&] { return session.phase() == phase && inside(session).course.stage == stage; };
    for (const double until = real + within; real < until && !there() && !session.over();) step();
    return there();
  }

  void play_to_the_end(double within = 900.0) {
    for (const double until = real + within; real < until && !session.over();) step();
  }

  /// The app is suspended: nobody calls, the body rests.
  void suspend(double time) {
    real += time;
    next_posture_ = real + every;
    next_tick_ = real + tick_every / 2.0;
    since_.reset();
  }

  void keep(std::span<const Event> events) {
    std::vector<int> health;
    for (const Event& event : events) {
      told.push_back({real, event});
      const auto* question = std::get_if<QuestionAsked>(&event);
      if (question && question->kind == QuestionKind::health && says_no) health.push_back(question->id);
    }
    for (const int id : health) keep(session.report(Answer{{}, id, Choice::no}));
  }

  /// When an event was first told for which `is` holds, in real time since `from`.
  template <class Kind, class Is>
  std::optional<double> when(double from, Is&& is) const {
    for (const Told& one : told) {
      const auto* kind = std::get_if<Kind>(&one.event);
      if (one.real >= from && kind && is(*kind)) return one.real - from;
    }
    return std::nullopt;
  }
  std::optional<double> paused(double from) const {
    return when<PhaseChanged>(from, [](const PhaseChanged& change) { return change.to == Phase::paused; });
  }
  std::optional<double> said(double from, Moment moment) const {
    return when<CueGiven>(from, [&](const CueGiven& cue) { return cue.moment == moment; });
  }
  template <class Kind>
  int count(double from = 0.0) const {
    int n = 0;
    for (const Told& one : told) n += one.real >= from && std::holds_alternative<Kind>(one.event) ? 1 : 0;
    return n;
  }

  /// What was told last of each rule and side.
  std::map<std::pair<int, std::optional<Side>>, RuleVerdict> verdicts() const {
    std::map<std::pair<int, std::optional<Side>>, RuleVerdict> latest;
    for (const Told& one : told) {
      const auto* change = std::get_if<RuleChanged>(&one.event);
      if (change) latest[{change->rule, change->side}] = change->verdict;
    }
    return latest;
  }
  int told_ok() const {
    int n = 0;
    for (const auto& [rule, verdict] : verdicts()) n += verdict == RuleVerdict::ok ? 1 : 0;
    return n;
  }
  RuleVerdict told_of(const std::string& id) const {
    for (const auto& [rule, verdict] : verdicts()) {
      if (session.exercise().rules[static_cast<std::size_t>(rule.first)].id == id) return verdict;
    }
    return RuleVerdict::unknown;
  }

 private:
  void move() {
    const Phase phase = session.phase();
    const Stage stage = inside(session).course.stage;
    const bool moving = phase == Phase::measuring || phase == Phase::stretching || phase == Phase::remeasuring;
    const bool wanted = moving && (stage == Stage::practising || stage == Stage::opening);
    if (!since_ && wanted && real >= rest_until_) {
      since_ = real;
      far_ = stage == Stage::practising ? easy / 2.0 : easy;
      if (const auto target = session.target()) far_ = std::min(far_, target->angle.degrees() - moved - 3.0);
    }
    open_ = 0.0;
    if (!since_) return;
    const double share = (real - *since_) / cycle;
    open_ = share < 1.0 ? far_ * (0.5 - 0.5 * std::cos(2.0 * std::numbers::pi * share)) : 0.0;
    if (share < 1.0) return;
    since_.reset();
    rest_until_ = real + 0.6;
  }

  Posture posture(Time at) {
    Posture shown{at};
    const auto show = [&](Channel c, double angle) { shown.set(c, degrees(angle + noise * dice_.next())); };
    for (const Side side : both_sides) {
      show(channel(Motion::hip_abduction, side), 3.0 + open_ + moved);
      show(channel(Motion::knee_flexion, side), 9.0);
    }
    show(Channel::pelvis_list, aslant);
    show(Channel::pelvis_tilt, 0.0);
    show(Channel::pelvis_rotation, 0.0);
    sensor(shown, real);
    return shown;
  }

  static constexpr double cycle = 4.3;  // [s]

  Dice dice_{31};
  double next_posture_ = 0.0;
  double next_tick_ = 0.01;
  std::optional<double> since_;
  double rest_until_ = 0.0;
  double far_ = 0.0;
  double open_ = 0.0;
};

inline World world(SessionOptions options = {.answers = Answers::none, .source = Source::optical_markers}) {
  World made{Session{inner_thigh(), screened(inner_thigh()), std::move(options)}};
  made.begin();
  return made;
}

/// Some repetitions into the first block.
inline World world_in_a_block(SessionOptions options = {.answers = Answers::none, .source = Source::optical_markers}) {
  World made = world(std::move(options));
  REQUIRE(made.play_to(Phase::stretching, Stage::opening));
  made.play_for(12.0);
  REQUIRE(made.session.phase() == Phase::stretching);
  return made;
}

}  // namespace session_tests
}  // namespace stretchcore
