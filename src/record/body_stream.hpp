#pragma once

#include <boost/archive/binary_iarchive.hpp>
#include <boost/archive/binary_oarchive.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>

#include <stretchcore/error.hpp>

#include "document/path.hpp"

namespace stretchcore::detail {

// Boost.Serialization carries numbers and runs of bytes, and nothing else: without its header, and without any object
// of ours passing through it, there are no class ids, versions, tracking marks or pointers in a body.
inline constexpr unsigned no_extras = boost::archive::no_header | boost::archive::no_codecvt;

template <class T>
concept Number = std::same_as<T, std::uint8_t> || std::same_as<T, std::uint32_t> || std::same_as<T, std::int32_t> ||
                 std::same_as<T, std::uint64_t> || std::same_as<T, std::int64_t> || std::same_as<T, double>;
static_assert(sizeof(double) == 8);

[[noreturn]] inline void refuse_keeping(const Path& path, const std::string& problem) {
  throw RecordError(path.text() + ": " + problem + ", and cannot be kept");
}

[[noreturn]] inline void refuse_body(const Path& path, const std::string& problem) {
  const std::string place = path.text();
  throw CorruptRecord(place.empty() ? "body" : place, problem);
}

/// What is kept obeys the limits of its type. What a session was given is put down as it was, whatever it was: any
/// time, any number, any text.
enum class Keeping { strict, exact };

class BodyWriter {
 public:
  explicit BodyWriter(Keeping how = Keeping::strict) : keeping(how) {}

  const Keeping keeping;

  template <Number T>
  void put(T number) {
    archive_ << number;
  }
  void put(std::span<const std::byte> bytes) { archive_.save_binary(bytes.data(), bytes.size()); }

  std::span<const std::byte> bytes() const { return buffer_.bytes; }
  /// Begins anew with the room it has.
  void clear() { buffer_.bytes.clear(); }
  std::vector<std::byte> take() { return std::move(buffer_.bytes); }

 private:
  struct Bytes : public std::streambuf {
    std::streamsize xsputn(const char* letters, std::streamsize count) override {
      const auto more = std::as_bytes(std::span{letters, static_cast<std::size_t>(count)});
      bytes.insert(bytes.end(), more.begin(), more.end());
      return count;
    }
    std::vector<std::byte> bytes;
  };

  Bytes buffer_;
  boost::archive::binary_oarchive archive_{buffer_, no_extras};
};

/// Reads a body that may hold anything. Whether there is enough left is asked before each read, so that Boost never
/// comes to the end, and nothing is sized by a count that the bytes cannot bear out.
class BodyReader {
 public:
  explicit BodyReader(std::span<const std::byte> body, Keeping how = Keeping::strict) : keeping(how), buffer_(body) {}

  const Keeping keeping;

  template <Number T>
  T take(const Path& path) {
    require(sizeof(T), path);
    T number{};
    archive_ >> number;
    return number;
  }
  void take(std::span<std::byte> bytes, const Path& path) {
    require(bytes.size(), path);
    archive_.load_binary(bytes.data(), bytes.size());
  }

  /// A count of things that take at least so many bytes each.
  std::size_t count(std::size_t most, std::size_t least_size, const Path& path) {
    const std::size_t count = take<std::uint32_t>(path);
    if (count > most) refuse_body(path, "has more elements than fit");
    if (count * least_size > buffer_.left()) refuse_body(path, "has more elements than the body has bytes for");
    return count;
  }

  std::size_t left() const { return buffer_.left(); }

 private:
  /// The bytes as they lie there; nothing is copied.
  class Bytes : public std::streambuf {
   public:
    explicit Bytes(std::span<const std::byte> body) {
      char* start = const_cast<char*>(reinterpret_cast<const char*>(body.data()));  // a get area is never written
      setg(start, start, start + body.size());
    }
    std::size_t left() const { return static_cast<std::size_t>(egptr() - gptr()); }
  };

  void require(std::size_t size, const Path& path) const {
    if (size > buffer_.left()) refuse_body(path, "the body ends before it");
  }

  Bytes buffer_;
  boost::archive::binary_iarchive archive_{buffer_, no_extras};
};

}  // namespace stretchcore::detail
