#pragma once

#include <span>

#include <stretchcore/model/error_model.hpp>
#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/quantity/estimate.hpp>
#include <stretchcore/stream/repetition.hpp>
#include <stretchcore/stream/verdict.hpp>

namespace stretchcore {

/// The range of each side from the reach of its openings, with its error.
Bilateral<Estimate> ranges(std::span<const Repetition> repetitions, const ErrorModel& error);

/// Right − left, paired opening by opening where both sides moved together, with a 95 % interval that knows the
/// sensor's own error. A verdict names a side only when zero lies outside the interval.
Asymmetry compare_sides(std::span<const Repetition> repetitions, const ErrorModel& error);

/// Before against after in one session and one placement of the sensor, so that its constant error cancels.
/// `looks` is how many comparisons the session may make in all: the chance of a false "increased" is spent over them.
Gain compare_ranges(const Estimate& before, const Estimate& after, int looks = 1);

}  // namespace stretchcore
