#include "files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <optional>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <stretchcore/error.hpp>

namespace stretchcore::detail {
namespace {

class Posix final : public FileSystem {
 public:
  int open(const char* path, int flags, unsigned mode) override {
    return ::open(path, flags, static_cast<mode_t>(mode));
  }
  long read(int file, void* bytes, std::size_t size) override { return ::read(file, bytes, size); }
  long write(int file, const void* bytes, std::size_t size) override { return ::write(file, bytes, size); }
  int sync(int file) override {
#ifdef F_FULLFSYNC
    return ::fcntl(file, F_FULLFSYNC);  // there fsync does not reach the disk
#else
    return ::fsync(file);
#endif
  }
  int truncate(int file, std::size_t size) override { return ::ftruncate(file, static_cast<off_t>(size)); }
  int lock(int file) override { return ::flock(file, LOCK_EX | LOCK_NB); }
  bool is_at(int file, const char* path) override {
    struct stat here {};
    struct stat there {};
    return ::fstat(file, &here) == 0 && ::stat(path, &there) == 0 && here.st_ino == there.st_ino &&
           here.st_dev == there.st_dev;
  }
  int facts(int file, FileFacts& facts) override {
    struct stat status {};
    if (::fstat(file, &status) != 0) return -1;
    facts = {S_ISREG(status.st_mode), S_ISDIR(status.st_mode), static_cast<std::uint64_t>(status.st_size),
             static_cast<std::uint64_t>(status.st_nlink)};
    return 0;
  }
  int close(int file) override { return ::close(file); }
  int rename(const char* from, const char* to) override { return ::rename(from, to); }
  int link(const char* from, const char* to) override { return ::link(from, to); }
  int unlink(const char* path) override { return ::unlink(path); }
};

/// Takes a name away again, unless it was given its final one.
class TemporaryName {
 public:
  TemporaryName(FileSystem& files, std::string name) : files_(files), name_(std::move(name)) {}
  ~TemporaryName() {
    if (!name_.empty()) files_.unlink(name_.c_str());
  }
  TemporaryName(const TemporaryName&) = delete;
  TemporaryName& operator=(const TemporaryName&) = delete;

  const std::string& text() const { return name_; }
  void renamed() { name_.clear(); }

 private:
  FileSystem& files_;
  std::string name_;
};

constexpr int most_tries = 100;

/// Tries names until one is free: what a crash left behind, or another thread is writing, keeps its own. Nothing where
/// another reason than a taken name speaks against it, which `errno` then says.
template <class Take>
std::optional<std::string> free_name(const std::string& path, Take&& take) {
  const std::string stem = path + ".tmp." + std::to_string(::getpid()) + ".";
  for (int n = 0; n < most_tries; ++n) {
    std::string name = stem + std::to_string(n);
    if (take(name.c_str())) return name;
    if (errno != EEXIST) return std::nullopt;
  }
  errno = EEXIST;
  return std::nullopt;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

bool no_links_there(int error) { return error == EPERM || error == ENOTSUP || error == EOPNOTSUPP || error == ENOSYS; }

/// Gives what is there now a second name, ".1". The first name is never away meanwhile.
void keep_previous(FileSystem& files, const std::string& path) {
  auto free = free_name(path, [&](const char* name) { return files.link(path.c_str(), name) == 0; });
  const int error = errno;
  if (!free && (error == ENOENT || no_links_there(error))) return;  // nothing was there, or there are no second names
  if (!free) fail_on(path, "the previous file cannot be kept", error);
  // Where both names are of one file already, renaming does nothing: this name goes either way.
  const TemporaryName second{files, *std::move(free)};
  if (files.rename(second.text().c_str(), (path + ".1").c_str()) != 0) {
    fail_on(path, "the previous file cannot be kept", errno);
  }
}

}  // namespace

FileSystem& file_system() {
  static Posix posix;
  return posix;
}

void fail_on(const std::string& path, const std::string& what, int error) {
  throw RecordError(path + ": " + what + ": " + std::generic_category().message(error));
}

int write_all(FileSystem& files, int file, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const long written = files.write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return written < 0 ? errno : ENOSPC;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return 0;
}

void sync_folder(FileSystem& files, const std::string& path) {
  const OpenFile folder{files, files.open(folder_of(path).c_str(), O_RDONLY | O_CLOEXEC | O_DIRECTORY, 0)};
  if (folder.number() < 0 || files.sync(folder.number()) != 0) fail_on(path, "its folder cannot be synced", errno);
}

std::string behind_links(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISLNK(status.st_mode)) return path;
  const std::unique_ptr<char, decltype(&std::free)> real{::realpath(path.c_str(), nullptr), &std::free};
  if (!real) fail_on(path, "is a link that cannot be followed", errno);
  return real.get();
}

std::vector<std::byte> read_file(FileSystem& files, const std::string& path, std::size_t most) {
  // What is no file, as a pipe that nobody writes to, must not keep us waiting.
  const OpenFile file{files, files.open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0)};
  if (file.number() < 0) fail_on(path, "cannot be opened", errno);
  FileFacts facts;
  if (files.facts(file.number(), facts) != 0) fail_on(path, "cannot be read", errno);
  if (!facts.regular && !facts.folder) throw RecordError(path + ": is a pipe or a device, and no file");
  const auto refuse_length = [&] { throw RecordError(path + ": is longer than " + std::to_string(most) + " bytes"); };
  if (facts.regular && facts.size > most) refuse_length();
  std::vector<std::byte> bytes(std::min<std::size_t>(most + 1, 64 * 1024));
  for (std::size_t size = 0;;) {
    const long count = files.read(file.number(), bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail_on(path, "cannot be read", errno);
    size += static_cast<std::size_t>(count);
    if (size > most) refuse_length();  // it grew, or did not tell its size
    if (count == 0) {
      bytes.resize(size);
      return bytes;
    }
    if (size == bytes.size()) bytes.resize(std::min(most + 1, 2 * size));
  }
}

void replace_file(FileSystem& files, const std::string& given, std::span<const std::byte> bytes, Before before) {
  const std::string path = behind_links(given);
  int number = -1;
  auto free = free_name(path, [&](const char* candidate) {
    number = files.open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    return number >= 0;
  });
  if (!free) fail_on(path, "cannot be created", errno);
  TemporaryName name{files, *std::move(free)};
  OpenFile file{files, number};
  if (const int error = write_all(files, file.number(), bytes); error != 0) fail_on(path, "cannot be written", error);
  // A sync that failed is not tried again: what it dropped, the next one would call written.
  if (files.sync(file.number()) != 0) fail_on(path, "cannot be written", errno);
  if (file.close() != 0 && errno != EINTR) fail_on(path, "cannot be written", errno);
  if (before == Before::stays) keep_previous(files, path);
  if (files.rename(name.text().c_str(), path.c_str()) != 0) fail_on(path, "cannot be replaced", errno);
  name.renamed();
  sync_folder(files, path);
}

void rewrite_file(FileSystem& files, const std::string& path, std::span<const std::byte> bytes, std::size_t same) {
  const OpenFile file{files, files.open(path.c_str(), O_WRONLY | O_CLOEXEC, 0)};
  if (file.number() < 0) fail_on(path, "cannot be opened", errno);
  if (files.truncate(file.number(), same) != 0) fail_on(path, "cannot be written", errno);
  if (const int error = write_all(files, file.number(), bytes); error != 0) fail_on(path, "cannot be written", error);
  if (files.sync(file.number()) != 0) fail_on(path, "cannot be written", errno);
}

}  // namespace stretchcore::detail
