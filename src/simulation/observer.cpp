// What was true of a person, beside what a session claimed.

#include "observer.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include <stretchcore/safety/condition.hpp>

#include "session/access.hpp"

namespace stretchcore {
namespace {

constexpr Time blind_after{2'000'000'000};  // where a signal that is lost pauses a session

bool moving(Phase phase) {
  return phase == Phase::measuring || phase == Phase::stretching || phase == Phase::remeasuring;
}

}  // namespace

Observer::Observer(VirtualPerson person, const Exercise& exercise, const Person& known, const SessionOptions& options)
    : person_(std::move(person)), session_(exercise, known, options), turned_(person_.turned()) {
  const auto& rules = session_.exercise().rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    for (const Condition& each : parse_rule_by_side(rules[i].when)) {
      rules_.push_back({static_cast<int>(i), each.side, each.channels});
    }
  }
}

TrialRow Observer::row() {
  const int turned_before = person_.turned();
  const Time until = person_.now() + longest_following;
  while (!session_.over() && person_.now() < until) {
    refused_ = {};
    refused_all_ = false;
    for (const Event& event : person_.step(session_)) hear(event);
    look();
  }
  const Summary summary = session_.summary();
  row_.range_before = summary.range_before;
  row_.range_after = summary.range_after;
  row_.asymmetry = summary.asymmetry;
  row_.gain = summary.gain;
  row_.end_reason = summary.end_reason.value_or(EndReason::input_ended);
  if (row_.held > 0) row_.of_limit = targets_of_limits_ / row_.held;
  row_.duration = person_.now() - person_.started();
  row_.turned = person_.turned() - turned_before;
  return row_;
}

void Observer::hear(const Event& event) {
  if (const auto* change = std::get_if<PhaseChanged>(&event)) {
    enter(*change);
  } else if (const auto* done = std::get_if<RepetitionCompleted>(&event)) {
    count(done->repetition);
  } else if (const auto* small = std::get_if<AttemptRejected>(&event)) {
    count(small->attempt);
  } else if (std::holds_alternative<ReachDropped>(event)) {
    ++row_.drops;
    answered_ = answered_ || person_.guards_since().has_value();
  } else if (const auto* told = std::get_if<TargetChanged>(&event)) {
    for (const Side side : both_sides) {
      if (told->side && *told->side != side) continue;
      target_[side] = told->target ? std::optional{told->target->angle} : std::nullopt;
    }
  } else if (const auto* cue = std::get_if<CueGiven>(&event)) {
    if (cue->moment == Moment::side_determined && cue->side) ++row_.named[*cue->side];
    row_.by_feel = row_.by_feel || cue->moment == Moment::by_feel;
  } else if (const auto* rule = std::get_if<RuleChanged>(&event)) {
    for (ToldRule& each : rules_) {
      if (each.rule == rule->rule && each.side == rule->side) each.ok = rule->verdict == RuleVerdict::ok;
    }
  } else if (const auto* refused = std::get_if<SampleRejected>(&event)) {
    refused_all_ = refused_all_ || !refused->channel;
    if (refused->channel) refused_.insert(*refused->channel);
  }
}

void Observer::enter(const PhaseChanged& change) {
  if (change.to == Phase::paused) {
    switch (SessionInside::state(session_).intermission.cause.value_or(PauseCause::person)) {
      case PauseCause::person:
        ++row_.paused_by_person;
        break;
      case PauseCause::signal:
        ++row_.paused_by_signal;
        break;
      case PauseCause::rule:
        ++row_.paused_by_rule;
        break;
    }
  }
  if (change.from == Phase::paused || change.to == Phase::paused) return;
  if (change.to == Phase::measuring) row_.easy_before = row_.easy_after = person_.easy();
  if (change.to == Phase::remeasuring) row_.easy_after = person_.easy();
  if (change.to == Phase::stretching) ++row_.blocks;
}

void Observer::count(const Repetition& repetition) {
  ++row_.repetitions;
  const auto& target = SessionInside::state(session_).aim.target;
  if (session_.phase() != Phase::stretching || !target.left || !target.right) return;
  const Bilateral<Angle> limit = person_.limit();
  const Angle lower = std::min(limit.left, limit.right);
  const Angle aimed = std::min(target.left->angle, target.right->angle);
  const auto went = [&](Side side) { return repetition.peak[side].value_or(Angle{}); };
  ++row_.held;
  row_.beyond_2 += aimed > lower + degrees(2) ? 1 : 0;
  row_.beyond_5 += aimed > lower + degrees(5) ? 1 : 0;
  row_.overreached += std::max(went(Side::left), went(Side::right)) > lower ? 1 : 0;
  targets_of_limits_ += aimed / lower;
  guarded(repetition.start);
}

void Observer::count(const Attempt& attempt) {
  const bool small = attempt.reason == AttemptReason::too_small || attempt.reason == AttemptReason::too_low;
  if (small && session_.phase() == Phase::stretching) guarded(attempt.start);
}

void Observer::guarded(Time from) {
  const std::optional<Time> since = person_.guards_since();
  row_.guarded += since && from >= *since && !answered_ ? 1 : 0;
}

/// How far beyond the limits of the legs that move the target leads now, as the sensor reads them.
std::optional<Angle> Observer::led_beyond() const {
  std::optional<Angle> most;
  for (const Side side : both_sides) {
    if (!target_[side] || !person_.moves(side)) continue;
    const Angle beyond = person_.opening_at(*target_[side])[side] - person_.limit()[side];
    most = std::max(most.value_or(beyond), beyond);
  }
  return most;
}

/// The person has turned back from an opening to a target, whether it counts or not: where did it lead?
void Observer::count_led() {
  const std::optional<Angle> beyond = led_beyond();
  if (!beyond) return;
  row_.led_most = row_.led_of++ == 0 ? *beyond : std::max(row_.led_most, *beyond);
  row_.led_2 += *beyond > degrees(2) ? 1 : 0;
  row_.led_5 += *beyond > degrees(5) ? 1 : 0;
}

/// After each step.
void Observer::look() {
  const Time passed = person_.now() - now_;
  now_ = person_.now();
  if (std::exchange(turned_, person_.turned()) != person_.turned()) count_led();
  row_.by_feel =
      row_.by_feel || (moving(session_.phase()) && SessionInside::state(session_).sight.following == Sensing::unseen);
  if (!refused_all_) (person_.shown() - refused_).each([&](Channel c) { seen_at_[index(c)] = now_; });
  if (moving(session_.phase())) watch_rules(passed);
}

/// For how long what a rule watches had not been seen, while the rule stood as ok.
void Observer::watch_rules(Time passed) {
  Time longest{0};
  for (const ToldRule& each : rules_) {
    if (!each.ok) continue;
    each.channels.each([&](Channel c) { longest = std::max(longest, now_ - seen_at_[index(c)]); });
  }
  row_.blind_ok_longest = std::max(row_.blind_ok_longest, longest);
  if (longest > blind_after) row_.blind_ok += std::min(passed, longest - blind_after);
}

}  // namespace stretchcore
