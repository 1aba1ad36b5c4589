#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>

#include <stretchcore/export.hpp>
#include <stretchcore/safety/condition.hpp>
#include <stretchcore/stream/posture.hpp>
#include <stretchcore/stream/verdict.hpp>

namespace stretchcore {

/// The longest time between two postures over which the first still counts as seen.
inline constexpr Time longest_gap{500'000'000};

/// Whether `later` is more than that after `earlier`; cannot overflow.
constexpr bool beyond_gap(Time earlier, Time later) {
  const auto elapsed = static_cast<std::uint64_t>(later.count()) - static_cast<std::uint64_t>(earlier.count());
  return later > earlier && elapsed > static_cast<std::uint64_t>(longest_gap.count());
}

/// A time that a window remembers, or none. Both members are written at every posture: an optional would ask each time
/// what nobody can foresee, whether a noisy angle is beyond its limit.
struct WindowTime {
  Time time{0};
  bool known = false;

  bool operator==(const WindowTime&) const = default;
};
BOOST_DESCRIBE_STRUCT(WindowTime, (), (time, known))

/// What a condition remembers between postures. All of it is fixed in size and can be saved.
///
/// Each window has two times, one of what is certain and one of what is possible as well, because it was not seen:
///   for     since when it has been seen true; since when it has not been seen false
///   within  when it was last seen true; when it was last true or not seen
///   since   when it last began in sight; when it last may have begun
struct ConditionState {
  std::optional<Time> last;  ///< the posture judged last
  std::array<WindowTime, most_windows> certain{};
  std::array<WindowTime, most_windows> possible{};
  std::array<std::optional<double>, most_angles> angles{};  ///< of the last posture, or where a change began [°]
  bool latched = false;                                     ///< was seen violated, and not seen to clear
  bool interrupted = false;                                 ///< nothing was seen after `last`
  RuleVerdict verdict = RuleVerdict::unknown;

  bool operator==(const ConditionState&) const = default;
};
BOOST_DESCRIBE_STRUCT(ConditionState, (), (last, certain, possible, angles, latched, interrupted, verdict))

/// By how much each comparison of a rule is true, in the order of the text; NaN where that is not known.
using Differences = std::array<double, most_comparisons>;

/// One step: the verdict on a posture. A channel that is needed and absent makes it unknown, never ok
/// (Kleene's three-valued logic: unknown only where the answer depends on it). A posture whose time does not increase
/// changes nothing; more than `longest_gap` between two postures was not seen. Allocates nothing, and takes the same
/// time whatever the length of a window.
STRETCHCORE_API RuleVerdict evaluate(const Condition& condition, ConditionState& state, const Posture& posture,
                                     Differences* differences = nullptr) noexcept;

/// Nothing can be seen now: the verdict is unknown, and what was being held must be seen anew from its beginning.
STRETCHCORE_API void interrupt(ConditionState& state) noexcept;

/// How far the posture is inside the limits of a rule, below zero outside: degrees, degrees a second or none
/// (`Condition::margin_unit`). Of comparisons joined with `or` the nearest to being violated counts, of `and` the
/// farthest; of `for`, `within`, `since` and `clears when` what stands before them, as it is now. Nothing if a part was
/// not seen, or the comparisons are of different units.
STRETCHCORE_API std::optional<double> margin(const Condition& condition, const Differences& differences) noexcept;

/// Whether a state can be one of this condition's: the slots it has, times that are not later than its last posture.
STRETCHCORE_API bool fits(const Condition& condition, const ConditionState& state) noexcept;

}  // namespace stretchcore
