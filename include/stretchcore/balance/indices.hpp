#pragma once

#include <array>
#include <string_view>

#include <stretchcore/export.hpp>
#include <stretchcore/quantity/angle.hpp>

namespace stretchcore {

/// One of the ratios by which sides are compared in the literature.
struct SymmetryIndex {
  std::string_view name;
  std::string_view formula;  ///< of L and R, the angles of the sides
  std::string_view source;
  double (*of)(double left, double right);
};

/// LSI, BAI-1, SI, BSA, SA, NSI, log ratio. Each has its own range and reference; they do not agree on what 10 % is.
inline constexpr std::size_t symmetry_index_count = 7;
STRETCHCORE_API const std::array<SymmetryIndex, symmetry_index_count>& symmetry_indices();

/// Below this an angle is mostly where zero was put, and a ratio says nothing.
inline constexpr Angle least_for_a_ratio = degrees(10);

/// All of them, in the order of `symmetry_indices`. Throws `InvalidModel` where a ratio has no meaning: sides of
/// opposite sign, or one that is below 10° or four of its standard errors. No decision of this library rests on them: a
/// joint angle has no natural zero, so differences in degrees come first.
STRETCHCORE_API std::array<double, symmetry_index_count> indices(Angle left, Angle right, Angle standard_error = {});

}  // namespace stretchcore
