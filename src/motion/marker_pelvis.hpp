#pragma once

#include <stretchcore/quantity/bilateral.hpp>

#include "motion/joint_geometry.hpp"

namespace stretchcore::detail {

/// Four markers on the skin of the pelvis.
struct PelvisMarkers {
  Bilateral<Point> asis, psis;
};

/// The pelvis as ISB has it (Wu 2002): leftward along both ASIS, upward square to the plane of ASIS and mid-PSIS.
Frame pelvis_frame(const PelvisMarkers& markers, double shortest);

/// The centres of both hips, by the regressions of Harrington and others, J Biomech 40:595 (2007), on the depth and the
/// width of the pelvis.
Bilateral<Point> hip_centres(const PelvisMarkers& markers, const Frame& pelvis, double millimetre);

/// The centre of a knee or ankle from the marker on its outer side: square to the limb, inward by `depth` (the chord of
/// Davis and others, Hum Mov Sci 10:575, 1991, along the pelvis' own left and right).
Point joint_centre(const Point& marker, const Point& upper_end, const Point& inward, double depth);

// Half the width of a knee and of an ankle with the marker on it [mm]; a marker is 14 mm wide.
inline constexpr double depth_of_knee = 50.0;
inline constexpr double depth_of_ankle = 40.0;

}  // namespace stretchcore::detail
