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

/// How far the words of safety of an exercise have been read, in one language. The least of them counts.
enum class ReviewStatus {
  draft,               ///< some have not been read, or have changed since
  read,                ///< each by a person whom it names
  clinically_reviewed  ///< each by a clinician: who has read it begins with "clinical: "
};
BOOST_DESCRIBE_ENUM(ReviewStatus, draft, read, clinically_reviewed)

/// Of the words of safety that the exercise says in this language, the library's own among them.
STRETCHCORE_API ReviewStatus review_status(const Exercise& exercise, std::string_view language);

/// What stands at the end of who has read some words, "A. Reader, physiotherapist #1a2b3c4d", so that a review goes
/// stale with the words: '#' and the first eight hexadecimal digits of their `text_hash`.
STRETCHCORE_API std::string review_mark(std::string_view words);

}  // namespace stretchcore
