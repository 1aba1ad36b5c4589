#include "safety/rule_reference.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace stretchcore {
namespace {

constexpr std::array channels{Channel::pelvis_tilt, Channel::hip_abduction_left, Channel::hip_abduction_right};

bool unseen_between(const std::vector<Posture>& seen, std::size_t at) {
  return seen[at].time - seen[at - 1].time > std::chrono::milliseconds{500};
}

std::optional<bool> held(const RuleTree& rule, Time duration, const std::vector<Posture>& seen, std::size_t at) {
  const std::optional<bool> now = rule.truth(seen, at);
  if (now != true) return now;
  Time seen_since = seen[at].time;
  for (std::size_t k = at; k > 0 && !unseen_between(seen, k) && rule.truth(seen, k - 1) == true; --k) {
    seen_since = seen[k - 1].time;
  }
  if (seen[at].time - seen_since >= duration) return true;
  Time possible_since = seen[at].time;
  for (std::size_t k = at; k > 0; --k) {
    const bool was_false = rule.truth(seen, k - 1) == false;
    if (!was_false || unseen_between(seen, k)) possible_since = seen[k - 1].time;
    if (was_false) break;
  }
  if (seen[at].time - possible_since >= duration) return std::nullopt;
  return false;
}

RuleTree random_number(Random& random, int depth);

RuleTree random_angle(Random& random, int depth) {
  const auto angle = [&] { return random_angle(random, depth - 1); };
  switch (depth > 0 ? random_below(random, 11) : random_below(random, 4)) {
    case 0:
      return {.word = "deg", .value = random_below(random, 80) / 4.0};
    case 4:
      return {.word = "-", .parts = {angle()}};
    case 5:
      return {.word = "abs", .parts = {angle()}};
    case 6:
      return {.word = random_below(random, 2) ? "min" : "max", .parts = {angle(), angle()}};
    case 7:
      return {.word = random_below(random, 2) ? "+" : "-", .parts = {angle(), angle()}};
    case 8:
      return {.word = random_below(random, 2) ? "*" : "/", .parts = {angle(), random_number(random, depth - 1)}};
    case 9:
      return {.word = "*", .parts = {random_number(random, depth - 1), angle()}};
    default:
      return {.word = "channel", .channel = channels[static_cast<std::size_t>(random_below(random, 3))]};
  }
}

RuleTree random_number(Random& random, int depth) {
  if (depth > 0 && random_below(random, 4) == 0) {
    return {.word = "/", .parts = {random_angle(random, depth - 1), random_angle(random, depth - 1)}};
  }
  return {.word = "number", .value = random_below(random, 12) / 4.0};
}

RuleTree random_truth(Random& random, int depth) {
  const auto truth = [&] { return random_truth(random, depth - 1); };
  switch (depth > 0 ? random_below(random, 7) : 0) {
    case 1:
    case 2:
      return {.word = random_below(random, 2) ? "and" : "or", .parts = {truth(), truth()}};
    case 3:
      return {.word = "not", .parts = {truth()}};
    case 4:
    case 5:
      return {
          .word = "for", .duration = std::chrono::milliseconds{50 + random_below(random, 1500)}, .parts = {truth()}};
    default: {
      static constexpr std::array words{"<", "<=", ">", ">="};
      const char* word = words[static_cast<std::size_t>(random_below(random, 4))];
      if (random_below(random, 6) == 0)
        return {.word = word, .parts = {random_number(random, 2), random_number(random, 2)}};
      return {.word = word, .parts = {random_angle(random, 2), random_angle(random, 2)}};
    }
  }
}

}  // namespace

std::string RuleTree::text() const {
  if (word == "channel") return std::string{name(channel)};
  if (word == "number") return std::to_string(value);
  if (word == "deg") return std::to_string(value) + " deg";
  if (word == "abs") return "abs(" + parts[0].text() + ")";
  if (word == "min" || word == "max") return word + "(" + parts[0].text() + ", " + parts[1].text() + ")";
  if (word == "for") return "((" + parts[0].text() + ") for " + std::to_string(duration.count() / 1'000'000) + " ms)";
  if (parts.size() == 1) return "(" + word + " " + parts[0].text() + ")";
  return std::string{"("}.append(parts[0].text()).append(" " + word + " ").append(parts[1].text()).append(")");
}

std::optional<double> RuleTree::number(const std::vector<Posture>& seen, std::size_t at) const {
  if (word == "number" || word == "deg") return value;
  double result = 0.0;
  if (word == "channel") {
    if (!seen[at].has(channel)) return std::nullopt;
    result = seen[at].angle(channel).degrees();
  } else {
    const std::optional<double> a = parts[0].number(seen, at);
    const std::optional<double> b = parts.size() > 1 ? parts[1].number(seen, at) : 0.0;
    if (!a || !b) return std::nullopt;
    if (word == "abs") result = std::fabs(*a);
    if (word == "min") result = *a < *b ? *a : *b;
    if (word == "max") result = *a > *b ? *a : *b;
    if (word == "+") result = *a + *b;
    if (word == "-") result = parts.size() == 1 ? -*a : *a - *b;
    if (word == "*") result = *a * *b;
    if (word == "/") result = *a / *b;
  }
  return std::isfinite(result) ? std::optional{result} : std::nullopt;
}

std::optional<bool> RuleTree::truth(const std::vector<Posture>& seen, std::size_t at) const {
  if (word == "for") return held(parts[0], duration, seen, at);
  if (word == "not") {
    const std::optional<bool> a = parts[0].truth(seen, at);
    return a ? std::optional{!*a} : std::nullopt;
  }
  if (word == "and" || word == "or") {
    const bool deciding = word == "or";
    const std::optional<bool> a = parts[0].truth(seen, at);
    const std::optional<bool> b = parts[1].truth(seen, at);
    if (a == deciding || b == deciding) return deciding;
    return a && b ? std::optional{!deciding} : std::nullopt;
  }
  const std::optional<double> a = parts[0].number(seen, at);
  const std::optional<double> b = parts[1].number(seen, at);
  if (!a || !b) return std::nullopt;
  if (word == "<") return *a < *b;
  if (word == "<=") return *a <= *b;
  if (word == ">") return *a > *b;
  return *a >= *b;
}

RuleTree random_rule(Random& random) { return random_truth(random, 4); }

std::vector<Posture> random_trace(Random& random, std::size_t length) {
  std::vector<Posture> trace;
  std::array<double, channels.size()> angles{8, 8, 8};
  std::array<int, channels.size()> lost{};
  Time time{random_below(random, 1000)};
  for (std::size_t i = 0; i < length; ++i) {
    const int kind = random_below(random, 40);
    if (kind == 0) time += std::chrono::milliseconds{400 + random_below(random, 1600)};
    if (kind > 1) time += Time{5'000'000 + random_below(random, 95'000'000)};
    if (kind == 2) time -= Time{std::min<std::int64_t>(300'000'000, time.count())};
    Posture posture{time};
    for (std::size_t c = 0; c < channels.size(); ++c) {
      angles[c] = std::clamp(angles[c] + (random_below(random, 17) - 8) / 2.0, -20.0, 30.0);
      if (lost[c] > 0) --lost[c];
      if (random_below(random, 50) == 0) lost[c] = random_below(random, 12);
      if (lost[c] > 0 && lost[c] % 2 == 0) posture.set(channels[c], degrees(std::nan("")));
      if (lost[c] == 0) posture.set(channels[c], degrees(angles[c]));
    }
    trace.push_back(posture);
  }
  return trace;
}

}  // namespace stretchcore
