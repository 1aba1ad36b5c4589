#include <cstdlib>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/record/archive.hpp>

#include "record/journal_format.hpp"
#include "record/journal_replay.hpp"

namespace {

using namespace stretchcore;

constexpr std::uint32_t salt = 7;

/// A journal that may hold anything: entries are found and played, or refused with a sentence.
void try_journal(std::span<const std::byte> bytes) {
  for (const Recovery recovery : {Recovery::tail, Recovery::salvage}) {
    try {
      detail::FoundJournal found = detail::find_entries(bytes);
      detail::closed(found, bytes);
      detail::recover(found, recovery);
      std::uint32_t before = 0;
      for (const detail::FoundEntry& entry : found.entries) {
        if (entry.number <= before || entry.end() > bytes.size()) std::abort();
        before = entry.number;
      }
      detail::Player player{detail::first_session(found.entries), recovery != Recovery::salvage};
      for (const detail::FoundEntry& entry : found.entries) player.play(entry);
    } catch (const RecordError&) {
    }
  }
}

/// The beginning of a journal that is in order.
const std::vector<std::byte>& beginning() {
  static const std::vector<std::byte> bytes = [] {
    const auto header = detail::journal_header(salt);
    std::vector<std::byte> begun{header.begin(), header.end()};
    std::uint32_t number = 1;
    detail::each_part(to_archive(Session{catalog().at("pelvic-tilts")}), [&](std::span<const std::byte> part) {
      detail::add_entry(begun, salt, number++, detail::Entry::start, part);
    });
    return begun;
  }();
  return bytes;
}

}  // namespace

/// The bytes as they are, and as entries behind a beginning that is in order: a kind, a length, so many bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = std::as_bytes(std::span{data, size});
  try_journal(bytes);
  std::vector<std::byte> journal = beginning();
  auto number = static_cast<std::uint32_t>(detail::find_entries(journal).entries.size());
  for (std::size_t at = 0; at + 2 <= size;) {
    const auto content = bytes.subspan(at + 2, std::min<std::size_t>(data[at + 1], size - at - 2));
    detail::add_entry(journal, salt, ++number, static_cast<detail::Entry>(data[at]), content);
    at += 2 + content.size();
  }
  try_journal(journal);
  return 0;
}
