#include "document/mutated_json.hpp"

#include "catch.hpp"

namespace document_mutated_json_test {

using namespace stretchcore;

TEST_CASE("a changed document of any kind is refused with a place, or read as something that can be") {
  Random random{13};
  for (const DocumentKind& kind : document_kinds()) {
    CAPTURE(kind.name);
    int refused = 0;
    constexpr int wanted = 400;
    for (int i = 0; i < wanted; ++i) {
      std::string text = kind.samples[up_to(random, kind.samples.size() - 1)];
      for (std::size_t n = up_to(random, 2) + 1; n > 0; --n) mutate_text(random, text);
      const Reading reading = kind.read(text);
      CAPTURE(text);
      CHECK((reading == Reading::refused || reading == Reading::accepted));
      refused += reading == Reading::refused ? 1 : 0;
    }
    CHECK(refused > wanted / 3);
    CHECK(refused < wanted);
  }
}

TEST_CASE("every sample is read as it was written") {
  for (const DocumentKind& kind : document_kinds()) {
    CAPTURE(kind.name);
    REQUIRE_FALSE(kind.samples.empty());
    for (const std::string& sample : kind.samples) CHECK(kind.read(sample) == Reading::accepted);
  }
}

}  // namespace document_mutated_json_test
