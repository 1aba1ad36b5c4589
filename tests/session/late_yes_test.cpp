// A yes to a health question that comes late, corrects a no, or carries another code: no yes is lost.

#include "catch.hpp"
#include "session/people.hpp"

namespace session_late_yes_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

struct Asked {
  Session session;
  Time now{0};
  std::vector<Event> events{};
  std::vector<int> questions{};  ///< of health, by their ids

  void hear(std::span<const Event> told) {
    for (const Event& event : told) {
      events.push_back(event);
      const auto* question = std::get_if<QuestionAsked>(&event);
      if (question && question->kind == QuestionKind::health) questions.push_back(question->id);
    }
  }
  void wait(Time time) {
    for (const Time until = now + time; now < until;) hear(session.tick(now += 100_ms));
  }
  void answer(int id, Choice choice, const std::string& code = {}) {
    hear(session.report(Answer{now, id, choice, code}));
  }
};

/// A session without a sensor whose first question has just been asked.
Asked asked(const Exercise& exercise = inner_thigh()) {
  SessionOptions options;
  options.sensor = Sensor::none;
  Asked app{Session{exercise, {}, options, catalog_exercises()}};
  app.hear(app.session.report(Command{app.now, Action::start}));
  while (app.questions.empty()) app.wait(100_ms);
  app.wait(3_s);
  return app;
}

void never_begins(Asked& app) {
  app.wait(120_s);
  CHECK(app.session.over());
  CHECK((inside(app.session).end_reason == EndReason::needs_clearance));
  CHECK(count_of(app.events, Moment::clearance) == 1);
}

}  // namespace

TEST_CASE("a yes with a code of another question, or one that nothing knows, is a yes", "[SR-8]") {
  Asked other = asked();
  other.answer(other.questions[0], Choice::yes, "recent_blood_clot");
  CHECK(other.session.facts().at("recent_blood_clot") == Fact::yes);
  never_begins(other);

  Asked unknown = asked();
  unknown.answer(unknown.questions[0], Choice::yes, "pregnant");
  REQUIRE(inside(unknown.session).health.which);
  unknown.wait(12_s);  // which one it is, is asked
  REQUIRE(inside(unknown.session).talk.question);
  CHECK(inside(unknown.session).talk.question->kind == QuestionKind::which);
  never_begins(unknown);
}

TEST_CASE("a no that is corrected to yes is a yes, at once or minutes later, up to the end of the stretch", "[SR-8]") {
  for (const Time later : {2_s, 20_s, 70_s, 150_s}) {
    for (const std::string code : {"pregnancy", ""}) {
      CAPTURE(later.count(), code);
      Asked app = asked();
      const int first = app.questions[0];
      app.answer(first, Choice::no);
      CHECK(app.session.facts().at("pregnancy") == Fact::no);
      app.wait(later);
      for (std::size_t i = 1; i < app.questions.size(); ++i) {
        if (inside(app.session).talk.question) app.answer(inside(app.session).talk.question->id, Choice::no);
      }
      REQUIRE_FALSE(app.session.over());
      app.answer(first, Choice::yes, code);
      if (!code.empty()) CHECK(app.session.facts().at(code) == Fact::yes);
      CHECK(app.session.summary().felt.speaks_against == Fact::yes);
      never_begins(app);
      app.answer(first, Choice::no);  // nothing makes less of it
      CHECK(app.session.summary().felt.speaks_against == Fact::yes);
    }
  }
}

TEST_CASE("a yes after its question was closed is a yes", "[SR-8]") {
  for (const Time later : {2_s, 30_s, 100_s}) {
    CAPTURE(later.count());
    Asked app = asked();
    while (inside(app.session).talk.question) app.wait(1_s);
    app.wait(later);
    REQUIRE_FALSE(app.session.over());
    app.answer(app.questions[0], Choice::yes, "pregnancy");
    CHECK(app.session.facts().at("pregnancy") == Fact::yes);
    never_begins(app);
  }
}

}  // namespace session_late_yes_test
