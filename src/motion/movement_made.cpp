#include "movement_made.hpp"

#include "counted.hpp"
#include "excursion.hpp"
#include "hiding.hpp"
#include "rest_seen.hpp"
#include "stroke.hpp"

namespace stretchcore {
namespace {

constexpr Angle clearly_below = degrees(-9.5);  // 0°, more than a sensor's zero is off
constexpr double share_against = 0.1;  // of the rise of both sides, by which one closes to count as going against it

/// Whether one side opened while the other closed, as where the pelvis turns between quiet legs.
bool opposed(const RepetitionPlan& plan, const Excursion& excursion) {
  if (!of_both(plan)) return false;
  const auto rise = each_side([&](Side s) { return excursion.sides_at_peak[s] - excursion.sides_at_start[s]; });
  return std::min(rise.left, rise.right) + plan.side_error < (rise.left + rise.right) * -share_against;
}

/// Where a movement began: the lower of both ends of its way, where it goes between two ends.
Angle began(const RepetitionPlan& plan, const StrokeState& s) {
  return plan.between ? std::min(s.valley, s.low) : s.valley;
}

/// A movement that went from rest the other way and came back rises, too.
bool wrong_way(const RepetitionPlan& plan, const Floors& floors, const StrokeState& s, Angle rest) {
  const Angle half = floors.least * 0.5;
  return !plan.between && s.peak < rest + half && s.valley < rest - half;
}

/// What a level is above: 0°, or where the person rested, if that is clearly below it.
Angle level_ground(Angle rest) { return rest < clearly_below ? rest : Angle{}; }

std::optional<AttemptReason> why_not(const RepetitionPlan& plan, const Floors& floors, const Excursion& excursion,
                                     const StrokeState& s, const std::optional<Angle>& rest) {
  if (excursion.lost || may_be_two(plan, excursion, s)) return AttemptReason::signal_lost;
  if (s.stroke == Stroke::out) return AttemptReason::unfinished;
  // What was lower than it must be where it was seen may have been high enough where it was not.
  const bool unsure = hides_peak(excursion, Side::left) || hides_peak(excursion, Side::right);
  const auto low = [&](AttemptReason reason) { return unsure ? AttemptReason::signal_lost : reason; };
  const Angle home = began(plan, s);
  if (s.peak - home < floors.least) return low(AttemptReason::too_small);
  if (rest && wrong_way(plan, floors, s, *rest)) return AttemptReason::wrong_way;
  if (s.peak - level_ground(rest.value_or(home)) < floors.level) return low(AttemptReason::too_low);
  if (s.settled - s.left_valley < plan.shortest) return AttemptReason::too_short;
  if (opposed(plan, excursion)) return AttemptReason::opposed;
  return std::nullopt;
}

/// Where a side rests before and after this movement: the lower of the two, so that a movement that does not come all
/// the way back has the home of its start.
std::optional<Angle> home_of(const RepetitionPlan& plan, const Excursion& excursion, const StrokeState& stroke,
                             std::optional<Side> moved, Side side) {
  if (of_both(plan)) return std::min(excursion.sides_at_start[side], excursion.sides_at_low[side]);
  if (moved && *moved != side) return std::nullopt;
  if (const auto& dip = excursion.extremes[side].dip; plan.between && dip) return dip;
  return std::min(stroke.valley, stroke.low);
}

/// Of a movement of both sides, the one that was not moved while the other was: where it lies is not how far it goes.
std::optional<Side> still_side(const RepetitionPlan& plan, const Bilateral<std::optional<Angle>>& peak,
                               const Bilateral<std::optional<Angle>>& home) {
  if (!of_both(plan) || !peak.left || !peak.right || !home.left || !home.right) return std::nullopt;
  const auto went = each_side([&](Side side) { return *peak[side] - *home[side]; });
  const Side less = went.left < went.right ? Side::left : Side::right;
  const bool still = went[less] < plan.least_movement && went[opposite(less)] >= plan.least_movement * 2.0;
  return still ? std::optional{less} : std::nullopt;
}

}  // namespace

std::variant<Repetition, Attempt> describe(const RepetitionPlan& plan, const Floors& floors,
                                           const RepetitionState& state, const NeutralState& neutral, Side stroke,
                                           std::optional<Side> side, Time end) {
  const StrokeState& s = state.strokes[stroke];
  const Excursion& excursion = state.excursions[stroke];
  const auto shown = each_side([&](Side each) { return !hides_peak(excursion, each); });
  const auto peak = each_side(
      [&](Side each) { return shown[each] ? angle_of(excursion.extremes[each].peak) : std::optional<Angle>{}; });
  const auto home = each_side([&](Side each) { return home_of(plan, excursion, s, side, each); });
  if (const auto reason = why_not(plan, floors, excursion, s, counted_rest(plan, state, neutral, stroke)))
    return Attempt{side, s.left_valley, end, peak, *reason, home};
  Repetition r;
  r.side = side;
  r.start = s.left_valley;
  r.end = end;
  r.peak = peak;
  r.peak_time = each_side([&](Side each) { return excursion.extremes[each].peak.at; });
  r.reach =
      each_side([&](Side each) { return shown[each] ? reach_of(excursion.extremes[each]) : std::optional<Angle>{}; });
  if (const auto still = still_side(plan, peak, home)) r.reach[*still].reset();
  r.home = home;
  r.peak_speed = each_side([&](Side each) {
    const double speed = excursion.extremes[each].speed;
    return speed < 0.0 ? std::optional<double>{} : std::optional{speed};
  });
  r.pelvis_seen = !plan.guarded.empty() && excursion.guard_seen;
  r.neutral_assumed = !plan.guarded.empty() && !neutral.captured;
  r.tempo = {s.stayed_from - r.start, s.stayed_to - s.stayed_from, end - s.stayed_to};
  return r;
}

}  // namespace stretchcore
