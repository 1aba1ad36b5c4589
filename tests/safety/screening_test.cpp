#include <algorithm>
#include <array>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/safety/screening.hpp>

#include "catch.hpp"

using namespace stretchcore;

namespace {

constexpr std::array facts{Fact::no, Fact::unknown, Fact::yes};  // less is known to be well from each to the next

Person all_no(const Exercise& exercise) {
  Person person;
  for (const Contraindication& one : exercise.contraindications) person.facts[one.code] = Fact::no;
  return person;
}

Person with(Person person, const std::string& code, Fact fact) {
  person.facts[code] = fact;
  return person;
}

/// The second is no milder than the first in anything.
void no_milder(const Screening& one, const Screening& other) {
  REQUIRE(other.verdict >= one.verdict);
  REQUIRE(other.most_of_easy <= one.most_of_easy);
  REQUIRE((one.goal != Goal::move_easily || other.goal == Goal::move_easily));
}

}  // namespace

TEST_CASE("each condition, known or not, gives each exercise one verdict, and it follows from its caution", "[SR-9]") {
  int pairs = 0;
  for (const auto& [id, exercise] : catalog()) {
    for (const Contraindication& one : exercise.contraindications) {
      CAPTURE(id, one.code);
      ++pairs;
      const Person healthy = all_no(exercise);
      CHECK(screen(healthy, exercise).verdict == ScreeningVerdict::cleared);
      const Screening yes = screen(with(healthy, one.code, Fact::yes), exercise);
      const Screening unknown = screen(with(healthy, one.code, Fact::unknown), exercise);
      Person unasked = healthy;
      unasked.facts.erase(one.code);
      CHECK(screen(unasked, exercise) == unknown);
      switch (one.caution) {
        case Caution::fine:
          CHECK(yes.verdict == ScreeningVerdict::cleared);
          CHECK(unknown.verdict == ScreeningVerdict::cleared);
          break;
        case Caution::modify:
          CHECK(yes.verdict == ScreeningVerdict::modified);
          CHECK(yes.most_of_easy == one.most_of_easy);
          break;
        case Caution::avoid:
          CHECK(yes.verdict == ScreeningVerdict::needs_clearance);
          break;
      }
      if (one.caution == Caution::fine) continue;
      CHECK(unknown.verdict == ScreeningVerdict::unknown);  // not a no
      CHECK(unknown.unknown == std::vector{one.code});
      REQUIRE(yes.reasons.size() == 1);
      CHECK(yes.reasons[0].code == one.code);
      CHECK(yes.reasons[0].verdict == yes.verdict);
      CHECK(yes.reasons[0].text == one.text);
      CHECK(yes.easier == exercise.easier);
    }
  }
  CHECK(pairs == 5 * 23);
}

TEST_CASE("more that is known to speak against it, or less that is known to be well, is never milder", "[SR-9]") {
  std::uint64_t dice = 7;
  const auto next = [&](std::uint64_t below) {
    dice = dice * 6364136223846793005U + 1442695040888963407U;
    return (dice >> 33) % below;
  };
  for (const auto& [id, exercise] : catalog()) {
    const auto& all = exercise.contraindications;
    for (int round = 0; round < 400; ++round) {
      Person person;
      for (const Contraindication& one : all) person.facts[one.code] = facts[next(3)];
      if (next(4) == 0) person.facts["something_else"] = facts[next(3)];
      if (next(4) == 0) person.questionnaires["some-questionnaire"].clear = facts[next(3)];
      if (next(3) == 0) person.clearances = {{all[next(all.size())].code, "", {}}};
      const std::string& code = all[next(all.size())].code;
      const std::size_t known = next(2);
      no_milder(screen(with(person, code, facts[known]), exercise),
                screen(with(person, code, facts[known + 1]), exercise));
      person.clearances.clear();
      const Screening alone = screen(person, exercise);
      no_milder(screen(all_no(exercise), exercise), alone);
      CHECK((alone.unknown.empty() || alone.verdict >= ScreeningVerdict::unknown));
      CHECK(std::is_sorted(alone.reasons.begin(), alone.reasons.end(),
                           [](const auto& one, const auto& other) { return one.verdict > other.verdict; }));
    }
  }
}

