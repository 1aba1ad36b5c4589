#include <algorithm>
#include <cmath>

#include <stretchcore/motion/peaks.hpp>

namespace stretchcore {
namespace {

constexpr double unit = 1.0 / static_cast<double>(around.count());  // from nanoseconds

/// Sums over some samples: of powers of the time u, counted from the middle in units of `around`, and of those with the
/// angle y of each side.
struct Sums {
  struct Angles {
    double y = 0, uy = 0, u2y = 0;
  };
  double before = 0, after = 0;
  double n = 0, u = 0, u2 = 0, u3 = 0, u4 = 0;
  Bilateral<Angles> side{};

  void add(double t, const RecentSample& sample) {
    const double tt = t * t;
    before += t < 0.0 ? 1.0 : 0.0;
    after += t > 0.0 ? 1.0 : 0.0;
    n += 1.0;
    u += t;
    u2 += tt;
    u3 += tt * t;
    u4 += tt * tt;
    for (const Side each : both_sides) {
      const double value = sample.angle[each].value_or(Angle{}).degrees();
      side[each].y += value;
      side[each].uy += t * value;
      side[each].u2y += tt * value;
    }
  }

  friend Sums operator+(Sums a, const Sums& b) {
    for (const auto sum : {&Sums::before, &Sums::after, &Sums::n, &Sums::u, &Sums::u2, &Sums::u3, &Sums::u4}) {
      a.*sum += b.*sum;
    }
    for (const Side each : both_sides) {
      for (const auto sum : {&Angles::y, &Angles::uy, &Angles::u2y}) a.side[each].*sum += b.side[each].*sum;
    }
    return a;
  }
};

/// The parabola of least squares at the middle; the mean where too few samples lie on one side to bend one safely.
class Fit {
 public:
  explicit Fit(const Sums& sums) : s_(sums), bends_(sums.before >= enough && sums.after >= enough) {
    if (!bends_) return;
    // Cofactors of the normal equations, whose matrix is (n u u2; u u2 u3; u2 u3 u4), over its determinant.
    c00_ = s_.u2 * s_.u4 - s_.u3 * s_.u3;
    c01_ = s_.u2 * s_.u3 - s_.u * s_.u4;
    c02_ = s_.u * s_.u3 - s_.u2 * s_.u2;
    over_ = 1.0 / (s_.n * c00_ + s_.u * c01_ + s_.u2 * c02_);
  }

  std::optional<Angle> height(Side side) const {
    const Sums::Angles& a = s_.side[side];
    if (bends_) return degrees((c00_ * a.y + c01_ * a.uy + c02_ * a.u2y) * over_);
    return s_.n > 0.0 ? std::optional{degrees(a.y / s_.n)} : std::nullopt;
  }

  /// [°/s]
  std::optional<double> speed(Side side) const {
    if (!bends_) return std::nullopt;
    const Sums::Angles& a = s_.side[side];
    const double c11 = s_.n * s_.u4 - s_.u2 * s_.u2;
    const double c12 = s_.u * s_.u2 - s_.n * s_.u3;
    return (c01_ * a.y + c11 * a.uy + c12 * a.u2y) * over_ / to_seconds(around);
  }

 private:
  static constexpr double enough = 2.0;

  const Sums& s_;
  bool bends_;
  double c00_ = 0, c01_ = 0, c02_ = 0, over_ = 0;
};

/// Whether a sample has every side that another has.
bool shows_as_much(const RecentSample& sample, const RecentSample& other) {
  return (sample.angle.left || !other.angle.left) && (sample.angle.right || !other.angle.right);
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
  Instant instant;
  instant.at = middle->at;
  std::array<Sums, 2> halves{};
  double strained = 0.0;
  for (auto sample = first; sample != samples.data() + samples.size(); ++sample) {
    if (sample->at - middle->at > around) break;
    instant.strain += sample->strain;
    strained += 1.0;
    if (!shows_as_much(*sample, *middle)) continue;
    halves[sample->odd ? 1 : 0].add(static_cast<double>((sample->at - middle->at).count()) * unit, *sample);
  }
  instant.strain /= strained;
  const Sums both = halves[0] + halves[1];
  const Fit all{both};
  const std::array half{Fit{halves[0]}, Fit{halves[1]}};
  for (const Side side : both_sides) {
    if (!middle->angle[side]) continue;
    instant.side[side] = {all.height(side), all.speed(side), {half[0].height(side), half[1].height(side)}};
  }
  return instant;
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
