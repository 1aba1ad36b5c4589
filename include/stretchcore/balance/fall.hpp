#pragma once

#include <boost/describe/class.hpp>
#include <span>

#include <stretchcore/export.hpp>
#include <stretchcore/model/error_model.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/stream/repetition.hpp>

namespace stretchcore {

/// One side's openings to a target, watched for a fall: she tires, or her muscles guard.
struct FallWatch {
  int openings = 0;  ///< the first eight, that tell what is usual
  Angle usual{};     ///< how far those ended below their target, on average; at or beyond it is zero
  double sum = 0.0;  ///< what was below that, added up [standard deviations]

  bool operator==(const FallWatch&) const = default;
};
BOOST_DESCRIBE_STRUCT(FallWatch, (), (openings, usual, sum))

/// One more opening that ended so far below its target. True if that is a fall: a one-sided cumulative sum (Page 1954,
/// Biometrika 41:100) of what exceeds the usual by more than half a standard deviation passes two of them, and this
/// opening is at least `smallest_worthwhile` below the usual. From some 2.5 deviations on one opening is enough. Then
/// all begins anew: what she does from there becomes usual.
STRETCHCORE_API bool fell(FallWatch& watch, Angle below_target, Angle deviation);

/// How much the reaches of one side vary from opening to opening (one standard deviation, pooled over the sides): of
/// free openings, at least 1°; of those that the side moved in;
/// as the error model says where it knows, or where there are fewer than three.
STRETCHCORE_API Angle deviation(std::span<const Repetition> openings, const ErrorModel& error);

}  // namespace stretchcore
