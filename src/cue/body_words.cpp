// What to do with the body when something is wrong, from where it is. With pain in the chest or trouble with the breath
// the person sits up and leans back with bent knees; a dizzy person stays low (docs/sources.md, first aid). A report of
// chest or breath may be of a faint, so its words also say what a person who feels faint does. No words ask a person in
// an emergency to stand up.

#include <array>

#include <stretchcore/cue/body_words.hpp>
#include <stretchcore/detail/describe.hpp>

#include "phrase_table.hpp"

namespace stretchcore {

using enum Concern;

Concern concern_of(Symptom symptom, Urgency urgency, WayOut way_out) {
  const bool emergency = urgency == Urgency::emergency;
  if (symptom == Symptom::chest_pain_or_breathlessness && emergency) return breath;
  if (symptom == Symptom::saddle_numbness_or_bladder && emergency) return saddle;
  if (symptom == Symptom::head_or_vision || (!emergency && way_out == WayOut::stay)) return faint;
  return emergency ? help : ordinary;
}

std::vector<BodyWords> body_words() {
  // The letters of `PhraseRow::from`, in the order of the positions.
  constexpr std::string_view letters = "ulstdrcn";
  static_assert(letters.size() == detail::enumerator_count<BodyPosition>);
  std::vector<BodyWords> all;
  const auto rows = detail::phrase_table();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const detail::PhraseRow& row = rows[i];
    if (row.moment != Moment::posture) continue;
    BodyWords words{.concern = row.concern, .from = {}, .cue = *detail::phrase_cues()[i]};
    for (const char letter : row.from) words.from.push_back(static_cast<BodyPosition>(letters.find(letter)));
    all.push_back(std::move(words));
  }
  return all;
}

}  // namespace stretchcore
