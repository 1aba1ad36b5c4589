// The health questions before getting down: what they name, what an answer sets, and what follows from it.

#include <algorithm>
#include <map>
#include <set>

#include <stretchcore/session/check.hpp>

#include "allocation_counter.hpp"
#include "catch.hpp"
#include "session/people.hpp"

namespace session_health_questions_test {

using namespace stretchcore;

namespace {

Session unasked(const Exercise& exercise, Person person = {}, SessionOptions options = {}) {
  return Session{exercise, std::move(person), std::move(options), catalog_exercises()};
}

/// An app with its clock: it hears everything, and waits for questions.
struct App {
  Session session;
  Time now{0};
  std::vector<Event> events{};

  void hear(std::span<const Event> told) { events.insert(events.end(), told.begin(), told.end()); }
  void start() { hear(session.report(Command{now, Action::start})); }
  void wait(Time time) {
    for (const Time until = now + time; now < until;) hear(session.tick(now += seconds(0.1)));
  }
  /// The open question, once it comes; nothing if the words of getting down come first.
  std::optional<OpenQuestion> question() {
    const auto settling = [&] { return inside(session).talk.said[static_cast<std::size_t>(Moment::settle)] > 0; };
    while (!inside(session).talk.question && !settling() && !session.over() && now < seconds(300)) wait(seconds(0.1));
    return inside(session).talk.question;
  }
  void answer(Choice choice, const std::string& code = {}) {
    hear(session.report(Answer{now, inside(session).talk.question->id, choice, code}));
  }
  /// Says no until a question names the condition; false if none does.
  bool reach(const std::string& code) {
    while (const auto open = question()) {
      const auto codes = session.codes(open->id);
      if (std::find(codes.begin(), codes.end(), code) != codes.end()) return true;
      answer(Choice::no);
    }
    return false;
  }
  int given(Moment moment) const {
    const auto cues = all<CueGiven>(events);
    return static_cast<int>(
        std::count_if(cues.begin(), cues.end(), [&](const CueGiven& cue) { return cue.moment == moment; }));
  }
};

App begun(const Exercise& exercise, Person person = {}, SessionOptions options = {}) {
  App app{unasked(exercise, std::move(person), std::move(options))};
  app.start();
  return app;
}

std::set<std::string> mattering(const Exercise& exercise) {
  std::set<std::string> codes;
  for (const Contraindication& one : with_conditions(exercise).contraindications) {
    if (one.caution != Caution::fine && one.unknown_means == UnknownMeans::ask) codes.insert(one.code);
  }
  return codes;
}

Text words_for(const std::string& code) {
  const auto all = health_conditions();
  return std::find_if(all.begin(), all.end(), [&](const HealthCondition& one) { return one.code == code; })->text;
}

/// What everybody who answers no to all comes to: something that only a form asks about may still be unknown.
ScreeningVerdict without_a_yes(const Exercise& exercise) {
  const auto all = with_conditions(exercise).contraindications;
  const bool careful = std::any_of(all.begin(), all.end(), [](const Contraindication& one) {
    return one.caution != Caution::fine && one.unknown_means == UnknownMeans::modify;
  });
  return careful ? ScreeningVerdict::unknown : ScreeningVerdict::cleared;
}

}  // namespace

TEST_CASE(
    "a few questions, one after the other, name all that matters to the exercise; with no to each it is cleared") {
  for (const auto& [id, exercise] : catalog()) {
    CAPTURE(id);
    App app = begun(exercise);
    std::set<std::string> named;
    int questions = 0;
    while (const auto open = app.question()) {
      CHECK(open->kind == QuestionKind::health);
      ++questions;
      for (const std::string& code : app.session.codes(open->id)) {
        CHECK_FALSE(words_for(code).empty());  // the app has words to show
        named.insert(code);
      }
      app.answer(Choice::no);
    }
    CHECK(questions >= 3);
    CHECK(questions <= 5);
    for (const std::string& code : mattering(exercise)) CHECK(named.contains(code));
    CHECK(app.session.screening().verdict == without_a_yes(exercise));
    CHECK(app.session.summary().screening.verdict == without_a_yes(exercise));
    CHECK(app.session.summary().felt.speaks_against == Fact::no);
    CHECK(app.given(Moment::ask_health) == questions);
    CHECK(app.given(Moment::health_notice) == 0);
    for (const auto& [code, fact] : app.session.facts()) CHECK(fact == Fact::no);
    CHECK(screen({.facts = app.session.facts()}, exercise).verdict == without_a_yes(exercise));
  }
}

TEST_CASE("a no sets the codes its sentence named, and no others", "[SR-8]") {
  App app = begun(inner_thigh());
  const auto open = app.question();
  const std::vector<std::string> codes = app.session.codes(open->id);
  const Cue& cue = *app.session.cue(all<CueGiven>(app.events).back().cue);
  app.answer(Choice::no);
  const std::map<std::string, Fact> facts = app.session.facts();
  for (const std::string& code : codes) CHECK(facts.at(code) == Fact::no);
  CHECK(std::set<std::string>(cue.codes.begin(), cue.codes.end()).size() == facts.size());
  for (const auto& [code, fact] : facts) {
    CHECK(std::find(cue.codes.begin(), cue.codes.end(), code) != cue.codes.end());
  }
  CHECK(app.session.screening().verdict == ScreeningVerdict::unknown);
}

TEST_CASE("a question about what is known, or does not matter here, is not asked") {
  Person person = screened(inner_thigh());
  person.facts.erase("osteoporosis");
  App app = begun(inner_thigh(), person);
  const auto open = app.question();
  REQUIRE(open);
  CHECK(app.session.codes(open->id) == std::vector<std::string>{"osteoporosis"});
  app.answer(Choice::no);
  CHECK_FALSE(app.question());

  Person lying = screened(inner_thigh());
  for (const std::string code : {"neck_pain", "reflux_or_hiatal_hernia"}) lying.facts.erase(code);
  CHECK_FALSE(begun(exercise_of("seated-inner-thigh-stretch"), lying).question());  // nobody lies down there
}

TEST_CASE("a yes leads to which one; each answer comes to what screening makes of that condition") {
  for (const auto& [id, exercise] : catalog()) {
    for (const std::string& code : mattering(exercise)) {
      CAPTURE(id, code);
      App app = begun(exercise);
      REQUIRE(app.reach(code));
      const std::map<std::string, Fact> before = app.session.facts();
      app.answer(Choice::yes);
      if (!app.session.over() && app.session.facts() == before) {
        const auto which = app.question();
        REQUIRE(which);
        CHECK(which->kind == QuestionKind::which);
        CHECK(app.given(Moment::ask_which) == 1);
        app.answer(Choice::yes, "no_such_condition");
        app.answer(Choice::yes);
        CHECK(inside(app.session).talk.question == which);  // neither names one of them
        app.answer(Choice::yes, code);
      }
      CHECK(app.session.facts().at(code) == Fact::yes);
      Person person{.facts = app.session.facts()};
      const Screening as_known = screen(person, exercise, catalog_exercises());
      CHECK(app.session.screening() == as_known);
      CHECK(app.session.summary().screening == as_known);
      CHECK(all<Screened>(app.events).back().verdict == as_known.verdict);
      CHECK(all<Screened>(app.events).back().reasons == static_cast<int>(as_known.reasons.size()));
      CHECK(all<Screened>(app.events).back().unknown == static_cast<int>(as_known.unknown.size()));
      CHECK(app.session.over() == !may_do(as_known.verdict));
    }
  }
}

TEST_CASE("after a yes with its code the rest of the sentence is asked about, and a no then answers it") {
  App app = begun(inner_thigh());
  REQUIRE(app.reach("hypermobility"));
  app.answer(Choice::yes, "hypermobility");
  const auto else_ = app.question();
  REQUIRE(else_);
  CHECK(else_->kind == QuestionKind::which);
  const auto codes = app.session.codes(else_->id);
  CHECK(std::find(codes.begin(), codes.end(), "hypermobility") == codes.end());
  app.answer(Choice::yes, "nerve_pain");
  REQUIRE(app.question());
  app.answer(Choice::no);
  while (app.question()) app.answer(Choice::no);
  const Screening screening = app.session.screening();
  CHECK(screening.verdict == ScreeningVerdict::modified);
  CHECK(screening.reasons.size() == 2);
  CHECK(screening.unknown.empty());
  CHECK(app.session.summary().felt.speaks_against == Fact::yes);
  CHECK(app.given(Moment::caution) >= 1);
}

TEST_CASE("with what is modified it goes on gentler: the words of what to change, ten at most, a fifth of easy left") {
  const auto reply = [](QuestionKind kind) { return agreeable(kind); };
  Rehearsal rehearsal{unasked(inner_thigh()), {.reply = reply}};
  while (inside(rehearsal.session).talk.said[static_cast<std::size_t>(Moment::settle)] == 0) {
    const auto& open = inside(rehearsal.session).talk.question;
    const auto codes = open ? rehearsal.session.codes(open->id) : std::vector<std::string>{};
    const bool named = std::find(codes.begin(), codes.end(), "hypermobility") != codes.end();
    if (named && open->kind == QuestionKind::health) {
      rehearsal.give(Answer{{}, open->id, Choice::yes, "hypermobility"});
    } else {
      rehearsal.step();
    }
  }
  rehearsal.play();
  const Summary summary = rehearsal.session.summary();
  CHECK(rehearsal.session.phase() == Phase::finished);
  CHECK(summary.screening.verdict == ScreeningVerdict::modified);
  CHECK(summary.screening.goal == Goal::move_easily);
  CHECK_FALSE(summary.range_after.left.known());
  REQUIRE(all<SetCompleted>(rehearsal.events).size() == 1);
  CHECK(all<SetCompleted>(rehearsal.events)[0].repetitions == 10);
  for (const TargetChanged& change : all<TargetChanged>(rehearsal.events)) {
    if (change.target) CHECK(change.target->angle <= share_of_way(rehearsal.session, Side::left, 0.8));
  }
  const auto& cues = summary.cues;
  const auto at = [&](const std::string& cue) {
    return std::find_if(cues.begin(), cues.end(), [&](const CueNote& note) { return note.cue == cue; });
  };
  REQUIRE(at("caution-hypermobility") != cues.end());
  CHECK(at("caution-hypermobility") < at("settle-lie"));
}

TEST_CASE("what somebody may not do ends before it begins: no way out is spoken, and gentler ones are named") {
  for (const bool sensor : {true, false}) {
    App app = begun(inner_thigh(), {}, {.sensor = sensor ? Sensor::automatic : Sensor::none});
    REQUIRE(app.reach("pregnancy"));
    app.answer(Choice::yes, "pregnancy");
    CHECK(app.session.over());
    CHECK(app.session.summary().end_reason == EndReason::needs_clearance);
    CHECK(app.session.screening().easier == std::vector<std::string>{"seated-inner-thigh-stretch", "side-lunge-shift"});
    CHECK(app.given(Moment::clearance) == 1);
    CHECK(app.given(Moment::gentler) == 1);
    for (const Moment down : {Moment::settle, Moment::come_out, Moment::stop, Moment::farewell}) {
      CHECK(app.given(down) == 0);
    }
    const auto phases = all<PhaseChanged>(app.events);
    CHECK(phases.back().to == Phase::finished);
    CHECK(std::none_of(phases.begin(), phases.end(), [](const auto& one) { return one.to == Phase::coming_out; }));
  }
}

TEST_CASE("nothing gentler is named where there is nothing that this person may do, or nothing was screened") {
  App seated = begun(exercise_of("seated-inner-thigh-stretch"));
  REQUIRE(seated.reach("recent_blood_clot"));
  seated.answer(Choice::yes, "recent_blood_clot");
  CHECK(seated.session.over());
  CHECK(seated.given(Moment::gentler) == 0);

  App alone{Session{inner_thigh()}};
  alone.start();
  REQUIRE(alone.reach("pregnancy"));
  alone.answer(Choice::yes, "pregnancy");
  CHECK(alone.session.over());
  CHECK(alone.session.screening().easier.empty());
  CHECK(alone.given(Moment::gentler) == 0);
}

TEST_CASE("fever or alcohol postpones: another day, and no talk of a professional") {
  Person person = screened(inner_thigh());
  person.facts.erase("not_today");
  App asked = begun(inner_thigh(), person);
  REQUIRE(asked.reach("not_today"));
  asked.answer(Choice::yes);  // it is the only one that is not known
  App known = begun(inner_thigh(), [&] {
    Person feverish = person;
    feverish.facts["not_today"] = Fact::yes;
    return feverish;
  }());
  for (const App& app : {asked, known}) {
    CHECK(app.session.over());
    CHECK(app.session.summary().end_reason == EndReason::postponed);
    CHECK(app.given(Moment::another_day) == 1);
    CHECK(app.given(Moment::clearance) == 0);
    CHECK(app.given(Moment::gentler) == 0);
    for (const std::string language : {"en", "de", "es"}) CHECK_FALSE(app.session.summary().text(language).empty());
  }
  CHECK(all<CommandRefused>(known.events).at(0).reason == Refusal::postponed);
}

TEST_CASE("which one, unanswered or none of these: it stays unknown, and the strictest of those named holds",
          "[SR-8]") {
  for (const bool silent : {true, false}) {
    for (const std::string one : {"recent_blood_clot", "neck_pain"}) {
      CAPTURE(silent, one);
      App app = begun(inner_thigh());
      REQUIRE(app.reach(one));
      const auto codes = app.session.codes(app.question()->id);
      app.answer(Choice::yes);
      REQUIRE(app.question()->kind == QuestionKind::which);
      if (silent) {
        app.wait(seconds(40));
      } else {
        app.answer(Choice::no);
      }
      Person all_of_them{.facts = app.session.facts()};
      for (const std::string& code : codes) {
        CHECK_FALSE(app.session.facts().contains(code));
        all_of_them.facts[code] = Fact::yes;
      }
      const Screening strictest = screen(all_of_them, inner_thigh(), catalog_exercises());
      const Screening screening = app.session.screening();
      CHECK(screening.verdict == strictest.verdict);
      CHECK(screening.most_of_easy == strictest.most_of_easy);
      CHECK(screening.goal == strictest.goal);
      CHECK(screening.easier == strictest.easier);  // whichever it is, these are fine
      CHECK(app.session.over() == !may_do(strictest.verdict));
    }
  }
}

TEST_CASE("a health question that nobody answers is the last, and is followed by what to ask a professional about") {
  App app = begun(inner_thigh());
  REQUIRE(app.question());
  app.wait(seconds(20));
  CHECK_FALSE(app.question());
  CHECK(app.given(Moment::ask_health) == 1);
  CHECK(app.given(Moment::health_notice) == 1);
  CHECK(app.session.screening().verdict == ScreeningVerdict::unknown);
  CHECK(app.session.facts().empty());
}

TEST_CASE("what is known of a person, answered at any order, comes to what screening would have made of it") {
  Dice dice{5};
  for (const auto& [id, exercise] : catalog()) {
    for (int round = 0; round < 40; ++round) {
      Person person;
      const std::vector<Contraindication> all = with_conditions(exercise).contraindications;
      for (const Contraindication& one : all) {
        if (dice.whole(3) == 0) person.facts[one.code] = dice.whole(8) == 0 ? Fact::yes : Fact::no;
      }
      if (dice.whole(4) == 0) person.clearances = {{all[dice.whole(all.size())].code, ""}};
      App app = begun(exercise, person);
      while (!app.session.over() && app.question()) {
        const auto codes = app.session.codes(inside(app.session).talk.question->id);
        const bool yes = dice.whole(5) == 0 && !codes.empty();
        app.answer(yes ? Choice::yes : Choice::no, yes ? codes[dice.whole(codes.size())] : std::string{});
      }
      CAPTURE(id, round);
      Person after = person;
      after.facts = app.session.facts();
      CHECK(app.session.screening() == screen(after, exercise, catalog_exercises()));
    }
  }
}

TEST_CASE("an answer about health allocates nothing") {
  App app = begun(inner_thigh());
  REQUIRE(app.reach("pregnancy"));
  const Report yes = Answer{app.now, app.question()->id, Choice::yes, "pregnancy"};
  const Report no = Answer{app.now, app.question()->id, Choice::no, {}};
  App other = app;
  const AllocationCounter allocations;
  app.session.report(yes);
  other.session.report(no);
  CHECK(allocations.count() == 0);
}

TEST_CASE("a session goes on from its state in the middle of the questions") {
  App app = begun(inner_thigh());
  REQUIRE(app.reach("hypermobility"));
  app.answer(Choice::yes, "hypermobility");
  Session again{inner_thigh(), {}, {}, app.session.state(), catalog_exercises()};
  CHECK(again.screening() == app.session.screening());
  const Time later = app.now + seconds(5);
  app.session.tick(later);
  again.tick(later);
  CHECK(again.state() == app.session.state());
  State broken = inside(app.session);
  broken.health.next = 1000;
  CHECK_THROWS_AS((Session{inner_thigh(), {}, {}, SessionState{broken}}), InvalidModel);
}

TEST_CASE("an exercise's own health questions come first, and the library's still ask the rest") {
  Exercise own = inner_thigh();
  own.contraindications.push_back({"tender_hip", Caution::modify, {{"en", "A tender hip."}}, {}, 0.6, {}});
  own.cues.push_back({.id = "my-question",
                      .moment = Moment::ask_health,
                      .answering = Answering::possible,
                      .text = {{"en", "Is a hip tender?"}},
                      .codes = {"tender_hip"}});
  own.validate();
  App app = begun(own);
  REQUIRE(app.question());
  CHECK(app.session.codes(app.question()->id) == std::vector<std::string>{"tender_hip"});
  app.answer(Choice::yes);
  CHECK(app.session.facts().at("tender_hip") == Fact::yes);
  CHECK(app.session.screening().most_of_easy == 0.6);
  int others = 0;
  for (; app.question(); ++others) app.answer(Choice::no);
  CHECK(others >= 3);
}

TEST_CASE("an author is told of a condition that no health question names") {
  const auto unnamed = [](const Exercise& exercise) {
    const std::vector<Finding> findings = stretchcore::findings(exercise);
    return std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
      return finding.severity == Severity::note && finding.path.starts_with("contraindications[");
    });
  };
  for (const auto& [id, exercise] : catalog()) CHECK(unnamed(exercise) == 0);
  Exercise own = inner_thigh();
  own.contraindications.push_back({"tender_hip", Caution::modify, {{"en", "A tender hip."}}, {}, 0.6, {}});
  CHECK(unnamed(own) == 1);
  own.cues.push_back(
      {.id = "mine", .moment = Moment::ask_health, .text = {{"en", "Is a hip tender?"}}, .codes = {"tender_hip"}});
  CHECK(unnamed(own) == 0);
}

TEST_CASE("codes stand at health questions only, and once each") {
  Cue cue{.id = "one", .moment = Moment::block, .text = {{"en", "Ten."}}, .codes = {"pregnancy"}};
  CHECK_THROWS_AS(cue.validate(), InvalidModel);
  cue.moment = Moment::ask_health;
  CHECK_NOTHROW(cue.validate());
  cue.codes = {"pregnancy", "pregnancy"};
  CHECK_THROWS_AS(cue.validate(), InvalidModel);
  cue.codes = {"Pregnancy!"};
  CHECK_THROWS_AS(cue.validate(), InvalidModel);
}

TEST_CASE("whoever has had enough before getting down is not led out of a position they never took") {
  for (const bool closed : {true, false}) {
    App app = begun(inner_thigh());
    REQUIRE(app.question());
    if (closed) {
      app.session.finish(app.now);
      app.hear(app.session.events());
    } else {
      app.hear(app.session.report(Command{app.now, Action::enough}));
    }
    CHECK(app.session.over());
    CHECK(app.given(Moment::come_out) == 0);
    CHECK(all<SessionEnded>(app.events).size() == 1);
  }
}

}  // namespace session_health_questions_test
