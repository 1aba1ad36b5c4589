#pragma once

#include <optional>
#include <span>

#include <stretchcore/export.hpp>
#include <stretchcore/model/error_model.hpp>
#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/quantity/estimate.hpp>
#include <stretchcore/stream/repetition.hpp>
#include <stretchcore/stream/verdict.hpp>

namespace stretchcore {

// Home is where the legs rest between two openings: the origin of every opening. Where home has moved, the same reach
// is another opening, and what was measured from one home is not compared with what was measured from another.

/// A smaller shift of home is not worth a word, however surely it was measured.
inline constexpr Angle home_wanders = degrees(2);

/// Where each side rested between these openings.
STRETCHCORE_API Bilateral<Estimate> homes(std::span<const Repetition> repetitions, const ErrorModel& error);

/// The mean of both sides, opening by opening; of the one side that moved where there is no other.
STRETCHCORE_API Estimate mean_home(std::span<const Repetition> repetitions, const ErrorModel& error);

/// Whether home has moved from one measuring to another by more than its noise (95 %), and by more than 2°.
STRETCHCORE_API bool moved(const Estimate& before, const Estimate& after);

/// A gain that also holds for the openings as they were from home on. Where home has moved by more than its noise it is
/// undetermined; so is a change that is none once the shift of home is taken out of it.
STRETCHCORE_API Gain over_home(Gain gain, const Estimate& home_before, const Estimate& home_after);

/// A gain of both sides together, where one side's home has moved so far that their mean hides it: by more than 4° and
/// by more than twice its noise. It is undetermined then.
STRETCHCORE_API Gain over_homes(Gain gain, const Bilateral<Estimate>& before, const Bilateral<Estimate>& after);

/// The same difference without a name: no side is tighter by it. What names none stays as it is.
STRETCHCORE_API Asymmetry unnamed(Asymmetry sides, Doubt doubt);

/// Sides whose homes have moved, together or apart, are not compared over two measurings.
STRETCHCORE_API Asymmetry over_home(const Asymmetry& sides, const Bilateral<Estimate>& before,
                                    const Bilateral<Estimate>& after);

/// Sides that rest apart by more than their noise and by more than 2° are compared by their openings, too: what drifts
/// or was moved on one side alone names none.
STRETCHCORE_API Asymmetry over_rest(const Asymmetry& sides, const Bilateral<Estimate>& home);

/// Whether one side lay still in most of these openings while the other moved.
STRETCHCORE_API bool one_side_still(std::span<const Repetition> repetitions, const ErrorModel& error);

}  // namespace stretchcore
