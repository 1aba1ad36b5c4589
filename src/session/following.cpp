// Postures: what is seen, what moves, how the target is followed.

#include <algorithm>

#include "engine.hpp"
#include "gains.hpp"

namespace stretchcore {
namespace {

constexpr Time begun_before{500'000'000};  // a repetition is told this long after its end, when the next may be begun
constexpr Time over_for{400'000'000};      // beyond the band for this long before it counts
constexpr Angle back_within = degrees(3);  // hysteresis: over ends this close to the target
constexpr Angle narrowest_band = degrees(5);
constexpr Time guide_ahead{250'000'000};       // besides the output's latency: the time it takes to react
constexpr double moving_speed = 2.0;           // [°/s]
constexpr Time taken_in_after{1'000'000'000};  // a new target, by who moves
constexpr Time long_step{5'000'000'000};

bool too_little(const Attempt& attempt) {
  return attempt.reason == AttemptReason::too_small || attempt.reason == AttemptReason::too_low;
}

}  // namespace

void Engine::take(const Posture& posture) {
  Diagnosis& diagnosis = s_.diagnosis;
  const std::optional<Time> previous = s_.sight.signals.last;
  const RejectedSamples refused = stretchcore::take(s_.sight.signals, posture, plan_.used);
  ++diagnosis.samples;
  diagnosis.rejected += refused.empty() ? 0 : 1;
  const bool whole = !refused.empty() && !refused.front().channel;
  if (whole) {
    if (refused.front().reason == Rejection::time_decreased) watch_clock(posture.time);
  } else {
    s_.sight.outdated.reset();
    s_.sight.outdated_for = Time{0};
    if (previous) {
      diagnosis.step = posture.time - *previous;
      diagnosis.long_steps = diagnosis.step >= long_step ? diagnosis.long_steps + 1 : 0;
    }
    arrive(posture.time);
    diagnosis.behind = s_.now - posture.time;
  }
  for (const RejectedSample& r : refused) emit(SampleRejected{{}, r.reason, r.channel});
  if (!whole) {
    plan_.primary.each([&](Channel c) {
      if (posture.has(c)) diagnosis.largest = std::max(diagnosis.largest, abs(s_.sight.signals[c].raw()));
    });
    if (s_.course.phase != Phase::ready && previous) {
      const bool out =
          s_.movement.strokes.left.stroke != Stroke::home || s_.movement.strokes.right.stroke != Stroke::home;
      if (out && moving_phase()) s_.tally.moving += std::min(posture.time - *previous, stale_after);
    }
    follow_movement();
    pursue();
    keep_hold();
    judge(&posture);
  }
  go_on();
}

void Engine::watch_primary() {
  Sight& sight = s_.sight;
  if (primary_fresh()) {
    if (!sight.primary_since) sight.primary_since = s_.now;
    sight.primary_lost_since.reset();
  } else {
    sight.primary_since.reset();
    if (!sight.primary_lost_since) sight.primary_lost_since = s_.now;
  }
}

void Engine::watch_health() {
  Sight& sight = s_.sight;
  const Phase phase = s_.course.phase;
  if (!sight.covered || !seen() || phase == Phase::finished || phase == Phase::stopped) return;
  ChannelSet lost;
  Health first = Health::fresh;
  sight.watched.each([&](Channel c) {
    const Health now = health(sight.signals, c, s_.now);
    if (now == Health::fresh) return;
    if (first == Health::fresh && !sight.lost.contains(c)) first = now;
    lost.insert(c);
  });
  const ChannelSet newly = lost - sight.lost;
  const ChannelSet again = sight.lost - lost;
  if (!newly.empty()) emit(SignalLost{{}, newly, first});
  if (!again.empty()) emit(SignalRestored{{}, again});
  sight.lost = lost;
}

void Engine::follow_movement() {
  const bool live = moving_phase() && seen();
  // A recording does not wait for the set-up: its first movement may begin in it.
  const bool early = s_.course.phase == Phase::setting_up && plan_.options.recorded;
  if (!live && !early) return;
  for (const auto& movement : detect(plan_.movement, s_.movement, s_.sight.signals, s_.sight.neutral, s_.now)) {
    if (!live) continue;
    if (const auto* repetition = std::get_if<Repetition>(&movement)) {
      completed(*repetition);
    } else {
      rejected(std::get<Attempt>(movement));
    }
  }
}

void Engine::completed(Repetition r) {
  if (plan_.only && r.side && *r.side != *plan_.only) return;
  Course& course = s_.course;
  const bool begun_here = r.start + begun_before >= course.stage_since;
  const bool stretching = course.phase == Phase::stretching && begun_here;
  r.held = stretching;
  std::optional<Side> over;
  for (const Side side : both_sides) {
    if (stretching && s_.aim.pursuit[side].over) {
      r.over_target = true;
      over = over ? std::nullopt : std::optional{side};
    }
  }
  s_.aim.pursuit = {};
  if (s_.tally.repetitions.size() < s_.tally.repetitions.capacity()) s_.tally.repetitions.push_back(r);
  ++s_.tally.openings;
  course.progress_at = s_.now;
  if (course.stage == Stage::practising) ++course.practised;
  const auto done = static_cast<int>(s_.tally.repetitions.size());
  if (!begun_here && s_.tally.measuring_from == done - 1) s_.tally.measuring_from = done;
  const bool this_side = !(plan_.one_sided() && r.side && course.active_side && *r.side != *course.active_side);
  if (this_side && begun_here) {
    ++course.counted;
    for (const Side side : both_sides) course.counted_side[side] += !r.side || *r.side == side ? 1 : 0;
  }
  emit(RepetitionCompleted{{}, course.counted, r});
  if (!stretching) return;

  emit(Guide{{}, GuideKind::home, r.side});
  const bool less_far = watch_fall(r.start, r.side, r.reach);
  if (plan_.held()) return;
  set_target();
  constexpr int last_words_at = 2;
  constexpr int all_is_well_every = 5;  // silence says that all is well; now and then words do
  const int left = plan_.exercise.dose.per_block - course.counted;
  const bool first_full = course.counted == 3;  // after the ramp
  if (less_far) return;
  if (r.over_target && say(Moment::over_target, in_doubt(s_.sight.sides) ? std::nullopt : over)) return;
  const bool well = !r.over_target && !breaks_a_rule();
  if (left == last_words_at) {
    say(Moment::last_ones, {}, left);
  } else if (well && (s_.aim.owes_confirmation || first_full)) {
    say(Moment::confirm);
  } else if (course.counted == plan_.exercise.dose.per_block / 2) {
    say(Moment::breath);
  } else if (well && left > last_words_at && course.counted % all_is_well_every == 0) {
    say(Moment::confirm);
  } else if (plan_.options.count_aloud) {
    say(Moment::count_aloud, {}, course.counted);
  }
}

bool Engine::breaks_a_rule() const {
  bool broken = false;
  for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
    broken = broken || (plan_.rules[i].response != Response::notice && s_.rules[i].announced == RuleVerdict::violated);
  }
  return broken;
}

void Engine::rejected(const Attempt& attempt) {
  if (plan_.only && attempt.side && *attempt.side != *plan_.only) return;
  Tally& tally = s_.tally;
  if (tally.attempts.size() == tally.attempts.capacity()) tally.attempts.erase(tally.attempts.begin());
  tally.attempts.push_back(attempt);
  ++tally.attempts_total;
  ++tally.openings;
  s_.aim.pursuit = {};
  s_.course.progress_at = s_.now;
  const bool whole = attempt.reason != AttemptReason::unfinished && attempt.reason != AttemptReason::signal_lost;
  const bool stretching = s_.course.phase == Phase::stretching;
  if (whole && (stretching || s_.course.stage == Stage::practising)) ++s_.course.practised;
  emit(AttemptRejected{{}, attempt});
  if (stretching && small_opening(attempt)) watch_fall(attempt.start, attempt.side, attempt.peak);
  if (stretching && !plan_.held()) set_target();  // whoever follows a low ramp is not kept on it
}

/// A small movement that takes at least half the time of an opening is one; a shorter one may be a shift of the body.
bool Engine::small_opening(const Attempt& attempt) const {
  if (plan_.held() || !too_little(attempt)) return false;
  const auto& done = s_.tally.repetitions;
  const auto same = [&](const Repetition& r) { return r.side == attempt.side && r.start >= s_.course.stage_since; };
  const auto last = std::find_if(done.rbegin(), done.rend(), same);
  return last != done.rend() && (attempt.end - attempt.start) * 2 >= last->end - last->start;
}

/// Whoever suddenly goes less far than she did is asked for less at once; true if so. `moved`: nothing for both sides.
bool Engine::watch_fall(Time began, std::optional<Side> moved, const Bilateral<std::optional<Angle>>& reach) {
  const Angle varies = deviation(openings(s_, s_.tally.latest), plan_.error);
  const bool midline = plan_.exercise.movement.sides == Sides::midline;
  const bool unnamed = midline || in_doubt(s_.sight.sides);
  std::optional<Angle> most;
  for (const Side side : both_sides) {
    const auto& target = s_.aim.target[side];
    if ((moved && *moved != side) || !reach[side] || !target || (midline && side == Side::right)) continue;
    // The ramp says nothing of her, and whoever had begun when the target was raised, or began at once, went by the
    // one before.
    const auto& earlier = s_.aim.earlier[side];
    const bool raised = earlier && *earlier < target->angle && began < s_.aim.changed[side] + taken_in_after;
    if (raised || target->limited_by == Limit::ramp_in) continue;
    const Angle below = target->angle - *reach[side];
    const Angle usual = s_.aim.fall[side].usual;
    if (!fell(s_.aim.fall[side], below, varies)) continue;
    most = std::max(most.value_or(below - usual), below - usual);
    if (!unnamed) emit(ReachDropped{{}, side, below - usual});
  }
  if (most && unnamed) emit(ReachDropped{{}, {}, *most});
  if (most && !plan_.options.recorded && s_.aim.eased > least_eased) ease();
  return most.has_value();
}

Angle Engine::band() const { return std::max(narrowest_band, plan_.least_limit()); }

void Engine::pursue() {
  if (s_.course.phase != Phase::stretching || s_.course.stage != Stage::opening || !seen()) return;
  const bool both = plan_.exercise.movement.sides == Sides::together;
  for (const Side side : both_sides) {
    const auto& target = s_.aim.target[side];
    const Channel c = channel(plan_.movement.motion, side);
    if (!target || health(s_.sight.signals, c, s_.now) != Health::fresh) continue;
    const ChannelState& signal = s_.sight.signals[c];
    Pursuit& pursuit = s_.aim.pursuit[side];
    // The first, smaller repetitions lead up to the target: beyond them is not too far yet, beyond the target is.
    const Angle furthest = s_.aim.whole[side];
    if (signal.smooth() > furthest + band()) {
      if (!pursuit.over_since) pursuit.over_since = s_.now;
      if (s_.now - *pursuit.over_since >= over_for) pursuit.over = true;
    } else if (signal.smooth() < furthest + back_within) {
      pursuit.over_since.reset();
    }
    // Words at the turn would come too late, so a tone comes before it.
    const StrokeState& stroke = s_.movement.strokes[both ? Side::left : side];
    if (stroke.stroke != Stroke::out || signal.speed() < moving_speed) continue;
    Pursuit& told = s_.aim.pursuit[both ? Side::left : side];
    const double ahead = to_seconds(plan_.options.output_latency + guide_ahead);
    const Angle soon = signal.smooth() + degrees(signal.speed() * ahead);
    const auto named = both ? std::optional<Side>{} : std::optional{side};
    if (!told.near_told && soon >= target->angle * 0.9) {
      told.near_told = true;
      emit(Guide{{}, GuideKind::near_target, named});
    }
    if (!told.turn_told && soon >= target->angle) {
      told.turn_told = true;
      emit(Guide{{}, GuideKind::turn, named});
    }
  }
}

}  // namespace stretchcore
