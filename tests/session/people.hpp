#pragma once

// Somebody to guide whose every sample is known: polynomials and small whole numbers.

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <functional>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/document/json.hpp>
#include <stretchcore/safety/health_conditions.hpp>
#include <stretchcore/session/session.hpp>

#include "places.hpp"
#include "session/inside.hpp"

namespace stretchcore {
// Its own names: one program holds the tests of all rooms.
inline namespace session_tests {

inline const Exercise& inner_thigh() { return catalog().at("dynamic-inner-thigh-stretch"); }

/// An exercise of the catalog, or of tests/data.
/// With the error of the source for hip abduction, so that every motion is measured, whatever is published about it.
inline SessionOptions measured(SessionOptions options = {}) {
  options.error_model = error_model(options.source);
  return options;
}

inline Exercise exercise_of(const std::string& name) {
  if (const auto found = catalog().find(name); found != catalog().end()) return found->second;
  std::ifstream file{source_folder() / "tests/data" / (name + ".json")};
  std::ostringstream text;
  text << file.rdbuf();
  return from_json<Exercise>(text.str());
}

/// Somebody who was asked about everything before, and had nothing to tell.
inline Person screened(const Exercise& exercise) {
  Person person;
  for (const Contraindication& one : with_conditions(exercise).contraindications) person.facts[one.code] = Fact::no;
  return person;
}

/// Numbers from −1 to 1, the same on every machine (a 64-bit linear congruence, its upper bits).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  double next() { return static_cast<double>(whole(1U << 20)) / static_cast<double>(1U << 19) - 1.0; }
  std::uint64_t whole(std::uint64_t below) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return (state_ >> 33) % below;
  }

 private:
  std::uint64_t state_;
};

/// Where the legs of a `Body` are between two openings.
inline constexpr Angle at_home = degrees(2);

/// So large a share of the way from home to the end of the range, both as the session measured them at first.
inline Angle share_of_way(const Session& session, Side side, double share) {
  const Angle home = inside(session).aim.home[side];
  return home + (session.summary().range_before[side].value - home) * share;
}

/// What a body is like, how it is seen, and what it answers.
struct Body {
  Bilateral<Angle> easy{degrees(38), degrees(43)};
  Angle gained = degrees(0);  ///< by every block
  double rate = 20.0;         ///< [Hz]
  double jitter = 0.0;        ///< of the time between two samples, as a share of it
  Angle noise = degrees(0.2);
  Time cycle = seconds(4);
  Angle knees = degrees(9);
  bool sensor = true;
  Time in_view = seconds(5);
  ChannelSet hidden{Channel::pelvis_tilt, Channel::pelvis_list, Channel::pelvis_rotation};
  bool resists = false;  ///< always goes as far as is easy, whatever the target
  bool moves = true;
  bool restless = false;  ///< goes on where rest was asked for
  std::function<std::optional<Choice>(QuestionKind)> reply = [](QuestionKind) { return std::nullopt; };
};

/// One session with one body, sample by sample; keeps what went in and what came out.
class Rehearsal {
 public:
  explicit Rehearsal(Session with, Body of = {}, std::uint64_t seed = 1)
      : session(std::move(with)), body(std::move(of)), dice_(seed) {}

  void give(const Input& input) {
    latest.clear();
    pass(input);
  }

  /// One sample later. The first step starts the session.
  void step() {
    latest.clear();
    if (session.phase() == Phase::ready) pass(Command{now, Action::start});
    const double step = (1.0 + body.jitter * dice_.next()) / body.rate;
    now += seconds(step);
    if (answer_ && now >= answer_at_) {
      const Answer answer = *answer_;
      answer_.reset();
      pass(answer);
    }
    move();
    if (body.sensor) pass(posture());
    pass(Tick{now});
  }

  /// Until the session is over, at most a quarter of an hour; `each` is asked after every step.
  void play(const std::function<void()>& each = {}) {
    while (!session.over() && now < seconds(900)) {
      step();
      if (each) each();
    }
  }

