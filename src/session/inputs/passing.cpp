// A gap between two inputs is judged as if ticks had come in it.

#include <initializer_list>

#include "session/inputs/inside.hpp"
#include "session/pause/pause.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {

void pass(Step& step, Time to, bool slow) {
  const Time from = step.state.now;
  if (to <= from) return;
  const Time gap = to - from;
  if (gap > longest_unwatched && watching(step)) {
    // Ticks would have changed something at these moments: rules became unknown, then signals were lost.
    for (const Time after : {stale_after + Time{1}, stale_after * 2 + Time{2}, longest_unwatched + Time{1}}) {
      step.state.now = from + after;
      judge(step, nullptr);
      go_on(step);
    }
    if (!step.plan.options.recorded) lose_sight(step);
  }
  step.state.now = to;
  if (gap > away_after && !(slow && !counted_now(step))) come_back(step, from);
}

}  // namespace stretchcore
