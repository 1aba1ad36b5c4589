#include <algorithm>

#include <stretchcore/error.hpp>
#include <stretchcore/safety/health_conditions.hpp>
#include <stretchcore/safety/screening.hpp>

#include "detail/suggest.hpp"
#include "safety/bearing.hpp"

namespace stretchcore {
namespace {

const Text& questionnaire_words() {
  static const Text words{{"en", "A health questionnaire left something to clear up."},
                          {"de", "Ein Gesundheitsfragebogen hat etwas offen gelassen."},
                          {"es", "Un cuestionario de salud dejó algo por aclarar."}};
  return words;
}

const Text& not_considered_words() {
  static const Text words{{"en", "This exercise was written without this condition in mind."},
                          {"de", "Diese Übung berücksichtigt diesen Umstand nicht."},
                          {"es", "Este ejercicio se escribió sin pensar en esta situación."}};
  return words;
}

bool applies(const Clearance& clearance, const std::string& exercise) {
  return clearance.exercise.empty() || clearance.exercise == exercise;
}

class Screener {
 public:
  Screener(const Person& person, const Exercise& exercise) : person_(person), exercise_(exercise) {}

  Screening run() {
    for (const Contraindication& one : exercise_.contraindications) weigh(one);
    for (const auto& [code, fact] : person_.facts) {
      if (fact == Fact::yes && !considered(code)) {
        note({code, ScreeningVerdict::unknown, false, not_considered_words(), {}}, {ScreeningVerdict::unknown});
      }
    }
    for (const auto& [id, asked] : person_.questionnaires) {
      if (asked.clear == Fact::no) weigh({.code = id, .text = questionnaire_words()}, Fact::yes);
      if (asked.clear == Fact::unknown) miss(id);
    }
    for (const Clearance& clearance : person_.clearances) {
      if (!applies(clearance, exercise_.id) || !clearance.limit) continue;
      result_.limit = std::min(result_.limit.value_or(*clearance.limit), *clearance.limit);
      all_.add({ScreeningVerdict::modified});
    }
    std::stable_sort(result_.reasons.begin(), result_.reasons.end(), [](const auto& one, const auto& other) {
      return strictness(one.verdict) > strictness(other.verdict);
    });
    result_.verdict = all_.verdict;
    result_.most_of_easy = all_.most_of_easy;
    result_.goal = all_.move_easily ? Goal::move_easily : exercise_.dose.goal;
    return std::move(result_);
  }

 private:
  bool considered(const std::string& code) const {
    return std::any_of(exercise_.contraindications.begin(), exercise_.contraindications.end(),
                       [&](const Contraindication& one) { return one.code == code; });
  }

  void weigh(const Contraindication& one) {
    const auto found = person_.facts.find(one.code);
    weigh(one, found == person_.facts.end() ? Fact::unknown : found->second);
  }

  void weigh(const Contraindication& one, Fact fact) {
    if (one.caution == Caution::fine || fact == Fact::no) return;
    if (fact == Fact::unknown) return miss(one.code);
    const bool agreed_to = one.caution == Caution::avoid && agreed(person_, one.code, exercise_.id);
    const Bearing comes_to = bearing(one, agreed_to);
    note({one.code, comes_to.verdict, agreed_to, one.text, one.instead}, comes_to);
  }

  void miss(const std::string& code) {
    result_.unknown.push_back(code);
    all_.add({ScreeningVerdict::unknown});
  }

  void note(ScreeningReason reason, const Bearing& comes_to) {
    all_.add(comes_to);
    result_.reasons.push_back(std::move(reason));
  }

  const Person& person_;
  const Exercise& exercise_;
  Screening result_;
  Bearing all_;
};

using Exercises = std::span<const Exercise>;

/// A fact or a clearance under a misspelled code would be one that nothing reads.
void require_known(const Person& person, const Exercise& exercise, Exercises exercises) {
  std::vector<std::string_view> known(condition_codes().begin(), condition_codes().end());
  const auto add = [&](const Exercise& one) {
    for (const Contraindication& condition : one.contraindications) known.push_back(condition.code);
  };
  add(exercise);
  for (const Exercise& one : exercises) add(one);
  for (const auto& [code, fact] : person.facts) {
    if (std::find(known.begin(), known.end(), code) != known.end()) continue;
    throw InvalidModel("facts." + code, "no exercise knows this condition" + detail::suggestion(code, known));
  }
  for (const auto& [id, asked] : person.questionnaires) known.push_back(id);
  for (std::size_t i = 0; i < person.clearances.size(); ++i) {
    const std::string& code = person.clearances[i].code;
    if (std::find(known.begin(), known.end(), code) != known.end()) continue;
    throw InvalidModel("clearances[" + std::to_string(i) + "].code",
                       "\"" + code + "\" is no condition that an exercise knows, and no questionnaire of this person" +
                           detail::suggestion(code, known));
  }
}

/// Adds the easier exercises that the person may do; in place of one that they may not do, those easier than it.
void add_easier(const Person& person, const Exercise& from, Exercises exercises, std::vector<std::string>& seen,
                std::vector<std::string>& easier) {
  for (const std::string& id : from.easier) {
    if (std::find(seen.begin(), seen.end(), id) != seen.end()) continue;
    seen.push_back(id);
    const auto found =
        std::find_if(exercises.begin(), exercises.end(), [&](const Exercise& one) { return one.id == id; });
    if (found == exercises.end()) continue;
    if (may_do(screen_alone(person, *found).verdict)) {
      easier.push_back(id);
    } else {
      add_easier(person, *found, exercises, seen, easier);
    }
  }
}

}  // namespace

bool agreed(const Person& person, const std::string& code, const std::string& exercise) {
  return std::any_of(person.clearances.begin(), person.clearances.end(),
                     [&](const Clearance& each) { return each.code == code && applies(each, exercise); });
}

Screening screen_alone(const Person& person, const Exercise& exercise) { return Screener{person, exercise}.run(); }

Screening screen(const Person& person, const Exercise& exercise, std::span<const Exercise> exercises) {
  require_known(person, exercise, exercises);
  Screening screening = screen_alone(person, exercise);
  if (strictness(screening.verdict) < strictness(ScreeningVerdict::modified)) return screening;
  std::vector<std::string> seen{exercise.id};
  add_easier(person, exercise, exercises, seen, screening.easier);
  return screening;
}

Exercise adapted(Exercise exercise, const Person& person, const Screening& screening) {
  exercise.dose.goal = screening.goal;
  if (screening.goal == Goal::move_easily) {
    exercise.dose.per_block = std::min(exercise.dose.per_block, easy_repetitions);
  }
  Movement& movement = exercise.movement;
  if (person.immobile_side && movement.sides != Sides::midline) {
    movement.sides = Sides::one;
    if (movement.counted_by == CountedBy::sum) {  // the floors of one side are half of those of the sum
      movement.floor_amplitude = std::max(movement.floor_amplitude / 2.0, least_floor_amplitude);
      movement.floor_level = movement.floor_level / 2.0;
    }
    movement.counted_by = CountedBy::leading;
  }
  return exercise;
}

}  // namespace stretchcore
