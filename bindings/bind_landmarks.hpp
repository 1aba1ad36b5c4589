#pragma once

// What Python's landmarks, arrays and picture sizes become.

#include <array>
#include <optional>
#include <vector>

#include <stretchcore/motion/landmark_recording.hpp>
#include <stretchcore/motion/skeleton.hpp>
#include <stretchcore/stream/landmark.hpp>

#include "casters.hpp"

namespace stretchcore::detail {

/// Which numbers of a row are what; x and y come first. A z that the skeleton does not read is 0, whatever it was.
struct LandmarkColumns {
  std::optional<py::ssize_t> z;
  std::optional<py::ssize_t> confidence;

  template <class Number>
  Landmark read(const Number& number) const {
    return {number(0), number(1), z ? number(*z) : 0.0, confidence ? number(*confidence) : 1.0};
  }
};

/// Nothing where a landmark of this skeleton does not have so many numbers.
std::optional<LandmarkColumns> landmark_columns(const Skeleton& skeleton, py::ssize_t count);

/// Rows of numbers, objects with x, y, z and visibility, dicts with these, or MediaPipe's list of one person. None and
/// the empty list show no person. Raises TypeError or ValueError for anything that is not this skeleton's.
std::vector<Landmark> landmarks_from(py::handle source, const Skeleton& skeleton);

/// An array of rows x landmarks x numbers.
LandmarkRecording landmark_recording_from(Skeleton skeleton, py::handle time, py::handle landmarks,
                                          std::optional<Source> source);

/// (width, height) or None.
std::optional<std::array<int, 2>> image_size_from(py::handle size);

}  // namespace stretchcore::detail
