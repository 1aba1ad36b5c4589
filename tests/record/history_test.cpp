#include <array>
#include <sys/stat.h>
#include <thread>

#include <stretchcore/balance/compare.hpp>
#include <stretchcore/record/history.hpp>

#include "catch.hpp"
#include "record/histories.hpp"

namespace record_history_test {

using namespace stretchcore;

TEST_CASE("what was added is there again, in order of time, to the last bit") {
  const TestFolder folder;
  const std::string path = folder / "history";
  {
    History history{path};
    CHECK(history.persons().empty());
    CHECK(history.add(her, day(2), whole_summary()));
    CHECK(history.add(his, day(1), measured(30, 40)));
    CHECK(history.add(her, day(1) + Time{1}, measured(31.25, 40.1)));
  }
  const History history{path, {.create = false}};
  CHECK(history.persons() == std::vector{his, her});
  CHECK(history.sessions(her) == std::vector{PastSession{her, day(1) + Time{1}, measured(31.25, 40.1)},
                                             PastSession{her, day(2), whole_summary()}});
  CHECK(history.sessions(his) == std::vector{PastSession{his, day(1), measured(30, 40)}});
  CHECK(history.sessions("nobody").empty());
  CHECK_NOTHROW(history.read_all());
}

TEST_CASE("sessions are found by exercise and time, the first moment included and the last not") {
  const TestFolder folder;
  History history{folder / "history"};
  Summary other = measured(20, 20);
  other.exercise = "pelvic-tilts";
  for (int number = 0; number < 6; ++number) history.add(her, day(number), number % 2 ? other : measured(30, 40));
  const auto days = [&](const Which& which) {
    std::vector<Time> moments;
    for (const PastSession& session : history.sessions(her, which)) moments.push_back(session.at);
    return moments;
  };
  CHECK(days({}).size() == 6);
  CHECK(days({.exercise = "pelvic-tilts"}) == std::vector{day(1), day(3), day(5)});
  CHECK(days({.exercise = "no-such"}).empty());
  CHECK(days({.since = day(1), .until = day(3)}) == std::vector{day(1), day(2)});
  CHECK(days({.exercise = "pelvic-tilts", .since = day(2)}) == std::vector{day(3), day(5)});
}

TEST_CASE("a session may be added again, another one of the same person and moment may not") {
  const TestFolder folder;
  const std::string path = folder / "history";
  History history{path};
  CHECK(history.add(her, day(1), measured(30, 40)));
  CHECK_FALSE(history.add(her, day(1), measured(30, 40)));
  CHECK(refusal([&] { history.add(her, day(1), measured(30, 41)); }) ==
        path + ": session 1 is another one of this person and moment");
  CHECK(history.add(his, day(1), measured(30, 41)));
  CHECK(history.sessions(her).size() == 1);
}

TEST_CASE("what no record can hold is refused and leaves nothing behind") {
  const TestFolder folder;
  History history{folder / "history"};
  CHECK_THROWS_AS(history.add("", day(1), measured(30, 40)), InvalidModel);
  Summary broken = measured(30, 40);
  broken.gain.value = degrees(std::numeric_limits<double>::quiet_NaN());
  CHECK_THROWS_WITH(history.add(her, day(1), broken),
                    Catch::EndsWith("summary.gain.value: is not a finite number, and cannot be kept"));
  CHECK_THROWS_AS(history.add(her, longest_time + Time{1}, measured(30, 40)), RecordError);
  CHECK_THROWS_AS(history.add("\xff", day(1), measured(30, 40)), RecordError);
  CHECK(history.persons().empty());
  CHECK(history.add(std::string{"a\0b", 3}, day(1), measured(30, 40)));
  CHECK(history.persons() == std::vector{std::string{"a\0b", 3}});
  CHECK(history.sessions("a").empty());
  CHECK(history.sessions(std::string{"a\0b", 3}).size() == 1);
}

TEST_CASE("the files are their owner's alone, whatever the mask says, and no others are made") {
  const TestFolder folder;
  const auto mask = ::umask(0);
  History history{folder / "history"};
  history.add(her, day(1), measured(30, 40));
  ::umask(mask);
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator{folder.path()}) {
    names.push_back(entry.path().filename());
    CHECK((entry.status().permissions() & std::filesystem::perms::mask) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  }
  std::ranges::sort(names);
  CHECK(names == std::vector<std::string>{"history", "history-shm", "history-wal"});
  history.close();
  CHECK_THROWS_WITH(history.persons(), (folder / "history") + ": the history was closed");
  CHECK(std::distance(std::filesystem::directory_iterator{folder.path()}, {}) == 1);
}

TEST_CASE("names that mean something to SQLite are names of files") {
  const TestFolder folder;
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  for (const std::string name : {":memory:", "file:x?mode=memory", "plain"}) {
    {
      History{name}.add(her, day(1), measured(30, 40));
    }
    CHECK(std::filesystem::is_regular_file(folder.path() / name));
    CHECK(History{name, {.create = false}}.sessions(her).size() == 1);
  }
  std::filesystem::current_path(before);
}

TEST_CASE("a history that is not there or is something else is refused by name") {
  const TestFolder folder;
  const std::string path = folder / "history";
  CHECK(refusal([&] { History(path, {.create = false}); }) == path + ": cannot be opened: No such file or directory");
  CHECK_FALSE(std::filesystem::exists(path));
  CHECK(refusal([&] { History(folder / "none/history"); }) ==
        (folder / "none/history") + ": cannot be created: No such file or directory");
  CHECK_THROWS_AS(History(folder.path()), RecordError);
  std::ofstream{path} << std::string(5000, 'x');
  CHECK(refusal([&] { History{path}; }) == path + ": header: this is no history of stretchcore");
  CHECK(letters_of(path) == std::string(5000, 'x'));
  const std::string other = folder / "other";
  { std::ofstream{other}; }
  raw(other).run("CREATE TABLE song (title TEXT)");
  const std::string before = letters_of(other);
  CHECK(refusal([&] { History{other}; }) == other + ": header: this is no history of stretchcore");
  CHECK(letters_of(other) == before);
}

TEST_CASE("a history of a newer schema is refused by its number and not touched") {
  const TestFolder folder;
  const std::string path = folder / "history";
  { History{path}.add(her, day(1), measured(30, 40)); }
  raw(path).run("PRAGMA user_version = 7");
  const std::string before = letters_of(path);
  CHECK(refusal([&] { History{path}; }) == path + ": the history has schema 7; this library reads up to 1");
  CHECK(letters_of(path) == before);
}

TEST_CASE("an older schema is brought up to date once, whole or not at all") {
  const TestFolder folder;
  const std::string path = folder / "history";
  { History{path}.add(her, day(1), measured(30, 40)); }
  const auto first = detail::history_steps();
  const std::array later{first[0], "ALTER TABLE session ADD COLUMN mood TEXT", "CREATE TABLE note (words TEXT) STRICT"};
  const std::array broken{first[0], later[1], "CREATE TABLE nonsense ("};
  const auto schema = [&] { return raw(path).number("PRAGMA user_version"); };
  CHECK_THROWS_AS(detail::migrate(raw(path), broken), CorruptRecord);
  CHECK(schema() == 1);
  CHECK(raw(path).number("SELECT count(*) FROM pragma_table_info('session') WHERE name = 'mood'") == 0);
  detail::migrate(raw(path), later);
  detail::migrate(raw(path), later);
  CHECK(schema() == 3);
  CHECK(raw(path).number("SELECT count(*) FROM pragma_table_info('session') WHERE name = 'mood'") == 1);
  CHECK(raw(path).number("SELECT count(*) FROM session") == 1);
}

TEST_CASE("progress tells each side's range with its error, what changed, and which side is the tighter one") {
  const TestFolder folder;
  History history{folder / "history"};
  for (int week = 0; week < 9; ++week) history.add(her, day(7 * week), measured(30 + week, 40 + 0.5 * week));
  Summary unmeasured;
  unmeasured.exercise = "dynamic-inner-thigh-stretch";
  history.add(her, day(3), unmeasured);
  Summary other = measured(1, 2);
  other.exercise = "pelvic-tilts";
  history.add(her, day(4), other);

  const Progress progress = history.progress(her, "dynamic-inner-thigh-stretch");
  REQUIRE(progress.points.size() == 9);
  CHECK(progress.points[3] ==
        ProgressPoint{day(21), measured(33, 41.5).range_before, measured(33, 41.5).gain, measured(33, 41.5).asymmetry});
  REQUIRE(progress.trend.left);
  CHECK(progress.trend.left->slope == Approx(1.0 / 7));
  CHECK(progress.trend.left->count == 9);
  CHECK(progress.trend.right->slope == Approx(0.5 / 7));
  CHECK(progress.difference_trend->slope == Approx(-0.5 / 7));
  CHECK(progress.sides.left == 9);
  CHECK(progress.sides.beyond_left == 9);
  CHECK(progress.sides.tighter_side == Side::left);
  CHECK(progress.change.left ==
        compare_sessions(measured(30, 40).range_before.left, measured(38, 40).range_before.left));
  CHECK(progress.change.left.verdict == GainVerdict::increased);
  CHECK(progress.change.right.value == degrees(4));

  // Eight sessions that agree are not enough, nor are nine whose sensor's error nobody knows.
  CHECK_FALSE(history.progress(her, "dynamic-inner-thigh-stretch", day(0), day(50)).sides.tighter_side);
  for (int week = 0; week < 9; ++week) {
    Summary unknown = measured(30 + week, 40 + 0.5 * week);
    unknown.asymmetry.sensor_error.reset();
    history.add(his, day(7 * week), unknown);
  }
  CHECK_FALSE(history.progress(his, "dynamic-inner-thigh-stretch").sides.tighter_side);

  // Sessions in which left and right may have been exchanged tell nothing of the sides.
  for (int week = 0; week < 9; ++week) {
    Summary doubted = measured(30 + week, 40 + 0.5 * week);
    if (week % 2 == 0) doubted.asymmetry = {};
    doubted.asymmetry.doubt = week % 2 == 0 ? Doubt::sides_exchanged : Doubt::sides_unchecked;
    history.add("k-0816", day(7 * week), doubted);
  }
  const Progress unsure = history.progress("k-0816", "dynamic-inner-thigh-stretch");
  CHECK_FALSE(unsure.difference_trend);
  CHECK(unsure.sides == Consistency{});
  CHECK(unsure.trend.left);

  const Progress early = history.progress(her, "dynamic-inner-thigh-stretch", day(0), day(14));
  CHECK(early.points.size() == 2);
  CHECK_FALSE(early.trend.left);
  const Progress none = history.progress(her, "no-such");
  CHECK(none == Progress{"no-such", {}, {}, {}, {}, {}});
  const Progress one = history.progress(her, "pelvic-tilts");
  CHECK(one.points.size() == 1);
  CHECK(one.change.left == Gain{});
}

TEST_CASE("how regularly somebody stretches is counted week by week, without starts that were refused") {
  const TestFolder folder;
  History history{folder / "history"};
  for (const int number : {0, 2, 7, 9, 13, 21}) history.add(her, day(number), measured(30, 40));
  Summary refused;
  refused.exercise = "dynamic-inner-thigh-stretch";
  refused.end_reason = EndReason::needs_clearance;
  history.add(her, day(3), refused);
  const Adherence found = history.adherence(her, day(0), day(28));
  CHECK(found.sessions == 6);
  CHECK(found.a_week == Approx(1.5));
  CHECK(found.weeks == std::vector{2, 3, 0, 1});
  const Adherence cut = history.adherence(her, day(-3), day(14));
  CHECK(cut.weeks == std::vector{0, 2, 3});
  CHECK(cut.a_week == Approx(5.0 / (17.0 / 7.0)));
  CHECK(history.adherence(her, day(0), day(0) + Time{1}).weeks == std::vector{1});
  CHECK(history.adherence(her, day(0), day(28), "no-such").weeks == std::vector{0, 0, 0, 0});
  CHECK_THROWS_AS(history.adherence(her, day(1), day(1)), InvalidModel);
}

TEST_CASE("an export is read back to the same, once") {
  const TestFolder folder;
  History history{folder / "history"};
  history.add(her, day(1) + Time{123'456'789}, whole_summary());
  history.add(her, day(2), measured(0.1, 1.0 / 3.0));
  history.add(his, day(2), measured(30, 40));
  const std::string lines = history.export_json(her);
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 2);
  CHECK(lines.find(his) == std::string::npos);
  CHECK(history.import_json(lines) == 0);
  History other{folder / "other"};
  CHECK(other.import_json(lines) == 2);
  CHECK(other.import_json("\n" + lines + "\r\n") == 0);
  CHECK(other.sessions(her) == history.sessions(her));
  CHECK(other.export_json(her) == lines);
  CHECK(history.export_json("nobody").empty());
}

