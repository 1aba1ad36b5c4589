#include <algorithm>
#include <array>
#include <cmath>

#include <stretchcore/motion/peaks.hpp>

#include "pair.hpp"

namespace stretchcore {
namespace {

using detail::Pair;

constexpr double unit = 1.0 / static_cast<double>(around.count());  // from nanoseconds

/// Sums over some samples of powers of the time u, counted from the middle in units of `around`. With pairs they are of
/// two halves of the samples at once.
template <class Number>
struct Times {
  Number n{}, u{}, u2{}, u3{}, u4{};
};

/// Sums over the same samples of the angle y, and of it with powers of the time: a pair for two halves, or two sides.
struct Angles {
  Pair y{}, uy{}, u2y{};

  void add(const Pair& time, const Pair& square, const Pair& value) {
    y += value;
    uy += time * value;
    u2y += square * value;
  }
};

// Both halves together.
double sum(const Pair& of) { return of[0] + of[1]; }
Times<double> sum(const Times<Pair>& of) { return {sum(of.n), sum(of.u), sum(of.u2), sum(of.u3), sum(of.u4)}; }
Pair sums(const Pair& left, const Pair& right) { return Pair{left[0], right[0]} + Pair{left[1], right[1]}; }
Angles sums(const Angles& left, const Angles& right) {
  return {sums(left.y, right.y), sums(left.uy, right.uy), sums(left.u2y, right.u2y)};
}

/// The parabola of least squares at the middle of some samples.
template <class Number>
class Fit {
 public:
  explicit Fit(const Times<Number>& times) : t_(times) {
    // Cofactors of the normal equations, whose matrix is (n u u2; u u2 u3; u2 u3 u4), over its determinant.
    c00_ = t_.u2 * t_.u4 - t_.u3 * t_.u3;
    c01_ = t_.u2 * t_.u3 - t_.u * t_.u4;
    c02_ = t_.u * t_.u3 - t_.u2 * t_.u2;
    over_ = 1.0 / (t_.n * c00_ + t_.u * c01_ + t_.u2 * c02_);
  }

  Pair height(const Angles& a) const { return (c00_ * a.y + c01_ * a.uy + c02_ * a.u2y) * over_; }

  /// [°/s]
  Pair speed(const Angles& a) const {
    const Number c11 = t_.n * t_.u4 - t_.u2 * t_.u2;
    const Number c12 = t_.u * t_.u2 - t_.n * t_.u3;
    return (c01_ * a.y + c11 * a.uy + c12 * a.u2y) * over_ / to_seconds(around);
  }

 private:
  const Times<Number>& t_;
  Number c00_, c01_, c02_, over_;
};

/// What lies around a moment, in two halves: every other sample, beginning with the first.
struct Window {
  Times<Pair> times;
  Bilateral<Angles> sides;
  Pair before;  ///< how many of each half
  Pair after;
  double strain;  ///< the mean

  /// Whether a half, or both, have enough on both sides of the moment to bend a parabola safely.
  bool bends(int half) const { return before[half] >= enough && after[half] >= enough; }
  bool bends() const { return sum(before) >= enough && sum(after) >= enough; }

