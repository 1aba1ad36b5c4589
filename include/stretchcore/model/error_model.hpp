#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <stretchcore/quantity/angle.hpp>

namespace stretchcore {

/// What kind of instrument the angles come from.
enum class Source {
  optical_markers,
  depth_camera,
  goniometer,
  inclinometer,
  imu_pair,
  multi_camera,
  phone_camera,
  self_report
};
BOOST_DESCRIBE_ENUM(Source, optical_markers, depth_camera, goniometer, inclinometer, imu_pair, multi_camera,
                    phone_camera, self_report)

/// How far an instrument is off, as standard errors of one side's angle. Repetition noise averages out over
/// repetitions; the session's error (placement, camera set-up, the pelvis line) does not.
struct ErrorModel {
  Angle repetition = degrees(2.5);
  Angle session = degrees(5);

  void validate() const;
  bool operator==(const ErrorModel&) const = default;
};
BOOST_DESCRIBE_STRUCT(ErrorModel, (), (repetition, session))

/// The default error model of a source, for hip abduction (rounded from published reliability studies; see
/// docs/sources.md).
constexpr ErrorModel error_model(Source source) {
  switch (source) {
    case Source::optical_markers:
      return {degrees(1), degrees(1.5)};
    case Source::depth_camera:
      return {degrees(2.5), degrees(4.5)};
    case Source::goniometer:
      return {degrees(2), degrees(2.5)};
    case Source::inclinometer:
      return {degrees(1.5), degrees(2)};
    case Source::imu_pair:
      return {degrees(1.5), degrees(3)};
    case Source::multi_camera:
      return {degrees(2), degrees(4)};
    case Source::phone_camera:
      return {degrees(2.5), degrees(5)};
    case Source::self_report:
      return {degrees(3), degrees(5)};
  }
  return {};
}

}  // namespace stretchcore
