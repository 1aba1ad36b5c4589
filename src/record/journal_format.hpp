#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <stretchcore/record/journal.hpp>

#include "crc32c.hpp"

namespace stretchcore::detail {

// A journal "SCJ1", little-endian: a header, then entries one after the other.
//    0  8  magic 89 "SCJ" 0D 0A 1A 0A
//    8  2  version      10  2  length of this header
//   12  4  salt          16  8  zero       24  4  zero      28  4  CRC-32C of bytes 0 to 27
// An entry:
//    0  4  CRC-32C of the salt and of bytes 4 to the end: entries of an older journal, in room used again, do not fit
//    4  2  length of what follows the 12 bytes       6  1  kind       7  1  its complement
//    8  4  number, from 1, one more each
//   12  …  what it holds

enum class Entry : std::uint8_t {
  start = 1,       ///< a part of the record (kind SESS) of the session it begins with
  input = 2,       ///< an `Input`, exactly as it came
  event = 3,       ///< an `Event` that followed
  finish = 4,      ///< the app finished the session: time and reason
  checkpoint = 6,  ///< a part of the record (kind STAT) of the state as it is now
  sync = 7,        ///< bytes that were on the disk when this was written
  gap = 8,         ///< how many postures and ticks were not taken
  close = 9,       ///< inputs and finishes in all, and the CRC-32C of everything before
  recovered = 10,  ///< bytes that were cut off before the session went on
  made_by = 11,    ///< a `MadeBy`: the first entry
  summary = 12     ///< a part of the record (kind SUMM) of the summary so far
};

/// What a `finish` entry holds.
struct Finished {
  Time time{0};
  EndReason reason = EndReason::finished_by_app;
};
BOOST_DESCRIBE_STRUCT(Finished, (), (time, reason))

inline constexpr std::size_t journal_header_length = 32;
inline constexpr std::size_t entry_header_length = 12;
inline constexpr std::size_t longest_entry = 8192;  ///< what it holds [bytes]
inline constexpr std::size_t longest_journal = 1024 * 1024 * 1024;

std::array<std::byte, journal_header_length> journal_header(std::uint32_t salt);

/// Appends an entry.
void add_entry(std::vector<std::byte>& to, std::uint32_t salt, std::uint32_t number, Entry kind,
               std::span<const std::byte> content);

struct FoundEntry {
  Entry kind{};
  std::uint32_t number = 0;
  std::size_t at = 0;  ///< where it begins in the journal
  std::span<const std::byte> content;

  std::size_t end() const { return at + entry_header_length + content.size(); }
};

struct FoundJournal {
  std::uint32_t salt = 0;
  std::vector<FoundEntry> entries;  ///< whole ones, in order
  std::vector<Lost> lost;           ///< what lies between them, or after them; empty where entries are missing
};

/// Finds the entries that are whole, whatever lies between them. Throws `CorruptRecord` for a broken header and
/// `RecordError` for a newer version.
FoundJournal find_entries(std::span<const std::byte> journal);

/// Keeps what a recovery allows to be believed. Throws `CorruptRecord` for damage that it does not.
void recover(FoundJournal& journal, Recovery recovery);

/// Whether the last entry says that the journal is whole, and it is. Throws `CorruptRecord` if it is not.
bool closed(const FoundJournal& journal, std::span<const std::byte> bytes);

/// The number that an entry's content begins with.
std::uint64_t first_number(const FoundEntry& entry);

}  // namespace stretchcore::detail
