#include "landmark_rows.hpp"

#include <cmath>
#include <utility>

namespace stretchcore::detail {

LandmarkRows::LandmarkRows(PointPlan plan, std::size_t rows) : plan_(std::move(plan)) {
  recording_.skeleton = plan_.skeleton;
  recording_.time.reserve(rows);
  recording_.landmarks.reserve(rows * plan_.skeleton.names.size());
}

void LandmarkRows::begin_row(double seconds) {
  recording_.time.push_back(seconds);
  const std::size_t width = plan_.skeleton.names.size();
  recording_.landmarks.resize(recording_.landmarks.size() + width, Landmark{0.0, 0.0, 0.0, 0.0});
  row_ = std::span{recording_.landmarks}.last(width);
}

void LandmarkRows::set(std::size_t point, const Landmark& landmark) {
  if (!wants(point)) return;
  const double z = plan_.skeleton.depth ? landmark.z : 0.0;
  const Landmark scaled{landmark.x * plan_.factor, landmark.y * plan_.factor, z * plan_.factor, landmark.confidence};
  const bool seen =
      std::isfinite(scaled.x) && std::isfinite(scaled.y) && std::isfinite(scaled.z) && std::isfinite(scaled.confidence);
  if (seen) row_[static_cast<std::size_t>(plan_.places[point])] = scaled;
}

LandmarkRecording LandmarkRows::recording(const std::optional<Source>& source) {
  recording_.source = source ? source : plan_.source;
  return std::move(recording_);
}

}  // namespace stretchcore::detail
