#include <algorithm>

#include <stretchcore/safety/screening.hpp>

namespace stretchcore {
namespace {

constexpr int easy_repetitions = 10;  // for whoever moves easily: eight to ten

const Text& questionnaire_words() {
  static const Text words{{"en", "A health questionnaire left something to clear up."},
                          {"de", "Ein Gesundheitsfragebogen hat etwas offen gelassen."},
                          {"es", "Un cuestionario de salud dejó algo por aclarar."}};
  return words;
}

const Text& not_considered_words() {
  static const Text words{{"en", "This exercise was written without this condition in mind."},
                          {"de", "Diese Übung wurde ohne Gedanken an diesen Umstand geschrieben."},
                          {"es", "Este ejercicio se escribió sin pensar en esta situación."}};
  return words;
}

class Screener {
 public:
  Screener(const Person& person, const Exercise& exercise) : person_(person), exercise_(exercise) {
    result_.goal = exercise.dose.goal;
  }

  Screening run() {
    for (const Contraindication& one : exercise_.contraindications) weigh(one);
    for (const auto& [code, fact] : person_.facts) {
      if (fact == Fact::yes && !considered(code)) {
        note({code, ScreeningVerdict::unknown, false, not_considered_words(), {}});
      }
    }
    for (const auto& [id, asked] : person_.questionnaires) {
      if (asked.clear == Fact::no) forbid(id, questionnaire_words(), {}, 1.0);
      if (asked.clear == Fact::unknown) miss(id);
    }
    for (const Clearance& clearance : person_.clearances) {
      if (applies(clearance) && clearance.limit) {
        result_.limit = std::min(result_.limit.value_or(*clearance.limit), *clearance.limit);
        raise(ScreeningVerdict::modified);
      }
    }
    std::stable_sort(result_.reasons.begin(), result_.reasons.end(),
                     [](const auto& one, const auto& other) { return one.verdict > other.verdict; });
    if (result_.verdict >= ScreeningVerdict::modified) result_.easier = exercise_.easier;
    return std::move(result_);
  }

 private:
  bool applies(const Clearance& clearance) const {
    return clearance.exercise.empty() || clearance.exercise == exercise_.id;
  }

  bool considered(const std::string& code) const {
    return std::any_of(exercise_.contraindications.begin(), exercise_.contraindications.end(),
                       [&](const Contraindication& one) { return one.code == code; });
  }

  Fact fact(const std::string& code) const {
    const auto found = person_.facts.find(code);
    return found == person_.facts.end() ? Fact::unknown : found->second;
  }

  void weigh(const Contraindication& one) {
    if (one.caution == Caution::fine) return;
    switch (fact(one.code)) {
      case Fact::no:
        break;
      case Fact::unknown:
        miss(one.code);
        break;
      case Fact::yes:
        if (one.caution == Caution::avoid) {
          forbid(one.code, one.text, one.instead, one.most_of_easy);
        } else {
          modify(one.most_of_easy, one.goal);
          note({one.code, ScreeningVerdict::modified, false, one.text, one.instead});
        }
        break;
    }
  }

  /// Whoever has a professional's word goes on, carefully.
  void forbid(const std::string& code, const Text& text, const Text& instead, double share) {
    const bool agreed = std::any_of(person_.clearances.begin(), person_.clearances.end(),
                                    [&](const Clearance& each) { return each.code == code && applies(each); });
    if (agreed) modify(std::min(share, agreed_share), Goal::move_easily);
    note({code, agreed ? ScreeningVerdict::modified : ScreeningVerdict::needs_clearance, agreed, text, instead});
  }

  void modify(double share, std::optional<Goal> goal) {
    result_.most_of_easy = std::min(result_.most_of_easy, share);
    if (goal == Goal::move_easily) result_.goal = Goal::move_easily;
  }

  void miss(const std::string& code) {
    result_.unknown.push_back(code);
    raise(ScreeningVerdict::unknown);
  }

  void note(ScreeningReason reason) {
    raise(reason.verdict);
    result_.reasons.push_back(std::move(reason));
  }

  void raise(ScreeningVerdict verdict) { result_.verdict = std::max(result_.verdict, verdict); }

  const Person& person_;
  const Exercise& exercise_;
  Screening result_;
};

}  // namespace

Screening screen(const Person& person, const Exercise& exercise) { return Screener{person, exercise}.run(); }

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
