#include <algorithm>
#include <array>
#include <boost/container/static_vector.hpp>
#include <cmath>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/motion/filters.hpp>
#include <stretchcore/stream/recording.hpp>

#include "zero_lag.hpp"

namespace stretchcore {
namespace {

using detail::Four;
using detail::Pair;

constexpr double longest_gap = 0.5;  // [s], as in the 1€ filter

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
      detail::filter(times, cutoff, Cells<const double, Rows>{from, rows}, Cells<double, Rows>{to, rows});
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
