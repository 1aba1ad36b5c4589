#include <algorithm>
#include <cmath>
#include <string>
#include <type_traits>
#include <vector>

#include <stretchcore/cue/phrases.hpp>
#include <stretchcore/safety/condition.hpp>
#include <stretchcore/safety/health_conditions.hpp>
#include <stretchcore/session/check.hpp>

#include "check_words.hpp"
#include "cue/phrase_table.hpp"
#include "detail/suggest.hpp"
#include "model/checks.hpp"
#include "model/require.hpp"
#include "needed.hpp"
#include "plan_words.hpp"
#include "reviews.hpp"

namespace stretchcore {
namespace {

void check_rules(const Exercise& exercise, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < exercise.rules.size(); ++i) {
    const Rule& rule = exercise.rules[i];
    const std::string path = "rules[" + std::to_string(i) + "]";
    try {
      parse_rule_by_side(rule.when);
    } catch (const RuleError& error) {
      findings.push_back({Severity::error, path + ".when", error.what()});
    }
    if (rule.words.empty() && rule.response != Response::notice) {
      findings.push_back(
          {Severity::warning, path + ".words",
           "is empty: the response \"" + std::string{name(rule.response)} + "\" would come without a word"});
    }
  }
}

std::string in_whole_seconds(Time time) { return std::to_string(std::llround(std::ceil(to_seconds(time)))) + " s"; }

/// Without its second measuring an exercise that is done for range can never say whether it gained any.
void check_caps(const Exercise& exercise, SessionPlan plan, std::vector<Finding>& findings) {
  if (exercise.dose.goal != Goal::gain_range) return;
  Needed most;
  for (const std::string& language : phrase_languages()) {
    speak_in(plan, language);
    const Needed needed = needed_for_both_measurings(plan);
    most = {needed.openings, needed.moving, std::max(most.in_position, needed.in_position)};
  }
  const Dose& dose = exercise.dose;
  const auto refuse = [&](const std::string& cap, const std::string& is, const std::string& wanted) {
    findings.push_back(
        {Severity::error, "dose." + cap,
         is + " leaves no room for the second measuring: both measurings and one block between them take " + wanted});
  };
  if (dose.cap_repetitions < most.openings) {
    refuse("cap_repetitions", std::to_string(dose.cap_repetitions), std::to_string(most.openings) + " openings");
  }
  if (dose.cap_moving < most.moving)
    refuse("cap_moving", in_whole_seconds(dose.cap_moving), in_whole_seconds(most.moving));
  if (dose.cap_in_position < most.in_position) {
    refuse("cap_in_position", in_whole_seconds(dose.cap_in_position), "about " + in_whole_seconds(most.in_position));
  }
}

/// A condition that no question names is known only where the app asked before.
void check_health_questions(const Exercise& exercise, std::vector<Finding>& findings) {
  std::vector<std::string_view> named;
  for (const Cue& cue : exercise.cues) named.insert(named.end(), cue.codes.begin(), cue.codes.end());
  for (const auto& phrase : detail::phrase_cues()) {
    named.insert(named.end(), phrase->codes.begin(), phrase->codes.end());
  }
  for (std::size_t i = 0; i < exercise.contraindications.size(); ++i) {
    const Contraindication& one = exercise.contraindications[i];
    const bool asked = std::find(named.begin(), named.end(), one.code) != named.end();
    const bool known = exercise.demands && is_condition(one.code);  // the registry says where it is asked about
    if (one.caution == Caution::fine || asked || known) continue;
    findings.push_back({Severity::note, "contraindications[" + std::to_string(i) + "]",
                        "\"" + one.code +
                            "\" is named by no health question, so no session asks about it: add a cue of " +
                            "ask_health with this code" + detail::suggestion(one.code, condition_codes())});
  }
}

/// An exercise may be stricter than what follows from its demands; milder only with a source, and never where that is
/// never.
void check_overrides(const Exercise& exercise, std::vector<Finding>& findings) {
  if (!exercise.demands) return;
  const std::vector<Contraindication> derived = derived_conditions(exercise);
  for (std::size_t i = 0; i < exercise.contraindications.size(); ++i) {
    const Contraindication& own = exercise.contraindications[i];
    const auto found =
        std::find_if(derived.begin(), derived.end(), [&](const auto& one) { return one.code == own.code; });
    if (found == derived.end() || strictness(own.caution) >= strictness(found->caution)) continue;
    const bool sourced = own.source.find_first_not_of(" \t\r\n") != std::string::npos;
    if (found->caution != Caution::never && sourced) continue;
    findings.push_back({Severity::error, "contraindications[" + std::to_string(i) + "].caution",
                        std::string{name(own.caution)} + " is milder than " + std::string{name(found->caution)} +
                            ", which follows from the demands; " +
                            (found->caution == Caution::never ? "leave it out" : "write its source, or leave it out")});
  }
}

/// Everything that the exercise would be refused for, not only the first of it.
void check_model(const Exercise& exercise, std::vector<Finding>& findings) {
  const auto collect = [&](const std::string& path, const auto& valid) {
    try {
      valid();
    } catch (const InvalidModel& error) {
      findings.push_back({Severity::error, path + error.field(), error.problem()});
    }
  };
  const auto each = [&](const std::string& list, const auto& elements) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const std::string path = list + "[" + std::to_string(i) + "]";
      collect("", [&] { detail::validate_member(path, elements[i]); });
    }
  };
  detail::each_member<Exercise>([&](std::string_view name, auto member) {
    const auto& value = exercise.*member;
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, Movement>) {
      detail::each_member<Movement>([&](std::string_view part, auto of_it) {
        collect("movement.", [&] { detail::validate_member(part, value.*of_it); });
      });
    } else if constexpr (requires { value.push_back(value.front()); }) {
      each(std::string{name}, value);
    } else {
      collect("", [&] { detail::validate_member(name, value); });
    }
  });
  for (const detail::Check<Movement> check : detail::checks_of_movement()) {
    collect("movement.", [&] { check(exercise.movement); });
  }
  for (const detail::Check<Exercise> check : detail::checks_of_exercise()) {
    collect("", [&] { check(exercise); });
  }
}

/// Who should not do it follows from what it asks of the body. Without a position that is not written down either.
void check_demands(const Exercise& exercise, std::vector<Finding>& findings) {
  if (exercise.demands || !exercise.position) return;
  findings.push_back({Severity::error, "demands",
                      "is missing, so its own list of conditions counts as complete; write what it asks of the body "
                      "besides its position, [] for nothing"});
}

}  // namespace

std::vector<Finding> findings(const Exercise& exercise) {
  std::vector<Finding> findings;
  check_model(exercise, findings);
  check_rules(exercise, findings);
  check_words(exercise, findings);
  check_reviews(exercise, findings);
  check_health_questions(exercise, findings);
  check_overrides(exercise, findings);
  check_demands(exercise, findings);
  if (findings.empty() ||
      std::none_of(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::error; })) {
    try {
      check_caps(exercise, SessionPlan{exercise, SessionOptions{}}, findings);
    } catch (const InvalidModel& error) {
      findings.push_back({Severity::error, error.field(), error.problem()});
    }
  }
  return findings;
}

}  // namespace stretchcore
