// What nobody called for: a gap between two inputs is seen as if ticks had come in it.

#include <initializer_list>

#include "engine.hpp"

namespace stretchcore {

/// Time goes on. `slow`: nobody calls more often.
void Engine::pass(Time to, bool slow) {
  const Time from = s_.now;
  if (to <= from) return;
  const Time gap = to - from;
  if (gap > longest_unwatched && watching()) {
    // The moments at which ticks would have told something: unknown, and lost.
    for (const Time after : {stale_after + Time{1}, stale_after * 2 + Time{2}, longest_unwatched + Time{1}}) {
      s_.now = from + after;
      judge(nullptr);
      go_on();
    }
    if (!plan_.options.recorded) lose_sight();
  }
  s_.now = to;
  if (gap > away_after && !(slow && !seen())) come_back(from);
}

/// Something is watched, and is lost where nobody looks.
bool Engine::watching() const {
  const bool resting = s_.course.phase == Phase::paused && !s_.intermission.away;
  return s_.sight.covered && seen() && (moving_phase() || resting);
}

/// A pause with words before anything that comes is judged.
void Engine::lose_sight() {
  if (s_.sight.covered && seen() && moving_phase() && !plan_.options.recorded) pause(PauseCause::signal);
}

/// Whoever could not be watched since then may have got up. With a sensor it is set up anew, and nothing is compared
/// over it; by feel it goes on in place.
void Engine::come_back(Time since) {
  const Phase phase = s_.course.phase;
  Intermission& rest = s_.intermission;
  if (plan_.options.recorded) {
    s_.tally.apart = s_.tally.apart || (moving_phase() && s_.tally.measured);
    if (s_.sight.pause_told) say(Moment::set_up_anew);
    s_.sight.pause_told = false;
    return;
  }
  const bool paused = phase == Phase::paused;
  if (phase != Phase::setting_up && !moving_phase() && !paused) return;
  if (paused && rest.away) return;
  const bool by_person = paused && rest.cause == PauseCause::person;
  if (s_.sight.following == Sensing::unseen) {
    const Time away = s_.now - since;
    s_.tally.away += away;
    leave_out(away);
    if (paused) rest.since += away;
    if (s_.talk.question) s_.talk.question->answer_by += away;
    if (moving_phase()) say(Moment::resume);
    return;
  }
  if (by_person) {
    rest.away = since;  // only the person ends that pause
    return;
  }
  const bool captured = phase != Phase::setting_up || s_.course.stage > Stage::looking;
  if (!seen() || !captured) return;
  if (!paused) pause(PauseCause::signal);
  rest.away = since;
  go_on_after_her();
}

}  // namespace stretchcore
