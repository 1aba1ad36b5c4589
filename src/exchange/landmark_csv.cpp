#include <algorithm>
#include <string>
#include <vector>

#include <stretchcore/exchange/landmark_csv.hpp>

#include "csv_table.hpp"
#include "landmark_columns.hpp"
#include "place.hpp"
#include "point_table.hpp"
#include "units.hpp"

namespace stretchcore {

using detail::fail_at;
using detail::quoted_word;

LandmarkRecording parse_landmark_csv(std::string_view text, const ReadOptions& options, std::string_view file_name) {
  detail::CsvTable table{text, file_name, options.progress};
  const std::optional<double> frame_rate = detail::checked_frame_rate(options);
  const detail::LandmarkColumns columns = detail::landmark_columns(table.header(), options);
  if (!columns.layout.time && !frame_rate) {
    fail_at(file_name, table.header().line, 0,
            "no time column among " + columns_found(table.header()) +
                "; name it with columns={\"time\": \"…\"} or --column time=…, or give the rate of the rows with "
                "frame_rate=… or --frame-rate …");
  }
  detail::PointTable points{table.header(),  columns.layout,    plan_of(columns.points, options),
                            table.numbers(), table.most_rows(), frame_rate.value_or(1.0)};
  table.read(points);
  return points.recording(options.source);
}

}  // namespace stretchcore
