// Whether the side moves whose turn it is.

#include "session/movement/inside.hpp"
#include "session/movement/movement.hpp"
#include "session/seen_side.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {
namespace {

constexpr Time wrong_for{2'000'000'000};  // a leg that only changes its place is back by then
constexpr Time wrong_again_after{20'000'000'000};
constexpr int only_one_after = 4;  // movements in a row of one side, where sides have no names

/// A picture that exchanges the sides now and then shows both of them. One that shows the same side time after time
/// shows a person who does not move the other side, even if it is not known which side that is.
bool one_side_only(StepView step) {
  const auto& done = step.state.tally.repetitions;
  int count = 0;
  for (auto r = done.rbegin(); r != done.rend() && begun_here(step, r->start); ++r) {
    if (r->side != done.back().side) return false;
    ++count;
  }
  return count >= only_one_after;
}

/// Says that the other side is meant. `wanted`: nothing where it is not known which side is which.
void other_side(Step& step, std::optional<Side> wanted) {
  const int cue = pick(step, Moment::wrong_side, wanted);
  if (cue < 0 || waiting(step.state.talk.voice, cue) || said_within(step, cue, wrong_again_after)) return;
  say_always(step, cue, {wanted, 0, {}});
}

}  // namespace

std::optional<Side> working_side(StepView step) {
  return step.plan.sided() ? step.state.course.active_side : std::nullopt;
}

void watch_side(Step& step) {
  Course& course = step.state.course;
  const bool told = course.stage == Stage::practising || course.stage == Stage::opening;
  const bool works = moving(step) && told && course.active_side;
  const bool watches = step.plan.one_sided() && !step.plan.only && counted_now(step) && !step.plan.options.recorded &&
                       works && !in_doubt(step.state.sight.sides);
  const auto away = [&](Side side) {
    const StrokeState& stroke = step.state.movement.strokes[side];
    const Angle from_home = angle_now(step, side) - stroke.valley;
    return stroke.stroke != Stroke::home && from_home >= step.plan.movement.least_amplitude * 0.5;
  };
  // In a lunge the limb that rests goes the other way, and comes back: it goes along with the one that works.
  const auto goes_along = [&] {
    const Angle half = step.plan.movement.least_amplitude * 0.5;
    const StrokeState& working = step.state.movement.strokes[*course.active_side];
    const StrokeState& other = step.state.movement.strokes[opposite(*course.active_side)];
    const bool moves = working.stroke != Stroke::home && working.peak - working.valley >= half;
    return moves || (working.last_rise >= half && working.last_to > other.left_valley);
  };
  if (!watches || !fresh(step, Side::left) || !fresh(step, Side::right) || away(*course.active_side) ||
      !away(opposite(*course.active_side)) || goes_along()) {
    course.wrong_since.reset();
    return;
  }
  if (!course.wrong_since) course.wrong_since = step.state.now;
  if (step.state.now - *course.wrong_since >= wrong_for) other_side(step, *course.active_side);
}

void watch_turn(Step& step, std::optional<Side> moved) {
  const bool in_turn = step.plan.exercise.movement.sides == Sides::alternating && !step.plan.options.recorded;
  const bool again = in_turn && moved && step.state.course.moved_last == moved;
  step.state.course.moved_last = moved;
  if (!again) return;
  if (!in_doubt(step.state.sight.sides)) {
    other_side(step, opposite(*moved));
  } else if (one_side_only(step)) {
    other_side(step, {});
  }
}

}  // namespace stretchcore
