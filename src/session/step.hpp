#pragma once

#include "keeping.hpp"
#include "phase_traits.hpp"
#include "plan.hpp"
#include "session/state.hpp"

namespace stretchcore {

/// What a question about a session reads: the plan and the state, and changes neither.
struct StepView {
  const SessionPlan& plan;
  const Person& person;
  const State& state;
};

/// What one call on a session carries from module to module. It lives for that call.
///
/// The modules are the folders beside this file. Each has one header with its doors, such as `speech/speech.hpp`. What
/// only the files of a module share is in its `inside.hpp`, and what only one file uses is in that file's unnamed
/// namespace.
struct Step {
  const SessionPlan& plan;
  const Person& person;
  State& state;
  EventBuffer& events;
  Time before;  ///< now, as it was before this call

  Step(const SessionPlan& plan_given, const Person& person_given, State& state_given, EventBuffer& events_given)
      : plan(plan_given), person(person_given), state(state_given), events(events_given), before(state_given.now) {}

  operator StepView() const { return {plan, person, state}; }  // NOLINT: a step is asked what a view is asked

  /// Tells an event of this moment.
  template <class E>
  void emit(E event) {
    event.time = state.now;
    if constexpr (requires { event.cue; }) event.cue = plan.number_of(event.cue);
    if constexpr (requires { event.advice; }) event.advice = plan.number_of(event.advice);
    int added = 0;
    const auto gravity = [](const Event& each) { return gravity_of(each); };
    if (keep(events, added, Event{event}, gravity)) ++state.diagnosis.events_dropped;
  }
};

/// Begins a phase at one of its stages, and tells it.
void enter(Step& step, Phase phase, Stage stage);

/// Begins a stage of the present phase.
void enter(Step& step, Stage stage);

/// The legs move now, and movements count.
inline bool moving(StepView step) { return traits(step.state.course.phase).moving; }

/// The person is followed by what is seen, not by tempo and feel.
inline bool seen(StepView step) { return step.state.sight.following == Sensing::seen; }

/// What is seen is counted and measured, too: it is not where the source has no figure for the motion.
inline bool counted_now(StepView step) { return seen(step) && step.plan.counted; }

/// The course goes by tempo and feel, whether the person is seen or not.
inline bool by_feel(StepView step) {
  const Sensing following = step.state.sight.following;
  return following == Sensing::unseen || (following == Sensing::seen && !step.plan.counted);
}

/// The present stage has lasted this long.
inline bool since_stage(StepView step, Time time) { return step.state.now - step.state.course.stage_since >= time; }

}  // namespace stretchcore
