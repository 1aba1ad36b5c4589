#include "record/container.hpp"

#include <cstring>
#include <string>

#include <stretchcore/error.hpp>

#include "catch.hpp"
#include "record/crc32c.hpp"

namespace record_container_test {

using namespace stretchcore;
using Bytes = std::vector<std::byte>;

namespace {

Bytes bytes_of(std::string_view text) {
  const auto bytes = std::as_bytes(std::span{text.data(), text.size()});
  return {bytes.begin(), bytes.end()};
}

std::string error_of(std::span<const std::byte> record) {
  try {
    detail::opened(record);
  } catch (const RecordError& error) {
    return error.what();
  }
  return "opened";
}

/// A header that another writer could have made: a number somewhere, and the checksum that goes with it.
template <class Number>
Bytes with(std::size_t at, Number number) {
  Bytes record = detail::sealed("TEST", bytes_of("body"));
  std::memcpy(record.data() + at, &number, sizeof number);
  const std::uint32_t checksum = detail::crc32c(std::span{record}.first(44));
  std::memcpy(record.data() + 44, &checksum, sizeof checksum);
  return record;
}

}  // namespace

TEST_CASE("the checksum is CRC-32C, whose check value is 0xE3069283") {
  CHECK(detail::crc32c(bytes_of("123456789")) == 0xE3069283);
  CHECK(detail::crc32c({}) == 0);
}

TEST_CASE("a record opens to the kind and the body it was sealed with") {
  for (const std::string_view body : {"", "b", "a longer body\r\n\x1A\x80"}) {
    const Bytes record = detail::sealed("TEST", bytes_of(body));
    const detail::Opened opened = detail::opened(record);
    CHECK(opened.kind == "TEST");
    CHECK(Bytes(opened.body.begin(), opened.body.end()) == bytes_of(body));
    CHECK(record.size() == detail::header_length + body.size());
  }
}

TEST_CASE("a record cut anywhere, or with anything after its end, is refused") {
  const Bytes record = detail::sealed("TEST", bytes_of("a body"));
  for (std::size_t size = 0; size < record.size(); ++size) {
    CHECK_THAT(error_of(std::span{record}.first(size)), Catch::EndsWith("is cut off"));
  }
  Bytes longer = record;
  longer.push_back(std::byte{0});
  CHECK(error_of(longer) == "body: has something after its end");
}

TEST_CASE("every bit of a record counts") {
  Bytes record = detail::sealed("TEST", bytes_of("a body"));
  int opened = 0;
  for (std::size_t bit = 0; bit < 8 * record.size(); ++bit) {
    const auto mask = static_cast<std::byte>(1U << (bit % 8));
    record[bit / 8] ^= mask;
    opened += error_of(record) == "opened" ? 1 : 0;
    record[bit / 8] ^= mask;
  }
  CHECK(opened == 0);
  CHECK(error_of(record) == "opened");
}

TEST_CASE("what a text transfer does to a record is noticed at once") {
  Bytes record = detail::sealed("TEST", bytes_of("body"));
  record.erase(record.begin() + 4);  // CR LF became LF
  CHECK(error_of(record) == "header: this is no record of stretchcore");
  CHECK(error_of(bytes_of("{\"schema\": 1}")) == "header: this is no record of stretchcore");
}

TEST_CASE("what is newer than this library is refused by its number") {
  CHECK(error_of(with(8, std::uint16_t{7})) == "the container has version 7; this library reads up to 1");
  Bytes newer = with(16, std::uint32_t{9});
  CHECK(error_of(newer) == "opened");  // its writer says that a reader of schema 1 will do
  const std::uint32_t least = 3;
  std::memcpy(newer.data() + 20, &least, sizeof least);
  const std::uint32_t checksum = detail::crc32c(std::span{newer}.first(44));
  std::memcpy(newer.data() + 44, &checksum, sizeof checksum);
  CHECK(error_of(newer) == "the record has schema 9; this library reads up to 1");
}

TEST_CASE("a header that fits no writer is refused although its checksum is right") {
  CHECK(error_of(with(8, std::uint16_t{0})) == "header: its versions fit no writer");
  CHECK(error_of(with(16, std::uint32_t{0})) == "header: its versions fit no writer");
  CHECK(error_of(with(36, std::uint32_t{1})) == "header: it has flags that this library does not know");
  CHECK(error_of(with(10, std::uint16_t{47})) == "header: its length is wrong");
  CHECK(error_of(with(10, std::uint16_t{53})) == "header: its length is wrong");
  CHECK(error_of(with(24, std::uint64_t{5})) == "body: is cut off");
  CHECK(error_of(with(24, ~std::uint64_t{0})) == "body: is cut off");
  CHECK(error_of(with(24, std::uint64_t{3})) == "body: has something after its end");
  CHECK(error_of(with(32, std::uint32_t{3})) == "body: its checksum differs");
}

TEST_CASE("a header that a later version made longer is read as far as it is known") {
  Bytes record = with(10, std::uint16_t{52});
  record.insert(record.begin() + 48, 4, std::byte{0xAB});
  CHECK(error_of(record) == "opened");
}

}  // namespace record_container_test
