#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>

#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/side.hpp>

namespace stretchcore {

enum class RuleVerdict {
  ok,
  violated,
  unknown,   ///< a watched signal cannot be trusted: not safe, not unsafe
  cued_only  ///< this source can never see it: said in words, never judged
};
BOOST_DESCRIBE_ENUM(RuleVerdict, ok, violated, unknown, cued_only)

/// Whether an exercise fits a person. `strictness` has their order.
enum class ScreeningVerdict {
  cleared,          ///< everything the exercise asks about was asked, and nothing speaks against it
  unknown,          ///< something was not asked, or was not thought of: asked about, or a notice
  modified,         ///< it fits with the changes that are named
  needs_clearance,  ///< a professional must agree first: the session does not start
  postponed         ///< not today, for something that passes by itself: the session does not start
};
BOOST_DESCRIBE_ENUM(ScreeningVerdict, cleared, unknown, modified, needs_clearance, postponed)

/// The stricter of two verdicts has the larger number.
constexpr int strictness(ScreeningVerdict verdict) {
  switch (verdict) {
    case ScreeningVerdict::cleared:
      return 0;
    case ScreeningVerdict::unknown:
      return 1;
    case ScreeningVerdict::modified:
      return 2;
    case ScreeningVerdict::postponed:
      return 3;
    case ScreeningVerdict::needs_clearance:
      break;
  }
  return 4;
}

/// With this verdict the person may do the exercise, with the changes that are named.
constexpr bool may_do(ScreeningVerdict verdict) {
  return strictness(verdict) <= strictness(ScreeningVerdict::modified);
}

enum class GainVerdict { increased, no_detectable_change, decreased, undetermined };
BOOST_DESCRIBE_ENUM(GainVerdict, increased, no_detectable_change, decreased, undetermined)

enum class AsymmetryVerdict {
  left_tighter,
  right_tighter,
  balanced,
  undetermined,
  left_ends_sooner,  ///< of a motion of the midline: to the left; whose muscle that is says `Movement::stretches`
  right_ends_sooner
};
BOOST_DESCRIBE_ENUM(AsymmetryVerdict, left_tighter, right_tighter, balanced, undetermined, left_ends_sooner,
                    right_ends_sooner)

/// Why nothing is said of a change or a side, where more than its interval speaks against it.
enum class Doubt {
  none,
  moved,            ///< the person, or what watches them, moved between two measurings
  still_side,       ///< one side was not moved
  sides_unchecked,  ///< this source can exchange left and right, and no side check has confirmed them
  sides_exchanged,  ///< left and right looked as if they were exchanged on the way
  no_figure,        ///< nothing is published about how far off this source is for this motion
  no_zero           ///< of a motion of the midline: where its middle is was not captured
};
BOOST_DESCRIBE_ENUM(Doubt, none, moved, still_side, sides_unchecked, sides_exchanged, no_figure, no_zero)

/// A change of range, with its interval. `undetermined` also when nothing was measured.
struct Gain {
  Angle value{};
  Angle low{};
  Angle high{};
  GainVerdict verdict = GainVerdict::undetermined;
  Doubt doubt = Doubt::none;  ///< why it is undetermined, where there is a reason to tell

  bool operator==(const Gain&) const = default;
};
BOOST_DESCRIBE_STRUCT(Gain, (), (value, low, high, verdict, doubt))

/// The difference of the sides, right − left, with its interval. A side is named only when the difference is
/// determined.
struct Asymmetry {
  Angle difference{};
  Angle low{};
  Angle high{};
  AsymmetryVerdict verdict = AsymmetryVerdict::undetermined;
  std::optional<Side> tighter_side{};
  /// Standard error of the difference by the sensor alone: openings do not average it out, nor do sessions in which the
  /// sensor stands at the same place. Nothing where it is not known.
  std::optional<Angle> sensor_error{};
  Doubt doubt = Doubt::none;  ///< why it is undetermined, where there is a reason to tell

  bool operator==(const Asymmetry&) const = default;
};
BOOST_DESCRIBE_STRUCT(Asymmetry, (), (difference, low, high, verdict, tighter_side, sensor_error, doubt))

}  // namespace stretchcore
