#include <stretchcore/cue/render.hpp>
#include <stretchcore/session/session.hpp>

#include "access.hpp"
#include "belonging.hpp"
#include "gains.hpp"
#include "inputs/inputs.hpp"
#include "phase_traits.hpp"
#include "room.hpp"
#include "standing.hpp"
#include "summarise.hpp"
#include "target_text.hpp"
#include "terms.hpp"

namespace stretchcore {
namespace {

/// A state with the room that the plan asks for.
State first_state(const SessionPlan& plan, const Person& person) {
  State state;
  make_room(plan, state);
  state.rules.resize(plan.rules.size());
  state.health.answers.resize(plan.codes.size());
  state.terms = terms(plan, person);
  settle_standing(plan, state);
  return state;
}

std::optional<Side> working_side(const Person& person) {
  return person.immobile_side ? std::optional{opposite(*person.immobile_side)} : std::nullopt;
}

/// The plan for this person: one of their own where they move one side only and this one is not for that side.
Plan fitting(const Plan& plan, const Person& person) {
  const std::optional<Side> works = working_side(person);
  if (plan.only() && !works) {
    throw InvalidModel("person", "moves both sides, and the plan is for those who move the " +
                                     std::string{name(*plan.only())} + " one only");
  }
  if (!works || plan.only() == works || !has_one_sided_form(plan.exercise().movement)) return plan;
  return SessionInside::for_one_side(plan, *works);
}

std::unique_ptr<EventBuffer> buffer(EventsTo events) {
  return events == EventsTo::own_buffer ? std::make_unique<EventBuffer>() : nullptr;
}

}  // namespace

Session::Session(const Plan& plan, Person person, const Frame& frame, EventsTo events)
    : plan_(fitting(plan, person)),
      person_(std::make_shared<const Person>(std::move(person))),
      state_(first_state(SessionInside::plan(plan_), *person_)),
      events_(buffer(events)) {
  frame.validate();
  SessionInside::state(state_).frame = frame;
}

Session::Session(const Plan& plan, Person person, const SessionState& state, EventsTo events)
    : plan_(fitting(plan, person)),
      person_(std::make_shared<const Person>(std::move(person))),
      state_(state),
      events_(buffer(events)) {
  const SessionPlan& of = SessionInside::plan(plan_);
  require_fitting(of, SessionInside::state(state_));
  make_room(of, SessionInside::state(state_));
  SessionInside::state(state_).terms = terms(of, *person_);
  settle_standing(of, SessionInside::state(state_));
}

Session::Session(Exercise exercise, Person person, SessionOptions options, std::span<const Exercise> exercises)
    : Session(Plan{std::move(exercise), std::move(options), exercises, working_side(person)}, Person{person}) {}

Session::Session(Exercise exercise, Person person, SessionOptions options, const SessionState& state,
                 std::span<const Exercise> exercises)
    : Session(Plan{std::move(exercise), std::move(options), exercises, working_side(person)}, Person{person}, state) {}

Session::Session(const Session& other)
    : plan_(other.plan_),
      person_(other.person_),
      state_(other.state_),
      events_(other.events_ ? std::make_unique<EventBuffer>(*other.events_) : nullptr) {}

Session& Session::operator=(const Session& other) { return *this = Session{other}; }

Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

EventBuffer& Session::own_buffer() {
  if (!events_) events_ = buffer(EventsTo::own_buffer);
  return *events_;
}

std::span<const Event> Session::events() const noexcept {
  return events_ ? std::span<const Event>{events_->data(), events_->size()} : std::span<const Event>{};
}

void Session::apply(const Input& input, EventBuffer& events) noexcept {
  events.clear();
  Step step{SessionInside::plan(plan_), *person_, SessionInside::state(state_), events};
  std::visit([&](const auto& each) { take(step, each); }, input);
}

void Session::observe(const Posture& posture, EventBuffer& events) noexcept {
  events.clear();
  Step step{SessionInside::plan(plan_), *person_, SessionInside::state(state_), events};
  take(step, posture);
}

void Session::tick(Time now, EventBuffer& events) noexcept {
  events.clear();
  Step step{SessionInside::plan(plan_), *person_, SessionInside::state(state_), events};
  take(step, Tick{now});
}

void Session::report(const Report& report, EventBuffer& events) noexcept {
  events.clear();
  Step step{SessionInside::plan(plan_), *person_, SessionInside::state(state_), events};
  std::visit([&](const auto& each) { take(step, each); }, report);
}

std::span<const Event> Session::apply(const Input& input) noexcept {
  apply(input, own_buffer());
  return events();
}

std::span<const Event> Session::observe(const Posture& posture) noexcept {
  observe(posture, own_buffer());
  return events();
}

std::span<const Event> Session::tick(Time now) noexcept {
  tick(now, own_buffer());
  return events();
}

std::span<const Event> Session::report(const Report& given) noexcept {
  report(given, own_buffer());
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
  const State& state = SessionInside::state(state_);
  return state.aim.target[state.course.active_side.value_or(Side::left)];
}

const Cue* Session::cue(int number) const {
  const SessionPlan& plan = SessionInside::plan(plan_);
  const int place = plan.cue_of(number);
  return place < 0 ? nullptr : plan.cues[static_cast<std::size_t>(place)].cue.get();
}

std::string Session::text(const Event& event, std::string_view language) const {
  const auto words = [&](int number, bool brief, const Filling& filling) {
    const Cue* named = cue(number);
    return named ? SessionInside::plan(plan_).rendered(brief ? named->brief : named->text, filling, language)
                 : std::string{};
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
  return number_words(options().emergency_number, SessionInside::plan(plan_).fill_words(language));
}

std::string Session::explain(const Target& target, std::string_view language) const {
  const Asymmetry found = asymmetry(SessionInside::plan(plan_), SessionInside::state(state_));
  return target_text(target, found.tighter_side, language, exercise().movement.sides != Sides::midline);
}

std::vector<std::string> Session::codes(int question) const {
  const SessionPlan& plan = SessionInside::plan(plan_);
  const State& state = SessionInside::state(state_);
  std::vector<std::string> codes;
  const auto& open = state.talk.question;
  if (!open || open->id != question) return codes;
  if (open->kind != QuestionKind::health && open->kind != QuestionKind::which) return codes;
  for (const int code : latest_health_question(plan, state).codes) {
    if (can_be_named(state, code)) codes.push_back(plan.codes[static_cast<std::size_t>(code)].code);
  }
  return codes;
}

std::map<std::string, Fact> Session::facts() const {
  return person_now(SessionInside::plan(plan_), *person_, SessionInside::state(state_)).facts;
}

Summary Session::summary() const {
  return summarise(SessionInside::plan(plan_), *person_, SessionInside::state(state_));
}

Summary Session::finish(Time now, EndReason reason) {
  EventBuffer& events = own_buffer();
  events.clear();
  Step step{SessionInside::plan(plan_), *person_, SessionInside::state(state_), events};
  stretchcore::finish(step, now, reason);
  return summary();
}

bool Session::over() const noexcept {
  return phase() == Phase::finished || (phase() == Phase::stopped && SessionInside::state(state_).way_out_spoken);
}

Screening Session::screening() const {
  return stretchcore::screening(SessionInside::plan(plan_), *person_, SessionInside::state(state_));
}

const Frame& Session::frame() const noexcept { return SessionInside::state(state_).frame; }

}  // namespace stretchcore
