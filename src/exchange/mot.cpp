#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include <stretchcore/error.hpp>
#include <stretchcore/exchange/mot.hpp>

#include "angle_layout.hpp"
#include "angle_table.hpp"
#include "file_units.hpp"
#include "limits.hpp"
#include "place.hpp"
#include "progress.hpp"
#include "text_lines.hpp"

namespace stretchcore {

namespace {

using detail::AngleLayout;
using detail::fail_at;
using detail::quoted_word;
using detail::SpokenAngle;
using detail::TableHeader;
using detail::TextLines;

struct SidedWord {
  std::string_view word;  // "_r" or "_l" follows
  Motion motion;
  double sign;
};

// Their axes: x points forward, y up, z to the right (Rajagopal 2016; the axes of the coordinates in its model file).
constexpr std::array<SidedWord, 9> sided_words{{{"hip_flexion", Motion::hip_flexion, 1.0},
                                                {"hip_adduction", Motion::hip_abduction, -1.0},
                                                {"hip_rotation", Motion::hip_rotation, 1.0},
                                                {"knee_angle", Motion::knee_flexion, 1.0},
                                                {"ankle_angle", Motion::ankle_dorsiflexion, 1.0},
                                                {"arm_flex", Motion::shoulder_flexion, 1.0},
                                                {"arm_add", Motion::shoulder_abduction, -1.0},
                                                {"arm_rot", Motion::shoulder_rotation, 1.0},
                                                {"elbow_flex", Motion::elbow_flexion, 1.0}}};

constexpr std::array<std::pair<std::string_view, SpokenAngle>, 6> midline_words{
    {{"pelvis_tilt", {Channel::pelvis_tilt, -1.0}},          // about z: the front goes up
     {"pelvis_list", {Channel::pelvis_list, 1.0}},           // about x: the right side goes down
     {"pelvis_rotation", {Channel::pelvis_rotation, -1.0}},  // about y: the right side goes forward
     {"lumbar_extension", {Channel::spine_flexion, -1.0}},
     {"lumbar_bending", {Channel::spine_side_bend, -1.0}},   // about x: to the right
     {"lumbar_rotation", {Channel::spine_rotation, 1.0}}}};  // about y: to the left

/// "/jointset/hip_r/hip_flexion_r/value" is hip_flexion_r.
std::optional<SpokenAngle> opensim_angle(std::string_view column_name) {
  constexpr std::string_view value = "/value";
  if (column_name.starts_with('/')) {
    if (!column_name.ends_with(value)) return std::nullopt;
    column_name.remove_suffix(value.size());
    column_name.remove_prefix(column_name.rfind('/') + 1);
  }
  for (const auto& [word, angle] : midline_words) {
    if (column_name == word) return angle;
  }
  for (const SidedWord& sided : sided_words) {
    for (const auto& [letter, side] : {std::pair{"_l", Side::left}, std::pair{"_r", Side::right}}) {
      if (column_name.size() == sided.word.size() + 2 && column_name.starts_with(sided.word) &&
          column_name.ends_with(letter)) {
        return SpokenAngle{channel(sided.motion, side), sided.sign};
      }
    }
  }
  return std::nullopt;
}

/// What stands above the names of the columns.
struct Preamble {
  std::optional<bool> in_degrees{};
  std::optional<std::size_t> rows{};
  std::optional<std::size_t> columns{};
};

constexpr std::size_t longest_preamble = 1000;  // [lines]

std::size_t count_in(std::string_view word, std::string_view key, const TextLines& lines, std::string_view file_name) {
  const detail::CellValue read = detail::CellNumbers{','}.read(word);
  if (read.kind == detail::CellKind::number && read.value >= 0.0 && read.value <= 1e9) {
    return static_cast<std::size_t>(read.value);
  }
  fail_at(file_name, lines.number(), 0, std::string{key} + ": expected how many there are, got " + quoted_word(word));
}

Preamble read_preamble(TextLines& lines, std::string_view file_name) {
  Preamble preamble;
  while (lines.number() < longest_preamble && lines.next()) {
    std::string_view line = detail::trimmed(lines.text());
    if (detail::same_letters(line, "endheader")) return preamble;
    const bool assigns = line.find('=') != std::string_view::npos;
    const std::string_view key = assigns ? detail::take_cell(line, '=') : detail::take_word(line);
    const std::string_view value = detail::trimmed(line);
    if (detail::same_letters(key, "inDegrees") && assigns) {
      const bool yes = detail::same_letters(value, "yes");
      if (!yes && !detail::same_letters(value, "no")) {
        fail_at(file_name, lines.number(), 0, "inDegrees: expected yes or no, got " + quoted_word(value));
      }
      preamble.in_degrees = yes;
    } else if (detail::same_letters(key, "nRows") || detail::same_letters(key, "datarows")) {
      preamble.rows = count_in(value, key, lines, file_name);
    } else if (detail::same_letters(key, "nColumns") || detail::same_letters(key, "datacolumns")) {
      preamble.columns = count_in(value, key, lines, file_name);
    }
  }
  fail_at(file_name, lines.number(), 0, "expected the line endheader, which ends the header of an OpenSim file");
}

TableHeader read_names(TextLines& lines, std::string_view file_name) {
  if (!lines.next_with_words()) fail_at(file_name, lines.number(), 0, "ends after the header; expected column names");
  TableHeader header{{}, file_name, lines.number()};
  std::string_view rest = lines.text();
  const bool tabs = detail::trimmed(rest).find('\t') != std::string_view::npos;
  while (!detail::is_blank(rest)) {
    if (header.names.size() == detail::most_columns) detail::fail_too_many_columns(file_name, lines.number());
    header.names.emplace_back(tabs ? detail::take_cell(rest, '\t') : detail::take_word(rest));
  }
  return header;
}

double degrees_per_unit_of(const Preamble& preamble, const ReadOptions& options, const TableHeader& header) {
  const std::optional<double> said = detail::degrees_per_unit(options);
  if (preamble.in_degrees) return *preamble.in_degrees ? 1.0 : radians(1.0).degrees();
  if (said) return *said;
  fail_at(header.file_name, 0, 0,
          "the header does not say inDegrees=yes or no; say it with units=\"degrees\" or --units degrees (or radians)");
}

void require_true(std::string_view key, std::size_t claimed, std::size_t found, const TableHeader& header) {
  if (claimed == found) return;
  fail_at(header.file_name, header.line, 0,
          "the header says " + std::string{key} + "=" + std::to_string(claimed) + ", the table has " +
              std::to_string(found) + ": the file was cut off, or its header is another's");
}

/// In some models flexion of the knee is negative. No knee bends backwards only.
void require_knees_that_bend(const Recording& recording, const AngleLayout& layout, const TableHeader& header) {
  constexpr double furthest_overstretch = 30.0;  // [°]
  for (const Channel knee : {Channel::knee_flexion_left, Channel::knee_flexion_right}) {
    const std::span<const double> angles = recording.column(knee);
    const bool forth = std::any_of(angles.begin(), angles.end(), [](double a) { return a > furthest_overstretch; });
    const bool back = std::any_of(angles.begin(), angles.end(), [](double a) { return a < -furthest_overstretch; });
    if (forth || !back) continue;
    const auto column = std::find_if(layout.angles.begin(), layout.angles.end(),
                                     [&](const AngleLayout::AngleColumn& angle) { return angle.channel == knee; });
    const std::string ours{name(knee)};
    const std::string& theirs = header.names[column->position];
    const std::string sign = column->factor < 0.0 ? "" : "-";
    fail_at(header.file_name, header.line, column->position + 1,
            quoted_word(theirs) + " bends only backwards: flexion is negative in its model; turn it with columns={\"" +
                ours + "\": \"" + sign + quoted_word(theirs).substr(1) + "} or --column " + ours + "=" + sign + theirs);
  }
}

}  // namespace

Recording parse_mot(std::string_view text, const ReadOptions& options, std::string_view file_name) {
  if (text.size() > detail::most_bytes) fail_at(file_name, 0, 0, "is larger than 2 GB");
  TextLines lines{text};
  const Preamble preamble = read_preamble(lines, file_name);
  const TableHeader header = read_names(lines, file_name);
  if (preamble.columns) require_true("nColumns", *preamble.columns, header.names.size(), header);
  const AngleLayout layout =
      angle_layout(header, options.columns, {&opensim_angle, degrees_per_unit_of(preamble, options, header), false});

  const std::size_t left = text.size() - std::min(lines.offset(), text.size());
  const std::size_t room = std::min(preamble.rows.value_or(left), left / (2 * header.names.size()) + 1);
  detail::AngleTable angles{header, layout, detail::CellNumbers{','}, room, 1.0};
  detail::Progress progress{options.progress, text.size()};
  while (lines.next_with_words()) {
    std::string_view rest = lines.text();
    std::size_t position = 0;
    for (std::string_view word = detail::take_word(rest); !word.empty(); word = detail::take_word(rest)) {
      if (angles.wants(position)) angles.take(position, word, lines.number());
      ++position;
    }
    angles.end_row(position, lines.number());
    progress.at(lines.offset());
  }
  if (preamble.rows) require_true("nRows", *preamble.rows, angles.rows(), header);
  Recording recording = angles.recording();
  require_knees_that_bend(recording, layout, header);
  recording.source = options.source;
  return recording;
}

}  // namespace stretchcore
