#pragma once

#include <string>
#include <string_view>

namespace stretchcore::detail {

/// What the name of a point says, however a program writes it: "LeftHip", "left_hip", "HipLeft", "LHip" and
/// "subject:LEFT HIP" are one.
std::string point_key(std::string_view name);

}  // namespace stretchcore::detail
