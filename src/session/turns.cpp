// A movement of one side at a time: whose turn it is, the time to change, and as much for one side as for the other.

#include <algorithm>

#include "engine.hpp"
#include "needed.hpp"

namespace stretchcore {

/// On to the other side; false when both have had their turn.
bool Engine::change_side() {
  const Side active = *s_.course.active_side;
  if (plan_.only || active != plan_.first_side(s_.course.phase)) return false;
  turn_to(opposite(active), Stage::opening);
  return true;
}

/// Another side begins here than the one that worked last.
bool Engine::begins_elsewhere() const {
  return plan_.one_sided() && s_.course.active_side && *s_.course.active_side != plan_.first_side(s_.course.phase);
}

void Engine::turn_to(Side next, Stage then) {
  s_.course.active_side = next;
  emit(SideChanged{{}, next});
  correct_anew();
  take_back_remarks();
  tell_turn(then);
}

/// The side is never changed without its words, and time to do it.
void Engine::tell_turn(Stage then) {
  say(Moment::switch_side, s_.course.active_side);
  enter(Stage::resting);
  s_.course.next = then;
}

/// What was to be said of the movements of a turn has no sense after the last of them. What is still violated is
/// answered when the next movement begins.
void Engine::take_back_remarks() {
  for (const Moment moment : {Moment::over_target, Moment::wrong_side, Moment::last_ones, Moment::count_aloud,
                              Moment::confirm, Moment::breath, Moment::tempo}) {
    for (const int cue : plan_.by_moment[static_cast<std::size_t>(moment)]) withdraw(s_.talk.voice, cue);
  }
  const auto unsaid = [&](const PlannedRule& rule) {
    return rule.response < Response::pause && waiting(s_.talk.voice, rule.cue);
  };
  for (std::size_t i = 0; i < plan_.rules.size(); ++i) {
    if (unsaid(plan_.rules[i])) s_.rules[i].answered = false;
  }
  for (const PlannedRule& rule : plan_.rules) {
    if (unsaid(rule)) withdraw(s_.talk.voice, rule.cue);
  }
}

/// Whether the caps leave room for so many more holds, or openings, of this side, and after them for those of the
/// other.
bool Engine::room_for(int here, int there) const {
  const Dose& dose = plan_.exercise.dose;
  const Needed one = needed_for_one(plan_);
  const Time change = there > 0 ? needed_for_change(plan_) : Time{0};
  const int all = here + there;
  return s_.tally.openings + s_.tally.offered + all * one.openings <= dose.cap_repetitions &&
         s_.tally.moving + one.moving * all <= dose.cap_moving &&
         s_.now - s_.started - s_.tally.away + one.in_position * all + change <= dose.cap_in_position;
}

/// A side that could not have its turn is a reason not to begin with the other. Of holds fewer will do.
bool Engine::room_for_both_sides() const {
  if (!plan_.one_sided() || plan_.only || plan_.options.recorded) return true;
  const int least = plan_.held() ? 1 : per_block(plan_, s_);
  return room_for(least, least);
}

/// The first side holds only as often as the caps leave room for on the other, and the other as often as the first.
int Engine::holds_of_turn() const {
  const int wanted = holds_wanted();
  if (!plan_.one_sided() || plan_.only || plan_.options.recorded) return wanted;
  if (*s_.course.active_side != plan_.first_side(s_.course.phase)) {
    const int first = holds_of_first_turn();
    return first > 0 ? std::min(first, wanted) : wanted;
  }
  const Pacing& pacing = s_.pacing;
  const bool paced = !seen() || !aimed();  // then a hold is counted at home
  const bool under_way = pacing.beat != Beat::home && (pacing.beat != Beat::back || paced);
  int holds = std::max(pacing.done + (under_way ? 1 : 0), 1);
  while (holds < wanted && room_for(holds + 1 - pacing.done, holds + 1)) ++holds;
  return std::min(holds, wanted);
}

/// In the block that is under way, by what was noted: its latest holds may be of the second side, and before them come
/// those of the first.
int Engine::holds_of_first_turn() const {
  const Side second = *s_.course.active_side;
  const auto& noted = s_.tally.holds;
  auto hold = noted.rbegin();
  while (hold != noted.rend() && hold->side == second) ++hold;
  const auto from = hold;
  while (hold != noted.rend() && hold->side != second) ++hold;
  return static_cast<int>(hold - from);
}

}  // namespace stretchcore
