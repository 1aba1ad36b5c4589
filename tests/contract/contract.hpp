#pragma once

#include <string>
#include <vector>

#include "contract/adapter.hpp"

namespace stretchcore::contract {

struct Outcome {
  int cases = 0;
  std::vector<std::string> violations;  ///< a sentence each, with its case
};

/// What an app that guides people promises when something is wrong: every symptom, in every phase, after a gap, from the
/// background, with a voice that fails. docs/contract.md says it in words.
Outcome violations(Adapter& app);

}  // namespace stretchcore::contract
