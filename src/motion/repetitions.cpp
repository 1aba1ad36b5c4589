#include <algorithm>

#include <stretchcore/motion/repetitions.hpp>

#include "counted.hpp"
#include "excursion.hpp"
#include "hiding.hpp"
#include "movement_made.hpp"
#include "rest_seen.hpp"
#include "sides_seen.hpp"
#include "stroke.hpp"

namespace stretchcore {
namespace {

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

/// A motion of the midline has one channel for both sides, which cannot move at once. Where it is known which side
/// works, what the other does at the same time belongs to it, as in a lunge.
bool stands_alone(const RepetitionPlan& plan, const RepetitionState& state, Side side) {
  if (one_signal(plan) || plan.shows.left.one_way || plan.between || state.working == side) return true;
  const StrokeState& ended = state.strokes[side];
  const StrokeState& other = state.strokes[opposite(side)];
  return state.working ? !detail::at_once(ended, other, plan.least_amplitude * 0.5)
                       : !detail::accompanies(ended, other);
}

}  // namespace

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
      completed.push_back(describe(plan, least, state, neutral, side, named, returned ? stroke.settled : now));
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
    if (plan.guarded[i] == channel && plan.from_neutral(i) && excursion.at_start[i])
      return value - *excursion.at_start[i];
  }
  return value;
}

}  // namespace stretchcore
