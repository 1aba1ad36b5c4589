#pragma once

#include <cstddef>

namespace stretchcore::detail {

/// The largest text that is read [bytes].
inline constexpr std::size_t most_bytes = std::size_t{2} << 30;

}  // namespace stretchcore::detail
