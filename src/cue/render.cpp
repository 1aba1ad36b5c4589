#include <algorithm>
#include <array>

#include <stretchcore/cue/render.hpp>
#include <stretchcore/cue/words.hpp>

namespace stretchcore {
namespace {

// 150 words a minute: comfortable for young and old listeners of synthetic speech (140–180 in conversation).
constexpr Time one_word{400'000'000};
constexpr Time breath{300'000'000};

/// The next `{name}` at or after `from`: `open` and `close` are the places of its braces, npos if there is none.
struct Placeholder {
  std::size_t open = std::string_view::npos;
  std::size_t close = std::string_view::npos;

  bool found() const { return close != std::string_view::npos; }
};

Placeholder next_placeholder(std::string_view pattern, std::size_t from) {
  const std::size_t close = pattern.find('}', std::min(pattern.find('{', from), pattern.size()));
  if (close == std::string_view::npos) return {};
  return {pattern.rfind('{', close), close};
}

std::string filled(std::string_view name, const Filling& filling, std::string_view language) {
  if (name == "side" && filling.side) return std::string{side_word(*filling.side, language)};
  if (name == "count") return std::to_string(filling.count);
  if (name == "parts" && !filling.parts.empty()) return join_parts(filling.parts, language);
  return '{' + std::string{name} + '}';
}

constexpr bool part_of_a_word(char c) {
  // Every byte of a letter beyond ASCII has its top bit set; so have typographic marks, which stand next to letters.
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string render(std::string_view pattern, const Filling& filling, std::string_view language) {
  std::string words;
  std::size_t done = 0;
  for (Placeholder p = next_placeholder(pattern, 0); p.found(); p = next_placeholder(pattern, done)) {
    words += pattern.substr(done, p.open - done);
    words += filled(pattern.substr(p.open + 1, p.close - p.open - 1), filling, language);
    done = p.close + 1;
  }
  words += pattern.substr(done);
  return words;
}

std::vector<std::string> placeholders(std::string_view pattern) {
  std::vector<std::string> names;
  for (Placeholder p = next_placeholder(pattern, 0); p.found(); p = next_placeholder(pattern, p.close + 1)) {
    names.emplace_back(pattern.substr(p.open + 1, p.close - p.open - 1));
  }
  return names;
}

std::string_view spoken_language(const Text& text, std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  for (const std::string_view tag : {language, primary, std::string_view{"en"}}) {
    const auto found = text.find(std::string{tag});
    if (found != text.end()) return found->first;
  }
  return text.empty() ? std::string_view{} : std::string_view{text.begin()->first};
}

Time spoken_length(std::string_view text) {
  constexpr std::array<std::string_view, 4> pauses{"—", "–", "…", "..."};
  Time length = breath;
  bool inside_word = false;
  while (!text.empty()) {
    std::size_t step = 1;
    bool separates = text.front() == ' ' || text.front() == '\n' || text.front() == '\t';
    for (const std::string_view pause : pauses) {
      if (!text.starts_with(pause)) continue;
      length += breath;
      step = pause.size();
      separates = true;
    }
    if (separates) {
      inside_word = false;
    } else if (!inside_word && part_of_a_word(text.front())) {
      inside_word = true;
      length += one_word;
    }
    text.remove_prefix(step);
  }
  return length;
}

// A side and a count are one word each, as their placeholders are.
Time spoken_length(std::string_view pattern, const Filling& filling, std::string_view language) {
  constexpr std::string_view parts = "{parts}";
  Time length = spoken_length(pattern);
  if (filling.parts.empty()) return length;
  const Time longer = one_word * (words_in_parts(filling.parts, language) - 1);
  for (auto at = pattern.find(parts); at != pattern.npos; at = pattern.find(parts, at + 1)) length += longer;
  return length;
}

}  // namespace stretchcore
