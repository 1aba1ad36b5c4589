#include "history_progress.hpp"

#include <utility>

#include <stretchcore/error.hpp>

namespace stretchcore::detail {
namespace {

constexpr double a_day = 24.0 * 3600.0;  // [s]
constexpr Time a_week = std::chrono::hours{7 * 24};

/// Angles and when they were measured, in days since the first: a clock that counts from 1970 leaves slopes fewer
/// digits.
struct Series {
  std::vector<double> days;
  std::vector<Angle> angles;

  void add(Time since, Time at, Angle angle) {
    days.push_back(to_seconds(at - since) / a_day);
    angles.push_back(angle);
  }
  std::optional<Trend> trend() const { return stretchcore::trend(days, angles); }
};

/// From the first known range to the last.
Gain change_of(const std::vector<ProgressPoint>& points, Side side) {
  const Estimate* earliest = nullptr;
  const Estimate* latest = nullptr;
  for (const ProgressPoint& point : points) {
    if (!point.range[side].known()) continue;
    latest = &point.range[side];
    if (earliest == nullptr) earliest = latest;
  }
  return earliest == latest ? Gain{} : compare_sessions(*earliest, *latest);
}

}  // namespace

Progress progress_of(std::string exercise, std::vector<ProgressPoint> points) {
  Progress progress{std::move(exercise), std::move(points), {}, {}, {}, {}};
  if (progress.points.empty()) return progress;
  const Time first = progress.points.front().at;
  progress.trend = each_side([&](Side side) {
    Series series;
    for (const ProgressPoint& point : progress.points) {
      if (point.range[side].known()) series.add(first, point.at, point.range[side].value);
    }
    return series.trend();
  });
  progress.change = each_side([&](Side side) { return change_of(progress.points, side); });
  Series differences;
  std::vector<Asymmetry> compared;
  for (const ProgressPoint& point : progress.points) {
    // A difference that is doubted may be that of the other side, or of a sensor that was moved.
    if (point.asymmetry == Asymmetry{} || point.asymmetry.doubt != Doubt::none) continue;
    differences.add(first, point.at, point.asymmetry.difference);
    compared.push_back(point.asymmetry);
  }
  progress.difference_trend = differences.trend();
  progress.sides = consistency(compared);
  return progress;
}

Adherence adherence_of(const std::vector<Time>& moments, Time since, Time until) {
  const Time span = until - since;
  Adherence found;
  found.sessions = static_cast<int>(moments.size());
  found.a_week = found.sessions * (to_seconds(a_week) / to_seconds(span));
  found.weeks.resize(static_cast<std::size_t>((span + a_week - Time{1}) / a_week));
  for (const Time at : moments) {
    const auto weeks_ago = static_cast<std::size_t>((until - Time{1} - at) / a_week);
    ++found.weeks[found.weeks.size() - 1 - weeks_ago];
  }
  return found;
}

}  // namespace stretchcore::detail
