#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace stretchcore::detail {

/// What is asked of the operating system, call by call. Each returns what POSIX returns, and -1 leaves `errno` set.
/// Tests put another one in its place that fails where they want.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  virtual int open(const char* path, int flags, unsigned mode) = 0;
  virtual long read(int file, void* bytes, std::size_t size) = 0;
  virtual long write(int file, const void* bytes, std::size_t size) = 0;
  virtual int sync(int file) = 0;
  virtual int close(int file) = 0;
  virtual int rename(const char* from, const char* to) = 0;
  virtual int link(const char* from, const char* to) = 0;
  virtual int unlink(const char* path) = 0;
};

/// The machine's own.
FileSystem& file_system();

/// All bytes of a file that is no longer than `most`. Throws `RecordError`.
std::vector<std::byte> read_file(FileSystem& files, const std::string& path, std::size_t most);

/// Puts a new file in the place of an old one, so that at every moment one of them is there, whole: written beside it,
/// on the disk, then renamed. The old one stays as `path` + ".1". Throws `RecordError`: then it is the old one, or the
/// new one that may not be on the disk yet.
void replace_file(FileSystem& files, const std::string& path, std::span<const std::byte> bytes);

}  // namespace stretchcore::detail
