#include "journal_format.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>
#include <string>

#include <stretchcore/error.hpp>

namespace stretchcore::detail {
namespace {

static_assert(std::endian::native == std::endian::little, "journals are little-endian, and nothing here turns bytes");

constexpr std::array<unsigned char, 8> journal_magic{0x89, 'S', 'C', 'J', 0x0D, 0x0A, 0x1A, 0x0A};
constexpr std::uint16_t journal_version = 1;

// As they lie in the file: no padding, or the sizes would be others.
struct JournalHeader {
  std::array<unsigned char, 8> magic;
  std::uint16_t version;
  std::uint16_t length;
  std::uint32_t salt;
  std::array<std::uint32_t, 3> zero;
  std::uint32_t checksum;
};
static_assert(sizeof(JournalHeader) == journal_header_length);

struct EntryHeader {
  std::uint32_t checksum;
  std::uint16_t length;
  std::uint8_t kind;
  std::uint8_t complement;
  std::uint32_t number;
};
static_assert(sizeof(EntryHeader) == entry_header_length);

constexpr std::size_t checksum_length = sizeof(std::uint32_t);

std::uint32_t checksum_of(const JournalHeader& header) {
  return crc32c(std::as_bytes(std::span{&header, 1}).first(offsetof(JournalHeader, checksum)));
}

std::uint32_t salted(std::uint32_t salt, std::span<const std::byte> bytes) {
  Crc32c crc;
  crc.process_bytes(&salt, sizeof salt);
  crc.process_bytes(bytes.data(), bytes.size());
  return static_cast<std::uint32_t>(crc.checksum());
}

/// What may be spent on checksums that turn out not to fit, as a multiple of the journal. Damage takes a fraction of
/// it; a file that was made to look like entries everywhere would take thousands.
constexpr std::size_t most_effort = 16;

/// The entry that begins here, if a whole one does.
std::optional<FoundEntry> entry_at(std::span<const std::byte> journal, std::size_t at, std::uint32_t salt,
                                   std::size_t& effort) {
  if (journal.size() - at < entry_header_length) return std::nullopt;
  EntryHeader header{};
  std::memcpy(&header, journal.data() + at, sizeof header);
  if ((header.kind ^ header.complement) != 0xFF || header.length > longest_entry) return std::nullopt;
  if (header.length > journal.size() - at - entry_header_length) return std::nullopt;
  const auto whole = journal.subspan(at, entry_header_length + header.length);
  if (header.checksum != salted(salt, whole.subspan(checksum_length))) {
    effort += whole.size();
    return std::nullopt;
  }
  return FoundEntry{static_cast<Entry>(header.kind), header.number, at, whole.subspan(entry_header_length)};
}

}  // namespace

std::array<std::byte, journal_header_length> journal_header(std::uint32_t salt) {
  JournalHeader header{.magic = journal_magic,
                       .version = journal_version,
                       .length = journal_header_length,
                       .salt = salt,
                       .zero = {},
                       .checksum = 0};
  header.checksum = checksum_of(header);
  return std::bit_cast<std::array<std::byte, journal_header_length>>(header);
}

void add_entry(std::vector<std::byte>& to, std::uint32_t salt, std::uint32_t number, Entry kind,
               std::span<const std::byte> content) {
  const auto code = static_cast<std::uint8_t>(kind);
  EntryHeader header{.checksum = 0,
                     .length = static_cast<std::uint16_t>(content.size()),
                     .kind = code,
                     .complement = static_cast<std::uint8_t>(~code),
                     .number = number};
  const std::size_t at = to.size();
  const auto bytes = std::as_bytes(std::span{&header, 1});
  to.insert(to.end(), bytes.begin(), bytes.end());
  to.insert(to.end(), content.begin(), content.end());
  header.checksum = salted(salt, std::span{to}.subspan(at + checksum_length));
  std::memcpy(to.data() + at, &header.checksum, checksum_length);
}

FoundJournal find_entries(std::span<const std::byte> journal) {
  const auto start = journal.first(std::min(journal.size(), journal_magic.size()));
  const auto same = [](std::byte a, unsigned char b) { return std::to_integer<unsigned char>(a) == b; };
  if (!std::equal(start.begin(), start.end(), journal_magic.begin(), same)) {
    throw CorruptRecord("header", "this is no journal of stretchcore");
  }
  if (journal.size() < journal_header_length) throw CorruptRecord("header", "is cut off");
  JournalHeader header{};
  std::memcpy(&header, journal.data(), sizeof header);
  if (header.checksum != checksum_of(header)) throw CorruptRecord("header", "its checksum differs");
  if (header.version > journal_version) {
    throw RecordError("the journal has version " + std::to_string(header.version) + "; this library reads up to " +
                      std::to_string(journal_version));
  }
  if (header.version == 0 || header.length < journal_header_length || header.length > journal.size()) {
    throw CorruptRecord("header", "its numbers fit no writer");
  }

  FoundJournal found{.salt = header.salt, .entries = {}, .lost = {}};
  std::uint32_t next = 1;
  std::size_t lost_from = header.length;  // where what could not be read began, if before `at`
  std::size_t effort = 0;
  for (std::size_t at = header.length; at < journal.size() && effort <= most_effort * journal.size();) {
    const std::optional<FoundEntry> entry = entry_at(journal, at, header.salt, effort);
    if (!entry || entry->number < next) {  // nothing whole, or once more what was there before
      at = entry ? entry->end() : at + 1;
      continue;
    }
    if (lost_from < at || entry->number != next) found.lost.push_back({lost_from, at});
    found.entries.push_back(*entry);
    next = entry->number + 1;
    at = lost_from = entry->end();
  }
  if (lost_from < journal.size()) found.lost.push_back({lost_from, journal.size()});
  return found;
}

std::uint64_t first_number(const FoundEntry& entry) {
  std::uint64_t number = 0;
  std::memcpy(&number, entry.content.data(), std::min(sizeof number, entry.content.size()));
  return number;
}

void recover(FoundJournal& journal, Recovery recovery) {
  if (journal.lost.empty() || recovery == Recovery::salvage) return;
  const Lost first = journal.lost.front();
  std::uint64_t durable = 0;
  for (const FoundEntry& entry : journal.entries) {
    if (entry.kind == Entry::sync) durable = std::max(durable, first_number(entry));
  }
  const bool was_durable = first.from < durable;
  if (recovery == Recovery::strict || (recovery == Recovery::tail && was_durable)) {
    throw CorruptRecord("byte " + std::to_string(first.from),
                        was_durable ? "what was written there is damaged" : "the journal is torn");
  }
  std::erase_if(journal.entries, [&](const FoundEntry& entry) { return entry.at >= first.from; });
}

bool closed(const FoundJournal& journal, std::span<const std::byte> bytes) {
  if (journal.entries.empty() || journal.entries.back().kind != Entry::close) return false;
  const FoundEntry& last = journal.entries.back();
  std::uint32_t checksum = 0;
  if (last.content.size() == 12) std::memcpy(&checksum, last.content.data() + 8, sizeof checksum);
  if (journal.lost.empty() && checksum != crc32c(bytes.first(last.at))) {
    throw CorruptRecord("byte " + std::to_string(last.at), "the journal is not the one that was closed");
  }
  return true;
}

}  // namespace stretchcore::detail
