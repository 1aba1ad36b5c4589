#pragma once

#include <memory>
#include <span>
#include <string_view>

#include <stretchcore/cue/body_words.hpp>
#include <stretchcore/model/cue.hpp>

namespace stretchcore::detail {

/// No phrase of the library has a larger number. The cues of exercises are numbered after it.
inline constexpr int last_phrase = 9'999;

/// One of the library's own phrases, without its words.
struct PhraseRow {
  int number = 0;
  std::string_view id;
  Moment moment = Moment::settle;
  Sensing sensing = Sensing::any;
  Answering answering = Answering::any;
  int then_wait = 0;                    ///< [s]
  Concern concern = Concern::ordinary;  ///< of `Moment::posture`
  /// Of `Moment::posture`: a letter for each position of the body that these words start from, in the order of
  /// `BodyPosition`: legs (u)p, (l)ying, (s)itting, s(t)anding, going (d)own, (r)ising, (c)hanging, (n)ot in it.
  std::string_view from{};
};

/// In the order of their numbers, which is also the order in which the cues of a moment are said.
std::span<const PhraseRow> phrase_table();

/// The number of a phrase; 0 if the library has none of that id.
int phrase_number(std::string_view id);

/// The phrases as cues, in every language that has words for them: made once, in the order of the table, and shared by
/// all plans.
std::span<const std::shared_ptr<const Cue>> phrase_cues();

/// Whether it belongs to the course of a session: the others are said in an emergency, or as advice for a symptom.
inline bool in_course(const Cue& phrase) { return !of_emergency(phrase.moment) && phrase.moment != Moment::advice; }

}  // namespace stretchcore::detail
