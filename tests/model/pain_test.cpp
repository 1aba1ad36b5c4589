#include <stretchcore/model/pain.hpp>

#include "catch.hpp"
#include "model/refusal.hpp"

namespace model_pain_test {

using namespace stretchcore;

TEST_CASE("the named limits: wellness 0-2, 3, 4 and more; with a clinician 0-2, 3-5, 6 and more") {
  const PainLimits wellness = pain_limits(PainProfile::wellness);
  const PainLimits clinician = pain_limits(PainProfile::clinician);
  CHECK(wellness == PainLimits{});
  for (int rating = 0; rating <= 10; ++rating) {
    CAPTURE(rating);
    CHECK(pain_light(rating, wellness) == (rating >= 4   ? PainLight::red
                                           : rating == 3 ? PainLight::amber
                                                         : PainLight::green));
    CHECK(pain_light(rating, clinician) == (rating > 5   ? PainLight::red
                                            : rating > 2 ? PainLight::amber
                                                         : PainLight::green));
  }
}

TEST_CASE("whatever the limits, more pain never turns a stop into a go, nor an amber into a green", "[SR-6]") {
  int seen = 0;
  for (int amber = 1; amber <= 10; ++amber) {
    for (int red = amber; red <= 10; ++red) {
      const PainLimits limits{amber, red};
      REQUIRE(refusal(limits).empty());
      for (int rating = -3; rating < 15; ++rating) {
        CHECK(pain_light(rating, limits) <= pain_light(rating + 1, limits));
        ++seen;
      }
      CHECK(pain_light(0, limits) == PainLight::green);
      CHECK(pain_light(10, limits) == PainLight::red);
    }
  }
  CHECK(seen == 55 * 18);
}

TEST_CASE("limits have an order, and no pain at all is always green") {
  CHECK(refusal(PainLimits{0, 4}) == "amber_from: 0 is below 1");
  CHECK(refusal(PainLimits{4, 3}) == "red_from: 3 is below 4");
  CHECK(refusal(PainLimits{3, 11}) == "red_from: 11 exceeds 10");
}

}  // namespace model_pain_test
