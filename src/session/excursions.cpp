// Home and the way out from it: where a side rests, what its openings are measured from, and what is little.

#include <algorithm>

#include <stretchcore/balance/compare.hpp>
#include <stretchcore/balance/home.hpp>
#include <stretchcore/balance/target.hpp>

#include "engine.hpp"
#include "gains.hpp"

namespace stretchcore {
namespace {

constexpr int fewest_openings = 3;    // that may lift what earlier ones showed
constexpr double counts_from = 0.6;   // of what a person does, or is asked for
constexpr int alike_in_a_row = 3;     // small openings, before they are taken for what this person does
constexpr double least_share = 0.33;  // of easy: there is no smaller target
constexpr Angle least_shift = degrees(1);

}  // namespace

/// Of each side, the measuring that shows how far it goes: the latest, unless it shows nothing, or shows more by too
/// few openings.
void Engine::determine() {
  Tally& tally = s_.tally;
  if (!seen()) return;
  const Bilateral<Estimate> latest = ranges(openings(s_, tally.latest), plan_.error);
  for (const Side side : both_sides) {
    const Estimate known = ranges(openings(s_, tally.determined[side]), plan_.error)[side];
    const bool lifts = known.known() && latest[side].value > known.value;
    if (latest[side].known() && (!lifts || latest[side].count >= fewest_openings))
      tally.determined[side] = tally.latest;
  }
}

void Engine::note_home(const Bilateral<std::optional<Angle>>& home, const Bilateral<std::optional<Angle>>& peak) {
  for (const Side side : both_sides) {
    if (!home[side]) continue;
    s_.aim.rests[side] = home[side];
    if (peak[side]) s_.aim.reached[side] = peak[side];
  }
}

/// How far home has sunk since the target's openings were measured: a drift of the sensor, or of the body, would else
/// lead beyond the range. That it has risen lifts nothing: legs may rest further open. Small shifts are noise.
void Engine::watch_shift(bool at_rest) {
  if (plan_.options.recorded) return;
  const bool single = plan_.exercise.movement.sides == Sides::together;
  for (const Side side : both_sides) {
    const auto measured = openings(s_, s_.tally.determined[side]);
    const Estimate home = homes(measured, plan_.error)[side];
    if (!home.known()) continue;
    std::optional<Angle> now = s_.aim.rests[side];
    if (at_rest) {
      const Channel c = channel(plan_.movement.motion, side);
      const bool rests = s_.movement.strokes[single ? Side::left : side].stroke == Stroke::home;
      if (rests && health(s_.sight.signals, c, s_.now) == Health::fresh) now = s_.sight.signals[c].smooth();
    }
    if (!now) continue;
    const Angle shift = std::min(*now - home.value, Angle{});
    const Angle noise = std::max(least_shift, plan_.error.repetition / 2.0);
    Angle& sunk = s_.aim.shift[side];
    if (shift >= sunk - noise) continue;
    if (auto& ceiling = s_.aim.ceiling[side]) *ceiling = *ceiling + (shift - sunk);
    sunk = shift;
  }
}

/// What the detector would count for these angles of the sides.
Angle Engine::counted_of(const Bilateral<Angle>& sides, std::optional<Side> moved) const {
  const Movement& movement = plan_.exercise.movement;
  if (movement.sides == Sides::midline || movement.counted_by == CountedBy::leading) {
    return sides[moved.value_or(Side::left)];
  }
  const Angle sum = sides.left + sides.right;
  return movement.counted_by == CountedBy::mean ? sum / 2.0 : sum;
}

/// Whoever makes three free openings in a row that are too small to count, alike in that they are beyond the noise of
/// the source, opens like that: from here on these count. True where that begins anew.
bool Engine::lower_floors() {
  const Course& course = s_.course;
  const bool free = course.phase == Phase::measuring && course.stage == Stage::opening && course.counted == 0;
  const auto& attempts = s_.tally.attempts;
  if (!free || plan_.options.recorded || s_.tally.floors || attempts.size() < alike_in_a_row) return false;
  const Angle least = std::max(least_floor_amplitude, plan_.error.session * 2.0);
  std::optional<Angle> rise;
  std::optional<Angle> level;
  for (auto a = attempts.end() - alike_in_a_row; a != attempts.end(); ++a) {
    if (a->start < course.stage_since || !too_little(a->reason)) return false;
    Bilateral<Angle> peak{};
    Bilateral<Angle> home{};
    for (const Side side : both_sides) {
      if (a->side && *a->side != side) continue;
      if (!a->peak[side] || !a->home[side] || *a->peak[side] - *a->home[side] < least) return false;
      peak[side] = *a->peak[side];
      home[side] = *a->home[side];
    }
    const Angle top = counted_of(peak, a->side);
    const Angle up = top - counted_of(home, a->side);
    rise = std::min(rise.value_or(up), up);
    level = std::min(level.value_or(top), top);
  }
  const Floors own = floors(plan_.movement);
  const Angle counts = *rise * counts_from;
  s_.tally.floors = Floors{std::min(own.amplitude, counts), std::min(own.least, counts),
                           std::min(own.level, *level - *rise * (1.0 - counts_from))};
  s_.movement.floors = s_.tally.floors;
  s_.tally.measuring_from = static_cast<int>(s_.tally.repetitions.size());
  enter(Stage::opening);
  return true;
}

/// What is asked for counts: where a target is lower than what the exercise counts, less counts while it holds.
void Engine::ask_floors() {
  s_.movement.floors = s_.tally.floors;
  if (!aimed() || plan_.options.recorded) return;
  Floors least = s_.tally.floors.value_or(floors(plan_.movement));
  const Floors usual = least;
  for (const Side side : both_sides) {
    const auto& target = s_.aim.target[side];
    if (!target) continue;
    const auto home = each_side([&](Side each) { return s_.aim.home[each] + s_.aim.shift[each]; });
    const Angle low = counted_of(home, side);
    const Angle rise = counted_of({target->angle, target->angle}, side) - low;
    const Angle counts = std::max({rise * counts_from, plan_.movement.floor_amplitude / 4.0, least_floor_amplitude});
    least = {std::min(least.amplitude, counts), std::min(least.least, counts),
             std::min(least.level, low + rise * counts_from)};
  }
  if (least != usual) s_.movement.floors = least;
}

/// The opening that was too much is the one under way, once it is half the way to the target, else the one before. Of
/// two sides the one that went less far counts, if it was moved at all.
void Engine::cap_at_latest() {
  const bool together = plan_.exercise.movement.sides == Sides::together;
  Bilateral<std::optional<Angle>> far = s_.aim.reached;
  const auto home = each_side([&](Side side) { return s_.aim.rests[side].value_or(s_.aim.home[side]); });
  for (const Side side : both_sides) {
    const Side followed = together ? Side::left : side;
    if (s_.movement.strokes[followed].stroke == Stroke::home) continue;
    const Angle smooth = s_.sight.signals[channel(plan_.movement.motion, side)].smooth();
    const auto& peak = s_.movement.excursions[followed].extremes[side].peak.height;
    const Angle under_way = std::max(peak.value_or(smooth), smooth);
    const auto& target = s_.aim.target[side];
    const Angle asked = target ? target->angle : far[side].value_or(under_way);
    if (!far[side] || under_way - home[side] >= (asked - home[side]) * 0.5) far[side] = under_way;
  }
  const auto went = each_side([&](Side side) { return far[side] ? *far[side] - home[side] : Angle{}; });
  const Angle most = std::max(went.left, went.right);
  std::optional<Angle> least;
  for (const Side side : both_sides) {
    if (!far[side] || (together && went[side] * 2.0 < most)) continue;
    const Angle next = home[side] + std::max(went[side], Angle{}) * eased_by;
    auto& ceiling = s_.aim.ceiling[side];
    ceiling = std::min(ceiling.value_or(next), next);
    least = std::min(least.value_or(*ceiling), *ceiling);
  }
  if (together && least) s_.aim.ceiling = {least, least};
}

/// Whether there is no smaller target that would still be an opening.
bool Engine::at_the_smallest() const {
  if (!aimed()) return s_.aim.eased <= least_eased;
  const Movement& movement = plan_.exercise.movement;
  const bool sum = movement.sides != Sides::midline && movement.counted_by == CountedBy::sum;
  const Angle floor = s_.tally.floors.value_or(floors(plan_.movement)).least * (sum ? 0.5 : 1.0);
  for (const Side side : both_sides) {
    const auto& ceiling = s_.aim.ceiling[side];
    if (!ceiling || !s_.aim.target[side]) continue;
    const Angle home = s_.aim.home[side] + s_.aim.shift[side];
    if (*ceiling - home < std::max(floor, (s_.aim.easy[side] - home) * least_share)) return true;
  }
  return false;
}

/// So large a share of the way from home to the target.
Angle Engine::on_the_way(Side side, double share) const {
  const Angle home = s_.aim.home[side] + s_.aim.shift[side];
  const Angle target = s_.aim.target[side] ? s_.aim.target[side]->angle : home;
  return home + (target - home) * share;
}

}  // namespace stretchcore
