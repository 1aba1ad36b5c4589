#include "model/figure_for.hpp"

#include <algorithm>

namespace stretchcore {

std::optional<ErrorModel> figure_for(const Exercise& exercise, const SessionOptions& options) {
  const Movement& movement = exercise.movement;
  if (!movement.motion) return std::nullopt;
  if (options.error_model) return options.error_model;
  const auto& views = exercise.views;
  if (views && options.view && std::find(views->begin(), views->end(), *options.view) == views->end())
    return std::nullopt;
  const std::optional<ErrorModel> figure = error_model(options.source, *movement.motion, options.view);
  if (!figure || least_movement(*figure) > movement.floor_amplitude) return std::nullopt;
  return figure;
}

}  // namespace stretchcore
