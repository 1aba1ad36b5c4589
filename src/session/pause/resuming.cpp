// How a pause for a signal or a rule ends.

#include "session/course/course.hpp"
#include "session/pause/inside.hpp"
#include "session/pause/pause.hpp"
#include "session/speech/speech.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {
namespace {

constexpr Time by_feel_after{13'000'000'000};   // after the pause: fifteen seconds in all
constexpr Time comes_and_goes{60'000'000'000};  // three pauses within this are too many to go on by sight

/// The signal came back and went again too often to go on by sight.
bool flickers(StepView step) {
  const auto& losses = step.state.sight.losses;
  return losses.size() == losses.capacity() && losses.back() - losses.front() <= comes_and_goes;
}

}  // namespace

void check_resume(Step& step) {
  Intermission& rest = step.state.intermission;
  if (step.state.course.phase != Phase::paused || !rest.cause || *rest.cause == PauseCause::person) return;
  bool well = primary_fresh(step);
  for (std::size_t i = 0; i < step.plan.rules.size(); ++i) {
    const RuleTrack& track = step.state.rules[i];
    if (track.announced == RuleVerdict::cued_only) continue;
    const bool pauses = step.plan.rules[i].response >= Response::pause;
    well = well && !track.blind_since && (*rest.cause == PauseCause::signal || !pauses || track.ok_since);
  }
  const bool given_up_on = *rest.cause == PauseCause::signal && flickers(step);
  if (!well || given_up_on) {
    rest.healthy_since.reset();
    const bool waited = step.state.now - rest.since >= by_feel_after || given_up_on;
    if (*rest.cause != PauseCause::signal || !waited) return;
    if (!rest.offered_feel) {
      rest.offered_feel = true;
      ask(step, QuestionKind::by_feel, Moment::ask_by_feel);
    } else if (!step.state.talk.question && silent(step)) {
      go_by_feel(step);
    }
    return;
  }
  if (!rest.healthy_since) rest.healthy_since = step.state.now;
  if (step.state.now - *rest.healthy_since < healthy_for) return;
  say(step, *rest.cause == PauseCause::signal ? Moment::found : Moment::resume);
  resume(step);
  take_up(step);
}

}  // namespace stretchcore
