#include "detail/parse_number.hpp"

#include <algorithm>
#include <clocale>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>
#include <version>

#if defined(__APPLE__) || defined(__FreeBSD__)
#include <xlocale.h>
#elif !defined(_WIN32) && !defined(__ANDROID__)
#include <locale.h>
#endif

namespace stretchcore::detail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter_of_a_payload(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool starts_with_word(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(), [](char l, char c) {
           return (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) == l;
         });
}

/// How long the "inf", "infinity", "nan" or "nan(…)" at the start is; 0 if there is none.
std::size_t length_of_word(std::string_view text) {
  if (starts_with_word(text, "infinity")) return 8;
  if (starts_with_word(text, "inf")) return 3;
  if (!starts_with_word(text, "nan")) return 0;
  std::size_t end = 3;
  if (end == text.size() || text[end] != '(') return 3;
  do ++end;
  while (end < text.size() && is_letter_of_a_payload(text[end]));
  return end < text.size() && text[end] == ')' ? end + 1 : 3;
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

/// How long the decimal number at the start is; 0 if there is none.
std::size_t length_of_decimal(std::string_view text) {
  std::size_t end = skip_digits(text, 0);
  std::size_t digits = end;
  if (end < text.size() && text[end] == '.') {
    const std::size_t fraction = end + 1;
    end = skip_digits(text, fraction);
    digits += end - fraction;
  }
  if (digits == 0) return 0;
  if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
    std::size_t exponent = end + 1;
    if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
    const std::size_t exponent_end = skip_digits(text, exponent);
    if (exponent_end > exponent) end = exponent_end;
  }
  return end;
}

bool is_zero(std::string_view decimal) {
  const std::string_view mantissa = decimal.substr(0, decimal.find_first_of("eE"));
  return mantissa.find_first_of("123456789") == std::string_view::npos;
}

/// `strtod` of a locale whose decimal mark is a point, whatever the program has set.
double strtod_with_a_point(const char* text) {
#if defined(__APPLE__)
  return strtod_l(text, nullptr, nullptr);  // no locale is the one of C
#elif defined(_WIN32)
  static const _locale_t c_locale = _create_locale(LC_ALL, "C");
  return _strtod_l(text, nullptr, c_locale);
#elif defined(__ANDROID__)
  return std::strtod(text, nullptr);  // Android has no locale with another mark
#else
  static const locale_t c_locale = newlocale(LC_ALL_MASK, "C", locale_t{});
  return strtod_l(text, nullptr, c_locale);
#endif
}

}  // namespace

std::from_chars_result parse_number_by_strtod(const char* first, const char* last, double& value) {
  const std::string_view text{first, static_cast<std::size_t>(last - first)};
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  const std::string_view unsigned_text = text.substr(sign);
  const bool is_word = length_of_word(unsigned_text) > 0;
  const std::size_t length = is_word ? length_of_word(unsigned_text) : length_of_decimal(unsigned_text);
  if (length == 0) return {first, std::errc::invalid_argument};
  const char* const end = first + sign + length;

  const std::string terminated{first, end};
  const double read = strtod_with_a_point(terminated.c_str());
  const bool too_large = std::isinf(read);
  const bool too_small = read == 0.0 && !is_zero(unsigned_text.substr(0, length));
  if (!is_word && (too_large || too_small)) return {end, std::errc::result_out_of_range};
  value = read;
  return {end, std::errc{}};
}

std::from_chars_result parse_number(const char* first, const char* last, double& value) {
#if defined(__cpp_lib_to_chars)
  return std::from_chars(first, last, value);
#else
  return parse_number_by_strtod(first, last, value);
#endif
}

}  // namespace stretchcore::detail
