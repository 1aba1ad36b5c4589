#pragma once

#include <boost/describe/class.hpp>
#include <map>
#include <optional>
#include <string>

#include <stretchcore/export.hpp>
#include <stretchcore/model/cue.hpp>

namespace stretchcore {

/// The words of one phrase of the library, in the language of its pack.
struct Phrase {
  std::string text{};
  std::string brief{};                 ///< fewer words, for when these are known
  std::optional<SpokenFile> spoken{};  ///< `text` spoken by somebody
  std::string reviewed_by{};           ///< who has read the words

  STRETCHCORE_API void validate() const;
  bool operator==(const Phrase&) const = default;
};
BOOST_DESCRIBE_STRUCT(Phrase, (), (text, brief, spoken, reviewed_by))

/// The library's own phrases in one language, or those that an app says instead of them. What a pack leaves out, the
/// library says in its own words: in that language if it has them, else in English.
struct PhrasePack {
  std::string language = "en";                 ///< BCP 47: "de", "es-MX", "de-x-formal"
  std::map<std::string, Phrase> phrases{};     ///< by the id of the phrase, as "standard-pause"
  std::map<std::string, std::string> words{};  ///< for placeholders, by key, as "left"

  /// Throws `InvalidModel` for a language that is no tag, an id that is no id, and for no text.
  STRETCHCORE_API void validate() const;
  bool operator==(const PhrasePack&) const = default;
};
BOOST_DESCRIBE_STRUCT(PhrasePack, (), (language, phrases, words))

}  // namespace stretchcore
