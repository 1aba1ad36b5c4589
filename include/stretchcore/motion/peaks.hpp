#pragma once

#include <algorithm>
#include <array>
#include <boost/describe/class.hpp>
#include <optional>

#include <stretchcore/detail/fixed_list.hpp>
#include <stretchcore/export.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

// Where a movement turns. The live filter is behind the body, and the largest of many noisy samples is too large: of n
// by σ·√(2 ln n), more than twice the noise in a hold. So a peak is read from raw samples on both sides of its moment.

/// Samples this far to both sides of a moment tell what was at it. A parabola is laid through them: as quiet as a mean
/// over 0.13 s, and it does not cut off a sharp turn as a mean would.
inline constexpr Time around{150'000'000};
inline constexpr Time thinned{8'000'000};        ///< samples closer than this are left out: 125 a second are enough
inline constexpr std::size_t most_samples = 64;  ///< in memory; a moment needs 38
inline constexpr Time asked_every{25'000'000};   ///< moments closer than this are not asked: a turn takes longer

/// What was measured at one moment, not smoothed.
struct RecentSample {
  Time at{0};
  Bilateral<std::optional<Angle>> angle{};
  double strain = 0.0;  ///< how far the guarded parts are from neutral, as a share of their tolerance
  bool odd = false;     ///< every other one

  bool operator==(const RecentSample&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecentSample, (), (at, angle, strain, odd))

/// The latest samples, and which of them is the next whose surroundings are asked.
struct RecentSamples {
  detail::FixedList<RecentSample, most_samples> samples{most_samples};
  int next = 0;
  std::optional<Time> asked;  ///< the latest moment that was

  /// Begins anew, with the room that there is.
  void restart() {
    samples.clear();
    next = 0;
    asked.reset();
  }

  bool operator==(const RecentSamples&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecentSamples, (), (samples, next, asked))

/// What the samples around a moment say of a side that was seen in it. The halves are every other sample: what noise
/// did to one half it did not do to the other.
struct Surroundings {
  std::optional<Angle> height;
  std::optional<double> speed;  ///< [°/s]
  std::array<std::optional<Angle>, 2> half{};
};

/// One moment, seen from both sides of it in time.
struct Instant {
  Instant(Time when, double strained) : at(when), strain(strained) {}

  Time at;
  double strain;
  Bilateral<Surroundings> side;
};

/// The highest moment of one side. For its time all samples are asked. For its angle one half of them says where, the
/// other how high, each in turn: so a long hold with noise is not higher than it was.
struct Summit {
  std::optional<Angle> height;
  Time at{0};
  std::array<std::optional<Angle>, 2> chosen{};  ///< the highest of each half
  std::array<Angle, 2> told{};                   ///< what the other half said there

  bool operator==(const Summit&) const = default;
};
BOOST_DESCRIBE_STRUCT(Summit, (), (height, at, chosen, told))

/// A place for the sample of this moment, the latest one, to be filled in; nothing if it comes too soon. In place: put
/// together elsewhere and copied, it would have to be waited for.
STRETCHCORE_API RecentSample* remember(RecentSamples& recent, Time at);

namespace detail {
/// The next sample whose surroundings are asked, if it is there; once it is asked, the one after it.
inline const RecentSample* next_to_ask(RecentSamples& recent) {
  const int size = static_cast<int>(recent.samples.size());
  int next = (std::max)(recent.next, 0);  // a saved state may say anything
  const auto at = [&] { return recent.samples[static_cast<std::size_t>(next)].at; };
  while (next < size && recent.asked && at() - *recent.asked < asked_every) ++next;
  recent.next = next;
  return next < size ? recent.samples.data() + next : nullptr;
}

inline const RecentSample* ask(RecentSamples& recent, const RecentSample& moment) {
  ++recent.next;
  recent.asked = moment.at;
  return &moment;
}
}  // namespace detail

/// The next moment whose surroundings are known at `now`, if there is one: call until there is none.
inline const RecentSample* next_moment(RecentSamples& recent, Time now) {
  const RecentSample* const next = detail::next_to_ask(recent);
  return next != nullptr && now - next->at >= around ? detail::ask(recent, *next) : nullptr;
}

/// The next moment at the end, where nothing follows.
inline const RecentSample* last_moment(RecentSamples& recent) {
  const RecentSample* const next = detail::next_to_ask(recent);
  return next != nullptr ? detail::ask(recent, *next) : nullptr;
}

/// What the samples around one of them say.
STRETCHCORE_API Instant look_around(const RecentSamples& recent, const RecentSample& moment);

/// Leaves them out: nothing is asked of what was before `now`.
STRETCHCORE_API void skip_instants(RecentSamples& recent, Time now);

inline void climb(Summit& summit, const Surroundings& side, Time at) {
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

STRETCHCORE_API std::optional<Angle> angle_of(const Summit& summit);

}  // namespace stretchcore
