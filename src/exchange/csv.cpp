#include <optional>

#include <stretchcore/exchange/csv.hpp>

#include "angle_layout.hpp"
#include "angle_table.hpp"
#include "csv_table.hpp"
#include "file_units.hpp"
#include "marker_columns.hpp"

namespace stretchcore {

using detail::AngleLayout;
using detail::AngleTable;
using detail::CsvTable;

Recording parse_csv(std::string_view text, const ReadOptions& options, std::string_view file_name) {
  CsvTable table{text, file_name, options.progress};
  const std::optional<double> frame_rate = detail::checked_frame_rate(options);
  const double degrees_per_unit = detail::degrees_per_unit(options).value_or(1.0);
  const AngleLayout layout =
      angle_layout(table.header(), options.columns, {nullptr, degrees_per_unit, frame_rate.has_value()});
  AngleTable angles{table.header(), layout, table.numbers(), table.most_rows(), frame_rate.value_or(1.0)};
  table.read(angles);
  Recording recording = angles.recording();
  recording.source = options.source;
  if (!recording.source && detail::has_pelvis_markers(table.header())) recording.source = Source::optical_markers;
  return recording;
}

}  // namespace stretchcore
