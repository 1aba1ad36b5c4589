#pragma once

#include <optional>

#include <stretchcore/export.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/person.hpp>
#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/quantity/estimate.hpp>
#include <stretchcore/stream/target.hpp>

namespace stretchcore {

inline constexpr int ramp_repetitions = 2;  ///< of a block lead up to its target

/// What limits a target, besides what is written in the exercise and about the person.
struct TargetBasis {
  Bilateral<Estimate> range{};          ///< from free openings, the latest measuring that determined it
  Bilateral<Angle> home{};              ///< where those openings began
  Bilateral<Angle> shift{};             ///< how far home has moved since then; what it rose by raises no target
  std::optional<Angle> range_at_start;  ///< lower side of the first measuring of the session
  int repetitions_done = 0;             ///< in this block, for the ramp: `ramp_repetitions` and more go all the way
  double eased = 1.0;                   ///< what requests for less have left of it (0..1]
  double most_of_easy = 1.0;            ///< what screening leaves of easy (0..1]
  bool move_easily = false;             ///< for this person, whatever the exercise is for
  std::optional<Angle> ceiling{};       ///< less far than an opening that was too much
};

inline constexpr Angle allowed_progress = degrees(5);  ///< a session may go beyond its own start by this much
inline constexpr double eased_by = 0.85;               ///< one request for less: 10–20 % at once

/// How far to go: the minimum of every limit, and which one it is. `side` nothing: both sides together, held to the
/// one that stops first. Margin, ramp and wishes for less take their share of the way from home, and no target is
/// beyond a range that was measured. There is no target where no width was prescribed and a side that it is for was not
/// measured: then the person goes by feel.
STRETCHCORE_API std::optional<Target> target(const Exercise& exercise, const Person& person, const TargetBasis& basis,
                                             std::optional<Side> side);

}  // namespace stretchcore
