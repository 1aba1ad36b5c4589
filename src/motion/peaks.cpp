#include <algorithm>
#include <cmath>

#include <stretchcore/motion/peaks.hpp>

#include "pair.hpp"

namespace stretchcore {
namespace {

using detail::Pair;

constexpr double unit = 1.0 / static_cast<double>(around.count());  // from nanoseconds

/// Whether a sample has every side that another has.
bool shows_as_much(const RecentSample& sample, const RecentSample& other) {
  return (sample.angle.left || !other.angle.left) && (sample.angle.right || !other.angle.right);
}

double shown(const std::optional<Angle>& angle) { return angle.value_or(Angle{}).degrees(); }

/// Sums over some samples: of powers of the time u, counted from the middle in units of `around`, and of those with the
/// angle y of each side. With pairs they are of two halves of the samples at once.
template <class Number>
struct Sums {
  struct Angles {
    Number y{}, uy{}, u2y{};

    void add(Number time, Number square, Number value) {
      y += value;
      uy += time * value;
      u2y += square * value;
    }
  };
  Number n{}, u{}, u2{}, u3{}, u4{};
  Bilateral<Angles> side{};

  void add(Number one, Number time, Number left, Number right) {
    const Number square = time * time;
    n += one;
    u += time;
    u2 += square;
    u3 += square * time;
    u4 += square * square;
    side.left.add(time, square, left);
    side.right.add(time, square, right);
  }
};

using Halves = Sums<Pair>;

/// Both halves together.
Sums<double> sum(const Halves& of) {
  const auto both = [](Pair pair) { return pair[0] + pair[1]; };
  const auto angles = [&](const Halves::Angles& a) { return Sums<double>::Angles{both(a.y), both(a.uy), both(a.u2y)}; };
  return {both(of.n), both(of.u), both(of.u2), both(of.u3), both(of.u4), {angles(of.side.left), angles(of.side.right)}};
}

/// The parabola of least squares at the middle of some samples.
template <class Number>
class Fit {
 public:
  explicit Fit(const Sums<Number>& sums) : s_(sums) {
    // Cofactors of the normal equations, whose matrix is (n u u2; u u2 u3; u2 u3 u4), over its determinant.
    c00_ = s_.u2 * s_.u4 - s_.u3 * s_.u3;
    c01_ = s_.u2 * s_.u3 - s_.u * s_.u4;
    c02_ = s_.u * s_.u3 - s_.u2 * s_.u2;
    over_ = 1.0 / (s_.n * c00_ + s_.u * c01_ + s_.u2 * c02_);
  }

  Number height(Side side) const {
    const auto& a = s_.side[side];
    return (c00_ * a.y + c01_ * a.uy + c02_ * a.u2y) * over_;
  }

  /// [°/s]
  Number speed(Side side) const {
    const auto& a = s_.side[side];
    const Number c11 = s_.n * s_.u4 - s_.u2 * s_.u2;
    const Number c12 = s_.u * s_.u2 - s_.n * s_.u3;
    return (c01_ * a.y + c11 * a.uy + c12 * a.u2y) * over_ / to_seconds(around);
  }

 private:
  const Sums<Number>& s_;
  Number c00_, c01_, c02_, over_;
};

/// What lies around a moment, in two halves: every other sample, beginning with the first.
struct Window {
  Sums<Pair> sums;
  Pair before;  ///< how many of each half
  Pair after;
  double strain;

  /// Whether a half, or both, have enough on both sides of the moment to bend a parabola safely.
  bool bends(int half) const { return before[half] >= enough && after[half] >= enough; }
  bool bends() const { return before[0] + before[1] >= enough && after[0] + after[1] >= enough; }

