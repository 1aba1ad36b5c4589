#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/filters.hpp>
#include <stretchcore/stream/recording.hpp>

namespace stretchcore {
namespace {

constexpr double longest_gap = 0.5;   // [s], as in the 1€ filter
constexpr double padding = 1.0;       // [s]
constexpr double even_within = 1e-3;  // steps that differ by less of themselves are even: times written in ms

/// One low pass of second order: y = a0 (x + 2 x' + x'') + b1 y' + b2 y''.
struct LowPass {
  double a0;
  double b1;
  double b2;
};

/// What two passes with it pass is down to 1/√2 at the cutoff; both are in [Hz], and the cutoff is below 0.4 of the
/// rate.
LowPass low_pass(double cutoff, double rate) {
  constexpr double passes = 0.802;  // (2^(1/2) − 1)^(1/4)
  const double w = std::tan(std::numbers::pi * cutoff / passes / rate);
  const double k = 1.0 + std::numbers::sqrt2 * w + w * w;
  return {w * w / k, 2.0 * (1.0 - w * w) / k, -(1.0 - std::numbers::sqrt2 * w + w * w) / k};
}

/// From the first value to the last; as if it had rested at the first one before.
template <class Iterator>
void pass(const LowPass& f, Iterator begin, Iterator end) {
  double x1 = *begin, x2 = x1, y1 = x1, y2 = x1;
  for (; begin != end; ++begin) {
    const double x = *begin;
    const double y = (f.a0 * (x + 2.0 * x1 + x2) + f.b2 * y2) + f.b1 * y1;  // y1 last: it has only just come
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    *begin = y;
  }
}

/// Forward and backward over evenly spaced values, turned round their first and last one before and after.
void filter_even(std::vector<double>& values, std::vector<double>& padded, double step, double cutoff) {
  const LowPass f = low_pass(cutoff, 1.0 / step);
  const std::size_t n = values.size();
  const std::size_t pad = std::min(n - 1, static_cast<std::size_t>(std::ceil(padding / step)));
  padded.resize(n + 2 * pad);
  for (std::size_t i = 1; i <= pad; ++i) {
    padded[pad - i] = 2.0 * values.front() - values[i];
    padded[pad + n - 1 + i] = 2.0 * values.back() - values[n - 1 - i];
  }
  std::copy(values.begin(), values.end(), padded.begin() + static_cast<std::ptrdiff_t>(pad));
  pass(f, padded.begin(), padded.end());
  pass(f, padded.rbegin(), padded.rend());
  std::copy_n(padded.begin() + static_cast<std::ptrdiff_t>(pad), n, values.begin());
}

/// Samples of one channel without a gap among them.
struct Stretch {
  std::vector<double> times;
  std::vector<double> values;
  std::vector<double> padded;  // room to filter in
};

/// The values of a polyline at times that increase, both within it.
std::vector<double> interpolated(std::span<const double> times, std::span<const double> values,
                                 std::span<const double> wanted) {
  std::vector<double> found;
  found.reserve(wanted.size());
  std::size_t i = 1;
  for (const double t : wanted) {
    while (i + 1 < times.size() && times[i] < t) ++i;
    const double share = std::clamp((t - times[i - 1]) / (times[i] - times[i - 1]), 0.0, 1.0);
    found.push_back(values[i - 1] + share * (values[i] - values[i - 1]));
  }
  return found;
}

bool even_steps(std::span<const double> times, double mean) {
  double furthest = 0.0;
  for (std::size_t i = 1; i < times.size(); ++i) {
    furthest = std::max(furthest, std::fabs(times[i] - times[i - 1] - mean));
  }
  return furthest <= even_within * mean;
}

/// The step most samples have: where a few were lost, the others lie on a grid of it.
double usual_step(std::span<const double> times) {
  std::vector<double> steps(times.size() - 1);
  for (std::size_t i = 0; i < steps.size(); ++i) steps[i] = times[i + 1] - times[i];
  const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
  std::nth_element(steps.begin(), middle, steps.end());
  return *middle;
}

bool can_hold(double cutoff, double step) { return cutoff * step <= 0.4; }

void filter(Stretch& s, double cutoff) {
  const std::size_t n = s.times.size();
  if (n < 3) return;
  const double length = s.times.back() - s.times.front();
  const double mean = length / static_cast<double>(n - 1);
  if (even_steps(s.times, mean)) {
    if (can_hold(cutoff, mean)) filter_even(s.values, s.padded, mean, cutoff);
    return;
  }
  const double most_spaces = 4.0 * static_cast<double>(n);  // however uneven the steps are
  const auto spaces = static_cast<std::size_t>(std::min(std::round(length / usual_step(s.times)), most_spaces));
  const double step = length / static_cast<double>(spaces);
  if (!can_hold(cutoff, step)) return;
  std::vector<double> grid(spaces + 1);
  for (std::size_t i = 0; i <= spaces; ++i) grid[i] = s.times.front() + step * static_cast<double>(i);
  std::vector<double> values = interpolated(s.times, s.values, grid);
  filter_even(values, s.padded, step, cutoff);
  s.values = interpolated(grid, values, s.times);
}

/// Smooths columns of one recording, in room that is taken once.
class Smoothing {
 public:
  Smoothing(std::span<const double> time, double cutoff) : time_(time), cutoff_(cutoff) {
    rows_.reserve(time.size());
    stretch_.times.reserve(time.size());
  }

  /// A time that does not increase is left out, as the gate leaves it out.
  std::vector<double> column(std::span<const double> column) {
    std::vector<double> result(column.begin(), column.end());
    for (std::size_t row = 0; row < column.size(); ++row) {
      if (!std::isfinite(column[row])) continue;
      if (!rows_.empty()) {
        if (time_[row] <= stretch_.times.back()) continue;
        if (time_[row] - stretch_.times.back() > longest_gap) close(result);
      }
      rows_.push_back(row);
      stretch_.times.push_back(time_[row]);
    }
    close(result);
    return result;
  }

 private:
  void close(std::vector<double>& column) {
    stretch_.values.clear();
    for (const std::size_t row : rows_) stretch_.values.push_back(column[row]);
    filter(stretch_, cutoff_);
    for (std::size_t i = 0; i < rows_.size(); ++i) column[rows_[i]] = stretch_.values[i];
    rows_.clear();
    stretch_.times.clear();
  }

  std::span<const double> time_;
  double cutoff_;
  std::vector<std::size_t> rows_;
  Stretch stretch_;
};

}  // namespace

Recording smooth(const Recording& recording, double cutoff) {
  if (!std::isfinite(cutoff) || cutoff <= 0.0) throw InvalidModel("cutoff", "must be a frequency above 0 Hz");
  const std::span<const double> time = recording.time();
  Recording result{{time.begin(), time.end()}};
  result.source = recording.source;
  Smoothing smoothing{time, cutoff};
  recording.channels().each([&](Channel c) { result.set(c, smoothing.column(recording.column(c))); });
  return result;
}

}  // namespace stretchcore
