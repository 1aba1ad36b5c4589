// How a pause begins.

#include "session/movement/movement.hpp"
#include "session/pause/inside.hpp"
#include "session/pause/pause.hpp"
#include "session/speech/speech.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {
namespace {

/// A recording is not paused. The words that a live session would have said are told, and it goes on.
void tell_pause(Step& step) {
  bool& told = step.state.sight.pause_told;
  if (blind(step)) {
    if (!told && moving(step)) say(step, Moment::pause_lost);
    told = told || moving(step);
  } else if (told && step.state.sight.primary_since &&
             step.state.now - *step.state.sight.primary_since >= healthy_for) {
    told = false;
    if (moving(step)) say(step, Moment::found);
  }
}

/// Notes when a pause for a signal began.
void note_loss(Step& step) {
  auto& losses = step.state.sight.losses;
  if (losses.size() == losses.capacity()) losses.erase(losses.begin());
  losses.push_back(step.state.now);
}

}  // namespace

void check_pause(Step& step) {
  if (!step.state.sight.covered || !counted_now(step)) return;
  if (step.plan.options.recorded) return tell_pause(step);
  if (!blind(step)) return;
  if (moving(step)) {
    pause(step, PauseCause::signal);
  } else if (step.state.course.phase == Phase::paused && step.state.intermission.cause == PauseCause::rule) {
    leave_out(step, step.state.now - step.state.intermission.since);
    step.state.intermission.cause = PauseCause::signal;
    step.state.intermission.since = step.state.now;
    step.state.intermission.healthy_since.reset();
    note_loss(step);
  }
}

void pause(Step& step, PauseCause cause, std::optional<Moment> own) {
  Intermission& rest = step.state.intermission;
  rest = {cause, step.state.course.phase, step.state.now, {}, false, {}};
  break_off_movement(step);
  take_back_question(step);
  step.emit(PhaseChanged{{}, step.state.course.phase, Phase::paused, step.state.course.block});
  step.state.course.phase = Phase::paused;
  if (cause == PauseCause::signal) note_loss(step);
  const Moment words = cause == PauseCause::signal ? Moment::pause_lost
                       : cause == PauseCause::rule ? Moment::pause_rule
                                                   : Moment::pause;
  say_now(step, own.value_or(words));
}

void pause_for_person(Step& step) {
  const Phase phase = step.state.course.phase;
  if (traits(phase).guiding && phase != Phase::paused) {
    pause(step, PauseCause::person);
  } else if (phase == Phase::paused && step.state.intermission.cause != PauseCause::person) {
    step.state.intermission.cause = PauseCause::person;
    step.state.talk.question.reset();
    say(step, Moment::pause);
  }
}

}  // namespace stretchcore
