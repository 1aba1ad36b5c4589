#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "balance/uncertainty.hpp"
#include "catch.hpp"

namespace balance_quantiles_test {

using namespace stretchcore;
using namespace stretchcore::detail;

namespace {

/// Two-sided, with six digits after the point; by a library that knows nothing of our table.
template <class Distribution>
double rounded(const Distribution& of, double alpha) {
  return std::round(boost::math::quantile(boost::math::complement(of, alpha / 2.0)) * 1e6) / 1e6;
}

double normal(double alpha) { return rounded(boost::math::normal{}, alpha); }

double student(int freedom, double alpha) {
  return rounded(boost::math::students_t{static_cast<double>(freedom)}, alpha);
}

}  // namespace

TEST_CASE("the quantiles of the tables are those of another library, digit by digit") {
  CHECK(normal_95 == normal(0.05));
  CHECK(normal_97 == normal(0.03));
  for (int looks = 1; looks <= most_looks; ++looks) {
    const double alpha = 0.05 / looks;
    CHECK(errors_wide(true, 1, looks) == normal(alpha));
    for (int freedom = 1; freedom <= most_freedom; ++freedom) {
      CAPTURE(freedom, looks);
      CHECK(errors_wide(false, freedom, looks) == student(freedom, alpha));
    }
  }
  for (int count = 5; count <= static_cast<int>(most_openings); ++count) {
    CAPTURE(count);
    CHECK(normal_by_trimming[static_cast<std::size_t>(count)] == normal(2.0 * (count / 5) / count));
  }
}

TEST_CASE("beyond the table, Student's quantiles are right to five digits and never widen") {
  for (int looks = 1; looks <= most_looks; ++looks) {
    double before = errors_wide(false, most_freedom, looks);
    for (const int freedom : {161, 162, 200, 1000, 100'000, 2'000'000'000}) {
      CAPTURE(freedom, looks);
      const double wide = errors_wide(false, freedom, looks);
      CHECK(std::fabs(wide - student(freedom, 0.05 / looks)) < 5e-6);
      CHECK(wide < before);
      before = wide;
    }
    CHECK(errors_wide(false, 2'000'000'000, looks) >= errors_wide(true, 1, looks));
  }
}

}  // namespace balance_quantiles_test
