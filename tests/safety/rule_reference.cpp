#include "safety/rule_reference.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace stretchcore {
namespace {

constexpr std::array channels{Channel::pelvis_tilt, Channel::hip_abduction_left, Channel::hip_abduction_right};

bool unseen_between(const Trace& seen, std::size_t at) {
  return seen[at].time - seen[at - 1].time > std::chrono::milliseconds{500};
}

std::optional<bool> both(std::optional<bool> a, std::optional<bool> b) {
  if (a == false || b == false) return false;
  return a && b ? std::optional{true} : std::nullopt;
}

std::optional<bool> opposite(std::optional<bool> a) { return a ? std::optional{!*a} : std::nullopt; }

std::optional<bool> either(std::optional<bool> a, std::optional<bool> b) {
  return opposite(both(opposite(a), opposite(b)));
}

// What looks back, at one moment, from what is true at all moments until then.

std::optional<bool> held(const Truths& x, Time duration, const Trace& seen, std::size_t at) {
  if (x[at] != true) return x[at];
  Time seen_since = seen[at].time;
  for (std::size_t k = at; k > 0 && !unseen_between(seen, k) && x[k - 1] == true; --k) seen_since = seen[k - 1].time;
  if (seen[at].time - seen_since >= duration) return true;
  Time possible_since = seen[at].time;
  for (std::size_t k = at; k > 0; --k) {
    const bool was_false = x[k - 1] == false;
    if (!was_false || unseen_between(seen, k)) possible_since = seen[k - 1].time;
    if (was_false) break;
  }
  if (seen[at].time - possible_since >= duration) return std::nullopt;
  return false;
}

std::optional<bool> within(const Truths& x, Time duration, const Trace& seen, std::size_t at) {
  std::optional<bool> answer = false;
  for (std::size_t k = at + 1; k-- > 0 && seen[at].time - seen[k].time <= duration;) {
    answer = either(answer, x[k]);
    if (k > 0 && unseen_between(seen, k)) answer = either(answer, std::nullopt);
  }
  return answer;
}

std::optional<bool> since(const Truths& lasting, const Truths& beginning, Time duration, const Trace& seen,
                          std::size_t at) {
  std::optional<bool> answer = false;
  std::optional<bool> lasted = true;  // from behind moment k until now
  for (std::size_t k = at + 1; k-- > 0 && seen[at].time - seen[k].time <= duration;) {
    answer = either(answer, both(beginning[k], lasted));
    lasted = both(lasted, lasting[k]);
    if (k == 0 || !unseen_between(seen, k)) continue;
    lasted = both(lasted, std::nullopt);
    answer = either(answer, lasted);
  }
  return answer;
}

std::optional<bool> cleared(const Truths& violated, const Truths& clear, std::size_t at) {
  bool latched = false;
  std::optional<bool> now;
  for (std::size_t k = 0; k <= at; ++k) {
    now = latched ? either(violated[k], opposite(clear[k])) : violated[k];
    if (now) latched = *now;
  }
  return now;
}

std::optional<double> rate(const Numbers& angle, const Trace& seen, std::size_t at) {
  if (at == 0 || unseen_between(seen, at) || !angle[at] || !angle[at - 1]) return std::nullopt;
  return (*angle[at] - *angle[at - 1]) / (static_cast<double>((seen[at].time - seen[at - 1].time).count()) / 1e9);
}

std::optional<double> change(const Numbers& angle, std::size_t at) {
  const auto first = std::find_if(angle.begin(), angle.end(), [](const auto& each) { return each.has_value(); });
  return angle[at] ? std::optional{*angle[at] - **first} : std::nullopt;
}

RuleTree random_number(Random& random, int depth);

RuleTree random_angle(Random& random, int depth) {
  const auto angle = [&] { return random_angle(random, depth - 1); };
  switch (depth > 0 ? random_below(random, 12) : random_below(random, 4)) {
    case 10:
      return {.word = "change", .parts = {angle()}};
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

RuleTree random_speed(Random& random, int depth) {
  const auto speed = [&] { return random_speed(random, depth - 1); };
  switch (depth > 0 ? random_below(random, 7) : random_below(random, 2)) {
    case 0:
      return {.word = "deg/s", .value = random_below(random, 120) / 2.0};
    case 3:
      return {.word = "abs", .parts = {speed()}};
    case 4:
      return {.word = random_below(random, 2) ? "+" : "max", .parts = {speed(), speed()}};
    case 5:
      return {.word = random_below(random, 2) ? "*" : "/", .parts = {speed(), random_number(random, depth - 1)}};
    default:
      return {.word = "rate", .parts = {random_angle(random, depth - 1)}};
  }
}

RuleTree random_truth(Random& random, int depth) {
  const auto truth = [&] { return random_truth(random, depth - 1); };
  const auto time = [&]() -> Time { return std::chrono::milliseconds{50 + random_below(random, 1500)}; };
  switch (depth > 0 ? random_below(random, 9) : 0) {
    case 1:
    case 2:
      return {.word = random_below(random, 2) ? "and" : "or", .parts = {truth(), truth()}};
    case 3:
      return {.word = "not", .parts = {truth()}};
    case 4:
    case 5:
      return {.word = "for", .duration = time(), .parts = {truth()}};
    case 6:
      return {.word = "within", .duration = time(), .parts = {truth()}};
    case 7:
      return {.word = "since", .duration = time(), .parts = {truth(), truth()}};
    default: {
      static constexpr std::array words{"<", "<=", ">", ">="};
      const char* word = words[static_cast<std::size_t>(random_below(random, 4))];
      if (random_below(random, 6) == 0)
        return {.word = word, .parts = {random_number(random, 2), random_number(random, 2)}};
      if (random_below(random, 5) == 0)
        return {.word = word, .parts = {random_speed(random, 2), random_speed(random, 2)}};
      return {.word = word, .parts = {random_angle(random, 2), random_angle(random, 2)}};
    }
  }
}

}  // namespace

std::string RuleTree::text() const {
  if (word == "channel") return std::string{name(channel)};
  if (word == "number") return std::to_string(value);
  if (word == "deg" || word == "deg/s") return std::to_string(value) + " " + word;
  if (word == "abs" || word == "rate" || word == "change") return word + "(" + parts[0].text() + ")";
  if (word == "min" || word == "max") return word + "(" + parts[0].text() + ", " + parts[1].text() + ")";
  const std::string time = std::to_string(duration.count() / 1'000'000) + " ms";
  if (word == "for" || word == "within") return "((" + parts[0].text() + ") " + word + " " + time + ")";
  if (word == "since") return "((" + parts[0].text() + ") since (" + parts[1].text() + ") within " + time + ")";
  if (word == "clears") return parts[0].text() + " clears when " + parts[1].text();
  if (parts.size() == 1) return "(" + word + " " + parts[0].text() + ")";
  return std::string{"("}.append(parts[0].text()).append(" " + word + " ").append(parts[1].text()).append(")");
}

Numbers RuleTree::numbers(const Trace& seen) const {
  std::vector<Numbers> of;
  for (const RuleTree& part : parts) of.push_back(part.numbers(seen));
  const auto at = [&](std::size_t k) -> std::optional<double> {
    if (word == "number" || word == "deg" || word == "deg/s") return value;
    if (word == "channel") return seen[k].has(channel) ? std::optional{seen[k].angle(channel).degrees()} : std::nullopt;
    if (word == "rate") return rate(of[0], seen, k);
    if (word == "change") return change(of[0], k);
    const std::optional<double> a = of[0][k];
    const std::optional<double> b = of.size() > 1 ? of[1][k] : 0.0;
    if (!a || !b) return std::nullopt;
    if (word == "abs") return std::fabs(*a);
    if (word == "min") return *a < *b ? *a : *b;
    if (word == "max") return *a > *b ? *a : *b;
    if (word == "+") return *a + *b;
    if (word == "-") return of.size() == 1 ? -*a : *a - *b;
    if (word == "*") return *a * *b;
    return *a / *b;
  };
  Numbers all;
  for (std::size_t k = 0; k < seen.size(); ++k) {
    const std::optional<double> one = at(k);
    all.push_back(one && std::isfinite(*one) ? one : std::nullopt);
  }
  return all;
}

Truths RuleTree::truths(const Trace& seen) const {
  static const std::set<std::string> comparisons{"<", "<=", ">", ">="};
  const bool compares = comparisons.contains(word);
  std::vector<Numbers> numbers;
  std::vector<Truths> of;
  for (const RuleTree& part : parts) {
    compares ? numbers.push_back(part.numbers(seen)) : of.push_back(part.truths(seen));
  }
  const auto at = [&](std::size_t k) -> std::optional<bool> {
    if (word == "for") return held(of[0], duration, seen, k);
    if (word == "within") return within(of[0], duration, seen, k);
    if (word == "since") return since(of[0], of[1], duration, seen, k);
    if (word == "clears") return cleared(of[0], of[1], k);
    if (word == "not") return opposite(of[0][k]);
    if (word == "and") return both(of[0][k], of[1][k]);
    if (word == "or") return either(of[0][k], of[1][k]);
    const std::optional<double> a = numbers[0][k];
    const std::optional<double> b = numbers[1][k];
    if (!a || !b) return std::nullopt;
    if (word == "<") return *a < *b;
    if (word == "<=") return *a <= *b;
    if (word == ">") return *a > *b;
    return *a >= *b;
  };
  Truths all;
  for (std::size_t k = 0; k < seen.size(); ++k) all.push_back(at(k));
  return all;
}

RuleTree random_rule(Random& random) {
  RuleTree rule = random_truth(random, 4);
  if (random_below(random, 4) != 0) return rule;
  return {.word = "clears", .parts = {std::move(rule), random_truth(random, 2)}};
}

Trace random_trace(Random& random, std::size_t length) {
  Trace trace;
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
