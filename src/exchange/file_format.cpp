#include "file_format.hpp"

#include "csv_cells.hpp"
#include "text_lines.hpp"

namespace stretchcore::detail {

namespace {

/// Whether one of the first lines ends the header of an OpenSim file.
bool ends_opensim_header(std::string_view content) {
  TextLines lines{content};
  while (lines.number() < 1000 && lines.next()) {
    if (same_letters(trimmed(lines.text()), "endheader")) return true;
  }
  return false;
}

/// Whether the first line is nothing but numbers with blanks between them, at least as many as a skeleton has.
bool begins_with_many_numbers(std::string_view content) {
  constexpr std::size_t many = 60;
  TextLines lines{content};
  if (!lines.next_with_words()) return false;
  CellNumbers numbers{','};
  std::string_view rest = lines.text();
  for (std::size_t count = 0; count < many; ++count) {
    const std::string_view word = take_word(rest);
    if (word.empty() || numbers.read(word).kind != CellKind::number) return false;
  }
  return true;
}

}  // namespace

FileFormat format_of(std::string_view content) {
  constexpr char c3d_key = 0x50;
  if (content.size() >= 512 && content[1] == c3d_key && content[0] >= 2) return FileFormat::c3d;
  if (content.starts_with("\xFF\xFE") || content.starts_with("\xFE\xFF")) return FileFormat::utf16_text;
  constexpr std::size_t enough = 1 << 16;  // [bytes] to tell what is no text
  if (content.substr(0, enough).find('\0') != std::string_view::npos) return FileFormat::binary;
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  const std::size_t first = content.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return FileFormat::empty;
  const std::string_view text = content.substr(first);
  if (text.front() == '{' || text.front() == '[') return FileFormat::json;
  if (text.front() == '<') return FileFormat::markup;
  if (text.starts_with("HIERARCHY")) return FileFormat::bvh;
  if (text.starts_with("PathFileType")) return FileFormat::trc;
  if (ends_opensim_header(text)) return FileFormat::mot;
  if (begins_with_many_numbers(text)) return FileFormat::kinect_text;
  return FileFormat::csv;
}

}  // namespace stretchcore::detail