 private:
  static constexpr double enough = 2.0;
};

/// Of so many samples, those of one half.
constexpr int in_half(int half, int samples) { return (samples + 1 - half) / 2; }

/// The first of the samples around a moment.
const RecentSample* first_around(const RecentSamples& recent, const RecentSample& middle) {
  const RecentSample* first = &middle;
  while (first != recent.samples.data() && middle.at - (first - 1)->at <= around) --first;
  return first;
}

/// One pass: the sums stay in registers.
Window add_up(const RecentSamples& recent, const RecentSample& middle, const RecentSample* first) {
  const RecentSample nothing{.at = middle.at, .angle = {Angle{}, Angle{}}};  // adds nothing
  const auto has = each_side([&](Side side) { return middle.angle[side].has_value(); });
  const auto shows_as_much = [&](const RecentSample& sample) {
    const auto shows = each_side([&](Side side) { return sample.angle[side].has_value() >= has[side]; });
    return shows.left & shows.right;  // asked at once: whether each has to be asked is a question, too
  };
  Times<Pair> times;
  Bilateral<Angles> sides;
  double strain = 0.0;
  std::array<int, 2> hidden_before{};  // they do not show what the middle does
  std::array<int, 2> hidden_after{};
  const auto counted = [&](const RecentSample& sample, std::size_t half) -> const RecentSample& {
    strain += sample.strain;
    if (shows_as_much(sample)) return sample;
    ++(&sample < &middle ? hidden_before : hidden_after)[half];
    return nothing;
  };
  const auto time = [&](const RecentSample& sample) { return static_cast<double>((sample.at - middle.at).count()); };
  const auto add = [&](const RecentSample& a, const RecentSample& b) {
    const Pair u = Pair{time(a), time(b)} * unit;
    const Pair square = u * u;
    times.u += u;
    times.u2 += square;
    times.u3 += square * u;
    times.u4 += square * square;
    for (const Side side : both_sides) {
      if (has[side]) sides[side].add(u, square, Pair{a.angle[side]->degrees(), b.angle[side]->degrees()});
    }
  };
  const auto is_around = [&](const RecentSample& sample) { return sample.at - middle.at <= around; };
  const RecentSample* const last = recent.samples.data() + recent.samples.size() - 1;
  const RecentSample* next = first;
  for (; next < last && is_around(next[1]); next += 2) {
    const RecentSample& a = counted(next[0], 0);
    add(a, counted(next[1], 1));
  }
  if (next <= last && is_around(*next)) add(counted(*next++, 0), nothing);

  const auto size = static_cast<int>(next - first);
  const auto place = static_cast<int>(&middle - first);
  const auto before = [&](int half) { return in_half(half, place) - hidden_before[static_cast<std::size_t>(half)]; };
  const auto after = [&](int half) {
    return in_half(half, size) - in_half(half, place + 1) - hidden_after[static_cast<std::size_t>(half)];
  };
  const auto pair = [](int a, int b) { return Pair{static_cast<double>(a), static_cast<double>(b)}; };
  const Pair middle_itself = pair((place + 1) % 2, place % 2);
  Window window{times, sides, pair(before(0), before(1)), pair(after(0), after(1)), 0.0};
  window.times.n = window.before + window.after + middle_itself;
  window.strain = strain / static_cast<double>(size);
  return window;
}

void tell(Surroundings& side, const Window& window, const Angles& angles, const Pair& bent, bool begins_odd) {
  for (const int i : {0, 1}) {
    const std::size_t half = (i == 1) != begins_odd ? 1 : 0;
    if (window.bends(i)) {
      side.half[half] = degrees(bent[i]);
    } else if (window.times.n[i] > 0.0) {
      side.half[half] = degrees(angles.y[i] / window.times.n[i]);
    }
  }
}

/// Makes room: leaves out what nobody needs at this moment and after.
void forget(RecentSamples& recent, Time now) {
  auto& samples = recent.samples;
  const bool asked = recent.next >= 0 && recent.next < static_cast<int>(samples.size());
  const Time needed = asked ? samples[static_cast<std::size_t>(recent.next)].at - around : now - 2 * around;
  const auto is_needed = [&](const RecentSample& s) { return s.at >= needed; };
  const auto first = std::find_if(samples.begin() + 1, samples.end(), is_needed);
  recent.next = std::max(0, recent.next - static_cast<int>(first - samples.begin()));
  samples.erase(samples.begin(), first);
}

}  // namespace

RecentSample* remember(RecentSamples& recent, Time at) {
  auto& samples = recent.samples;
  if (!samples.empty() && at - samples.back().at < thinned) return nullptr;
  samples.make_room(most_samples);  // a saved state, or another plan, may have less
  if (samples.size() == samples.capacity()) forget(recent, at);
  const bool odd = !samples.empty() && !samples.back().odd;
  RecentSample& sample = samples.emplace_back();
  sample.at = at;
  sample.odd = odd;
  return &sample;
}

Instant look_around(const RecentSamples& recent, const RecentSample& moment) {
  const RecentSample* const first = first_around(recent, moment);
  const Window window = add_up(recent, moment, first);
  const Times<double> times = sum(window.times);
  const Angles sides = sums(window.sides.left, window.sides.right);
  const Fit all{times};
  const Fit halves{window.times};
  const bool bends = window.bends();
  const Pair height = bends ? all.height(sides) : sides.y / times.n;
  const Pair speed = all.speed(sides);
  Instant told{moment.at, window.strain};
  for (const Side side : both_sides) {
    if (!moment.angle[side]) continue;
    const int place = side == Side::left ? 0 : 1;  // of a pair of two sides
    Surroundings& of_side = told.side[side];
    of_side.height = degrees(height[place]);
    if (bends) of_side.speed = speed[place];
    const Angles& angles = window.sides[side];
    tell(of_side, window, angles, halves.height(angles), first->odd);
  }
  return told;
}

void skip_instants(RecentSamples& recent, Time now) {
  const auto size = static_cast<int>(recent.samples.size());
  recent.next = std::max(recent.next, 0);
  while (recent.next < size && now - recent.samples[static_cast<std::size_t>(recent.next)].at >= around) ++recent.next;
}

std::optional<Angle> angle_of(const Summit& summit) {
  return summit.chosen[0] ? (summit.told[0] + summit.told[1]) / 2.0 : summit.height;
}

}  // namespace stretchcore
