#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <vector>

#include <stretchcore/exchange/kinect_text.hpp>

#include "angle_table.hpp"
#include "csv_cells.hpp"
#include "landmark_rows.hpp"
#include "limits.hpp"
#include "place.hpp"
#include "progress.hpp"
#include "text_lines.hpp"

namespace stretchcore {

namespace {

using detail::CellKind;
using detail::CellValue;
using detail::fail_at;

constexpr std::size_t joints = 25;
constexpr std::size_t numbers_a_joint = 7;
constexpr std::size_t numbers = joints * numbers_a_joint;

using Row = std::array<double, numbers>;

Row row_of(std::string_view line, std::size_t line_number, std::string_view file_name) {
  detail::CellNumbers reader{','};
  Row row{};
  std::size_t count = 0;
  for (std::string_view word = detail::take_word(line); !word.empty(); word = detail::take_word(line)) {
    const CellValue read = reader.read(word);
    if (read.kind != CellKind::number && read.kind != CellKind::absent) {
      fail_at(file_name, line_number, count + 1, problem_with(read, word));
    }
    if (count < numbers) row[count] = read.value;
    ++count;
  }
  if (count == numbers) return row;
  fail_at(file_name, line_number, std::min(count, numbers) + 1,
          "expected 175 numbers, 7 for each of the 25 joints of a Kinect v2, got " + std::to_string(count));
}

}  // namespace

LandmarkRecording parse_kinect_text(std::string_view text, const ReadOptions& options, std::string_view file_name) {
  if (text.size() > detail::most_bytes) fail_at(file_name, 0, 0, "is larger than 2 GB");
  const std::optional<double> frame_rate = detail::checked_frame_rate(options);
  if (!frame_rate) {
    fail_at(file_name, 0, 0,
            "the file has no times; say how many frames a second with frame_rate=30 or --frame-rate 30");
  }
  detail::PointPlan plan{skeleton("kinect-v2-25"), std::vector<int>(joints), 1.0, Source::depth_camera};
  std::iota(plan.places.begin(), plan.places.end(), 0);
  detail::LandmarkRows rows{std::move(plan), text.size() / (2 * numbers) + 1};
  detail::Progress progress{options.progress, text.size()};
  detail::TextLines lines{text};
  while (lines.next_with_words()) {
    const Row row = row_of(lines.text(), lines.number(), file_name);
    rows.begin_row(static_cast<double>(rows.size()) / *frame_rate);
    for (std::size_t joint = 0; joint < joints; ++joint) {
      const double* const place = row.data() + joint * numbers_a_joint;
      const bool seen = place[0] != 0.0 || place[1] != 0.0 || place[2] != 0.0;
      if (seen) rows.set(joint, {place[0], place[1], place[2], 1.0});
    }
    progress.at(lines.offset());
  }
  if (rows.size() == 0) fail_at(file_name, 0, 0, "is empty");
  return rows.recording(options.source);
}

}  // namespace stretchcore
