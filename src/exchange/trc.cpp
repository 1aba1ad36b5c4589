#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <stretchcore/exchange/trc.hpp>

#include "csv_cells.hpp"
#include "file_units.hpp"
#include "limits.hpp"
#include "place.hpp"
#include "point_table.hpp"
#include "progress.hpp"
#include "text_lines.hpp"

namespace stretchcore {

namespace {

using detail::CellKind;
using detail::CellNumbers;
using detail::fail_at;
using detail::quoted_word;
using detail::TextLines;

constexpr std::size_t before_markers = 2;  // columns: frame and time

class TrcReader {
 public:
  TrcReader(std::string_view text, const ReadOptions& options, std::string_view file_name)
      : text_(text), options_(options), file_name_(file_name), lines_(text) {}

  LandmarkRecording read() {
    next("the line PathFileType");
    if (!detail::trimmed(lines_.text()).starts_with("PathFileType")) {
      fail("expected the line PathFileType, got " + quoted_word(lines_.text()));
    }
    read_values();
    read_markers();
    return read_rows();
  }

 private:
  [[noreturn]] void fail(const std::string& problem, std::size_t column = 0) const {
    fail_at(file_name_, lines_.number(), column, problem);
  }

  void next(const std::string& expected) {
    if (!lines_.next_with_words()) fail("the file ends here; expected " + expected);
  }

  /// Two lines: keys, and their values below.
  void read_values() {
    next("the line of keys that begins with DataRate");
    std::vector<std::string> keys;
    std::string_view rest = lines_.text();
    for (std::string_view word = detail::take_word(rest); !word.empty(); word = detail::take_word(rest)) {
      keys.emplace_back(word);
    }
    next("the values of " + quoted_word(keys.front()) + " and so on");
    rest = lines_.text();
    for (const std::string& key : keys) {
      const std::string_view word = detail::take_word(rest);
      if (key == "Units") points_.units = units_of(word);
      if (key == "NumFrames") frames_ = count_of(key, word);
      if (key == "NumMarkers") markers_ = count_of(key, word);
    }
  }

  std::optional<FileUnits> units_of(std::string_view word) const {
    const std::optional<FileUnits> units = detail::length_unit(word);
    if (units || options_.units) return units;
    fail("Units: expected mm, cm or m, got " + quoted_word(word) +
         "; say it with units=\"millimetres\" or --units millimetres");
  }

  std::size_t count_of(const std::string& key, std::string_view word) const {
    const detail::CellValue read = CellNumbers{','}.read(word);
    if (read.kind == CellKind::number && read.value >= 0.0 && read.value <= 1e9) {
      return static_cast<std::size_t>(read.value);
    }
    fail(key + ": expected how many there are, got " + quoted_word(word));
  }

  /// "Frame#  Time  LASI      RASI", a name above each three columns, and below it "X1 Y1 Z1".
  void read_markers() {
    next("the line of markers that begins with Frame#");
    header_ = {{}, file_name_, lines_.number()};
    points_.file_name = file_name_;
    points_.line = lines_.number();
    std::string_view rest = lines_.text();
    if (!detail::same_letters(detail::take_cell(rest, '\t'), "Frame#") ||
        !detail::same_letters(detail::take_cell(rest, '\t'), "Time")) {
      fail("expected Frame# and Time before the names of the markers, got " + quoted_word(lines_.text()));
    }
    std::size_t position = before_markers;
    while (!detail::is_blank(rest)) {
      if (position == detail::most_columns) detail::fail_too_many_columns(file_name_, lines_.number());
      const std::string_view name = detail::take_cell(rest, '\t');
      if ((position - before_markers) % 3 == 0) {
        if (name.empty()) fail("expected the name of a marker above each three columns", position + 1);
        points_.names.emplace_back(name);
      } else if (!name.empty()) {
        fail("expected the name of a marker above each three columns, but " + quoted_word(name) + " stands here",
             position + 1);
      }
      ++position;
    }
    if (markers_ && *markers_ != points_.names.size()) {
      fail("the header says NumMarkers=" + std::to_string(*markers_) + ", there are " +
           std::to_string(points_.names.size()) + " names");
    }
    layout_.time = {1, 1.0};
    layout_.cells.resize(before_markers);
    header_.names = {"Frame#", "Time"};
    for (std::size_t point = 0; point < points_.names.size(); ++point) {
      for (const auto& [letter, part] : {std::pair{" X", detail::PointPart::x}, std::pair{" Y", detail::PointPart::y},
                                         std::pair{" Z", detail::PointPart::z}}) {
        layout_.cells.push_back(detail::PointLayout::Cell{point, part});
        header_.names.push_back(points_.names[point] + letter);
      }
    }
    next("the line X1 Y1 Z1 …");
    rest = lines_.text();
    const std::string_view first = detail::take_word(rest);
    if (first != "X1") fail("expected the line X1 Y1 Z1 …, got " + quoted_word(lines_.text()));
  }

  LandmarkRecording read_rows() {
    const std::size_t left = text_.size() - std::min(lines_.offset(), text_.size());
    const std::size_t room = std::min(frames_.value_or(left), left / header_.names.size() + 1);
    detail::PointTable table{header_, layout_, plan_of(points_, options_), CellNumbers{'\t'}, room, 1.0};
    detail::Progress progress{options_.progress, text_.size()};
    while (lines_.next_with_words()) {
      // Many programs end a row with a tab, and then the last cell is none.
      std::string_view rest = lines_.text();
      std::size_t position = 0;
      bool more = true;
      while (more && (position < header_.names.size() || !detail::is_blank(rest))) {
        more = rest.find('\t') != std::string_view::npos;
        const std::string_view cell = detail::take_cell(rest, '\t');
        if (table.wants(position)) table.take(position, cell, lines_.number());
        ++position;
      }
      table.end_row(position, lines_.number());
      progress.at(lines_.offset());
    }
    if (frames_ && *frames_ != table.rows()) {
      fail_at(file_name_, header_.line, 0,
              "the header says NumFrames=" + std::to_string(*frames_) + ", the file has " +
                  std::to_string(table.rows()) + ": it was cut off, or its header is another's");
    }
    return table.recording(options_.source);
  }

  std::string_view text_;
  const ReadOptions& options_;
  std::string_view file_name_;
  TextLines lines_;
  std::optional<std::size_t> frames_;
  std::optional<std::size_t> markers_;
  detail::FilePoints points_;
  detail::TableHeader header_;
  detail::PointLayout layout_;
};

}  // namespace

LandmarkRecording parse_trc(std::string_view text, const ReadOptions& options, std::string_view file_name) {
  if (text.size() > detail::most_bytes) fail_at(file_name, 0, 0, "is larger than 2 GB");
  return TrcReader{text, options, file_name}.read();
}

}  // namespace stretchcore
