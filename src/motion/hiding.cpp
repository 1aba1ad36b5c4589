#include "hiding.hpp"

#include <algorithm>

namespace stretchcore {
namespace {

bool at_gap(const Hidden& gap, Time moment) {
  const auto near = [&](Time edge) { return moment >= edge - at_edge && moment <= edge + at_edge; };
  return near(gap.from) || near(gap.to);
}

bool hides(const Hidden& gap, const Excursion& excursion, Side side) {
  const Summit& peak = excursion.extremes[side].peak;
  return peak.height && at_gap(gap, peak.at);
}

/// What a whole movement of this person takes at least, as far as the parts of this one that were seen tell: a part in
/// one direction takes half of a movement or less. The movement before tells more.
Time shortest_of(const RepetitionPlan& plan, const StrokeState& stroke, const Hidden& gap) {
  const Time before = std::max(gap.from - stroke.left_valley, Time{0});
  const Time after = std::max(stroke.settled - gap.to, Time{0});
  const bool out_before = stroke.peak_time >= gap.from - at_edge;
  const bool back_after = stroke.peak_time <= gap.to + at_edge;
  const Time one_before = (stroke.last_to - stroke.last_from) * 3 / 4;
  return std::max({plan.shortest, one_before, out_before ? before * 2 : before, back_after ? after * 2 : after});
}

}  // namespace

void watch_gaps(StrokeState& stroke, Excursion& excursion, bool seen, Time at, Time now) {
  const bool moving = stroke.stroke != Stroke::home;
  if (moving || stroke.primed) {
    const Time since = now - stroke.seen;
    const bool stuck = !seen && now - at <= stale_after;
    const bool ends = seen && since > stale_after;
    const bool full = excursion.hidden.size() == excursion.hidden.capacity();
    if (stuck || since > longest_hidden || (ends && full)) {
      if (moving) excursion.lost = true;
      stroke.primed = moving;
    } else if (ends) {
      excursion.hidden.push_back({stroke.seen, now});
    }
  }
  if (seen) stroke.seen = at;
}

bool hides_peak(const Excursion& excursion, Side side) {
  return std::any_of(excursion.hidden.begin(), excursion.hidden.end(),
                     [&](const Hidden& gap) { return hides(gap, excursion, side); });
}

bool may_be_two(const RepetitionPlan& plan, const Excursion& excursion, const StrokeState& stroke) {
  for (const Hidden& gap : excursion.hidden) {
    const bool first = &gap == &excursion.hidden.front();
    const bool peak = hides(gap, excursion, Side::left) || hides(gap, excursion, Side::right);
    if (first && excursion.start_hidden) {
      if (peak) return true;
      continue;
    }
    if (gap.to - gap.from >= shortest_of(plan, stroke, gap)) return true;
  }
  return false;
}

}  // namespace stretchcore
