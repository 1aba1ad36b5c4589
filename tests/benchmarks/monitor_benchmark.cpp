// What eight rules cost a sample in one Monitor, against counters written by hand for the same rules, in the same run.
//
// The rules are those one would write for the adductor stretch, windows in seconds, at 60 Hz; a pelvis far off stands
// for a symptom that is reported. Two data sets: quiet (nothing is violated) and noisy (angles cross their limits all
// the time). The two programs take turns in pieces of a thousand samples, short enough that a busy machine rarely
// interrupts one; both must count the same violations. Then one rule with windows of 0.1 s to 600 s: the cost must not
// grow.

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <numbers>
#include <random>
#include <span>
#include <string>
#include <vector>

#include <stretchcore/safety/monitor.hpp>

#include "allocation_counter.hpp"

using namespace stretchcore;

namespace {

constexpr std::size_t samples = 100'000;
constexpr std::size_t piece = 1'000;
constexpr int rounds = 10;

const std::array<std::string, 8> rules{
    "abs(pelvis_list) > 5 deg for 0.48 s",
    "knee_flexion_left < 0 deg for 0.28 s",
    "knee_flexion_right < 0 deg for 0.28 s",
    "abs(spine_side_bend) > 10 deg for 0.48 s",
    "hip_abduction_left > 61 deg or hip_abduction_right > 61 deg",
    "rate(hip_abduction_left) > 40 deg/s for 0.08 s",
    "pelvis_tilt > 11.9 deg within 9.99 s",
    "hip_abduction_left > 30 deg since pelvis_tilt > 11.9 deg within 1.99 s",
};

std::vector<Posture> made_up(double noise) {
  std::mt19937_64 random{1};
  const auto jitter = [&] { return noise * (static_cast<double>(random() >> 11) * 0x1p-52 - 1.0); };
  std::vector<Posture> postures;
  for (std::size_t i = 0; i < samples; ++i) {
    const double opening = 40.0 - 20.0 * std::cos(static_cast<double>(i) * 2.0 * std::numbers::pi / 720.0);
    Posture posture{Time{static_cast<std::int64_t>(i) * 16'666'667}};
    posture.set(Channel::hip_abduction_left, degrees(opening + jitter()));
    posture.set(Channel::hip_abduction_right, degrees(opening + jitter()));
    posture.set(Channel::knee_flexion_left, degrees(5.0 + jitter()));
    posture.set(Channel::knee_flexion_right, degrees(5.0 + jitter()));
    posture.set(Channel::pelvis_list, degrees(jitter()));
    posture.set(Channel::pelvis_tilt, degrees(jitter()));
    posture.set(Channel::spine_side_bend, degrees(jitter()));
    postures.push_back(posture);
  }
  return postures;
}

/// The same rules by hand: counts of samples, no times, no lost signals.
struct ByHand {
  std::array<int, 8> streak{};
  int since_symptom = 1000;
  bool lasting = false;
  double last = 0.0;

  bool held(std::size_t rule, bool now, int needed) { return (streak[rule] = now ? streak[rule] + 1 : 0) > needed; }

  std::array<bool, 8> observe(const Posture& p) {
    const auto at = [&](Channel c) { return p.angle(c).degrees(); };
    const double left = at(Channel::hip_abduction_left), right = at(Channel::hip_abduction_right);
    const bool symptom = at(Channel::pelvis_tilt) > 11.9;
    const double rate = (left - last) / 0.016666667;
    since_symptom = symptom ? 0 : since_symptom + 1;
    lasting = symptom || (lasting && left > 30);
    last = left;
    return {held(0, std::fabs(at(Channel::pelvis_list)) > 5, 29),
            held(1, at(Channel::knee_flexion_left) < 0, 17),
            held(2, at(Channel::knee_flexion_right) < 0, 17),
            held(3, std::fabs(at(Channel::spine_side_bend)) > 10, 29),
            left > 61 || right > 61,
            held(5, rate > 40, 5),
            since_symptom <= 599,
            lasting && since_symptom <= 119};
  }
};

bool violation(RuleVerdict verdict) { return verdict == RuleVerdict::violated; }
bool violation(bool verdict) { return verdict; }

using Counts = std::array<long, 8>;

struct Timing {
  std::vector<double> nanoseconds;  ///< a sample, by piece
  Counts violations{};
  std::size_t allocations = 0;

  Timing() { nanoseconds.reserve(samples / piece * rounds); }

  double median() {
    const auto middle = nanoseconds.begin() + static_cast<std::ptrdiff_t>(nanoseconds.size() / 2);
    std::nth_element(nanoseconds.begin(), middle, nanoseconds.end());
    return *middle;
  }
};

template <class Observe>
void measure(Timing& timing, std::span<const Posture> postures, Observe&& observe) {
  const AllocationCounter counter;
  const auto start = std::chrono::steady_clock::now();
  for (const Posture& posture : postures) {
    const auto verdicts = observe(posture);
    for (std::size_t i = 0; i < verdicts.size(); ++i) timing.violations[i] += violation(verdicts[i]);
  }
  const std::chrono::duration<double, std::nano> spent = std::chrono::steady_clock::now() - start;
  timing.nanoseconds.push_back(spent.count() / static_cast<double>(postures.size()));
  timing.allocations += counter.count();
}

}  // namespace

int main() {
  std::vector<Condition> conditions;
  for (const std::string& rule : rules) conditions.push_back(parse_rule(rule));

  std::printf("eight rules, %zu samples at 60 Hz, median over pieces of %zu\n", samples * rounds, piece);
  std::printf("%-8s %14s %14s %8s %12s\n", "data", "Monitor [ns]", "by hand [ns]", "ratio", "allocations");
  bool equal = true;
  for (const double noise : {2.0, 12.0}) {
    const std::vector<Posture> postures = made_up(noise);
    Timing ours, hand;
    for (int round = 0; round < rounds; ++round) {
      Monitor monitor{conditions};
      ByHand by_hand;
      for (std::size_t first = 0; first < samples; first += piece) {
        const auto some = std::span{postures}.subspan(first, piece);
        measure(ours, some, [&](const Posture& posture) { return monitor.observe(posture); });
        measure(hand, some, [&](const Posture& posture) { return by_hand.observe(posture); });
      }
    }
    equal = equal && ours.violations == hand.violations;
    std::printf("%-8s %14.1f %14.1f %8.1f %12zu\n", noise < 5 ? "quiet" : "noisy", ours.median(), hand.median(),
                ours.median() / hand.median(), ours.allocations);
  }
  std::printf("violations counted alike: %s\n", equal ? "yes" : "NO");

  std::printf("\n%-8s %14s %14s %14s   one rule, noisy\n", "window", "for [ns]", "within [ns]", "since [ns]");
  const std::vector<Posture> noisy = made_up(12.0);
  for (const char* window : {"0.1 s", "1 s", "10 s", "60 s", "600 s"}) {
    std::printf("%-8s", window);
    for (const std::string rule : {"pelvis_tilt > -11.9 deg for ", "pelvis_tilt > 11.9 deg within ",
                                   "hip_abduction_left > 30 deg since pelvis_tilt > 11.9 deg within "}) {
      Timing timing;
      Monitor monitor{{parse_rule(rule + window)}};
      for (std::size_t first = 0; first < samples; first += piece) {
        measure(timing, std::span{noisy}.subspan(first, piece),
                [&](const Posture& posture) { return monitor.observe(posture); });
      }
      std::printf(" %14.1f", timing.median());
    }
    std::printf("\n");
  }
  return equal ? 0 : 1;
}
