#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/motion/orientation.hpp>

#include "text_lines.hpp"

namespace stretchcore::detail {

/// One number of a frame: a place along an axis, or a turn about it.
struct BvhChannel {
  std::size_t axis = 0;  ///< 0 is x, 1 y, 2 z
  bool rotation = false;
};

struct BvhJoint {
  std::string name;  ///< of an End Site that of its joint, with " End"
  int parent = -1;   ///< its place before this one; −1: it is the root
  Vector3 offset{};
  std::size_t first_channel = 0;  ///< its place among the numbers of a frame
  std::vector<BvhChannel> channels;
};

struct BvhHierarchy {
  std::vector<BvhJoint> joints;  ///< parents before their children
  std::size_t channels = 0;      ///< numbers in a frame
  std::size_t line = 0;          ///< where it ends, for messages
};

/// Reads from the line HIERARCHY to the line MOTION. Throws `RecordingError` with the place.
BvhHierarchy read_bvh_hierarchy(TextLines& lines, std::string_view file_name);

}  // namespace stretchcore::detail
