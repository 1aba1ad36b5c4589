#pragma once

// Numbers of at most eight characters, all of them at once.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace stretchcore::detail {

inline constexpr std::array<double, 16> powers_of_ten{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                      1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

constexpr std::uint64_t every_byte(std::uint8_t byte) { return byte * std::uint64_t{0x0101010101010101}; }

/// The first of eight bytes is the lowest of the number that they are read as; what is below counts on it.
inline constexpr bool first_byte_is_lowest = std::endian::native == std::endian::little;

inline std::uint64_t eight_bytes(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

/// The place of the lowest byte that is marked in its highest bit; 8 if none is.
constexpr std::size_t first_mark(std::uint64_t marks) { return static_cast<std::size_t>(std::countr_zero(marks)) / 8; }

/// The place of the first of eight bytes that is below a minus, as commas, tabs, blanks and line ends are; 8 if none
/// is.
constexpr std::size_t first_below_minus(std::uint64_t bytes) {
  return first_mark((bytes - every_byte('-')) & ~bytes & every_byte(0x80));
}

struct Decimal {
  double value = 0.0;
  bool point = false;
  bool read = false;  ///< false if it is none: digits, and perhaps a point with digits on both sides
};

/// Reads the first `length` of eight bytes, 1 to 8.
constexpr Decimal decimal_of(std::uint64_t bytes, std::size_t length) {
  // What follows the number is shifted out, so that zeros stand before it.
  std::uint64_t digits = (bytes ^ every_byte('0')) << (64 - 8 * length);
  const std::uint64_t others = ((digits + every_byte(0x7f - 9)) | digits) & every_byte(0x80);
  Decimal number{0.0, others != 0, true};
  std::size_t decimals = 0;
  if (number.point) {
    const std::size_t at = first_mark(others);
    const bool is_point = (digits >> (8 * at) & 0xff) == ('.' ^ '0');
    const bool between_digits = at != 7 && at > 8 - length;
    if (!is_point || !between_digits || (others & (others - 1)) != 0) return {};
    decimals = 7 - at;
    const std::uint64_t before = digits & ((std::uint64_t{1} << (8 * at)) - 1);
    digits = (digits ^ before) >> (8 * (at + 1)) << (8 * (at + 1)) | before << 8;
  }
  // Neighbours are joined: tens, thousands, all of them.
  const std::uint64_t pairs = (digits * 10 + (digits >> 8)) & 0x00ff00ff00ff00ff;
  const std::uint64_t fours = (pairs * 100 + (pairs >> 16)) & 0x0000ffff0000ffff;
  const std::uint64_t whole = (fours * 10000 + (fours >> 32)) & 0xffffffff;
  // Both are exact doubles, and the one division rounds as `from_chars` would.
  number.value = static_cast<double>(whole) / powers_of_ten[decimals];
  return number;
}

/// How often a byte stands in a text.
std::size_t count_of(char byte, const char* begin, const char* end);

}  // namespace stretchcore::detail
