// How the target is followed.

#include <algorithm>

#include "model/motion_limits.hpp"
#include "session/aim/aim.hpp"
#include "session/seen_side.hpp"

namespace stretchcore {
namespace {

constexpr Time over_for{400'000'000};      // beyond the band for this long before it counts
constexpr Angle back_within = degrees(3);  // hysteresis: over ends this close to the target
constexpr Angle narrowest_band = degrees(5);
constexpr Time guide_ahead{250'000'000};  // besides the output's latency: the time it takes to react
constexpr double moving_speed = 2.0;      // [°/s]

Angle band(StepView step) { return std::max(narrowest_band, step.plan.least_limit()); }

/// Beyond that is too far: the target, and where there is none, what a professional allows.
std::optional<Angle> furthest(StepView step, Side side) {
  if (step.state.aim.target[side]) return step.state.aim.whole[side];
  const bool both = step.plan.exercise.movement.sides == Sides::together;
  std::optional<Angle> most;
  for (const LimitKind kind : {LimitKind::clinician, LimitKind::agreed}) {
    const auto named = both ? std::optional<Side>{} : std::optional{side};
    const auto limit = least_limit(step.person, step.plan.exercise, kind, named);
    if (limit) most = std::min(most.value_or(*limit), *limit);
  }
  return most;
}

}  // namespace

void pursue(Step& step) {
  if (step.state.course.phase != Phase::stretching || step.state.course.stage != Stage::opening || !counted_now(step))
    return;
  const bool both = step.plan.exercise.movement.sides == Sides::together;
  for (const Side side : both_sides) {
    const auto& target = step.state.aim.target[side];
    const std::optional<Angle> most = furthest(step, side);
    if (!most || !fresh(step, side)) continue;
    const Angle now = angle_now(step, side);
    Pursuit& pursuit = step.state.aim.pursuit[side];
    // The first, smaller repetitions lead up to the target: beyond them is not too far yet, beyond the target is.
    if (now > *most + band(step)) {
      if (!pursuit.over_since) pursuit.over_since = step.state.now;
      if (step.state.now - *pursuit.over_since >= over_for) pursuit.over = true;
    } else if (now < *most + back_within) {
      pursuit.over_since.reset();
    }
    // Words at the turn would come too late, so a tone comes before it.
    const StrokeState& stroke = step.state.movement.strokes[both ? Side::left : side];
    if (!target || stroke.stroke != Stroke::out || speed_now(step, side) < moving_speed) continue;
    Pursuit& told = step.state.aim.pursuit[both ? Side::left : side];
    const double ahead = to_seconds(step.plan.options.output_latency + guide_ahead);
    const Angle soon = now + degrees(speed_now(step, side) * ahead);
    const auto named = both ? std::optional<Side>{} : std::optional{side};
    if (!told.near_told && soon >= on_the_way(step, side, 0.9)) {
      told.near_told = true;
      step.emit(Guide{{}, GuideKind::near_target, named});
    }
    if (!told.turn_told && soon >= target->angle) {
      told.turn_told = true;
      step.emit(Guide{{}, GuideKind::turn, named});
    }
  }
}

}  // namespace stretchcore
