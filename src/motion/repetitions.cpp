#include <algorithm>

#include <stretchcore/motion/repetitions.hpp>

namespace stretchcore {
namespace {

constexpr Time settled_after{300'000'000};  // a movement has ended when it has gone no lower for this long

bool fresh(const SignalState& signals, Channel c, Time now) { return health(signals, c, now) == Health::fresh; }

bool one_signal(const RepetitionPlan& plan) {
  return plan.counted_by != CountedBy::leading || plan.sides == Sides::midline;
}

/// The counted signal comes back with this sample: what it did meanwhile was not seen.
bool came_back(const RepetitionPlan& plan, const SignalState& signals, Time now, Side side) {
  const Bilateral<Channel> channels = plan.channels();
  if (!one_signal(plan)) return signals[channels[side]].joined == now;
  return signals[channels.left].joined == now || signals[channels.right].joined == now;
}

enum class Turn { none, began, ended };

Turn follow(StrokeState& s, Angle value, Time now, Angle floor) {
  const Angle onset = floor * 0.5;
  switch (s.stroke) {
    case Stroke::home:
      if (!s.primed || value < s.valley) s.valley = value;
      s.primed = true;
      if (value <= s.valley + onset * 0.25) s.left_valley = now;
      if (value - s.valley < onset) return Turn::none;
      s.stroke = Stroke::out;
      s.peak = s.stay_level = value;
      s.peak_time = s.stayed_from = s.stayed_to = now;
      return Turn::began;
    case Stroke::out: {
      if (value > s.peak) {
        s.peak = value;
        s.peak_time = now;
      }
      const Angle rise = s.peak - s.valley;
      const Angle near = std::max(rise * 0.1, onset * 0.25);
      if (value > s.stay_level + near) {
        s.stay_level = value;
        s.stayed_from = now;
      }
      if (value >= s.peak - near) s.stayed_to = now;
      if (value > s.peak - std::max(rise * 0.5, onset)) return Turn::none;
      s.stroke = Stroke::returning;
      s.low = s.settled_low = value;
      s.settled = now;
      return Turn::none;
    }
    case Stroke::returning:
      s.low = std::min(s.low, value);
      if (value < s.settled_low - onset * 0.15) {
        s.settled_low = value;
        s.settled = now;
      }
      if (value < s.low + onset && now - s.settled < settled_after) return Turn::none;
      return Turn::ended;
  }
  return Turn::none;
}

void go_home(StrokeState& s) {
  s.last_rise = s.peak - s.valley;
  s.last_from = s.left_valley;
  s.last_to = s.settled;
  s.stroke = Stroke::home;
  s.valley = s.low;
  s.left_valley = s.settled;
}

/// Of two legs that move at once one leads; the smaller movement only accompanies it.
bool accompanies(const StrokeState& ended, const StrokeState& other) {
  const Angle rise = ended.peak - ended.valley;
  if (other.stroke != Stroke::home) return other.peak - other.valley > rise;
  return other.last_rise > rise && other.last_to > ended.left_valley && other.last_from < ended.settled;
}

void remember_start(const RepetitionPlan& plan, RepetitionState& state, const SignalState& signals, Time now) {
  for (std::size_t i = 0; i < plan.guarded.size(); ++i) {
    const Channel c = plan.guarded[i];
    state.start_reference[i] = fresh(signals, c, now) ? std::optional{signals[c].smooth} : std::nullopt;
  }
}

void track_extremes(const RepetitionPlan& plan, RepetitionState& state, const SignalState& signals,
                    const NeutralState& neutral, Time now) {
  bool quiet = true;
  for (std::size_t i = 0; i < plan.guarded.size(); ++i) {
    const Channel c = plan.guarded[i];
    const bool known = (neutral.captured && neutral.known.contains(c)) || state.start_reference[i];
    if (!known || !fresh(signals, c, now)) {
      state.guard_seen = false;
    } else if (abs(from_neutral(plan, state, signals, neutral, c)) > plan.tolerance[i]) {
      quiet = false;
    }
  }
  for (const Side side : both_sides) {
    const Channel c = plan.channels()[side];
    if (!fresh(signals, c, now)) continue;
    ExtremeState& extreme = state.extremes[side];
    const Angle value = signals[c].smooth;
    if (!extreme.peak || value > *extreme.peak) {
      extreme.peak = value;
      extreme.peak_time = now;
    }
    if (quiet && (!extreme.reach || value > *extreme.reach)) extreme.reach = value;
  }
}

void forget_movement(RepetitionState& state) {
  state.extremes = {};
  state.guard_seen = true;
  state.lost = false;
}

std::optional<AttemptReason> why_not(const RepetitionPlan& plan, const RepetitionState& state, const StrokeState& s) {
  if (state.lost) return AttemptReason::signal_lost;
  if (s.stroke == Stroke::out) return AttemptReason::unfinished;
  if (s.peak - s.valley < plan.floor_amplitude) return AttemptReason::too_small;
  if (s.peak < plan.floor_level) return AttemptReason::too_low;
  if (s.settled - s.left_valley < plan.shortest) return AttemptReason::too_short;
  return std::nullopt;
}

std::variant<Repetition, Attempt> describe(const RepetitionPlan& plan, const RepetitionState& state,
                                           const NeutralState& neutral, const StrokeState& s, std::optional<Side> side,
                                           Time end) {
  const auto peak = each_side([&](Side each) { return state.extremes[each].peak; });
  if (const auto reason = why_not(plan, state, s)) return Attempt{side, s.left_valley, end, peak, *reason};
  Repetition r;
  r.side = side;
  r.start = s.left_valley;
  r.end = end;
  r.peak = peak;
  r.peak_time = each_side([&](Side each) { return state.extremes[each].peak_time; });
  r.reach = each_side([&](Side each) { return state.extremes[each].reach; });
  r.pelvis_seen = !plan.guarded.empty() && state.guard_seen;
  r.neutral_assumed = !plan.guarded.empty() && !neutral.captured;
  r.tempo = {s.stayed_from - r.start, s.stayed_to - s.stayed_from, end - s.stayed_to};
  return r;
}

}  // namespace

RepetitionPlan repetition_plan(const Exercise& exercise) {
  const Movement& movement = exercise.movement;
  RepetitionPlan plan;
  plan.motion = movement.motion;
  plan.sides = movement.sides;
  plan.counted_by = movement.counted_by;
  plan.floor_amplitude = movement.floor_amplitude;
  plan.floor_level = movement.floor_level;
  plan.shortest = movement.shortest_repetition;
  for (const Guard& guard : exercise.guards) {
    for (const Side side : both_sides) {
      if (side == Side::right && !paired(guard.motion)) continue;
      plan.tolerance[plan.guarded.size()] = guard.tolerance;
      plan.guarded.push_back(channel(guard.motion, side));
    }
  }
  return plan;
}

std::optional<Angle> counted_signal(const RepetitionPlan& plan, const SignalState& signals, Time now, Side side) {
  const Bilateral<Channel> channels = plan.channels();
  if (!one_signal(plan) || plan.sides == Sides::midline) {
    if (!fresh(signals, channels[side], now)) return std::nullopt;
    return signals[channels[side]].smooth;
  }
  if (!fresh(signals, channels.left, now) || !fresh(signals, channels.right, now)) return std::nullopt;
  const Angle sum = signals[channels.left].smooth + signals[channels.right].smooth;
  return plan.counted_by == CountedBy::mean ? sum / 2.0 : sum;
}

Movements detect(const RepetitionPlan& plan, RepetitionState& state, const SignalState& signals,
                 const NeutralState& neutral, Time now) {
  Movements completed;
  const bool single = one_signal(plan);
  Bilateral<Turn> turn{Turn::none, Turn::none};
  for (const Side side : both_sides) {
    if (single && side == Side::right) continue;
    StrokeState& stroke = state.strokes[side];
    const std::optional<Angle> value = counted_signal(plan, signals, now, side);
    if (!value || came_back(plan, signals, now, side)) {
      if (stroke.stroke != Stroke::home) {
        state.lost = true;
      } else {
        stroke.primed = false;
      }
    }
    if (value) turn[side] = follow(stroke, *value, now, plan.floor_amplitude);
  }
  const bool resting = state.strokes.left.stroke == Stroke::home && state.strokes.right.stroke == Stroke::home;
  if (resting && (state.strokes.left.left_valley == now || state.strokes.right.left_valley == now)) {
    remember_start(plan, state, signals, now);
  }
  if (!resting) track_extremes(plan, state, signals, neutral, now);
  for (const Side side : both_sides) {
    if (turn[side] != Turn::ended) continue;
    StrokeState& stroke = state.strokes[side];
    const auto named = single ? std::optional<Side>{} : std::optional{side};
    if (single || !accompanies(stroke, state.strokes[opposite(side)])) {
      completed.push_back(describe(plan, state, neutral, stroke, named, stroke.settled));
    }
    go_home(stroke);
    if (state.strokes[opposite(side)].stroke == Stroke::home) forget_movement(state);
  }
  return completed;
}

Movements finish_movement(const RepetitionPlan& plan, RepetitionState& state, const NeutralState& neutral, Time now) {
  Movements completed;
  for (const Side side : both_sides) {
    StrokeState& stroke = state.strokes[side];
    if (stroke.stroke == Stroke::home) continue;
    const bool single = one_signal(plan);
    const bool returned = stroke.stroke == Stroke::returning;
    if (single || !accompanies(stroke, state.strokes[opposite(side)])) {
      completed.push_back(describe(plan, state, neutral, stroke, single ? std::optional<Side>{} : std::optional{side},
                                   returned ? stroke.settled : now));
    }
    if (!returned) {
      stroke.low = stroke.peak;
      stroke.settled = now;
    }
    go_home(stroke);
    stroke.primed = false;
  }
  forget_movement(state);
  return completed;
}

Angle from_neutral(const RepetitionPlan& plan, const RepetitionState& state, const SignalState& signals,
                   const NeutralState& neutral, Channel channel) {
  const Angle value = signals[channel].smooth;
  if (neutral.captured) return neutral.known.contains(channel) ? value - neutral.value[index(channel)] : value;
  for (std::size_t i = 0; i < plan.guarded.size(); ++i) {
    if (plan.guarded[i] == channel && state.start_reference[i]) return value - *state.start_reference[i];
  }
  return value;
}

}  // namespace stretchcore
