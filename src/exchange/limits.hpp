#pragma once

#include <cstddef>

namespace stretchcore::detail {

/// The largest text that is read [bytes].
inline constexpr std::size_t most_bytes = std::size_t{2} << 30;

/// The most columns a table may have.
inline constexpr std::size_t most_columns = 4096;

/// The most landmarks of a recording, 3.2 GB of them: more than three hours of 33 at 240 Hz.
inline constexpr std::size_t most_landmarks = 100'000'000;

}  // namespace stretchcore::detail
