#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>

#include <stretchcore/balance/indices.hpp>
#include <stretchcore/error.hpp>

#include "catch.hpp"

namespace balance_indices_test {

using namespace stretchcore;

namespace {

double index_of(std::string_view name, double left, double right) {
  for (const SymmetryIndex& each : symmetry_indices()) {
    if (each.name == name) return each.of(left, right);
  }
  FAIL("no index of the name " << name);
  return 0.0;
}

std::string refusal(double left, double right, double error = 0.0) {
  try {
    indices(degrees(left), degrees(right), degrees(error));
  } catch (const InvalidModel& problem) {
    return problem.what();
  }
  return {};
}

}  // namespace

TEST_CASE("the indices are those of the literature") {
  struct Row {
    double left, right, lsi, bai, si, bsa, sa;
  };
  for (const Row& row : {Row{40, 44, 90.9, 4.76, 9.52, 9.09, 3.03}, Row{40, 45, 88.9, 5.88, 11.76, 11.11, 3.74},
                         Row{40, 50, 80.0, 11.11, 22.22, 20.0, 7.04}, Row{4, 5, 80.0, 11.11, 22.22, 20.0, 7.04},
                         Row{0.5, 2, 25.0, 60.0, 120.0, 75.0, 34.40}, Row{-2, 3, -66.7, 500.0, 1000.0, 166.7, 87.43}}) {
    CAPTURE(row.left, row.right);
    CHECK(index_of("LSI", row.left, row.right) == Approx(row.lsi).margin(0.05));
    CHECK(index_of("BAI-1", row.left, row.right) == Approx(row.bai).margin(0.005));
    CHECK(index_of("SI", row.left, row.right) == Approx(row.si).margin(0.005));
    CHECK(index_of("BSA", row.left, row.right) == Approx(row.bsa).margin(0.05));
    CHECK(index_of("SA", row.left, row.right) == Approx(row.sa).margin(0.005));
  }
  CHECK(index_of("NSI", 40, 50) == Approx(20.0));
  CHECK(index_of("NSI", -40, -50) == Approx(-20.0));
  CHECK(index_of("log ratio", 40, 44) == Approx(100.0 * std::log(1.1)));
  CHECK(index_of("SA", 50, -1) < 0.0);  // beyond a quarter turn it is counted from the other side
}

TEST_CASE("indices that have a sign change it when the sides change places") {
  for (double left = 12.0; left < 60.0; left += 7.0) {
    for (double right = 12.0; right < 60.0; right += 5.0) {
      for (const std::string_view name : {"BAI-1", "SI", "SA", "NSI", "log ratio"}) {
        CAPTURE(name, left, right);
        CHECK(index_of(name, left, right) == Approx(-index_of(name, right, left)).margin(1e-9));
      }
      CHECK(index_of("BSA", left, right) == index_of("BSA", right, left));
      const auto found = indices(degrees(left), degrees(right));
      for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i] == symmetry_indices()[i].of(left, right));
    }
  }
}

TEST_CASE("where a ratio has no meaning it is refused, with what to do instead") {
  using Catch::Matchers::Contains;
  CHECK_THAT(refusal(-20, 30), Contains("right") && Contains("opposite sign"));
  CHECK_THAT(refusal(9.9, 30), Contains("left") && Contains("too near zero") && Contains("compare degrees"));
  CHECK_THAT(refusal(30, 0), Contains("right"));
  CHECK_THAT(refusal(30, 19, 5), Contains("20.0"));
  CHECK_THAT(refusal(30, std::numeric_limits<double>::quiet_NaN()), Contains("not a finite angle"));
  CHECK(refusal(10, 10).empty());
  CHECK(refusal(-20, -30).empty());
  CHECK(refusal(30, 20, 5).empty());
}

TEST_CASE("every index says what it is and where it comes from") {
  for (const SymmetryIndex& each : symmetry_indices()) {
    CHECK_FALSE(each.name.empty());
    CHECK_FALSE(each.formula.empty());
    CHECK_FALSE(each.source.empty());
  }
}

}  // namespace balance_indices_test
