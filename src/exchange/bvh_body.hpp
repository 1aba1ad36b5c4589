#pragma once

#include <string_view>
#include <vector>

#include <stretchcore/motion/skeleton.hpp>

#include "bvh_hierarchy.hpp"

namespace stretchcore::detail {

/// The points of a body among the joints of a file.
struct BvhBody {
  Skeleton skeleton{};
  std::vector<std::size_t> joints{};  ///< for each landmark of the skeleton the joint of the file
};

/// Finds the body by the joints' names. Throws `RecordingError` naming what is missing: hips and knees.
BvhBody bvh_body(const BvhHierarchy& hierarchy, std::string_view file_name);

}  // namespace stretchcore::detail
