#include <stretchcore/record/history.hpp>

#include "catch.hpp"
#include "record/histories.hpp"

namespace record_history_damage_test {

using namespace stretchcore;

namespace {

/// A history with one session of hers, changed behind its back.
struct Changed {
  TestFolder folder;
  std::string path = folder / "history";

  explicit Changed(const std::string& sql) {
    {
      History history{path};
      history.add(his, day(1), measured(20, 21));
      history.add(her, day(1), measured(31.25, 40.75));
    }
    raw(path).run(sql);
  }
  std::string told() const {
    return refusal([&] { static_cast<void>(History{path}.sessions(her)); });
  }
  std::string told_by_check() const {
    return refusal([&] { History{path}.read_all(); });
  }
};

}  // namespace

TEST_CASE("a column that says something else than its record is an error that names row and column") {
  for (const auto& [column, value] :
       std::vector<std::pair<std::string, std::string>>{{"exercise", "'pelvic-tilts'"},
                                                        {"end_reason", "'cap'"},
                                                        {"end_reason", "NULL"},
                                                        {"repetitions", "1"},
                                                        {"range_left", "31.250000000000004"},
                                                        {"range_left", "NULL"},
                                                        {"error_left", "0.5"},
                                                        {"range_right", "-40.75"},
                                                        {"error_right", "NULL"},
                                                        {"gain", "4.6"},
                                                        {"gain_verdict", "'decreased'"},
                                                        {"difference", "-9.5"},
                                                        {"side_verdict", "'balanced'"},
                                                        {"at", "at + 1"},
                                                        {"person", "person || 'x'"}}) {
    const Changed changed{"UPDATE session SET " + column + " = " + value + " WHERE id = 2"};
    const std::string expected = changed.path + ": session 2." + column + ": is not what its record says";
    if (column != "person") CHECK(changed.told() == expected);
    CHECK(changed.told_by_check() == expected);
    CHECK(History{changed.path}.sessions(his).size() == 1);
  }
}

TEST_CASE("a record of another session is not taken for this one") {
  const Changed changed{"UPDATE session SET record = (SELECT record FROM session WHERE id = 1) WHERE id = 2"};
  CHECK(changed.told() == changed.path + ": session 2.person: is not what its record says");
}

TEST_CASE("no damage to a record is believed, wherever it is") {
  const Changed intact{"SELECT 1"};
  const std::int64_t size = raw(intact.path).number("SELECT length(record) FROM session WHERE id = 2");
  for (std::int64_t at = 0; at < size; at += 7) {
    const std::string place = std::to_string(at);
    const Changed changed{"UPDATE session SET record = CAST(substr(record, 1, " + place +
                          ") || CASE substr(record, 1 + " + place + ", 1) WHEN x'a5' THEN x'5a' ELSE x'a5' END || " +
                          "substr(record, 2 + " + place + ") AS BLOB) WHERE id = 2"};
    INFO("byte " << at);
    CHECK(changed.told().starts_with(changed.path + ": session 2"));
    CHECK(changed.told() == changed.told_by_check());
  }
  for (const char* record : {"x''", "x'00'", "substr(record, 1, length(record) - 1)", "record || x'00'"}) {
    const Changed changed{"UPDATE session SET record = CAST(" + std::string{record} + " AS BLOB) WHERE id = 2"};
    CHECK(changed.told().starts_with(changed.path + ": session 2."));
  }
}

TEST_CASE("a record of another kind, or of a newer schema, is refused by its row") {
  const TestFolder folder;
  const std::string path = folder / "history";
  { History{path}.add(her, day(1), measured(30, 40)); }
  const Bytes other = to_archive(measured(30, 40));
  const detail::Database database = raw(path);
  detail::Statement{database, "UPDATE session SET record = ?"}.bind(1, other).step();
  CHECK(refusal([&] { History{path}.read_all(); }) == path + ": session 1: the record holds no session of a history");
}

TEST_CASE("whatever becomes of the bytes of the file, what is read is what was written or is refused") {
  const TestFolder folder;
  const std::string path = folder / "history";
  std::vector<PastSession> hers;
  {
    History history{path};
    for (int number = 0; number < 12; ++number) {
      history.add(her, day(number), number % 4 ? measured(30 + number, 40) : whole_summary());
      history.add(his, day(number), measured(20 + number, 21));
    }
    hers = history.sessions(her);
  }
  const std::string intact = letters_of(path);
  session_tests::Dice dice{4};
  int refused = 0;
  int same = 0;
  int lost = 0;
  for (int attempt = 0; attempt < 1500; ++attempt) {
    std::string damaged = intact;
    if (attempt % 10 == 0) {
      damaged.resize(dice.whole(damaged.size()));
    } else {
      const std::size_t count = attempt % 3 == 0 ? 1 : 1 + dice.whole(64);
      const std::size_t at = dice.whole(damaged.size() - count);
      for (std::size_t i = at; i < at + count; ++i) damaged[i] = static_cast<char>(dice.whole(256));
    }
    std::filesystem::remove(path + "-wal");
    std::filesystem::remove(path + "-shm");
    std::ofstream{path, std::ios::binary | std::ios::trunc} << damaged;
    try {
      const History history{path, {.create = false, .patience = seconds(0.1)}};
      const std::vector<PastSession> read = history.sessions(her);
      for (const PastSession& one : read) CHECK(std::ranges::count(hers, one) == 1);
      if (read == hers) {
        ++same;
        continue;
      }
      // An index that leads nowhere: a query cannot know, and `check` tells. Of an empty file nothing is left to know.
      ++lost;
      if (!damaged.empty()) CHECK_THROWS_AS(history.read_all(), CorruptRecord);
    } catch (const RecordError&) {
      ++refused;
    }
  }
  CHECK(refused > 500);
  CHECK(same > 100);
  CHECK(lost < 150);
}

TEST_CASE("errors hold neither keys nor what was measured") {
  const Changed changed{"UPDATE session SET gain = 99.125, exercise = 'secret' WHERE id = 2"};
  std::vector<std::string> told{changed.told_by_check()};
  told.push_back(refusal([&] { History{changed.path}.add(his, day(1), measured(20, 77.125)); }));
  raw(changed.path).run("DROP TABLE session; CREATE TABLE session (person TEXT, words TEXT DEFAULT '77.125')");
  told.push_back(changed.told_by_check());
  CHECK(told.back() == changed.path + ": database: has other tables than its schema says");
  for (const std::string& one : told) {
    INFO(one);
    for (const std::string& secret : {her, his, std::string{"99.125"}, std::string{"77.125"}, std::string{"secret"}}) {
      CHECK(one.find(secret) == std::string::npos);
    }
  }
}

TEST_CASE("who is erased leaves no byte of the key in any file, and all others stay as they were") {
  const TestFolder folder;
  const std::string path = folder / "history";
  History history{path};
  for (int number = 0; number < 30; ++number) {
    history.add(her, day(number), number % 3 ? measured(30, 40) : whole_summary());
    history.add(his, day(number), measured(20, 21));
  }
  const std::vector<PastSession> others = history.sessions(his);
  REQUIRE_FALSE(files_with(folder.path(), her).empty());
  CHECK(history.erase(her) == 30);
  CHECK(files_with(folder.path(), her).empty());
  CHECK(files_with(folder.path(), his) == std::vector<std::string>{"history"});
  CHECK(std::filesystem::file_size(path + "-wal") == 0);
  CHECK(history.sessions(her).empty());
  CHECK(history.sessions(his) == others);
  CHECK(history.erase(her) == 0);
  history.close();
  CHECK(files_with(folder.path(), her).empty());
  CHECK_NOTHROW(History{path}.read_all());
  CHECK(raw(path).number("PRAGMA freelist_count") == 0);  // it was made anew
}

TEST_CASE("erasing waits for a reader, tells where one stays, and is complete the next time") {
  const TestFolder folder;
  const std::string path = folder / "history";
  History history{path, {.patience = seconds(0.2)}};
  history.add(her, day(1), whole_summary());
  {
    const detail::Database database = raw(path);
    detail::Statement reader{database, "SELECT id FROM session"};
    REQUIRE(reader.step());
    CHECK(refusal([&] { history.erase(her); }) == path + ": another process reads what was erased; erase again");
    CHECK_FALSE(files_with(folder.path(), her).empty());
  }
  CHECK(history.erase(her) == 0);
  CHECK(files_with(folder.path(), her).empty());
}

}  // namespace record_history_damage_test
