#pragma once

#include <charconv>

namespace stretchcore::detail {

/// `std::from_chars` for a double: reads decimals, "nan" and "inf" whatever the locale, and rounds to the nearest
/// double. Everything here that reads a double calls this one function, because not every standard library has
/// `from_chars` for it (libc++ before version 20, so phones and WebAssembly).
std::from_chars_result parse_number(const char* first, const char* last, double& value);

/// The same by way of `strtod`; `parse_number` calls it where the standard library has nothing better. It is compiled
/// everywhere so that a test can compare the two.
std::from_chars_result parse_number_by_strtod(const char* first, const char* last, double& value);

}  // namespace stretchcore::detail
