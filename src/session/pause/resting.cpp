// The rhythm of a rest: a person who pauses is never left alone with silence, and every pause ends.

#include <algorithm>

#include "session/exit/exit.hpp"
#include "session/pause/pause.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {
namespace {

constexpr Time asked_after{30'000'000'000};  // of silence: time for a cramp to let go, and not yet to feel forgotten

// Without a sign of life. Legs that are held up go numb in minutes, and four offers fit in before the way out comes.
constexpr Time rests_at_most{150'000'000'000};

// In a pause for a rule, whatever is answered: a person who says "go on" each time may be unable to do what it waits
// for.
constexpr Time waits_at_most{240'000'000'000};
constexpr Time away_at_most{14'400'000'000'000};  // four hours: what comes after them is another session

/// A person who rests because of a rule hears again what it waits for.
void remind_of_rules(Step& step) {
  for (std::size_t i = 0; i < step.plan.rules.size(); ++i) {
    const PlannedRule& rule = step.plan.rules[i];
    const bool waits = step.state.rules[i].announced == RuleVerdict::violated && rule.response >= Response::pause;
    if (waits && rule.cue >= 0 && !waiting(step.state.talk.voice, rule.cue))
      say_cue(step, rule.cue, {rule.condition.side, 0, {}});
  }
}

/// Says what helps against the cause of the rest: a cramp, another symptom, or what a rule waits for.
void say_what_helps(Step& step) {
  const int symptom = step.state.intermission.symptom;
  if (step.state.intermission.cause == PauseCause::rule) return remind_of_rules(step);
  if (symptom < 0) return;
  const PlannedSymptom& felt = step.plan.symptoms[static_cast<std::size_t>(symptom)];
  if (felt.symptom != Symptom::cramp) {
    say_always(step, felt.advice, {});
    return;
  }
  say_from_the_first(step, Moment::help);
  say(step, Moment::help);
}

/// Says what helps, then asks. The words change from one time to the next, and begin anew after the last.
void ask_to_go_on(Step& step) {
  Intermission& rest = step.state.intermission;
  if (!silent(step)) return;
  if (!rest.asks) {
    if (step.state.now - step.state.talk.voice.until < asked_after) return;
    rest.asks = true;
    say_what_helps(step);
    if (!silent(step)) return;
  }
  rest.asks = false;
  say_from_the_first(step, Moment::ask_go_on);
  ask(step, QuestionKind::go_on, Moment::ask_go_on);
}

}  // namespace

void check_rest(Step& step) {
  Intermission& rest = step.state.intermission;
  if (step.state.course.phase != Phase::paused || step.plan.options.recorded) return;
  if (rest.away) {
    if (step.state.now - *rest.away >= away_at_most) close(step, EndReason::no_answer);
    return;
  }
  if (step.state.talk.question || rest.cause == PauseCause::signal) return;
  if (rest.cause == PauseCause::rule && step.state.now - rest.since >= waits_at_most)
    return come_out(step, EndReason::cap);
  if (step.state.now - std::max(rest.since, step.state.talk.alive) >= rests_at_most)
    return come_out(step, EndReason::no_answer);
  ask_to_go_on(step);
}

void after_rest(Step& step, Choice choice) {
  const bool waits_for_a_rule = step.state.intermission.cause == PauseCause::rule;
  switch (choice) {
    case Choice::go_on:
      if (waits_for_a_rule) return remind_of_rules(step);  // the pause ends by itself once the rule is ok
      return go_on_after_pause(step);
    case Choice::longer:
      step.state.intermission.cause = PauseCause::person;  // from here on only the person ends it
      say(step, Moment::take_time);
      return;
    default:
      return come_out(step, EndReason::enough);
  }
}

}  // namespace stretchcore
