// How the person lies: neutral when it is captured, and when they have slid.

#include <algorithm>

#include "session/seen_side.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {
namespace {

constexpr Time lies_for{2'000'000'000};          // still, between two movements
constexpr Time corrects_within{10'000'000'000};  // the person has heard the words of a rule, and done what they say
constexpr int aslant_in_a_row = 3;               // movements that end with the pelvis aslant, the same way

/// The legs lie where they rest between two movements. While a rule pauses the session, movements are not
/// followed; then the legs lie near where the latest one began.
bool legs_at_home(StepView step) {
  const auto& strokes = step.state.movement.strokes;
  if (strokes.left.stroke != Stroke::home || strokes.right.stroke != Stroke::home) return false;
  if (moving(step)) return true;
  for (const Side side : both_sides) {
    const auto& rests = step.state.aim.rests[side];
    const Angle now = angle_now(step, side);
    if (rests && now > *rests + step.plan.movement.floor_amplitude / 2.0) return false;
  }
  return true;
}

void move_neutral(Step& step, std::size_t i, Angle to) {
  NeutralState& neutral = step.state.sight.neutral;
  const Channel c = step.plan.movement.guarded[i];
  if (!step.plan.movement.from_neutral(i) || !neutral.known.contains(c)) return;
  Angle& value = neutral.value[index(c)];
  if (abs(to - value) <= step.plan.movement.tolerance[i]) return;
  step.emit(NeutralMoved{{}, c, value, to});
  value = to;
  step.state.tally.moved = step.state.tally.measured;
}

}  // namespace

void watch_stillness(Step& step) {
  ChannelSet watched = step.plan.primary;
  for (const Channel c : step.plan.references) {
    if (health(step.state.sight.signals_, c, step.state.now) == Health::fresh) watched.insert(c);
  }
  capture_neutral(step.state.sight.neutral, step.state.sight.signals_, step.state.now, watched, step.plan.references);
}

void watch_rest(Step& step) {
  Sight& sight = step.state.sight;
  Rest& rest = sight.rest;
  const Intermission& pause = step.state.intermission;
  const bool corrected = step.state.course.phase == Phase::paused && pause.cause == PauseCause::rule &&
                         step.state.now - pause.since >= corrects_within && primary_fresh(step);
  const bool watched = (moving(step) || corrected) && seen(step) && sight.neutral.captured;
  if (!watched || step.plan.options.recorded || !legs_at_home(step)) {
    rest.since.reset();
    return;
  }
  const References& guarded = step.plan.movement.guarded;
  bool quiet = rest.since.has_value();
  for (std::size_t i = 0; i < guarded.size(); ++i) {
    if (health(sight.signals_, guarded[i], step.state.now) != Health::fresh) continue;
    const Angle value = sight.signals_[guarded[i]].smooth();
    QuietTrack& track = rest.track[i];
    track = {std::min(track.lowest, value), std::max(track.highest, value)};
    quiet = quiet && sight.signals_[guarded[i]].joined <= *rest.since && track.highest - track.lowest <= quiet_within;
  }
  if (!quiet) {
    rest.since = step.state.now;
    for (std::size_t i = 0; i < guarded.size(); ++i) {
      const Angle value = sight.signals_[guarded[i]].smooth();
      rest.track[i] = {value, value};
    }
    return;
  }
  if (step.state.now - *rest.since < lies_for) return;
  for (std::size_t i = 0; i < guarded.size(); ++i) {
    if (health(sight.signals_, guarded[i], step.state.now) != Health::fresh) continue;
    move_neutral(step, i, (rest.track[i].lowest + rest.track[i].highest) / 2.0);
  }
  rest.since.reset();
}

void watch_aslant(Step& step) {
  Rest& rest = step.state.sight.rest;
  const NeutralState& neutral = step.state.sight.neutral;
  if (!neutral.captured || step.plan.options.recorded || step.plan.sided()) return;
  const Guarded& now = step.state.movement.excursions.left.at_start;
  for (std::size_t i = 0; i < step.plan.movement.guarded.size(); ++i) {
    const Channel c = step.plan.movement.guarded[i];
    if (!now[i] || !neutral.known.contains(c)) continue;
    const bool away = abs(*now[i] - neutral.value[index(c)]) > step.plan.movement.tolerance[i];
    const bool same = rest.times[i] == 0 || abs(*now[i] - rest.aslant[i]) <= quiet_within;
    rest.times[i] = !away ? 0 : same ? std::min(rest.times[i], aslant_in_a_row) + 1 : 1;
    rest.aslant[i] = *now[i];
    if (rest.times[i] < aslant_in_a_row) continue;
    rest.times[i] = 0;
    move_neutral(step, i, *now[i]);
  }
}

}  // namespace stretchcore
