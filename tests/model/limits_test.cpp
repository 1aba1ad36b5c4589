#include <limits>

#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/person.hpp>
#include <stretchcore/model/session_options.hpp>
#include <stretchcore/stream/input.hpp>

#include "catch.hpp"
#include "model/refusal.hpp"

namespace model_limits_test {

using namespace stretchcore;
using namespace stretchcore::literals;

TEST_CASE("what stands in a model by default is valid") {
  CHECK(refusal(Dose{}).empty());
  CHECK(refusal(ErrorModel{}).empty());
  CHECK(refusal(Guard{}).empty());
  CHECK(refusal(Movement{}).empty());
  CHECK(refusal(Repeat{}).empty());
  CHECK(refusal(Hold{}).empty());
  CHECK(refusal(ContractRelax{}).empty());
  CHECK(refusal(Person{}).empty());
  CHECK(refusal(SessionOptions{}).empty());
  CHECK(refusal(PainRating{}).empty());
}

TEST_CASE("a number outside its limits is named with its value and the limit") {
  CHECK(refusal_after(Dose{}, [](Dose& d) { d.cap_repetitions = 90; }) == "cap_repetitions: 90 exceeds 60");
  CHECK(refusal_after(Dose{}, [](Dose& d) { d.cap_repetitions = 0; }) == "cap_repetitions: 0 is below 1");
  CHECK(refusal_after(Dose{}, [](Dose& d) { d.per_block = 31; }) == "per_block: 31 exceeds 30");
  CHECK(refusal_after(Dose{}, [](Dose& d) { d.most_blocks = 5; }) == "most_blocks: 5 exceeds 4");
  CHECK(refusal_after(Dose{}, [](Dose& d) { d.cap_moving = 601_s; }) == "cap_moving: 601 s exceeds 600 s");
  CHECK(refusal_after(Dose{}, [](Dose& d) { d.cap_in_position = 0_s; }) == "cap_in_position: 0 s is below 1 s");
  CHECK(refusal_after(Dose{}, [](Dose& d) { d.rest = -1_ms; }) == "rest: -0.001 s is below 0 s");
  CHECK(refusal_after(ErrorModel{}, [](ErrorModel& e) { e.session = 31_deg; }) == "session: 31° exceeds 30°");
  CHECK(refusal_after(ErrorModel{}, [](ErrorModel& e) { e.repetition = -1_deg; }) == "repetition: -1° is below 0°");
  CHECK(refusal_after(Guard{}, [](Guard& g) { g.tolerance = 0_deg; }) == "tolerance: 0° is below 1°");
  CHECK(refusal_after(Repeat{}, [](Repeat& r) { r.out = 31_s; }) == "out: 31 s exceeds 30 s");
  CHECK(refusal_after(Repeat{}, [](Repeat& r) { r.back = 100_ms; }) == "back: 0.1 s is below 0.5 s");
  CHECK(refusal_after(Hold{}, [](Hold& h) { h.duration = 0_s; }) == "duration: 0 s is below 1 s");
  CHECK(refusal_after(Hold{}, [](Hold& h) { h.holds_each_side = 0; }) == "holds_each_side: 0 is below 1");
  CHECK(refusal_after(ContractRelax{}, [](ContractRelax& c) { c.contract = 31_s; }) == "contract: 31 s exceeds 30 s");
  CHECK(refusal_after(ContractRelax{}, [](ContractRelax& c) { c.hold = 301_s; }) == "hold: 301 s exceeds 300 s");
  CHECK(refusal_after(ContractRelax{}, [](ContractRelax& c) { c.holds_each_side = 11; }) ==
        "holds_each_side: 11 exceeds 10");
  CHECK(refusal_after(MotionLimit{}, [](MotionLimit& l) { l.at_most = 181_deg; }) == "at_most: 181° exceeds 180°");
  CHECK(refusal_after(MotionLimit{}, [](MotionLimit& l) { l.at_most = -91_deg; }) == "at_most: -91° is below -90°");
  CHECK(refusal_after(PainRating{}, [](PainRating& p) { p.rating = 11; }) == "rating: 11 exceeds 10");
  CHECK(refusal_after(PainRating{}, [](PainRating& p) { p.rating = -1; }) == "rating: -1 is below 0");
}

TEST_CASE("an angle that is no finite number is refused everywhere") {
  for (const double wrong : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    CHECK(refusal_after(MotionLimit{}, [&](MotionLimit& l) { l.at_most = degrees(wrong); }) ==
          "at_most: is not a finite angle");
    CHECK(refusal(ErrorModel{.session = degrees(wrong)}) == "session: is not a finite angle");
    CHECK(refusal(Movement{.motion = Motion::hip_abduction, .anatomy = degrees(wrong)}) ==
          "anatomy: is not a finite angle");
  }
}

TEST_CASE("session options are checked down to the neutral and the error model") {
  using Options = SessionOptions;
  CHECK(refusal_after(Options{}, [](Options& o) { o.language = "english"; }) ==
        "language: \"english\" is not a language tag like \"en\" or \"de-AT\"");
  CHECK(refusal_after(Options{}, [](Options& o) { o.output_latency = 6_s; }) == "output_latency: 6 s exceeds 5 s");
  CHECK(refusal_after(Options{}, [](Options& o) {
          o.neutral = Neutral{{}, 46_deg, {}};
        }) == "neutral.list: 46° exceeds 45°");
  CHECK(refusal_after(Options{}, [](Options& o) { o.error_model = ErrorModel{.session = 40_deg}; }) ==
        "error_model.session: 40° exceeds 30°");
}

TEST_CASE("language tags are a language and further parts") {
  for (const char* tag : {"en", "de-AT", "zh-Hant-TW", "gsw", "es-419"}) {
    CHECK(refusal_after(SessionOptions{}, [&](SessionOptions& o) { o.language = tag; }).empty());
  }
  for (const char* tag : {"", "e", "english", "en_US", "en-", "-en", "en--GB", "e1", "en-abcdefghi", "en-ä"}) {
    CHECK_FALSE(refusal_after(SessionOptions{}, [&](SessionOptions& o) { o.language = tag; }).empty());
  }
}

}  // namespace model_limits_test
