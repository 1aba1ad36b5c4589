#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <stretchcore/cue/standard_cues.hpp>
#include <stretchcore/document/catalog.hpp>
#include <stretchcore/error.hpp>
#include <stretchcore/safety/health_conditions.hpp>
#include <stretchcore/safety/screening.hpp>

#include "catch.hpp"

namespace safety_screening_test {

using namespace stretchcore;

namespace {

constexpr std::array facts{Fact::no, Fact::unknown, Fact::yes};  // less is known to be well from each to the next

Person all_no(const Exercise& exercise) {
  Person person;
  for (const Contraindication& one : with_conditions(exercise).contraindications) person.facts[one.code] = Fact::no;
  return person;
}

Person with(Person person, const std::string& code, Fact fact) {
  person.facts[code] = fact;
  return person;
}

/// The second is no milder than the first in anything.
void no_milder(const Screening& one, const Screening& other) {
  REQUIRE(strictness(other.verdict) >= strictness(one.verdict));
  REQUIRE(other.most_of_easy <= one.most_of_easy);
  REQUIRE((one.goal != Goal::move_easily || other.goal == Goal::move_easily));
}

}  // namespace

TEST_CASE("each condition, known or not, gives each exercise one verdict, and it follows from its caution", "[SR-9]") {
  int pairs = 0;
  for (const auto& [id, exercise] : catalog()) {
    for (const Contraindication& one : with_conditions(exercise).contraindications) {
      CAPTURE(id, one.code);
      ++pairs;
      const Person healthy = all_no(exercise);
      const Screening healthy_screened = screen(healthy, exercise);
      CHECK(healthy_screened.verdict == ScreeningVerdict::cleared);
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
        case Caution::substitute:
        case Caution::never:
          CHECK(yes.verdict == ScreeningVerdict::needs_clearance);
          break;
        case Caution::postpone:
          CHECK(yes.verdict == ScreeningVerdict::postponed);
          break;
      }
      if (one.caution == Caution::fine) continue;
      no_milder(healthy_screened, unknown);
      no_milder(unknown, yes);
      if (one.unknown_means == UnknownMeans::as_no) {
        CHECK(unknown == healthy_screened);
      } else {
        CHECK(unknown.verdict == ScreeningVerdict::unknown);  // not a no
        CHECK(unknown.unknown == std::vector{one.code});
        const bool gently = one.unknown_means == UnknownMeans::modify;
        CHECK(unknown.most_of_easy == (gently ? yes.most_of_easy : 1.0));
      }
      REQUIRE(yes.reasons.size() == 1);
      CHECK(yes.reasons[0].code == one.code);
      CHECK(yes.reasons[0].verdict == yes.verdict);
      CHECK(yes.reasons[0].text == one.text);
      CHECK(yes.easier.empty());  // nothing else was screened
    }
  }
  CHECK(pairs > 42 * 8);
}

TEST_CASE("more that is known to speak against it, or less that is known to be well, is never milder", "[SR-9]") {
  std::uint64_t dice = 7;
  const auto next = [&](std::uint64_t below) {
    dice = dice * 6364136223846793005U + 1442695040888963407U;
    return (dice >> 33) % below;
  };
  std::set<std::string> part;
  for (const HealthCondition& one : health_conditions()) {
    if (!one.part_of.empty()) part.insert(one.code);
  }
  for (const auto& [id, exercise] : catalog()) {
    const auto all = with_conditions(exercise).contraindications;
    for (int round = 0; round < 400; ++round) {
      Person person;
      for (const Contraindication& one : all) person.facts[one.code] = facts[next(3)];
      if (next(4) == 0) person.facts["vertigo"] = facts[next(3)];
      if (next(4) == 0) person.questionnaires["some-questionnaire"].clear = facts[next(3)];
      if (next(3) == 0) person.clearances = {{all[next(all.size())].code, ""}};
      const std::string& code = all[next(all.size())].code;
      if (part.contains(code)) continue;  // it counts in place of a wider one, and may be milder than that
      const std::size_t known = next(2);
      no_milder(screen(with(person, code, facts[known]), exercise),
                screen(with(person, code, facts[known + 1]), exercise));
      person.clearances.clear();
      const Screening alone = screen(person, exercise);
      no_milder(screen(all_no(exercise), exercise), alone);
      CHECK((alone.unknown.empty() || alone.verdict != ScreeningVerdict::cleared));
      CHECK(std::is_sorted(alone.reasons.begin(), alone.reasons.end(), [](const auto& one, const auto& other) {
        return strictness(one.verdict) > strictness(other.verdict);
      }));
    }
  }
}

