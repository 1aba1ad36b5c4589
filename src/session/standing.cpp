#include "standing.hpp"

#include <algorithm>
#include <cstdint>

#include "safety/weighing.hpp"

namespace stretchcore {
namespace {

static_assert(most_substitutes <= 64, "each has a bit");

HealthAnswer answer(const State& state, int code) { return state.health.answers[static_cast<std::size_t>(code)]; }

bool counts(HealthAnswer answer) { return answer == HealthAnswer::yes || answer == HealthAnswer::unclear; }

/// By what is known and what was answered, as if every condition that can be asked about and is not known were a no.
ScreeningVerdict verdict_of(const Substitute& substitute, StepView step) {
  const auto fact_of = [&](const std::string& code) {
    const int place = step.plan.place_of_code(code);
    if (place < 0 || step.state.terms.known[static_cast<std::size_t>(place)]) return known_fact(step.person, code);
    return counts(answer(step.state, place)) ? Fact::yes : Fact::no;
  };
  return weigh(step.person, substitute.exercise, fact_of, substitute.counted).bearing.verdict;
}

/// Visits the easier exercises that the person may do, each once, in the order of `screen`.
template <class Visit>
void each_gentler(StepView step, const std::vector<int>& easier, std::uint64_t& seen, const Visit& visit) {
  for (const int place : easier) {
    const std::uint64_t bit = std::uint64_t{1} << place;
    if ((seen & bit) != 0) continue;
    seen |= bit;
    const Substitute& substitute = step.plan.substitutes[static_cast<std::size_t>(place)];
    if (may_do(verdict_of(substitute, step))) {
      visit(substitute);
    } else {
      each_gentler(step, substitute.easier, seen, visit);
    }
  }
}

template <class Visit>
void each_gentler(StepView step, const Visit& visit) {
  if (strictness(step.state.terms.now.bearing.verdict) < strictness(ScreeningVerdict::modified)) return;
  std::uint64_t seen = 0;
  each_gentler(step, step.plan.easier, seen, visit);
}

}  // namespace

void settle_standing(const SessionPlan& plan, State& state) {
  Terms& terms = state.terms;
  Standing now = terms.before;
  const auto has = [&](int code) {
    return terms.has[static_cast<std::size_t>(code)] || answer(state, code) == HealthAnswer::yes;
  };
  for (std::size_t i = 0; i < plan.codes.size(); ++i) {
    const auto code = static_cast<int>(i);
    const PlannedCode& planned = plan.codes[i];
    const bool asked_about = planned.if_unknown.verdict == ScreeningVerdict::unknown && !terms.known[i];
    if (std::any_of(planned.parts.begin(), planned.parts.end(), has)) {  // a part counts in its place
      if (asked_about) --now.unknown;
      continue;
    }
    if (!planned.parts.empty() && terms.has[i]) {
      now.bearing.add(terms.if_yes(plan, code));
      ++now.reasons;
    }
    if (!terms.matters(plan, code)) continue;
    const HealthAnswer given = state.health.answers[i];
    if (given == HealthAnswer::none) now.bearing.add(planned.if_unknown);
    if (counts(given)) now.bearing.add(terms.if_yes(plan, code));
    if (given == HealthAnswer::yes) ++now.reasons;
    if (asked_about && (given == HealthAnswer::yes || given == HealthAnswer::no)) --now.unknown;
  }
  terms.now = now;
}

Goal goal(const SessionPlan& plan, const State& state) {
  return state.terms.now.bearing.move_easily ? Goal::move_easily : plan.exercise.dose.goal;
}

int per_block(const SessionPlan& plan, const State& state) {
  const int most = plan.exercise.dose.per_block;
  const int wanted = std::min(state.frame.repetitions.value_or(most), most);
  return goal(plan, state) == Goal::move_easily ? std::min(wanted, easy_repetitions) : wanted;
}

bool has_gentler(StepView step) {
  bool found = false;
  each_gentler(step, [&](const Substitute&) { found = true; });
  return found;
}

const HealthQuestion& latest_health_question(const SessionPlan& plan, const State& state) {
  static const HealthQuestion none;
  const auto next = static_cast<std::size_t>(state.health.next);
  return next == 0 ? none : plan.health_questions[next - 1];
}

bool can_be_named(const State& state, int code) {
  return !state.terms.known[static_cast<std::size_t>(code)] && answer(state, code) == HealthAnswer::none;
}

bool fits(const SessionPlan& plan, const Consultation& health) {
  const auto questions = static_cast<int>(plan.health_questions.size());
  const bool in_order = health.asked >= 0 && health.asked <= health.next && health.next <= questions;
  const bool known = std::all_of(health.heard.begin(), health.heard.end(),
                                 [&](const HealthAsked& one) { return one.question >= 0 && one.question < questions; });
  return health.answers.size() == plan.codes.size() && in_order && known && (!health.which || health.next > 0);
}

Person person_now(const SessionPlan& plan, const Person& before, const State& state) {
  Person person = before;
  for (std::size_t i = 0; i < plan.codes.size(); ++i) {
    const HealthAnswer given = state.health.answers[i];
    if (given == HealthAnswer::no) person.facts[plan.codes[i].code] = Fact::no;
    if (given == HealthAnswer::yes) person.facts[plan.codes[i].code] = Fact::yes;
  }
  return person;
}

Screening screening(const SessionPlan& plan, const Person& person, const State& state) {
  Screening result = screen_alone(person_now(plan, person, state), plan.weighed, plan.counted);
  const Bearing now = state.terms.now.bearing;
  result.verdict = now.verdict;
  result.most_of_easy = now.most_of_easy;
  result.goal = goal(plan, state);
  each_gentler({plan, person, state}, [&](const Substitute& one) { result.easier.push_back(one.exercise.id); });
  return result;
}

}  // namespace stretchcore
