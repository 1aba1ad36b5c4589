#include "safety/rule_error.hpp"

#include <algorithm>
#include <numeric>
#include <tao/pegtl.hpp>
#include <vector>

#include <stretchcore/quantity/channel.hpp>

namespace stretchcore::detail {
namespace {

constexpr std::size_t shown_around_position = 60;  ///< characters on each side of the caret
constexpr std::size_t longest_quote = 40;          ///< characters

struct ShownCharacter {
  std::size_t position;  ///< of its first byte in the text
  std::string glyph;
};

struct sound_character : tao::pegtl::utf8::any {};
struct broken_byte : tao::pegtl::bytes<1> {};

template <class Rule>
struct Show : tao::pegtl::nothing<Rule> {};

template <>
struct Show<sound_character> {
  template <class Match>
  static void apply(const Match& match, std::vector<ShownCharacter>& row) {
    const bool control =
        match.size() == 1 && (static_cast<unsigned char>(*match.begin()) < 0x20 || *match.begin() == 0x7f);
    row.push_back({match.position().byte, control ? " " : match.string()});
  }
};

template <>
struct Show<broken_byte> {
  template <class Match>
  static void apply(const Match& match, std::vector<ShownCharacter>& row) {
    row.push_back({match.position().byte, "?"});
  }
};

/// One glyph a character, so that the caret stands right also behind letters of several bytes.
std::vector<ShownCharacter> characters(std::string_view text) {
  std::vector<ShownCharacter> row;
  if (text.empty()) return row;
  tao::pegtl::memory_input<> input{text.data(), text.size(), "rule"};
  tao::pegtl::parse<tao::pegtl::star<tao::pegtl::sor<sound_character, broken_byte>>, Show>(input, row);
  return row;
}

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

/// Levenshtein's distance, with one row.
std::size_t letters_changed(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t kept = diagonal + (lower(from[i]) == lower(to[j]) ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({kept, diagonal + 1, row[j] + 1});
    }
  }
  return row.back();
}

std::vector<std::string_view> names_of_channels() {
  std::vector<std::string_view> names;
  each_enumerator<Channel>([&](std::string_view name, Channel) { names.push_back(name); });
  each_enumerator<Motion>([&](std::string_view name, Motion motion) {
    if (paired(motion)) names.push_back(name);
  });
  return names;
}

}  // namespace

void refuse_rule(std::string_view text, std::size_t position, const std::string& problem, const std::string& instead) {
  const std::vector<ShownCharacter> all = characters(text);
  const auto caret = static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const ShownCharacter& c) { return c.position < position; }));
  const std::size_t first = caret > shown_around_position ? caret - shown_around_position : 0;
  const std::size_t last = std::min(all.size(), caret + shown_around_position);
  std::string line = first > 0 ? "…" : "";
  for (std::size_t i = first; i < last; ++i) line += all[i].glyph;
  if (last < all.size()) line += "…";
  const std::string indent(caret - first + (first > 0 ? 1 : 0), ' ');
  throw RuleError{position, problem + "\n  " + line + "\n  " + indent + "^\n" + instead};
}

std::string shown(std::string_view piece) {
  const std::vector<ShownCharacter> all = characters(piece);
  std::string text;
  for (std::size_t i = 0; i < std::min(all.size(), longest_quote); ++i) text += all[i].glyph;
  return all.size() > longest_quote ? text + "…" : text;
}

std::string in_quotes(std::string_view piece) { return '"' + shown(piece) + '"'; }

std::string_view nearest_word(std::string_view word, std::span<const std::string_view> candidates) {
  return *std::min_element(candidates.begin(), candidates.end(), [&](std::string_view a, std::string_view b) {
    return letters_changed(word, a) < letters_changed(word, b);
  });
}

std::string_view nearest_channel(std::string_view word) { return nearest_word(word, names_of_channels()); }

}  // namespace stretchcore::detail