TEST_CASE("a part of a condition counts in place of the whole, and both together are no stricter than the part") {
  int milder = 0;
  for (const auto& [id, exercise] : catalog()) {
    for (const HealthCondition& one : health_conditions()) {
      if (one.part_of.empty()) continue;
      CAPTURE(id, one.code);
      const Person with_part = with(all_no(exercise), one.code, Fact::yes);
      const Screening part = screen(with_part, exercise);
      for (const Fact whole : {Fact::yes, Fact::unknown}) {
        const Screening both = screen(with(with_part, one.part_of, whole), exercise);
        CHECK(both.verdict == part.verdict);
        CHECK(both.unknown.empty());
      }
      const Screening whole = screen(with(all_no(exercise), one.part_of, Fact::yes), exercise);
      CHECK(strictness(part.verdict) <= strictness(whole.verdict));
      milder += strictness(part.verdict) < strictness(whole.verdict);
    }
  }
  CHECK(milder > 42);
}

TEST_CASE("of a person of whom nothing is known everything is unknown, and nothing is cleared") {
  for (const auto& [id, exercise] : catalog()) {
    const Screening screening = screen({}, exercise);
    CHECK(screening.verdict == ScreeningVerdict::unknown);
    CHECK(screening.reasons.empty());
    const auto matters = [](const Contraindication& one) {
      return one.caution != Caution::fine && one.unknown_means != UnknownMeans::as_no;
    };
    const auto all = with_conditions(exercise).contraindications;
    CHECK(screening.unknown.size() == static_cast<std::size_t>(std::count_if(all.begin(), all.end(), matters)));
    CAPTURE(id);
    double easy = 1.0;
    Goal goal = exercise.dose.goal;
    for (const Contraindication& one : all) {
      if (one.caution == Caution::fine || one.unknown_means != UnknownMeans::modify) continue;
      easy =
          std::min(easy, one.caution == Caution::modify ? one.most_of_easy : std::min(one.most_of_easy, agreed_share));
      if (one.goal) goal = *one.goal;
    }
    CHECK(screening.most_of_easy == easy);
    CHECK(screening.goal == goal);
  }
}

TEST_CASE("a condition the exercise was not written for is said, and is not cleared") {
  Exercise exercise = catalog().at("pelvic-tilts");
  exercise.contraindications = with_conditions(exercise).contraindications;
  exercise.demands.reset();  // its own list is all that it was written for
  const Screening screening = screen(with(all_no(exercise), "painful_or_frozen_shoulder", Fact::yes), exercise);
  CHECK(screening.verdict == ScreeningVerdict::unknown);
  REQUIRE(screening.reasons.size() == 1);
  CHECK(screening.reasons[0].code == "painful_or_frozen_shoulder");
  CHECK(screening.reasons[0].text.size() == 3);
  const Person without = with(all_no(exercise), "painful_or_frozen_shoulder", Fact::no);
  CHECK(screen(without, exercise).verdict == ScreeningVerdict::cleared);
  const Exercise& by_demands = catalog().at("pelvic-tilts");  // the library's table has it, and it changes nothing here
  CHECK(screen(with(all_no(by_demands), "painful_or_frozen_shoulder", Fact::yes), by_demands).verdict ==
        ScreeningVerdict::cleared);
}