  /// Until a phase is reached; false if it never is.
  bool play_to(Phase phase, Stage stage) {
    const auto there = [&] { return session.phase() == phase && inside(session).course.stage == stage; };
    while (!session.over() && now < seconds(900) && !there()) step();
    return there();
  }

  void play_for(Time time) {
    for (const Time until = now + time; now < until;) step();
  }

  Session session;
  Body body;
  Time now{0};
  std::vector<Input> inputs;
  std::vector<Event> events;
  std::vector<Event> latest;  ///< of the last step, or the last thing that was given

  Posture posture() {
    Posture shown{now};
    if (now < body.in_view) return shown;
    const Movement& movement = session.exercise().movement;
    const auto show = [&](Channel c, Angle truth) {
      const Angle seen = truth + body.noise * dice_.next();
      if (!body.hidden.contains(c)) shown.set(c, seen);
    };
    const Bilateral<SideSignal> shows = movement.motion ? side_signals(movement) : Bilateral<SideSignal>{};
    const bool one_way = shows.left.one_way;
    for (const Side side : both_sides) {
      const Angle moved = one_way ? opening_.left - opening_.right : opening_[side] * shows[side].sign;
      if (movement.motion)
        show(shows[side].channel, home_of(session.exercise(), shows) + moved * room_of(movement, shows));
    }
    for (const Side side : both_sides) {
      if (movement.motion != Motion::knee_flexion) show(channel(Motion::knee_flexion, side), body.knees);
    }
    for (const Motion m : {Motion::pelvis_tilt, Motion::pelvis_list, Motion::pelvis_rotation}) {
      show(channel(m, Side::left), degrees(0));
    }
    return shown;
  }

 private:
  /// Where the channel rests: as the figure of the exercise shows it.
  static Angle home_of(const Exercise& exercise, const Bilateral<SideSignal>& shows) {
    if (!exercise.figure) return at_home;
    const auto start = exercise.figure->start.find(std::string{name(shows.left.channel)});
    return start == exercise.figure->start.end() || start->second == 2.0 ? at_home : degrees(start->second);
  }

  /// How far to open for an angle.
  Angle way_to(Angle angle) const {
    const Movement& movement = session.exercise().movement;
    if (!movement.motion) return angle;
    const Bilateral<SideSignal> shows = side_signals(movement);
    const Angle home = home_of(session.exercise(), shows) * (shows.left.one_way ? 0.0 : shows.left.sign);
    return (angle - home) / room_of(movement, shows);
  }

  /// No joint goes further than it can.
  double room_of(const Movement& movement, const Bilateral<SideSignal>& shows) const {
    const Angle home = home_of(session.exercise(), shows) * (shows.left.one_way ? 0.0 : shows.left.sign);
    return std::clamp((movement.anatomy - home) / degrees(75), 0.1, 1.0);
  }

  void pass(const Input& input) {
    inputs.push_back(input);
    for (const Event& event : session.apply(input)) {
      latest.push_back(event);
      events.push_back(event);
      if (const auto* question = std::get_if<QuestionAsked>(&event)) plan_answer(*question);
    }
  }

  /// Out and back as the minimum-jerk polynomial has it.
  static double shape(double share) {
    const double x = std::clamp(share < 0.5 ? 2.0 * share : 2.0 - 2.0 * share, 0.0, 1.0);
    return x * x * x * (10.0 + x * (-15.0 + 6.0 * x));
  }

