#include <chrono>
#include <limits>
#include <string>
#include <vector>

#include <stretchcore/cue/plural.hpp>
#include <stretchcore/cue/render.hpp>

#include "catch.hpp"

namespace cue_plural_test {

using namespace stretchcore;
using namespace literals;

TEST_CASE("a number takes the form that its language has for it") {
  using enum Plural;
  const auto forms = [](std::string_view language, std::initializer_list<int> numbers, Plural wanted) {
    for (const int number : numbers) {
      CAPTURE(language, number);
      CHECK(plural(number, language) == wanted);
      CHECK(plural(-number, language) == wanted);
    }
  };
  // The examples of the CLDR 44 charts.
  for (const char* language : {"en", "de", "es-MX", "xx"}) {
    forms(language, {1}, one);
    forms(language, {0, 2, 5, 11, 21, 100}, other);
  }
  forms("es", {1'000'000, 2'000'000}, many);
  forms("fr", {0, 1}, one);
  forms("ja", {0, 1, 2}, other);
  forms("ru", {1, 21, 101}, one);
  forms("ru", {2, 3, 4, 22, 104}, few);
  forms("ru", {0, 5, 11, 12, 14, 19, 100}, many);
  forms("pl", {1}, one);
  forms("pl", {2, 4, 22}, few);
  forms("pl", {0, 5, 12, 21, 112}, many);
  forms("cs", {2, 4}, few);
  forms("ar", {0}, zero);
  forms("ar", {2}, two);
  forms("ar", {3, 10, 103}, few);
  forms("ar", {11, 99, 111}, many);
  forms("ar", {100, 102}, other);
  forms("he", {2}, two);
  CHECK(plural(std::numeric_limits<int>::min(), "en") == other);
}

TEST_CASE("a plural is rendered with the words for its number, an exact number first") {
  constexpr std::string_view pattern = "{count, plural, =0 {None} one {One more, {side}} other {# more, and # again}}!";
  const auto words = [&](int count) { return render(pattern, {Side::left, count, {}}, "en"); };
  CHECK(words(0) == "None!");
  CHECK(words(1) == "One more, left!");
  CHECK(words(7) == "7 more, and 7 again!");
  CHECK(render("{count, plural, one{# raz} few{# razy} other{# razów}}", {{}, 3, {}}, "pl") == "3 razy");
  CHECK(render("{count, plural, one{# raz} few{# razy} other{# razów}}", {{}, 5, {}}, "pl") == "5 razów");
  CHECK(render("# {count, plural, other {#}}", {{}, 5, {}}, "en") == "# 5");
}

TEST_CASE("a plural without its other, or within another, stays as it is for the eye to see") {
  for (const std::string_view broken : {"{count, plural, one {one}}", "{count, plural, one {one",
                                        "{many, plural, other {x}}", "{count, select, other {x}}"}) {
    CHECK(render(broken, {{}, 1, {}}, "en").find('{') != std::string::npos);
    const auto names = placeholders(broken);
    CHECK((names.empty() || names != std::vector<std::string>{"count"}));
  }
  const std::string within = render("{count, plural, other {{count, plural, other {x}}}}", {{}, 1, {}}, "en");
  CHECK(within.find("plural") != std::string::npos);
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "{count, plural, other {";
  for (int i = 0; i < 20'000; ++i) deep += "}}";
  CHECK_FALSE(render(deep, {{}, 1, {}}, "en").empty());
}

TEST_CASE("a text that is all braces is read as quickly as any other") {
  for (const std::string_view piece : {"{{}", "{count,", "{count, plural, other {", "}{"}) {
    std::string text;
    while (text.size() < 4000) text += piece;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i) CHECK(spoken_length(text, {}, "en") > 0_s);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{5});  // it took minutes
  }
}

TEST_CASE("what stands in any branch of a plural is one of its placeholders") {
  CHECK(placeholders("{count, plural, one {{side}} other {#}}") == std::vector<std::string>{"count", "side"});
  CHECK(placeholders("{count, plural, one {{sied}} other {# {side}}}") ==
        std::vector<std::string>{"count", "sied", "side"});
}

TEST_CASE("the length of a plural is that of the words that are said") {
  constexpr std::string_view pattern = "{count, plural, one {one} other {# of {side} and {parts}}} now";
  for (const int count : {1, 2}) {
    const Filling filling{Side::right, count, ChannelSet{Channel::hip_abduction_left, Channel::knee_flexion_left}};
    CHECK(spoken_length(pattern, filling, "en") == spoken_length(render(pattern, filling, "en")));
  }
  CHECK(placeholders(pattern) == std::vector<std::string>{"count", "side", "parts"});
}

}  // namespace cue_plural_test