TEST_CASE("an import is added whole or not at all, and its mistakes have their line") {
  const TestFolder folder;
  History history{folder / "history"};
  history.add(her, day(1), measured(30, 40));
  const std::string line = history.export_json(her);
  history.erase(her);
  const auto refused = [&](const std::string& lines) {
    try {
      history.import_json(lines);
    } catch (const DocumentError& error) {
      return std::string{error.path()};
    }
    return std::string{"nothing"};
  };
  std::string wrong = line;
  wrong.replace(wrong.find("\"gain\""), 6, "\"gian\"");
  CHECK(refused(line + wrong) == "line 2, summary.gian");
  CHECK(refused(line + "\n{\n") == "line 3");
  CHECK(refused(R"({"schema": 1, "at": 5})") == "line 1, person");
  CHECK(refused(R"({"schema": 99, "person": "x"})") == "line 1, schema");
  CHECK(history.persons().empty());
  std::string other = line;
  other.replace(other.find("felt_freer"), 10, "cap");
  CHECK_THROWS_WITH(history.import_json(line + other), Catch::EndsWith("is another one of this person and moment"));
  CHECK(history.persons().empty());
}

TEST_CASE("several threads use one history") {
  const TestFolder folder;
  History history{folder / "history"};
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&, thread] {
      for (int number = 0; number < 20; ++number) {
        history.add("person " + std::to_string(thread), day(number), measured(30, 40));
        static_cast<void>(history.sessions("person " + std::to_string((thread + 1) % 4)));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (int thread = 0; thread < 4; ++thread) CHECK(history.sessions("person " + std::to_string(thread)).size() == 20);
}

}  // namespace record_history_test
