// Whether a pack of phrases can take the place of the library's.

#include <algorithm>

#include <stretchcore/cue/body_words.hpp>
#include <stretchcore/cue/render.hpp>
#include <stretchcore/error.hpp>

#include "detail/packs.hpp"
#include "detail/suggest.hpp"
#include "phrase_table.hpp"

namespace stretchcore {
namespace {

/// The placeholders of a text, each once, sorted.
std::vector<std::string> needs(std::string_view text) {
  std::vector<std::string> names = placeholders(text);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string in_braces(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "{" : ", {") + name + "}";
  return all.empty() ? "no placeholder" : all;
}

void require_phrase(const std::string& path, const detail::PhraseRow& row, const Phrase& phrase) {
  const detail::EmbeddedPhrase* english = detail::find(detail::packs().front().phrases, row.id);
  if (const auto own = needs(phrase.text), library = needs(english->text); own != library) {
    throw InvalidModel(path + ".text", "has " + in_braces(own) + ", the phrase has " + in_braces(library));
  }
  for (const std::string& name : needs(phrase.brief)) {
    if (name == "count") continue;
    throw InvalidModel(path + ".brief", "has {" + name + "}, brief words have {count} or no placeholder");
  }
  if (row.moment != Moment::call) return;
  std::string call = phrase.text;
  constexpr std::string_view place = "{number}", of_three_digits = "0 0 0";
  call.replace(call.find(place), place.size(), of_three_digits);
  const Time length = phrase.spoken ? phrase.spoken->length : spoken_length(call);
  if (length > longest_call) {
    const auto tenths = std::chrono::duration_cast<std::chrono::milliseconds>(length).count() / 100;
    throw InvalidModel(path + ".text", "takes " + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) +
                                           " s to say, a call for help at most 6 s: use fewer words");
  }
}

}  // namespace

Cue in_words_of(const std::optional<PhrasePack>& pack, Cue cue) {
  if (!pack) return cue;
  const auto found = pack->phrases.find(cue.id);
  if (found == pack->phrases.end()) return cue;
  const Phrase& phrase = found->second;
  cue.text[pack->language] = phrase.text;
  cue.brief.erase(pack->language);
  if (!phrase.brief.empty()) cue.brief[pack->language] = phrase.brief;
  if (phrase.spoken) cue.spoken[pack->language] = *phrase.spoken;
  if (!phrase.reviewed_by.empty()) cue.reviewed_by[pack->language] = phrase.reviewed_by;
  return cue;
}

void require_fitting_phrases(const std::optional<PhrasePack>& given) {
  if (!given) return;
  const PhrasePack& pack = *given;
  pack.validate();
  std::vector<std::string_view> ids;
  for (const detail::PhraseRow& row : detail::phrase_table()) ids.push_back(row.id);
  for (const auto& [id, phrase] : pack.phrases) {
    const auto row = std::find(ids.begin(), ids.end(), id);
    const std::string path = "phrases." + id;  // within the pack
    if (row == ids.end()) throw InvalidModel(path, "is no phrase of the library" + detail::suggestion(id, ids));
    require_phrase(path, detail::phrase_table()[static_cast<std::size_t>(row - ids.begin())], phrase);
  }
  std::vector<std::string_view> keys;
  detail::each_enumerator<FillWord>([&](std::string_view key, FillWord) { keys.push_back(key); });
  for (const auto& [key, word] : pack.words) {
    if (named<FillWord>(key)) continue;
    if (named<Symptom>(key)) {  // repeated, as `phrase_pack` gives it, but not changed
      const auto names = detail::word_in_all(key);
      const auto library = names.find(pack.language);
      if (library != names.end() && library->second == word) continue;
      throw InvalidModel("words." + key,
                         "is the name of a symptom, which a pack cannot replace; an exercise can, with `name` "
                         "in its stop_symptoms");
    }
    throw InvalidModel("words." + key, "is no word of the library" + detail::suggestion(key, keys));
  }
}

}  // namespace stretchcore
