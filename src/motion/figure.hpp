#pragma once

#include <stretchcore/quantity/bilateral.hpp>

#include "motion/joint_geometry.hpp"

namespace stretchcore::detail {

/// From joint to joint.
struct Limbs {
  Point thigh = nowhere();
  Point shank = nowhere();
  Point foot = nowhere();  ///< from heel to toe
  Point upper_arm = nowhere();
  Point forearm = nowhere();
};

/// A body as lines and frames: all that joint angles are computed from. Lines keep their lengths.
struct Figure {
  Bilateral<Limbs> limbs{};
  Point up =
      nowhere();  ///< the lower end of the spine where it is followed, else the whole back, from hips to shoulders
  Frame pelvis{nowhere(), nowhere(), nowhere()};  ///< the line through both hips and `up`, or what four markers show
  Frame trunk{nowhere(), nowhere(), nowhere()};   ///< the line through both shoulders, and the whole back
  Frame chest{nowhere(), nowhere(), nowhere()};   ///< the line through both shoulders, and the upper end of the spine
  Point head = nowhere();                         ///< from the neck
  Point face = nowhere();                         ///< from the head to the nose
};

}  // namespace stretchcore::detail
