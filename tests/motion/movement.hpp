#pragma once

#include <algorithm>
#include <cstdint>
#include <random>

#include <stretchcore/quantity/time.hpp>

namespace stretchcore {
// Its own names: one program holds the tests of all rooms.
inline namespace motion_tests {

/// Near-normal noise, one standard deviation, the same on every platform.
class Noise {
 public:
  explicit Noise(std::uint64_t seed) : random_(seed) {}

  double operator()() {
    double sum = 0.0;
    for (int i = 0; i < 12; ++i) sum += uniform();
    return sum - 6.0;
  }
  double uniform() { return static_cast<double>(random_() >> 11) * 0x1p-53; }
  double between(double low, double high) { return low + (high - low) * uniform(); }

 private:
  std::mt19937_64 random_;
};

/// One opening from 0 to 1 and back, `share` of it spent; still before and after. Its speed has no jumps.
inline double opening(double share) {
  const double x = std::clamp(share < 0.5 ? 2.0 * share : 2.0 * (1.0 - share), 0.0, 1.0);
  return x * x * x * (10.0 + x * (-15.0 + 6.0 * x));
}

/// The moment of the n-th sample.
inline Time sample_time(std::int64_t n, double rate) {
  return Time{static_cast<std::int64_t>(static_cast<double>(n) * 1e9 / rate)};
}

}  // namespace motion_tests
}  // namespace stretchcore
