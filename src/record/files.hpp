#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <stretchcore/record/export_archive.hpp>

namespace stretchcore::detail {

/// What a file is, besides its content.
struct FileFacts {
  bool regular = false;  ///< no folder, pipe or device
  bool folder = false;
  std::uint64_t size = 0;   ///< [bytes]
  std::uint64_t names = 1;  ///< hard links that lead to it
};

/// What is asked of the operating system, call by call. Each returns what POSIX returns, and -1 leaves `errno` set.
/// Tests put another one in its place that fails where they want.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  virtual int open(const char* path, int flags, unsigned mode) = 0;
  virtual long read(int file, void* bytes, std::size_t size) = 0;
  virtual long write(int file, const void* bytes, std::size_t size) = 0;
  virtual int sync(int file) = 0;
  virtual int truncate(int file, std::size_t size) = 0;
  virtual int lock(int file) = 0;                      ///< for this program alone, without waiting
  virtual bool is_at(int file, const char* path) = 0;  ///< whether the name leads to this file
  virtual int facts(int file, FileFacts& facts) = 0;
  virtual int close(int file) = 0;
  virtual int rename(const char* from, const char* to) = 0;
  virtual int link(const char* from, const char* to) = 0;
  virtual int unlink(const char* path) = 0;
};

/// The machine's own.
STRETCHCORE_ARCHIVE_API FileSystem& file_system();

/// Closes a file that is given up. Whoever wants to know whether closing worked calls `close`.
class OpenFile {
 public:
  OpenFile(FileSystem& files, int number) : files_(&files), number_(number) {}
  ~OpenFile() {
    if (number_ >= 0) files_->close(number_);
  }
  OpenFile(OpenFile&& other) noexcept : files_(other.files_), number_(std::exchange(other.number_, -1)) {}
  OpenFile& operator=(OpenFile&& other) noexcept {
    std::swap(files_, other.files_);
    std::swap(number_, other.number_);
    return *this;
  }

  int number() const { return number_; }
  int close() { return files_->close(std::exchange(number_, -1)); }

 private:
  FileSystem* files_;
  int number_;
};

/// "file: cannot be written: No space left on device"
[[noreturn]] STRETCHCORE_ARCHIVE_API void fail_on(const std::string& path, const std::string& what, int error);

/// Goes on where a write was short or interrupted. 0, or the error.
int write_all(FileSystem& files, int file, std::span<const std::byte> bytes);

/// A name is on the disk when its folder is. Throws `RecordError`.
STRETCHCORE_ARCHIVE_API void sync_folder(FileSystem& files, const std::string& path);

/// Where a path that is a symbolic link leads to, and the path itself if it is none: a new file in the place of the
/// link would leave the old one behind it. Throws `RecordError` for a link that leads nowhere.
std::string behind_links(const std::string& path);

/// All bytes of a file that is no longer than `most`. A longer one, a pipe and a device are refused before anything is
/// read. Throws `RecordError`.
std::vector<std::byte> read_file(FileSystem& files, const std::string& path, std::size_t most);

/// Puts a new file in the place of an old one, so that at every moment one of them is there, whole: written beside it,
/// on the disk, then renamed. The old one stays as `path` + ".1", unless it is to go. Throws `RecordError`: then it is
/// the old one, or the new one that may not be on the disk yet.
enum class Before { stays, goes };
void replace_file(FileSystem& files, const std::string& path, std::span<const std::byte> bytes,
                  Before before = Before::stays);

/// Writes a file again in its place, so that all its names go on leading to one file. The first `same` bytes are those
/// that are there already: at every moment they are there, with a torn end behind them at most. Throws `RecordError`.
void rewrite_file(FileSystem& files, const std::string& path, std::span<const std::byte> bytes, std::size_t same);

}  // namespace stretchcore::detail
