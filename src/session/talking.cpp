// Words, questions and answers.

#include <algorithm>

#include <stretchcore/cue/render.hpp>

#include "engine.hpp"

namespace stretchcore {
namespace {

constexpr Time time_to_answer{8'000'000'000};

std::size_t slot(Moment moment) { return static_cast<std::size_t>(moment); }

bool fits(const PlannedCue& cue, Sensing following, bool own, std::optional<Side> side) {
  if (cue.own != own || (cue.names_side && !side)) return false;
  // Until it is known whether she is seen, nothing is said that claims it.
  const Sensing as = following == Sensing::any ? Sensing::unseen : following;
  return cue.cue.sensing == Sensing::any || cue.cue.sensing == as;
}

/// The exercise's own words for a moment replace the standard ones, as far as they fit.
bool has_own(const SessionPlan& plan, Moment moment, Sensing following, std::optional<Side> side) {
  for (const int i : plan.by_moment[slot(moment)]) {
    if (fits(plan.cues[static_cast<std::size_t>(i)], following, true, side)) return true;
  }
  return false;
}

}  // namespace

int count_cues(const SessionPlan& plan, Moment moment, Sensing following, std::optional<Side> side) {
  const bool own = has_own(plan, moment, following, side);
  int count = 0;
  for (const int i : plan.by_moment[slot(moment)]) {
    if (fits(plan.cues[static_cast<std::size_t>(i)], following, own, side)) ++count;
  }
  return count;
}

int pick_cue(const SessionPlan& plan, Moment moment, Sensing following, std::optional<Side> side, int said) {
  const bool own = has_own(plan, moment, following, side);
  int chosen = -1;
  int nth = 0;
  for (const int i : plan.by_moment[slot(moment)]) {
    if (!fits(plan.cues[static_cast<std::size_t>(i)], following, own, side)) continue;
    if (nth++ <= said) chosen = i;
  }
  return chosen;
}

int Engine::pick(Moment moment, std::optional<Side> side) const {
  return pick_cue(plan_, moment, s_.sight.following, side, s_.talk.said[slot(moment)]);
}

int Engine::count_of(Moment moment) const { return count_cues(plan_, moment, s_.sight.following, {}); }

void Engine::say_cue(int cue, std::optional<Side> side, int count, ChannelSet parts) {
  if (cue < 0) return;
  const PlannedCue& planned = plan_.cues[static_cast<std::size_t>(cue)];
  ++s_.talk.said[slot(planned.cue.moment)];
  want(s_.talk.voice, {cue, planned.priority, spoken_length(planned.words, {side, count, parts}, planned.language),
                       planned.cue.then_wait, s_.now + planned.patience, side, count, parts});
}

void Engine::say(Moment moment, std::optional<Side> side, int count, ChannelSet parts) {
  say_cue(pick(moment, side), side, count, parts);
}

void Engine::say_now(Moment moment) { say_cue_now(pick(moment, {}), true); }

void Engine::say_cue_now(int cue, bool interrupts) {
  if (cue < 0) return;
  const PlannedCue& planned = plan_.cues[static_cast<std::size_t>(cue)];
  ++s_.talk.said[slot(planned.cue.moment)];
  const WaitingCue words{cue, planned.priority, spoken_length(planned.words), planned.cue.then_wait, s_.now, {}, 0, {}};
  interrupt(s_.talk.voice, words, s_.now, interrupts);
  given(words, interrupts);
}

void Engine::given(const WaitingCue& cue, bool interrupts) {
  const Moment moment = plan_.cues[static_cast<std::size_t>(cue.cue)].cue.moment;
  emit(CueGiven{{}, cue.cue, moment, cue.priority, cue.side, cue.count, cue.parts, interrupts});
  if (moment == Moment::over_target) ++s_.course.over_target_told;
  for (std::size_t i = 0; i < plan_.rules.size(); ++i) s_.rules[i].corrected += plan_.rules[i].cue == cue.cue ? 1 : 0;
  if (s_.talk.cues.size() < s_.talk.cues.capacity()) {
    s_.talk.cues.push_back({s_.now, cue.cue, cue.side, cue.count, cue.parts});
  }
}

/// Says the cues of a moment one after the other; true when all are said and it is silent again.
bool Engine::recite(Moment moment) {
  if (!silent()) return false;
  if (s_.talk.said[slot(moment)] >= count_of(moment)) return true;
  say(moment);
  return false;
}

void Engine::speak_up() {
  while (const auto cue = speak(s_.talk.voice, s_.now)) given(*cue, false);
  tell_unsaid();
}

void Engine::tell_unsaid() {
  for (const UnsaidCue& one : s_.talk.voice.unsaid) {
    emit(CueDropped{{}, one.cue, plan_.cues[static_cast<std::size_t>(one.cue)].cue.moment, one.reason});
  }
  s_.talk.voice.unsaid.clear();
}

void Engine::ask(QuestionKind kind, Moment moment) {
  const int cue = pick(moment, {});
  say_cue(cue, {}, 0, {});
  if (plan_.options.answers == Answers::none) return;
  const Time spoken = cue < 0 ? Time{0} : spoken_length(plan_.cues[static_cast<std::size_t>(cue)].words);
  s_.talk.question = OpenQuestion{++s_.talk.questions, kind, s_.now + spoken + time_to_answer};
  emit(QuestionAsked{{}, s_.talk.question->id, kind, s_.talk.question->answer_by});
}

void Engine::check_question() {
  if (!s_.talk.question || s_.now < s_.talk.question->answer_by) return;
  const QuestionKind kind = s_.talk.question->kind;
  s_.talk.question.reset();
  unanswered(kind);
}

void Engine::take(const Answer& answer) {
  arrive(answer.time);
  const auto& question = s_.talk.question;
  if (question && question->id == answer.id) {
    const auto allowed = choices(question->kind);
    if (std::find(allowed.begin(), allowed.end(), answer.choice) != allowed.end()) answered(answer.choice);
  }
  go_on();
}

// The words of a choice are those of the feeling it stands for, so an answer and a report come to the same.

void Engine::feel(Feeling feeling) {
  s_.talk.felt.change = feeling;
  s_.course.change = feeling;
}

void Engine::feel(Stretch stretch) {
  s_.talk.felt.stretch = stretch;
  if (stretch == Stretch::too_much) ease();  // "nothing" never raises a target
}

void Engine::feel(FirstSide side) {
  s_.talk.felt.side = side;
  const bool guided = moving_phase() || s_.course.phase == Phase::paused;
  if (guided && side != FirstSide::same) say(Moment::side_felt, side == FirstSide::left ? Side::left : Side::right);
}

void Engine::take(const FeltChange& felt) {
  arrive(felt.time);
  feel(felt.feeling);
  if (asked(QuestionKind::change)) {
    s_.talk.question.reset();
    decide_after_change();
  } else if (s_.course.phase == Phase::stretching && felt.feeling == Feeling::freer) {
    end_block();  // as often as it takes: she says when
  } else if (felt.feeling == Feeling::tighter && moving_phase()) {
    ease();
  }
  go_on();
}

void Engine::take(const FeltStretch& felt) {
  arrive(felt.time);
  if (asked(QuestionKind::stretch)) s_.talk.question.reset();
  feel(felt.stretch);
  go_on();
}

void Engine::take(const FeltSide& felt) {
  arrive(felt.time);
  if (asked(QuestionKind::side)) s_.talk.question.reset();
  feel(felt.side);
  go_on();
}

void Engine::take(const CueSpoken& spoken) {
  arrive(spoken.time);
  correct(s_.talk.voice, spoken.cue, spoken.speech, s_.now);
  go_on();
}

void Engine::answered(Choice choice) {
  const QuestionKind kind = s_.talk.question->kind;
  s_.talk.question.reset();
  switch (kind) {
    case QuestionKind::ready:
      enter(Stage::briefing);
      break;
    case QuestionKind::side:
      feel(*named<FirstSide>(name(choice)));
      break;
    case QuestionKind::stretch:
      feel(*named<Stretch>(name(choice)));
      break;
    case QuestionKind::change:
      feel(*named<Feeling>(name(choice)));
      decide_after_change();
      break;
    case QuestionKind::more:
      decide_after_offer(choice);
      break;
    case QuestionKind::health:
      s_.talk.felt.speaks_against = choice == Choice::yes ? Fact::yes : Fact::no;
      s_.course.phase_since = s_.now;  // now she gets down
      if (choice != Choice::yes) break;
      come_out(EndReason::needs_clearance);
      say_now(Moment::clearance);
      break;
    case QuestionKind::pain:  // a rating answers it
      break;
    case QuestionKind::by_feel:
      if (choice == Choice::yes) {
        go_by_feel();
      } else {
        come_out(EndReason::signal_lost);
      }
      break;
  }
}

void Engine::unanswered(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::ready:
      enter(Stage::briefing);
      break;
    case QuestionKind::change:
      decide_after_change();
      break;
    case QuestionKind::more:
      decide_after_offer({});
      break;
    case QuestionKind::by_feel:
      go_by_feel();
      break;
    case QuestionKind::side:
    case QuestionKind::stretch:
    case QuestionKind::pain:
      break;
    case QuestionKind::health:
      s_.course.phase_since = s_.now;
      break;
  }
}

}  // namespace stretchcore
