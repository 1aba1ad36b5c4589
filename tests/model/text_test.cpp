#include <stretchcore/model/text.hpp>

#include "catch.hpp"

namespace model_text_test {

using namespace stretchcore;

TEST_CASE("a text is read in the nearest language there is") {
  const Text text{{"de", "Ruhe."}, {"de-CH", "Pause."}, {"en", "Rest."}, {"fr", "Repos."}};
  CHECK(in_language(text, "fr") == "Repos.");
  CHECK(in_language(text, "de-CH") == "Pause.");
  CHECK(in_language(text, "de-AT") == "Ruhe.");
  CHECK(in_language(text, "es-MX") == "Rest.");
  CHECK(in_language(text, "") == "Rest.");
  CHECK(in_language({{"it", "Riposo."}}, "es") == "Riposo.");
  CHECK(in_language({}, "en").empty());
  CHECK(in_language({{"zh-Hant", "休息"}, {"en", "Rest."}}, "zh-Hant-TW") == "休息");
}

TEST_CASE("a register is found before a region, and whoever has none of it hears the plain language") {
  const Text text{
      {"en", "Rest."}, {"de", "Ruh dich aus."}, {"de-AT", "Rast dich aus."}, {"de-x-formal", "Ruhen Sie sich aus."}};
  CHECK(in_language(text, "de-x-formal") == "Ruhen Sie sich aus.");
  CHECK(in_language(text, "de-AT-x-formal") == "Ruhen Sie sich aus.");
  CHECK(spoken_language(text, "de-AT-x-formal") == "de-x-formal");
  CHECK(in_language(text, "de-x-slang") == "Ruh dich aus.");
  CHECK(in_language(text, "de-AT-x-slang") == "Rast dich aus.");
  CHECK(in_language(text, "de") == "Ruh dich aus.");
  CHECK(in_language(text, "fr-x-formal") == "Rest.");
}

}  // namespace model_text_test