TEST_CASE("a professional's word lets a person go on carefully, for that condition and that exercise only") {
  const Exercise& exercise = catalog().at("dynamic-inner-thigh-stretch");
  Person person = with(all_no(exercise), "hip_replacement", Fact::yes);
  CHECK(screen(person, exercise).verdict == ScreeningVerdict::needs_clearance);
  person.clearances = {{"hip_replacement", "bent-knee-fallout"}, {"pregnancy", ""}};
  CHECK(screen(person, exercise).verdict == ScreeningVerdict::needs_clearance);
  person.clearances.push_back({"hip_replacement", exercise.id});
  person.limits = {{.at_most = degrees(25), .kind = LimitKind::agreed, .exercise = exercise.id}};
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
  person.clearances = {{"some-questionnaire", ""}};
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

TEST_CASE("what passes by itself is stricter than a change, and milder than what needs a professional") {
  CHECK(strictness(Caution::fine) < strictness(Caution::modify));
  CHECK(strictness(Caution::modify) < strictness(Caution::postpone));
  CHECK(strictness(Caution::postpone) < strictness(Caution::avoid));
  std::set<int> all;
  detail::each_enumerator<ScreeningVerdict>([&](std::string_view, auto verdict) { all.insert(strictness(verdict)); });
  CHECK(all.size() == detail::enumerator_count<ScreeningVerdict>);
  CHECK(strictness(ScreeningVerdict::modified) < strictness(ScreeningVerdict::postponed));
  CHECK(strictness(ScreeningVerdict::postponed) < strictness(ScreeningVerdict::needs_clearance));
  CHECK(may_do(ScreeningVerdict::modified));
  CHECK_FALSE(may_do(ScreeningVerdict::postponed));
  CHECK_FALSE(may_do(ScreeningVerdict::needs_clearance));
}

TEST_CASE("fever, alcohol or a meal postpones every exercise, and no professional's word changes that") {
  for (const auto& [id, exercise] : catalog()) {
    Person person = with(all_no(exercise), "not_today", Fact::yes);
    CHECK(screen(person, exercise, catalog_exercises()).verdict == ScreeningVerdict::postponed);
    CHECK(screen(person, exercise, catalog_exercises()).easier.empty());
    person.clearances = {{"not_today", ""}};
    CHECK(screen(person, exercise).verdict == ScreeningVerdict::postponed);
    int stricter = 0;
    for (const Contraindication& one : with_conditions(exercise).contraindications) {
      if (one.caution != Caution::avoid) continue;
      ++stricter;
      CHECK(screen(with(person, one.code, Fact::yes), exercise).verdict == ScreeningVerdict::needs_clearance);
    }
    CHECK(stricter > 0);
  }
}

TEST_CASE("what is offered instead is what this person may do, at every step of the ladder", "[SR-9]") {
  std::uint64_t dice = 11;
  const auto next = [&](std::uint64_t below) {
    dice = dice * 6364136223846793005U + 1442695040888963407U;
    return (dice >> 33) % below;
  };
  int offered = 0;
  for (const auto& [id, exercise] : catalog()) {
    for (int round = 0; round < 200; ++round) {
      Person person = all_no(exercise);
      for (std::uint64_t known = 1 + next(2); known > 0; --known) {
        const auto all = with_conditions(exercise).contraindications;
        person.facts[all[next(all.size())].code] = Fact::yes;
      }
      const Screening screening = screen(person, exercise, catalog_exercises());
      CAPTURE(id);
      if (screening.verdict == ScreeningVerdict::cleared) CHECK(screening.easier.empty());
      std::set<std::string> once;
      for (const std::string& easier : screening.easier) {
        CHECK(easier != id);
        CHECK(once.insert(easier).second);
        CHECK(may_do(screen(person, catalog().at(easier)).verdict));
        ++offered;
      }
    }
  }
  CHECK(offered > 100);
}

TEST_CASE("in place of an easier exercise that a person may not do stand those easier than it") {
  const Person pregnant = with(all_no(catalog().at("pelvic-tilts")), "pregnancy", Fact::yes);
  const auto easier = [&](const std::string& id) {
    return screen(pregnant, catalog().at(id), catalog_exercises()).easier;
  };
  CHECK(easier("dynamic-inner-thigh-stretch") ==
        std::vector<std::string>{"seated-inner-thigh-stretch", "side-lunge-shift"});
  CHECK(easier("seated-inner-thigh-stretch") == std::vector<std::string>{"side-lunge-shift"});  // not what lies flat

  const Person strained = with(all_no(catalog().at("pelvic-tilts")), "recent_groin_strain", Fact::yes);
  const Screening screening = screen(strained, catalog().at("dynamic-inner-thigh-stretch"), catalog_exercises());
  CHECK(screening.verdict == ScreeningVerdict::needs_clearance);
  CHECK(screening.easier == std::vector<std::string>{"pelvic-tilts"});  // three steps down
}

TEST_CASE("a circle of easier exercises ends") {
  Exercise one = catalog().at("pelvic-tilts");
  Exercise other = one;
  one.id = "one";
  other.id = "other";
  one.easier = {"other", "gone"};
  other.easier = {"one", "other"};
  const std::array both{one, other};
  CHECK(screen(with(all_no(one), "pregnancy", Fact::yes), one, both).easier.empty());
}

TEST_CASE("a fact that no exercise knows is refused with the nearest one that is known") {
  const Exercise& exercise = catalog().at("pelvic-tilts");
  const std::map<std::string, std::string> meant{{"pregnant", "pregnancy"},
                                                 {"osteoporose", "osteoporosis"},
                                                 {"hip_replaced", "hip_replacement"},
                                                 {"frozen_shoulder", "painful_or_frozen_shoulder"}};
  for (const auto& [written, known] : meant) {
    for (const Fact fact : facts) {  // a misspelled no would leave the question open
      try {
        screen(with({}, written, fact), exercise);
        FAIL(written);
      } catch (const InvalidModel& error) {
        CHECK(error.field() == "facts." + written);
        CHECK(error.problem().find("did you mean \"" + known + "\"?") != std::string::npos);
      }
    }
  }
}

TEST_CASE("a clearance for what no exercise knows is refused with the nearest code, and with its place") {
  const Exercise& exercise = catalog().at("pelvic-tilts");
  const std::map<std::string, std::string> meant{
      {"pregnant", "pregnancy"}, {"hip_replaced", "hip_replacement"}, {"parq-plus", "par-q-plus"}};
  Person person;
  person.questionnaires["par-q-plus"].clear = Fact::yes;
  person.clearances = {{.code = "hip_replacement"}, {.code = "par-q-plus"}};
  CHECK_NOTHROW(screen(person, exercise));
  for (const auto& [written, known] : meant) {
    Person misspelt = person;
    misspelt.clearances.push_back({.code = written});
    try {
      screen(misspelt, exercise);
      FAIL(written);
    } catch (const InvalidModel& error) {
      CHECK(error.field() == "clearances[2].code");
      CHECK(error.problem().find("did you mean \"" + known + "\"?") != std::string::npos);
    }
  }
  Exercise own = exercise;
  own.id = "own";
  own.contraindications.push_back({"tender_hip", Caution::modify, {{"en", "A tender hip."}}, {}, 0.6, {}});
  person.clearances.push_back({.code = "tender_hip"});
  CHECK_NOTHROW(screen(person, exercise, std::array{own}));
  CHECK_THROWS_AS(screen(person, exercise), InvalidModel);
}

TEST_CASE("codes of an exercise's own are known where it is, as itself or among the others") {
  Exercise own = catalog().at("pelvic-tilts");
  own.id = "own";
  own.contraindications.push_back({"tender_hip", Caution::modify, {{"en", "A tender hip."}}, {}, 0.6, {}});
  const Person person = with({}, "tender_hip", Fact::yes);
  CHECK_NOTHROW(screen(person, own));
  CHECK_NOTHROW(screen(person, catalog().at("pelvic-tilts"), std::array{own}));
  CHECK_THROWS_AS(screen(person, catalog().at("pelvic-tilts")), InvalidModel);
  Person asked;
  asked.questionnaires["anything-at-all"].clear = Fact::yes;  // ids of questionnaires are no codes
  CHECK_NOTHROW(screen(asked, own));
}

TEST_CASE("the library knows the codes of its exercises and of its health questions, and these cover the exercises") {
  const std::span<const std::string_view> known = condition_codes();
  CHECK(std::is_sorted(known.begin(), known.end()));
  CHECK(std::adjacent_find(known.begin(), known.end()) == known.end());
  std::set<std::string> named;
  for (const Cue& cue : standard_cues()) {
    for (const std::string& code : cue.codes) {
      CHECK(std::find(known.begin(), known.end(), code) != known.end());
      CHECK(named.insert(code).second);  // by one sentence
    }
  }
  for (const auto& [id, exercise] : catalog()) {
    for (const Contraindication& one : with_conditions(exercise).contraindications) {
      CHECK(std::find(known.begin(), known.end(), one.code) != known.end());
      if (one.unknown_means == UnknownMeans::ask) CHECK(named.contains(one.code));
    }
  }
}

}  // namespace safety_screening_test
