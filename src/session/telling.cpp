// What to do now, and with which side: told before it begins, named each time, and told again where nothing comes.

#include <algorithm>

#include "engine.hpp"

namespace stretchcore {
namespace {

constexpr Time told_again_after{30'000'000'000};  // of silence in which nothing is done
constexpr Time wrong_for{2'000'000'000};          // a leg that is only laid otherwise is back by then
constexpr Time wrong_again_after{20'000'000'000};
constexpr int only_one_after = 4;  // movements in a row, before it is said without knowing which side is which

}  // namespace

/// The side that works alone or first.
std::optional<Side> Engine::working_side() const { return plan_.sided() ? s_.course.active_side : std::nullopt; }

/// `next` begins when its words have been said.
void Engine::announce(Stage next) {
  enter(Stage::announcing);
  s_.course.next = next;
}

/// The words for what comes next. A second measuring is told as a whole, unless each side has its own.
std::optional<Moment> Engine::instruction() const {
  const bool small = s_.course.next == Stage::practising;
  switch (s_.course.phase) {
    case Phase::measuring:
      return small ? Moment::practice : Moment::measure;
    case Phase::remeasuring:
      if (small) return Moment::remeasure;
      return plan_.one_sided() ? std::optional{Moment::measure} : std::nullopt;
    case Phase::stretching:
      return Moment::block;
    default:
      return std::nullopt;
  }
}

bool Engine::names_side(int cue) const {
  if (cue < 0) return false;
  const PlannedCue& planned = plan_.cues[static_cast<std::size_t>(cue)];
  return (words(cue, {}).brief ? planned.brief : planned.words).find("{side}") != std::string::npos;
}

void Engine::tell(std::optional<Moment> moment) {
  const std::optional<Side> side = working_side();
  if (!names_side(moment ? pick(*moment, side) : -1)) tell_side();
  if (!moment) return;
  const int each = plan_.held() ? holds_wanted() : per_block(plan_, s_);
  say(*moment, side, *moment == Moment::block ? each : 0);
}

void Engine::tell_side() {
  if (const auto side = working_side()) say_always(pick(Moment::work_side, side), {side, 0, {}});
}

/// A recording hears nothing, and is not waited for.
bool Engine::begin_told() {
  if (!plan_.options.recorded && !silent()) return false;
  const Time said_at = s_.talk.voice.until;
  const bool spoken = !plan_.options.recorded && s_.talk.voice.saying.cue >= 0 && said_at >= s_.course.stage_since;
  enter(s_.course.next);
  if (!spoken) return true;
  s_.course.told = said_at;
  // A noisy signal leaves the valley earlier than the leg does: what is still at home now begins after the words.
  for (const Side side : both_sides) {
    StrokeState& stroke = s_.movement.strokes[side];
    if (stroke.stroke == Stroke::home) stroke.left_valley = std::max(stroke.left_valley, said_at);
  }
  return true;
}

/// What was cut off by a pause is told again, and where it goes on in the middle, the side is.
void Engine::take_up() {
  if (!moving_phase()) return;
  if (s_.course.stage == Stage::announcing) return tell(instruction());
  if (s_.course.stage == Stage::resting) return tell_turn(s_.course.next);
  if (s_.course.stage == Stage::practising || s_.course.stage == Stage::opening) tell_side();
}

/// A movement that began before it was told belongs to what came before: it is not counted, and nothing is said of it.
bool Engine::begun_here(Time start) const {
  const Stage stage = s_.course.stage;
  return stage != Stage::announcing && stage != Stage::resting && start >= s_.course.told;
}

void Engine::tell_again() {
  Course& course = s_.course;
  const bool waits = course.stage == Stage::practising || course.stage == Stage::opening;
  if (!moving_phase() || !waits || !seen() || plan_.options.recorded || s_.talk.question || !silent()) return;
  const Time done = std::max({course.progress_at, course.stage_since, s_.pacing.counted.value_or(Time{0})});
  if (s_.now - std::max(done, s_.talk.voice.until) < told_again_after) return;
  course.next = course.stage;
  tell(instruction().value_or(Moment::measure));
}

/// For a movement of one side: the other is away from home, while the one whose turn it is lies still.
void Engine::watch_side() {
  Course& course = s_.course;
  const bool told = course.stage == Stage::practising || course.stage == Stage::opening;
  const bool works = moving_phase() && told && course.active_side;
  const bool watches =
      plan_.one_sided() && !plan_.only && seen() && !plan_.options.recorded && works && !in_doubt(s_.sight.sides);
  const auto fresh = [&](Side side) {
    return health(s_.sight.signals, channel(plan_.movement.motion, side), s_.now) == Health::fresh;
  };
  const auto away = [&](Side side) {
    const StrokeState& stroke = s_.movement.strokes[side];
    const Angle from_home = s_.sight.signals[channel(plan_.movement.motion, side)].smooth() - stroke.valley;
    return stroke.stroke != Stroke::home && from_home >= plan_.movement.least_amplitude * 0.5;
  };
  if (!watches || !fresh(Side::left) || !fresh(Side::right) || away(*course.active_side) ||
      !away(opposite(*course.active_side))) {
    course.wrong_since.reset();
    return;
  }
  if (!course.wrong_since) course.wrong_since = s_.now;
  if (s_.now - *course.wrong_since >= wrong_for) other_side(*course.active_side);
}

/// For a movement of sides in turn: the same one twice. What did not count may have been the other one.
void Engine::watch_turn(std::optional<Side> moved) {
  const bool in_turn = plan_.exercise.movement.sides == Sides::alternating && !plan_.options.recorded;
  const bool again = in_turn && moved && s_.course.moved_last == moved;
  s_.course.moved_last = moved;
  if (!again) return;
  if (!in_doubt(s_.sight.sides)) {
    other_side(opposite(*moved));
  } else if (one_side_only()) {
    other_side({});
  }
}

/// A picture that exchanges the sides now and then shows both of them; one that shows a single side, time after time,
/// shows a person who does not move the other, whichever it is.
bool Engine::one_side_only() const {
  const auto& done = s_.tally.repetitions;
  int count = 0;
  for (auto r = done.rbegin(); r != done.rend() && begun_here(r->start); ++r) {
    if (r->side != done.back().side) return false;
    ++count;
  }
  return count >= only_one_after;
}

/// Nothing where it is not known which side is which.
void Engine::other_side(std::optional<Side> wanted) {
  const int cue = pick(Moment::wrong_side, wanted);
  if (cue < 0 || waiting(s_.talk.voice, cue) || said_within(cue, wrong_again_after)) return;
  say_always(cue, {wanted, 0, {}});
}

}  // namespace stretchcore
