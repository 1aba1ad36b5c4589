// What Session::observe costs a posture, against a counter written by hand, in the same run.
//
// The session is guided up to its measuring and to its first block; from there a person opens and closes every 5 s at
// 60 Hz, every channel that the exercise uses is seen, with noise. The two programs take turns in pieces of a thousand
// postures, short enough that a busy machine rarely interrupts one; both must count the same repetitions.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/session/session.hpp>

#include "allocation_counter.hpp"

using namespace stretchcore;

namespace {

constexpr std::size_t piece = 1'000;
constexpr std::size_t pieces = 20;
constexpr int rounds = 10;
constexpr double frame = 1e9 / 60.0;  // [ns]

/// Somebody on a mat, seen by a good sensor.
class Mover {
 public:
  explicit Mover(std::uint64_t seed) : random_(seed) {}

  Posture at(Time now, const ChannelSet& seen, std::optional<Time> opening_since) {
    constexpr double cycle = 5.0;
    double height = 0.0;
    if (opening_since) {
      double share = to_seconds(now - *opening_since) / cycle;
      share -= static_cast<double>(static_cast<int>(share));
      const double x = share < 0.5 ? 2.0 * share : 2.0 * (1.0 - share);
      height = x * x * x * (10.0 + x * (-15.0 + 6.0 * x));
    }
    Posture posture{now};
    seen.each([&](Channel c) {
      const bool hip = motion(c) == Motion::hip_abduction;
      const bool knee = motion(c) == Motion::knee_flexion;
      posture.set(c, degrees((hip ? 2.0 + 33.0 * height : knee ? 9.0 : 0.0) + noise()));
    });
    return posture;
  }

 private:
  double noise() { return static_cast<double>(random_() >> 11) * 0x1p-52 - 1.0; }

  std::mt19937_64 random_;
};

/// What one writes on the first afternoon: a counter with two thresholds on one angle, and every sample kept.
struct ByHand {
  bool open = false;
  long repetitions = 0;
  std::vector<double> kept;

  void observe(const Posture& posture) {
    const double angle = posture.angle(Channel::hip_abduction_left).degrees();
    kept.push_back(angle);
    if (!open && angle > 20.0) open = true;
    if (open && angle < 10.0) {
      open = false;
      ++repetitions;
    }
  }
};

struct Start {
  Session session;
  ChannelSet used;
};

/// A session at the beginning of a phase.
Start guided_to(Phase phase) {
  Session session{catalog().at("dynamic-inner-thigh-stretch")};
  session.report(Command{Time{0}, Action::start});
  Mover mover{1};
  ChannelSet used;
  for (std::size_t c = 0; c < channel_count; ++c) used.insert(static_cast<Channel>(c));
  std::optional<Time> opening;
  for (std::int64_t n = 1; session.phase() != phase && n < 60 * 600; ++n) {
    const Time now{n * 16'666'667};
    if (session.phase() == Phase::measuring && !opening) opening = now;
    for (const Event& event : session.observe(mover.at(now, used, opening))) {
      if (const auto* coverage = std::get_if<CoverageSet>(&event)) used = coverage->watched;
    }
  }
  return {std::move(session), used};
}

struct Timing {
  std::vector<double> nanoseconds;  ///< a posture, by piece
  long repetitions = 0;
  std::size_t allocations = 0;

  Timing() { nanoseconds.reserve(pieces * rounds); }

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
  for (const Posture& posture : postures) observe(posture);
  const std::chrono::duration<double, std::nano> spent = std::chrono::steady_clock::now() - start;
  timing.nanoseconds.push_back(spent.count() / static_cast<double>(postures.size()));
  timing.allocations += counter.count();
}

bool measure_phase(Phase phase) {
  const Start start = guided_to(phase);
  if (start.session.phase() != phase) {
    std::printf("the session did not come to %s\n", std::string{name(phase)}.c_str());
    return false;
  }
  const Time from = start.session.state().now() + seconds(1.0 / 60.0);
  std::vector<std::vector<Posture>> made_up;
  for (std::size_t i = 0; i < pieces; ++i) {
    Mover mover{100 + i};
    std::vector<Posture>& postures = made_up.emplace_back();
    for (std::size_t n = 0; n < piece; ++n) {
      postures.push_back(mover.at(from + Time{static_cast<std::int64_t>(n) * 16'666'667}, start.used, from));
    }
  }
  Timing ours, hand;
  for (int round = 0; round < rounds; ++round) {
    for (const std::vector<Posture>& postures : made_up) {
      Session session = start.session;
      ByHand by_hand;
      measure(ours, postures, [&](const Posture& posture) {
        for (const Event& event : session.observe(posture))
          ours.repetitions += std::holds_alternative<RepetitionCompleted>(event) ? 1 : 0;
      });
      measure(hand, postures, [&](const Posture& posture) { by_hand.observe(posture); });
      hand.repetitions += by_hand.repetitions;
    }
  }
  const double nanoseconds = ours.median();
  std::printf("%-11s %9zu %13.0f %13.1f %8.0f %13.4f %% %12zu\n", std::string{name(phase)}.c_str(), start.used.size(),
              nanoseconds, hand.median(), nanoseconds / hand.median(), 100.0 * nanoseconds / frame, ours.allocations);
  return ours.repetitions == hand.repetitions && ours.allocations == 0;
}

}  // namespace

int main() {
  std::printf("Session::observe, %zu postures at 60 Hz, median over pieces of %zu\n", piece * pieces * rounds, piece);
  std::printf("%-11s %9s %13s %13s %8s %15s %12s\n", "phase", "channels", "observe [ns]", "by hand [ns]", "ratio",
              "of a frame", "allocations");
  bool good = true;
  for (const Phase phase : {Phase::measuring, Phase::stretching}) good = measure_phase(phase) && good;
  std::printf("repetitions counted alike, nothing allocated: %s\n", good ? "yes" : "NO");
  return good ? 0 : 1;
}
