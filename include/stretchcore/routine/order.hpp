#pragma once

#include <span>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/routine.hpp>
#include <stretchcore/session/check.hpp>

namespace stretchcore {

/// Everything that is wrong or doubtful about a routine: structure; exercises that are not among `exercises`; doses
/// that do not fit them; words that are missing in a language; and an order that a person should not be led through:
///
/// - it goes one way, up or down: standing, chair, floor or the reverse, and is in each position once, with at most
/// four
///   changes of position in ten minutes (a floor transfer is where people fall);
/// - within a position what moves comes before what is held;
/// - what is measured comes before anything that holds a muscle of it;
/// - no muscle comes twice in a row, unless the second time it is held;
/// - the neck is not last before standing up;
/// - nothing lowers the head, and the legs are up a wall for ten minutes at most;
/// - before sport no hold is longer than 30 s, and no muscle is held for 60 s;
/// - in the first hour of the day no bend of the back is held.
///
/// Sources: docs/routines.md.
STRETCHCORE_API std::vector<Finding> findings(const Routine& routine, std::span<const Exercise> exercises);

/// A group of muscles that count as one in a routine: "adductors" for adductor_longus and gracilis. A name that is in
/// no group is its own.
STRETCHCORE_API std::string_view muscle_group(std::string_view muscle);

}  // namespace stretchcore
