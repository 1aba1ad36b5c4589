#pragma once

#include <string>

#include "plan.hpp"

namespace stretchcore {

// The words of a plan: each call adds cues to it. −1 stands for no cue.

/// Throws `InvalidModel`, with its place in the options, for a pack that cannot take the place of phrases.
void require_fitting_phrases(const SessionOptions& options);

/// The exercise's own cues, the library's phrases, and what to change for conditions that are known.
void add_cues(SessionPlan& plan);

/// The same plan in another language, as far as words and their lengths go.
void speak_in(SessionPlan& plan, std::string language);

/// What to change for a condition that is asked about. It is said when the answer needs it, not by its moment.
int add_caution(SessionPlan& plan, const Contraindication& condition);

/// What is advised after a symptom, the next of the plan's: in the words of the exercise, if it has any, else of the
/// library. `word` is its id, or its name.
int add_advice(SessionPlan& plan, const StopSymptom& heard, const std::string& word);

/// The words of a rule, by its place in the exercise.
int add_rule_words(SessionPlan& plan, std::size_t rule);

}  // namespace stretchcore
