#include "landmark_rows.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <stretchcore/error.hpp>

#include "limits.hpp"

namespace stretchcore::detail {

LandmarkRows::LandmarkRows(PointPlan plan, std::size_t rows) : plan_(std::move(plan)) {
  recording_.skeleton = plan_.skeleton;
  const std::size_t width = plan_.skeleton.names.size();
  const std::size_t room = std::min(rows, most_landmarks / width);
  recording_.time.reserve(room);
  recording_.landmarks.reserve(room * width);
}

void LandmarkRows::begin_row(double seconds) {
  const std::size_t width = plan_.skeleton.names.size();
  if (recording_.landmarks.size() + width > most_landmarks) {
    throw RecordingError("the file has more than 100 million landmarks, the most that are read");
  }
  recording_.time.push_back(seconds);
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
