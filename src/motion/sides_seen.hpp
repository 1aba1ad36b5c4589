#pragma once

// Both sides at one moment, seen in the direction of the movement.

#include <stretchcore/motion/repetitions.hpp>

namespace stretchcore {

/// A channel as one side shows it.
inline Sighting in_direction(const SideSignal& signal, Sighting seen, Angle zero) {
  seen.raw = signal.of(seen.raw, zero);
  seen.smooth = signal.of(seen.smooth, zero);
  return seen;
}

/// What both sides show, without copying it where a channel is what it shows.
class SidesSeen {
 public:
  SidesSeen(const RepetitionPlan& plan, const Sightings& seen, Angle zero) {
    for (const Side side : both_sides) {
      const SideSignal& signal = plan.shows[side];
      const bool as_it_is = signal.sign > 0.0 && !signal.one_way;
      if (!as_it_is) turned_[side] = in_direction(signal, seen[signal.channel], zero);
      sides_[side] = as_it_is ? &seen[signal.channel] : &turned_[side];
    }
  }
  SidesSeen(const SidesSeen&) = delete;
  SidesSeen& operator=(const SidesSeen&) = delete;

  const Sighting& operator[](Side side) const { return *sides_[side]; }

 private:
  Bilateral<Sighting> turned_{};
  Bilateral<const Sighting*> sides_{};
};

/// What a stroke of one side is followed in.
struct SeenFrom {
  const Sightings& channels;
  const SidesSeen& sides;
  Side side;  ///< whose stroke it is
};

}  // namespace stretchcore
