#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <stretchcore/record/history.hpp>

#include "catch.hpp"
#include "record/histories.hpp"

namespace record_history_crash_test {

using namespace stretchcore;

namespace {

/// Another process. What it does must not come back here.
class Child {
 public:
  /// `work` is handed where to write a byte for each thing it has done.
  explicit Child(const std::function<void(int)>& work) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    process_ = ::fork();
    REQUIRE(process_ >= 0);
    if (process_ == 0) {
      ::close(ends[0]);
      try {
        work(ends[1]);
      } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());  // what a test that fails wants to know
        ::_exit(1);
      }
      ::_exit(0);
    }
    ::close(ends[1]);
    done_ = ends[0];
  }
  ~Child() {
    if (process_ > 0) wait();
    ::close(done_);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  void kill() const { ::kill(process_, SIGKILL); }
  /// Whether it ended well.
  bool wait() {
    int status = 0;
    ::waitpid(std::exchange(process_, -1), &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }
  /// Waits for the next thing it has done, or for its end: then false.
  bool next() const {
    char byte = 0;
    return ::read(done_, &byte, 1) == 1;
  }
  int done() const {
    int count = 0;
    while (next()) ++count;
    return count;
  }

 private:
  ::pid_t process_ = -1;
  int done_ = -1;
};

void tell(int to) {
  if (::write(to, "x", 1) != 1) ::_exit(2);
}

/// How often to kill; STRETCHCORE_KILLS says more.
int kills() {
  const char* more = std::getenv("STRETCHCORE_KILLS");
  return more == nullptr ? 60 : std::atoi(more);
}

const Summary& summary_of(int number) {
  static const Summary small = measured(30, 40);
  return number % 5 == 0 ? whole_summary() : small;
}

constexpr int many = 1'000'000;

/// Adds so many sessions, and then waits to be killed.
void add(const std::string& path, int from, int count, int to) {
  History history{path};
  for (int number = from; number < from + count; ++number) {
    history.add(her, day(0) + seconds(number), summary_of(number));
    tell(to);
  }
  while (true) ::pause();
}

}  // namespace

