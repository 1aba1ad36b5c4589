#pragma once

#include <array>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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

#include "safety/bearing.hpp"
#include "session/state.hpp"

namespace stretchcore {

inline constexpr int unlimited = std::numeric_limits<int>::max();
/// Of one thing in a block: after two corrections the person knows, and a third is nagging.
inline constexpr int most_corrections = 2;
/// Before a measuring: the body gets used to the movement, and nothing is measured.
inline constexpr int small_openings = 2;

/// A cue with what arbitration needs to know about it, worked out once.
struct PlannedCue {
  std::shared_ptr<const Cue> cue;  ///< shared by all plans where it is the library's
  int number = 0;                  ///< by which it is known outside; see `CueGiven`
  Priority priority = Priority::step;
  std::string words;           ///< in the session's language, as far as there are any
  std::string language;        ///< in which they are
  std::string brief;           ///< the few words in that language, if there are any
  Time patience{0};            ///< how long it may wait before it is too late
  Time cooldown{0};            ///< not again within that
  int at_most = unlimited;     ///< in a block
  std::optional<Time> spoken;  ///< how long the voice that was recorded for it takes
  bool corrects = false;       ///< about what the person does
  bool fades = false;          ///< left out once it was said often enough
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
  bool listed = false;       ///< in the exercise, which has words for it
  Bearing if_yes;            ///< what it comes to for a person who has it
  Bearing if_agreed;         ///< the same, where a professional agreed
  Bearing if_unknown;        ///< where it is not known whether they have it
  std::vector<int> parts{};  ///< places of conditions that count in its place
  int caution = -1;          ///< cue that says what to change for it; conditions with the same words share it

  bool bears() const { return if_yes.verdict != ScreeningVerdict::cleared; }
};

/// A cue of `ask_health`, and the conditions that it asks about.
struct HealthQuestion {
  int cue = -1;
  std::vector<int> codes;
  bool general = false;  ///< its words name none, so it is about all that matter and a no answers none of them
};

/// An easier exercise, or one that is easier still.
struct Substitute {
  Exercise exercise;        ///< its id, what it says of conditions, and how far it goes
  bool counted = false;     ///< the source can tell how far
  std::vector<int> easier;  ///< places among the substitutes
};
/// Cues by what a symptom asks of the body and where that is; −1: the exercise's own way out has the words.
using PostureCues =
    std::array<std::array<int, detail::enumerator_count<BodyPosition>>, detail::enumerator_count<Concern>>;

/// Everything about a session that does not change, compiled once from exercise and options for every person who moves
/// both sides, or only `only`. What else a person changes is in the state: `Terms`.
struct SessionPlan {
  SessionPlan(Exercise exercise, SessionOptions options, std::span<const Exercise> exercises = {},
              std::optional<Side> only = {});

  std::optional<Side> only;  ///< the side that works, where the other does not move
  Exercise exercise;         ///< for the sides that work
  SessionOptions options;
  Exercise weighed;                      ///< its id, goal, demands and way, and all that speaks against it
  std::vector<std::string> known_codes;  ///< that a person's facts may name
  std::vector<PlannedCode> codes;
  std::map<std::string, int, std::less<>> places_of_codes;
  std::vector<HealthQuestion> health_questions;
  std::vector<Substitute> substitutes;
  std::vector<int> easier;  ///< places of the exercise's own among the substitutes
  ErrorModel error;
  bool figured = true;  ///< how far off the source is for this motion has been published, or the app says it
  bool counted = true;  ///< what is seen of the movement is counted; otherwise it goes by feel, seen or not
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
  /// The place of a condition among the codes; −1 if it is not one of them.
  int place_of_code(std::string_view code) const;
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
  /// What a comparison of the sides has to allow for. Both ends of a motion of the midline are measured by one sensor
  /// from one zero: what that is off adds to one of them and takes from the other.
  ErrorModel error_of_sides() const {
    if (!movement.shows.left.one_way) return error;
    ErrorModel both = error;
    both.session = Angle{};
    both.pelvis_line = error.repetition;
    return both;
  }
  int openings_wanted() const;
  /// A threshold below twice the sensor's error would only follow its noise.
  Angle least_limit() const { return error.repetition * 2.0; }
  int looks() const { return exercise.dose.most_blocks; }
  bool one_sided() const { return exercise.movement.sides == Sides::one; }
  bool sided() const { return one_sided() || exercise.movement.sides == Sides::alternating; }
  /// Of a movement of one side at a time, the side that begins. A block begins with the side that was measured last:
  /// the strap is on it already.
  Side first_side(Phase phase, Measure measure, Side first) const {
    const bool measured = measure != Measure::never;
    return only.value_or(one_sided() && phase == Phase::stretching && measured ? opposite(first) : first);
  }
  /// A free opening tells something: how far it goes, or which side ends sooner.
  bool measures() const { return exercise.movement.motion && exercise.movement.direction != MotionDirection::both; }
  /// Each side has a channel of its own.
  bool two_channels() const { return exercise.movement.motion && paired(*exercise.movement.motion); }
  bool held() const { return !std::holds_alternative<Repeat>(exercise.movement.effort); }
};

/// The same plan for those who move one side only.
std::shared_ptr<const SessionPlan> one_sided(const SessionPlan& plan, Side only);

}  // namespace stretchcore
