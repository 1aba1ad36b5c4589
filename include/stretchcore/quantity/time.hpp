#pragma once

#include <chrono>
#include <cmath>
#include <cstdint>

#include <stretchcore/error.hpp>
#include <stretchcore/export.hpp>

#if defined(__FAST_MATH__)
#error "stretchcore relies on NaN and on exact rounding; build without -ffast-math"
#endif

namespace stretchcore {

/// A moment since a zero the app chooses, or a duration: whole nanoseconds, so that time never drifts.
using Time = std::chrono::nanoseconds;

/// The longest moment or duration accepted at a boundary [s]: a century, so that a clock may count from 1970.
inline constexpr double longest_seconds = 36525.0 * 24.0 * 3600.0;
/// The same as `Time`; two moments as far apart as can be still have a difference.
inline constexpr Time longest_time{static_cast<std::int64_t>(longest_seconds) * 1'000'000'000};

namespace detail {
// In the library, so that an app without exceptions can include this.
[[noreturn]] STRETCHCORE_API void refuse_seconds();
}  // namespace detail

/// Seconds to `Time`, rounded once to the nearest nanosecond. Throws `InvalidModel` for NaN, infinity or more than a
/// century.
inline Time seconds(double value) {
  if (!(std::fabs(value) <= longest_seconds)) detail::refuse_seconds();
  return Time{static_cast<std::int64_t>(std::llround(value * 1e9))};
}

constexpr double to_seconds(Time time) { return static_cast<double>(time.count()) / 1e9; }

namespace literals {
constexpr Time operator""_s(unsigned long long value) { return std::chrono::seconds{value}; }
constexpr Time operator""_s(long double value) { return Time{static_cast<std::int64_t>(value * 1e9L + 0.5L)}; }
constexpr Time operator""_ms(unsigned long long value) { return std::chrono::milliseconds{value}; }
}  // namespace literals

}  // namespace stretchcore
