#include <stretchcore/model/text.hpp>

#include "catch.hpp"

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
}
