#include <algorithm>
#include <random>

#include "catch.hpp"
#include "record/journal_format.hpp"
#include "record/journals.hpp"
#include "record/mutate.hpp"

namespace record_journal_damage_test {

using namespace stretchcore;
using detail::FoundEntry;

namespace {

std::string error_of(const std::string& path, Recovery recovery = Recovery::tail) {
  try {
    replay(path, recovery);
  } catch (const RecordError& error) {
    return error.what();
  }
  return "played";
}

}  // namespace

TEST_CASE("a journal cut anywhere has exactly the entries that are whole, and its torn end is normal") {
  const Bytes& bytes = short_journal().bytes;
  const detail::FoundJournal whole = detail::find_entries(bytes);
  REQUIRE(whole.lost.empty());
  int wrong = 0;
  for (std::size_t size = detail::journal_header_length; size <= bytes.size(); ++size) {
    detail::FoundJournal found = detail::find_entries(std::span{bytes}.first(size));
    const auto ends_before = [&](const FoundEntry& entry) { return entry.end() <= size; };
    const auto expected = std::count_if(whole.entries.begin(), whole.entries.end(), ends_before);
    if (static_cast<std::ptrdiff_t>(found.entries.size()) != expected) ++wrong;
    if (!a_prefix(found.entries, whole.entries)) ++wrong;
    detail::recover(found, Recovery::tail);
  }
  CHECK(wrong == 0);
}

TEST_CASE("every bit of a journal counts: what is believed is a beginning of what was written") {
  Bytes bytes = short_journal().bytes;
  const Bytes untouched = bytes;
  const std::vector<FoundEntry> original = detail::find_entries(untouched).entries;
  int wrong = 0;
  int refused = 0;
  for (std::size_t bit = 0; bit < 8 * bytes.size(); bit += bit < 8 * 300 ? 1 : 29) {
    const auto mask = static_cast<std::byte>(1U << (bit % 8));
    bytes[bit / 8] ^= mask;
    const Fate fate = fate_of(bytes, original, Recovery::tail);
    wrong += fate == Fate::wrong ? 1 : 0;
    refused += fate == Fate::refused ? 1 : 0;
    if (fate_of(bytes, original, Recovery::strict) != Fate::refused) ++wrong;
    bytes[bit / 8] ^= mask;
  }
  CHECK(wrong == 0);
  CHECK(refused > 500);  // damage to what a sync has vouched for
}

TEST_CASE("whatever happens to a journal, nothing is believed that was not written") {
  const Bytes untouched = short_journal().bytes;
  const std::vector<FoundEntry> original = detail::find_entries(untouched).entries;
  Random random{11};
  int wrong = 0;
  int believed = 0;
  for (int i = 0; i < 3000; ++i) {
    Bytes bytes = untouched;
    for (std::size_t times = up_to(random, 2) + 1; times > 0; --times) mutate(random, bytes);
    if (up_to(random, 3) == 0 && bytes.size() > 600) {  // a page that is there twice, or never came
      const std::size_t at = up_to(random, bytes.size() - 520);
      const auto page = bytes.begin() + static_cast<std::ptrdiff_t>(at);
      const Bytes copy{page, page + 512};
      if (up_to(random, 1) == 0) {
        bytes.insert(page, copy.begin(), copy.end());
      } else {
        std::fill_n(page, 512, std::byte{0});
      }
    }
    for (const Recovery recovery : {Recovery::tail, Recovery::prefix}) {
      const Fate fate = fate_of(bytes, original, recovery);
      wrong += fate == Fate::wrong ? 1 : 0;
      believed += fate == Fate::prefix ? 1 : 0;
    }
  }
  CHECK(wrong == 0);
  CHECK(believed > 100);
}

TEST_CASE("where the power fails any part of what was not synced may be missing, and nothing of what was") {
  const Bytes& whole = short_journal().bytes;
  const std::vector<FoundEntry> original = detail::find_entries(whole).entries;
  std::uint64_t durable = 0;
  for (const FoundEntry& entry : original) {
    if (entry.kind == detail::Entry::sync) durable = std::max(durable, detail::first_number(entry));
  }
  REQUIRE(durable > 0);
  Random random{12};
  int wrong = 0;
  for (int i = 0; i < 1000; ++i) {
    Bytes bytes = whole;
    for (std::size_t page = durable; page < bytes.size(); page += 64) {
      if (up_to(random, 1) == 0) continue;
      std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(page), std::min<std::size_t>(64, bytes.size() - page),
                  std::byte{0});
    }
    detail::FoundJournal found = detail::find_entries(bytes);
    detail::recover(found, Recovery::tail);
    const bool kept = !found.entries.empty() && found.entries.back().end() >= durable;
    if (!kept || !a_prefix(found.entries, original)) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("a torn journal is gone on with, and ends as the session that was never interrupted") {
  const Rehearsal& rehearsal = whole_rehearsal();
  const std::span<const Input> inputs = rehearsal.inputs;
  Bytes bytes;
  {
    const TestFolder folder;
    {
      JournaledSession session{
          folder / "session", inner_thigh(), sample_person(), {}, {.checkpoint_every = seconds(30)}};
      give(session, inputs.first(1500));
    }
    bytes = content_of(folder / "session");
  }
  Random random{13};
  for (int i = 0; i < 12; ++i) {
    const TestFolder folder;
    const std::string path = folder / "session";
    put(path, std::span{bytes}.first(bytes.size() - up_to(random, bytes.size() / 2)));
    const std::uint64_t known = replay(path).inputs;
    {
      JournaledSession session = resume(path);
      give(session, inputs.subspan(known));
      CHECK(session.session().state() == rehearsal.session.state());
      session.close();
    }
    const Replayed played = replay(path, Recovery::strict);
    CHECK(played.events == rehearsal.events);
    CHECK(played.closed);
  }
}

TEST_CASE("damage to what was synced is an error that says where, unless another recovery was asked for") {
  const TestFolder folder;
  const std::string path = folder / "session";
  Bytes bytes = short_journal().bytes;
  const detail::FoundJournal whole = detail::find_entries(bytes);
  const auto input = std::find_if(whole.entries.begin() + 40, whole.entries.end(),
                                  [](const FoundEntry& entry) { return entry.kind == detail::Entry::input; });
  REQUIRE(input != whole.entries.end());
  const std::size_t at = input->at;
  const std::size_t end = input->end();
  bytes[at + detail::entry_header_length] ^= std::byte{1};
  put(path, bytes);
  CHECK(error_of(path) == path + ": byte " + std::to_string(at) + ": what was written there is damaged");
  CHECK_THROWS_AS(resume(path), CorruptRecord);
  const Replayed before = replay(path, Recovery::prefix);
  CHECK(before.events.size() < short_journal().events.size());
  CHECK(std::equal(before.events.begin(), before.events.end(), short_journal().events.begin()));
  const Replayed rest = replay(path, Recovery::salvage);
  CHECK(rest.lost == std::vector<Lost>{{at, end}});
  CHECK(rest.inputs > before.inputs);
  CHECK_FALSE(rest.closed);
}

TEST_CASE("an entry that was forged, or events that another engine told, are not played as if they were ours") {
  const TestFolder folder;
  const std::string path = folder / "session";
  const Bytes& bytes = short_journal().bytes;
  const detail::FoundJournal whole = detail::find_entries(bytes);
  Bytes forged{bytes.begin(), bytes.begin() + detail::journal_header_length};
  bool changed = false;
  for (const FoundEntry& entry : whole.entries) {
    Bytes content{entry.content.begin(), entry.content.end()};
    if (entry.kind == detail::Entry::event && !changed) {
      content[1] ^= std::byte{1};  // its time
      changed = true;
    }
    detail::add_entry(forged, whole.salt, entry.number, entry.kind, content);
  }
  REQUIRE(changed);
  put(path, forged);
  CHECK_THAT(error_of(path), Catch::EndsWith("played again, the session does otherwise"));
  Bytes long_input{bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(whole.entries.back().end())};
  detail::add_entry(long_input, whole.salt, whole.entries.back().number + 1, detail::Entry::input,
                    Bytes(40, std::byte{1}));
  put(path, long_input);
  CHECK_THAT(error_of(path), Catch::Contains("entry " + std::to_string(whole.entries.back().number + 1)));
}

TEST_CASE("what is no journal, or none yet, is refused in a sentence") {
  const TestFolder folder;
  const std::string path = folder / "file";
  const Bytes& bytes = short_journal().bytes;
  put(path, {});
  CHECK(error_of(path) == path + ": header: is cut off");
  put(path, to_archive(sample_person()));
  CHECK(error_of(path) == path + ": header: this is no journal of stretchcore");
  put(path, std::span{bytes}.first(detail::journal_header_length));
  CHECK(error_of(path) == path + ": start: the session that it begins with is not there");
  Bytes other{bytes};
  other[12] ^= std::byte{1};
  put(path, other);
  CHECK(error_of(path) == path + ": header: its checksum differs");
}

TEST_CASE("entries of an older journal, in room that is used again, are not found") {
  const Bytes& old = short_journal().bytes;
  const detail::FoundJournal whole = detail::find_entries(old);
  const auto header = detail::journal_header(whole.salt + 1);
  Bytes bytes{header.begin(), header.end()};
  detail::add_entry(bytes, whole.salt + 1, 1, detail::Entry::gap, {});
  bytes.insert(bytes.end(), old.begin() + static_cast<std::ptrdiff_t>(bytes.size()), old.end());
  const detail::FoundJournal found = detail::find_entries(bytes);
  CHECK(found.entries.size() == 1);
  CHECK(found.lost.size() == 1);
}

TEST_CASE("a file that looks like entries everywhere is given up soon") {
  const auto header = detail::journal_header(1);
  Bytes bytes{header.begin(), header.end()};
  while (bytes.size() < 400'000) {  // a length of 8192, a kind and its complement, at every fourth byte
    for (const int byte : {0x00, 0x20, 0x02, 0xFD}) bytes.push_back(static_cast<std::byte>(byte));
  }
  const detail::FoundJournal found = detail::find_entries(bytes);
  CHECK(found.entries.empty());
  CHECK(found.lost == std::vector<Lost>{{detail::journal_header_length, bytes.size()}});
}

}  // namespace record_journal_damage_test
