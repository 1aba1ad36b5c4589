#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include <stretchcore/motion/landmark_recording.hpp>

#include "point_plan.hpp"

namespace stretchcore::detail {

/// Gathers landmarks row by row, as the plan says. What is not set in a row was not seen.
class LandmarkRows {
 public:
  /// `rows` is what to make room for.
  explicit LandmarkRows(PointPlan plan, std::size_t rows = 0);

  void begin_row(double seconds);
  /// A point of the file, in the file's units. One that is not a number was not seen.
  void set(std::size_t point, const Landmark& landmark);

  const PointPlan& plan() const { return plan_; }
  std::size_t size() const { return recording_.time.size(); }
  /// Whether the point is read at all.
  bool wants(std::size_t point) const { return plan_.places[point] != no_landmark; }

  /// The recording; `source` is the caller's, else what usually delivers such landmarks.
  LandmarkRecording recording(const std::optional<Source>& source);

 private:
  PointPlan plan_;
  LandmarkRecording recording_;
  std::span<Landmark> row_;
};

}  // namespace stretchcore::detail
