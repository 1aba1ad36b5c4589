#pragma once

#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

inline constexpr Time call_again_after{20'000'000'000};
inline constexpr Time failed_call_again_after{2'000'000'000};
inline constexpr Time help_needed_after{10'000'000'000};  ///< silence that is a yes

}  // namespace stretchcore
