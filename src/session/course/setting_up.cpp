// Getting down and being seen.

#include "session/course/course.hpp"
#include "session/course/inside.hpp"
#include "session/framed.hpp"
#include "session/health/health.hpp"
#include "session/speech/speech.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {
namespace {

constexpr Time seen_for{1'000'000'000};  // both sides, before the person counts as seen
constexpr Time sensor_within{5'000'000'000};
constexpr Time found_within{45'000'000'000};  // then the session is offered without a sensor

/// Tells the person as soon as they are seen, so that they need not wait for the words about getting down.
void welcome(Step& step) {
  Sight& sight = step.state.sight;
  const bool in_view = sight.primary_since && step.state.now - *sight.primary_since >= seen_for;
  if (!in_view || sight.following != Sensing::any) return;
  sight.following = Sensing::seen;
  if (step.plan.options.recorded) return;
  step.state.talk.voice.saying.then_wait = Time{0};
  say(step, Moment::seen);
}

bool look_for_person(Step& step) {
  Sight& sight = step.state.sight;
  welcome(step);
  // What is not counted can begin before the person is seen. What is seen of them is watched all the same.
  if (!step.plan.counted && !seen(step)) {
    go_by_feel(step);
    return true;
  }
  if (seen(step) && sight.primary_since) {
    bool knees = step.plan.options.check_sides && step.plan.counted && !step.plan.only;
    for (const Side side : both_sides) {
      const Channel knee = channel(Motion::knee_flexion, side);
      knees = knees && health(sight.signals_, knee, step.state.now) == Health::fresh;
      sight.knee_before[side] = sight.signals_[knee].smooth();
    }
    sight.knee_moved = {};
    sight.knee_moved_at.reset();
    enter(step, knees ? Stage::side_check : Stage::stilling);
    if (!step.plan.options.recorded) say(step, knees ? Moment::side_check : Moment::be_still);
    return true;
  }
  if (step.plan.options.recorded) watch_stillness(step);
  if (step.plan.options.recorded || asked(step, QuestionKind::by_feel)) return false;
  // The words about getting down leave time for a sensor to begin. Where there are none it has this.
  if (in_position(step.state) && !sight.signals_.last && !since_stage(step, sensor_within)) return false;
  const bool no_sensor = !sight.signals_.last;
  if (no_sensor && !step.state.intermission.offered_feel) {
    go_by_feel(step);
    return true;
  }
  if (step.state.now - step.state.course.phase_since < found_within) return false;
  if (step.state.intermission.offered_feel) {
    if (silent(step)) go_by_feel(step);  // nothing can be answered, so the words said it
    return silent(step);
  }
  step.state.intermission.offered_feel = true;
  ask(step, QuestionKind::by_feel, Moment::ask_by_feel);
  return true;
}

/// The words about the position, and how the exercise is set up in it. Who is in position already hears the second
/// only: the first words are those that lead into it.
bool settle(Step& step) {
  if (in_position(step.state) && !goes_on(step.state)) return true;
  const bool leads_in = said(step, Moment::settle) == 0 && count_of(step, Moment::settle) > 1;
  if (goes_on(step.state) && leads_in) leave_out(step, Moment::settle);
  return recite(step, Moment::settle);
}

}  // namespace

bool set_up(Step& step) {
  const bool recorded = step.plan.options.recorded;
  switch (step.state.course.stage) {
    case Stage::settling:
      if (!recorded && !ask_about_health(step)) {
        step.state.course.phase_since =
            step.state.now;  // the time to get down and be found begins with the words about it
        return false;
      }
      welcome(step);
      if (!recorded && !settle(step)) return false;
      if (step.state.sight.following == Sensing::unseen) {
        go_by_feel(step);
      } else {
        enter(step, Stage::looking);
      }
      return true;
    case Stage::looking:
      return look_for_person(step);
    case Stage::side_check:
      return check_sides(step);
    case Stage::stilling:
      return wait_for_stillness(step);
    case Stage::briefing:
      return brief(step);
    case Stage::readying:
      if (step.state.talk.question || !silent(step)) return false;
      if (said(step, Moment::ask_ready) == 0) {
        ask(step, QuestionKind::ready, Moment::ask_ready);
        return true;
      }
      enter(step, Stage::briefing);
      return true;
    default:
      return false;
  }
}

}  // namespace stretchcore
