// Words: when, and in which order.

#include <stretchcore/cue/render.hpp>

#include "session/cue_choice.hpp"
#include "session/framed.hpp"
#include "session/keeping.hpp"
#include "session/speech/inside.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {
namespace {

constexpr Time next_correction_after{15'000'000'000};

void note_given(Step& step, const WaitingCue& cue, bool interrupts) {
  const Moment moment = step.plan.cues[static_cast<std::size_t>(cue.cue)].cue->moment;
  step.emit(
      CueGiven{{}, cue.cue, moment, cue.priority, cue.side, cue.count, cue.parts, cue.brief, interrupts, cue.length});
  CueTrack& track = step.state.talk.tracks.at(static_cast<std::size_t>(cue.cue));
  ++track.said;
  ++track.in_block;
  track.latest = step.state.now;
  if (moment == Moment::confirm) step.state.aim.owes_confirmation = false;
  if (cue.corrects) {
    step.state.talk.correction = Correction{step.state.now, step.state.tally.openings};
    step.state.aim.owes_confirmation = step.state.course.phase == Phase::stretching;
  }
  keep(step.state.talk.cues, step.state.talk.cues_total,
       {step.state.now, cue.cue, cue.side, cue.count, cue.parts, cue.brief},
       [&](const CueRecord& each) { return gravity_of(each, step.plan); });
}

/// One correction in a repetition is enough. A person who hardly moves hears the next one a little later. A hold is no
/// repetition.
bool may_correct(StepView step) {
  const auto& last = step.state.talk.correction;
  return step.plan.held() || !last || last->openings != step.state.tally.openings ||
         step.state.now - last->time >= next_correction_after;
}

}  // namespace

WaitingCue words(StepView step, int cue, const Filling& filling) {
  const PlannedCue& planned = step.plan.cues[static_cast<std::size_t>(cue)];
  const bool known = knows_it(step.plan, step.state) || step.state.talk.tracks[static_cast<std::size_t>(cue)].said > 0;
  const bool brief = known && !planned.brief.empty();
  return {.cue = cue,
          .priority = planned.priority,
          .length = step.plan.length_of(planned, brief, filling),
          .then_wait = planned.cue->then_wait,
          .expires = step.state.now + planned.patience,
          .side = filling.side,
          .count = filling.count,
          .parts = filling.parts,
          .brief = brief,
          .corrects = planned.corrects && moving(step),
          .cuts = planned.cuts,
          .again = planned.again};
}

bool say_cue(Step& step, int cue, const Filling& filling) {
  const auto reason = cue < 0 ? std::nullopt : reason_to_spare(step, cue);
  if (!reason) return say_always(step, cue, filling);
  ++step.state.talk.said[slot_of(step.plan.cues[static_cast<std::size_t>(cue)].cue->moment)];
  drop(step.state.talk.voice, cue, *reason);
  return false;
}

bool say_always(Step& step, int cue, const Filling& filling) {
  if (cue < 0) return false;
  ++step.state.talk.said[slot_of(step.plan.cues[static_cast<std::size_t>(cue)].cue->moment)];
  VoiceState& voice = step.state.talk.voice;
  for (WaitingCue& same : voice.waiting) {
    // The cue waits already, for the other side. Words that name no side are then for both.
    const bool both = same.cue == cue && same.side != filling.side;
    if (both && !step.plan.cues[static_cast<std::size_t>(cue)].names_side) same.side.reset();
  }
  want(voice, words(step, cue, filling));
  return true;
}

bool say(Step& step, Moment moment, std::optional<Side> side, int count, ChannelSet parts) {
  return say_cue(step, pick(step, moment, side), {side, count, parts});
}

void say_now(Step& step, Moment moment) { say_cue_now(step, pick(step, moment, {}), true); }

void say_cue_now(Step& step, int cue, bool interrupts) {
  if (cue < 0) return;
  ++step.state.talk.said[slot_of(step.plan.cues[static_cast<std::size_t>(cue)].cue->moment)];
  const WaitingCue now = words(step, cue, {});
  interrupt(step.state.talk.voice, now, step.state.now, interrupts);
  note_given(step, now, interrupts);
}

bool recite(Step& step, Moment moment) {
  if (!silent(step)) return false;
  if (step.state.talk.said[slot_of(moment)] >= count_of(step, moment)) return true;
  say(step, moment, side_of(step, moment));
  return false;
}

void leave_out(Step& step, Moment moment) { ++step.state.talk.said[slot_of(moment)]; }

void say_from_the_first(Step& step, Moment moment) {
  int& times = step.state.talk.said[slot_of(moment)];
  if (times >= count_of(step, moment)) times = 0;
}

void speak_up(Step& step) {
  while (true) {
    const Priority least = step.state.talk.question ? Priority::safety : Priority::encouragement;
    const bool cut = speaking(step.state.talk.voice, step.state.now);
    const auto cue = speak(step.state.talk.voice, step.state.now, may_correct(step), least);
    if (!cue) break;
    note_given(step, *cue, cut);
  }
  tell_dropped(step);
}

void tell_dropped(Step& step) {
  for (const DroppedCue& one : step.state.talk.voice.dropped) {
    step.emit(CueDropped{{}, one.cue, step.plan.cues[static_cast<std::size_t>(one.cue)].cue->moment, one.reason});
  }
  step.state.talk.voice.dropped.clear();
}

bool silent(StepView step) { return quiet(step.state.talk.voice, step.state.now, may_correct(step)); }

bool asked(StepView step, QuestionKind kind) {
  return step.state.talk.question && step.state.talk.question->kind == kind;
}

int said(StepView step, Moment moment) { return step.state.talk.said[slot_of(moment)]; }

}  // namespace stretchcore
