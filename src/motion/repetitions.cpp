#include <algorithm>
#include <numbers>
#include <string>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/repetitions.hpp>

#include "excursion.hpp"
#include "hiding.hpp"
#include "sides_seen.hpp"
#include "stroke.hpp"

namespace stretchcore {
namespace {

constexpr Angle clearly_below = degrees(-9.5);  // 0°, more than a sensor's zero is off
constexpr double share_against = 0.1;  // of the rise of both sides, by which one closes to count as going against it

bool one_signal(const RepetitionPlan& plan) {
  return plan.counted_by != CountedBy::leading || plan.sides == Sides::midline;
}

/// The signal that is counted, for what it is worth while it is not seen. No optional: made in memory, it would have to
/// be waited for.
struct Counted {
  Angle value;
  bool seen;
  Time at;  ///< of the latest number of it
};

inline Counted counted(const RepetitionPlan& plan, const SidesSeen& sides, Side side) {
  if (!one_signal(plan) || plan.sides == Sides::midline) {
    const Sighting& one = sides[side];
    return {one.smooth, one.followed, one.at};
  }
  const Sighting& left = sides[Side::left];
  const Sighting& right = sides[Side::right];
  const Angle sum = left.smooth + right.smooth;
  return {plan.counted_by == CountedBy::mean ? sum / 2.0 : sum, left.followed && right.followed,
          std::min(left.at, right.at)};
}

bool of_both(const RepetitionPlan& plan) {
  return plan.sides == Sides::together && plan.counted_by != CountedBy::leading;
}

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

constexpr Time calm_for{250'000'000};     // at the beginning: then it began at rest
constexpr Angle calm_within = degrees(1.5);

void note_first(const RepetitionPlan& plan, RepetitionState& state, const Sightings& seen, Time now) {
  const auto one = [&](Side side) -> const Sighting& { return seen[plan.shows[side].channel]; };
  if (state.first_at < Time{0}) {
    if (!one(Side::left).followed || !one(Side::right).followed) return;
    state.first = each_side([&](Side side) { return one(side).smooth; });
    state.first_at = now;
    return;
  }
  if (state.began_moving || now - state.first_at > calm_for) return;
  for (const Side side : both_sides) {
    if (one(side).followed && abs(one(side).raw - state.first[side]) > calm_within) state.began_moving = true;
  }
}

/// Where a side lay before it moved, in the direction of the movement, if that is known.
std::optional<Angle> rest_of(const RepetitionPlan& plan, const RepetitionState& state, const NeutralState& neutral,
                             Side side, Angle zero) {
  const SideSignal& signal = plan.shows[side];
  const bool captured = neutral.captured && (neutral.rested | neutral.known).contains(signal.channel);
  if (captured) return signal.of(neutral.value[index(signal.channel)], zero);
  if (neutral.captured || state.began_moving || state.first_at < Time{0}) return std::nullopt;
  return signal.of(state.first[side], zero);
}

/// The same of the signal that is counted.
std::optional<Angle> counted_rest(const RepetitionPlan& plan, const RepetitionState& state,
                                  const NeutralState& neutral, Side side) {
  const Angle zero = zero_of(plan, state, neutral);
  const auto rest = [&](Side each) { return rest_of(plan, state, neutral, each, zero); };
  // Whoever is seen to lie still beyond the level may as well lie in the stretch, or turn there.
  const auto likely = [&](Angle found) {
    const bool beyond = plan.floor_level > Angle{} && found >= plan.floor_level;
    return beyond ? std::optional<Angle>{} : std::optional{found};
  };
  const auto left = rest(Side::left);
  const auto right = rest(Side::right);
  const auto one = rest(side);
  if (!one_signal(plan) || plan.sides == Sides::midline) return one ? likely(*one) : std::nullopt;
  if (!left || !right) return std::nullopt;
  return likely(plan.counted_by == CountedBy::mean ? (*left + *right) / 2.0 : *left + *right);
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
  if (s.peak - level_ground(rest.value_or(home)) < floors.level) return low(AttemptReason::too_low);
  if (rest && wrong_way(plan, floors, s, *rest)) return AttemptReason::wrong_way;
  if (s.settled - s.left_valley < plan.shortest) return AttemptReason::too_short;
  if (opposed(plan, excursion)) return AttemptReason::opposed;
  return std::nullopt;
}

/// What each side adds to the signal of both at its valley, its peak, and where it comes back to.
void note_sides(Excursion& excursion, const StrokeState& stroke, const SidesSeen& seen, Angle both, Time now) {
  const auto sides = [&] { return each_side([&](Side each) { return seen[each].smooth; }); };
  if (stroke.stroke == Stroke::home) {
    if (both == stroke.valley) excursion.sides_at_start = sides();
    return;
  }
  if (stroke.peak_time == now) excursion.sides_at_peak = sides();
  if (stroke.stroke == Stroke::returning && both == stroke.low) excursion.sides_at_low = sides();
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

/// What is known of the next movement when one has ended.
Excursion following(const Excursion& ended, const StrokeState& stroke) {
  Excursion next;
  next.at_start = ended.at_low;
  next.sides_at_start = ended.sides_at_low;
  for (const Hidden& gap : ended.hidden) {
    if (gap.to > stroke.left_valley) next.hidden.push_back(gap);
  }
  next.start_hidden = !next.hidden.empty() && next.hidden.front().from - stroke.left_valley <= at_edge;
  return next;
}

/// A motion of the midline has one channel for both sides, which cannot move at once.
bool stands_alone(const RepetitionPlan& plan, const RepetitionState& state, Side side) {
  if (one_signal(plan) || plan.shows.left.one_way || plan.between) return true;
  return !detail::accompanies(state.strokes[side], state.strokes[opposite(side)]);
}

/// Standard errors of the counted signal for one of a side's angle.
double error_of_count(const Movement& movement) {
  const bool of_both = movement.sides != Sides::midline;
  if (of_both && movement.counted_by == CountedBy::sum) return std::numbers::sqrt2;
  if (of_both && movement.counted_by == CountedBy::mean) return 1.0 / std::numbers::sqrt2;
  return 1.0;
}

/// A side that moves, or rests, has a guard while that stroke, or the other, is under way. A band that is not wider than
/// twice the error of the source is not judged.
void add_guard(RepetitionPlan& plan, const Guard& guard, Side side, const ErrorModel& error, std::size_t place) {
  if (side == Side::right && !paired(guard.motion)) return;
  const std::size_t i = plan.guarded.size();
  Angle tolerance = guard.tolerance;
  Angle middle{};
  if (guard.from == GuardedFrom::band) {
    const Angle half = (*guard.high - *guard.low) / 2.0;
    if (half < error.session * 2.0) return;
    middle = *guard.low + half;
    tolerance = half + error.session * 2.0;
  }
  if (i == plan.guarded.capacity()) {
    throw InvalidModel("guards[" + std::to_string(place) + "]",
                       "does not fit: guards stand for more than " + std::to_string(most_references) +
                           " channels; leave out the one that matters least");
  }
  plan.tolerance[i] = tolerance;
  plan.middle[i] = middle;
  plan.from[i] = guard.from;
  if (!one_signal(plan) && guard.side != GuardedSide::both) {
    plan.moving[i] = guard.side == GuardedSide::moving ? side : opposite(side);
  }
  plan.guarded.push_back(channel(guard.motion, side));
}

}  // namespace

RepetitionPlan repetition_plan(const Exercise& exercise, const ErrorModel& error) {
  const Movement& movement = exercise.movement;
  RepetitionPlan plan;
  if (movement.motion) plan.shows = side_signals(movement);
  plan.between = movement.direction == MotionDirection::both;
  plan.sides = movement.sides;
  plan.counted_by = movement.counted_by;
  plan.floor_amplitude = movement.floor_amplitude;
  plan.least_amplitude =
      std::max(movement.floor_amplitude - error_of_count(movement) * error.repetition, movement.floor_amplitude * 0.5);
  plan.floor_level = movement.floor_level;
  plan.shortest = movement.shortest_repetition;
  plan.side_error = error.repetition;
  plan.least_movement = least_movement(error);
  for (std::size_t i = 0; i < exercise.guards.size(); ++i) {
    for (const Side side : both_sides) add_guard(plan, exercise.guards[i], side, error, i);
  }
  return plan;
}

Bilateral<SideSignal> side_signals(const Movement& movement) {
  const bool one_way = left_and_right_of_midline(movement);
  return each_side([&](Side side) {
    const bool turned = one_way ? side == Side::right : movement.direction == MotionDirection::negative;
    return SideSignal{channel(*movement.motion, side), turned ? -1.0 : 1.0, one_way};
  });
}

Angle zero_of(const RepetitionPlan& plan, const RepetitionState& state, const NeutralState& neutral) {
  const SideSignal& signal = plan.shows.left;
  if (!signal.one_way) return {};
  const bool captured = neutral.captured && neutral.known.contains(signal.channel);
  return captured ? neutral.value[index(signal.channel)] : state.first.left;
}

std::optional<Angle> counted_signal(const RepetitionPlan& plan, const Sightings& seen, Side side, Angle zero) {
  const Counted signal = counted(plan, SidesSeen{plan, seen, zero}, side);
  return signal.seen ? std::optional{signal.value} : std::nullopt;
}

Movements detect(const RepetitionPlan& plan, RepetitionState& state, const SignalState& signals,
                 const NeutralState& neutral, Time now) {
  ChannelSet wanted{plan.channels().left, plan.channels().right};
  for (const Channel c : plan.guarded) wanted.insert(c);
  return detect(plan, state, Sightings{signals, wanted, now}, neutral, now);
}

Movements detect(const RepetitionPlan& plan, RepetitionState& state, const Sightings& seen, const NeutralState& neutral,
                 Time now) {
  Movements completed;
  const bool single = one_signal(plan);
  const Floors least = state.floors.value_or(floors(plan));
  note_first(plan, state, seen, now);
  const SidesSeen sides{plan, seen, zero_of(plan, state, neutral)};
  Bilateral<bool> ended{};
  for (const Side side : both_sides) {
    if (single && side == Side::right) continue;
    StrokeState& stroke = state.strokes[side];
    Excursion& excursion = state.excursions[side];
    const Counted signal = counted(plan, sides, side);
    watch_gaps(stroke, excursion, signal.seen, signal.at, now);
    if (signal.seen) ended[side] = detail::follow(stroke, signal.value, now, least.amplitude);
    const bool moving = stroke.stroke != Stroke::home;
    if (!moving && signal.seen && stroke.left_valley == now) {
      excursion.hidden.clear();
      excursion.start_hidden = false;
    }
    if (signal.seen && of_both(plan)) note_sides(excursion, stroke, sides, signal.value, now);
    if (moving && stroke.settled == now) excursion.at_low = guarded_now(plan, seen);
    if (!moving && signal.seen && stroke.left_valley == now) excursion.at_start = guarded_now(plan, seen);
    track(plan, excursion, state.recent[side], {seen, sides, side}, neutral, now, moving);
  }
  for (const Side side : both_sides) {
    if (!ended[side]) continue;
    StrokeState& stroke = state.strokes[side];
    if (stands_alone(plan, state, side)) {
      const auto named = single ? std::optional<Side>{} : std::optional{side};
      completed.push_back(describe(plan, least, state, neutral, side, named, stroke.settled));
    }
    detail::go_home(stroke);
    state.excursions[side] = following(state.excursions[side], stroke);
  }
  return completed;
}

Movements finish_movement(const RepetitionPlan& plan, RepetitionState& state, const NeutralState& neutral, Time now) {
  Movements completed;
  const bool single = one_signal(plan);
  const Floors least = state.floors.value_or(floors(plan));
  for (const Side side : both_sides) {
    StrokeState& stroke = state.strokes[side];
    if (stroke.stroke == Stroke::home) continue;
    if (now - stroke.seen > stale_after) state.excursions[side].lost = true;  // it never came back into sight
    track_to_the_end(plan, state.excursions[side], state.recent[side]);
    const bool returned = stroke.stroke == Stroke::returning;
    if (stands_alone(plan, state, side)) {
      const auto named = single ? std::optional<Side>{} : std::optional{side};
      completed.push_back(
          describe(plan, least, state, neutral, side, named, returned ? stroke.settled : now));
    }
    if (!returned) {
      stroke.low = stroke.peak;
      stroke.settled = now;
    }
    detail::go_home(stroke);
    stroke.primed = false;
    state.excursions[side] = {};
  }
  return completed;
}

Angle from_neutral(const RepetitionPlan& plan, const RepetitionState& state, const SignalState& signals,
                   const NeutralState& neutral, Channel channel) {
  return from_neutral(plan, state, neutral, channel, signals[channel].smooth());
}

Angle from_neutral(const RepetitionPlan& plan, const RepetitionState& state, const NeutralState& neutral,
                   Channel channel, Angle value) {
  if (neutral.captured) return neutral.known.contains(channel) ? value - neutral.value[index(channel)] : value;
  const bool right = state.strokes.left.stroke == Stroke::home && state.strokes.right.stroke != Stroke::home;
  const Excursion& excursion = state.excursions[right ? Side::right : Side::left];
  for (std::size_t i = 0; i < plan.guarded.size(); ++i) {
    if (plan.guarded[i] == channel && plan.from_neutral(i) && excursion.at_start[i]) return value - *excursion.at_start[i];
  }
  return value;
}

}  // namespace stretchcore
