#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>

#include <stretchcore/export.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/routine.hpp>

namespace stretchcore {

/// The exercises that come with the library, by id. Throws `std::out_of_range` from `at` like any map.
STRETCHCORE_API const std::map<std::string, Exercise, std::less<>>& catalog();

/// The same, in a row, in the order of their ids: what `screen` and `Session` may offer instead.
STRETCHCORE_API std::span<const Exercise> catalog_exercises();

/// The routines that come with the library, by id. Their exercises are the catalog's.
STRETCHCORE_API const std::map<std::string, Routine, std::less<>>& routines();

}  // namespace stretchcore
