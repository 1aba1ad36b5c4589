#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/quantity/channel.hpp>

namespace stretchcore::detail {

/// Which columns of a table are read, and as what.
struct CsvLayout {
  struct TimeColumn {
    std::size_t position = 0;
    double units_per_second = 1.0;
  };
  struct AngleColumn {
    Channel channel = Channel::hip_abduction_left;
    std::size_t position = 0;
    double factor = 1.0;  ///< to degrees with our sign
  };

  TimeColumn time;
  std::vector<AngleColumn> angles;
};

/// Where a table's header stands, for messages.
struct CsvHeader {
  std::vector<std::string> names;
  std::string_view file_name;
  std::size_t line = 1;
};

/// Reads the header by the caller's `columns` first and by our own words then. Throws `RecordingError`.
CsvLayout csv_layout(const CsvHeader& header, const std::map<std::string, std::string>& columns);

/// Whether the markers of a Plug-in-Gait pelvis are among the columns, "LASI_x_mm".
bool has_pelvis_markers(const CsvHeader& header);

}  // namespace stretchcore::detail
