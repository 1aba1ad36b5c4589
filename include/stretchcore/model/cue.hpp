#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <string>

#include <stretchcore/model/text.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// When something is said. Cues of the same moment are said in their order: steps one after the other in
/// `settle` and `come_out`, one each time the moment comes round again elsewhere (the last one stays).
enum class Moment {
  ask_health,       ///< nothing is known of her: does anything speak against it?
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
  ask_by_feel,      ///< shall we go on by feel?
  come_out,         ///< the way out, step by step
  stop,             ///< stopping at once, then the way out, step by step
  stay,             ///< after the first step of stopping, for who should not get up
  advice,           ///< after a symptom
  farewell,         ///< the last words
  rule              ///< the words of a rule, from `Rule::words`
};
BOOST_DESCRIBE_ENUM(Moment, ask_health, caution, clearance, settle, seen, by_feel, side_check, be_still, coverage,
                    symptom_notice, ask_ready, practice, measure, ask_side, side_felt, side_determined, target_set,
                    block, tempo, breath, go_out, hold, press, come_back, confirm, over_target, ease_off, last_ones, block_done,
                    switch_side, symptom_check, ask_stretch, ask_change, ask_pain, remeasure, ask_more, pause,
                    pause_lost, pause_rule, found, resume, ask_by_feel, come_out, stop, stay, advice, farewell, rule)

/// Whether a cue fits a session that sees the person, one that does not, or both.
enum class Sensing { any, seen, unseen };
BOOST_DESCRIBE_ENUM(Sensing, any, seen, unseen)

/// Whether a cue fits where the person can answer, where she cannot, or both.
enum class Answering { any, possible, impossible };
BOOST_DESCRIBE_ENUM(Answering, any, possible, impossible)

/// Words for one moment. `{side}`, `{count}` and `{parts}` are filled in when they are said.
struct Cue {
  std::string id{};
  Moment moment = Moment::settle;
  Sensing sensing = Sensing::any;
  Answering answering = Answering::any;
  Text text{};
  Time then_wait{0};  ///< silence after it, before the next step

  void validate() const;
  bool operator==(const Cue&) const = default;
};
BOOST_DESCRIBE_STRUCT(Cue, (), (id, moment, sensing, answering, text, then_wait))

}  // namespace stretchcore
