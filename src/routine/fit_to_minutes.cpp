// What is taken away when minutes are few, in the order in which it is missed least.

#include <algorithm>

#include "routine/dosed.hpp"
#include "routine/fitting.hpp"
#include "routine/lookup.hpp"

namespace stretchcore {
namespace {

using namespace literals;

constexpr Time short_hold = 20_s;
constexpr Time short_hold_at_65 = 30_s;  // Feland 2001: the elder gain more by longer holds
constexpr int few_repetitions = 5;

bool may(const Slot& slot, Change change) {
  if (!slot.prescribed) return true;
  const std::vector<Change>& all = slot.prescribed->may;
  return std::find(all.begin(), all.end(), change) != all.end();
}

bool enough(Fitting& fitting) { return to_seconds(fitting.length()) <= most_over * to_seconds(fitting.time()); }

/// Changes slots from the last to the first until it fits. `change(slot, exercise)` says whether it changed one.
template <class ChangeOne>
void from_the_end(Fitting& fitting, FittedBy by, Consent consent, const ChangeOne& change) {
  for (std::size_t i = fitting.slots.size(); i-- > 0 && !enough(fitting);) {
    const Slot before = fitting.slots[i];
    Slot& slot = fitting.slots[i];
    if (!may(slot, Change::shorten)) continue;
    if (change(slot, dosed(*find_exercise(fitting.exercises, slot.exercise), slot.dose))) {
      fitting.note(before, by, FittedFor::minutes, {}, consent);
    }
  }
}

bool without_rest(Slot& slot, const Exercise&) {
  if (slot.rest == Time{0}) return false;
  slot.rest = Time{0};
  return true;
}

/// One hold of each side, one block.
bool once(Slot& slot, const Exercise& exercise) {
  const bool many = held(exercise) && slot.dose.holds_each_side.value_or(2) > 1;
  if (!many && slot.blocks == 1) return false;
  if (held(exercise)) slot.dose.holds_each_side = 1;
  slot.blocks = 1;
  return true;
}

/// Repetitions that take turns stay even: both sides have as many.
bool less(Slot& slot, const Exercise& exercise, Time shortest) {
  if (!held(exercise)) {
    const int fewest = exercise.movement.sides == Sides::alternating ? few_repetitions + 1 : few_repetitions;
    if (exercise.dose.per_block <= fewest) return false;
    slot.dose.per_block = fewest;
    return true;
  }
  const auto* const hold = std::get_if<Hold>(&exercise.movement.effort);
  if (!hold || hold->duration <= shortest) return false;
  slot.dose.duration = shortest;
  return true;
}

void drop_slots(Fitting& fitting) {
  while (!enough(fitting)) {
    auto next = fitting.slots.end();
    for (auto one = fitting.slots.begin(); one != fitting.slots.end(); ++one) {
      const bool droppable = one->drop_order > 0 || (one->prescribed && may(*one, Change::drop));
      if (droppable && (next == fitting.slots.end() || one->drop_order < next->drop_order)) next = one;
    }
    if (next == fitting.slots.end() || fitting.slots.size() == 1) return;
    fitting.note(*next, FittedBy::dropped, FittedFor::minutes, {}, Consent::show);
    fitting.slots.erase(next);
    restore_order(fitting);
  }
}

}  // namespace

void fit_to_minutes(Fitting& fitting) {
  from_the_end(fitting, FittedBy::rest_cut, Consent::none, without_rest);
  from_the_end(fitting, FittedBy::shortened, Consent::show, once);
  drop_slots(fitting);
  const Time shortest = fitting.circumstances.at_least_65 ? short_hold_at_65 : short_hold;
  from_the_end(fitting, FittedBy::shortened, Consent::show,
               [&](Slot& slot, const Exercise& exercise) { return less(slot, exercise, shortest); });
  for (const Slot& slot : fitting.slots) {
    if (!slot.focus || enough(fitting) || !may(slot, Change::shorten)) continue;
    fitting.note(slot, FittedBy::unmeasured, FittedFor::minutes, {}, Consent::ask);
    fitting.unmeasured.push_back(id_of(slot));
  }
}

}  // namespace stretchcore
