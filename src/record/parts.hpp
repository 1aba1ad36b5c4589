#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "journal_format.hpp"

namespace stretchcore::detail {

// A record is longer than an entry: it goes in parts, each behind its place and how many there are (two uint16).

inline constexpr std::size_t part_header_length = 4;
inline constexpr std::size_t part_length = longest_entry - part_header_length;

/// Calls `add(content)` for each part.
template <class Add>
void each_part(std::span<const std::byte> record, Add&& add) {
  const auto parts = static_cast<std::uint16_t>((record.size() + part_length - 1) / part_length);
  std::vector<std::byte> content;
  for (std::uint16_t part = 0; part < parts; ++part) {
    const auto piece = record.subspan(part * part_length, std::min(part_length, record.size() - part * part_length));
    content.resize(part_header_length + piece.size());
    std::memcpy(content.data(), &part, sizeof part);
    std::memcpy(content.data() + sizeof part, &parts, sizeof parts);
    std::copy(piece.begin(), piece.end(), content.begin() + part_header_length);
    add(std::span<const std::byte>{content});
  }
}

/// Puts the parts together again.
class Parts {
 public:
  /// True if this was the last of all of them, in order.
  bool add(std::span<const std::byte> content) {
    if (content.size() < part_header_length) return false;
    std::uint16_t part = 0;
    std::uint16_t parts = 0;
    std::memcpy(&part, content.data(), sizeof part);
    std::memcpy(&parts, content.data() + sizeof part, sizeof parts);
    if (part == 0) {
      record_.clear();
      next_ = 0;
    }
    if (part != next_) return false;
    ++next_;
    record_.insert(record_.end(), content.begin() + part_header_length, content.end());
    return next_ == parts;
  }
  std::span<const std::byte> record() const { return record_; }

 private:
  std::vector<std::byte> record_;
  std::uint16_t next_ = 0;
};

}  // namespace stretchcore::detail
