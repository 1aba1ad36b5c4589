// Whether the person has slid, and whether left and right have been taken for each other.

#include <algorithm>

#include "engine.hpp"

namespace stretchcore {
namespace {

constexpr Time lies_for{2'000'000'000};          // still, between two movements
constexpr Time corrects_within{10'000'000'000};  // words of a rule are said, and done
constexpr int in_a_row = 3;                      // movements that end with the pelvis aslant, the same way
constexpr Angle least_difference = degrees(6);   // of the sides, before they can be seen to be exchanged
constexpr double alike = 0.25;                   // of that difference

bool swapped(const Bilateral<Angle>& before, const Bilateral<Angle>& now, Angle least) {
  const Angle difference = abs(before.right - before.left);
  if (difference < least) return false;
  return abs(now.left - before.right) <= difference * alike && abs(now.right - before.left) <= difference * alike;
}

}  // namespace

/// Whether the legs lie where they rest between two movements. While a rule pauses the session, movements are not
/// followed; then the legs lie near where the latest one began.
bool Engine::legs_at_home() const {
  const auto& strokes = s_.movement.strokes;
  if (strokes.left.stroke != Stroke::home || strokes.right.stroke != Stroke::home) return false;
  if (moving_phase()) return true;
  for (const Side side : both_sides) {
    const auto& rests = s_.aim.rests[side];
    const Angle now = s_.sight.signals[channel(plan_.movement.motion, side)].smooth();
    if (rests && now > *rests + plan_.movement.floor_amplitude / 2.0) return false;
  }
  return true;
}

/// Whoever lies still with the pelvis elsewhere than at the start has slid, or was moved in the picture. In a pause of
/// a rule they have heard what it waits for, and have had time to do it: who lies still then lies differently now.
void Engine::watch_rest() {
  Sight& sight = s_.sight;
  Rest& rest = sight.rest;
  const Intermission& pause = s_.intermission;
  const bool corrected = s_.course.phase == Phase::paused && pause.cause == PauseCause::rule &&
                         s_.now - pause.since >= corrects_within && primary_fresh();
  const bool watched = (moving_phase() || corrected) && seen() && sight.neutral.captured;
  if (!watched || plan_.options.recorded || !legs_at_home()) {
    rest.since.reset();
    return;
  }
  const References& guarded = plan_.movement.guarded;
  bool quiet = rest.since.has_value();
  for (std::size_t i = 0; i < guarded.size(); ++i) {
    if (health(sight.signals, guarded[i], s_.now) != Health::fresh) continue;
    const Angle value = sight.signals[guarded[i]].smooth();
    QuietTrack& track = rest.track[i];
    track = {std::min(track.lowest, value), std::max(track.highest, value)};
    quiet = quiet && sight.signals[guarded[i]].joined <= *rest.since && track.highest - track.lowest <= quiet_within;
  }
  if (!quiet) {
    rest.since = s_.now;
    for (std::size_t i = 0; i < guarded.size(); ++i) {
      const Angle value = sight.signals[guarded[i]].smooth();
      rest.track[i] = {value, value};
    }
    return;
  }
  if (s_.now - *rest.since < lies_for) return;
  for (std::size_t i = 0; i < guarded.size(); ++i) {
    if (health(sight.signals, guarded[i], s_.now) != Health::fresh) continue;
    move_neutral(i, (rest.track[i].lowest + rest.track[i].highest) / 2.0);
  }
  rest.since.reset();
}

/// Whoever moves without a rest lies still nowhere; then it is where the pelvis is each time the legs come home.
void Engine::watch_aslant() {
  Rest& rest = s_.sight.rest;
  const NeutralState& neutral = s_.sight.neutral;
  if (!neutral.captured || plan_.options.recorded || plan_.sided()) return;
  const Guarded& now = s_.movement.excursions.left.at_start;
  for (std::size_t i = 0; i < plan_.movement.guarded.size(); ++i) {
    const Channel c = plan_.movement.guarded[i];
    if (!now[i] || !neutral.known.contains(c)) continue;
    const bool away = abs(*now[i] - neutral.value[index(c)]) > plan_.movement.tolerance[i];
    const bool same = rest.times[i] == 0 || abs(*now[i] - rest.aslant[i]) <= quiet_within;
    rest.times[i] = !away ? 0 : same ? std::min(rest.times[i], in_a_row) + 1 : 1;
    rest.aslant[i] = *now[i];
    if (rest.times[i] < in_a_row) continue;
    rest.times[i] = 0;
    move_neutral(i, *now[i]);
  }
}

void Engine::move_neutral(std::size_t i, Angle to) {
  NeutralState& neutral = s_.sight.neutral;
  const Channel c = plan_.movement.guarded[i];
  if (!neutral.known.contains(c)) return;
  Angle& value = neutral.value[index(c)];
  if (abs(to - value) <= plan_.movement.tolerance[i]) return;
  emit(NeutralMoved{{}, c, value, to});
  value = to;
  s_.tally.moved = s_.tally.measured;
}

/// Left where right was and right where left was, from one sample to the next: no legs do that.
void Engine::watch_exchange() {
  Sight& sight = s_.sight;
  if (!may_exchange_sides(plan_.options.source) || plan_.only || !sight.covered || !seen()) return;
  if (plan_.exercise.movement.sides == Sides::midline) return;
  const auto signal = [&](Side side) -> const ChannelState& {
    return sight.signals[channel(plan_.movement.motion, side)];
  };
  if (signal(Side::left).at() != s_.now || signal(Side::right).at() != s_.now) return;
  const auto now = each_side([&](Side side) { return signal(side).raw(); });
  const std::optional<Pair> before = sight.pair;
  sight.pair = Pair{s_.now, now};
  const bool in_turn = plan_.sided();  // given time, legs that move in turn do
  if (!before || (in_turn && s_.now - before->at > stale_after)) return;
  if (swapped(before->angle, now, std::max(least_difference, plan_.error.repetition * 3.0))) exchanged();
}

/// The same from one opening to the next, where it came about at home and nothing jumped.
void Engine::watch_exchange(const Repetition& before, const Repetition& now) {
  if (!may_exchange_sides(plan_.options.source) || before.side || now.side) return;
  if (plan_.exercise.movement.sides == Sides::midline) return;
  if (!before.peak.left || !before.peak.right || !now.peak.left || !now.peak.right) return;
  const Bilateral<Angle> first{*before.peak.left, *before.peak.right};
  const Bilateral<Angle> second{*now.peak.left, *now.peak.right};
  if (swapped(first, second, std::max(least_difference, plan_.error.repetition * 3.0))) exchanged();
}

/// No side is named from here on, until they are checked anew.
void Engine::exchanged() {
  Sight& sight = s_.sight;
  s_.tally.sides = SideCheck::exchanged;
  if (sight.sides == SideCheck::exchanged) return;
  sight.sides = SideCheck::exchanged;
  emit(CoverageSet{{}, sight.watched, sight.cued_only, sight.sides});
}

}  // namespace stretchcore