  void move() {
    const Course& course = inside(session).course;
    const bool moving =
        course.phase == Phase::measuring || course.phase == Phase::stretching || course.phase == Phase::remeasuring;
    const bool asked = course.stage == Stage::practising || course.stage == Stage::opening;
    const bool wanted = body.moves && moving && (asked || body.restless);
    if (!since_ && wanted && now >= rest_until_) begin_opening();
    opening_ = {};
    if (!since_) return;
    const Time half = body.cycle / 2;
    const Time spent = now - *since_;
    const Time travelled = spent <= half ? spent : std::max(half, spent - stay_);
    const double share = to_seconds(travelled) / to_seconds(body.cycle);
    for (const Side side : both_sides) opening_[side] = amplitude_[side] * shape(share);
    if (share < 1.0) return;
    since_.reset();
    rest_until_ = now + seconds(0.8);  // a breath, so that what is said between two openings is heard
    next_ = opposite(next_);
  }

  void begin_opening() {
    since_ = now;
    const Course& course = inside(session).course;
    const Movement& movement = session.exercise().movement;
    const bool in_turn = movement.sides == Sides::alternating;
    const bool target_counts = course.phase == Phase::stretching && !body.resists;
    for (const Side side : both_sides) {
      Angle far = body.easy[side] + body.gained * course.block;
      const auto& target = inside(session).aim.target[side];
      if (target_counts && target) far = std::min(far, way_to(target->angle));
      if (course.stage == Stage::practising) far = far * 0.5;
      const bool idle = (in_turn && side != next_) || (movement.sides == Sides::one && side != course.active_side);
      amplitude_[side] = idle ? Angle{} : far;
    }
    if (movement.sides == Sides::midline) amplitude_.right = amplitude_.left;
    const auto* hold = std::get_if<Hold>(&movement.effort);
    const auto* relax = std::get_if<ContractRelax>(&movement.effort);
    stay_ = Time{0};
    if (course.phase != Phase::stretching) return;
    if (hold) stay_ = hold->duration + seconds(2);
    if (relax) stay_ = relax->contract + relax->hold + seconds(2);
  }

  void plan_answer(const QuestionAsked& question) {
    const auto choice = body.reply(question.kind);
    if (!choice) return;
    answer_ = Answer{{}, question.id, *choice};
    answer_at_ = now + seconds(3);
  }

  Dice dice_;
  std::optional<Time> since_;
  Time rest_until_{0};
  Time stay_{0};
  Side next_ = Side::left;
  Bilateral<Angle> amplitude_{};
  Bilateral<Angle> opening_{};
  std::optional<Answer> answer_;
  Time answer_at_{0};
};

/// The events of one kind, in order.
template <class Kind>
std::vector<Kind> all(const std::vector<Event>& events) {
  std::vector<Kind> found;
  for (const Event& event : events) {
    if (const auto* kind = std::get_if<Kind>(&event)) found.push_back(*kind);
  }
  return found;
}

inline std::vector<Phase> phases_of(const std::vector<Event>& events) {
  std::vector<Phase> phases;
  for (const PhaseChanged& change : all<PhaseChanged>(events)) phases.push_back(change.to);
  return phases;
}

inline int count_of(const std::vector<Event>& events, Moment moment) {
  int count = 0;
  for (const CueGiven& cue : all<CueGiven>(events)) count += cue.moment == moment ? 1 : 0;
  return count;
}

/// Answers everything in the kindest way: ready, the left side, comfortable, enough; rests for longer.
inline std::optional<Choice> agreeable(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::ready:
      return Choice::ready;
    case QuestionKind::side:
      return Choice::left;
    case QuestionKind::stretch:
      return Choice::comfortable;
    case QuestionKind::change:
      return Choice::same;
    case QuestionKind::more:
      return Choice::enough;
    case QuestionKind::by_feel:
      return Choice::yes;
    case QuestionKind::health:
    case QuestionKind::which:
      return Choice::no;
    case QuestionKind::go_on:
      return Choice::longer;
    case QuestionKind::all_right:
      return Choice::yes;
    case QuestionKind::what_is_felt:
      return Choice::nothing;
    case QuestionKind::need_help:
      return Choice::no;
    case QuestionKind::pain:
      break;
  }
  return std::nullopt;
}

}  // namespace session_tests
}  // namespace stretchcore