TEST_CASE("of a person of whom nothing is known everything is unknown, and nothing is cleared") {
  for (const auto& [id, exercise] : catalog()) {
    const Screening screening = screen({}, exercise);
    CHECK(screening.verdict == ScreeningVerdict::unknown);
    CHECK(screening.reasons.empty());
    CHECK(screening.most_of_easy == 1.0);
    CHECK(screening.goal == exercise.dose.goal);
    const auto matters = [](const Contraindication& one) { return one.caution != Caution::fine; };
    const auto& all = exercise.contraindications;
    CHECK(screening.unknown.size() == static_cast<std::size_t>(std::count_if(all.begin(), all.end(), matters)));
  }
}

TEST_CASE("a condition the exercise was not written for is said, and is not cleared") {
  const Exercise& exercise = catalog().at("pelvic-tilts");
  const Screening screening = screen(with(all_no(exercise), "frozen_shoulder", Fact::yes), exercise);
  CHECK(screening.verdict == ScreeningVerdict::unknown);
  REQUIRE(screening.reasons.size() == 1);
  CHECK(screening.reasons[0].code == "frozen_shoulder");
  CHECK(screening.reasons[0].text.size() == 3);
  CHECK(screen(with(all_no(exercise), "frozen_shoulder", Fact::no), exercise).verdict == ScreeningVerdict::cleared);
}

TEST_CASE("a professional's word lets a person go on carefully, for that condition and that exercise only") {
  const Exercise& exercise = catalog().at("dynamic-inner-thigh-stretch");
  Person person = with(all_no(exercise), "hip_replacement", Fact::yes);
  CHECK(screen(person, exercise).verdict == ScreeningVerdict::needs_clearance);
  person.clearances = {{"hip_replacement", "bent-knee-fallout", {}}, {"pregnancy", "", {}}};
  CHECK(screen(person, exercise).verdict == ScreeningVerdict::needs_clearance);
  person.clearances.push_back({"hip_replacement", exercise.id, degrees(25)});
  const Screening agreed = screen(person, exercise);
  CHECK(agreed.verdict == ScreeningVerdict::modified);
  CHECK(agreed.reasons.at(0).agreed);
  CHECK(agreed.goal == Goal::move_easily);
  CHECK(agreed.most_of_easy == agreed_share);
  CHECK(agreed.limit == degrees(25));
  person.facts["groin_hernia"] = Fact::yes;  // nobody agreed to this one
  CHECK(screen(person, exercise).verdict == ScreeningVerdict::needs_clearance);
}

TEST_CASE("a questionnaire counts by its own result, and its answers are nobody's business here") {
  const Exercise& exercise = catalog().at("pelvic-tilts");
  Person person = all_no(exercise);
  for (const auto& [clear, verdict] :
       {std::pair{Fact::yes, ScreeningVerdict::cleared}, std::pair{Fact::unknown, ScreeningVerdict::unknown},
        std::pair{Fact::no, ScreeningVerdict::needs_clearance}}) {
    person.questionnaires["some-questionnaire"] = {{"yes", "no"}, clear};
    CHECK(screen(person, exercise).verdict == verdict);
  }
  CHECK(screen(person, exercise).reasons.at(0).code == "some-questionnaire");
  person.clearances = {{"some-questionnaire", "", {}}};
  CHECK(screen(person, exercise).verdict == ScreeningVerdict::modified);
}

TEST_CASE("adapting an exercise changes what screening found, once") {
  const Exercise& exercise = catalog().at("dynamic-inner-thigh-stretch");
  const Person healthy = all_no(exercise);
  CHECK(adapted(exercise, healthy, screen(healthy, exercise)) == exercise);

  Person person = with(healthy, "hypermobility", Fact::yes);
  person.immobile_side = Side::right;
  Exercise generous = exercise;
  generous.dose.per_block = 30;
  const Exercise gentle = adapted(generous, person, screen(person, generous));
  CHECK(gentle.dose.goal == Goal::move_easily);
  CHECK(gentle.dose.per_block == 10);
  CHECK(gentle.movement.sides == Sides::one);
  CHECK(gentle.movement.counted_by == CountedBy::leading);
  CHECK(gentle.movement.floor_level == exercise.movement.floor_level / 2.0);
  CHECK_NOTHROW(gentle.validate());
  CHECK(adapted(gentle, person, screen(person, gentle)) == gentle);
  const Exercise& midline = catalog().at("pelvic-tilts");
  CHECK(adapted(midline, person, screen(person, midline)).movement == midline.movement);
}
