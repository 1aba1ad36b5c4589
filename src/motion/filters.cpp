#include <algorithm>
#include <array>
#include <boost/container/static_vector.hpp>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/filters.hpp>
#include <stretchcore/stream/recording.hpp>

#include "pair.hpp"

namespace stretchcore {
namespace {

using detail::Four;
using detail::Pair;

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

bool even_steps(std::span<const double> times, double mean) {
  std::ptrdiff_t uneven = 0;  // counted to the end: where nothing may end it sooner, several are looked at at once
  for (std::size_t i = 1; i < times.size(); ++i) {
    uneven += std::fabs(times[i] - times[i - 1] - mean) <= even_within * mean ? 0 : 1;
  }
  return uneven == 0;
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

/// Kept in memory, to be smoothed where it stands.
struct Values {
  std::vector<Four> kept;

  const Four& operator()(std::size_t i) const { return kept[i]; }
  void operator()(std::size_t i, const Four& values) { kept[i] = values; }
};

/// Rows that follow each other.
struct Successive {
  std::size_t first = 0;

  std::size_t operator[](std::size_t i) const { return first + i; }
};

/// Some rows of four columns.
template <class Cell, class Rows>
struct Cells {
  const std::array<Cell*, 4>& columns;
  Rows rows;

  Four operator()(std::size_t i) const {
    const std::size_t row = rows[i];
    return {Pair{columns[0][row], columns[1][row]}, Pair{columns[2][row], columns[3][row]}};
  }
  void operator()(std::size_t i, const Four& values) {
    const std::size_t row = rows[i];
    columns[0][row] = values.a[0];
    columns[1][row] = values.a[1];
    columns[2][row] = values.b[0];
    columns[3][row] = values.b[1];
  }
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

std::ptrdiff_t count_seen(std::span<const double> column) {
  return std::count_if(column.begin(), column.end(), [](double value) { return std::isfinite(value); });
}

/// Whether two columns, each seen so often, are seen in the same rows.
bool seen_alike(std::span<const double> a, std::ptrdiff_t seen_a, std::span<const double> b, std::ptrdiff_t seen_b) {
  if (seen_a != seen_b) return false;
  const auto alike = [](double x, double y) { return std::isfinite(x) == std::isfinite(y); };
  return seen_a == std::ssize(a) || std::equal(a.begin(), a.end(), b.begin(), alike);
}

/// The rows of a column between two gaps. Most follow each other; they are listed only where some were left out.
class Stretch {
 public:
  explicit Stretch(std::span<const double> time) : time_(time) {}

  bool empty() const { return count_ == 0; }
  double last() const { return rows_.empty() ? time_[first_ + count_ - 1] : times_.back(); }

  void add(std::size_t row) {
    if (count_ == 0) first_ = row;
    if (rows_.empty() && row != first_ + count_) list();
    if (!rows_.empty()) list(row);
    ++count_;
  }

  /// Passes on the rows and their times, and begins anew.
  template <class Visitor>
  void close(Visitor&& visit) {
    if (rows_.empty()) {
      visit(Successive{first_}, time_.subspan(first_, count_));
    } else {
      visit(std::span<const std::size_t>{rows_}, std::span<const double>{times_});
    }
    rows_.clear();
    times_.clear();
    count_ = 0;
  }

 private:
  void list() {
    rows_.reserve(time_.size());
    times_.reserve(time_.size());
    for (std::size_t row = first_; row < first_ + count_; ++row) list(row);
  }
  void list(std::size_t row) {
    rows_.push_back(row);
    times_.push_back(time_[row]);
  }

  std::span<const double> time_;
  std::size_t first_ = 0;
  std::size_t count_ = 0;
  std::vector<std::size_t> rows_;
  std::vector<double> times_;
};

/// Smooths columns that are seen in the same rows, four at once.
void smooth_together(const Recording& recording, std::span<const Channel> channels, double cutoff, Stretch& stretch,
                     Recording& result) {
  std::vector<std::vector<double>> columns;
  for (const Channel c : channels) columns.emplace_back(recording.column(c).begin(), recording.column(c).end());
  const auto smooth_rows = [&](const auto& rows, std::span<const double> times) {
    using Rows = std::decay_t<decltype(rows)>;
    for (std::size_t next = 0; next < channels.size(); next += 4) {
      std::array<const double*, 4> from;
      std::array<double*, 4> to;
      for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t of = std::min(next + i, channels.size() - 1);  // a place that is not needed repeats another
        from[i] = recording.column(channels[of]).data();
        to[i] = columns[of].data();
      }
      filter(times, cutoff, Cells<const double, Rows>{from, rows}, Cells<double, Rows>{to, rows});
    }
  };
  const std::span<const double> time = recording.time();
  const std::span<const double> first = recording.column(channels.front());
  for (std::size_t row = 0; row < time.size(); ++row) {
    if (!std::isfinite(first[row])) continue;
    if (!stretch.empty()) {
      if (time[row] <= stretch.last()) continue;  // left out, as the gate leaves it out
      if (time[row] - stretch.last() > longest_gap) stretch.close(smooth_rows);
    }
    stretch.add(row);
  }
  if (!stretch.empty()) stretch.close(smooth_rows);
  for (std::size_t i = 0; i < channels.size(); ++i) result.set(channels[i], std::move(columns[i]));
}

}  // namespace

Recording smooth(const Recording& recording, double cutoff) {
  if (!std::isfinite(cutoff) || cutoff <= 0.0) throw InvalidModel("cutoff", "must be a frequency above 0 Hz");
  const std::span<const double> time = recording.time();
  Recording result{{time.begin(), time.end()}};
  result.source = recording.source;
  std::array<std::ptrdiff_t, channel_count> seen{};
  recording.channels().each([&](Channel c) { seen[index(c)] = count_seen(recording.column(c)); });
  Stretch stretch{time};
  for (ChannelSet rest = recording.channels(); !rest.empty();) {
    boost::container::static_vector<Channel, channel_count> together;
    rest.each([&](Channel c) {
      const Channel first = together.empty() ? c : together.front();
      const bool alike =
          c == first || seen_alike(recording.column(first), seen[index(first)], recording.column(c), seen[index(c)]);
      if (alike) together.push_back(c);
    });
    smooth_together(recording, together, cutoff, stretch, result);
    for (const Channel c : together) rest.erase(c);
  }
  return result;
}

}  // namespace stretchcore
