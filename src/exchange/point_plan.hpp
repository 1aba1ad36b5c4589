#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/exchange/read_options.hpp>
#include <stretchcore/motion/skeleton.hpp>

namespace stretchcore::detail {

/// What a file says of its points.
struct FilePoints {
  std::vector<std::string> names{};
  std::optional<FileUnits> units{};
  bool depth = true;  ///< whether they have a z
  std::string_view file_name{};
  std::size_t line = 0;  ///< where the names stand
};

/// Whose points they are, and where each of them goes.
struct PointPlan {
  Skeleton skeleton{};
  std::vector<int> places{};       ///< of each point of the file among the skeleton's; `no_landmark` is not read
  double factor = 1.0;             ///< to the skeleton's units
  std::optional<Source> source{};  ///< what delivers such points, where that is certain
};

/// Whether the points are those of a skeleton that is known, or of the one that the caller names.
bool are_of_a_skeleton(const FilePoints& points, const ReadOptions& options);

/// Finds the skeleton by the names of the points; names that are only numbers need the caller's `skeleton`. Joints that
/// the file does not have are left out of it. What the file says of its units goes before what the caller says. Throws
/// `RecordingError` with the option that helps.
PointPlan plan_of(const FilePoints& points, const ReadOptions& options);

}  // namespace stretchcore::detail
