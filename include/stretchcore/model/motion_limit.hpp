#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

#include <stretchcore/export.hpp>
#include <stretchcore/model/movement.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/side.hpp>

namespace stretchcore {

/// Why a motion ends where it does.
enum class LimitKind {
  clinician,     ///< a professional set it for this joint: no exercise leads beyond it
  agreed,        ///< a professional agreed to an exercise, so far and no further
  prescription,  ///< a professional wants the person to go so far: the target, where nothing is measured
};
BOOST_DESCRIBE_ENUM(LimitKind, clinician, agreed, prescription)

/// How far a joint of this person may go.
struct MotionLimit {
  Motion motion = Motion::hip_abduction;
  MotionDirection direction = MotionDirection::positive;  ///< positive or negative, in the motion's clinical sign
  std::optional<Side> side{};                             ///< of a motion of both sides; none: each side
  Angle at_most{};                                        ///< from 0° of the joint, in that direction [−90..180]
  LimitKind kind = LimitKind::clinician;
  std::string exercise{};  ///< id; empty: every exercise
  std::string until{};     ///< a date, as "2027-03-31". The app removes the limit then; the library has no calendar
  std::string by{};        ///< who set it, in the app's words

  /// Throws `InvalidModel` for a direction that is both, a side of a motion of the midline, an angle that no joint
  /// reaches, or a date that is none.
  STRETCHCORE_API void validate() const;
  bool operator==(const MotionLimit&) const = default;
};
BOOST_DESCRIBE_STRUCT(MotionLimit, (), (motion, direction, side, at_most, kind, exercise, until, by))

}  // namespace stretchcore
