#pragma once

#include <boost/describe/class.hpp>

namespace stretchcore {

/// A point of the body as a pose estimator gives it, in the units and along the axes of its skeleton.
struct Landmark {
  double x = 0.0;
  double y = 0.0;
  double z = 0.0;           ///< ignored where the skeleton has no depth
  double confidence = 1.0;  ///< that it was seen [0..1]; 1 where the estimator does not say

  bool operator==(const Landmark&) const = default;
};
BOOST_DESCRIBE_STRUCT(Landmark, (), (x, y, z, confidence))

}  // namespace stretchcore
