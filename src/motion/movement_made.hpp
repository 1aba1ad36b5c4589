#pragma once

// What a movement that has ended was: a repetition, or an attempt and why.

#include <optional>
#include <variant>

#include <stretchcore/motion/neutral.hpp>
#include <stretchcore/motion/repetitions.hpp>

namespace stretchcore {

std::variant<Repetition, Attempt> describe(const RepetitionPlan& plan, const Floors& floors,
                                           const RepetitionState& state, const NeutralState& neutral, Side stroke,
                                           std::optional<Side> side, Time end);

}  // namespace stretchcore
