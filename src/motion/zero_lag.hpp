#pragma once

// The zero-lag filter for rows without a gap among them, four columns at once.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <vector>

#include "detail/maths.hpp"
#include "pair.hpp"

namespace stretchcore::detail {

inline constexpr double padding = 1.0;       // [s]
inline constexpr double even_within = 1e-3;  // steps that differ by less of themselves are even: times written in ms

/// One low pass of second order: y = a0 (x + 2 x' + x'') + b1 y' + b2 y''.
struct LowPass {
  double a0;
  double b1;
  double b2;
};

/// What two passes with it pass is down to 1/√2 at the cutoff; both are in [Hz], and the cutoff is below 0.4 of the
/// rate.
inline LowPass low_pass(double cutoff, double rate) {
  constexpr double passes = 0.802;  // (2^(1/2) − 1)^(1/4)
  const auto [sine, cosine] = maths::sin_cos(std::numbers::pi * cutoff / passes / rate);
  const double w = sine / cosine;
  const double k = 1.0 + std::numbers::sqrt2 * w + w * w;
  return {w * w / k, 2.0 * (1.0 - w * w) / k, -(1.0 - std::numbers::sqrt2 * w + w * w) / k};
}

/// What the filter remembers of four columns; as if they had rested at their first values before.
class Passing {
 public:
  Passing(const LowPass& f, const Four& first) : f_(f), x1_(first), x2_(first), y1_(first), y2_(first) {}

  Four operator()(const Four& x) {
    const Four y = (f_.a0 * (x + 2.0 * x1_ + x2_) + f_.b2 * y2_) + f_.b1 * y1_;  // y1 last: it has only just come
    x2_ = x1_;
    x1_ = x;
    y2_ = y1_;
    y1_ = y;
    return y;
  }

 private:
  LowPass f_;
  Four x1_, x2_, y1_, y2_;
};

/// Forward and backward over `n` evenly spaced values, turned round their first and last one before and after. `raw(i)`
/// gives values, `smooth(i)` gives back what `smooth(i, values)` kept.
template <class Raw, class Smooth>
void filter_even(std::size_t n, double step, double cutoff, const Raw& raw, Smooth& smooth) {
  const LowPass f = low_pass(cutoff, 1.0 / step);
  const std::size_t pad = std::min(n - 1, static_cast<std::size_t>(std::ceil(padding / step)));
  const auto before = [&](std::size_t i) { return 2.0 * raw(0) - raw(i); };
  const auto after = [&](std::size_t i) { return 2.0 * raw(n - 1) - raw(n - 1 - i); };
  Passing forward{f, before(pad)};
  for (std::size_t i = pad; i > 0; --i) forward(before(i));
  for (std::size_t i = 0; i < n; ++i) smooth(i, forward(raw(i)));
  std::vector<Four> beyond(pad);
  for (std::size_t i = 0; i < pad; ++i) beyond[i] = forward(after(i + 1));
  Passing backward{f, beyond.back()};
  for (std::size_t i = pad; i > 0; --i) backward(beyond[i - 1]);
  for (std::size_t i = n; i > 0; --i) smooth(i - 1, backward(smooth(i - 1)));
}

/// The values of a polyline at times that increase, both within it: `found(i, values)` is told of each.
template <class Values, class Found>
void interpolate(std::span<const double> times, const Values& values, std::span<const double> wanted, Found&& found) {
  std::size_t i = 1;
  for (std::size_t w = 0; w < wanted.size(); ++w) {
    const double t = wanted[w];
    while (i + 1 < times.size() && times[i] < t) ++i;
    const double share = std::clamp((t - times[i - 1]) / (times[i] - times[i - 1]), 0.0, 1.0);
    found(w, values(i - 1) + share * (values(i) - values(i - 1)));
  }
}

inline bool even_steps(std::span<const double> times, double mean) {
  std::ptrdiff_t uneven = 0;  // counted to the end: where nothing may end it sooner, several are looked at at once
  for (std::size_t i = 1; i < times.size(); ++i) {
    uneven += std::fabs(times[i] - times[i - 1] - mean) <= even_within * mean ? 0 : 1;
  }
  return uneven == 0;
}

/// The step most samples have: where a few were lost, the others lie on a grid of it.
inline double usual_step(std::span<const double> times) {
  std::vector<double> steps(times.size() - 1);
  for (std::size_t i = 0; i < steps.size(); ++i) steps[i] = times[i + 1] - times[i];
  const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
  std::nth_element(steps.begin(), middle, steps.end());
  return *middle;
}

inline bool can_hold(double cutoff, double step) { return cutoff * step <= 0.4; }

/// Kept in memory, to be smoothed where it stands.
struct Values {
  std::vector<Four> kept;

  const Four& operator()(std::size_t i) const { return kept[i]; }
  void operator()(std::size_t i, const Four& values) { kept[i] = values; }
};

/// Rows without a gap among them, at these times.
template <class Raw, class Smooth>
void filter(std::span<const double> times, double cutoff, const Raw& raw, Smooth&& smooth) {
  const std::size_t n = times.size();
  if (n < 3) return;
  const double length = times.back() - times.front();
  const double mean = length / static_cast<double>(n - 1);
  if (even_steps(times, mean)) {
    if (can_hold(cutoff, mean)) filter_even(n, mean, cutoff, raw, smooth);
    return;
  }
  const double most_spaces = 4.0 * static_cast<double>(n);  // however uneven the steps are
  const auto spaces = static_cast<std::size_t>(std::min(std::round(length / usual_step(times)), most_spaces));
  const double step = length / static_cast<double>(spaces);
  if (!can_hold(cutoff, step)) return;
  std::vector<double> grid(spaces + 1);
  for (std::size_t i = 0; i <= spaces; ++i) grid[i] = times.front() + step * static_cast<double>(i);
  Values on_grid{std::vector<Four>(grid.size())};
  interpolate(times, raw, grid, on_grid);
  Values smooth_on_grid = on_grid;
  filter_even(grid.size(), step, cutoff, on_grid, smooth_on_grid);
  interpolate(grid, smooth_on_grid, times, smooth);
}

}  // namespace stretchcore::detail
