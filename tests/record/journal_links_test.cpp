#include <chrono>
#include <cstdio>
#include <filesystem>
#include <sys/stat.h>

#include <stretchcore/record/journal.hpp>

#include "catch.hpp"
#include "record/journals.hpp"

namespace record_journal_links_test {

using namespace stretchcore;
namespace fs = std::filesystem;

namespace {

/// A journal that a crash has left behind, of so many inputs of the whole rehearsal.
void begin(const std::string& path, std::size_t inputs) {
  JournaledSession session{path, inner_thigh(), sample_person()};
  give(session, std::span{whole_rehearsal().inputs}.first(inputs));
}

::ino_t file_at(const std::string& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_ino;
}

/// Counts what is read.
class ReadingFiles final : public detail::FileSystem {
 public:
  int reads = 0;

  int open(const char* path, int flags, unsigned mode) override { return real_.open(path, flags, mode); }
  long read(int file, void* bytes, std::size_t size) override {
    ++reads;
    return real_.read(file, bytes, size);
  }
  long write(int file, const void* bytes, std::size_t size) override { return real_.write(file, bytes, size); }
  int sync(int file) override { return real_.sync(file); }
  int truncate(int file, std::size_t size) override { return real_.truncate(file, size); }
  int lock(int file) override { return real_.lock(file); }
  bool is_at(int file, const char* path) override { return real_.is_at(file, path); }
  int facts(int file, detail::FileFacts& facts) override { return real_.facts(file, facts); }
  int close(int file) override { return real_.close(file); }
  int rename(const char* from, const char* to) override { return real_.rename(from, to); }
  int link(const char* from, const char* to) override { return real_.link(from, to); }
  int unlink(const char* path) override { return real_.unlink(path); }

 private:
  detail::FileSystem& real_ = detail::file_system();
};

}  // namespace

TEST_CASE("through a symbolic or a hard link a session goes on in one journal", "[SR-16]") {
  const std::span<const Input> inputs = whole_rehearsal().inputs;
  enum class Kind { near, far, chain, hard };
  for (const Kind kind : {Kind::near, Kind::far, Kind::chain, Kind::hard}) {
    const TestFolder folder;
    fs::create_directory(folder.path() / "kept");
    const std::string path = folder / "kept/session";
    const std::string link = folder / (kind == Kind::near ? "kept/latest" : "latest");
    begin(path, 600);
    if (kind == Kind::near) fs::create_symlink("session", link);
    if (kind == Kind::far) fs::create_symlink(path, link);
    if (kind == Kind::chain) {
      fs::create_symlink("kept/session", folder / "between");
      fs::create_symlink("between", link);
    }
    if (kind == Kind::hard) fs::create_hard_link(path, link);
    for (const std::size_t done : {600u, 800u}) {
      JournaledSession session = resume(done == 600 ? link : path);
      give(session, inputs.subspan(done, 200));
      CHECK_THROWS_WITH(resume(path), Catch::EndsWith("is written by another process"));
      CHECK_THROWS_WITH(resume(link), Catch::EndsWith("is written by another process"));
    }
    CHECK(file_at(link) == file_at(path));
    CHECK(fs::is_symlink(link) == (kind != Kind::hard));
    CHECK(content_of(link) == content_of(path));
    CHECK(replay(path, Recovery::strict).inputs == 1000);
    const std::vector<Event> events = replay(link, Recovery::strict).events;
    CHECK(std::equal(events.begin(), events.end(), whole_rehearsal().events.begin()));
    const auto files = std::distance(fs::directory_iterator{folder.path() / "kept"}, fs::directory_iterator{});
    CHECK(files == (kind == Kind::near ? 2 : 1));
  }
}

TEST_CASE("a torn end of a journal with two names is cut off under both") {
  const TestFolder folder;
  const std::string path = folder / "session";
  begin(path, 600);
  const std::uint64_t whole = replay(path).inputs;
  fs::resize_file(path, fs::file_size(path) - 5);
  fs::create_hard_link(path, folder / "other");
  { JournaledSession session = resume(folder / "other"); }
  CHECK(replay(path, Recovery::strict).inputs >= whole - 1);
  CHECK(content_of(path) == content_of(folder / "other"));
}

TEST_CASE("a link that leads nowhere is refused, and no journal is begun through one") {
  const TestFolder folder;
  fs::create_symlink("nothing", folder / "link");
  fs::create_symlink("round", folder / "round");
  CHECK_THROWS_AS(resume(folder / "link"), RecordError);
  CHECK_THROWS_AS(resume(folder / "round"), RecordError);
  CHECK_THROWS_WITH((JournaledSession{folder / "link", inner_thigh()}),
                    folder / "link" + ": is there already; resume it, or take another");
  CHECK_FALSE(fs::exists(folder / "nothing"));
}

TEST_CASE("what is saved through a link takes the place of the file, not of the link") {
  const TestFolder folder;
  save(Person{}, folder / "person");
  fs::create_symlink("person", folder / "link");
  save(sample_person(), folder / "link");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(load<Person>(folder / "person") == sample_person());
}

TEST_CASE("what is longer than a journal can be, a pipe and a device are refused before they are read") {
  const TestFolder folder;
  const std::string path = folder / "session";
  begin(path, 50);
  fs::resize_file(path, std::uint64_t{4} * detail::longest_journal);  // sparse
  ReadingFiles files;
  CHECK_THROWS_WITH(detail::read_file(files, path, detail::longest_journal),
                    path + ": is longer than 1073741824 bytes");
  CHECK(files.reads == 0);
  CHECK_THROWS_WITH(resume(path), path + ": is longer than 1073741824 bytes");
  CHECK_THROWS_WITH(replay(path), path + ": is longer than 1073741824 bytes");
  CHECK(fs::file_size(path) == std::uint64_t{4} * detail::longest_journal);
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  for (const std::string& none : {std::string{"/dev/zero"}, folder / "pipe"}) {
    CHECK_THROWS_WITH(replay(none), none + ": is a pipe or a device, and no file");
    CHECK_THROWS_WITH(load(none), none + ": is a pipe or a device, and no file");
    CHECK_THROWS_AS(resume(none), RecordError);
  }
}

}  // namespace record_journal_links_test
