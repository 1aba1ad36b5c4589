#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/quantity/channel.hpp>

#include "table_header.hpp"

namespace stretchcore::detail {

/// Which columns of a table are read, and as what.
struct AngleLayout {
  struct TimeColumn {
    std::size_t position = 0;
    double units_per_second = 1.0;
  };
  struct AngleColumn {
    Channel channel = Channel::hip_abduction_left;
    std::size_t position = 0;
    double factor = 1.0;  ///< to degrees with our sign
  };

  std::optional<TimeColumn> time;
  std::vector<AngleColumn> angles;
};

/// A word for one of our channels in the language of a program.
struct SpokenAngle {
  Channel channel = Channel::hip_abduction_left;
  double sign = 1.0;
};

/// How the columns of a kind of file are named.
struct AngleWords {
  std::optional<SpokenAngle> (*of_program)(std::string_view column_name) = nullptr;  ///< goes before our own words
  double degrees_per_unit = 1.0;  ///< where a name does not end with a unit
  bool may_lack_time = false;     ///< the rows have a rate
};

/// Reads the header by the caller's `columns` first and by the other words then. Throws `RecordingError`.
AngleLayout angle_layout(const TableHeader& header, const std::map<std::string, std::string>& columns,
                         const AngleWords& words = {});

/// Whether the caller or the header itself names an angle of ours.
bool names_angles(const TableHeader& header, const std::map<std::string, std::string>& columns);

}  // namespace stretchcore::detail
