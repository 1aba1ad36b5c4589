#include <algorithm>

#include <stretchcore/cue/render.hpp>
#include <stretchcore/cue/standard_cues.hpp>
#include <stretchcore/error.hpp>
#include <stretchcore/routine/fit.hpp>
#include <stretchcore/routine/order.hpp>
#include <stretchcore/safety/screening.hpp>

#include "cue/phrase_table.hpp"
#include "routine/lookup.hpp"

namespace stretchcore {
namespace {

/// The codes of which nothing is known and that matter to an exercise of the routine.
std::vector<std::string> unknown_of(const Routine& routine, const Person& person, std::span<const Exercise> exercises,
                                    const SessionOptions& options) {
  std::vector<std::string> all;
  for (const Slot& slot : routine.slots_) {
    const Exercise* const exercise = find_exercise(exercises, slot.exercise);
    if (!exercise) continue;
    for (const std::string& code : screen(person, *exercise, {}, options).unknown) {
      if (std::find(all.begin(), all.end(), code) == all.end()) all.push_back(code);
    }
  }
  return all;
}

}  // namespace

std::vector<HealthToAsk> prepare(const Routine& routine, const Person& person, std::span<const Exercise> exercises,
                                 const SessionOptions& options) {
  for (const Finding& finding : findings(routine, exercises)) {
    if (finding.severity == Severity::error) throw InvalidModel(finding.path, finding.message);
  }
  const std::vector<std::string> unknown = unknown_of(routine, person, exercises, options);
  const auto asks = [&](const std::string& code) {
    return std::find(unknown.begin(), unknown.end(), code) != unknown.end();
  };
  std::vector<HealthToAsk> questions;
  for (const auto& phrase : detail::phrase_cues()) {
    if (phrase->moment != Moment::ask_health) continue;
    const Cue cue = in_words_of(options.phrases, *phrase);
    HealthToAsk one{detail::phrase_number(cue.id), in_language(cue.text, options.language), {}};
    std::copy_if(cue.codes.begin(), cue.codes.end(), std::back_inserter(one.codes), asks);
    if (!one.codes.empty()) questions.push_back(std::move(one));
  }
  return questions;
}

}  // namespace stretchcore