TEST_CASE(
    "a writer that is killed at any moment loses no session that it was told is there, and leaves none by halves") {
  const TestFolder folder;
  const std::string path = folder / "history";
  static_cast<void>(whole_summary());  // not made anew by each child
  session_tests::Dice dice{9};
  int there = 0;
  int acknowledged = 0;
  for (int attempt = 0; attempt < kills(); ++attempt) {
    Child child{[&](int to) { add(path, there, many, to); }};
    // A third of them while it opens the history, or wherever it is; the others once it writes.
    const int first = attempt % 3 != 0 && child.next() ? 1 : 0;
    std::this_thread::sleep_for(std::chrono::microseconds{dice.whole(20'000)});
    child.kill();
    CHECK_FALSE(child.wait());
    const int told = first + child.done();
    acknowledged += told;
    const History history{path};
    REQUIRE_NOTHROW(history.read_all());
    const std::vector<PastSession> sessions = history.sessions(her);
    const int now = static_cast<int>(sessions.size());
    REQUIRE(now >= there + told);
    REQUIRE(now <= there + told + 1);
    for (int number = there; number < now; ++number) {
      const PastSession& session = sessions[static_cast<std::size_t>(number)];
      REQUIRE(session == PastSession{her, day(0) + seconds(number), summary_of(number)});
    }
    there = now;
  }
  CHECK(acknowledged >= kills() - (kills() + 2) / 3);
}

TEST_CASE("a log that is damaged after a crash gives whole sessions up to the damage, or is refused") {
  const TestFolder folder;
  const std::string path = folder / "history";
  static_cast<void>(whole_summary());
  {
    Child child{[&](int to) { add(path, 0, many, to); }};
    for (int number = 0; number < 20; ++number) REQUIRE(child.next());
    child.kill();
  }
  const std::string database = letters_of(path);
  const std::string log = letters_of(path + "-wal");
  REQUIRE(log.size() > 20'000);
  session_tests::Dice dice{12};
  bool shorter = false;
  for (int attempt = 0; attempt < 150; ++attempt) {
    std::string damaged = log;
    damaged[dice.whole(damaged.size())] ^= static_cast<char>(1 + dice.whole(255));
    if (attempt % 5 == 0) damaged.resize(dice.whole(damaged.size()));
    std::filesystem::remove(path + "-shm");
    std::ofstream{path, std::ios::binary | std::ios::trunc} << database;
    std::ofstream{path + "-wal", std::ios::binary | std::ios::trunc} << damaged;
    try {
      const History history{path};
      history.read_all();
      const std::vector<PastSession> sessions = history.sessions(her);
      for (std::size_t number = 0; number < sessions.size(); ++number) {
        const int n = static_cast<int>(number);
        REQUIRE(sessions[number] == PastSession{her, day(0) + seconds(n), summary_of(n)});
      }
      shorter = shorter || sessions.size() < 20;
    } catch (const RecordError&) {
    }
  }
  CHECK(shorter);
}

TEST_CASE("erasing that is killed at any moment harms nobody else, and is complete the next time") {
  const TestFolder folder;
  session_tests::Dice dice{10};
  for (int attempt = 0; attempt < kills() / 3; ++attempt) {
    const std::string path = folder / std::to_string(attempt);
    {
      History history{path};
      for (int number = 0; number < 6; ++number) {
        history.add(her, day(number), summary_of(number));
        history.add(his, day(number), summary_of(number));
      }
    }
    {
      Child child{[&](int to) {
        History history{path};
        tell(to);
        history.erase(her);
      }};
      REQUIRE(child.next());
      std::this_thread::sleep_for(std::chrono::microseconds{dice.whole(8'000)});
      child.kill();
    }
    History history{path};
    CHECK_NOTHROW(history.read_all());
    const std::size_t left = history.sessions(her).size();
    CHECK((left == 0 || left == 6));
    CHECK(history.erase(her) == left);
    CHECK(history.sessions(his).size() == 6);
    CHECK(files_with(folder.path(), her).empty());
  }
}

TEST_CASE("several processes begin one history and write to it, and all get through") {
  const TestFolder folder;
  for (int attempt = 0; attempt < 8; ++attempt) {
    const std::string path = folder / std::to_string(attempt);
    const auto write = [&](const std::string& person) {
      return [&path, person](int) {
        History history{path};
        for (int number = 0; number < 15; ++number) history.add(person, day(number), measured(30, 40));
      };
    };
    Child first{write("a")};
    Child second{write("b")};
    Child third{write("c")};
    CHECK(first.wait());
    CHECK(second.wait());
    CHECK(third.wait());
    const History history{path};
    CHECK_NOTHROW(history.read_all());
    for (const std::string person : {"a", "b", "c"}) CHECK(history.sessions(person).size() == 15);
  }
}

TEST_CASE("who reads while another writes sees whole sessions, all up to some moment, and never fewer than before") {
  const TestFolder folder;
  const std::string path = folder / "history";
  { History{path}.add(his, day(0), measured(30, 40)); }
  constexpr int few = 200;  // a reader under a sanitizer is slower than any writer
  Child writer{[&](int to) { add(path, 0, few, to); }};
  const History history{path};
  std::size_t before = 0;
  for (int told = 1; told <= 100; ++told) {
    REQUIRE(writer.next());
    const std::vector<PastSession> sessions = history.sessions(her);
    REQUIRE(sessions.size() >= std::max(before, static_cast<std::size_t>(told)));
    for (std::size_t number = 0; number < sessions.size(); ++number) {
      REQUIRE(sessions[number].at == day(0) + seconds(static_cast<double>(number)));
    }
    before = sessions.size();
  }
  writer.kill();
  CHECK_FALSE(writer.wait());
  CHECK(history.sessions(his).size() == 1);
}

TEST_CASE("a writer that others keep waiting for too long says so") {
  const TestFolder folder;
  const std::string path = folder / "history";
  History history{path, {.patience = seconds(0.1)}};
  const detail::Database other = raw(path);
  {
    const detail::Transaction writes{other, detail::Transaction::To::write};
    CHECK(refusal([&] { history.add(her, day(1), measured(30, 40)); }) ==
          path + ": another process was busy with it for too long");
    CHECK(history.sessions(her).empty());
  }
  CHECK(history.add(her, day(1), measured(30, 40)));
}

TEST_CASE("where the disk is full a session is refused, and what was there before stays") {
  const TestFolder folder;
  const std::string path = folder / "history";
  { History{path}.add(his, day(0), measured(30, 40)); }
  static_cast<void>(whole_summary());
  Child child{[&](int to) {
    ::signal(SIGXFSZ, SIG_IGN);
    const ::rlimit most{96 * 1024, 96 * 1024};
    ::setrlimit(RLIMIT_FSIZE, &most);
    History history{path};
    for (int number = 0;; ++number) {
      const std::string refused = refusal([&] { history.add(her, day(number), whole_summary()); });
      if (refused != "nothing") ::_exit(refused.starts_with(path + ": ") ? 0 : 3);
      tell(to);
    }
  }};
  CHECK(child.wait());
  const int told = child.done();
  CHECK(told > 0);
  const History history{path};
  CHECK_NOTHROW(history.read_all());
  CHECK(history.sessions(her).size() == static_cast<std::size_t>(told));
  CHECK(history.sessions(his).size() == 1);
}

}  // namespace record_history_crash_test
