#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>

#include <stretchcore/export.hpp>
#include <stretchcore/model/text.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// What the exercise is done for.
enum class Goal {
  gain_range,  ///< measure, stretch, measure again
  move_easily  ///< no remeasuring, 80 % of easy: for hypermobile, pregnant, painful, growing bodies
};
BOOST_DESCRIBE_ENUM(Goal, gain_range, move_easily)

/// How much of one block, where it differs from the dose.
struct BlockDose {
  std::optional<int> per_block{};        ///< repetitions
  std::optional<int> holds_each_side{};  ///< of a held exercise
  std::optional<Time> duration{};        ///< of a hold

  STRETCHCORE_API void validate() const;
  bool operator==(const BlockDose&) const = default;
};
BOOST_DESCRIBE_STRUCT(BlockDose, (), (per_block, holds_each_side, duration))

/// How much. "As many as it takes" needs a cap: no further gain was seen after about 60 repetitions (Mizuno 2017)
/// or four minutes a session (Ingram 2024), and legs up for longer can tingle by itself.
struct Dose {
  Goal goal = Goal::gain_range;
  int per_block = 10;        ///< repetitions in one held block [1..30]
  int most_blocks = 4;       ///< held blocks, each followed by a measuring [1..4]
  int cap_repetitions = 60;  ///< openings of every kind [1..60]
  Time cap_moving{300'000'000'000};
  Time cap_in_position{600'000'000'000};
  Time rest{20'000'000'000};  ///< between blocks, and at a change of side
  Text frequency{};
  std::optional<BlockDose> lean{};  ///< one block of it in a routine
  std::optional<BlockDose> full{};  ///< in a session of its own, where that is more than the dose

  STRETCHCORE_API void validate() const;
  bool operator==(const Dose&) const = default;
};
BOOST_DESCRIBE_STRUCT(Dose, (),
                      (goal, per_block, most_blocks, cap_repetitions, cap_moving, cap_in_position, rest, frequency,
                       lean, full))

}  // namespace stretchcore
