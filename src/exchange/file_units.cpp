#include "file_units.hpp"

#include <array>
#include <string>
#include <utility>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/error.hpp>
#include <stretchcore/quantity/angle.hpp>

#include "text_lines.hpp"

namespace stretchcore::detail {

std::optional<double> degrees_per_unit(const ReadOptions& options) {
  if (!options.units) return std::nullopt;
  if (*options.units == FileUnits::degrees) return 1.0;
  if (*options.units == FileUnits::radians) return radians(1.0).degrees();
  throw RecordingError("units: " + std::string{name(*options.units)} +
                       " are no unit of angles, and the angles of this file are read; expected degrees or radians");
}

std::optional<FileUnits> length_unit(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, FileUnits>, 8> units{{{"mm", FileUnits::millimetres},
                                                                                {"cm", FileUnits::centimetres},
                                                                                {"m", FileUnits::metres},
                                                                                {"px", FileUnits::pixels},
                                                                                {"millimeters", FileUnits::millimetres},
                                                                                {"centimeters", FileUnits::centimetres},
                                                                                {"meters", FileUnits::metres},
                                                                                {"pixels", FileUnits::pixels}}};
  for (const auto& [spelling, unit] : units) {
    if (same_letters(word, spelling)) return unit;
  }
  return std::nullopt;
}

}  // namespace stretchcore::detail
