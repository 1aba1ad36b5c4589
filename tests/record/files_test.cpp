#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/stat.h>

#include "catch.hpp"
#include "record/failing_files.hpp"
#include "record/samples.hpp"

namespace record_files_test {

using namespace stretchcore;
namespace fs = std::filesystem;

namespace {

Bytes bytes_of(std::string_view text) {
  const auto bytes = std::as_bytes(std::span{text.data(), text.size()});
  return {bytes.begin(), bytes.end()};
}

Bytes content(const std::string& path) { return detail::read_file(detail::file_system(), path, 1'000'000); }

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}));
}

}  // namespace

TEST_CASE("a saved value is loaded again, by its type and by the kind the file says") {
  const TestFolder folder;
  const std::string path = folder / "person.sc";
  save(sample_person(), path);
  CHECK(load<Person>(path) == sample_person());
  CHECK(std::get<Person>(load(path)) == sample_person());
  save(sample_rehearsal().session, folder / "session.sc");
  CHECK(load<Session>(folder / "session.sc").state() == sample_rehearsal().session.state());
}

TEST_CASE("what is saved is its owner's alone, and the one before stays beside it") {
  const TestFolder folder;
  const std::string path = folder / "options.sc";
  SessionOptions options;
  for (const char* language : {"en", "de", "fr"}) {
    options.language = language;
    save(options, path);
    CHECK(load<SessionOptions>(path).language == language);
  }
  CHECK(load<SessionOptions>(path + ".1").language == "de");
  CHECK(files_in(folder.path()) == 2);
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("a file that cannot be read is refused with its name") {
  const TestFolder folder;
  const std::string path = folder / "person.sc";
  CHECK_THROWS_WITH(load(path), path + ": cannot be opened: No such file or directory");
  CHECK_THROWS_WITH(load(folder.path().string()), Catch::EndsWith(": cannot be read: Is a directory"));
  save(sample_person(), path);
  CHECK_THROWS_WITH(load<Exercise>(path), path + ": the record holds no Exercise");
  fs::resize_file(path, 60);
  CHECK_THROWS_WITH(load(path), path + ": body: is cut off");
  CHECK_THROWS_AS(load(path), CorruptRecord);
  fs::resize_file(path, longest_record + 1);  // sparse
  CHECK_THROWS_WITH(load(path), path + ": is longer than 67108864 bytes");
  std::ofstream{folder / "empty"};
  CHECK_THROWS_WITH(load(folder / "empty"), folder / "empty" + ": header: is cut off");
}

TEST_CASE("whatever call fails while a file is replaced, one of the two is there, whole, and nothing else") {
  for (const int error : {ENOSPC, EIO, EACCES}) {
    int failures = 0;
    for (int nth = 0;; ++nth) {
      const TestFolder folder;
      const std::string path = folder / "file";
      detail::replace_file(detail::file_system(), path, bytes_of("old"));
      FailingFiles files;
      files.fail_at = nth;
      files.error = error;
      bool failed = false;
      try {
        detail::replace_file(files, path, bytes_of("new"));
      } catch (const RecordError& thrown) {
        failed = true;
        CHECK_THAT(thrown.what(), Catch::StartsWith(path + ": "));
      }
      if (!files.failed) break;
      ++failures;
      INFO("call " << nth << " of " << files.calls);
      const Bytes now = content(path);
      CHECK((now == bytes_of("old") || now == bytes_of("new")));
      // What is taken away again may fail as well; then a name is left, and the next one is tried.
      if (failed && !files.unlinking) CHECK(files_in(folder.path()) <= 2);
      if (!failed) CHECK(now == bytes_of("new"));
    }
    CHECK(failures >= 8);
  }
}

TEST_CASE("a file is on the disk before it takes the place of another, and its folder afterwards") {
  const TestFolder folder;
  const std::string path = folder / "file";
  FailingFiles files;
  detail::replace_file(files, path, bytes_of("old"));
  CHECK(files.log == "open write sync close link rename open sync close");
  files.log.clear();
  detail::replace_file(files, path, bytes_of("new"));
  // The first name for the old one is taken: the new one has it.
  CHECK(files.log == "open write sync close link link rename unlink rename open sync close");
}

TEST_CASE("short writes and interrupted calls are gone on with") {
  const TestFolder folder;
  const std::string path = folder / "file";
  FailingFiles files;
  files.most_at_once = 3;
  files.interrupts = true;
  const Bytes record = to_archive(sample_person());
  detail::replace_file(files, path, record);
  CHECK(content(path) == record);
  CHECK(detail::read_file(files, path, 1'000'000) == record);
}

TEST_CASE("where the file system has no second names a file is replaced all the same") {
  const TestFolder folder;
  const std::string path = folder / "file";
  FailingFiles files;
  files.links = false;
  detail::replace_file(files, path, bytes_of("old"));
  detail::replace_file(files, path, bytes_of("new"));
  CHECK(content(path) == bytes_of("new"));
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("what a crash left behind is neither used nor in the way") {
  const TestFolder folder;
  const std::string path = folder / "file";
  for (int n = 0; n < 3; ++n) {
    std::ofstream{path + ".tmp." + std::to_string(::getpid()) + "." + std::to_string(n)} << "half";
  }
  detail::replace_file(detail::file_system(), path, bytes_of("new"));
  CHECK(content(path) == bytes_of("new"));
}

}  // namespace record_files_test
