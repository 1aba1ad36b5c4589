#include "container.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include <stretchcore/error.hpp>

#include "crc32c.hpp"

namespace stretchcore::detail {
namespace {

static_assert(std::endian::native == std::endian::little, "records are little-endian, and nothing here turns bytes");

constexpr std::array<unsigned char, 8> magic{0x89, 'S', 'C', 'C', 0x0D, 0x0A, 0x1A, 0x0A};
constexpr std::uint16_t container_version = 1;

/// As it lies in the record: no padding, or the size would not be 48.
struct Header {
  std::array<unsigned char, 8> magic;
  std::uint16_t container_version;
  std::uint16_t header_length;
  std::array<char, 4> kind;
  std::uint32_t schema;
  std::uint32_t least_reader_schema;
  std::uint64_t body_length;
  std::uint32_t body_checksum;
  std::uint32_t flags;
  std::uint32_t reserved;
  std::uint32_t header_checksum;
};
static_assert(sizeof(Header) == header_length);

std::uint32_t checksum_of(const Header& header) {
  return crc32c(std::as_bytes(std::span{&header, 1}).first(offsetof(Header, header_checksum)));
}

[[noreturn]] void refuse(const std::string& problem) { throw CorruptRecord("header", problem); }

}  // namespace

std::vector<std::byte> sealed(std::string_view kind, std::span<const std::byte> body) {
  if (body.size() > longest_record - header_length) {
    throw RecordError("the record is longer than " + std::to_string(longest_record) + " bytes");
  }
  Header header{.magic = magic,
                .container_version = container_version,
                .header_length = header_length,
                .kind = {},
                .schema = archive_schema,
                .least_reader_schema = archive_schema,
                .body_length = body.size(),
                .body_checksum = crc32c(body),
                .flags = 0,
                .reserved = 0,
                .header_checksum = 0};
  std::copy_n(kind.begin(), header.kind.size(), header.kind.begin());
  header.header_checksum = checksum_of(header);
  const auto bytes = std::as_bytes(std::span{&header, 1});
  std::vector<std::byte> record;
  record.reserve(bytes.size() + body.size());
  record.insert(record.end(), bytes.begin(), bytes.end());
  record.insert(record.end(), body.begin(), body.end());
  return record;
}

Opened opened(std::span<const std::byte> record) {
  if (record.size() > longest_record) {
    throw RecordError("the record is longer than " + std::to_string(longest_record) + " bytes");
  }
  const auto start = record.first(std::min(record.size(), magic.size()));
  const auto same = [](std::byte a, unsigned char b) { return std::to_integer<unsigned char>(a) == b; };
  if (!std::equal(start.begin(), start.end(), magic.begin(), same)) refuse("this is no record of stretchcore");
  if (record.size() < header_length) refuse("is cut off");
  Header header{};
  std::memcpy(&header, record.data(), sizeof header);
  if (header.header_checksum != checksum_of(header)) refuse("its checksum differs");
  if (header.container_version > container_version) {
    throw RecordError("the container has version " + std::to_string(header.container_version) +
                      "; this library reads up to " + std::to_string(container_version));
  }
  if (header.least_reader_schema > archive_schema) {
    throw RecordError("the record has schema " + std::to_string(header.schema) + "; this library reads up to " +
                      std::to_string(archive_schema));
  }
  // From here on the header is as it was written; what is odd was written by something else.
  if (header.container_version == 0 || header.schema == 0 || header.least_reader_schema > header.schema) {
    refuse("its versions fit no writer");
  }
  if (header.flags != 0) refuse("it has flags that this library does not know");
  if (header.header_length < header_length || header.header_length > record.size()) refuse("its length is wrong");
  const auto body = record.subspan(header.header_length);
  if (header.body_length != body.size()) {
    throw CorruptRecord("body", body.size() < header.body_length ? "is cut off" : "has something after its end");
  }
  if (header.body_checksum != crc32c(body)) throw CorruptRecord("body", "its checksum differs");
  return {std::string{header.kind.begin(), header.kind.end()}, body};
}

}  // namespace stretchcore::detail
