// What to do now, and with which side: told before it begins, and told again where nothing comes.

#include <algorithm>

#include "session/course/course.hpp"
#include "session/course/inside.hpp"
#include "session/effort.hpp"
#include "session/framed.hpp"
#include "session/movement/movement.hpp"
#include "session/speech/speech.hpp"
#include "session/standing.hpp"

namespace stretchcore {
namespace {

constexpr Time told_again_after{30'000'000'000};  // of silence in which nothing is done

bool names_side(StepView step, int cue) {
  if (cue < 0) return false;
  const PlannedCue& planned = step.plan.cues[static_cast<std::size_t>(cue)];
  return (words(step, cue, {}).brief ? planned.brief : planned.words).find("{side}") != std::string::npos;
}

void tell_side(Step& step) {
  if (const auto side = working_side(step)) say_always(step, pick(step, Moment::work_side, side), {side, 0, {}});
}

}  // namespace

void announce(Step& step, Stage next) {
  enter(step, Stage::announcing);
  step.state.course.next = next;
}

std::optional<Moment> instruction(StepView step) {
  const PhaseTraits& now = traits(step.state.course.phase);
  if (step.state.course.next == Stage::practising) return now.small_words;
  if (now.phase == Phase::remeasuring && !step.plan.one_sided()) return std::nullopt;
  return now.words;
}

void tell(Step& step, std::optional<Moment> moment) {
  const std::optional<Side> side = working_side(step);
  if (!names_side(step, moment ? pick(step, *moment, side) : -1)) tell_side(step);
  if (!moment) return;
  const int each = step.plan.held() ? holds_each_side(step.plan, step.state) : per_block(step.plan, step.state);
  say(step, *moment, side, *moment == Moment::block ? each : 0);
}

bool begin_told(Step& step) {
  if (!step.plan.options.recorded && !silent(step)) return false;
  const Time said_at = step.state.talk.voice.until;
  const bool spoken =
      !step.plan.options.recorded && step.state.talk.voice.saying.cue >= 0 && said_at >= step.state.course.stage_since;
  enter(step, step.state.course.next);
  if (!spoken) return true;
  step.state.course.told = said_at;
  // A noisy signal leaves the valley earlier than the leg does. A side that is at home now begins after the words.
  for (const Side side : both_sides) {
    StrokeState& stroke = step.state.movement.strokes[side];
    if (stroke.stroke == Stroke::home) stroke.left_valley = std::max(stroke.left_valley, said_at);
  }
  return true;
}

void take_up(Step& step) {
  if (!moving(step)) return;
  if (step.state.course.stage == Stage::announcing) return tell(step, instruction(step));
  if (step.state.course.stage == Stage::resting) return tell_turn(step, step.state.course.next);
  if (step.state.course.stage == Stage::practising || step.state.course.stage == Stage::opening) tell_side(step);
}

void tell_again(Step& step) {
  Course& course = step.state.course;
  const bool waits = course.stage == Stage::practising || course.stage == Stage::opening;
  if (!moving(step) || !waits || !counted_now(step) || step.plan.options.recorded || step.state.talk.question ||
      !silent(step))
    return;
  const Time done = std::max({course.progress_at, course.stage_since, step.state.pacing.counted.value_or(Time{0})});
  if (step.state.now - std::max(done, step.state.talk.voice.until) < told_again_after) return;
  course.next = course.stage;
  tell(step, instruction(step).value_or(Moment::measure));
}

void tell_by_feel(Step& step, Phase phase) {
  if (phase == Phase::setting_up) {
    enter(step, goes_on(step.state) ? Stage::briefing : Stage::readying);
    if (said(step, Moment::by_feel) == 0 && !step.state.frame.feel_told) say(step, Moment::by_feel);
    return;
  }
  say(step, Moment::by_feel);
  if (phase == Phase::remeasuring) return enter(step, Stage::checking);
  if (step.state.course.stage == Stage::resting) return tell_turn(step, step.state.course.next);
  announce(step, phase == Phase::stretching ? Stage::opening : Stage::practising);
  tell(step, instruction(step));
}

}  // namespace stretchcore
