#pragma once

#include <optional>

#include <stretchcore/export.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/safety/condition.hpp>

namespace stretchcore {

/// Moves every limit that is nearer to zero than `least`, and violated beyond it, out to `least`: nearer than twice its
/// error an instrument would only report its own noise. Limits that are violated towards zero, and those of speeds and
/// ratios, stay. Returns whether anything was moved.
STRETCHCORE_API bool widen(Condition& condition, Angle least);

}  // namespace stretchcore
