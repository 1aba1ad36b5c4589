#include <stretchcore/document/json.hpp>

#include "catch.hpp"
#include "golden_events.hpp"
#include "record/journals.hpp"

namespace record_golden_test {

using namespace stretchcore;

// Records and journals that are kept in the repository (tests/golden/write_records.py). The next schema brings a folder
// of its own; those of this one have to be read forever.

namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

Bytes bytes_of(const std::string& name) {
  const std::string digits = text_of(source_folder() / "tests/golden" / (name + ".hex"));
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    if (digits[i] == '\n') ++i;
    bytes.push_back(static_cast<std::byte>(16 * digit(digits[i]) + digit(digits[i + 1])));
  }
  return bytes;
}

template <class T>
void check_against_document(const std::string& name) {
  INFO(name);
  const Bytes bytes = bytes_of("records_1/" + name);
  const T value = from_archive<T>(bytes);
  CHECK(value == from_json<T>(text_of(source_folder() / "tests/golden/records_1" / (name + ".json"))));
  CHECK(to_archive(value) == bytes);
}

}  // namespace

TEST_CASE("the records of schema 1 are what their documents say, and are written as they were, byte for byte") {
  REQUIRE(archive_schema == 1);
  check_against_document<Exercise>("exercise");
  check_against_document<Person>("person");
  check_against_document<SessionOptions>("options");
  check_against_document<Summary>("summary");
  const Bytes state = bytes_of("records_1/state");
  CHECK(to_archive(from_archive<SessionState>(state)) == state);
  const Bytes recording = bytes_of("records_1/recording");
  CHECK(to_archive(from_archive<Recording>(recording)) == recording);
}

TEST_CASE("the session of schema 1 goes on, or belongs to an engine that is gone") {
  const Bytes bytes = bytes_of("records_1/session");
  try {
    CHECK(to_archive(from_archive<Session>(bytes)) == bytes);
  } catch (const CorruptRecord& error) {
    CHECK(error.problem() == "belongs to no such session");
  }
}

TEST_CASE("the layout is the published one; whoever changes it raises archive_schema") {
  CHECK(archive_layout() == text_of(source_folder() / "tests/golden/records_1/layout.json"));
}

// Its events are the same under every compiler, -O0 and -O3, and from Python (tests/python/test_journal.py). They
// change with the engine: then `tests/golden/write_records.py --journal` writes it anew.
TEST_CASE("a journal that another machine wrote is played to the last bit", "[SR-16]") {
  const TestFolder folder;
  put(folder / "journal", bytes_of("session_journal"));
  const Replayed played = replay(folder / "journal", Recovery::strict);
  std::string events;
  for (const Event& event : played.events) events += golden_line(played.session, event);
  check_golden_stream(events, "session_journal.txt");
  CHECK_FALSE(played.closed);
}

TEST_CASE("the entries of the first journals are found and read") {
  const Bytes bytes = bytes_of("records_1/journal");
  const detail::FoundJournal found = detail::find_entries(bytes);
  CHECK(found.lost.empty());
  CHECK(found.entries.size() > 75);
  const TestFolder folder;
  put(folder / "journal", bytes);
  CHECK(replay(folder / "journal", Recovery::salvage).inputs > 70);
}

}  // namespace record_golden_test
