#pragma once

#include <cmath>
#include <random>
#include <vector>

#include <stretchcore/stream/repetition.hpp>

namespace stretchcore {

/// An opening of both sides by its reach.
inline Repetition opened(double left, double right) {
  Repetition r;
  r.reach = {degrees(left), degrees(right)};
  r.peak = r.reach;
  return r;
}

/// An opening of one side.
inline Repetition opened(Side side, double reach) {
  Repetition r;
  r.side = side;
  r.reach[side] = degrees(reach);
  r.peak = r.reach;
  return r;
}

/// Near-normal numbers, each like its neighbour by `correlation`, standard deviation 1, the same on every platform.
class Wander {
 public:
  Wander(std::mt19937_64& random, double correlation) : random_(random), correlation_(correlation) {}

  double operator()() {
    double fresh = -6.0;
    for (int i = 0; i < 12; ++i) fresh += static_cast<double>(random_() >> 11) * 0x1p-53;
    last_ = begun_ ? correlation_ * last_ + std::sqrt(1.0 - correlation_ * correlation_) * fresh : fresh;
    begun_ = true;
    return last_;
  }

 private:
  std::mt19937_64& random_;
  double correlation_;
  bool begun_ = false;
  double last_ = 0.0;
};

}  // namespace stretchcore
