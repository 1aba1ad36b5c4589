// The rhythm of a rest: a person who pauses is never left alone with silence, and every pause ends.

#include <algorithm>

#include "engine.hpp"

namespace stretchcore {
namespace {

constexpr Time asked_after{30'000'000'000};  // of silence: time for a cramp to let go, and not yet to feel forgotten
// Without a sign of life. Legs that are held up go numb in minutes, and four offers fit in before the way out comes.
constexpr Time rests_at_most{150'000'000'000};
// For what a rule waits for, whatever is answered: who says "go on" each time may be unable to do it.
constexpr Time waits_at_most{240'000'000'000};
constexpr Time away_at_most{14'400'000'000'000};  // four hours: what comes after them is another session

}  // namespace

/// A lost signal has a question of its own, and an end; who is away is not asked.
void Engine::check_rest() {
  Intermission& rest = s_.intermission;
  if (s_.course.phase != Phase::paused || plan_.options.recorded) return;
  if (rest.away) {
    if (s_.now - *rest.away >= away_at_most) close(EndReason::no_answer);
    return;
  }
  if (s_.talk.question || rest.cause == PauseCause::signal) return;
  if (rest.cause == PauseCause::rule && s_.now - rest.since >= waits_at_most) return come_out(EndReason::cap);
  if (s_.now - std::max(rest.since, s_.talk.alive) >= rests_at_most) return come_out(EndReason::no_answer);
  ask_to_go_on();
}

/// What helps comes first. The words change from one time to the next, and begin anew after the last.
void Engine::ask_to_go_on() {
  Intermission& rest = s_.intermission;
  if (!silent()) return;
  if (!rest.asks) {
    if (s_.now - s_.talk.voice.until < asked_after) return;
    rest.asks = true;
    help();
    if (!silent()) return;
  }
  rest.asks = false;
  say_from_the_first(Moment::ask_go_on);
  ask(QuestionKind::go_on, Moment::ask_go_on);
}

/// Against what they rest from: a cramp, another symptom, or what a rule waits for.
void Engine::help() {
  const int symptom = s_.intermission.symptom;
  if (s_.intermission.cause == PauseCause::rule) return remind();
  if (symptom < 0) return;
  const PlannedSymptom& felt = plan_.symptoms[static_cast<std::size_t>(symptom)];
  if (felt.symptom != Symptom::cramp) {
    say_always(felt.advice, {});
    return;
  }
  say_from_the_first(Moment::help);
  say(Moment::help);
}

void Engine::after_rest(Choice choice) {
  const bool waits_for_a_rule = s_.intermission.cause == PauseCause::rule;
  switch (choice) {
    case Choice::go_on:
      if (waits_for_a_rule) return remind();  // it goes on by itself once that is as it should be
      return go_on_after_her();
    case Choice::longer:
      s_.intermission.cause = PauseCause::person;  // from here on only they end it
      say(Moment::take_time);
      return;
    default:
      return come_out(EndReason::enough);
  }
}

}  // namespace stretchcore
