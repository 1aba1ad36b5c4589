#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <string_view>

#include <stretchcore/cue/captions.hpp>

#include "cue/markup.hpp"

namespace stretchcore {
namespace {

constexpr std::size_t caption_rows = 2;

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; }

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

/// The first so many characters; never half of one.
std::string_view first_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (at < text.size() && (count > 0 || !begins_character(text[at]))) {
    if (begins_character(text[at])) --count;
    ++at;
  }
  return text.substr(0, at);
}

/// How many bytes separate words here: a space, a control character, or a line break of Unicode.
std::size_t separator_at(std::string_view text) {
  if (static_cast<unsigned char>(text.front()) <= ' ') return 1;
  for (const std::string_view each : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
    if (text.substr(0, each.size()) == each) return each.size();
  }
  return 0;
}

/// The words, with nothing but single spaces between them.
std::string flat(std::string_view text) {
  std::string words;
  while (!text.empty()) {
    const std::size_t separator = separator_at(text);
    if (separator == 0) words += text.front();
    if (separator > 0 && !words.empty() && words.back() != ' ') words += ' ';
    text.remove_prefix(std::max<std::size_t>(separator, 1));
  }
  if (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

/// Takes a row of whole words off the front; a word that is longer than a row is cut.
std::string_view take_row(std::string_view& text, std::size_t width) {
  std::string_view row = first_of(text, width);
  if (row.size() < text.size() && text[row.size()] != ' ') {
    const std::size_t space = row.rfind(' ');
    if (space != std::string_view::npos) row = row.substr(0, space);
  }
  const bool space_follows = row.size() < text.size() && text[row.size()] == ' ';
  text.remove_prefix(row.size() + (space_follows ? 1 : 0));
  return row;
}

/// One row if it fits, else two that are as even as they can be.
std::string broken(std::string_view text) {
  if (characters(text) <= caption_width) return std::string{text};
  for (std::size_t width = (characters(text) + 1) / 2; width < caption_width; ++width) {
    std::string_view rest = text;
    const std::string_view row = take_row(rest, width);
    if (characters(row) <= width && characters(rest) <= caption_width) {
      return std::string{row} + '\n' + std::string{rest};
    }
  }
  std::string_view rest = text;
  const std::string_view row = take_row(rest, caption_width);
  return std::string{row} + '\n' + std::string{rest};
}

/// Where a sentence, or else a part of one, ends last in a piece, if that leaves at least a third of it; else all of
/// it.
std::size_t whole_thoughts(std::string_view piece) {
  using Marks = std::array<std::string_view, 5>;
  for (const Marks& marks : {Marks{".", "!", "?", "…", "。"}, Marks{",", ";", ":", "–", "—"}}) {
    for (std::size_t at = piece.rfind(' '); at != piece.npos && at * 3 >= piece.size(); at = piece.rfind(' ', at - 1)) {
      const std::string_view before = piece.substr(0, at);
      if (std::any_of(marks.begin(), marks.end(), [&](auto mark) { return before.ends_with(mark); })) return at + 1;
    }
  }
  return piece.size();
}

std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    std::string_view rest = text;
    for (std::size_t row = 0; row < caption_rows && !rest.empty(); ++row) take_row(rest, caption_width);
    std::string_view piece = text.substr(0, text.size() - rest.size());
    if (!rest.empty()) piece = piece.substr(0, whole_thoughts(piece));
    text.remove_prefix(piece.size());
    if (piece.ends_with(' ')) piece.remove_suffix(1);
    pieces.push_back(broken(piece));
  }
  return pieces;
}

Time readable(std::string_view text) {
  return std::clamp(seconds(static_cast<double>(characters(text)) / caption_speed), caption_shortest, caption_longest);
}

std::string clock(Time time, char before_milliseconds) {
  const std::int64_t ms = std::max<std::int64_t>(time.count(), 0) / 1'000'000;
  char text[32];
  std::snprintf(text, sizeof text, "%02lld:%02d:%02d%c%03d", static_cast<long long>(ms / 3'600'000),
                static_cast<int>(ms / 60'000 % 60), static_cast<int>(ms / 1000 % 60), before_milliseconds,
                static_cast<int>(ms % 1000));
  return text;
}

std::string without_arrows(std::string text) {
  for (auto at = text.find("-->"); at != text.npos; at = text.find("-->")) text.erase(at, 1);
  return text;
}

template <class Words>
std::string written(std::span<const Line> lines, char before_milliseconds, Words&& words) {
  std::string text;
  int number = 0;
  for (const Line& caption : captions(lines)) {
    text += std::to_string(++number) + '\n' + clock(caption.start, before_milliseconds) + " --> " +
            clock(caption.end, before_milliseconds) + '\n' + words(caption.text) + "\n\n";
  }
  return text;
}

}  // namespace

std::vector<Line> captions(std::span<const Line> lines) {
  std::vector<Line> all;
  for (const Line& line : lines) {
    const std::string words = flat(line.text);
    const std::vector<std::string> pieces = pieces_of(words);
    const Time length = std::max(line.end - line.start, Time{1'000'000});
    const double whole = static_cast<double>(characters(words));
    double said = 0.0;
    for (const std::string& piece : pieces) {
      const Time start = line.start + seconds(to_seconds(length) * said / whole);
      said += static_cast<double>(characters(piece));
      all.push_back({start, line.start + seconds(to_seconds(length) * std::min(said / whole, 1.0)), piece});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Line& a, const Line& b) { return a.start < b.start; });
  for (std::size_t i = 0; i < all.size(); ++i) {
    Line& caption = all[i];
    caption.end =
        std::min(std::max(caption.end, caption.start + readable(caption.text)), caption.start + caption_longest);
    if (i + 1 == all.size()) continue;
    const Time next = all[i + 1].start;
    caption.end = std::max(std::min(caption.end, next - caption_gap), std::min(caption.start + Time{1'000'000}, next));
  }
  // Whatever has no time left before the next was never to be read.
  std::erase_if(all, [](const Line& caption) { return caption.end <= caption.start; });
  return all;
}

std::string to_webvtt(std::span<const Line> lines) {
  return "WEBVTT\n\n" + written(lines, '.', [](std::string_view text) { return detail::escaped(text, false); });
}

std::string to_srt(std::span<const Line> lines) { return written(lines, ',', without_arrows); }

}  // namespace stretchcore
