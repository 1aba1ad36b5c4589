#include <algorithm>

#include <stretchcore/error.hpp>
#include <stretchcore/safety/health_conditions.hpp>
#include <stretchcore/safety/screening.hpp>

#include "detail/suggest.hpp"
#include "model/figure_for.hpp"
#include "safety/bearing.hpp"
#include "safety/weighing.hpp"

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

const Text& held_limit_words() {
  static const Text words{{"en", "A professional set a limit for this joint. The target stays within it."},
                          {"de", "Für dieses Gelenk gibt es eine ärztliche Grenze. Das Ziel bleibt darunter."},
                          {"es", "Un profesional fijó un límite para esta articulación. La meta no lo supera."}};
  return words;
}

const Text& limit_words() {
  static const Text words{{"en", "It goes further than the limit that a professional set for a joint."},
                          {"de", "Hier geht es über eine ärztliche Grenze für ein Gelenk hinaus."},
                          {"es", "Va más allá del límite que un profesional fijó para una articulación."}};
  return words;
}

using Exercises = std::span<const Exercise>;

/// Adds the exercises for the same in another position, and the easier ones, that the person may do; in place of one
/// that they may not do, those instead of it.
void add_easier(const Person& person, const Exercise& from, Exercises exercises, const SessionOptions& options,
                std::vector<std::string>& seen, std::vector<std::string>& easier) {
  std::vector<std::string> instead = from.alternatives;
  instead.insert(instead.end(), from.easier.begin(), from.easier.end());
  for (const std::string& id : instead) {
    if (std::find(seen.begin(), seen.end(), id) != seen.end()) continue;
    seen.push_back(id);
    const auto found =
        std::find_if(exercises.begin(), exercises.end(), [&](const Exercise& one) { return one.id == id; });
    if (found == exercises.end()) continue;
    Exercise light = weighed_part(*found);
    light.contraindications = conditions_without_words(light);
    if (may_do(screen_alone(person, light, can_measure(*found, options)).verdict)) {
      easier.push_back(id);
    } else {
      add_easier(person, *found, exercises, options, seen, easier);
    }
  }
}

/// Conditions that the library knows, and no other.
bool has_only_ours(const Person& person) {
  return std::all_of(person.facts.begin(), person.facts.end(),
                     [](const auto& fact) { return is_condition(fact.first); }) &&
         std::all_of(person.clearances.begin(), person.clearances.end(),
                     [](const Clearance& one) { return is_condition(one.code); });
}

}  // namespace

Exercise weighed_part(const Exercise& exercise) {
  Exercise part;
  part.id = exercise.id;
  part.region = exercise.region;
  part.position = exercise.position;
  part.dose.goal = exercise.dose.goal;
  part.movement = exercise.movement;
  part.figure = exercise.figure;
  part.demands = exercise.demands;
  part.contraindications = exercise.contraindications;
  return part;
}

bool agreed(const Person& person, const std::string& code, const std::string& exercise) {
  return std::any_of(person.clearances.begin(), person.clearances.end(),
                     [&](const Clearance& each) { return each.code == code && applies(each, exercise); });
}

