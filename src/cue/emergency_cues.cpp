// The call for help and the questions after a stop. The call is heard to its end in six seconds, with a number of
// three digits or none.

#include <algorithm>

#include <stretchcore/cue/body_words.hpp>
#include <stretchcore/cue/render.hpp>

#include "phrase_table.hpp"

namespace stretchcore {
namespace {

std::string with_number(std::string_view words, std::string_view number) {
  constexpr std::string_view place = "{number}";
  std::string text{words};
  if (const auto at = text.find(place); at != text.npos) text.replace(at, place.size(), number);
  return text;
}

}  // namespace

std::string number_words(std::string_view number, const FillWords& words) {
  return std::string{number.empty() ? words[FillWord::your_emergency_number] : number};
}

std::vector<Cue> emergency_cues(std::string_view number, const std::optional<PhrasePack>& pack) {
  std::vector<Cue> all;
  for (const auto& phrase : detail::phrase_cues()) {
    const bool here = of_emergency(phrase->moment) && phrase->moment != Moment::posture;
    if (!here && phrase->id != "standard-cramp-stopped") continue;
    Cue cue = in_words_of(pack, *phrase);
    for (auto& [language, words] : cue.text) {
      const FillWords fill = pack && pack->language == language ? FillWords{*pack} : FillWords{language};
      words = with_number(words, number_words(number, fill));
    }
    all.push_back(std::move(cue));
  }
  return all;
}

Time call_length(std::string_view words, std::string_view number) {
  // One word less for each group that was counted as one.
  const Time said = spoken_length(words);
  if (number.empty()) return said;
  const auto digits = std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  std::string apart;
  for (std::ptrdiff_t i = 0; i < digits; ++i) apart += "0 ";
  return said + spoken_length(apart) - spoken_length(number);
}

}  // namespace stretchcore
