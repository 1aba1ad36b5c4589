// Before getting down: what to change for this person, and what is not known of their health.

#include <algorithm>

#include <stretchcore/cue/render.hpp>

#include "engine.hpp"
#include "standing.hpp"

namespace stretchcore {
namespace {

constexpr int most_health_questions = 5;  // by voice; an app asks more with a form, beforehand

std::size_t at(int place) { return static_cast<std::size_t>(place); }

}  // namespace

/// The words of what to change that a yes in this session brought, one after the other; −1 where all are said.
int Engine::caution_owed() const {
  for (std::size_t i = 0; i < plan_.codes.size(); ++i) {
    const int cue = plan_.codes[i].caution;
    const bool owed = s_.health.answers[i] == HealthAnswer::yes && cue >= 0;
    if (owed && s_.talk.tracks[at(cue)].said == 0) return cue;
  }
  return -1;
}

/// Whether a question is about something that bears on this exercise and is not known.
bool Engine::worth_asking(const HealthQuestion& question) const {
  const bool unclear = question.general && standing(plan_, s_).bearing.verdict == ScreeningVerdict::unknown;
  return unclear || std::any_of(question.codes.begin(), question.codes.end(), [&](int code) {
           return plan_.codes[at(code)].matters() && s_.health.answers[at(code)] == HealthAnswer::none;
         });
}

/// True when the person may get down. What is not answered stays unknown, and the person has heard what to ask about.
bool Engine::consult() {
  Consultation& health = s_.health;
  if (s_.talk.question) return false;
  if (said(Moment::caution) < count_of(Moment::caution)) {
    recite(Moment::caution);
    return false;
  }
  if (health.which) {
    const int cue = pick_cue(plan_, Moment::ask_which, s_.sight.following, {}, health.named ? 1 : 0);
    if (silent()) ask(QuestionKind::which, cue);
    return false;
  }
  if (const int cue = caution_owed(); cue >= 0) {
    if (silent()) say_cue(cue, {});
    return false;
  }
  const bool answers = plan_.options.answers != Answers::none && !health.over;
  while (answers && health.asked < most_health_questions && at(health.next) < plan_.health_questions.size()) {
    const HealthQuestion& question = plan_.health_questions[at(health.next)];
    if (worth_asking(question)) {
      if (!silent()) return false;
      ++health.next;
      ++health.asked;
      health.named = false;
      ask(QuestionKind::health, question.cue);
      return false;
    }
    ++health.next;
  }
  const bool unknown = standing(plan_, s_).unknown > 0 || plan_.screening.verdict == ScreeningVerdict::unknown;
  if (!answers && unknown && said(Moment::health_notice) == 0) {
    if (silent()) say(Moment::health_notice);
    return false;
  }
  // The words are heard to their end before the person gets down.
  const bool spoken = said(Moment::caution) > 0 || health.asked > 0 || said(Moment::health_notice) > 0;
  return !spoken || said(Moment::settle) > 0 || silent();
}

/// A pause cuts a question off, so it is asked again.
void Engine::ask_health_again() {
  --s_.health.next;
  --s_.health.asked;
}

/// Takes an answer to `health` or `which`. One that names no condition of the question answers nothing.
void Engine::take_health(const Answer& answer) {
  Consultation& health = s_.health;
  const HealthQuestion& question = latest_health_question(plan_, s_);
  const bool which = asked(QuestionKind::which);
  const bool yes = answer.choice == Choice::yes;
  const auto open = [&](int code) {
    return !plan_.codes[at(code)].known && health.answers[at(code)] == HealthAnswer::none;
  };
  // A yes to another question's condition is one, too; a yes with a code that nothing knows is a yes without one.
  int meant = code_named(answer.code);
  if (meant < 0 && answer.code.empty() && !which && !question.general &&
      std::count_if(question.codes.begin(), question.codes.end(), open) == 1) {
    meant = *std::find_if(question.codes.begin(), question.codes.end(), open);
  }
  const bool named = meant >= 0 && can_be_named(plan_, s_, meant);
  if (yes && !named && which) return;
  const Standing before = standing(plan_, s_);
  s_.talk.question.reset();
  s_.course.phase_since = s_.now;  // the time to get down begins anew
  if (yes) {
    s_.talk.felt.speaks_against = Fact::yes;
    if (named) health.answers[at(meant)] = HealthAnswer::yes;
    health.named = health.named || named;
    health.which = std::any_of(question.codes.begin(), question.codes.end(),
                               [&](int code) { return can_be_named(plan_, s_, code); });
  } else {
    if (s_.talk.felt.speaks_against == Fact::unknown) s_.talk.felt.speaks_against = Fact::no;
    close_health_question(!which || health.named ? HealthAnswer::no : HealthAnswer::unclear);
  }
  settle_health(before);
}

/// The place of a condition that an answer names; −1 if it names none that is known here.
int Engine::code_named(const std::string& code) const {
  const auto found = std::find_if(plan_.codes.begin(), plan_.codes.end(),
                                  [&](const PlannedCode& one) { return !code.empty() && one.code == code; });
  return found == plan_.codes.end() ? -1 : static_cast<int>(found - plan_.codes.begin());
}

/// A yes that comes after its question was closed, or corrects a no, counts as if it had come in time. A late no
/// changes nothing: it would make less of what was answered.
void Engine::hear_health_late(const Answer& answer) {
  Consultation& health = s_.health;
  const auto asked = std::find_if(health.heard.begin(), health.heard.end(),
                                  [&](const HealthAsked& one) { return one.id == answer.id; });
  const bool guided = s_.course.phase == Phase::setting_up || s_.course.phase == Phase::paused || moving_phase();
  if (asked == health.heard.end() || answer.choice != Choice::yes || !guided) return;
  const Standing before = standing(plan_, s_);
  s_.talk.felt.speaks_against = Fact::yes;
  const auto may_change = [&](int code, HealthAnswer to) {
    const bool counts = plan_.codes[at(code)].listed && !plan_.codes[at(code)].known;
    if (counts && health.answers[at(code)] != HealthAnswer::yes) health.answers[at(code)] = to;
  };
  const int named = code_named(answer.code);
  if (named >= 0) may_change(named, HealthAnswer::yes);
  if (named < 0) {
    for (const int code : plan_.health_questions[at(asked->question)].codes) may_change(code, HealthAnswer::unclear);
  }
  settle_health(before);
  if (s_.course.phase != Phase::finished && s_.course.phase != Phase::coming_out) {
    if (const int cue = caution_owed(); cue >= 0 && s_.course.stage != Stage::settling) say_cue(cue, {});
  }
}

/// What the question named and nobody answered by itself is answered together.
void Engine::close_health_question(HealthAnswer answer) {
  Consultation& health = s_.health;
  const HealthQuestion& question = latest_health_question(plan_, s_);
  health.which = false;
  if (question.general && answer == HealthAnswer::no) return;
  for (const int code : question.codes) {
    if (plan_.codes[at(code)].known || health.answers[at(code)] != HealthAnswer::none) continue;
    health.answers[at(code)] = answer;
  }
}

void Engine::health_unanswered(QuestionKind kind) {
  s_.course.phase_since = s_.now;
  if (kind == QuestionKind::health) {
    s_.health.over = true;
    return;
  }
  const Standing before = standing(plan_, s_);
  if (s_.health.named) {
    s_.health.which = false;  // what was named is known, the rest is not
  } else {
    close_health_question(HealthAnswer::unclear);
  }
  settle_health(before);
}

/// Says what the answers come to. With what the person may not do today it ends before it has begun.
void Engine::settle_health(const Standing& before) {
  const Standing now = standing(plan_, s_);
  const bool news =
      now.bearing.verdict != before.bearing.verdict || now.reasons != before.reasons || now.unknown != before.unknown;
  if (news) emit(Screened{{}, now.bearing.verdict, now.reasons, now.unknown});
  if (may_do(now.bearing.verdict)) return;
  s_.health.which = false;
  if (whereabouts().body == BodyPosition::up) return turn_away(now.bearing.verdict);
  end_for_health(now.bearing.verdict);
}

/// The same for a person who is down already, or on the way: why, then the way out.
void Engine::end_for_health(ScreeningVerdict verdict) {
  const bool later = verdict == ScreeningVerdict::postponed;
  come_out(later ? EndReason::postponed : EndReason::needs_clearance);
  say_now(later ? Moment::another_day : Moment::clearance);
}

/// Ends a session that has not begun: the person is still up, so there is no way out to say.
void Engine::turn_away(ScreeningVerdict verdict) {
  const bool later = verdict == ScreeningVerdict::postponed;
  s_.talk.question.reset();
  hush(s_.talk.voice);
  say_now(later ? Moment::another_day : Moment::clearance);
  if (has_gentler(plan_, s_)) say_cue_now(pick(Moment::gentler, {}), false);
  close(later ? EndReason::postponed : EndReason::needs_clearance);
}

}  // namespace stretchcore
