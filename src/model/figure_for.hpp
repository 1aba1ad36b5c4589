#pragma once

#include <optional>

#include <stretchcore/model/error_model.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/session_options.hpp>

namespace stretchcore {

/// How far off the source is for this motion: as the app says, or as it has been published for the view. None where the
/// view does not show the movement, or where what counts is less than what the source can tell from nothing.
std::optional<ErrorModel> figure_for(const Exercise& exercise, const SessionOptions& options);

/// Whether it can be told how far a person goes in an exercise, so that a target can be set and held.
inline bool can_measure(const Exercise& exercise, const SessionOptions& options) {
  return exercise.movement.motion && (options.recorded || figure_for(exercise, options));
}

}  // namespace stretchcore
