#pragma once

#include <cstddef>
#include <ostream>
#include <string>

#include <stretchcore/error.hpp>

namespace stretchcore {
inline namespace exchange_tests {

/// What a reader says when it refuses, and where.
struct Refusal {
  std::string message = "nothing thrown";
  std::size_t line = 0;
  std::size_t column = 0;

  bool operator==(const Refusal&) const = default;
};

inline std::ostream& operator<<(std::ostream& out, const Refusal& refusal) {
  return out << refusal.line << ':' << refusal.column << ' ' << refusal.message;
}

template <class Reading>
Refusal refusal_of(Reading&& read) {
  try {
    read();
  } catch (const RecordingError& error) {
    return {error.what(), error.line(), error.column()};
  }
  return {};
}

}  // namespace exchange_tests
}  // namespace stretchcore
