#include <algorithm>
#include <array>

#include <stretchcore/cue/plural.hpp>

namespace stretchcore {
namespace {

using enum Plural;

template <std::size_t size>
bool among(const std::array<std::string_view, size>& languages, std::string_view language) {
  return std::find(languages.begin(), languages.end(), language) != languages.end();
}

constexpr std::array<std::string_view, 8> never{"ja", "zh", "ko", "vi", "th", "id", "ms", "lo"};
constexpr std::array<std::string_view, 6> with_nought{"fr", "pt", "hi", "fa", "bn", "hy"};
constexpr std::array<std::string_view, 5> millions{"es", "it", "ca", "fr", "pt"};
constexpr std::array<std::string_view, 4> east_slavic{"ru", "uk", "be", "sr"};

/// Whether the last two digits, or the last one, lie in a range.
constexpr bool ends_in(unsigned number, unsigned digits, unsigned first, unsigned last) {
  const unsigned end = number % digits;
  return end >= first && end <= last;
}

Plural slavic(unsigned n, bool polish) {
  const bool teen = ends_in(n, 100, 11, 14);
  if (polish ? n == 1 : ends_in(n, 10, 1, 1) && !teen) return one;
  return ends_in(n, 10, 2, 4) && !teen ? few : many;
}

Plural arabic(unsigned n) {
  if (n <= 2) return n == 0 ? zero : n == 1 ? one : two;
  if (ends_in(n, 100, 3, 10)) return few;
  return ends_in(n, 100, 11, 99) ? many : other;
}

}  // namespace

Plural plural(int number, std::string_view language) {
  const std::string_view tag = language.substr(0, language.find('-'));
  const unsigned n = number < 0 ? 0U - static_cast<unsigned>(number) : static_cast<unsigned>(number);
  if (among(never, tag)) return other;
  if (tag == "pl") return slavic(n, true);
  if (tag == "sr") return slavic(n, false) == many ? other : slavic(n, false);
  if (among(east_slavic, tag)) return slavic(n, false);
  if (tag == "cs" || tag == "sk") return n == 1 ? one : n >= 2 && n <= 4 ? few : other;
  if (tag == "ar") return arabic(n);
  if (tag == "he" && n == 2) return two;
  if (among(millions, tag) && n != 0 && n % 1'000'000 == 0) return many;
  const bool nought = n == 0 && among(with_nought, tag) && !language.starts_with("pt-PT");
  return n == 1 || nought ? one : other;
}

}  // namespace stretchcore
