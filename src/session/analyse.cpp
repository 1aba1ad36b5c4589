#include <algorithm>
#include <utility>

#include <stretchcore/balance/compare.hpp>
#include <stretchcore/balance/home.hpp>
#include <stretchcore/motion/neutral.hpp>
#include <stretchcore/motion/playback.hpp>
#include <stretchcore/motion/repetitions.hpp>
#include <stretchcore/safety/evaluate.hpp>
#include <stretchcore/session/analyse.hpp>
#include <stretchcore/session/session.hpp>

#include "access.hpp"
#include "gains.hpp"
#include "plan.hpp"

namespace stretchcore {
namespace {

/// One pass over a recording: what a session does with a posture, without a course.
class Pass {
 public:
  Pass(const SessionPlan& plan, ChannelSet watched) : plan_(plan), watched_(std::move(watched)) {
    for (const PlannedRule& rule : plan_.rules) {
      RuleRow row;
      row.rule = plan_.exercise.rules[static_cast<std::size_t>(rule.rule)].id;
      row.side = rule.condition.side;
      if (!(rule.condition.channels - watched_).empty()) row.worst = RuleVerdict::cued_only;
      if (rule.widened) row.widened_to = plan_.least_limit();
      rows_.push_back(std::move(row));
    }
    conditions_.resize(plan_.rules.size());
    warm_.resize(plan_.rules.size());
  }

  void take(const Playback::Row& row) {
    const Time step = begun_ ? std::min(row.time - now_, longest_gap) : Time{0};
    begun_ = true;
    now_ = row.time;
    watch_neutral(row.seen);
    for (auto& movement : detect(plan_.movement, movement_, row.seen, neutral_, now_)) keep(movement);
    judge(row.seen, step);
  }

  Analysis finish() {
    for (auto& movement : finish_movement(plan_.movement, movement_, neutral_, now_)) keep(movement);
    Analysis analysis;
    analysis.exercise = plan_.exercise.id;
    analysis.source = plan_.options.source;
    if (plan_.figured && zeroed()) analysis.ranges = ranges(repetitions_, plan_.error);
    if (plan_.exercise.movement.sides != Sides::midline) analysis.asymmetry = sides();
    analysis.repetitions = std::move(repetitions_);
    analysis.attempts = std::move(attempts_);
    analysis.rule_table = std::move(rows_);
    analysis.coverage = {watched_, plan_.used - watched_};
    return analysis;
  }

 private:
  /// To the left and to the right of the midline is measured from its middle, which is where it was still at first.
  bool zeroed() const { return !plan_.movement.shows.left.one_way || neutral_.captured; }

  /// A side that was not moved is not compared, and nothing in a recording has checked the sides of a camera.
  Asymmetry sides() const {
    Asymmetry none;
    none.doubt = !plan_.figured ? Doubt::no_figure : Doubt::no_zero;
    if (!plan_.figured || !zeroed()) return none;
    const Asymmetry found = in_words_of(plan_, compare_sides(repetitions_, plan_.error_of_sides()));
    if (may_exchange_sides(plan_.options.source)) return unnamed(found, Doubt::sides_unchecked);
    Asymmetry still;
    still.doubt = Doubt::still_side;
    return one_side_still(repetitions_, plan_.error) ? still : found;
  }

  /// Neutral is the first quiet half second before anything moved; later stillness may be anywhere.
  void watch_neutral(const Sightings& seen) {
    const bool moved = movement_.strokes.left.stroke != Stroke::home || movement_.strokes.right.stroke != Stroke::home;
    moved_ = moved_ || moved;
    if (moved_ || neutral_.captured) return;
    ChannelSet watched = plan_.primary & watched_;
    for (const Channel c : plan_.references) {
      if (watched_.contains(c)) watched.insert(c);
    }
    capture_neutral(neutral_, seen, now_, watched, plan_.references);
  }

  void keep(std::variant<Repetition, Attempt>& movement) {
    if (auto* repetition = std::get_if<Repetition>(&movement)) {
      repetitions_.push_back(*repetition);
    } else {
      attempts_.push_back(std::get<Attempt>(movement));
    }
  }

