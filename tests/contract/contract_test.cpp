// The contract of an app, kept by the smallest one; and broken by apps that forget something, or it would guard
// nothing.

#include "contract/contract.hpp"

#include "catch.hpp"
#include "contract/small_app.hpp"

namespace contract_contract_test {

using namespace stretchcore;

TEST_CASE("the smallest app keeps the contract, with every symptom, in every phase, after gaps and without a voice",
          "[SR-19]") {
  contract::SmallApp app;
  const contract::Outcome outcome = contract::violations(app);
  for (const std::string& violation : outcome.violations) UNSCOPED_INFO(violation);
  CHECK(outcome.violations.empty());
  CHECK(outcome.cases == 9 * 16 * 3 * 2);
}

namespace {

/// Closes its call screen with the session.
struct ForgetsTheCall : contract::SmallApp {
  contract::Screen screen() const override {
    contract::Screen seen = SmallApp::screen();
    seen.call = seen.call && !at_the_end();
    return seen;
  }
  bool at_the_end() const { return now() > reported_ + 30.0; }
  void report(std::string_view symptom) override {
    reported_ = now();
    SmallApp::report(symptom);
  }
  double reported_ = 0.0;
};

/// Lets the voice speak to its end.
struct CutsNothing : contract::SmallApp {
  std::vector<contract::Heard> heard() const override {
    std::vector<contract::Heard> all = SmallApp::heard();
    for (contract::Heard& one : all) one.cut_in = false;
    return all;
  }
};

/// Has no STOP on its first and last screens.
struct HidesStop : contract::SmallApp {
  bool open(std::string_view phase, std::string_view number) override {
    hidden_ = phase == "ready" || phase == "finished";
    return SmallApp::open(phase, number);
  }
  contract::Screen screen() const override {
    contract::Screen seen = SmallApp::screen();
    seen.stop = seen.stop && !hidden_;
    return seen;
  }
  bool hidden_ = false;
};

template <class App>
bool breaks() {
  App app;
  return !contract::violations(app).violations.empty();
}

}  // namespace

TEST_CASE("an app that forgets the call, cuts nothing or hides STOP does not keep the contract") {
  CHECK(breaks<ForgetsTheCall>());
  CHECK(breaks<CutsNothing>());
  CHECK(breaks<HidesStop>());
}

}  // namespace contract_contract_test
