#pragma once

#include <optional>
#include <random>
#include <string>
#include <vector>

#include <stretchcore/stream/posture.hpp>

namespace stretchcore {

/// A rule as a tree, with its meaning written from the definitions of docs/rules.md: it looks at the whole history
/// again for every sample and shares nothing with the library but the words.
struct RuleTree {
  std::string word;  ///< channel, number, deg, -, abs, +, …, <, …, and, or, not, for
  Channel channel = Channel::pelvis_tilt;
  double value = 0.0;
  Time duration{0};
  std::vector<RuleTree> parts{};

  std::string text() const;
  std::optional<double> number(const std::vector<Posture>& seen, std::size_t at) const;
  std::optional<bool> truth(const std::vector<Posture>& seen, std::size_t at) const;
};

using Random = std::mt19937_64;

inline int random_below(Random& random, int limit) {
  return static_cast<int>(random() % static_cast<unsigned long long>(limit));
}

/// A random rule; not every one has a meaning the library accepts.
RuleTree random_rule(Random& random);

/// A random walk of a few channels with lost values, NaN, irregular time, gaps, and times that do not increase.
std::vector<Posture> random_trace(Random& random, std::size_t length);

}  // namespace stretchcore
