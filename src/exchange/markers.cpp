#include <cmath>
#include <string>

#include <stretchcore/exchange/markers.hpp>

#include "landmark_rows.hpp"
#include "place.hpp"

namespace stretchcore {

LandmarkRecording landmarks_of(const Markers& markers, const ReadOptions& options, std::string_view file_name) {
  const std::size_t points = markers.names.size();
  if (markers.coordinates.size() != 3 * points * markers.time.size()) {
    detail::fail_at(file_name, 0, 0,
                    "expected 3 coordinates of " + std::to_string(points) + " points at " +
                        std::to_string(markers.time.size()) + " times, got " +
                        std::to_string(markers.coordinates.size()));
  }
  detail::LandmarkRows rows{detail::plan_of({markers.names, markers.units, true, file_name, 0}, options),
                            markers.time.size()};
  const double* at = markers.coordinates.data();
  for (const double seconds : markers.time) {
    if (!std::isfinite(seconds)) detail::fail_at(file_name, 0, 0, "has a time that is not a number");
    rows.begin_row(seconds);
    for (std::size_t point = 0; point < points; ++point, at += 3) rows.set(point, {at[0], at[1], at[2], 1.0});
  }
  return rows.recording(options.source);
}

}  // namespace stretchcore
