#include <cstdint>
#include <limits>
#include <numeric>
#include <utility>

#include <stretchcore/safety/monitor.hpp>

#include "safety/evaluation.hpp"

namespace stretchcore {
namespace {

Differences nothing_compared() {
  Differences none;
  none.fill(std::numeric_limits<double>::quiet_NaN());
  return none;
}

std::int8_t code(RuleVerdict verdict) {
  switch (verdict) {
    case RuleVerdict::ok:
      return 0;
    case RuleVerdict::violated:
      return 1;
    default:
      return 2;
  }
}

}  // namespace

Monitor::Monitor(std::vector<Condition> conditions)
    : conditions_(std::move(conditions)),
      states_(conditions_.size()),
      differences_(conditions_.size(), nothing_compared()),
      verdicts_(conditions_.size(), RuleVerdict::unknown) {}

std::span<const RuleVerdict> Monitor::observe(const Posture& posture) noexcept {
  const bool outdated = (last_ && beyond_gap(posture.time, *last_)) || (now_ && beyond_gap(posture.time, *now_));
  if (outdated) return see_nothing();
  if (last_ && posture.time <= *last_) return verdicts_;
  // All conditions see the same postures: what `evaluate` asks of the time for each, a monitor asks once.
  const std::optional<Time> before = std::exchange(last_, posture.time);
  const bool blind_since = std::exchange(blind_, false);
  if (before && (blind_since || detail::gap_since(*before, posture.time))) {
    for (std::size_t i = 0; i < states_.size(); ++i) {
      detail::bridge_gap(conditions_[i], states_[i], *before, posture.time);
    }
  }
  ConditionState* state = states_.data();
  Differences* differences = differences_.data();
  RuleVerdict* verdict = verdicts_.data();
  for (const Condition& condition : conditions_) {
    *verdict++ = detail::verdict(detail::follow_program(condition, *state++, before, posture, *differences++));
  }
  return verdicts_;
}

std::span<const RuleVerdict> Monitor::tick(Time now) noexcept {
  now_ = now;
  const bool out_of_sight = last_ && (beyond_gap(*last_, now) || beyond_gap(now, *last_));
  return out_of_sight ? see_nothing() : verdicts_;
}

std::optional<double> Monitor::margin(std::size_t rule) const {
  return stretchcore::margin(conditions_.at(rule), differences_.at(rule));
}

std::size_t Monitor::memory() const {
  return sizeof(Monitor) +
         conditions_.size() * (sizeof(Condition) + sizeof(ConditionState) + sizeof(Differences) + sizeof(RuleVerdict)) +
         std::accumulate(conditions_.begin(), conditions_.end(), std::size_t{0},
                         [](std::size_t sum, const Condition& each) { return sum + each.text.capacity(); });
}

std::vector<std::int8_t> Monitor::run(const Recording& recording) const {
  Monitor fresh{conditions_};
  std::vector<std::int8_t> table;
  table.reserve(recording.size() * conditions_.size());
  for (std::size_t row = 0; row < recording.size(); ++row) {
    for (const RuleVerdict verdict : fresh.observe(recording.posture(row))) table.push_back(code(verdict));
  }
  return table;
}

std::span<const RuleVerdict> Monitor::see_nothing() noexcept {
  blind_ = true;
  for (std::size_t i = 0; i < states_.size(); ++i) {
    differences_[i] = nothing_compared();
    verdicts_[i] = RuleVerdict::unknown;
  }
  return verdicts_;
}

}  // namespace stretchcore
