#pragma once

#include <string>
#include <vector>

#include <stretchcore/record/history.hpp>

namespace stretchcore::detail {

/// From points in order of time.
Progress progress_of(std::string exercise, std::vector<ProgressPoint> points);

/// From the moments of sessions between the two.
Adherence adherence_of(const std::vector<Time>& moments, Time since, Time until);

}  // namespace stretchcore::detail
