#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

#include "document/random_value.hpp"

namespace stretchcore {

/// One change, of the kinds that disks, transfers and programs make: a bit flipped, bytes overwritten, cut off,
/// inserted or lost, or a number that often stands for too much.
inline void mutate(Random& random, std::vector<std::byte>& bytes) {
  const auto byte = [&] { return static_cast<std::byte>(random() & 0xFF); };
  if (bytes.empty()) {
    bytes.push_back(byte());
    return;
  }
  const std::size_t at = up_to(random, bytes.size() - 1);
  const std::size_t left = bytes.size() - at;
  const auto from = bytes.begin() + static_cast<std::ptrdiff_t>(at);
  switch (up_to(random, 6)) {
    case 0:
      bytes[at] ^= static_cast<std::byte>(1U << up_to(random, 7));
      break;
    case 1:
      bytes[at] = byte();
      break;
    case 2:
      bytes.resize(at);
      break;
    case 3:
      std::generate_n(from, std::min<std::size_t>(left, 2 + up_to(random, 6)), byte);
      break;
    case 4: {
      constexpr std::array<std::int64_t, 10> numbers{
          0, 1, -1, 127, 255, 65'536, 0x7FFFFFFF, -0x80000000LL, INT64_MAX, INT64_MIN};
      const std::int64_t number = numbers[up_to(random, numbers.size() - 1)];
      std::memcpy(&bytes[at], &number, std::min<std::size_t>(left, up_to(random, 1) == 0 ? 4 : 8));
      break;
    }
    case 5:
      bytes.erase(from, from + static_cast<std::ptrdiff_t>(std::min<std::size_t>(left, 1 + up_to(random, 15))));
      break;
    default: {
      std::vector<std::byte> more(1 + up_to(random, 15));
      std::generate(more.begin(), more.end(), byte);
      bytes.insert(from, more.begin(), more.end());
    }
  }
}

}  // namespace stretchcore
