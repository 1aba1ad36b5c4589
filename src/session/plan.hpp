#pragma once

#include <array>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <stretchcore/cue/body_words.hpp>
#include <stretchcore/cue/phrases.hpp>
#include <stretchcore/cue/render.hpp>
#include <stretchcore/cue/voice.hpp>
#include <stretchcore/detail/describe.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/person.hpp>
#include <stretchcore/model/session_options.hpp>
#include <stretchcore/motion/repetitions.hpp>
#include <stretchcore/safety/condition.hpp>
#include <stretchcore/safety/screening.hpp>
#include <stretchcore/session/state.hpp>

#include "safety/bearing.hpp"

namespace stretchcore {

inline constexpr int unlimited = std::numeric_limits<int>::max();
/// Of one thing in a block: after two corrections the person knows, and a third is nagging.
inline constexpr int most_corrections = 2;
/// Before a measuring: the body gets used to the movement, and nothing is measured.
inline constexpr int small_openings = 2;

/// A cue with what arbitration needs to know about it, worked out once.
struct PlannedCue {
  Cue cue;
  int number = 0;  ///< by which it is known outside; see `CueGiven`
  Priority priority = Priority::step;
  std::string words;           ///< in the session's language, as far as there are any
  std::string language;        ///< in which they are
  std::string brief;           ///< the few words in that language, if there are any
  Time patience{0};            ///< how long it may wait before it is too late
  Time cooldown{0};            ///< not again within that
  int at_most = unlimited;     ///< in a block
  std::optional<Time> spoken;  ///< how long the voice that was recorded for it takes
  bool corrects = false;       ///< about what the person does
  bool cuts = false;           ///< waits for nothing that matters less
  bool again = false;          ///< said again where it was cut off
  bool names_side = false;
  bool own = false;  ///< the exercise's, not a standard one
};

/// A rule as it is judged: once for each side it stands for.
struct PlannedRule {
  Condition condition;
  int rule = 0;  ///< its place in the exercise
  int cue = -1;  ///< its words
  Response response = Response::notice;
  Time unknown_after{0};
  bool widened = false;  ///< its limits were within the error of the source
};

/// A symptom with what follows from it.
struct PlannedSymptom {
  Symptom symptom = Symptom::something_wrong;
  std::string id;  ///< of one of the exercise's own
  Urgency urgency = Urgency::rest;
  Response response = Response::stop;
  WayOut way_out = WayOut::rise;
  int advice = -1;  ///< cue
  int listed = -1;  ///< its place in the exercise
  Concern concern = Concern::ordinary;

  bool emergency() const { return urgency == Urgency::emergency; }
};

inline constexpr std::size_t most_substitutes = 64;

/// A condition that is listed or asked about.
struct PlannedCode {
  std::string code;
  bool known = false;   ///< the app said before whether the person has it
  bool listed = false;  ///< in the exercise, which has words for it
  Bearing if_yes;
  int caution = -1;  ///< cue that says what to change for it

  bool matters() const { return !known && if_yes.verdict != ScreeningVerdict::cleared; }
};

/// A cue of `ask_health`, and the conditions that it asks about.
struct HealthQuestion {
  int cue = -1;
  std::vector<int> codes;
  bool general = false;  ///< its words name none, so it is about all that matter and a no answers none of them
};

/// An easier exercise, or one that is easier still.
struct Substitute {
  std::string id;
  ScreeningVerdict known = ScreeningVerdict::cleared;        ///< by what was known before
  std::vector<std::pair<int, ScreeningVerdict>> conditions;  ///< a code that was not, and what a yes comes to
  std::vector<int> easier;                                   ///< places among the substitutes
};
/// Cues by what a symptom asks of the body and where that is; −1: the exercise's own way out has the words.
using PostureCues =
    std::array<std::array<int, detail::enumerator_count<BodyPosition>>, detail::enumerator_count<Concern>>;

/// Everything about a session that does not change, compiled once from exercise, person and options.
struct SessionPlan {
  SessionPlan(Exercise exercise, Person person, SessionOptions options, std::span<const Exercise> exercises = {});

  Exercise exercise;  ///< adapted to the person
  Person person;
  SessionOptions options;
  Screening screening;  ///< by what was known before
  Bearing known;        ///< the same, as if all that is not known were a no
  std::vector<PlannedCode> codes;
  std::vector<HealthQuestion> health_questions;
  std::vector<Substitute> substitutes;
  std::vector<int> easier;   ///< places of the exercise's own among the substitutes
  std::optional<Side> only;  ///< the side that works, where the other does not move
  PainLimits pain;
  ErrorModel error;
  RepetitionPlan movement;
  References references;  ///< channels that are judged as a change from their neutral
  ChannelSet primary;
  ChannelSet used;
  std::vector<PlannedRule> rules;
  std::vector<PlannedCue> cues;
  std::array<std::vector<int>, moment_count> by_moment;  ///< the exercise's own first
  std::vector<PlannedSymptom> symptoms;                  ///< in the order of `Symptom`, then the exercise's own

  PostureCues posture{};
  int untold = -1;         ///< the last of the symptoms: the sharp pain that silence after STOP counts as
  int call = -1;           ///< cue: the call for help
  int cramp_stopped = -1;  ///< cue: the advice for a cramp after which nothing goes on

  /// The place of a symptom in `symptoms`; an unknown one counts as `sharp_pain`.
  int place_of(Symptom symptom, std::string_view id) const;
  /// The number that a cue has outside; −1 for −1.
  int number_of(int cue) const { return cue < 0 ? -1 : cues[static_cast<std::size_t>(cue)].number; }
  /// The place of the cue that has this number; −1 if none has.
  int cue_of(int number) const;
  int posture_cue(Concern concern, BodyPosition body) const {
    return posture[static_cast<std::size_t>(concern)][static_cast<std::size_t>(body)];
  }
  /// What a symptom asks of the body once help is needed.
  Concern concern_in_emergency(int symptom) const {
    const PlannedSymptom& planned = symptoms[static_cast<std::size_t>(symptom)];
    return planned.emergency() ? planned.concern : Concern::help;
  }
  /// What placeholders are filled with in that language, which must outlive the answer.
  FillWords fill_words(std::string_view language) const;
  /// The words of a text for a person who speaks `language`, filled in.
  std::string rendered(const Text& text, const Filling& filling, std::string_view language) const;
  /// How long a cue takes to say. Allocates nothing.
  Time length_of(const PlannedCue& cue, bool brief, const Filling& filling) const;
  int openings_wanted() const;
  /// Of words that the person has heard often, the share of times that they are still said.
  double said_share() const;
  /// The person has done this so often that a reminder is enough.
  bool knows_it() const { return options.sessions_before >= 3; }
  /// A threshold below twice the sensor's error would only follow its noise.
  Angle least_limit() const { return error.repetition * 2.0; }
  int looks() const { return exercise.dose.most_blocks; }
  bool one_sided() const { return exercise.movement.sides == Sides::one; }
  bool sided() const { return one_sided() || exercise.movement.sides == Sides::alternating; }
  /// Of a movement of one side at a time, the side that begins. A block begins with the side that was measured last:
  /// the strap is on it already.
  Side first_side(Phase phase) const {
    const bool measured = options.measure != Measure::never;
    return only.value_or(one_sided() && phase == Phase::stretching && measured ? Side::right : Side::left);
  }
  bool held() const { return !std::holds_alternative<Repeat>(exercise.movement.effort); }
};

}  // namespace stretchcore
