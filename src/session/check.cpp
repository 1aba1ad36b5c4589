#include <algorithm>

#include <stretchcore/safety/condition.hpp>
#include <stretchcore/session/check.hpp>

#include "check_words.hpp"
#include "plan.hpp"

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

}  // namespace

std::vector<Finding> check(const Exercise& exercise) {
  std::vector<Finding> findings;
  try {
    exercise.validate();
  } catch (const InvalidModel& error) {
    findings.push_back({Severity::error, error.field(), error.problem()});
  }
  check_rules(exercise, findings);
  check_words(exercise, findings);
  if (findings.empty() ||
      std::none_of(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::error; })) {
    try {
      const SessionPlan plan{exercise, {}, {}};
    } catch (const InvalidModel& error) {
      findings.push_back({Severity::error, error.field(), error.problem()});
    }
  }
  return findings;
}

}  // namespace stretchcore
