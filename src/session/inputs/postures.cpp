// Postures and ticks.

#include <algorithm>

#include "session/aim/aim.hpp"
#include "session/inputs/inputs.hpp"
#include "session/inputs/inside.hpp"
#include "session/movement/movement.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {
namespace {

constexpr Time long_step{5'000'000'000};

/// Takes a posture whose time is the session's.
void observe(Step& step, const Posture& posture) {
  Diagnosis& diagnosis = step.state.diagnosis;
  const std::optional<Time> previous = step.state.sight.signals.last;
  const RejectedSamples refused = stretchcore::take(step.state.sight.signals, posture, step.plan.used);
  ++diagnosis.samples;
  diagnosis.rejected += refused.empty() ? 0 : 1;
  for (const RejectedSample& r : refused) step.emit(SampleRejected{{}, r.reason, r.channel});
  if (!refused.empty() && !refused.front().channel) return;
  diagnosis.behind = step.state.now - posture.time;
  step.plan.primary.each([&](Channel c) {
    if (posture.has(c)) diagnosis.largest = std::max(diagnosis.largest, abs(step.state.sight.signals[c].raw()));
  });
  if (previous) {
    diagnosis.step = posture.time - *previous;
    diagnosis.long_steps = diagnosis.step >= long_step ? diagnosis.long_steps + 1 : 0;
    const bool out = step.state.movement.strokes.left.stroke != Stroke::home ||
                     step.state.movement.strokes.right.stroke != Stroke::home;
    if (out && moving(step)) step.state.tally.moving += std::min(diagnosis.step, stale_after);
  }
  watch_exchange(step);
  follow_movement(step);
  watch_rest(step);
  watch_side(step);
  watch_life(step);
  pursue(step);
  keep_hold(step);
  judge(step, &posture);
}

}  // namespace

void take(Step& step, const Posture& posture) {
  Diagnosis& diagnosis = step.state.diagnosis;
  const bool ahead = step.state.clocks.postures.told && posture.time > *step.state.clocks.postures.told;
  const std::optional<Time> at = tell_time(step, Clock::postures, posture.time);
  if (at && *at != posture.time) {
    Posture here = posture;
    here.time = *at;
    observe(step, here);
  } else if (at) {
    observe(step, posture);
  } else {
    ++diagnosis.samples;
    ++diagnosis.rejected;
    const bool never = posture.time > longest_time || posture.time < -longest_time;
    const Rejection reason = never ? Rejection::not_finite : ahead ? Rejection::time_leapt : Rejection::time_decreased;
    step.emit(SampleRejected{{}, reason, {}});
    judge(step, nullptr);
  }
  go_on(step);
}

void take(Step& step, const Tick& tick) {
  tell_time(step, Clock::ticks, tick.time);
  judge(step, nullptr);
  go_on(step);
}

}  // namespace stretchcore
