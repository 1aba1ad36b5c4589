// Keeping time: openings without a sensor, and holds.

#include <algorithm>

#include "engine.hpp"

namespace stretchcore {
namespace {

constexpr Time into_a_hold{3'000'000'000};  // out and back of a held stretch
constexpr double near_share = 0.8;          // of the target: close enough to count as held
constexpr double home_share = 0.4;          // of the target: came back

template <class Kind, class Read>
auto of(const Effort& effort, Read read, decltype(read(Kind{})) otherwise) {
  const auto* kind = std::get_if<Kind>(&effort);
  return kind ? read(*kind) : otherwise;
}

}  // namespace

Time Engine::out_time() const {
  return of<Repeat>(
      plan_.exercise.movement.effort, [](const Repeat& r) { return r.out; }, into_a_hold);
}

Time Engine::back_time() const {
  return of<Repeat>(
      plan_.exercise.movement.effort, [](const Repeat& r) { return r.back; }, into_a_hold);
}

Time Engine::press_time() const {
  return of<ContractRelax>(
      plan_.exercise.movement.effort, [](const ContractRelax& c) { return c.contract; }, Time{0});
}

/// How long to stay; a free opening is not held.
Time Engine::hold_time() const {
  if (s_.course.phase != Phase::stretching) return Time{0};
  const Effort& effort = plan_.exercise.movement.effort;
  const Time relaxed = of<ContractRelax>(
      effort, [](const ContractRelax& c) { return c.hold; }, Time{0});
  return of<Hold>(
      effort, [](const Hold& h) { return h.duration; }, relaxed);
}

int Engine::holds_wanted() const {
  const Effort& effort = plan_.exercise.movement.effort;
  const int relaxed = of<ContractRelax>(
      effort, [](const ContractRelax& c) { return c.holds_each_side; }, 0);
  return of<Hold>(
      effort, [](const Hold& h) { return h.holds_each_side; }, relaxed);
}

/// What a hold is at, with its side and its seconds.
void Engine::say_beat() {
  const auto whole = [](Time time) { return static_cast<int>(to_seconds(time)); };
  switch (s_.pacing.beat) {
    case Beat::press:
      say(Moment::press, working_side(), whole(press_time()));
      break;
    case Beat::hold:
      say(Moment::hold, working_side(), whole(hold_time()));
      break;
    case Beat::back:
      say(Moment::come_back, working_side());
      break;
    default:
      say(Moment::go_out, working_side());
      break;
  }
}

void Engine::note_hold(Time kept, bool offered) {
  keep(s_.tally.holds, s_.tally.holds_total, {s_.now, s_.course.active_side, kept, offered}, equal_gravity);
}

/// Gives the tempo for so many openings; true when they have been offered. They are never counted as done.
bool Engine::pace(int wanted, bool aloud) {
  Pacing& pacing = s_.pacing;
  const auto next = [&](Beat beat) {
    pacing.beat = beat;
    pacing.since = s_.now;
  };
  const auto lasted = [&](Time time) { return s_.now - pacing.since >= time; };
  // Each hold is led into, and each turn names its side; the rest is left to the tone.
  const bool in_turn = plan_.exercise.movement.sides == Sides::alternating;
  const bool told = in_turn || hold_time() > Time{0};
  switch (pacing.beat) {
    case Beat::home:
      if (pacing.done >= wanted) return true;
      if ((pacing.done == 0 || told) && (!silent() || s_.talk.question)) return false;
      next(Beat::out);
      if (in_turn) {
        say(Moment::go_side, s_.course.active_side);
      } else if (aloud || told) {
        say(Moment::go_out, working_side());
      }
      break;
    case Beat::out:
      if (!lasted(out_time())) break;
      s_.tally.moving += out_time();
      if (hold_time() > Time{0}) {
        next(press_time() > Time{0} ? Beat::press : Beat::hold);
        say_beat();
      } else {
        next(Beat::back);
        emit(Guide{{}, GuideKind::turn, s_.course.active_side});
        if (aloud) say(Moment::come_back);
      }
      break;
    case Beat::press:
      if (!lasted(press_time())) break;
      next(Beat::hold);
      say_beat();
      break;
    case Beat::hold:
      if (!lasted(hold_time())) break;
      note_hold(press_time() + hold_time(), true);
      next(Beat::back);
      emit(Guide{{}, GuideKind::turn, s_.course.active_side});
      say_beat();
      break;
    case Beat::back:
      if (!lasted(back_time())) break;
      next(Beat::home);
      s_.tally.moving += back_time();
      ++pacing.done;
      ++s_.tally.offered;
      emit(Guide{{}, GuideKind::home, s_.course.active_side});
      if (plan_.exercise.movement.sides == Sides::alternating && s_.course.active_side) {
        s_.course.active_side = opposite(*s_.course.active_side);
        emit(SideChanged{{}, *s_.course.active_side});
      }
      return pacing.done >= wanted;
  }
  return false;
}

/// A held stretch that is seen: the time near the target is what counts, wherever else it was spent.
void Engine::keep_hold() {
  const bool holding =
      plan_.held() && s_.course.phase == Phase::stretching && s_.course.stage == Stage::opening && seen() && aimed();
  if (!holding) return;
  Pacing& pacing = s_.pacing;
  bool near = true;
  bool home = true;
  for (const Side side : both_sides) {
    if (s_.course.active_side && *s_.course.active_side != side) continue;
    const Channel c = channel(plan_.movement.motion, side);
    const auto& target = s_.aim.target[side];
    const bool fresh = health(s_.sight.signals, c, s_.now) == Health::fresh;
    near = near && fresh && target && s_.sight.signals[c].smooth() >= on_the_way(side, near_share);
    home = home && fresh && target && s_.sight.signals[c].smooth() < on_the_way(side, home_share);
  }
  if (pacing.beat == Beat::back && home) {
    pacing.beat = Beat::home;
    if (pacing.done < holds_of_turn()) say_beat();
  }
  if (pacing.beat == Beat::back) return;
  if (!near) {
    pacing.counted.reset();
    if (home && pacing.beat != Beat::home) {  // let go early: what was kept is told, and it starts anew
      pacing.beat = Beat::home;
      pacing.kept = Time{0};
    }
    return;
  }
  if (pacing.counted) pacing.kept += std::min(s_.now - *pacing.counted, stale_after);
  pacing.counted = s_.now;
  if (pacing.beat == Beat::home) {
    pacing.beat = press_time() > Time{0} ? Beat::press : Beat::hold;
    say_beat();
  } else if (pacing.beat == Beat::press && pacing.kept >= press_time()) {
    pacing.beat = Beat::hold;
    say_beat();
  } else if (pacing.beat == Beat::hold && pacing.kept >= press_time() + hold_time()) {
    emit(HoldCompleted{{}, s_.course.active_side, pacing.kept});
    note_hold(pacing.kept, false);
    s_.course.progress_at = s_.now;
    pacing.beat = Beat::back;
    pacing.kept = Time{0};
    pacing.counted.reset();
    if (++pacing.done < holds_of_turn()) say_beat();  // after the last the words of the change say it
  }
}

}  // namespace stretchcore
