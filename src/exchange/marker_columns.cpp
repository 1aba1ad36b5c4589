#include "marker_columns.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "file_units.hpp"
#include "text_lines.hpp"

namespace stretchcore::detail {

namespace {

std::optional<PointPart> part_of(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, PointPart>, 10> words{{{"x", PointPart::x},
                                                                                 {"y", PointPart::y},
                                                                                 {"z", PointPart::z},
                                                                                 {"v", PointPart::confidence},
                                                                                 {"c", PointPart::confidence},
                                                                                 {"visibility", PointPart::confidence},
                                                                                 {"confidence", PointPart::confidence},
                                                                                 {"likelihood", PointPart::confidence},
                                                                                 {"score", PointPart::confidence},
                                                                                 {"conf", PointPart::confidence}}};
  for (const auto& [spelling, part] : words) {
    if (same_letters(word, spelling)) return part;
  }
  return std::nullopt;
}

constexpr std::string_view between_words = "_. []()-:/";

/// The last word of a name, taken off its end.
std::string_view take_last_word(std::string_view& name) {
  const std::size_t last = name.find_last_not_of(between_words);
  name = name.substr(0, last == std::string_view::npos ? 0 : last + 1);
  const std::size_t before = name.find_last_of(between_words);
  const std::string_view word = before == std::string_view::npos ? name : name.substr(before + 1);
  name.remove_suffix(word.size());
  return word;
}

}  // namespace

std::optional<MarkerColumn> marker_column(std::string_view column_name) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (column_name.size() > 1 && std::all_of(column_name.begin() + 1, column_name.end(), is_digit)) {
    const std::optional<PointPart> part = part_of(column_name.substr(0, 1));
    if (part) return MarkerColumn{std::string{column_name.substr(1)}, *part, std::nullopt};
  }
  std::string_view rest = column_name;
  std::string_view word = take_last_word(rest);
  const std::optional<FileUnits> unit = length_unit(word);
  if (unit) word = take_last_word(rest);
  const std::optional<PointPart> part = part_of(word);
  const std::size_t last = rest.find_last_not_of(between_words);
  if (!part || last == std::string_view::npos) return std::nullopt;
  return MarkerColumn{std::string{rest.substr(0, last + 1)}, *part, unit};
}

bool has_pelvis_markers(const TableHeader& header) {
  const auto has = [&](std::string_view marker) {
    return std::any_of(header.names.begin(), header.names.end(), [&](const std::string& column) {
      const std::optional<MarkerColumn> point = marker_column(column);
      return point && point->part == PointPart::x && same_letters(point->marker, marker);
    });
  };
  return has("lasi") && has("rasi");
}

}  // namespace stretchcore::detail
