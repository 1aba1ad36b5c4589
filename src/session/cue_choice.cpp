#include "cue_choice.hpp"

namespace stretchcore {
namespace {

bool fits(const PlannedCue& cue, Sensing following, bool own, std::optional<Side> side) {
  if (cue.own != own || (cue.names_side && !side)) return false;
  // The standard words for "the other side" name it as soon as that is possible.
  if (cue.cue->moment == Moment::wrong_side && !own && side && !cue.names_side) return false;
  // Until it is known whether the person is seen, nothing is said that claims it.
  const Sensing as = following == Sensing::any ? Sensing::unseen : following;
  return cue.cue->sensing == Sensing::any || cue.cue->sensing == as;
}

/// The exercise's own words for a moment replace the standard ones, as far as they fit.
bool has_own(const SessionPlan& plan, Moment moment, Sensing following, std::optional<Side> side) {
  for (const int i : plan.by_moment[slot_of(moment)]) {
    if (fits(plan.cues[static_cast<std::size_t>(i)], following, true, side)) return true;
  }
  return false;
}

}  // namespace

int count_cues(const SessionPlan& plan, Moment moment, Sensing following, std::optional<Side> side) {
  const bool own = has_own(plan, moment, following, side);
  int count = 0;
  for (const int i : plan.by_moment[slot_of(moment)]) {
    if (fits(plan.cues[static_cast<std::size_t>(i)], following, own, side)) ++count;
  }
  return count;
}

int pick_cue(const SessionPlan& plan, Moment moment, Sensing following, std::optional<Side> side, int said) {
  const bool own = has_own(plan, moment, following, side);
  int chosen = -1;
  int nth = 0;
  for (const int i : plan.by_moment[slot_of(moment)]) {
    if (!fits(plan.cues[static_cast<std::size_t>(i)], following, own, side)) continue;
    if (nth++ <= said) chosen = i;
  }
  return chosen;
}

}  // namespace stretchcore
