#include "catch.hpp"
#include "session/worlds.hpp"

namespace session_gaps_test {

using namespace stretchcore;

namespace {

/// What an app does around a gap that nobody called for.
enum class Caller { postures, both, ticks_first };

World app_of(Caller caller, SessionOptions options = {.answers = Answers::none, .source = Source::optical_markers}) {
  World app = world(std::move(options));
  if (caller == Caller::postures) app.tick_every = 0.0;
  return app;
}

constexpr Caller callers[] = {Caller::postures, Caller::both, Caller::ticks_first};

void come_back_after(World& app, double gap, Caller caller) {
  app.suspend(gap);
  if (caller == Caller::ticks_first) app.keep(app.session.tick(seconds(app.real)));
}

}  // namespace

TEST_CASE("a gap of up to two seconds is none") {
  for (const Caller caller : callers) {
    World app = app_of(caller);
    REQUIRE(app.play_to(Phase::stretching, Stage::opening));
    app.play_for(10.0);
    const double from = app.real;
    come_back_after(app, 1.8, caller);
    app.play_for(6.0);
    CHECK_FALSE(app.paused(from));
  }
}

TEST_CASE("after a gap of more than two seconds the session pauses before anything is judged, and goes on by itself",
          "[SR-2]") {
  for (const Caller caller : callers) {
    for (const double gap : {2.2, 3.0, 5.0, 9.0}) {
      for (const auto& [phase, stage] :
           {std::pair{Phase::measuring, Stage::opening}, std::pair{Phase::stretching, Stage::opening}}) {
        CAPTURE(static_cast<int>(caller), gap, name(phase));
        World app = app_of(caller);
        REQUIRE(app.play_to(phase, stage));
        app.play_for(9.0);
        app.aslant = 25.0;  // whatever is broken by now is judged only after the pause
        come_back_after(app, gap, caller);
        const double back = app.real;
        app.play_for(0.12);
        CHECK(app.session.phase() == Phase::paused);
        REQUIRE(app.said(back, Moment::pause_lost));
        for (const World::Told& one : app.told) {
          const auto* rule = std::get_if<RuleChanged>(&one.event);
          if (rule && one.real >= back) CHECK(rule->verdict != RuleVerdict::violated);
        }
        app.aslant = 0.0;
        app.play_for(5.0);
        CHECK(app.session.phase() == phase);
        CHECK_FALSE(inside(app.session).tally.measured_anew);
      }
    }
  }
}

TEST_CASE("beyond ten seconds the person may have got up: set up anew, and a moved sensor is no gain") {
  for (const Caller caller : callers) {
    for (const double gap : {11.0, 90.0, 1500.0}) {
      for (const double moved : {9.0, -9.0}) {
        CAPTURE(static_cast<int>(caller), gap, moved);
        World app = app_of(caller);
        REQUIRE(app.play_to(Phase::stretching, Stage::opening));
        app.play_for(14.0);
        app.moved = moved;
        come_back_after(app, gap, caller);
        const double back = app.real;
        app.play_for(0.3);
        CHECK(app.session.phase() == Phase::setting_up);
        CHECK(app.paused(back));
        CHECK_FALSE(app.session.target());
        app.play_for(4.0);
        CHECK(app.said(back, Moment::set_up_anew));
        while (!app.session.over() && app.real < back + 600.0) {
          app.play_for(2.0);
          const GainVerdict verdict = app.session.summary().gain.verdict;
          REQUIRE(verdict != GainVerdict::increased);
          REQUIRE(verdict != GainVerdict::decreased);
        }
        CHECK(app.session.over());
      }
    }
  }
}

TEST_CASE("whoever paused and was away longer than a gap is set up anew when they go on") {
  World app = world_in_a_block({.answers = Answers::tap, .source = Source::optical_markers});
  app.keep(app.session.report(Command{{}, Action::pause}));
  app.suspend(40.0);
  app.play_for(1.0);
  CHECK(app.session.phase() == Phase::paused);
  app.keep(app.session.report(Command{{}, Action::resume}));
  CHECK(app.session.phase() == Phase::setting_up);
}

TEST_CASE("by feel a gap leaves everything in place: the block, the hold with its remaining seconds, and the caps") {
  World app = world({.answers = Answers::none, .sensor = Sensor::none});
  app.posture_clock = [](double) { return std::nullopt; };
  REQUIRE(app.play_to(Phase::stretching, Stage::opening));
  app.play_for(7.0);
  const State before = inside(app.session);
  app.suspend(1000.0);  // longer than anybody should lie there: they will have got up
  const double back = app.real;
  app.play_for(0.2);
  const State& after = inside(app.session);
  CHECK(app.session.phase() == Phase::stretching);
  CHECK(after.course.block == before.course.block);
  CHECK(after.pacing.done == before.pacing.done);
  CHECK(after.now - after.pacing.since - (before.now - before.pacing.since) < seconds(1));
  app.play_for(5.0);
  CHECK(app.said(back, Moment::resume));
  app.play_to_the_end();
  CHECK(app.session.over());
  CHECK(app.session.summary().end_reason != EndReason::cap);
}

TEST_CASE("an app that only ticks slowly guides by feel as before, and its caps hold") {
  for (const double every : {3.0, 15.0, 40.0}) {
    CAPTURE(every);
    World app = world({.answers = Answers::none, .sensor = Sensor::none});
    app.posture_clock = [](double) { return std::nullopt; };
    app.tick_every = every;
    app.every = 1e9;
    app.step();
    app.play_to_the_end(4000.0);
    CHECK(app.session.over());
  }
}

TEST_CASE("the way out and its words wait for no gap") {
  for (const double gap : {3.0, 30.0, 600.0}) {
    World app = world_in_a_block({.answers = Answers::tap, .source = Source::optical_markers});
    app.keep(app.session.report(SymptomReport{{}, Symptom::numbness}));
    app.play_for(1.0);
    app.suspend(gap);
    app.play_to_the_end(60.0);
    CHECK(app.session.phase() == Phase::stopped);
    CHECK(app.session.over());
  }
}

TEST_CASE("no gap makes a call with more events than it has room for") {
  for (const Caller caller : callers) {
    World app = app_of(caller);
    for (int i = 0; i < 40 && !app.session.over(); ++i) {
      app.play_for(6.0);
      come_back_after(app, 2.0 + 1.7 * i, caller);
      app.step();
      CHECK(app.session.events().size() < EventBuffer::static_capacity / 2);
    }
  }
}

}  // namespace session_gaps_test
