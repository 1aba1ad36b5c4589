#include "routine/dosed.hpp"

#include <algorithm>

#include "routine/lookup.hpp"

namespace stretchcore {

std::string misfit(const BlockDose& dose, const Exercise& exercise) {
  if (held(exercise) && dose.per_block) {
    return "per_block is for repetitions, and \"" + exercise.id +
           "\" is held; write holds_each_side and duration instead";
  }
  if (!held(exercise) && (dose.holds_each_side || dose.duration)) {
    return "holds_each_side and duration are for holds, and \"" + exercise.id +
           "\" is repeated; write per_block instead";
  }
  return {};
}

Exercise dosed(Exercise exercise, const BlockDose& dose) {
  if (dose.per_block) exercise.dose.per_block = *dose.per_block;
  if (auto* const hold = std::get_if<Hold>(&exercise.movement.effort)) {
    hold->holds_each_side = dose.holds_each_side.value_or(hold->holds_each_side);
    hold->duration = dose.duration.value_or(hold->duration);
  }
  if (auto* const relax = std::get_if<ContractRelax>(&exercise.movement.effort)) {
    relax->holds_each_side = dose.holds_each_side.value_or(relax->holds_each_side);
    relax->hold = dose.duration.value_or(relax->hold);
  }
  return exercise;
}

}  // namespace stretchcore
