#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace stretchcore::detail {

struct EmbeddedPhrase {
  std::string_view id;
  std::string_view text;
  std::string_view brief;
};

/// A file of src/detail/phrases: the library's own words in one language.
struct EmbeddedPack {
  std::string_view language;
  std::span<const EmbeddedPhrase> phrases;  ///< sorted by id
  std::span<const EmbeddedPhrase> words;
};

std::span<const EmbeddedPack> packs();

/// The pack of a language, of its region or register; nullptr if there is none.
const EmbeddedPack* pack_of(std::string_view language);

/// A phrase of a pack; nullptr if it has none of that id.
const EmbeddedPhrase* find(std::span<const EmbeddedPhrase> phrases, std::string_view id);

/// A phrase, or a word, in every language that has it.
std::map<std::string, std::string> phrase_in_all(std::string_view id);
std::map<std::string, std::string> word_in_all(std::string_view key);

}  // namespace stretchcore::detail
