#pragma once

#include <span>
#include <string_view>

#include <stretchcore/export.hpp>

namespace stretchcore {

/// The codes of the conditions that the library knows, sorted. An exercise may list codes of its own beside them.
STRETCHCORE_API std::span<const std::string_view> condition_codes();

}  // namespace stretchcore
