// Getting down, being seen, lying still.

#include <algorithm>

#include "engine.hpp"

namespace stretchcore {
namespace {

constexpr Time seen_for{1'000'000'000};       // both sides, before she counts as seen
constexpr Time found_within{45'000'000'000};  // then the session is offered without a sensor
constexpr Time still_within{15'000'000'000};  // then neutral is assumed
constexpr Time bent_within{20'000'000'000};   // then the sides stay doubtful
constexpr Angle bent = degrees(15);           // one knee, in the side check
constexpr Time bending_takes{1'000'000'000};  // from there on

}  // namespace

bool Engine::set_up() {
  const bool recorded = plan_.options.recorded;
  switch (s_.course.stage) {
    case Stage::settling:
      if (!recorded && !consult()) {
        s_.course.phase_since = s_.now;  // the time to get down and be found begins with the words about it
        return false;
      }
      welcome();
      if (!recorded && !recite(Moment::settle)) return false;
      if (s_.sight.following == Sensing::unseen) {
        go_by_feel();
      } else {
        enter(Stage::looking);
      }
      return true;
    case Stage::looking:
      return look();
    case Stage::side_check:
      return check_sides();
    case Stage::stilling:
      return still();
    case Stage::briefing:
      return brief();
    case Stage::readying:
      if (s_.talk.question || !silent()) return false;
      if (said(Moment::ask_ready) == 0) {
        ask(QuestionKind::ready, Moment::ask_ready);
        return true;
      }
      enter(Stage::briefing);
      return true;
    default:
      return false;
  }
}

/// As soon as she is seen she hears it, and need not wait for the words about getting down.
void Engine::welcome() {
  Sight& sight = s_.sight;
  const bool in_view = sight.primary_since && s_.now - *sight.primary_since >= seen_for;
  if (!in_view || sight.following != Sensing::any) return;
  sight.following = Sensing::seen;
  if (plan_.options.recorded) return;
  s_.talk.voice.saying.then_wait = Time{0};
  say(Moment::seen);
}

bool Engine::look() {
  Sight& sight = s_.sight;
  welcome();
  if (seen() && sight.primary_since) {
    bool knees = plan_.options.check_sides && !plan_.only;
    for (const Side side : both_sides) {
      const Channel knee = channel(Motion::knee_flexion, side);
      knees = knees && health(sight.signals, knee, s_.now) == Health::fresh;
      sight.knee_before[side] = sight.signals[knee].smooth();
    }
    sight.knee_moved = {};
    sight.knee_moved_at.reset();
    enter(knees ? Stage::side_check : Stage::stilling);
    if (!plan_.options.recorded) say(knees ? Moment::side_check : Moment::be_still);
    return true;
  }
  if (plan_.options.recorded) watch_stillness();
  if (plan_.options.recorded || asked(QuestionKind::by_feel)) return false;
  const bool no_sensor = !sight.signals.last;
  if (no_sensor && !s_.intermission.offered_feel) {
    go_by_feel();
    return true;
  }
  if (s_.now - s_.course.phase_since < found_within) return false;
  if (s_.intermission.offered_feel) {
    if (silent()) go_by_feel();  // nobody can answer, so the words said it
    return silent();
  }
  s_.intermission.offered_feel = true;
  ask(QuestionKind::by_feel, Moment::ask_by_feel);
  return true;
}

/// The left one was asked for. If only the right one moves, the picture is mirrored. Two that move together do not
/// cross a threshold together, so it is waited how far each of them goes.
bool Engine::check_sides() {
  Sight& sight = s_.sight;
  for (const Side side : both_sides) {
    const Angle now = sight.signals[channel(Motion::knee_flexion, side)].smooth();
    if (sight.knee_before[side])
      sight.knee_moved[side] = std::max(sight.knee_moved[side], abs(now - *sight.knee_before[side]));
  }
  const Bilateral<Angle>& moved = sight.knee_moved;
  if (std::max(moved.left, moved.right) >= bent && !sight.knee_moved_at) sight.knee_moved_at = s_.now;
  const bool seen_enough = sight.knee_moved_at && s_.now - *sight.knee_moved_at >= bending_takes;
  if (!seen_enough && !since_stage(bent_within)) return false;
  const auto alone = [&](Side side) { return moved[side] >= bent && moved[opposite(side)] < 0.5 * moved[side]; };
  sight.sides = alone(Side::left)    ? SideCheck::confirmed
                : alone(Side::right) ? SideCheck::mirrored
                                     : SideCheck::unclear;
  enter(Stage::stilling);
  say(Moment::be_still);
  return true;
}

bool Engine::still() {
  NeutralState& neutral = s_.sight.neutral;
  if (plan_.options.neutral) {
    const Neutral& given = *plan_.options.neutral;
    const auto take = [&](Channel c, const std::optional<Angle>& value) {
      if (!value) return;
      neutral.known.insert(c);
      neutral.value[index(c)] = *value;
    };
    take(Channel::pelvis_tilt, given.tilt);
    take(Channel::pelvis_list, given.list);
    take(Channel::pelvis_rotation, given.rotation);
    neutral.captured = true;
  }
  watch_stillness();
  const bool captured = neutral.captured;
  const bool waited = plan_.options.recorded || since_stage(still_within);
  if (!captured && !waited) return false;
  if (!plan_.options.recorded && !silent()) return false;
  if (!plan_.options.recorded && !s_.sight.primary_since) {  // what is watched is settled while she is seen
    enter(Stage::looking);
    return true;
  }
  neutral.assumed = !captured;
  set_coverage();
  return true;
}

void Engine::watch_stillness() {
  ChannelSet watched = plan_.primary;
  for (const Channel c : plan_.references) {
    if (health(s_.sight.signals, c, s_.now) == Health::fresh) watched.insert(c);
  }
  capture_neutral(s_.sight.neutral, s_.sight.signals, s_.now, watched, plan_.references);
}

}  // namespace stretchcore
