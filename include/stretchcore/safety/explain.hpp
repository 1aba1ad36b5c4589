#pragma once

#include <string>
#include <string_view>

#include <stretchcore/export.hpp>
#include <stretchcore/safety/condition.hpp>

namespace stretchcore {

/// A rule as one English sentence: "Violated while the pelvis list, either way, has been above 5° for 0.4 s."
/// Parentheses stand where words alone could be read in two ways.
STRETCHCORE_API std::string explain(const Condition& condition);

/// Of a rule about a pair, one sentence for both sides: "On either side: violated while …". Throws `RuleError`.
STRETCHCORE_API std::string explain(std::string_view rule);

}  // namespace stretchcore
