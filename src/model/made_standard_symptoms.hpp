#pragma once

#include <vector>

#include <stretchcore/model/symptom.hpp>

namespace stretchcore::detail {

/// `standard_symptoms()`, made once: every symptom of every exercise is held against them.
const std::vector<StopSymptom>& made_standard_symptoms();

}  // namespace stretchcore::detail
