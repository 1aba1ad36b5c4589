#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/safety/condition.hpp>
#include <stretchcore/safety/evaluate.hpp>
#include <stretchcore/stream/posture.hpp>
#include <stretchcore/stream/recording.hpp>
#include <stretchcore/stream/verdict.hpp>

namespace stretchcore {

/// Several conditions over one stream, without a session. Postures and ticks tell the time of one clock.
class STRETCHCORE_API Monitor {
 public:
  explicit Monitor(std::vector<Condition> conditions);

  /// Verdicts in the order of the conditions, valid until the next call. Allocates nothing.
  /// A posture whose time does not increase is not judged and leaves the verdicts as they were; one from more than
  /// `longest_gap` before the last posture or tick tells nothing about now, and every verdict is unknown.
  std::span<const RuleVerdict> observe(const Posture& posture) noexcept;
  /// Time passes. More than `longest_gap` away from the last posture every verdict is unknown.
  std::span<const RuleVerdict> tick(Time now) noexcept;
  /// The verdicts of a fresh monitor, row-major (rows × conditions): 0 ok, 1 violated, 2 unknown.
  std::vector<std::int8_t> run(const Recording& recording) const;

  /// How far the posture judged last is inside the limits of a rule; see `margin`. Nothing while nothing can be seen.
  std::optional<double> margin(std::size_t rule) const;

  /// All that judging needs, the same from the first posture to the last and whatever the windows [bytes].
  std::size_t memory() const;

  std::span<const Condition> conditions() const { return conditions_; }

 private:
  std::span<const RuleVerdict> see_nothing() noexcept;

  std::vector<Condition> conditions_;
  std::vector<ConditionState> states_;
  std::vector<Differences> differences_;
  std::vector<RuleVerdict> verdicts_;
  std::optional<Time> last_;  ///< the last posture that was judged
  std::optional<Time> now_;   ///< the last tick
  bool blind_ = false;        ///< nothing could be seen after that posture
};

}  // namespace stretchcore
