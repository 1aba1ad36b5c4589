// Postures: what is seen, what moves, how the target is followed.

#include <algorithm>

#include "engine.hpp"

namespace stretchcore {
namespace {

constexpr Time over_for{400'000'000};      // beyond the band for this long before it counts
constexpr Angle back_within = degrees(3);  // hysteresis: over ends this close to the target
constexpr Angle narrowest_band = degrees(5);
constexpr Time guide_ahead{250'000'000};  // besides the output's latency: the time it takes to react
constexpr double moving_speed = 2.0;      // [°/s]
constexpr Time long_step{5'000'000'000};

}  // namespace

void Engine::take(const Posture& posture) {
  Diagnosis& diagnosis = s_.diagnosis;
  const bool ahead = s_.clocks.postures.told && posture.time > *s_.clocks.postures.told;
  const std::optional<Time> at = hear(Clock::postures, posture.time);
  if (at && *at != posture.time) {
    Posture here = posture;
    here.time = *at;
    observe(here);
  } else if (at) {
    observe(posture);
  } else {
    ++diagnosis.samples;
    ++diagnosis.rejected;
    const bool never = posture.time > longest_time || posture.time < -longest_time;
    const Rejection reason = never ? Rejection::not_finite : ahead ? Rejection::time_leapt : Rejection::time_decreased;
    emit(SampleRejected{{}, reason, {}});
    judge(nullptr);
  }
  go_on();
}

/// A posture at its time in the session.
void Engine::observe(const Posture& posture) {
  Diagnosis& diagnosis = s_.diagnosis;
  const std::optional<Time> previous = s_.sight.signals.last;
  const RejectedSamples refused = stretchcore::take(s_.sight.signals, posture, plan_.used);
  ++diagnosis.samples;
  diagnosis.rejected += refused.empty() ? 0 : 1;
  for (const RejectedSample& r : refused) emit(SampleRejected{{}, r.reason, r.channel});
  if (!refused.empty() && !refused.front().channel) return;
  diagnosis.behind = s_.now - posture.time;
  plan_.primary.each([&](Channel c) {
    if (posture.has(c)) diagnosis.largest = std::max(diagnosis.largest, abs(s_.sight.signals[c].raw()));
  });
  if (previous) {
    diagnosis.step = posture.time - *previous;
    diagnosis.long_steps = diagnosis.step >= long_step ? diagnosis.long_steps + 1 : 0;
    const bool out =
        s_.movement.strokes.left.stroke != Stroke::home || s_.movement.strokes.right.stroke != Stroke::home;
    if (out && moving_phase()) s_.tally.moving += std::min(diagnosis.step, stale_after);
  }
  watch_exchange();
  follow_movement();
  watch_rest();
  watch_side();
  watch_life();
  pursue();
  keep_hold();
  judge(&posture);
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
  const bool away = phase == Phase::paused && s_.intermission.away;
  if (!sight.covered || !seen() || away || phase == Phase::finished || phase == Phase::stopped) return;
  ChannelSet lost;
  ChannelSet slow;
  Health first = Health::fresh;
  sight.watched.each([&](Channel c) {
    const Health now = health(sight.signals, c, s_.now);
    if (now == Health::fresh) return;
    if (now == Health::too_slow) slow.insert(c);
    const bool told = sight.lost.contains(c) || now == Health::too_slow;
    if (first == Health::fresh && !told) first = now;
    lost.insert(c);
  });
  // One that was lost already turns out to be too slow: that is told, too.
  const ChannelSet newly_slow = slow - sight.too_slow;
  const ChannelSet newly = lost - sight.lost - newly_slow;
  const ChannelSet again = sight.lost - lost;
  if (!newly.empty()) emit(SignalLost{{}, newly, first});
  if (!again.empty()) emit(SignalRestored{{}, again});
  if (!newly_slow.empty()) emit(SignalLost{{}, newly_slow, Health::too_slow});
  sight.lost = lost;
  sight.too_slow = (sight.too_slow | slow) & lost;
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

Angle Engine::band() const { return std::max(narrowest_band, plan_.least_limit()); }

/// Beyond that is too far: the target, and where there is none, what a professional allows.
std::optional<Angle> Engine::furthest(Side side) const {
  if (s_.aim.target[side]) return s_.aim.whole[side];
  std::optional<Angle> most = plan_.person.clinician_limit;
  if (const auto& agreed = plan_.screening.limit) most = std::min(most.value_or(*agreed), *agreed);
  return most;
}

void Engine::pursue() {
  if (s_.course.phase != Phase::stretching || s_.course.stage != Stage::opening || !seen()) return;
  const bool both = plan_.exercise.movement.sides == Sides::together;
  for (const Side side : both_sides) {
    const auto& target = s_.aim.target[side];
    const Channel c = channel(plan_.movement.motion, side);
    const std::optional<Angle> most = furthest(side);
    if (!most || health(s_.sight.signals, c, s_.now) != Health::fresh) continue;
    const ChannelState& signal = s_.sight.signals[c];
    Pursuit& pursuit = s_.aim.pursuit[side];
    // The first, smaller repetitions lead up to the target: beyond them is not too far yet, beyond the target is.
    if (signal.smooth() > *most + band()) {
      if (!pursuit.over_since) pursuit.over_since = s_.now;
      if (s_.now - *pursuit.over_since >= over_for) pursuit.over = true;
    } else if (signal.smooth() < *most + back_within) {
      pursuit.over_since.reset();
    }
    // Words at the turn would come too late, so a tone comes before it.
    const StrokeState& stroke = s_.movement.strokes[both ? Side::left : side];
    if (!target || stroke.stroke != Stroke::out || signal.speed() < moving_speed) continue;
    Pursuit& told = s_.aim.pursuit[both ? Side::left : side];
    const double ahead = to_seconds(plan_.options.output_latency + guide_ahead);
    const Angle soon = signal.smooth() + degrees(signal.speed() * ahead);
    const auto named = both ? std::optional<Side>{} : std::optional{side};
    if (!told.near_told && soon >= on_the_way(side, 0.9)) {
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
