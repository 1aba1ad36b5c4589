#pragma once

#include <algorithm>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <span>
#include <string_view>

#include <stretchcore/export.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/channel.hpp>

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
/// repetitions; the session's error (placement, camera set-up) does not.
struct ErrorModel {
  Angle repetition = degrees(2.5);
  Angle session = degrees(5);
  Angle pelvis_line{};  ///< of the line both sides are measured from: what it adds to one side it takes from the other
  /// Of a repetition with the one before [0..0.95]. Given, the error of a repetition is known as well, and is taken
  /// instead of what a few openings show of it.
  std::optional<double> correlation{};

  STRETCHCORE_API void validate() const;
  bool operator==(const ErrorModel&) const = default;
};
BOOST_DESCRIBE_STRUCT(ErrorModel, (), (repetition, session, pelvis_line, correlation))

/// From where a camera looks at the person.
enum class CameraView {
  frontal,  ///< from the front, or from the feet of somebody who lies
  sagittal  ///< from the side
};
BOOST_DESCRIBE_ENUM(CameraView, frontal, sagittal)

/// The default error model of a source, for hip abduction (rounded from published reliability studies; see
/// docs/sources.md).
constexpr ErrorModel error_model(Source source) {
  switch (source) {
    case Source::optical_markers:
      return {.repetition = degrees(1), .session = degrees(1.5)};
    case Source::depth_camera:
      return {.repetition = degrees(2.5), .session = degrees(4.5)};
    case Source::goniometer:
      return {.repetition = degrees(2), .session = degrees(2.5)};
    case Source::inclinometer:
      return {.repetition = degrees(1.5), .session = degrees(2)};
    case Source::imu_pair:
      return {.repetition = degrees(1.5), .session = degrees(3)};
    case Source::multi_camera:
      return {.repetition = degrees(2), .session = degrees(4)};
    case Source::phone_camera:
      return {.repetition = degrees(2.5), .session = degrees(5)};
    case Source::self_report:
      return {.repetition = degrees(3), .session = degrees(5)};
  }
  return {};
}

/// What has been published about how far off a source is for a motion.
struct ErrorFigure {
  Source source;
  Motion motion;
  std::optional<CameraView> view;  ///< of a camera; none: any
  ErrorModel error;
  std::string_view statement;  ///< what was found, and how the numbers follow from it
  std::string_view origin;     ///< where it is said
};

/// All of them. What is not here is not measured: the person goes by what they feel.
STRETCHCORE_API std::span<const ErrorFigure> error_figures();

/// How far off a source is for a motion; nothing where nothing was published. Without a view, a camera stands where it
/// sees the motion best.
STRETCHCORE_API std::optional<ErrorModel> error_model(Source source, Motion motion,
                                                      std::optional<CameraView> view = {});

/// A side that went no further than this from its home was not moved: twice the error of an opening, at least 2°.
constexpr Angle least_movement(const ErrorModel& error) {
  return (std::max)(Angle{error.repetition * 2.0}, degrees(2));
}

/// Whether a source finds left and right by their looks, and so can exchange them: every camera without markers.
constexpr bool may_exchange_sides(Source source) {
  return source == Source::phone_camera || source == Source::multi_camera || source == Source::depth_camera;
}

}  // namespace stretchcore
