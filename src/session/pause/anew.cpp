// Setting up anew after the person may have got up.

#include <initializer_list>

#include "session/aim/aim.hpp"
#include "session/cue_choice.hpp"
#include "session/pause/inside.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {

void set_up_anew(Step& step) {
  Sight& sight = step.state.sight;
  if (seen(step)) sight.following = Sensing::any;
  sight.covered = false;
  sight.sides = SideCheck::not_asked;
  sight.primary_since.reset();
  sight.neutral.restart();
  sight.rest = {};
  sight.losses.clear();
  sight.pair.reset();
  drop_target(step);
  const double eased = step.state.aim.eased;
  const auto ceiling = step.state.aim.ceiling;
  step.state.aim = {};
  step.state.aim.eased = eased;
  step.state.aim.ceiling = ceiling;
  step.state.movement.restart();
  step.state.tally.floors.reset();
  for (RuleTrack& rule : step.state.rules) rule = {};
  for (const PlannedRule& rule : step.plan.rules) take_back_rule(step, rule.cue);
  correct_anew(step);
  Course& course = step.state.course;
  if (step.state.intermission.phase == Phase::stretching) --course.block;  // the block begins anew
  course.active_side.reset();
  course.change.reset();
  course.wants_more = false;
  course.pain_asked = false;
  step.state.tally.away += step.state.now - *step.state.intermission.away;
  step.state.intermission = {};
  step.state.talk.question.reset();
  for (const Moment again : {Moment::settle, Moment::symptom_notice, Moment::ask_ready}) {
    step.state.talk.said[slot_of(again)] = 0;
  }
  enter(step, Phase::setting_up, Stage::settling);
  say(step, Moment::set_up_anew);
}

}  // namespace stretchcore
