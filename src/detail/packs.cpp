#include "packs.hpp"

#include <algorithm>

namespace stretchcore::detail {
namespace {

#include "embedded_phrases.inc"

constexpr bool english_first() { return embedded_packs[0].language == "en"; }
static_assert(english_first(), "a person whose language has no words hears English");

constexpr bool sorted(std::span<const EmbeddedPhrase> phrases) {
  return std::is_sorted(phrases.begin(), phrases.end(),
                        [](const EmbeddedPhrase& a, const EmbeddedPhrase& b) { return a.id < b.id; });
}
static_assert(std::all_of(std::begin(embedded_packs), std::end(embedded_packs),
                          [](const EmbeddedPack& pack) { return sorted(pack.phrases) && sorted(pack.words); }));

}  // namespace

std::span<const EmbeddedPack> packs() { return embedded_packs; }

const EmbeddedPack* pack_of(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  for (const EmbeddedPack& pack : embedded_packs) {
    if (pack.language == primary) return &pack;
  }
  return nullptr;
}

const EmbeddedPhrase* find(std::span<const EmbeddedPhrase> phrases, std::string_view id) {
  const auto found =
      std::lower_bound(phrases.begin(), phrases.end(), id,
                       [](const EmbeddedPhrase& one, std::string_view wanted) { return one.id < wanted; });
  return found != phrases.end() && found->id == id ? &*found : nullptr;
}

std::map<std::string, std::string> phrase_in_all(std::string_view id) {
  std::map<std::string, std::string> text;
  for (const EmbeddedPack& pack : embedded_packs) {
    if (const EmbeddedPhrase* phrase = find(pack.phrases, id)) text.emplace(pack.language, phrase->text);
  }
  return text;
}

std::map<std::string, std::string> word_in_all(std::string_view key) {
  std::map<std::string, std::string> text;
  for (const EmbeddedPack& pack : embedded_packs) {
    if (const EmbeddedPhrase* word = find(pack.words, key)) text.emplace(pack.language, word->text);
  }
  return text;
}

}  // namespace stretchcore::detail
