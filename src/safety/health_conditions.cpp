#include <algorithm>
#include <array>
#include <iterator>

#include <stretchcore/safety/health_conditions.hpp>

#include "safety/bearing.hpp"

namespace stretchcore {
namespace {

/// English, German, Spanish.
using Words = std::array<std::string_view, 3>;

struct EmbeddedCondition {
  std::string_view code;
  Words text;
  AskedIn asked_in;
  UnknownMeans unknown_means;
  std::string_view part_of;
};

/// What a condition comes to for an exercise that asks something of the body; without a demand, for every exercise of
/// its regions.
struct Cell {
  std::optional<Demand> demand;
  std::string_view condition;
  Caution caution;
  double most_of_easy;
  std::optional<Goal> goal;
  unsigned regions;  ///< none: all
  Words instead;
};

constexpr unsigned bit(Region region) { return 1U << static_cast<unsigned>(region); }

#include "embedded_conditions.inc"

Text text_of(const Words& words) {
  Text text;
  constexpr std::array<std::string_view, 3> languages{"en", "de", "es"};
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (!words[i].empty()) text.emplace(languages[i], words[i]);
  }
  return text;
}

const EmbeddedCondition* find(std::string_view code) {
  const auto found =
      std::lower_bound(std::begin(embedded_conditions), std::end(embedded_conditions), code,
                       [](const EmbeddedCondition& one, std::string_view wanted) { return one.code < wanted; });
  return found == std::end(embedded_conditions) || found->code != code ? nullptr : &*found;
}

/// What an exercise asks of the body, its position included.
std::vector<Demand> all_demands(const Exercise& exercise) {
  std::vector<Demand> all = *exercise.demands;
  if (!exercise.position) return all;
  const std::vector<Demand> implied = implied_demands(*exercise.position);
  all.insert(all.end(), implied.begin(), implied.end());
  return all;
}

bool holds(const Cell& cell, const Exercise& exercise, const std::vector<Demand>& demands) {
  if (cell.demand) return std::find(demands.begin(), demands.end(), *cell.demand) != demands.end();
  return cell.regions == 0 || (exercise.region && (cell.regions & bit(*exercise.region)) != 0);
}

/// What to change, after what was to be changed already.
void add_words(Text& said, const Text& more) {
  for (const auto& [language, words] : more) {
    std::string& all = said[language];
    if (all.find(words) != std::string::npos) continue;
    all += (all.empty() ? "" : " ") + words;
  }
}

/// Where two rows are equally strict, the words of the first count: a demand's come before those for all exercises.
/// What is to be changed, though, is all of it.
void add(std::vector<Contraindication>& all, const Cell& cell, bool in_words) {
  auto known =
      std::find_if(all.begin(), all.end(), [&](const Contraindication& one) { return one.code == cell.condition; });
  const bool first = known == all.end();
  if (first) {
    const EmbeddedCondition& condition = *find(cell.condition);
    all.push_back({.code = std::string{cell.condition},
                   .caution = cell.caution,
                   .text = in_words ? text_of(condition.text) : Text{},
                   .instead = in_words ? text_of(cell.instead) : Text{},
                   .unknown_means = condition.unknown_means});
    known = std::prev(all.end());
  } else if (strictness(cell.caution) > strictness(known->caution)) {
    known->caution = cell.caution;
    if (in_words) known->instead = text_of(cell.instead);
  } else if (in_words && cell.caution == known->caution && cell.caution == Caution::modify) {
    add_words(known->instead, text_of(cell.instead));
  }
  known->most_of_easy = std::min(known->most_of_easy, cell.most_of_easy);
  if (cell.goal) known->goal = cell.goal;
}

std::vector<Contraindication> derived(const Exercise& exercise, bool in_words) {
  std::vector<Contraindication> all;
  if (!exercise.demands) return all;
  const std::vector<Demand> demands = all_demands(exercise);
  all.reserve(std::size(embedded_conditions));
  for (const bool of_demands : {true, false}) {
    for (const Cell& cell : embedded_matrix) {
      if (cell.demand.has_value() == of_demands && holds(cell, exercise, demands)) add(all, cell, in_words);
    }
  }
  for (Contraindication& one : all) {  // what changes nothing has no share
    if (one.caution != Caution::postpone) continue;
    one.most_of_easy = 1.0;
    one.goal.reset();
  }
  return all;
}

/// What an unknown condition means is said once, in the registry.
void adopt_meaning(const Exercise& exercise, std::vector<Contraindication>& own) {
  if (!exercise.demands) return;
  for (Contraindication& one : own) {
    if (const EmbeddedCondition* const known = find(one.code)) one.unknown_means = known->unknown_means;
  }
}

/// What follows besides what the exercise says itself.
void complete(std::vector<Contraindication>& own, std::vector<Contraindication> follows) {
  const auto said = own.size();
  for (Contraindication& one : follows) {
    const auto end = own.begin() + static_cast<std::ptrdiff_t>(said);
    const bool there =
        std::any_of(own.begin(), end, [&](const Contraindication& each) { return each.code == one.code; });
    if (!there) own.push_back(std::move(one));
  }
}

}  // namespace

std::span<const std::string_view> condition_codes() {
  static const auto codes = [] {
    std::array<std::string_view, std::size(embedded_conditions)> all;
    std::transform(std::begin(embedded_conditions), std::end(embedded_conditions), all.begin(),
                   [](const EmbeddedCondition& one) { return one.code; });
    return all;
  }();
  return codes;
}

std::span<const ConditionPart> condition_parts() {
  static const auto parts = [] {
    std::vector<ConditionPart> all;
    for (const EmbeddedCondition& one : embedded_conditions) {
      if (!one.part_of.empty()) all.push_back({std::string{one.code}, one.part_of});
    }
    return all;
  }();
  return parts;
}

bool is_condition(std::string_view code) { return find(code) != nullptr; }

std::vector<HealthCondition> health_conditions() {
  std::vector<HealthCondition> all;
  for (const EmbeddedCondition& one : embedded_conditions) {
    all.push_back({std::string{one.code}, text_of(one.text), one.asked_in, one.unknown_means,
                   std::string{one.part_of}});
  }
  return all;
}

std::vector<Contraindication> derived_conditions(const Exercise& exercise) { return derived(exercise, true); }

std::vector<Contraindication> conditions_without_words(const Exercise& exercise) {
  std::vector<Contraindication> all;
  for (const Contraindication& one : exercise.contraindications) {
    all.push_back({.code = one.code,
                   .caution = one.caution,
                   .most_of_easy = one.most_of_easy,
                   .goal = one.goal,
                   .unknown_means = one.unknown_means});
  }
  adopt_meaning(exercise, all);
  complete(all, derived(exercise, false));
  return all;
}

Exercise with_conditions(Exercise exercise) {
  adopt_meaning(exercise, exercise.contraindications);
  complete(exercise.contraindications, derived(exercise, true));
  return exercise;
}

}  // namespace stretchcore
