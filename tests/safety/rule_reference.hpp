#pragma once

#include <optional>
#include <random>
#include <string>
#include <vector>

#include <stretchcore/stream/posture.hpp>

namespace stretchcore {

using Trace = std::vector<Posture>;
using Numbers = std::vector<std::optional<double>>;  ///< one a posture
using Truths = std::vector<std::optional<bool>>;

/// A rule as a tree, with its meaning written from the definitions of docs/rules.md: it looks at the whole history
/// again for every sample and shares nothing with the library but the words.
struct RuleTree {
  /// channel, number, deg, deg/s, -, abs, +, …, rate, change, <, …, and, or, not, for, within, since, clears
  std::string word;
  Channel channel = Channel::pelvis_tilt;
  double value = 0.0;
  Time duration{0};
  std::vector<RuleTree> parts{};

  std::string text() const;
  Numbers numbers(const Trace& seen) const;
  Truths truths(const Trace& seen) const;
};

using Random = std::mt19937_64;

inline int random_below(Random& random, int limit) {
  return static_cast<int>(random() % static_cast<unsigned long long>(limit));
}

/// A random rule; not every one has a meaning the library accepts.
RuleTree random_rule(Random& random);

/// A random walk of a few channels with lost values, NaN, irregular time, gaps, and times that do not increase.
Trace random_trace(Random& random, std::size_t length);

}  // namespace stretchcore
