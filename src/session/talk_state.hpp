#pragma once

// What was said and asked on both sides.

#include <array>
#include <boost/container/static_vector.hpp>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>

#include <stretchcore/cue/voice.hpp>
#include <stretchcore/detail/describe.hpp>
#include <stretchcore/detail/fixed_list.hpp>
#include <stretchcore/detail/sparse_list.hpp>
#include <stretchcore/session/view.hpp>
#include <stretchcore/stream/event.hpp>

#include "session/notes.hpp"
#include "session/terms.hpp"

namespace stretchcore {

inline constexpr std::size_t most_cues = 320;
inline constexpr std::size_t most_cue_records = 192;
inline constexpr std::size_t most_symptoms = 8;
inline constexpr std::size_t moment_count = detail::enumerator_count<Moment>;

/// How often a cue was wanted and said.
struct CueTrack {
  int wanted = 0;
  int said = 0;
  int in_block = 0;
  Time latest{0};  ///< when it was said last, if it was

  bool operator==(const CueTrack&) const = default;
};
BOOST_DESCRIBE_STRUCT(CueTrack, (), (wanted, said, in_block, latest))

/// The latest correction that was said.
struct Correction {
  Time time{0};
  int openings = 0;  ///< that had been made by then

  bool operator==(const Correction&) const = default;
};
BOOST_DESCRIBE_STRUCT(Correction, (), (time, openings))

/// What was said on both sides.
struct Conversation {
  VoiceState voice;
  detail::SparseList<CueTrack, most_cues> tracks;  ///< in the order of the plan's cues
  std::optional<Correction> correction;
  std::array<int, moment_count> said{};  ///< cues given, by moment
  std::optional<OpenQuestion> question;
  int questions = 0;
  Time alive{0};        ///< the latest sign of life: a report, an answer, or a movement that was seen
  int unanswered = 0;   ///< questions since then that needed an answer and got none
  bool nobody = false;  ///< that nobody answers was told since then
  Felt felt;
  boost::container::static_vector<SymptomRecord, most_symptoms> symptoms;
  int symptoms_total = 0;
  int gravest = -1;           ///< place in the plan of the most urgent, then latest, symptom that stopped
  int advice = -1;            ///< cue of the advice that is owed after a symptom
  bool recheck_pain = false;  ///< the latest rating was amber: it is asked again until it is green
  detail::FixedList<CueRecord, most_cue_records> cues;
  int cues_total = 0;

  bool operator==(const Conversation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Conversation, (),
                      (voice, tracks, correction, said, question, questions, alive, unanswered, nobody, felt, symptoms,
                       symptoms_total, gravest, advice, recheck_pain, cues, cues_total))

/// What the person answered about one condition in this session.
enum class HealthAnswer {
  none,
  no,
  yes,
  unclear  ///< one of several that had a yes together; which one was not said, so the strictest of them holds
};
BOOST_DESCRIBE_ENUM(HealthAnswer, none, no, yes, unclear)

/// Which health question had which number: an answer may come late.
struct HealthAsked {
  int id = 0;
  int question = 0;  ///< place in the plan

  bool operator==(const HealthAsked&) const = default;
};
BOOST_DESCRIBE_STRUCT(HealthAsked, (), (id, question))

/// The health questions: how far they are, and what was answered.
struct Consultation {
  /// In the order of the plan's codes.
  detail::FixedList<HealthAnswer, most_codes> answers;
  int next = 0;        ///< place in the plan of the next question to look at
  int asked = 0;       ///< so many so far
  bool which = false;  ///< after a yes: which of the named conditions it is has to be said
  bool named = false;  ///< and one of them has been said
  bool over = false;   ///< a question was not answered: no other is asked
  boost::container::static_vector<HealthAsked, 8> heard;  ///< the latest questions that were asked

  bool operator==(const Consultation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Consultation, (), (answers, next, asked, which, named, over, heard))

}  // namespace stretchcore
