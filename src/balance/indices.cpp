#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include <stretchcore/balance/indices.hpp>
#include <stretchcore/error.hpp>

#include "detail/maths.hpp"

namespace stretchcore {
namespace {

constexpr double percent = 100.0;

double symmetry_angle(double left, double right) {
  const double turn = 45.0 - maths::atan(left / right) * 180.0 / std::numbers::pi;
  return percent * (turn > 90.0 ? turn - 180.0 : turn) / 90.0;
}

double normalised(double left, double right) {
  return percent * (right - left) / (std::max({left, right, 0.0}) - std::min({left, right, 0.0}));
}

}  // namespace

const std::array<SymmetryIndex, symmetry_index_count>& symmetry_indices() {
  static constexpr std::array<SymmetryIndex, symmetry_index_count> all{{
      {"LSI", "100 L / R", "limb symmetry index: Noyes 1991; the right side is the reference",
       [](double l, double r) { return percent * l / r; }},
      {"BAI-1", "100 (R - L) / (R + L)", "bilateral asymmetry index: Bishop 2016",
       [](double l, double r) { return percent * (r - l) / (r + l); }},
      {"SI", "200 (R - L) / (R + L)", "symmetry index: Robinson 1987",
       [](double l, double r) { return 2.0 * percent * (r - l) / (r + l); }},
      {"BSA", "100 (max - min) / max", "bilateral strength asymmetry: Impellizzeri 2007",
       [](double l, double r) { return percent * (std::max(l, r) - std::min(l, r)) / std::max(l, r); }},
      {"SA", "100 (45 deg - atan(L / R)) / 90 deg", "symmetry angle: Zifchock 2008, Gait Posture 27:622",
       symmetry_angle},
      {"NSI", "100 (R - L) / (max(L, R, 0) - min(L, R, 0))",
       "normalised symmetry index: Queen 2020, J Biomech 99:109531", normalised},
      {"log ratio", "100 ln(R / L)", "sympercents: Cole & Altman 2017, BMJ",
       [](double l, double r) { return percent * maths::log(r / l); }},
  }};
  return all;
}

std::array<double, symmetry_index_count> indices(Angle left, Angle right, Angle standard_error) {
  const auto require = [&](const char* side, Angle angle) {
    if (!angle.finite()) throw InvalidModel(side, "is not a finite angle");
    const Angle least = std::max(least_for_a_ratio, standard_error * 4.0);
    if (abs(angle) < least) {
      throw InvalidModel(side, "is too near zero for a ratio: " + std::to_string(angle.degrees()) +
                                   " deg, and at least " + std::to_string(least.degrees()) +
                                   " are needed; compare degrees");
    }
  };
  require("left", left);
  require("right", right);
  if ((left < Angle{}) != (right < Angle{})) {
    throw InvalidModel("right", "has the opposite sign of left: a ratio of them says nothing; compare degrees");
  }
  std::array<double, symmetry_index_count> values{};
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] = symmetry_indices()[i].of(left.degrees(), right.degrees());
  }
  return values;
}

}  // namespace stretchcore