Screening screen_alone(const Person& person, const Exercise& exercise, bool measured) {
  Screening result;
  Bearing all;
  const auto note = [&](ScreeningReason reason, const Bearing& comes_to) {
    all.add(comes_to);
    result.reasons.push_back(std::move(reason));
  };
  const auto known = [&](const Contraindication& one, bool agreed_to) {
    const Bearing comes_to = bearing(one, agreed_to);
    note({one.code, comes_to.verdict, agreed_to, one.text, one.instead}, comes_to);
  };
  const auto missed = [&](const Contraindication& one) {
    result.unknown.push_back(one.code);
    all.add(bearing_of_unknown(one));
  };
  const auto strange = [&](const std::string& code) {
    note({code, ScreeningVerdict::unknown, false, not_considered_words(), {}}, {ScreeningVerdict::unknown});
  };
  const auto questionnaire = [&](const std::string& id, Fact clear, bool agreed_to) {
    if (clear == Fact::unknown) return missed(Contraindication{.code = id});
    known(Contraindication{.code = id, .text = questionnaire_words()}, agreed_to);
  };
  const auto limited = [&](const MotionLimit& limit, Keeping kept) {
    const bool held = kept == Keeping::held;
    const Bearing comes_to = bearing_of(kept);
    note({"limit_" + std::string{name(limit.motion)},
          comes_to.verdict,
          false,
          held ? held_limit_words() : limit_words(),
          {}},
         comes_to);
    if (held) result.limit = std::min(result.limit.value_or(limit.at_most), limit.at_most);
  };
  weigh_all(
      person, exercise, [&](const std::string& code) { return known_fact(person, code); }, known, missed, strange,
      questionnaire, measured, limited);
  std::stable_sort(result.reasons.begin(), result.reasons.end(), [](const auto& one, const auto& other) {
    return strictness(one.verdict) > strictness(other.verdict);
  });
  result.verdict = all.verdict;
  result.most_of_easy = all.most_of_easy;
  result.goal = all.move_easily ? Goal::move_easily : exercise.dose.goal;
  return result;
}

std::vector<std::string> known_codes(const Exercise& exercise, Exercises exercises) {
  std::vector<std::string> known(condition_codes().begin(), condition_codes().end());
  const auto add = [&](const Exercise& one) {
    for (const Contraindication& condition : one.contraindications) known.push_back(condition.code);
  };
  add(exercise);
  for (const Exercise& one : exercises) add(one);
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  return known;
}

/// A fact or a clearance under a misspelled code would be one that nothing reads.
void require_known(const Person& person, const std::vector<std::string>& codes) {
  const auto known = [&](const std::string& code) { return std::binary_search(codes.begin(), codes.end(), code); };
  std::vector<std::string_view> meant;
  for (const auto& [code, fact] : person.facts) {
    if (known(code)) continue;
    meant.assign(codes.begin(), codes.end());
    throw InvalidModel("facts." + code, "no exercise knows this condition" + detail::suggestion(code, meant));
  }
  for (std::size_t i = 0; i < person.clearances.size(); ++i) {
    const std::string& code = person.clearances[i].code;
    if (known(code) || person.questionnaires.contains(code)) continue;
    meant.assign(codes.begin(), codes.end());
    for (const auto& [id, asked] : person.questionnaires) meant.push_back(id);
    throw InvalidModel("clearances[" + std::to_string(i) + "].code",
                       "\"" + code + "\" is no condition that an exercise knows, and no questionnaire of this person" +
                           detail::suggestion(code, meant));
  }
}

Screening screen(const Person& person, const Exercise& exercise, std::span<const Exercise> exercises,
                 const SessionOptions& options) {
  // Most people have only conditions that the library knows; the lists of all exercises are gathered for the others.
  if (!has_only_ours(person)) require_known(person, known_codes(exercise, exercises));
  Screening screening = screen_alone(person, with_conditions(weighed_part(exercise)), can_measure(exercise, options));
  if (strictness(screening.verdict) < strictness(ScreeningVerdict::modified)) return screening;
  std::vector<std::string> seen{exercise.id};
  add_easier(person, exercise, exercises, options, seen, screening.easier);
  return screening;
}

Exercise adapted(Exercise exercise, const Person& person, const Screening& screening) {
  exercise.dose.goal = screening.goal;
  if (screening.goal == Goal::move_easily) {
    exercise.dose.per_block = std::min(exercise.dose.per_block, easy_repetitions);
  }
  return person.immobile_side ? with_one_side(std::move(exercise)) : exercise;
}

Exercise with_one_side(Exercise exercise) {
  Movement& movement = exercise.movement;
  if (!has_one_sided_form(movement)) return exercise;
  movement.sides = Sides::one;
  if (movement.counted_by == CountedBy::sum) {  // the floors of one side are half of those of the sum
    movement.floor_amplitude = std::max(movement.floor_amplitude / 2.0, least_floor_amplitude);
    movement.floor_level = movement.floor_level / 2.0;
  }
  movement.counted_by = CountedBy::leading;
  return exercise;
}

}  // namespace stretchcore
