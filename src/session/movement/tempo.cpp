// The tempo of openings that are not seen, and of holds.

#include "session/effort.hpp"
#include "session/keeping.hpp"
#include "session/movement/inside.hpp"
#include "session/movement/movement.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {

Time hold_time(StepView step) {
  if (step.state.course.phase != Phase::stretching) return Time{0};
  return stay_time(step.plan.exercise.movement.effort);
}

void say_beat(Step& step) {
  const auto whole = [](Time time) { return static_cast<int>(to_seconds(time)); };
  switch (step.state.pacing.beat) {
    case Beat::press:
      say(step, Moment::press, working_side(step), whole(press_time(step.plan.exercise.movement.effort)));
      break;
    case Beat::hold:
      say(step, Moment::hold, working_side(step), whole(hold_time(step)));
      break;
    case Beat::back:
      say(step, Moment::come_back, working_side(step));
      break;
    case Beat::home:
    case Beat::out:
      say(step, Moment::go_out, working_side(step));
      break;
  }
}

void note_hold(Step& step, Time kept, bool offered) {
  keep(step.state.tally.holds, step.state.tally.holds_total,
       {step.state.now, step.state.course.active_side, kept, offered}, equal_gravity);
}

bool pace(Step& step, int wanted, bool aloud) {
  const Effort& effort = step.plan.exercise.movement.effort;
  Pacing& pacing = step.state.pacing;
  const auto next = [&](Beat beat) {
    pacing.beat = beat;
    pacing.since = step.state.now;
  };
  const auto lasted = [&](Time time) { return step.state.now - pacing.since >= time; };
  // Words lead into each hold and name the side of each turn. A tone does the rest.
  const bool in_turn = step.plan.exercise.movement.sides == Sides::alternating;
  const bool held = step.plan.held() && hold_time(step) > Time{0};
  const bool told = in_turn || held;
  switch (pacing.beat) {
    case Beat::home:
      if (pacing.done >= wanted) return true;
      if ((pacing.done == 0 || told) && (!silent(step) || step.state.talk.question)) return false;
      next(Beat::out);
      if (in_turn) {
        say(step, Moment::go_side, step.state.course.active_side);
      } else if (aloud || told) {
        say(step, Moment::go_out, working_side(step));
      }
      break;
    case Beat::out:
      if (!lasted(out_time(effort))) break;
      step.state.tally.moving += out_time(effort);
      if (hold_time(step) > Time{0}) {
        next(press_time(effort) > Time{0} ? Beat::press : Beat::hold);
        if (held || pacing.done == 0) say_beat(step);  // of a short stay, once a block
      } else {
        next(Beat::back);
        step.emit(Guide{{}, GuideKind::turn, step.state.course.active_side});
        if (aloud) say(step, Moment::come_back);
      }
      break;
    case Beat::press:
      if (!lasted(press_time(effort))) break;
      next(Beat::hold);
      say_beat(step);
      break;
    case Beat::hold:
      if (!lasted(hold_time(step))) break;
      if (held) note_hold(step, press_time(effort) + hold_time(step), true);
      next(Beat::back);
      step.emit(Guide{{}, GuideKind::turn, step.state.course.active_side});
      if (held) say_beat(step);
      break;
    case Beat::back:
      if (!lasted(back_time(effort))) break;
      next(Beat::home);
      step.state.tally.moving += back_time(effort);
      ++pacing.done;
      ++step.state.tally.offered;
      step.emit(Guide{{}, GuideKind::home, step.state.course.active_side});
      if (in_turn && step.state.course.active_side) {
        step.state.course.active_side = opposite(*step.state.course.active_side);
        step.emit(SideChanged{{}, *step.state.course.active_side});
      }
      return pacing.done >= wanted;
  }
  return false;
}

}  // namespace stretchcore
