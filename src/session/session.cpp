#include <stretchcore/cue/render.hpp>
#include <stretchcore/session/session.hpp>

#include "gains.hpp"
#include "inputs/inputs.hpp"
#include "phase_traits.hpp"
#include "standing.hpp"
#include "summarise.hpp"
#include "target_text.hpp"

namespace stretchcore {
namespace {

SessionState first_state(const SessionPlan& plan) {
  SessionState state;
  state.rules.resize(plan.rules.size());
  state.talk.tracks.resize(plan.cues.size());
  state.health.answers.resize(plan.codes.size());
  return state;
}

/// A state belongs to the exercise it was made with; another exercise has other rules and cues.
void require_fitting(const SessionPlan& plan, const SessionState& state) {
  const auto cues = static_cast<int>(plan.cues.size());
  const auto cue_exists = [&](int cue) { return cue >= -1 && cue < cues; };
  bool fits = state.rules.size() == plan.rules.size() && cue_exists(state.talk.advice) &&
              cue_exists(state.talk.voice.saying.cue) && state.talk.tracks.size() == plan.cues.size();
  for (std::size_t i = 0; fits && i < state.rules.size(); ++i) {
    fits = stretchcore::fits(plan.rules[i].condition, state.rules[i].condition);
  }
  const auto counts = [](int count) { return count >= 0 && count < 1'000'000; };
  const auto past = [&](Time time) { return time <= state.now && time >= -longest_time; };
  for (const int said : state.talk.said) fits = fits && counts(said);
  for (const Side side : both_sides) fits = fits && counts(state.aim.fall[side].openings);
  for (const CueTrack& track : state.talk.tracks) {
    fits = fits && counts(track.wanted) && counts(track.said) && counts(track.in_block) && past(track.latest);
  }
  for (const ToldTime* clock : {&state.clocks.postures, &state.clocks.ticks}) {
    const auto possible = [](Time time) { return time <= longest_time && time >= -longest_time; };
    fits = fits && possible(clock->told.value_or(Time{0})) && possible(clock->doubted.value_or(Time{0})) &&
           possible(clock->doubted_from) && past(clock->at) && past(clock->doubted_at) && clock->step >= Time{0} &&
           clock->step <= longest_absence && clock->unheard >= Time{0} && clock->unheard <= away_after;
  }
  fits = fits && past(state.clocks.latest) && state.now <= longest_time;
  fits = fits && (!state.talk.correction || past(state.talk.correction->time));
  for (const auto& waiting : state.talk.voice.waiting) fits = fits && waiting.cue >= 0 && waiting.cue < cues;
  for (const auto& one : state.talk.voice.dropped) fits = fits && one.cue >= 0 && one.cue < cues;
  for (const auto& record : state.talk.cues) fits = fits && record.cue >= 0 && record.cue < cues;
  const auto symptoms = static_cast<int>(plan.symptoms.size());
  for (const auto& record : state.talk.symptoms) fits = fits && record.symptom >= 0 && record.symptom < symptoms;
  fits = fits && state.talk.gravest >= -1 && state.talk.gravest < symptoms;
  fits = fits && state.intermission.symptom >= -1 && state.intermission.symptom < symptoms;
  fits = fits && counts(state.talk.unanswered);
  fits = fits && state.alarm.symptom >= -1 && state.alarm.symptom < symptoms && counts(state.alarm.times_said) &&
         past(state.alarm.said_at);
  for (const auto& record : state.rule_records) {
    fits = fits && record.rule >= 0 && record.rule < static_cast<int>(plan.exercise.rules.size());
  }
  const auto complete = [](const auto& list, int total) { return total >= static_cast<int>(list.size()); };
  fits = fits && complete(state.tally.repetitions, state.tally.repetitions_total) &&
         complete(state.tally.attempts, state.tally.attempts_total) &&
         complete(state.tally.holds, state.tally.holds_total) && state.diagnosis.events_dropped >= 0 &&
         complete(state.rule_records, state.rule_records_total) &&
         complete(state.talk.symptoms, state.talk.symptoms_total) && complete(state.talk.cues, state.talk.cues_total);
  const Phase at = state.course.phase == Phase::paused ? state.intermission.phase : state.course.phase;
  const bool needs_side = plan.sided() && traits(at).moving;
  fits = fits && (!needs_side || state.course.active_side);
  const auto in_session = [&](Time time) { return past(time) && time >= state.started; };
  fits = fits && (!state.intermission.away || in_session(*state.intermission.away));
  fits = fits && state.tally.away >= Time{0} && state.tally.away <= state.now - state.started;
  fits = fits && stretchcore::fits(plan, state.health);
  if (!fits) throw InvalidModel("state", "was saved by a session with another exercise, person or options");
}

}  // namespace

Session::Session(Exercise exercise, Person person, SessionOptions options, std::span<const Exercise> exercises)
    : plan_(std::make_shared<const SessionPlan>(std::move(exercise), std::move(person), std::move(options), exercises)),
      state_(first_state(*plan_)) {}

Session::Session(Exercise exercise, Person person, SessionOptions options, const SessionState& state,
                 std::span<const Exercise> exercises)
    : plan_(std::make_shared<const SessionPlan>(std::move(exercise), std::move(person), std::move(options), exercises)),
      state_(state) {
  require_fitting(*plan_, state_);
}

std::span<const Event> Session::apply(const Input& input) {
  events_.clear();
  Step step{*plan_, state_, events_};
  std::visit([&](const auto& each) { take(step, each); }, input);
  return events();
}

std::span<const Event> Session::observe(const Posture& posture) {
  events_.clear();
  Step step{*plan_, state_, events_};
  take(step, posture);
  return events();
}

std::span<const Event> Session::tick(Time now) {
  events_.clear();
  Step step{*plan_, state_, events_};
  take(step, Tick{now});
  return events();
}

std::span<const Event> Session::report(const Report& report) {
  events_.clear();
  Step step{*plan_, state_, events_};
  std::visit([&](const auto& each) { take(step, each); }, report);
  return events();
}

std::vector<Event> Session::run(const Recording& recording) {
  std::vector<Event> all;
  for (std::size_t row = 0; row < recording.size(); ++row) {
    const std::span<const Event> told = observe(recording.posture(row));
    all.insert(all.end(), told.begin(), told.end());
  }
  return all;
}

std::optional<Target> Session::target() const {
  return state_.aim.target[state_.course.active_side.value_or(Side::left)];
}

const Cue* Session::cue(int number) const {
  const int place = plan_->cue_of(number);
  return place < 0 ? nullptr : &plan_->cues[static_cast<std::size_t>(place)].cue;
}

std::string Session::text(const Event& event, std::string_view language) const {
  const auto words = [&](int number, bool brief, const Filling& filling) {
    const Cue* named = cue(number);
    return named ? plan_->rendered(brief ? named->brief : named->text, filling, language) : std::string{};
  };
  if (const auto* given = std::get_if<CueGiven>(&event)) {
    return words(given->cue, given->brief, {given->side, given->count, given->parts});
  }
  if (const auto* emergency = std::get_if<Emergency>(&event)) return words(emergency->cue, false, {});
  if (const auto* symptom = std::get_if<SymptomHeard>(&event)) {
    return words(symptom->advice, false, {symptom->side, 0, {}});
  }
  return {};
}

std::string Session::emergency_number(std::string_view language) const {
  return number_words(plan_->options.emergency_number, plan_->fill_words(language));
}

std::string Session::explain(const Target& target, std::string_view language) const {
  return target_text(target, asymmetry(*plan_, state_).tighter_side, language,
                     plan_->exercise.movement.sides != Sides::midline);
}

std::vector<std::string> Session::codes(int question) const {
  std::vector<std::string> codes;
  const auto& open = state_.talk.question;
  if (!open || open->id != question) return codes;
  if (open->kind != QuestionKind::health && open->kind != QuestionKind::which) return codes;
  for (const int code : latest_health_question(*plan_, state_).codes) {
    if (can_be_named(*plan_, state_, code)) codes.push_back(plan_->codes[static_cast<std::size_t>(code)].code);
  }
  return codes;
}

std::map<std::string, Fact> Session::facts() const { return person_now(*plan_, state_).facts; }

Summary Session::summary() const { return summarise(*plan_, state_); }

Summary Session::finish(Time now, EndReason reason) {
  events_.clear();
  Step step{*plan_, state_, events_};
  stretchcore::finish(step, now, reason);
  return summary();
}

const Exercise& Session::exercise() const { return plan_->exercise; }
Screening Session::screening() const { return stretchcore::screening(*plan_, state_); }
const Person& Session::person() const { return plan_->person; }
const SessionOptions& Session::options() const { return plan_->options; }

}  // namespace stretchcore
