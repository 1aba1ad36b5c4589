#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <stretchcore/detail/describe_long_enum.hpp>
#include <stretchcore/export.hpp>
#include <stretchcore/model/text.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// When something is said. Cues of the same moment are said in their order: steps one after the other in
/// `settle`, `switch_side`, `come_out`, `stop` and `stay`, one each time the moment comes round again elsewhere (the last one stays).
enum class Moment {
  ask_health,       ///< before getting down: one question for each cue whose `codes` are not all known
  caution,          ///< what to change, for who told of something; from `Contraindication::instead`
  clearance,        ///< not today: a professional must agree first
  settle,           ///< getting into position, step by step
  seen,             ///< both sides are seen for the first time
  by_feel,          ///< nothing is seen: the person is the judge
  side_check,       ///< "bend your left knee once"
  be_still,         ///< neutral is being captured
  coverage,         ///< what is watched and what is hers to look after
  symptom_notice,   ///< what to say stop for
  ask_ready,        ///< without a sensor
  practice,         ///< small openings first
  measure,          ///< to where it is still easy
  ask_side,         ///< which side stops first
  side_felt,        ///< the answer is taken up
  side_determined,  ///< one side goes less far, and that is sure
  target_set,       ///< one width for both
  block,            ///< so many like this
  tempo,            ///< the guard said without a sensor, one each block
  breath,           ///< to go on breathing, once a block: no sensor sees a breath that is held
  go_out,           ///< out, paced
  hold,             ///< stay
  press,            ///< press gently against the stretch
  come_back,        ///< back, paced
  confirm,          ///< that is the width
  count_aloud,      ///< how many it were, where counting aloud is wanted
  over_target,      ///< a little less, with the side
  ease_off,         ///< she asked for less, or suddenly goes less far
  last_ones,        ///< two more
  block_done,       ///< together, rest
  switch_side,      ///< now the other side
  symptom_check,    ///< by exception: say stop if …
  ask_stretch,      ///< nothing, comfortable, too much
  ask_change,       ///< freer, the same, tighter
  ask_pain,         ///< from nought to ten, after a rating that eased
  remeasure,        ///< the easy ones again
  ask_more,         ///< more, or enough
  pause,            ///< together, rest
  pause_lost,       ///< sight was lost
  pause_rule,       ///< something must settle first
  found,            ///< seen again
  resume,           ///< carry on
  set_up_anew,      ///< back after she may have got up: into position once more
  ask_by_feel,      ///< shall we go on by feel?
  come_out,         ///< the way out, step by step
  stop,             ///< stopping at once, then the way out, step by step
  stay,             ///< after the first step of stopping, for who should not get up
  advice,           ///< after a symptom
  farewell,         ///< the last words
  rule,             ///< the words of a rule, from `Rule::words`
  ask_which,        ///< after a yes to a health question: which of the conditions it named?
  health_notice,    ///< what to ask a professional about first, where the person cannot answer or does not
  another_day,      ///< not today: the person is not well enough, or has eaten or drunk
  gentler,          ///< there are exercises that this person may do instead
  ask_go_on,        ///< in a pause: go on, a little longer, or come out?
  take_time,        ///< the answer "a little longer" is taken up
  help,             ///< while a cramp lasts
  ask_all_right,    ///< after questions without an answer: are you all right?
  work_side,        ///< which side moves now, where the words of its work do not name it
  go_side,          ///< out with this side, paced, where the sides take turns
  wrong_side,       ///< the other side moves: the one whose turn it is
  call,             ///< an emergency: call for help
  posture,          ///< after a symptom or a stop: what to do with the body, from where it is
  ask_felt,         ///< after a stop: what is felt
  ask_help,         ///< something is wrong: is help needed?
  unmeasured,       ///< no width was determined: by feel, though the person is seen
  smallest          ///< too much, where there is no less: rest, or come out
};
STRETCHCORE_DESCRIBE_LONG_ENUM(Moment,
                               (ask_health, caution, clearance, settle, seen, by_feel, side_check, be_still, coverage,
                                symptom_notice, ask_ready, practice, measure, ask_side, side_felt, side_determined,
                                target_set, block, tempo, breath, go_out, hold, press, come_back, confirm, count_aloud,
                                over_target, ease_off, last_ones, block_done, switch_side, symptom_check, ask_stretch,
                                ask_change, ask_pain, remeasure, ask_more, pause, pause_lost, pause_rule, found, resume,
                                set_up_anew, ask_by_feel, come_out, stop, stay, advice, farewell, rule),
                               (ask_which, health_notice, another_day, gentler, ask_go_on, take_time, help,
                                ask_all_right, work_side, go_side, wrong_side, call, posture, ask_felt, ask_help,
                                unmeasured, smallest))

