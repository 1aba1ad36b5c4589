#include <algorithm>
#include <cmath>

#include <stretchcore/balance/compare.hpp>
#include <stretchcore/balance/fall.hpp>

namespace stretchcore {
namespace {

constexpr double slack = 0.5;                  // k [standard deviations]
constexpr double decision = 2.0;               // h [standard deviations]
constexpr Angle least_deviation = degrees(1);  // a few openings may be alike by chance
constexpr int fewest_before_a_fall = 3;
constexpr int most_usual = 8;  // later ones do not count as usual, or a slow fall would

}  // namespace

bool fell(FallWatch& watch, Angle below_target, Angle deviation) {
  const Angle below = std::max(below_target, Angle{});
  const double n = watch.openings;
  if (watch.openings > 0) {
    // The usual rests on n openings only, and varies itself.
    const double away = (below - watch.usual) / (deviation * std::sqrt(1.0 + 1.0 / n));
    watch.sum = std::max(0.0, watch.sum + away - slack);
    if (watch.sum > decision && below - watch.usual >= smallest_worthwhile) {
      watch = {};
      return true;
    }
  }
  if (watch.openings >= most_usual) return false;
  watch.usual = (watch.usual * n + below) / (n + 1.0);
  ++watch.openings;
  return false;
}

Angle deviation(std::span<const Repetition> openings, const ErrorModel& error) {
  if (error.correlation) return std::max(error.repetition, least_deviation);
  double squares = 0.0;
  int freedom = 0;
  for (const Side side : both_sides) {
    // A leg that lies still beside the one that moves has an angle, too.
    const auto moved = [side](const Repetition& r) { return r.reach[side] && (!r.side || *r.side == side); };
    double sum = 0.0;
    int count = 0;
    for (const Repetition& r : openings) {
      if (!moved(r)) continue;
      sum += r.reach[side]->degrees();
      ++count;
    }
    if (count < fewest_before_a_fall) continue;
    for (const Repetition& r : openings) {
      const double away = moved(r) ? r.reach[side]->degrees() - sum / count : 0.0;
      squares += away * away;
    }
    freedom += count - 1;
  }
  const Angle shown = freedom > 0 ? degrees(std::sqrt(squares / freedom)) : error.repetition;
  return std::max(shown, least_deviation);
}

}  // namespace stretchcore
