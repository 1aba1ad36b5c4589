#include <string>

#include <stretchcore/cue/phrases.hpp>
#include <stretchcore/version.hpp>

#include "catch.hpp"
#include "record/body.hpp"
#include "record/journals.hpp"

namespace record_as_written_test {

using namespace stretchcore;

namespace {

/// The same journal, as if something else had written it: the same entries after another first one.
Bytes as_if_by(const Bytes& journal, const MadeBy& writer) {
  const detail::FoundJournal found = detail::find_entries(journal);
  REQUIRE(found.lost.empty());
  Bytes other{journal.begin(), journal.begin() + detail::journal_header_length};
  for (const detail::FoundEntry& entry : found.entries) {
    detail::BodyWriter body{detail::Keeping::exact};
    detail::write(body, writer, {});
    const bool first = entry.kind == detail::Entry::made_by;
    detail::add_entry(other, found.salt, entry.number, entry.kind, first ? body.bytes() : entry.content);
  }
  return other;
}

std::string refusal(const auto& call) {
  try {
    call();
  } catch (const RecordError& error) {
    return error.what();
  }
  return "done";
}

/// The journal of a whole session whose app went away without closing it, and what was told in it.
struct Whole {
  Bytes bytes;
  std::vector<Event> events;
  Summary summary;
};

Whole whole_journal() {
  const TestFolder folder;
  Whole whole;
  {
    JournaledSession session{folder / "journal", inner_thigh(), sample_person()};
    whole.events = give(session, whole_rehearsal().inputs);
    whole.summary = session.session().summary();
  }
  whole.bytes = content_of(folder / "journal");
  return whole;
}

}  // namespace

TEST_CASE("a journal says what wrote it, and what the same library wrote is told as it was") {
  const TestFolder folder;
  const Whole whole = whole_journal();
  put(folder / "journal", whole.bytes);
  const Recorded told = recorded(folder / "journal");
  CHECK(told.made_by == made_by("en"));
  CHECK(told.made_by.engine == engine_version);
  CHECK(told.made_by.phrase_pack == phrase_pack_hash("en"));
  CHECK(told.can_be_replayed);
  CHECK(told.events == whole.events);
  CHECK(told.inputs == whole_rehearsal().inputs.size());
  CHECK_FALSE(told.closed);
  CHECK(replay(folder / "journal").events == told.events);
}

TEST_CASE("the journal of another engine, or of other phrases, is not played and not gone on with, but shown") {
  const TestFolder folder;
  const std::string path = folder / "journal";
  const Whole whole = whole_journal();
  MadeBy other_engine = made_by("en");
  other_engine.engine = 7;
  MadeBy other_phrases = made_by("en");
  ++other_phrases.phrase_pack;
  for (const MadeBy& writer : {other_engine, other_phrases}) {
    const bool engine = writer.engine == 7;
    CAPTURE(engine);
    put(path, as_if_by(whole.bytes, writer));
    const std::string by = engine ? "engine 7 wrote this journal, this is engine " + std::to_string(engine_version)
                                  : "other phrases in \"en\" wrote this journal";
    const std::string expected = path + ": " + by + "; it cannot be played again, only shown as it was recorded";
    CHECK(refusal([&] { replay(path); }) == expected);
    CHECK(refusal([&] { resume(path); }) == expected);
    const Recorded told = recorded(path);
    CHECK(told.made_by == writer);
    CHECK_FALSE(told.can_be_replayed);
    CHECK(told.events == whole.events);
    REQUIRE(told.summary);
    CHECK(told.summary->exercise == whole.summary.exercise);
    CHECK(told.summary->repetitions.size() > 5);
    CHECK(told.summary->repetitions.size() <= whole.summary.repetitions.size());
  }
}

TEST_CASE("entries of another schema are counted and not read: the summary is what remains") {
  const TestFolder folder;
  MadeBy later = made_by("en");
  later.entries = 2;
  put(folder / "journal", as_if_by(whole_journal().bytes, later));
  const Recorded told = recorded(folder / "journal");
  CHECK(told.events.empty());
  CHECK(told.inputs == whole_rehearsal().inputs.size());
  CHECK(told.summary);
}

TEST_CASE("a journal that does not say what wrote it is of engine 0") {
  const TestFolder folder;
  const Whole whole = whole_journal();
  const detail::FoundJournal found = detail::find_entries(whole.bytes);
  Bytes silent{whole.bytes.begin(), whole.bytes.begin() + detail::journal_header_length};
  std::uint32_t number = 1;
  for (const detail::FoundEntry& entry : found.entries) {
    if (entry.kind == detail::Entry::made_by) continue;
    detail::add_entry(silent, found.salt, number++, entry.kind, entry.content);
  }
  put(folder / "journal", silent);
  CHECK(refusal([&] { replay(folder / "journal"); }).find("engine 0 wrote this journal") != std::string::npos);
  CHECK(recorded(folder / "journal").summary);
}

TEST_CASE("a session that was finished has its last summary in its journal") {
  const TestFolder folder;
  Summary last;
  {
    JournaledSession session{folder / "journal", inner_thigh(), sample_person()};
    give(session, whole_rehearsal().inputs);
    last = session.finish(whole_rehearsal().now);
  }
  const Recorded told = recorded(folder / "journal");
  CHECK(told.closed);
  CHECK(told.summary == last);
}

}  // namespace record_as_written_test
