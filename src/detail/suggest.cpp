#include "detail/suggest.hpp"

#include <algorithm>
#include <vector>

namespace stretchcore::detail {
namespace {

/// How many letters two words have in common, in the same order.
std::size_t letters_in_common(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const char letter : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = letter == b[j - 1] ? diagonal + 1 : std::max(above, row[j - 1]);
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace

std::string suggestion(std::string_view written, std::span<const std::string_view> words) {
  constexpr std::size_t longest = 60;
  constexpr double near = 0.45;  // share of letters in common: finds "text" for "txt" and "together" for "both"
  if (written.size() > longest) return {};
  std::string_view best;
  double best_share = near;
  for (const std::string_view word : words) {
    const double share =
        2.0 * static_cast<double>(letters_in_common(written, word)) / static_cast<double>(written.size() + word.size());
    if (share > best_share) best = word, best_share = share;
  }
  return best.empty() ? std::string{} : "; did you mean \"" + std::string{best} + "\"?";
}

std::string listed(std::span<const std::string_view> words) {
  std::string list;
  for (const std::string_view word : words) list.append(list.empty() ? "" : ", ").append(word);
  return list;
}

}  // namespace stretchcore::detail
