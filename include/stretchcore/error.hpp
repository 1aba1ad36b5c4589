#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

#include <stretchcore/export.hpp>

namespace stretchcore {

/// Everything the library throws for wrong data. A safety finding is never thrown, it is a value.
class STRETCHCORE_API Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A model value that breaks one of its own limits; `field` is the member, "dose.cap_repetitions".
class STRETCHCORE_API InvalidModel : public Error {
 public:
  InvalidModel(std::string field, const std::string& problem)
      : Error(field + ": " + problem), field_(std::move(field)), problem_(problem) {}

  const std::string& field() const noexcept { return field_; }
  const std::string& problem() const noexcept { return problem_; }

 private:
  std::string field_;
  std::string problem_;
};

/// A document that cannot be read; `path` leads to the place, "movement.sides".
class STRETCHCORE_API DocumentError : public Error {
 public:
  DocumentError(std::string path, const std::string& problem)
      : Error((path.empty() ? std::string{"document"} : path) + ": " + problem), path_(std::move(path)) {}

  const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
};

/// A rule text that is not a rule; `position` counts bytes from the start of the text.
class STRETCHCORE_API RuleError : public Error {
 public:
  RuleError(std::size_t position, const std::string& message) : Error(message), position_(position) {}

  std::size_t position() const noexcept { return position_; }

 private:
  std::size_t position_;
};

/// A recording file that cannot be read; lines and columns count from 1, 0 means "the whole file".
class STRETCHCORE_API RecordingError : public Error {
 public:
  RecordingError(const std::string& message, std::size_t line = 0, std::size_t column = 0)
      : Error(message), line_(line), column_(column) {}

  std::size_t line() const noexcept { return line_; }
  std::size_t column() const noexcept { return column_; }

 private:
  std::size_t line_;
  std::size_t column_;
};

/// A record that cannot be kept or read: no such file, a full disk, another kind, a newer schema.
class STRETCHCORE_API RecordError : public Error {
 public:
  using Error::Error;
};

/// A record that is damaged; `place` is the member, "tally.repetitions[3].side", or "header" or "body". The message
/// never holds what was measured.
class STRETCHCORE_API CorruptRecord : public RecordError {
 public:
  CorruptRecord(std::string place, const std::string& problem, const std::string& file = {})
      : RecordError((file.empty() ? file : file + ": ") + place + ": " + problem),
        place_(std::move(place)),
        problem_(problem) {}

  const std::string& place() const noexcept { return place_; }
  const std::string& problem() const noexcept { return problem_; }

 private:
  std::string place_;
  std::string problem_;
};

}  // namespace stretchcore
