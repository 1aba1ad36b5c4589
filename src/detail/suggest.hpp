#pragma once

#include <span>
#include <string>
#include <string_view>

namespace stretchcore::detail {

/// "; did you mean "text"?" where one of the words is near, else nothing.
std::string suggestion(std::string_view written, std::span<const std::string_view> words);

/// "together, alternating, one"
std::string listed(std::span<const std::string_view> words);

}  // namespace stretchcore::detail