/// The words are the library's own: no exercise has others.
constexpr bool of_emergency(Moment moment) {
  return moment == Moment::call || moment == Moment::posture || moment == Moment::ask_felt ||
         moment == Moment::ask_help;
}

/// Who goes first when two things want to be said.
enum class Priority {
  encouragement,
  tempo,
  balance,
  step,  ///< what to do next
  safety,
  question,
  emergency
};
BOOST_DESCRIBE_ENUM(Priority, encouragement, tempo, balance, step, safety, question, emergency)

/// Whether a cue fits a session that sees the person, one that does not, or both.
enum class Sensing { any, seen, unseen };
BOOST_DESCRIBE_ENUM(Sensing, any, seen, unseen)

/// Whether a cue fits where the person can answer, where she cannot, or both.
enum class Answering { any, possible, impossible };
BOOST_DESCRIBE_ENUM(Answering, any, possible, impossible)

/// What words turn the attention to. Written down so that it can be compared; whether one helps more than another is
/// disputed.
enum class Focus {
  body,     ///< a part of the body: "let your inner thighs be soft"
  effect,   ///< what it does outside: "let your heels slide apart along the wall"
  image,    ///< a likeness: "open like a book"
  feeling,  ///< how it feels as a whole
};
BOOST_DESCRIBE_ENUM(Focus, body, effect, image, feeling)

/// Words that somebody has spoken, kept by the app.
struct SpokenFile {
  std::string file{};  ///< for the app to find
  Time length{0};      ///< how long it plays

  STRETCHCORE_API void validate() const;
  bool operator==(const SpokenFile&) const = default;
};
BOOST_DESCRIBE_STRUCT(SpokenFile, (), (file, length))

/// Words for one moment. `{side}`, `{count}` and `{parts}` are filled in when they are said; what depends on a number
/// is written as in ICU: "{count, plural, one {one more} other {# more}}".
struct Cue {
  std::string id{};
  Moment moment = Moment::settle;
  Sensing sensing = Sensing::any;
  Answering answering = Answering::any;
  Text text{};
  Text brief{};                                ///< fewer words, for when these are known
  std::map<std::string, SpokenFile> spoken{};  ///< `text` spoken by somebody, by language
  std::optional<Focus> focus{};
  Time then_wait{0};                 ///< silence after it, before the next step
  std::optional<Time> cooldown{};    ///< not again within that; nothing: as is usual for its moment
  std::optional<int> at_most{};      ///< so often in a block; nothing: as is usual for its moment
  bool fades = false;                ///< said less often to who has done it often
  Text reviewed_by{};                ///< who has read the words, by language
  std::vector<std::string> codes{};  ///< of conditions that a health question names: a no answers these

  STRETCHCORE_API void validate() const;
  bool operator==(const Cue&) const = default;
};
BOOST_DESCRIBE_STRUCT(Cue, (),
                      (id, moment, sensing, answering, text, brief, spoken, focus, then_wait, cooldown, at_most, fades,
                       reviewed_by, codes))

}  // namespace stretchcore
