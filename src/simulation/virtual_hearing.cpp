// What a virtual person makes of what is told and asked, and what they say.

#include <algorithm>
#include <string>

#include <stretchcore/cue/render.hpp>
#include <stretchcore/simulation/virtual_person.hpp>

#include "routine/dry_run.hpp"

namespace stretchcore {
namespace {

constexpr Time thinks_for{1'500'000'000};  // before an answer
constexpr Time reacts_in{500'000'000};     // to words that have ended
constexpr double learns = 0.5;             // of what is missing to full obedience, at each correction

/// Says what to do next, so it is heard to its end before it is done.
bool instructs(Moment moment) {
  switch (moment) {
    case Moment::practice:
    case Moment::measure:
    case Moment::remeasure:
    case Moment::block:
    case Moment::switch_side:
    case Moment::work_side:
      return true;
    default:
      return false;
  }
}

}  // namespace

/// What the person tells by themselves, and what they answer.
void VirtualPerson::answer(Session& session) {
  if (traits_.symptom && !told_symptom_ && since_start_ >= traits_.symptom_at) {
    told_symptom_ = true;
    keep(session, session.report(SymptomReport{told_by(Clocks::ticks), *traits_.symptom, {}, traits_.symptom_id}));
  }
  if (answer_ && now_ >= answer_at_) {
    const Answer answer = *answer_;
    answer_.reset();
    keep(session, session.report(answer));
  }
}

void VirtualPerson::hear(const Session& session, const Event& event) {
  if (const auto* cue = std::get_if<CueGiven>(&event)) {
    const bool free = cue->moment == Moment::practice || cue->moment == Moment::remeasure;
    if (free) {
      task_ = Task::little;
      small_left_ = 2;
    }
    if (cue->moment == Moment::block) task_ = Task::target;
    if (cue->moment == Moment::over_target) obedience_ += (1.0 - obedience_) * learns;
    if (instructs(cue->moment)) {
      if (cue->moment != Moment::switch_side) changing_ = false;
      const std::string words = session.text(event, session.options().language);
      rest_until_ = std::max(rest_until_, now_ + spoken_length(words) + reacts_in);
    }
  } else if (const auto* change = std::get_if<PhaseChanged>(&event)) {
    // A block begins when its words have been heard.
    if (change->to == Phase::stretching) task_ = change->from == Phase::paused ? Task::target : Task::rest;
    if (change->to == Phase::stretching && change->from != Phase::paused) ++blocks_begun_;
    if (change->to == Phase::measuring && change->from == Phase::paused) task_ = Task::easy;
    const bool at_rest = change->to == Phase::remeasuring || change->to == Phase::paused ||
                         change->to == Phase::coming_out || change->to == Phase::stopped;
    if (at_rest) task_ = Task::rest;
    if (change->to == Phase::remeasuring && change->from == Phase::paused) task_ = Task::easy;
  } else if (const auto* turn = std::get_if<SideChanged>(&event)) {
    working_ = turn->side;
    changing_ = session.exercise().movement.sides == Sides::one;
  } else if (const auto* shown = std::get_if<TargetChanged>(&event)) {
    const auto angle = shown->target ? std::optional{shown->target->angle} : std::nullopt;
    for (const Side side : both_sides) {
      if (!shown->side || *shown->side == side) shown_target_[side] = angle;
    }
  } else if (const auto* question = std::get_if<QuestionAsked>(&event)) {
    if (traits_.answers) plan_answer(*question);
  }
  if (session.over()) task_ = Task::rest;
}

void VirtualPerson::plan_answer(const QuestionAsked& question) {
  const auto choose = [&]() {
    switch (question.kind) {
      case QuestionKind::side:
        if (easy(Side::left) == easy(Side::right)) return Choice::same;
        return easy(Side::left) < easy(Side::right) ? Choice::left : Choice::right;
      case QuestionKind::change: {
        constexpr Angle noticeable = degrees(1);
        const Angle change = easy(Side::left) - fresh_easy(Side::left);
        if (abs(change) < noticeable) return Choice::same;
        return change > Angle{} ? Choice::freer : Choice::tighter;
      }
      case QuestionKind::more:
        return blocks_begun_ < traits_.blocks ? Choice::more : Choice::enough;
      default:
        return usual_answer(question.kind);
    }
  };
  answer_ = Answer{{}, question.id, choose()};
  answer_at_ = now_ + (question.answer_by - question.time) - seconds(8) + thinks_for;  // the question is heard first
  answer_at_ += traits_.answers_late;
}

}  // namespace stretchcore
