#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <stretchcore/routine/fit.hpp>

namespace stretchcore {

/// Minutes are "about": a tenth more is kept within.
inline constexpr double most_over = 1.1;

/// Why an exercise cannot be done today.
struct Hindrance {
  FittedFor why = FittedFor::condition;
  std::string detail{};
};

/// A routine while it is fitted.
struct Fitting {
  Fitting(const Routine& whole, const Person& who, std::span<const Exercise> at_hand, const Circumstances& today,
          const SessionOptions& with);

  Time time() const;  ///< there is

  /// Nothing if this person may do it, and it can be done here.
  std::optional<Hindrance> hindrance(const Exercise& exercise) const;

  /// Whether the order of the routine takes these slots.
  bool in_order(const std::vector<Slot>& slots) const;

  /// What all slots take as they are now, rests included.
  Time length();
  std::vector<FittedSlot> slots_as_done();

  void note(const Slot& before, FittedBy by, FittedFor why, std::string detail, Consent consent);

  const Routine& routine;
  const Person& person;
  std::span<const Exercise> exercises;
  const Circumstances& circumstances;
  SessionOptions options;
  std::vector<Slot> slots;
  std::vector<FittedChange> changes;
  std::vector<std::string> unmeasured;  ///< ids of slots that are not measured again

 private:
  Frame frame_of(std::size_t place) const;
  Time seconds_of(const Slot& slot, const Frame& frame);

  Person asked_;  ///< of whom everything that is asked about is known, for the dry runs
  std::vector<std::pair<std::pair<Slot, Frame>, Time>> runs_;
};

/// Moves slots, and leaves some out if it must, until the order takes them.
void restore_order(Fitting& fitting);

void fit_to_person(Fitting& fitting);
void fit_to_minutes(Fitting& fitting);

}  // namespace stretchcore
