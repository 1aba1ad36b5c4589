#include "words.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace stretchcore::detail {

namespace {

/// ASCII letters and digits, and every byte of other scripts, so that "µs" stays a word of its own.
bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) > 127;
}

std::size_t letters_changed(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
    }
  }
  return row.back();
}

/// The words of our channel names that usual abbreviations stand for; empty for words that say nothing.
std::string spelled_out(const std::string& word) {
  static const std::vector<std::pair<std::string_view, std::string_view>> abbreviations{{"l", "left"},
                                                                                        {"r", "right"},
                                                                                        {"abd", "abduction"},
                                                                                        {"abduct", "abduction"},
                                                                                        {"add", "adduction"},
                                                                                        {"flex", "flexion"},
                                                                                        {"rot", "rotation"},
                                                                                        {"dorsi", "dorsiflexion"},
                                                                                        {"df", "dorsiflexion"},
                                                                                        {"obliq", "list"},
                                                                                        {"obliquity", "list"},
                                                                                        {"trunk", "spine"},
                                                                                        {"lumbar", "spine"},
                                                                                        {"bending", "bend"},
                                                                                        {"angle", ""},
                                                                                        {"deg", ""},
                                                                                        {"rad", ""},
                                                                                        {"side", ""}};
  const auto found =
      std::find_if(abbreviations.begin(), abbreviations.end(), [&](const auto& entry) { return entry.first == word; });
  return std::string{found == abbreviations.end() ? word : found->second};
}

}  // namespace

std::vector<std::string> words_of(std::string_view column_name) {
  constexpr std::size_t longest_name = 256;  // [bytes] beyond it is nobody's column
  std::vector<std::string> words;
  if (column_name.size() > longest_name) return words;
  bool inside = false;
  for (const char c : column_name) {
    if (in_word(c)) {
      if (!inside) words.emplace_back();
      words.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    inside = in_word(c);
  }
  return words;
}

std::optional<std::string_view> nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  constexpr std::size_t longest_compared = 64;
  if (word.empty() || word.size() > longest_compared) return std::nullopt;
  std::optional<std::string_view> best;
  std::size_t fewest = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    if (candidate.empty() || candidate.size() > longest_compared) continue;
    const auto [shorter, longer] = std::minmax({word.size(), candidate.size()});
    if (longer - shorter >= fewest) continue;  // so many letters at least
    const std::size_t changed = letters_changed(word, candidate);
    if (changed < fewest && changed < candidate.size()) {
      best = candidate;
      fewest = changed;
    }
  }
  return best;
}

std::optional<Resemblance> resembling(std::string_view column_name) {
  std::vector<std::string> said;
  bool turned = false;
  for (const std::string& word : words_of(column_name)) {
    std::string full = spelled_out(word);
    if (full == "adduction") {
      turned = true;
      full = "abduction";
    }
    if (!full.empty()) said.push_back(full);
  }
  const auto says = [&](std::string_view word) { return std::find(said.begin(), said.end(), word) != said.end(); };

  std::optional<Resemblance> found;
  each_enumerator<Channel>([&](std::string_view channel_name, Channel channel) {
    std::vector<std::string> ours = words_of(channel_name);
    std::erase(ours, "side");
    const bool nothing_else = std::all_of(said.begin(), said.end(), [&](const std::string& word) {
      return std::find(ours.begin(), ours.end(), word) != ours.end();
    });
    // The joint may be left out ("abd_L"), or the motion where the joint has only one ("knee_R"); the side may not.
    const bool side_said = !side(channel) || says(name(*side(channel)));
    const bool one_motion = says("knee") || says("ankle") || says("elbow");
    const bool pelvis_only = says("tilt") || says("list");
    const bool joint_said = says(ours[0]) || side(channel) || pelvis_only;
    const bool motion_said = says(ours[1]) || (side(channel) && one_motion);
    if (!found && nothing_else && side_said && joint_said && motion_said) found = Resemblance{channel, turned};
  });
  return found;
}

}  // namespace stretchcore::detail
