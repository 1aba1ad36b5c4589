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

inline constexpr std::size_t most_openings = 128;         ///< of one estimate; later ones are left out
inline constexpr Angle smallest_worthwhile = degrees(3);  ///< gain, or difference of sides, that is worth a word
inline constexpr Angle equivalence_margin = degrees(5);   ///< sides within this of each other are balanced
inline constexpr Angle widest_telling =
    degrees(12);  ///< half an interval by the sensor alone: beyond, no side is named
inline constexpr Angle widest_informative = degrees(6);  ///< half an interval beyond this says nothing

/// The location of a few angles with its error: 20 % trimmed mean and its standard error (Yuen 1974), widened for the
/// likeness of neighbouring repetitions. Where the error model knows their correlation, the error is the one it gives
/// to a mean. One value has the error model's repetition error.
STRETCHCORE_API Estimate estimate(std::span<const Angle> values, const ErrorModel& error);

/// The 95 % interval of an estimate: Student's t for what repetitions explain, by the openings that are left after
/// trimming (normal, where their error is known), and the sensor's own error besides. Nothing wide for no openings.
STRETCHCORE_API Interval interval(const Estimate& estimate);

/// The range of each side from the reach of its openings.
STRETCHCORE_API Bilateral<Estimate> ranges(std::span<const Repetition> repetitions, const ErrorModel& error);

/// The same where left and right are taken for each other: of each opening of both sides the one that went less far
/// stands for both.
STRETCHCORE_API Bilateral<Estimate> ranges_of_mixed(std::span<const Repetition> repetitions, const ErrorModel& error);

/// The mean of both sides, opening by opening; of the one side that moved, or was seen, where there is no other.
STRETCHCORE_API Estimate mean_range(std::span<const Repetition> repetitions, const ErrorModel& error);

/// Right − left, paired opening by opening where both sides moved together, with a 95 % interval that knows the
/// sensor's own error. A side is named only when zero lies outside the interval and the difference is at least 3°, and
/// never by a sensor whose own error makes half an interval wider than 12°: a single camera, or a person's own eyes.
STRETCHCORE_API Asymmetry compare_sides(std::span<const Repetition> repetitions, const ErrorModel& error);

/// The same from two measurings of one session: what both sides gained in between cancels out.
STRETCHCORE_API Asymmetry compare_sides(std::span<const Repetition> before, std::span<const Repetition> after,
                                        const ErrorModel& error);

/// A change with its interval, and what can be said of it: *increased* and *decreased* need zero outside and at least
/// 3°; *undetermined* is an interval of more than 6° to either side that says neither.
STRETCHCORE_API Gain judged(Gain gain);

/// Before against after in one session and one placement of the sensor, so that its constant error cancels. `looks` is
/// how many comparisons a session may make, from 1 to 8; with more, nothing is claimed. They share the 5 % chance of a
/// false "increased". *increased* needs the interval above zero and at least 3°.
STRETCHCORE_API Gain compare_ranges(const Estimate& before, const Estimate& after, int looks = 1);

/// The same from the openings themselves (mean of both sides).
STRETCHCORE_API Gain compare_ranges(std::span<const Repetition> before, std::span<const Repetition> after,
                                    const ErrorModel& error);

}  // namespace stretchcore
