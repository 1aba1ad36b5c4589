#include <algorithm>

#include <stretchcore/session/session.hpp>
#include <stretchcore/session/view.hpp>

#include "access.hpp"
#include "effort.hpp"
#include "framed.hpp"
#include "phase_traits.hpp"
#include "plan.hpp"
#include "seen_side.hpp"
#include "standing.hpp"
#include "waiting_for.hpp"

namespace stretchcore {
namespace {

/// How much of a block is done [0..1].
double block_done(const SessionPlan& plan, const State& s) {
  const int wanted = plan.held() ? holds_each_side(plan, s) : per_block(plan, s);
  const bool paced = plan.held() || s.sight.following == Sensing::unseen || !plan.counted;
  const double done = std::clamp(static_cast<double>(paced ? s.pacing.done : s.course.counted) / wanted, 0.0, 1.0);
  if (!plan.one_sided() || plan.only) return done;
  const bool first = s.course.active_side == side_that_begins(plan, s, Phase::stretching);
  return (first ? done : 1.0 + done) / 2.0;
}

/// A guess from the usual share of each phase; within one it only grows.
double whole_progress(const SessionPlan& plan, const State& s) {
  const Course& course = s.course;
  const Phase phase = course.phase == Phase::paused ? s.intermission.phase : course.phase;
  constexpr double usual = 60.0;  // [s]
  // A question before getting down begins the phase anew, not the session.
  const Time since = phase == Phase::setting_up ? s.started : course.phase_since;
  const double spent = std::clamp(to_seconds(s.now - since) / usual, 0.0, 1.0);
  const double done = block_done(plan, s);
  const double block = course.block > 0 ? 1.0 - 1.0 / course.block : 0.0;  // later blocks share what is left
  const PhaseTraits& now = traits(phase);
  if (now.leaving && s.way_out_spoken) return 1.0;
  if (phase == Phase::stretching) {
    return now.progress_from + now.progress_of * (block + (1.0 - block) * 0.6 * done);
  }
  if (phase == Phase::remeasuring) {
    return now.progress_from + now.progress_of * (block + (1.0 - block) * (0.6 + 0.4 * spent));
  }
  return now.progress_from + now.progress_of * spent;
}

/// The call screen, until the call is acknowledged.
std::optional<CallScreen> call_screen(const SessionPlan& plan, const State& s) {
  const Alarm& alarm = s.alarm;
  if (!alarm.raised() || alarm.acknowledged) return std::nullopt;
  const auto words = [&](int cue) { return plan.cues[static_cast<std::size_t>(cue)].words; };
  const Symptom symptom = plan.symptoms[static_cast<std::size_t>(alarm.symptom)].symptom;
  const int posture = plan.posture_cue(plan.concern_in_emergency(alarm.symptom), alarm.body);
  return CallScreen{symptom,          alarm.side,
                    alarm.times_said, plan.options.emergency_number,
                    words(plan.call), posture < 0 ? std::string{} : words(posture)};
}

std::vector<Action> actions(const State& s) {
  const Phase phase = s.course.phase;
  const bool moving = traits(phase).moving;
  const bool guiding = traits(phase).guiding;
  const bool paused = phase == Phase::paused;
  const bool asks_more = s.talk.question && s.talk.question->kind == QuestionKind::more;
  std::vector<Action> all{Action::stop};
  const auto offer = [&](bool possible, Action action) {
    if (possible) all.push_back(action);
  };
  offer(phase == Phase::ready, Action::start);
  offer(guiding && !paused, Action::pause);
  offer(paused && s.intermission.cause == PauseCause::person, Action::resume);
  offer(moving || paused, Action::ease);
  offer(moving || asks_more, Action::more);
  offer(guiding || phase == Phase::ready, Action::enough);
  offer(guiding, Action::away);
  offer(s.alarm.raised() && !s.alarm.acknowledged, Action::acknowledge);
  return all;
}

}  // namespace

View Session::view() const {
  const SessionPlan& plan = SessionInside::plan(plan_);
  const State& s = SessionInside::state(state_);
  View view;
  view.time = s.now;
  view.phase = s.course.phase;
  view.block = s.course.block;
  view.active_side = s.course.active_side;
  const bool in_turn = plan.exercise.movement.sides == Sides::alternating && plan.counted && !in_doubt(s.sight.sides);
  if (in_turn && s.course.moved_last) view.active_side = opposite(*s.course.moved_last);
  const bool practising = s.course.stage == Stage::practising;
  view.repetitions = practising ? s.course.practised : s.course.counted;
  if (s.sight.following == Sensing::seen && plan.counted && s.course.stage == Stage::opening && !plan.held()) {
    view.repetitions_wanted = s.course.phase == Phase::stretching ? per_block(plan, s) : plan.openings_wanted();
  }
  view.opening = each_side([&](Side side) -> std::optional<Angle> {
    const StepView seen{plan, person(), s};
    if (!plan.exercise.movement.motion || !fresh(seen, side)) return std::nullopt;
    return angle_now(seen, side);
  });
  view.target = target();
  view.coverage = {s.sight.watched, s.sight.cued_only};
  view.question = s.talk.question;
  view.progress = whole_progress(plan, s);
  view.waiting_for = waiting_for(plan, s, over());
  view.emergency = call_screen(plan, s);
  view.actions = actions(s);
  return view;
}

}  // namespace stretchcore
