// What this person may not do, or cannot do here, is replaced or left out.

#include <algorithm>
#include <cstdlib>

#include "routine/fitting.hpp"
#include "routine/lookup.hpp"

namespace stretchcore {
namespace {

/// A slot that cannot stay, and where it was among those that stay.
struct Gap {
  Slot slot;
  std::size_t place = 0;
  Hindrance hindrance;
};

const Exercise& exercise_of(const Fitting& fitting, const Slot& slot) {
  return *find_exercise(fitting.exercises, slot.exercise);
}

bool comes(const std::vector<Slot>& slots, const std::string& exercise) {
  return std::any_of(slots.begin(), slots.end(), [&](const Slot& one) { return one.exercise == exercise; });
}

/// The dose that the exercise has for a routine.
BlockDose dose_of(const Exercise& exercise) {
  if (exercise.dose.lean) return *exercise.dose.lean;
  BlockDose dose;
  if (held(exercise)) {
    dose.holds_each_side = 1;
  } else {
    dose.per_block = exercise.dose.per_block;
  }
  return dose;
}

std::vector<std::string> instead_of(const Fitting& fitting, const Slot& slot) {
  std::vector<std::string> ids = slot.alternatives;
  const Exercise& exercise = exercise_of(fitting, slot);
  ids.insert(ids.end(), exercise.alternatives.begin(), exercise.alternatives.end());
  ids.insert(ids.end(), exercise.easier.begin(), exercise.easier.end());
  return ids;
}

/// The slots with one more, as near to its place as the order takes it; nothing if it takes it nowhere.
std::optional<std::vector<Slot>> with(const Fitting& fitting, const Slot& slot, std::size_t place) {
  const std::size_t count = fitting.slots.size();
  for (std::size_t away = 0; away <= count; ++away) {
    for (const bool after : {true, false}) {
      if (after ? place + away > count : away > place || away == 0) continue;
      std::vector<Slot> all = fitting.slots;
      all.insert(all.begin() + static_cast<std::ptrdiff_t>(after ? place + away : place - away), slot);
      if (fitting.in_order(all)) return all;
    }
  }
  return std::nullopt;
}

/// Another exercise in its place; false if there is none.
bool substitute(Fitting& fitting, const Gap& gap) {
  const bool on_floor = on_the_floor(exercise_of(fitting, gap.slot).position.value_or(Position::chair));
  for (const std::string& id : instead_of(fitting, gap.slot)) {
    const Exercise* const exercise = find_exercise(fitting.exercises, id);
    if (!exercise || comes(fitting.slots, id) || fitting.hindrance(*exercise)) continue;
    if (on_the_floor(*exercise->position) && !on_floor) continue;  // no change leads the person down
    Slot other = gap.slot;
    other.id = id_of(gap.slot);
    other.exercise = id;
    other.dose = dose_of(*exercise);
    other.alternatives.clear();
    other.focus = gap.slot.focus && exercise->movement.motion && exercise->dose.goal == Goal::gain_range;
    if (!has_one_sided_form(exercise->movement)) other.sides = SlotSides::both;
    auto all = with(fitting, other, gap.place);
    if (!all) continue;
    fitting.slots = *std::move(all);
    fitting.note(gap.slot, FittedBy::substituted, gap.hindrance.why, gap.hindrance.detail, Consent::ask);
    return true;
  }
  return false;
}

bool is_declined(const Fitting& fitting, const Slot& slot) {
  const std::vector<std::string>& declined = fitting.circumstances.declined;
  return std::find(declined.begin(), declined.end(), id_of(slot)) != declined.end();
}

/// No move mends the order, so a slot goes: one without which it holds, of these one that can be left out, of these the
/// last; the focus goes last of all.
std::size_t least_missed(const Fitting& fitting) {
  const auto weight = [&](std::size_t place) {
    std::vector<Slot> others = fitting.slots;
    const Slot slot = others[place];
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(place));
    return (slot.focus ? 0 : 8) + (fitting.in_order(others) ? 4 : 0) + (slot.prescribed ? 0 : 2) +
           (slot.drop_order > 0 ? 1 : 0);
  };
  std::size_t least = 0;
  for (std::size_t place = 0; place < fitting.slots.size(); ++place) {
    if (weight(place) >= weight(least)) least = place;
  }
  return least;
}

}  // namespace

void restore_order(Fitting& fitting) {
  while (!fitting.in_order(fitting.slots)) {
    bool moved = false;
    for (std::size_t from = 0; !moved && from < fitting.slots.size(); ++from) {
      const Slot slot = fitting.slots[from];
      const std::vector<Slot> before = fitting.slots;
      fitting.slots.erase(fitting.slots.begin() + static_cast<std::ptrdiff_t>(from));
      if (auto all = with(fitting, slot, from)) {
        fitting.slots = *std::move(all);
        fitting.note(slot, FittedBy::moved, FittedFor::order, {}, Consent::none);
        moved = true;
      } else {
        fitting.slots = before;
      }
    }
    if (moved) continue;
    const auto least = fitting.slots.begin() + static_cast<std::ptrdiff_t>(least_missed(fitting));
    fitting.note(*least, FittedBy::dropped, FittedFor::order, {}, Consent::show);
    fitting.slots.erase(least);
  }
}

void fit_to_person(Fitting& fitting) {
  std::vector<Gap> gaps;
  std::vector<Slot> kept;
  for (const Slot& slot : fitting.slots) {
    const auto hindrance = fitting.hindrance(exercise_of(fitting, slot));
    if (hindrance) {
      gaps.push_back({slot, kept.size(), *hindrance});
    } else {
      kept.push_back(slot);
    }
  }
  fitting.slots = std::move(kept);
  restore_order(fitting);
  std::size_t added = 0;
  for (Gap& gap : gaps) {
    gap.place = std::min(gap.place + added, fitting.slots.size());
    if (is_declined(fitting, gap.slot)) {
      fitting.note(gap.slot, FittedBy::dropped, FittedFor::declined, gap.hindrance.detail, Consent::none);
    } else if (substitute(fitting, gap)) {
      ++added;
    } else {
      fitting.note(gap.slot, FittedBy::dropped, gap.hindrance.why, gap.hindrance.detail, Consent::show);
    }
  }
}

}  // namespace stretchcore
