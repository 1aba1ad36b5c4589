#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "progress.hpp"

namespace stretchcore::detail {

/// What is told while JSON is read, piece by piece; nothing of it is kept, so that no file is too large.
class JsonPieces {
 public:
  virtual ~JsonPieces() = default;
  virtual void begin_object() = 0;
  virtual void key(const std::string& words) = 0;
  virtual void end_object() = 0;
  virtual void begin_array() = 0;
  virtual void end_array() = 0;
  virtual void number(double value) = 0;
  /// A string, true, false or null.
  virtual void other() = 0;
};

/// JSON text of a file, one value after the other.
class JsonText {
 public:
  JsonText(std::string_view text, std::string_view file_name, const std::function<void(double)>& progress);

  /// Goes to the next value; false at the end of the text.
  bool more();
  /// Reads the next value. Throws `RecordingError` for what is not JSON or nested too deep.
  void read(JsonPieces& pieces);
  /// Throws `RecordingError` with the line and column that have been read.
  [[noreturn]] void fail(const std::string& problem) const;

 private:
  std::string_view text_;
  std::string_view file_name_;
  Progress progress_;
  const char* next_;
};

}  // namespace stretchcore::detail
