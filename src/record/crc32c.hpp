#pragma once

#include <boost/crc.hpp>
#include <cstddef>
#include <cstdint>
#include <span>

namespace stretchcore::detail {

/// CRC-32C (Castagnoli), as in iSCSI: of "123456789" it is 0xE3069283. It tells every burst of up to 32 bits; it does
/// not tell who changed a record on purpose.
using Crc32c = boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true>;

inline std::uint32_t crc32c(std::span<const std::byte> bytes) {
  Crc32c crc;
  crc.process_bytes(bytes.data(), bytes.size());
  return static_cast<std::uint32_t>(crc.checksum());
}

}  // namespace stretchcore::detail
