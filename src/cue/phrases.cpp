#include <algorithm>
#include <array>

#include <stretchcore/cue/phrases.hpp>

#include "detail/packs.hpp"

namespace stretchcore {
namespace {

/// A word that a language lacks is English.
std::string_view word_of(const detail::EmbeddedPack& pack, std::string_view key) {
  const detail::EmbeddedPhrase* found = detail::find(pack.words, key);
  if (!found) found = detail::find(detail::packs().front().words, key);
  return found ? found->text : std::string_view{};
}

using Words = std::array<std::string_view, detail::enumerator_count<FillWord>>;

/// The words of each pack, looked up once: each sentence that is filled in asks for them.
const Words& words_of(const detail::EmbeddedPack& pack) {
  static const auto looked_up = [] {
    std::vector<Words> all;
    for (const detail::EmbeddedPack& one : detail::packs()) {
      detail::each_enumerator<FillWord>([&, words = &all.emplace_back()](std::string_view key, FillWord word) {
        (*words)[static_cast<std::size_t>(word)] = word_of(one, key);
      });
    }
    return all;
  }();
  return looked_up[static_cast<std::size_t>(&pack - detail::packs().data())];
}

constexpr std::uint64_t fnv_start = 0xcbf29ce484222325;

std::uint64_t hashed(std::uint64_t hash, std::string_view text) {
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3;
  }
  return hash;
}

std::uint64_t hashed(std::uint64_t hash, std::span<const detail::EmbeddedPhrase> phrases) {
  // A zero between two texts: what moves from one to the next changes the number.
  constexpr std::string_view apart{"\0", 1};
  for (const detail::EmbeddedPhrase& one : phrases) {
    for (const std::string_view text : {one.id, one.text, one.brief}) hash = hashed(hashed(hash, text), apart);
  }
  return hash;
}

}  // namespace

std::uint64_t text_hash(std::string_view text) { return hashed(fnv_start, text); }

std::uint64_t phrase_pack_hash(std::string_view language) {
  const detail::EmbeddedPack* pack = detail::pack_of(language);
  return pack ? hashed(hashed(fnv_start, pack->phrases), pack->words) : 0;
}

std::vector<std::string> phrase_languages() {
  std::vector<std::string> all;
  for (const detail::EmbeddedPack& pack : detail::packs()) all.emplace_back(pack.language);
  return all;
}

std::optional<PhrasePack> phrase_pack(std::string_view language) {
  const detail::EmbeddedPack* embedded = detail::pack_of(language);
  if (!embedded) return std::nullopt;
  PhrasePack pack;
  pack.language = embedded->language;
  for (const detail::EmbeddedPhrase& one : embedded->phrases) {
    pack.phrases.emplace(one.id, Phrase{std::string{one.text}, std::string{one.brief}, {}, {}});
  }
  for (const detail::EmbeddedPhrase& one : embedded->words) pack.words.emplace(one.id, one.text);
  return pack;
}

FillWords::FillWords(std::string_view language) : language_{language} {
  const detail::EmbeddedPack* pack = detail::pack_of(language);
  words_ = words_of(pack ? *pack : detail::packs().front());
}

FillWords::FillWords(const PhrasePack& pack) : FillWords{std::string_view{pack.language}} {
  if (pack.words.empty()) return;
  detail::each_enumerator<FillWord>([&](std::string_view key, FillWord word) {
    const auto found = pack.words.find(std::string{key});
    if (found != pack.words.end()) words_[static_cast<std::size_t>(word)] = found->second;
  });
}

}  // namespace stretchcore