 private:
  static constexpr double enough = 2.0;
};

Window look_around(const RecentSample& middle, const RecentSample* first, const RecentSample* end) {
  struct Counted {
    double one = 0.0, u = 0.0, left = 0.0, right = 0.0;
  };
  Sums<Pair> sums;
  Pair before{};
  double strain = 0.0;
  const auto counted = [&](const RecentSample& sample) -> Counted {
    strain += sample.strain;
    if (!shows_as_much(sample, middle)) return {};
    const double u = static_cast<double>((sample.at - middle.at).count()) * unit;
    return {1.0, u, shown(sample.angle.left), shown(sample.angle.right)};
  };
  const auto place = static_cast<int>(&middle - first);
  const RecentSample* const with_middle = first + (place - place % 2);
  for (const RecentSample* two = first; two < end; two += 2) {
    const Counted a = counted(two[0]);
    const Counted b = two + 1 < end ? counted(two[1]) : Counted{};
    if (two == with_middle) before = sums.n + Pair{place % 2 * a.one, 0.0};
    sums.add(Pair{a.one, b.one}, Pair{a.u, b.u}, Pair{a.left, b.left}, Pair{a.right, b.right});
  }
  Pair after = sums.n - before;
  after[place % 2] -= 1.0;  // the middle itself
  return {sums, before, after, strain / static_cast<double>(end - first)};
}

/// The next sample whose surroundings are asked, if it is there.
const RecentSample* next_middle(RecentSamples& recent) {
  const auto size = static_cast<int>(recent.samples.size());
  recent.next = std::max(recent.next, 0);  // a saved state may say anything
  const auto at = [&] { return recent.samples[static_cast<std::size_t>(recent.next)].at; };
  while (recent.next < size && recent.asked && at() - *recent.asked < asked_every) ++recent.next;
  return recent.next < size ? recent.samples.data() + recent.next : nullptr;
}

}  // namespace

void remember(RecentSamples& recent, const RecentSample& sample) {
  auto& samples = recent.samples;
  if (!samples.empty() && sample.at - samples.back().at < thinned) return;
  if (samples.size() == samples.capacity()) {
    const auto needed = [&](const RecentSample& s) {
      const bool asked = recent.next >= 0 && recent.next < static_cast<int>(samples.size());
      return asked ? s.at >= samples[static_cast<std::size_t>(recent.next)].at - around
                   : s.at >= sample.at - 2 * around;
    };
    const auto first = std::find_if(samples.begin() + 1, samples.end(), needed);
    recent.next = std::max(0, recent.next - static_cast<int>(first - samples.begin()));
    samples.erase(samples.begin(), first);
  }
  const bool odd = !samples.empty() && !samples.back().odd;
  samples.push_back(sample);
  samples.back().odd = odd;
}

std::optional<Instant> last_instant(RecentSamples& recent) {
  const auto& samples = recent.samples;
  const RecentSample* const middle = next_middle(recent);
  if (middle == nullptr) return std::nullopt;
  ++recent.next;
  recent.asked = middle->at;
  const RecentSample* first = middle;
  while (first != samples.data() && middle->at - (first - 1)->at <= around) --first;
  const RecentSample* end = middle + 1;
  while (end != samples.data() + samples.size() && end->at - middle->at <= around) ++end;
  const Window window = look_around(*middle, first, end);
  const Sums<double> both = sum(window.sums);
  const Fit all{both};
  const Fit halves{window.sums};
  std::optional<Instant> told{std::in_place, middle->at, window.strain};
  for (const Side side : both_sides) {
    if (!middle->angle[side]) continue;
    Surroundings& s = told->side[side];
    s.height = degrees(window.bends() ? all.height(side) : both.side[side].y / both.n);
    if (window.bends()) s.speed = all.speed(side);
    const Pair bent = halves.height(side);
    const Pair mean = window.sums.side[side].y / window.sums.n;
    for (const int i : {0, 1}) {
      const std::size_t half = (i == 1) != first->odd ? 1 : 0;
      if (window.sums.n[i] > 0.0) s.half[half] = degrees(window.bends(i) ? bent[i] : mean[i]);
    }
  }
  return told;
}

std::optional<Instant> next_instant(RecentSamples& recent, Time now) {
  const RecentSample* const middle = next_middle(recent);
  return middle != nullptr && now - middle->at >= around ? last_instant(recent) : std::nullopt;
}

void skip_instants(RecentSamples& recent, Time now) {
  const auto size = static_cast<int>(recent.samples.size());
  recent.next = std::max(recent.next, 0);
  while (recent.next < size && now - recent.samples[static_cast<std::size_t>(recent.next)].at >= around) ++recent.next;
}

void climb(Summit& summit, const Surroundings& side, Time at) {
  if (side.height && (!summit.height || *side.height > *summit.height)) {
    summit.height = side.height;
    summit.at = at;
  }
  if (!side.half[0] || !side.half[1]) return;
  for (std::size_t h = 0; h < 2; ++h) {
    if (summit.chosen[h] && *side.half[h] <= *summit.chosen[h]) continue;
    summit.chosen[h] = side.half[h];
    summit.told[h] = *side.half[1 - h];
  }
}

std::optional<Angle> angle_of(const Summit& summit) {
  return summit.chosen[0] ? (summit.told[0] + summit.told[1]) / 2.0 : summit.height;
}

}  // namespace stretchcore
