// Who has read the words of safety.

#include "reviews.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>

#include <stretchcore/cue/phrases.hpp>

#include "cue/phrase_table.hpp"
#include "moments.hpp"

namespace stretchcore {
namespace {

constexpr std::string_view clinical = "clinical: ";

/// "rules[0..2], standard-clearance" for rules[0], rules[1], rules[2] and that.
std::string in_short(const std::vector<std::string>& places) {
  const auto list_of = [](const std::string& place) { return place.substr(0, place.find('[')); };
  const auto number_of = [](const std::string& place) {
    const auto open = place.find('[');
    return open == place.npos ? -2 : std::stoi(place.substr(open + 1));
  };
  std::string text;
  for (std::size_t i = 0; i < places.size(); ++i) {
    std::size_t last = i;
    while (last + 1 < places.size() && list_of(places[last + 1]) == list_of(places[i]) &&
           number_of(places[last + 1]) == number_of(places[last]) + 1) {
      ++last;
    }
    text += (text.empty() ? "" : ", ") + places[i];
    if (last > i) text.insert(text.size() - 1, ".." + std::to_string(number_of(places[last])));
    i = last;
  }
  return text;
}

/// Calls `visit(path, words, reviewed_by)` for each text of safety: those of its own, and the library's where it has
/// none.
template <class Visit>
void each_text_of_safety(const Exercise& exercise, const Visit& visit) {
  std::set<Moment> own;
  for (std::size_t i = 0; i < exercise.cues.size(); ++i) {
    const Cue& cue = exercise.cues[i];
    own.insert(cue.moment);
    if (of_safety(cue.moment)) visit(numbered("cues", i), cue.text, cue.reviewed_by);
  }
  for (const auto& cue : detail::phrase_cues()) {
    const bool said = detail::in_course(*cue) && of_safety(cue->moment) && !own.contains(cue->moment);
    if (said) visit(cue->id, cue->text, cue->reviewed_by);
  }
  for (std::size_t i = 0; i < exercise.rules.size(); ++i) {
    visit(numbered("rules", i), exercise.rules[i].words, exercise.rules[i].reviewed_by);
  }
  for (std::size_t i = 0; i < exercise.stop_symptoms.size(); ++i) {
    const StopSymptom& symptom = exercise.stop_symptoms[i];
    visit(numbered("stop_symptoms", i), symptom.advice.empty() ? symptom.name : symptom.advice, symptom.reviewed_by);
  }
}

/// How far one text was read: a review of other words is none.
ReviewStatus status_of(std::string_view words, const Text& reviewed_by, std::string_view language) {
  const auto found = reviewed_by.find(std::string{language});
  if (found == reviewed_by.end() || !found->second.ends_with(review_mark(words))) return ReviewStatus::draft;
  return found->second.starts_with(clinical) ? ReviewStatus::clinically_reviewed : ReviewStatus::read;
}

}  // namespace

std::string review_mark(std::string_view words) {
  char mark[16];
  std::snprintf(mark, sizeof mark, "#%08x", static_cast<unsigned>(text_hash(words) >> 32));
  return mark;
}

ReviewStatus review_status(const Exercise& exercise, std::string_view language) {
  std::optional<ReviewStatus> least;
  each_text_of_safety(exercise, [&](const std::string&, const Text& text, const Text& reviewed_by) {
    if (text.empty()) return;
    const auto words = text.find(std::string{language});
    const ReviewStatus one =
        words == text.end() ? ReviewStatus::draft : status_of(words->second, reviewed_by, language);
    least = std::min(least.value_or(one), one);
  });
  return least.value_or(ReviewStatus::draft);
}

void check_reviews(const Exercise& exercise, std::vector<Finding>& findings) {
  std::map<std::string, std::vector<std::string>> unread;
  std::map<std::string, std::vector<std::string>> stale;
  each_text_of_safety(exercise, [&](const std::string& path, const Text& text, const Text& reviewed_by) {
    for (const auto& [language, words] : text) {
      if (!reviewed_by.contains(language)) {
        unread[language].push_back(path);
      } else if (status_of(words, reviewed_by, language) == ReviewStatus::draft) {
        stale[language].push_back(path + " " + review_mark(words));
      }
    }
  });
  for (const auto& [language, places] : unread) {
    findings.push_back({Severity::note, "reviewed_by." + language,
                        "no reader is named for these words of safety: " + in_short(places)});
  }
  for (const auto& [language, places] : stale) {
    std::string all;
    for (const std::string& place : places) all += (all.empty() ? "" : ", ") + place;
    findings.push_back({Severity::note, "reviewed_by." + language,
                        "these words have changed since they were read, or do not end with the mark of the words that "
                        "were read: " +
                            all});
  }
}

}  // namespace stretchcore
