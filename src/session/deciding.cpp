// How far to go, and whether to go on.

#include <algorithm>
#include <utility>

#include <stretchcore/balance/compare.hpp>
#include <stretchcore/balance/home.hpp>
#include <stretchcore/balance/target.hpp>

#include "engine.hpp"
#include "gains.hpp"

namespace stretchcore {

/// The basis is frozen within a block; only the ramp, a wish for less and a home that sank change the target in it.
void Engine::set_target() {
  // What a movement brought on may have ended the block.
  const bool paused = s_.course.phase == Phase::paused && s_.intermission.phase == Phase::stretching;
  if (s_.course.phase != Phase::stretching && !paused) return;
  if (!seen()) return;
  const bool one_at_a_time = plan_.sided();
  const bool mixed = s_.tally.sides == SideCheck::exchanged && !one_at_a_time;
  const auto range_of = [&](std::span<const Repetition> openings) {
    return mixed ? ranges_of_mixed(openings, plan_.error) : ranges(openings, plan_.error);
  };
  TargetBasis basis;
  for (const Side side : both_sides) {
    const auto measured = openings(s_, s_.tally.determined[side]);
    basis.range[side] = range_of(measured)[side];
    basis.home[side] = homes(measured, plan_.error)[side].value;
  }
  s_.aim.home = basis.home;
  basis.shift = s_.aim.shift;
  basis.most_of_easy = standing(plan_, s_).bearing.most_of_easy;
  basis.move_easily = goal(plan_, s_) == Goal::move_easily;
  basis.agreed = plan_.screening.limit;
  const auto before = openings(s_, s_.tally.before);
  const Bilateral<Estimate> start = range_of(before);
  const Bilateral<Estimate> start_home = homes(before, plan_.error);
  for (const Side side : both_sides) {
    if (plan_.only && side != *plan_.only) continue;
    const int counted = one_at_a_time ? s_.course.counted_side[side] : s_.course.counted;
    const int done = plan_.held() ? ramp_repetitions : counted + s_.course.practised;
    basis.range_at_start.reset();
    basis.ceiling.reset();
    for (const Side each : both_sides) {
      if (one_at_a_time && each != side) continue;
      if (const auto& ceiling = s_.aim.ceiling[each])
        basis.ceiling = std::min(basis.ceiling.value_or(*ceiling), *ceiling);
      if (!start[each].known()) continue;
      const Angle sunk = std::min(basis.home[each] - start_home[each].value, Angle{});
      const Angle at_start = start[each].value + (start_home[each].known() ? sunk : Angle{});
      basis.range_at_start = std::min(basis.range_at_start.value_or(at_start), at_start);
    }
    const auto named = one_at_a_time ? std::optional{side} : std::optional<Side>{};
    const auto next_of = [&](int repetitions_done, double eased, const std::optional<Angle>& ceiling) {
      TargetBasis with = basis;
      with.repetitions_done = repetitions_done;
      with.eased = eased;
      with.ceiling = ceiling;
      return target(plan_.exercise, plan_.person, with, named);
    };
    const std::optional<Target> next = next_of(done, s_.aim.eased, basis.ceiling);
    if (next) {
      s_.aim.whole[side] = next_of(ramp_repetitions, s_.aim.eased, basis.ceiling)->angle;
      s_.aim.easy[side] = next_of(ramp_repetitions, 1.0, {})->angle;
    }
    if (s_.aim.target[side] == next) continue;
    const auto& last = s_.aim.target[side];
    s_.aim.earlier[side] = last ? std::optional{last->angle} : std::nullopt;
    s_.aim.changed[side] = s_.now;
    s_.aim.target[side] = next;
    if (one_at_a_time || side == Side::right) emit(TargetChanged{{}, named, next});
  }
  ask_floors();
}

void Engine::drop_target() {
  s_.movement.floors = s_.tally.floors;
  if (!aimed()) return;
  s_.aim.target = {};
  emit(TargetChanged{});
}

/// Why there is no other block after what she feels; nothing if there may be one.
std::optional<EndReason> Engine::over_after_change() const {
  const auto& change = s_.course.change;
  if (change == Feeling::tighter) return EndReason::enough;
  if (goal(plan_, s_) != Goal::move_easily) return std::nullopt;
  return change == Feeling::freer ? EndReason::felt_freer : EndReason::enough;
}

std::optional<EndReason> Engine::over_after_last_block() const {
  if (s_.course.block < plan_.exercise.dose.most_blocks && room_for_both_sides()) return std::nullopt;
  return s_.course.change == Feeling::freer ? EndReason::felt_freer : EndReason::cap;
}

/// Whoever has said how it feels is not led into another block unasked; after the last there is none, and what was
/// before the break is compared with nothing that comes.
std::optional<EndReason> Engine::over_after_break() const {
  const auto& change = s_.course.change;
  if (change == Feeling::tighter) return EndReason::enough;
  if (s_.intermission.phase != Phase::remeasuring) return std::nullopt;
  if (change == Feeling::freer) return EndReason::felt_freer;
  const auto over = over_after_change();
  return over ? over : over_after_last_block();
}

/// What she feels decides whether it is measured again, and whether it goes on at all.
void Engine::decide_after_change() {
  if (s_.course.change == Feeling::tighter) ease();
  if (const auto over = over_after_change()) {
    come_out(*over);
  } else if (!seen() || plan_.options.measure == Measure::every_session) {
    begin_measuring(Phase::remeasuring);
  } else {
    offer();
  }
}

void Engine::offer() {
  enter(Stage::offering);
  // Whoever asked for more is asked again where more does not help.
  if (s_.course.wants_more && !no_longer_helps(plan_, s_)) {
    decide_after_offer(Choice::more);
  } else if (const auto over = over_after_last_block()) {
    come_out(*over);
  } else {
    ask(QuestionKind::more, Moment::ask_more);
  }
}

/// Measurement may offer to end; nobody but the person accepts. Unanswered, it goes on while she moves, within the cap.
void Engine::decide_after_offer(std::optional<Choice> choice) {
  if (std::exchange(s_.course.wants_more, false) && !choice) choice = Choice::more;  // as she said before
  const bool freer = s_.course.change == Feeling::freer;
  const bool more_blocks = s_.course.block < plan_.exercise.dose.most_blocks;
  const bool moves = seen() && s_.tally.latest.to > s_.tally.latest.from;
  if (choice == Choice::more && more_blocks) {
    begin_block();
  } else if (!choice && !freer && moves && more_blocks) {
    begin_block();
  } else if (freer) {
    come_out(EndReason::felt_freer);
  } else if (choice == Choice::enough && gain(plan_, s_).verdict == GainVerdict::increased) {
    come_out(EndReason::offer_accepted);
  } else {
    come_out(more_blocks ? EndReason::enough : EndReason::cap);
  }
}

}  // namespace stretchcore
