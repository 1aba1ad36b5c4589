#include <cstdlib>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/record/archive.hpp>

#include "record/journal_format.hpp"
#include "record/journal_replay.hpp"

namespace {

using namespace stretchcore;

constexpr std::uint32_t salt = 7;

/// Entries that may hold anything are found and played, or refused with a sentence; `begin` gives the session.
template <class Begin>
void try_journal(std::span<const std::byte> bytes, Begin&& begin) {
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
      detail::Player player{begin(found), recovery != Recovery::salvage};
      for (const detail::FoundEntry& entry : found.entries) player.play(entry);
    } catch (const RecordError&) {
    }
  }
}

/// A session that any entry may follow: made once, since making one takes longer than anything that is tried here.
const Session& in_order() {
  static const Session session{catalog().at("pelvic-tilts")};
  return session;
}

}  // namespace

/// The bytes as they are, and as entries of a journal whose session is in order: a kind, a length, so many bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = std::as_bytes(std::span{data, size});
  try_journal(bytes, [](const detail::FoundJournal& found) { return detail::first_session(found.entries); });
  const auto header = detail::journal_header(salt);
  std::vector<std::byte> journal{header.begin(), header.end()};
  std::uint32_t number = 0;
  for (std::size_t at = 0; at + 2 <= size;) {
    const auto content = bytes.subspan(at + 2, std::min<std::size_t>(data[at + 1], size - at - 2));
    detail::add_entry(journal, salt, ++number, static_cast<detail::Entry>(data[at]), content);
    at += 2 + content.size();
  }
  try_journal(journal, [](const detail::FoundJournal&) { return in_order(); });
  return 0;
}
