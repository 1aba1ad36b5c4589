#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/record/archive.hpp>
#include <stretchcore/record/export_archive.hpp>

namespace stretchcore::detail {

// The container "SCC1" around a body, little-endian:
//    0  8  magic 89 "SCC" 0D 0A 1A 0A: a transfer as text, or with seven bits, breaks it
//    8  2  container version        10  2  length of this header
//   12  4  kind, four letters       16  4  schema of the body        20  4  least schema a reader must know
//   24  8  length of the body       32  4  CRC-32C of the body
//   36  4  flags, none so far       40  4  zero                      44  4  CRC-32C of bytes 0 to 43
//   48  …  body

inline constexpr std::size_t header_length = 48;

STRETCHCORE_ARCHIVE_API std::vector<std::byte> sealed(std::string_view kind, std::span<const std::byte> body);

/// What a record holds, after both checksums.
struct Opened {
  std::string kind;
  std::span<const std::byte> body;
};

/// Throws `CorruptRecord` for damage and `RecordError` for what is too new or too long.
STRETCHCORE_ARCHIVE_API Opened opened(std::span<const std::byte> record);

}  // namespace stretchcore::detail