  void judge(const Sightings& seen, Time step) {
    if (rows_.empty()) return;
    Posture shown{now_};
    watched_.each([&](Channel c) {
      const Sighting& one = seen[c];
      if (one.taken && one.fresh) shown.set(c, from_neutral(plan_.movement, movement_, neutral_, c, one.smooth));
    });
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      RuleRow& row = rows_[i];
      if (row.worst == RuleVerdict::cued_only) continue;
      const RuleVerdict before = conditions_[i].verdict;
      const RuleVerdict verdict = evaluate(plan_.rules[i].condition, conditions_[i], shown);
      // What looks back needs some postures before it can say anything: that is no time in which something was missed.
      const bool sees = (plan_.rules[i].condition.channels - shown.present()).empty();
      if (verdict == RuleVerdict::unknown && sees && !warm_[i]) continue;
      warm_[i] = warm_[i] || verdict != RuleVerdict::unknown || !sees;
      if (verdict == RuleVerdict::ok) row.ok += step;
      if (verdict == RuleVerdict::unknown) row.unknown += step;
      if (verdict == RuleVerdict::violated) {
        row.violated += step;
        row.violations += before == RuleVerdict::violated ? 0 : 1;
      }
      const bool worse =
          verdict == RuleVerdict::violated || (verdict == RuleVerdict::unknown && row.worst == RuleVerdict::ok);
      if (worse) row.worst = verdict;
    }
  }

  const SessionPlan& plan_;
  ChannelSet watched_;
  NeutralState neutral_;
  RepetitionState movement_;
  std::vector<ConditionState> conditions_;
  std::vector<bool> warm_;  ///< the rule has said something, or had something to miss
  std::vector<RuleRow> rows_;
  std::vector<Repetition> repetitions_;
  std::vector<Attempt> attempts_;
  Time now_{0};
  bool begun_ = false;  ///< there was a row before
  bool moved_ = false;
};

constexpr Time tick_every{100'000'000};
constexpr Time ticked_for{3'000'000'000};  // a second more than it takes to pause

/// Ticks between two rows, as the timer of a live session has them, until it would have paused. A longer absence is
/// seen at its end: that the person may have got up is said when they are seen again.
template <class Keep>
void tick_between(Session& session, Time row, Time next, const Keep& keep) {
  if (next - row > away_after) return;
  const Time last = std::min(next - tick_every / 2, row + ticked_for);
  for (Time at = row + tick_every; at < last && !session.over(); at += tick_every) keep(session.tick(at));
}

void require_primary(const SessionPlan& plan, const Recording& recording) {
  if (!plan.exercise.movement.motion) {
    throw RecordingError(plan.exercise.id + " is done by feel: no channel shows it, so no recording can be counted");
  }
  const ChannelSet missing = plan.primary - recording.channels();
  std::string names;
  missing.each([&](Channel c) { names += (names.empty() ? "" : ", ") + std::string{name(c)}; });
  const bool one_leg = plan.movement.counted_by == CountedBy::leading && missing.size() < plan.primary.size();
  if (!missing.empty() && !one_leg) {
    throw RecordingError(plan.exercise.id + " needs " + names + ", which the recording does not have");
  }
}

}  // namespace

Analysis analyse(const Recording& recording, const Exercise& exercise, const SessionOptions& options) {
  SessionOptions with_source = options;
  with_source.source = recording.source.value_or(options.source);
  const SessionPlan plan{exercise, with_source};
  require_primary(plan, recording);
  Pass pass{plan, recording.channels() & plan.used};
  Playback playback{recording, plan.used};
  for (auto rows = playback.next(); !rows.empty(); rows = playback.next()) {
    for (const Playback::Row& row : rows) pass.take(row);
  }
  Analysis analysis = pass.finish();
  analysis.samples = static_cast<int>(recording.size());
  analysis.samples_rejected = playback.rejected();
  return analysis;
}

Outcome coach(const Recording& recording, const Exercise& exercise, const Person& person, SessionOptions options,
              std::span<const Exercise> exercises) {
  options.source = recording.source.value_or(options.source);
  options.recorded = true;
  Session session{exercise, person, options, exercises};
  require_primary(SessionInside::plan(session), recording);
  Outcome outcome;
  const auto keep = [&](std::span<const Event> events) {
    outcome.events.insert(outcome.events.end(), events.begin(), events.end());
  };
  if (recording.empty()) {
    outcome.summary = session.finish({}, EndReason::input_ended);
    return outcome;
  }
  keep(session.report(Command{recording.start(), Action::start}));
  Time latest = recording.start();
  for (std::size_t row = 0; row < recording.size() && !session.over(); ++row) {
    const Posture posture = recording.posture(row);
    tick_between(session, std::exchange(latest, posture.time), posture.time, keep);
    keep(session.observe(posture));
  }
  outcome.summary = session.finish(recording.end(), EndReason::input_ended);
  keep(session.events());
  return outcome;
}

}  // namespace stretchcore
