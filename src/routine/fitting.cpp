#include "routine/fitting.hpp"

#include <algorithm>

#include <stretchcore/routine/order.hpp>
#include <stretchcore/safety/health_conditions.hpp>
#include <stretchcore/safety/screening.hpp>

#include "routine/dosed.hpp"
#include "routine/dry_run.hpp"
#include "routine/lookup.hpp"

namespace stretchcore {
namespace {

bool may_be_done(ScreeningVerdict verdict) {
  return verdict == ScreeningVerdict::cleared || verdict == ScreeningVerdict::modified ||
         verdict == ScreeningVerdict::unknown;  // what is not known is asked about
}

/// What stands or lies where people stretch is a place, not a prop.
bool is_place(const std::string& prop) {
  return prop == "chair" || prop == "wall" || prop == "door-frame" || prop == "mat";
}

Person as_asked(Person person) {
  for (const std::string_view code : condition_codes()) {
    Fact& fact = person.facts[std::string{code}];
    if (fact == Fact::unknown) fact = Fact::no;
  }
  return person;
}

}  // namespace

Fitting::Fitting(const Routine& whole, const Person& who, std::span<const Exercise> at_hand, const Circumstances& today,
                 const SessionOptions& with)
    : routine(whole),
      person(who),
      exercises(at_hand),
      circumstances(today),
      options(with),
      slots(whole.slots_),
      asked_(as_asked(who)) {}

Time Fitting::time() const { return std::chrono::minutes{circumstances.minutes.value_or(routine.minutes)}; }

std::optional<Hindrance> Fitting::hindrance(const Exercise& exercise) const {
  if (!exercise.position || !can_be_taken(*exercise.position, circumstances.places)) {
    return Hindrance{FittedFor::place, exercise.position ? std::string{name(*exercise.position)} : std::string{}};
  }
  for (const Prop& prop : exercise.setup.props) {
    if (!circumstances.props || prop.optional || !prop.instead.empty() || is_place(prop.id)) continue;
    const auto& there = *circumstances.props;
    if (std::find(there.begin(), there.end(), prop.id) == there.end()) return Hindrance{FittedFor::prop, prop.id};
  }
  const Screening found = screen(person, exercise, {}, options);
  if (may_be_done(found.verdict)) return std::nullopt;
  for (const ScreeningReason& reason : found.reasons) {
    if (!may_be_done(reason.verdict)) return Hindrance{FittedFor::condition, reason.code};
  }
  return Hindrance{FittedFor::limit, {}};
}

bool Fitting::in_order(const std::vector<Slot>& as) const {
  if (as.empty()) return true;
  Routine other = routine;
  other.slots_ = as;
  const auto found = findings(other, exercises);
  return std::none_of(found.begin(), found.end(), [](const Finding& f) { return f.severity == Severity::error; });
}

void Fitting::note(const Slot& before, FittedBy by, FittedFor why, std::string detail, Consent consent) {
  changes.push_back({id_of(before), by, why, std::move(detail), consent, before});
}

/// On the way to something higher the person is led up by the words of the slot they leave.
Frame Fitting::frame_of(std::size_t place) const {
  const auto position = [&](std::size_t of) {
    return find_exercise(exercises, slots[of].exercise)->position.value_or(Position::chair);
  };
  const bool last = place + 1 == slots.size();
  Frame frame;
  if (place > 0 && position(place - 1) == position(place)) frame.entry = WayIn::from_another;
  const bool stays = last ? routine.occasion == Occasion::evening && on_the_floor(position(place))
                          : height(position(place + 1)) <= height(position(place));
  if (stays) frame.exit = Ending::stay;
  const Slot& slot = slots[place];
  const bool once = std::find(unmeasured.begin(), unmeasured.end(), id_of(slot)) != unmeasured.end();
  frame.measure = slot.focus && !once ? options.measure : Measure::never;
  frame.blocks = slot.blocks;
  frame.notice_given = frame.feel_told = place > 0;
  return frame;
}

Time Fitting::seconds_of(const Slot& slot, const Frame& frame) {
  const std::pair<Slot, Frame> key{slot, frame};
  const auto known = std::find_if(runs_.begin(), runs_.end(), [&](const auto& run) { return run.first == key; });
  if (known != runs_.end()) return known->second;
  const Exercise exercise = dosed(*find_exercise(exercises, slot.exercise), slot.dose);
  const Time taken = dry_run(exercise, frame, asked_, options);
  runs_.emplace_back(key, taken);
  return taken;
}

Time Fitting::length() {
  Time all{0};
  for (std::size_t i = 0; i < slots.size(); ++i) all += seconds_of(slots[i], frame_of(i)) + slots[i].rest;
  return all;
}

std::vector<FittedSlot> Fitting::slots_as_done() {
  std::vector<FittedSlot> all;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const Slot& slot = slots[i];
    const Frame frame = frame_of(i);
    const auto change = std::find_if(changes.begin(), changes.end(), [&](const FittedChange& one) {
      return one.slot == id_of(slot) && one.by != FittedBy::moved;
    });
    all.push_back({slot, dosed(*find_exercise(exercises, slot.exercise), slot.dose), frame, seconds_of(slot, frame),
                   change == changes.end() ? std::nullopt : std::optional{change->why}});
  }
  return all;
}

}  // namespace stretchcore
