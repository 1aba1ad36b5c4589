#include <cstdlib>

#include "record/journal_format.hpp"
#include "record/journal_replay.hpp"

/// A journal that may hold anything: entries are found and played, or refused with a sentence.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stretchcore;
  const auto bytes = std::as_bytes(std::span{data, size});
  for (const Recovery recovery : {Recovery::tail, Recovery::salvage}) {
    try {
      detail::FoundJournal found = detail::find_entries(bytes);
      detail::closed(found, bytes);
      detail::recover(found, recovery);
      std::uint32_t before = 0;
      for (const detail::FoundEntry& entry : found.entries) {
        if (entry.number <= before || entry.end() > size) std::abort();
        before = entry.number;
      }
      detail::Player player{detail::first_session(found.entries), recovery != Recovery::salvage};
      for (const detail::FoundEntry& entry : found.entries) player.play(entry);
    } catch (const RecordError&) {
    }
  }
  return 0;
}
