#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>

#include <stretchcore/export.hpp>
#include <stretchcore/model/exercise.hpp>

namespace stretchcore {

/// The exercises that come with the library, by id. Throws `std::out_of_range` from `at` like any map.
STRETCHCORE_API const std::map<std::string, Exercise, std::less<>>& catalog();

/// The same, in a row, in the order of their ids: what `screen` and `Session` may offer instead.
STRETCHCORE_API std::span<const Exercise> catalog_exercises();

}  // namespace stretchcore
