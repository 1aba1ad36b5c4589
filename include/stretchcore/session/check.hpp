#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <string>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/exercise.hpp>

namespace stretchcore {

enum class Severity { note, warning, error };
BOOST_DESCRIBE_ENUM(Severity, note, warning, error)

/// Something an author should know about an exercise. It is a value, never thrown.
struct Finding {
  Severity severity = Severity::error;
  std::string path;     ///< the place, "rules[2].when"
  std::string message;  ///< what is wrong and what to write instead

  bool operator==(const Finding&) const = default;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (severity, path, message))

/// Everything that is wrong or doubtful: structure, rules that do not compile, words that are missing in a language or
/// too long for their moment, caps that leave no room for the second measuring (a session can be guided with them, but
/// never compares); and, as a note in each language, the words of safety that nobody is said to have read.
STRETCHCORE_API std::vector<Finding> findings(const Exercise& exercise);

}  // namespace stretchcore
