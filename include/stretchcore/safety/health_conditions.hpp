#pragma once

#include <span>
#include <string_view>

namespace stretchcore {

/// The codes of the conditions that the library knows, sorted. An exercise may list codes of its own beside them.
std::span<const std::string_view> condition_codes();

}  // namespace stretchcore
