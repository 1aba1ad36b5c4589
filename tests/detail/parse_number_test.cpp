#include "detail/parse_number.hpp"

#include <clocale>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <system_error>
#include <version>

#include "catch.hpp"

namespace detail_parse_number_test {

using stretchcore::detail::parse_number;
using stretchcore::detail::parse_number_by_strtod;

namespace {

struct Parsed {
  double value = -7.0;  // a value that no text here has: it shows that nothing was written
  std::size_t length = 0;
  std::errc error{};
};

using Parse = std::from_chars_result (*)(const char*, const char*, double&);

Parsed parsed(Parse parse, std::string_view text) {
  Parsed result;
  const auto [end, error] = parse(text.data(), text.data() + text.size(), result.value);
  result.length = static_cast<std::size_t>(end - text.data());
  result.error = error;
  return result;
}

std::uint64_t bits(double value) {
  std::uint64_t result = 0;
  std::memcpy(&result, &value, sizeof result);
  return result;
}

/// The text of `value` as C prints it with this format.
std::string printed(const char* format, double value) {
  std::string text(400, '\0');
  text.resize(static_cast<std::size_t>(std::snprintf(text.data(), text.size(), format, value)));
  return text;
}

double any_double(std::mt19937_64& random) {
  const std::uint64_t pattern = random();
  double value = 0.0;
  std::memcpy(&value, &pattern, sizeof value);
  return std::isfinite(value) ? value : 1.0;
}

}  // namespace

TEST_CASE("a number is read up to the first character that does not belong to it") {
  for (const Parse parse : {&parse_number, &parse_number_by_strtod}) {
    CHECK(parsed(parse, "12.5").value == 12.5);
    CHECK(parsed(parse, "-0.25e1 deg").value == -2.5);
    CHECK(parsed(parse, "-0.25e1 deg").length == 7);
    CHECK(parsed(parse, "1e").length == 1);
    CHECK(parsed(parse, "1e+").length == 1);
    CHECK(parsed(parse, "1.5.2").length == 3);
    CHECK(parsed(parse, ".5").value == 0.5);
    CHECK(parsed(parse, "5.").value == 5.0);
    CHECK(parsed(parse, "0x10").length == 1);
    CHECK(parsed(parse, "1,5").value == 1.0);
    CHECK(std::signbit(parsed(parse, "-0").value));
    CHECK(std::isnan(parsed(parse, "NaN").value));
    CHECK(std::isnan(parsed(parse, "-nan").value));
    CHECK(parsed(parse, "nan(ind)").length == 8);
    CHECK(parsed(parse, "nan(").length == 3);
    CHECK(parsed(parse, "-inf").value == -std::numeric_limits<double>::infinity());
    CHECK(parsed(parse, "Infinity").length == 8);
  }
}

TEST_CASE("what is no number is refused, and the value stays as it was") {
  for (const Parse parse : {&parse_number, &parse_number_by_strtod}) {
    for (const std::string_view text : {"", "-", "+1", " 1", ".", "-.", "e5", "--1", "deg", "in", "na"}) {
      INFO(text);
      CHECK(parsed(parse, text).error == std::errc::invalid_argument);
      CHECK(parsed(parse, text).value == -7.0);
    }
    for (const std::string_view text : {"1e400", "-1e400", "1e-400", "0.001e-330"}) {
      INFO(text);
      CHECK(parsed(parse, text).error == std::errc::result_out_of_range);
      CHECK(parsed(parse, text).value == -7.0);
      CHECK(parsed(parse, text).length == text.size());
    }
    CHECK(parsed(parse, "0e-400").error == std::errc{});
    CHECK(parsed(parse, "4.9e-324").value == std::numeric_limits<double>::denorm_min());
  }
}

TEST_CASE("every double that is printed with seventeen digits is read as itself") {
  std::mt19937_64 random{11};
  for (int i = 0; i < 20'000; ++i) {
    const double value = any_double(random);
    const std::string text = printed("%.17g", value);
    INFO(text);
    REQUIRE(bits(parsed(&parse_number, text).value) == bits(value));
    REQUIRE(bits(parsed(&parse_number_by_strtod, text).value) == bits(value));
  }
}

TEST_CASE("the decimal mark is a point in every locale of the program") {
  const std::string before = std::setlocale(LC_ALL, nullptr);
  for (const char* name : {"de_DE.UTF-8", "de_DE", "fr_FR.UTF-8", "es_ES.UTF-8"}) {
    if (std::setlocale(LC_ALL, name) == nullptr) continue;  // not every machine has them
    CHECK(parsed(&parse_number, "1.5").value == 1.5);
    CHECK(parsed(&parse_number_by_strtod, "1.5").value == 1.5);
  }
  std::setlocale(LC_ALL, before.c_str());
}

#if defined(__cpp_lib_to_chars)
TEST_CASE("the way by strtod reads what the standard library reads, to the last bit") {
  constexpr std::string_view letters = "00112345679.-e+";
  std::mt19937_64 random{12};
  for (int i = 0; i < 100'000; ++i) {
    std::string text;
    for (std::size_t length = random() % 26; length > 0; --length) text += letters[random() % letters.size()];
    const Parsed expected = parsed(&parse_number, text);  // which is std::from_chars here
    const Parsed got = parsed(&parse_number_by_strtod, text);
    INFO(text);
    REQUIRE(got.error == expected.error);
    REQUIRE(got.length == expected.length);
    REQUIRE(bits(got.value) == bits(expected.value));
  }
}
#endif

}  // namespace detail_parse_number_test
