// Answers to health questions, and what they come to.

#include <algorithm>

#include "session/exit/exit.hpp"
#include "session/health/health.hpp"
#include "session/health/inside.hpp"
#include "session/speech/speech.hpp"
#include "session/standing.hpp"

namespace stretchcore {
namespace {

/// Gives one answer to every condition of the question that has none of its own.
void close_health_question(Step& step, HealthAnswer answer) {
  Consultation& health = step.state.health;
  const HealthQuestion& question = latest_health_question(step.plan, step.state);
  health.which = false;
  if (question.general && answer == HealthAnswer::no) return;
  for (const int code : question.codes) {
    if (step.state.terms.known[at(code)] || health.answers[at(code)] != HealthAnswer::none) continue;
    health.answers[at(code)] = answer;
  }
}

/// Ends a session for a person who is down already, or on the way down: says why, then the way out.
void end_for_health(Step& step, ScreeningVerdict verdict) {
  const bool later = verdict == ScreeningVerdict::postponed;
  come_out(step, later ? EndReason::postponed : EndReason::needs_clearance);
  say_now(step, later ? Moment::another_day : Moment::clearance);
}

/// Tells what the answers come to, and ends the session if the person may not do the exercise today.
void settle_health(Step& step, const Standing& before) {
  settle_standing(step.plan, step.state);
  const Standing now = step.state.terms.now;
  const bool news =
      now.bearing.verdict != before.bearing.verdict || now.reasons != before.reasons || now.unknown != before.unknown;
  if (news) step.emit(Screened{{}, now.bearing.verdict, now.reasons, now.unknown});
  if (may_do(now.bearing.verdict)) return;
  step.state.health.which = false;
  send_away(step, now.bearing.verdict);
}

}  // namespace

void take_health_answer(Step& step, const Answer& answer) {
  Consultation& health = step.state.health;
  const HealthQuestion& question = latest_health_question(step.plan, step.state);
  const bool which = asked(step, QuestionKind::which);
  const bool yes = answer.choice == Choice::yes;
  const auto open = [&](int code) {
    return !step.state.terms.known[at(code)] && health.answers[at(code)] == HealthAnswer::none;
  };
  // A yes may name a condition of another question. A yes with an unknown code counts as a yes without a code.
  int meant = step.plan.place_of_code(answer.code);
  if (meant < 0 && answer.code.empty() && !which && !question.general &&
      std::count_if(question.codes.begin(), question.codes.end(), open) == 1) {
    meant = *std::find_if(question.codes.begin(), question.codes.end(), open);
  }
  const bool named = meant >= 0 && can_be_named(step.state, meant);
  if (yes && !named && which) return;
  const Standing before = step.state.terms.now;
  step.state.talk.question.reset();
  step.state.course.phase_since = step.state.now;  // the time to get down begins anew
  if (yes) {
    step.state.talk.felt.speaks_against = Fact::yes;
    if (named) health.answers[at(meant)] = HealthAnswer::yes;
    health.named = health.named || named;
    health.which = std::any_of(question.codes.begin(), question.codes.end(),
                               [&](int code) { return can_be_named(step.state, code); });
  } else {
    if (step.state.talk.felt.speaks_against == Fact::unknown) step.state.talk.felt.speaks_against = Fact::no;
    close_health_question(step, !which || health.named ? HealthAnswer::no : HealthAnswer::unclear);
  }
  settle_health(step, before);
}

void hear_health_late(Step& step, const Answer& answer) {
  Consultation& health = step.state.health;
  const auto asked = std::find_if(health.heard.begin(), health.heard.end(),
                                  [&](const HealthAsked& one) { return one.id == answer.id; });
  const bool guided =
      step.state.course.phase == Phase::setting_up || step.state.course.phase == Phase::paused || moving(step);
  if (asked == health.heard.end() || answer.choice != Choice::yes || !guided) return;
  const Standing before = step.state.terms.now;
  step.state.talk.felt.speaks_against = Fact::yes;
  const auto may_change = [&](int code, HealthAnswer to) {
    const bool counts = step.plan.codes[at(code)].listed && !step.state.terms.known[at(code)];
    if (counts && health.answers[at(code)] != HealthAnswer::yes) health.answers[at(code)] = to;
  };
  const int named = step.plan.place_of_code(answer.code);
  if (named >= 0) may_change(named, HealthAnswer::yes);
  if (named < 0) {
    for (const int code : step.plan.health_questions[at(asked->question)].codes)
      may_change(code, HealthAnswer::unclear);
  }
  settle_health(step, before);
  if (step.state.course.phase != Phase::finished && step.state.course.phase != Phase::coming_out) {
    if (const int cue = caution_owed(step); cue >= 0 && step.state.course.stage != Stage::settling)
      say_cue(step, cue, {});
  }
}

void pass_over_health_question(Step& step, QuestionKind kind) {
  step.state.course.phase_since = step.state.now;
  if (kind == QuestionKind::health) {
    step.state.health.over = true;
    return;
  }
  const Standing before = step.state.terms.now;
  if (step.state.health.named) {
    step.state.health.which = false;  // the conditions that were named are known, the others stay unknown
  } else {
    close_health_question(step, HealthAnswer::unclear);
  }
  settle_health(step, before);
}

void send_away(Step& step, ScreeningVerdict verdict) {
  if (whereabouts(step).body == BodyPosition::up) return turn_away(step, verdict);
  end_for_health(step, verdict);
}

void turn_away(Step& step, ScreeningVerdict verdict) {
  const bool later = verdict == ScreeningVerdict::postponed;
  step.state.talk.question.reset();
  hush(step.state.talk.voice);
  say_now(step, later ? Moment::another_day : Moment::clearance);
  if (has_gentler(step)) say_cue_now(step, pick(step, Moment::gentler, {}), false);
  close(step, later ? EndReason::postponed : EndReason::needs_clearance);
}

}  // namespace stretchcore
