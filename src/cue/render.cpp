#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <stretchcore/cue/plural.hpp>
#include <stretchcore/cue/render.hpp>
#include <stretchcore/cue/words.hpp>

namespace stretchcore {
namespace {

// 150 words a minute: comfortable for young and old listeners of synthetic speech (140–180 in conversation).
constexpr Time one_word{400'000'000};
constexpr Time breathing_space{300'000'000};

constexpr std::size_t longest_key = 16;  // spaces, and "count"

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// The place of the brace that closes the one at `open`; npos if none does.
std::size_t closing(std::string_view pattern, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < pattern.size(); ++at) {
    if (pattern[at] == '{') ++depth;
    if (pattern[at] == '}' && --depth == 0) return at;
  }
  return pattern.npos;
}

/// A placeholder, or a plural with its branches.
struct Braces {
  std::size_t open = std::string_view::npos;
  std::size_t close = std::string_view::npos;
  std::string_view name;
  std::string_view branches;  ///< of a plural: "one {…} other {…}"

  bool found() const { return close != std::string_view::npos; }
};

/// Calls `visit(key, words)` for each branch, until it says that this was the one.
template <class Visit>
void each_branch(std::string_view branches, const Visit& visit) {
  std::size_t at = 0;
  for (auto open = branches.find('{'); open != branches.npos; open = branches.find('{', at)) {
    const std::size_t close = closing(branches, open);
    if (close == branches.npos) return;
    if (visit(trimmed(branches.substr(at, open - at)), branches.substr(open + 1, close - open - 1))) return;
    at = close + 1;
  }
}

/// The words of one branch; nothing where there is none of that key.
std::optional<std::string_view> branch(std::string_view branches, std::string_view key) {
  std::optional<std::string_view> found;
  each_branch(branches, [&](std::string_view this_key, std::string_view words) {
    if (this_key == key) found = words;
    return found.has_value();
  });
  return found;
}

/// A plural that begins at a brace. What begins otherwise is told from it at once: a text may be all braces.
Braces plural_at(std::string_view pattern, std::size_t open) {
  if (!trimmed(pattern.substr(std::min(open + 1, pattern.size()), longest_key)).starts_with("count")) return {};
  const std::size_t close = closing(pattern, open);
  if (close == pattern.npos) return {};
  const std::string_view inside = pattern.substr(open + 1, close - open - 1);
  const std::size_t comma = inside.find(',');
  const std::size_t second = comma == inside.npos ? inside.npos : inside.find(',', comma + 1);
  if (second == inside.npos || trimmed(inside.substr(0, comma)) != "count" ||
      trimmed(inside.substr(comma + 1, second - comma - 1)) != "plural") {
    return {};
  }
  const std::string_view branches = inside.substr(second + 1);
  return branch(branches, "other") ? Braces{open, close, "count", branches} : Braces{};
}

/// The next `{name}` or plural at or after `from`. Within a plural there is no other.
Braces next_braces(std::string_view pattern, std::size_t from, bool within) {
  const std::size_t first = std::min(pattern.find('{', from), pattern.size());
  if (const Braces plural = within ? Braces{} : plural_at(pattern, first); plural.found()) return plural;
  const std::size_t close = pattern.find('}', first);
  if (close == std::string_view::npos) return {};
  const std::size_t open = pattern.rfind('{', close);
  return {open, close, pattern.substr(open + 1, close - open - 1), {}};
}

std::string_view chosen(std::string_view branches, int count, std::string_view language) {
  std::array<char, 16> key{'='};
  const auto end = std::to_chars(key.data() + 1, key.data() + key.size(), count).ptr;
  const auto exact = branch(branches, {key.data(), static_cast<std::size_t>(end - key.data())});
  if (exact) return *exact;
  const auto by_category = branch(branches, name(plural(count, language)));
  return by_category ? *by_category : *branch(branches, "other");
}

/// Calls `text` with what stands between placeholders and `fill` with their names, in order; of a plural, with those of
/// the branch for that number, where each `#` is the number.
template <class Words, class Fill>
void each_piece(std::string_view pattern, int count, std::string_view language, bool within, const Words& text,
                const Fill& fill) {
  const auto plain = [&](std::string_view words) {
    for (auto at = words.find('#'); within && at != words.npos; at = words.find('#')) {
      text(words.substr(0, at));
      fill("count");
      words.remove_prefix(at + 1);
    }
    text(words);
  };
  std::size_t done = 0;
  for (Braces b = next_braces(pattern, 0, within); b.found(); b = next_braces(pattern, done, within)) {
    plain(pattern.substr(done, b.open - done));
    if (b.branches.empty()) {
      fill(b.name);
    } else {
      each_piece(chosen(b.branches, count, language), count, language, true, text, fill);
    }
    done = b.close + 1;
  }
  plain(pattern.substr(done));
}

std::string filled(std::string_view name, const Filling& filling, const FillWords& words) {
  if (name == "side" && filling.side) return std::string{side_word(*filling.side, words)};
  if (name == "count") return std::to_string(filling.count);
  if (name == "parts" && !filling.parts.empty()) return join_parts(filling.parts, words);
  return '{' + std::string{name} + '}';
}

constexpr bool part_of_a_word(char c) {
  // Every byte of a letter beyond ASCII has its top bit set; so have typographic marks, which stand next to letters.
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Counts words and pauses of a text that comes in pieces.
class Length {
 public:
  void add(std::string_view text) {
    constexpr std::array<std::string_view, 4> pauses{"—", "–", "…", "..."};
    while (!text.empty()) {
      std::size_t step = 1;
      bool separates = text.front() == ' ' || text.front() == '\n' || text.front() == '\t';
      const bool may_pause = text.front() == '.' || static_cast<unsigned char>(text.front()) >= 0x80;
      for (const std::string_view pause : pauses) {
        if (!may_pause || !text.starts_with(pause)) continue;
        length_ += breathing_space;
        step = pause.size();
        separates = true;
      }
      if (separates) {
        inside_word_ = false;
      } else if (!inside_word_ && part_of_a_word(text.front())) {
        inside_word_ = true;
        length_ += one_word;
      }
      text.remove_prefix(step);
    }
  }

  void add_words(int count) { length_ += one_word * count; }

  Time length() const { return length_; }

 private:
  Time length_ = breathing_space;
  bool inside_word_ = false;
};

}  // namespace

std::string render(std::string_view pattern, const Filling& filling, const FillWords& words) {
  std::string rendered;
  each_piece(
      pattern, filling.count, words.language(), false, [&](std::string_view text) { rendered += text; },
      [&](std::string_view name) { rendered += filled(name, filling, words); });
  return rendered;
}

std::string render(std::string_view pattern, const Filling& filling, std::string_view language) {
  return render(pattern, filling, FillWords{language});
}

std::string render(const Text& text, const Filling& filling, std::string_view language) {
  return render(in_language(text, language), filling, spoken_language(text, language));
}

std::vector<std::string> placeholders(std::string_view pattern) {
  std::vector<std::string> names;
  std::size_t done = 0;
  for (Braces b = next_braces(pattern, 0, false); b.found(); b = next_braces(pattern, done, false)) {
    names.emplace_back(b.name);
    done = b.close + 1;
    if (b.branches.empty()) continue;
    std::vector<std::string> inner;
    each_branch(b.branches, [&](std::string_view, std::string_view words) {
      each_piece(
          words, 0, "en", true, [](std::string_view) {},
          [&](std::string_view name) {
            const bool there = name == "count" || std::find(inner.begin(), inner.end(), name) != inner.end();
            if (!there) inner.emplace_back(name);
          });
      return false;
    });
    names.insert(names.end(), inner.begin(), inner.end());
  }
  return names;
}

Time spoken_length(std::string_view text) {
  Length length;
  length.add(text);
  return length.length();
}

// A side and a count are one word each, as their names are.
Time spoken_length(std::string_view pattern, const Filling& filling, const FillWords& words) {
  Length length;
  each_piece(
      pattern, filling.count, words.language(), false, [&](std::string_view text) { length.add(text); },
      [&](std::string_view name) {
        length.add(name);
        const bool several = name == "parts" && !filling.parts.empty();
        if (several) length.add_words(words_in_parts(filling.parts, words) - 1);
      });
  return length.length();
}

Time spoken_length(std::string_view pattern, const Filling& filling, std::string_view language) {
  return spoken_length(pattern, filling, FillWords{language});
}

}  // namespace stretchcore
