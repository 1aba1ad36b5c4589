#pragma once

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <unistd.h>

#include "record/files.hpp"

namespace stretchcore {

/// A folder that is gone when the test is over.
class TestFolder {
 public:
  TestFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "stretchcore_test_XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::filesystem::filesystem_error("no folder", std::error_code{});
    path_ = name;
  }
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  friend std::string operator/(const TestFolder& folder, const std::string& name) { return folder.path_ / name; }

 private:
  std::filesystem::path path_;
};

/// The machine's own files, but for one call that fails, or for writes that stop halfway.
class FailingFiles final : public detail::FileSystem {
 public:
  int fail_at = -1;  ///< which call, counted from 0
  int error = EIO;
  std::size_t most_at_once = ~std::size_t{0};  ///< of a read or write [bytes]
  bool interrupts = false;                     ///< every second read and write is interrupted
  bool links = true;
  bool syncs = true;

  std::string log;  ///< the calls in their order
  int calls = 0;
  bool failed = false;
  bool unlinking = false;  ///< it was taking a name away that failed

  int open(const char* path, int flags, unsigned mode) override {
    return fails("open") ? -1 : real_.open(path, flags, mode);
  }
  long read(int file, void* bytes, std::size_t size) override {
    return fails("read") || interrupted() ? -1 : real_.read(file, bytes, std::min(size, most_at_once));
  }
  long write(int file, const void* bytes, std::size_t size) override {
    return fails("write") || interrupted() ? -1 : real_.write(file, bytes, std::min(size, most_at_once));
  }
  int sync(int file) override {
    if (!syncs) errno = error;
    return !syncs || fails("sync") ? -1 : real_.sync(file);
  }
  int truncate(int file, std::size_t size) override { return fails("truncate") ? -1 : real_.truncate(file, size); }
  int lock(int file) override { return fails("lock") ? -1 : real_.lock(file); }
  bool is_at(int file, const char* path) override { return real_.is_at(file, path); }
  int facts(int file, detail::FileFacts& facts) override { return real_.facts(file, facts); }
  int close(int file) override {
    const int closed = real_.close(file);  // as the kernel does: the number is gone, whatever it says
    return fails("close") ? -1 : closed;
  }
  int rename(const char* from, const char* to) override { return fails("rename") ? -1 : real_.rename(from, to); }
  int link(const char* from, const char* to) override {
    if (!links) errno = EPERM;
    return !links || fails("link") ? -1 : real_.link(from, to);
  }
  int unlink(const char* path) override {
    if (!fails("unlink")) return real_.unlink(path);
    unlinking = true;
    return -1;
  }

 private:
  bool fails(const char* call) {
    log += (log.empty() ? "" : " ") + std::string{call};
    if (calls++ != fail_at) return false;
    failed = true;
    errno = error;
    return true;
  }
  bool interrupted() {
    interrupt_now_ = interrupts && !interrupt_now_;
    if (interrupt_now_) errno = EINTR;
    return interrupt_now_;
  }

  detail::FileSystem& real_ = detail::file_system();
  bool interrupt_now_ = false;
};

}  // namespace stretchcore
