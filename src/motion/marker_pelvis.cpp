#include "marker_pelvis.hpp"

namespace stretchcore::detail {
namespace {

// In a split the marker lies in line with hip and knee, and which way is inward matters no more: sin 1°.
constexpr double least_off_inward = 0.02;

Point middle(const Bilateral<Point>& points) { return (points.left + points.right) / 2.0; }

}  // namespace

Frame pelvis_frame(const PelvisMarkers& markers, double shortest) {
  const Point leftward = direction(markers.asis.left - markers.asis.right, shortest);
  const Point forward = middle(markers.asis) - middle(markers.psis);
  return Frame::of(leftward, direction(cross(forward, leftward), shortest));
}

Bilateral<Point> hip_centres(const PelvisMarkers& markers, const Frame& pelvis, double millimetre) {
  const double depth = norm(middle(markers.asis) - middle(markers.psis)) / millimetre;
  const double width = norm(markers.asis.left - markers.asis.right) / millimetre;
  return each_side([&](Side side) {
    const Point from_asis = (-0.24 * depth - 9.9) * pelvis.front + (-0.30 * width - 10.9) * pelvis.upward +
                            (0.33 * width + 7.3) * pelvis.outward(side);
    return middle(markers.asis) + millimetre * from_asis;
  });
}

Point joint_centre(const Point& marker, const Point& upper_end, const Point& inward, double depth) {
  const Point line = marker - upper_end;
  const double length = norm(line);
  const Point along = line / length;
  const double sine = depth / length;
  const double cosine = std::sqrt(1.0 - sine * sine);  // not a number for a marker nearer than its depth
  return upper_end + length * cosine * (cosine * along + sine * square_to(along, inward, least_off_inward));
}

}  // namespace stretchcore::detail
