// What a summary says of its lists: symptoms and holds.

#include "report_lists.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

#include "model/made_standard_symptoms.hpp"

namespace stretchcore {
namespace {

using detail::fill;
using detail::in;
using detail::Sentence;
using detail::Tongue;

constexpr Sentence reported{"You reported: ", "Du hast gemeldet: ", "Dijiste que notabas: "};
constexpr Sentence untold{"You did not say what you felt, so it was treated as sharp pain.",
                          "Du hast nicht gesagt, was du gespürt hast; darum galt es als scharfer Schmerz.",
                          "No dijiste qué notabas, así que se trató como un dolor agudo."};
constexpr Sentence and_more{"and {} more", "und {} weitere", "y {} más"};
constexpr std::array<std::string_view, 3> languages{"en", "de", "es"};

/// One kind of symptom, and how often it was reported.
struct Reported {
  const SymptomNote* first = nullptr;
  int times = 0;
};

bool same_kind(const SymptomNote& a, const SymptomNote& b) { return a.symptom == b.symptom && a.id == b.id; }

std::vector<Reported> kinds_of(const std::vector<SymptomNote>& notes) {
  std::vector<Reported> kinds;
  for (const SymptomNote& note : notes) {
    const auto known =
        std::find_if(kinds.begin(), kinds.end(), [&](const Reported& each) { return same_kind(*each.first, note); });
    if (known == kinds.end()) {
      kinds.push_back({&note, 1});
    } else {
      ++known->times;
    }
  }
  std::stable_sort(kinds.begin(), kinds.end(),
                   [](const Reported& a, const Reported& b) { return a.first->urgency > b.first->urgency; });
  return kinds;
}

/// The words of its button. An exercise's own symptom has its id: a summary holds no exercise.
std::string name_of(const SymptomNote& note, Tongue t) {
  const std::vector<StopSymptom>& standard = detail::made_standard_symptoms();
  const auto found = std::find_if(standard.begin(), standard.end(),
                                  [&](const StopSymptom& each) { return each.symptom == note.symptom; });
  if (found != standard.end() && note.id.empty())
    return in_language(found->name, languages[static_cast<std::size_t>(t)]);
  std::string words = note.id.empty() ? std::string{name(note.symptom)} : note.id;
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

constexpr Sentence kept_each{"You held it for about {} seconds on each side.",
                             "Du hast auf jeder Seite etwa {} Sekunden gehalten.",
                             "Mantuviste cada lado unos {} segundos."};
constexpr Sentence kept_left{"You held it for about {} seconds on the left.",
                             "Links hast du etwa {} Sekunden gehalten.",
                             "Mantuviste el lado izquierdo unos {} segundos."};
constexpr Sentence kept_right{"You held it for about {} seconds on the right.",
                              "Rechts hast du etwa {} Sekunden gehalten.",
                              "Mantuviste el lado derecho unos {} segundos."};
constexpr Sentence kept_both{"You held it for about {} seconds in all.", "Du hast insgesamt etwa {} Sekunden gehalten.",
                             "Lo mantuviste unos {} segundos en total."};
constexpr Sentence offered_each{"There was time to hold for about {} seconds on each side.",
                                "Zum Halten waren auf jeder Seite etwa {} Sekunden Zeit.",
                                "Hubo unos {} segundos para mantener cada lado."};
constexpr Sentence offered_left{"There was time to hold for about {} seconds on the left.",
                                "Zum Halten waren links etwa {} Sekunden Zeit.",
                                "Hubo unos {} segundos para mantener el lado izquierdo."};
constexpr Sentence offered_right{"There was time to hold for about {} seconds on the right.",
                                 "Zum Halten waren rechts etwa {} Sekunden Zeit.",
                                 "Hubo unos {} segundos para mantener el lado derecho."};
constexpr Sentence offered_both{"There was time to hold for about {} seconds in all.",
                                "Zum Halten waren insgesamt etwa {} Sekunden Zeit.",
                                "Hubo unos {} segundos para mantener en total."};

/// The sentences of what was kept, or of what was offered.
struct Words {
  Sentence each;
  Bilateral<Sentence> one;
  Sentence both;
};
constexpr Words of_kept{kept_each, {kept_left, kept_right}, kept_both};
constexpr Words of_offered{offered_each, {offered_left, offered_right}, offered_both};

constexpr double same_seconds = 1.0;  // holds of both sides that differ by no more are equal

void add(std::string& text, const Sentence& sentence, double seconds, Tongue t) {
  if (seconds < 0.5) return;
  text += (text.empty() ? "" : " ") + fill(in(sentence, t), seconds);
}

std::string times_of(const std::vector<HoldNote>& holds, bool offered, const Words& words, Tongue t) {
  Bilateral<double> side{};
  double both = 0.0;
  for (const HoldNote& hold : holds) {
    if (hold.offered == offered) (hold.side ? side[*hold.side] : both) += to_seconds(hold.kept);
  }
  std::string text;
  if (std::fabs(side.left - side.right) <= same_seconds) {
    add(text, words.each, (side.left + side.right) / 2.0, t);
  } else {
    for (const Side each : both_sides) add(text, words.one[each], side[each], t);
  }
  add(text, words.both, both, t);
  return text;
}

}  // namespace

bool was_told(const SymptomNote& note) { return note.symptom != Symptom::sharp_pain || note.id != not_told; }

std::string reported_symptoms(const Summary& summary, Tongue t) {
  const std::vector<SymptomNote>& all = summary.symptoms;
  const auto silence = std::find_if_not(all.begin(), all.end(), was_told);
  // What was said later is what it was.
  const bool later = std::any_of(silence, all.end(), was_told);
  const std::string of_silence{silence == all.end() || later ? std::string_view{} : in(untold, t)};
  std::vector<SymptomNote> told;
  std::copy_if(all.begin(), all.end(), std::back_inserter(told), was_told);
  if (told.empty()) return of_silence;
  std::string text;
  for (const Reported& kind : kinds_of(told)) {
    text += (text.empty() ? "" : ", ") + name_of(*kind.first, t);
    if (kind.times > 1) text += " (×" + std::to_string(kind.times) + ")";
  }
  const int more = summary.symptoms_total - static_cast<int>(summary.symptoms.size());
  if (more > 0) text += ", " + fill(in(and_more, t), static_cast<double>(more));
  return std::string{in(reported, t)} + text + "." + (of_silence.empty() ? "" : " ") + of_silence;
}

std::string held_times(const Summary& summary, Tongue t) {
  std::string text = times_of(summary.holds, false, of_kept, t);
  const std::string offered = times_of(summary.holds, true, of_offered, t);
  if (!text.empty() && !offered.empty()) text += ' ';
  return text + offered;
}

}  // namespace stretchcore
