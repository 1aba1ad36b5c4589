#include "catch.hpp"
#include "session/worlds.hpp"

namespace session_clocks_test {

using namespace stretchcore;

namespace {

double time_of(const World& world) { return to_seconds(world.session.state().now()); }

/// Session time never goes back, and in real time it goes on: never more than a few seconds too slowly or too quickly.
struct Pace {
  double real;
  double session;

  explicit Pace(const World& world) : real(world.real), session(time_of(world)) {}
  void holds(const World& world, double within) const {
    CHECK(time_of(world) - session == Approx(world.real - real).margin(within));
  }
};

std::vector<ClockAdopted> adopted(const World& world) {
  std::vector<ClockAdopted> all;
  for (const World::Told& one : world.told) {
    if (const auto* event = std::get_if<ClockAdopted>(&one.event)) all.push_back(*event);
  }
  return all;
}

void plays_monotonously(World& world, double time) {
  Time before = world.session.state().now();
  for (const double until = world.real + time; world.real < until;) {
    world.step();
    REQUIRE(world.session.state().now() >= before);
    before = world.session.state().now();
  }
  Time latest{0};
  for (const World::Told& one : world.told) {
    const Time at = std::visit([](const auto& event) { return event.time; }, one.event);
    REQUIRE(at >= latest);
    latest = at;
  }
}

}  // namespace

TEST_CASE("a report with another clock's time happened now, whatever it reports and whoever tells the time") {
  const double wrong[] = {-1e6, 0.0, 2.5, 60.0, 300.0, 1.7e9, 3e9};
  for (const Sensor sensor : {Sensor::automatic, Sensor::none}) {
    for (const double off : wrong) {
      CAPTURE(name(sensor), off);
      World app = world({.answers = Answers::tap, .sensor = sensor, .source = Source::optical_markers});
      if (sensor == Sensor::none) app.posture_clock = [](double) { return std::nullopt; };
      app.play_for(110.0);
      const Pace pace{app};
      const std::optional<Time> at = seconds(app.real + off);
      for (const Report& report : {Report{FeltStretch{at, Stretch::comfortable}}, Report{CueSpoken{at, 0}},
                                   Report{FeltSide{at, FirstSide::same}}, Report{PainRating{at, 0}}}) {
        app.keep(app.session.report(report));
        CHECK(time_of(app) <= pace.session + 1.0);
      }
      app.keep(app.session.report(SymptomReport{at, Symptom::chest_pain_or_breathlessness}));
      CHECK(app.session.phase() == Phase::stopped);
      CHECK(time_of(app) <= pace.session + 1.0);
      const double reported = app.real;
      app.play_to_the_end(120.0);
      CHECK(app.session.over());
      CHECK(app.session.summary().end_reason == EndReason::stopped_by_symptom);
      const auto call = app.said(reported, Moment::call);
      REQUIRE(call);
      CHECK(*call < 1.0);
      pace.holds(app, 1.2);
    }
  }
}

TEST_CASE("reports a little ahead of postures and ticks count with their own time, and no chain of them runs away") {
  World app = world_in_a_block({.answers = Answers::tap, .source = Source::optical_markers});
  const double now = time_of(app);
  app.session.report(FeltSide{seconds(now + 0.7), FirstSide::same});
  CHECK(time_of(app) == Approx(now + 0.7));
  for (int i = 1; i < 100; ++i) app.session.report(FeltSide{seconds(now + 0.7 * i), FirstSide::same});
  CHECK(time_of(app) <= now + 1.0);
}

TEST_CASE("the first posture or tick sets the clock, whatever a report before said") {
  for (const double reported : {0.0, 50.0, 1.7e9}) {
    for (const double first : {0.0, 50.0, 1.7e9}) {
      CAPTURE(reported, first);
      Session session{inner_thigh(), screened(inner_thigh())};
      session.report(Command{seconds(reported), Action::start});
      session.tick(seconds(first + 0.2));
      CHECK(to_seconds(session.state().now()) == Approx(first + 0.2));
      CHECK(inside(session).started <= session.state().now());
      CHECK(to_seconds(session.state().now() - inside(session).started) <= 0.2001);
    }
  }
}

TEST_CASE("a clock that falls back is taken over within seconds: unknown is told, time and caps go on",
          "[SR-1][SR-2]") {
  for (const double jump : {-3600.0, -30.0, -5.0, -1e8}) {
    for (const bool ticks_too : {true, false}) {
      CAPTURE(jump, ticks_too);
      World app = world_in_a_block();
      const double from = app.real;
      const Pace pace{app};
      app.posture_clock = [=](double t) { return std::optional{t + jump}; };
      if (ticks_too) app.tick_clock = app.posture_clock;
      plays_monotonously(app, 1.3);
      CHECK(app.told_ok() == 0);
      plays_monotonously(app, 2.0);
      REQUIRE_FALSE(adopted(app).empty());
      CHECK((ticks_too || adopted(app).front().clock == Clock::postures));
      CHECK(to_seconds(adopted(app).front().by) == Approx(jump).margin(2.5));
      // Ticks that go on tell that nothing else happened: then it goes on in place. Else nobody knows what was.
      CHECK(adopted(app).front().bridged != ticks_too);
      REQUIRE(app.paused(from));
      CHECK(*app.paused(from) < 2.3);
      plays_monotonously(app, 5.0);
      CHECK(app.session.phase() == (ticks_too ? Phase::setting_up : Phase::stretching));
      pace.holds(app, 1.0);
      app.play_to_the_end();
      CHECK(app.session.over());
      CHECK(app.session.summary().measured_anew == ticks_too);
    }
  }
}

TEST_CASE("after a clock was taken over a rule that is broken is told, and pauses") {
  World app = world_in_a_block();
  app.posture_clock = [](double t) { return std::optional{t - 3600.0}; };
  app.aslant = 20.0;
  app.play_for(12.0);
  CHECK(app.told_of("pelvis-hitched") == RuleVerdict::violated);
  CHECK(app.session.phase() == Phase::paused);
}

TEST_CASE("a clock of postures that leaps while ticks go on is another clock, not a gap") {
  for (const double jump : {30.0, 3000.0, 1e7}) {
    CAPTURE(jump);
    World app = world_in_a_block();
    const Pace pace{app};
    app.posture_clock = [=](double t) { return std::optional{t + jump}; };
    plays_monotonously(app, 7.0);
    REQUIRE(adopted(app).size() == 1);
    CHECK(adopted(app).front().bridged);
    CHECK(app.session.phase() == Phase::stretching);
    pace.holds(app, 1.0);
    CHECK_FALSE(app.session.summary().measured_anew);
  }
}

TEST_CASE("one posture with a wrong time is refused, and nothing else happens") {
  for (const double off : {30.0, 1.7e9, -30.0}) {
    for (const double tick_every : {0.1, 1.0}) {
      CAPTURE(off, tick_every);
      World app = world_in_a_block();
      app.tick_every = tick_every;
      app.play_for(2.0);
      const double from = app.real + 0.5;
      int wild = 0;
      app.posture_clock = [&](double t) { return std::optional{t >= from && wild++ == 0 ? t + off : t}; };
      const Pace pace{app};
      app.play_for(6.0);
      CHECK(app.count<SampleRejected>(from) == 1);
      CHECK_FALSE(app.paused(from));
      CHECK(adopted(app).empty());
      pace.holds(app, 1.1);
    }
  }
}

TEST_CASE("two clocks from the beginning, or two cameras in one stream, are no gap and stop nothing") {
  SECTION("ticks of another clock") {
    World app = world();
    app.tick_clock = [](double t) { return std::optional{t + 1.7e9}; };
    app.play_to_the_end();
    CHECK(app.session.over());
    CHECK(app.session.summary().gain.verdict != GainVerdict::increased);
    CHECK(app.session.summary().repetitions.size() > 10);
    CHECK_FALSE(app.paused(0.0));
  }
  SECTION("every other posture of another clock") {
    World app = world_in_a_block();
    int n = 0;
    app.posture_clock = [&](double t) { return std::optional{n++ % 2 == 0 ? t : t + 500.0}; };
    const Pace pace{app};
    const double from = app.real;
    plays_monotonously(app, 20.0);
    CHECK_FALSE(app.paused(from));
    CHECK(adopted(app).empty());
    pace.holds(app, 1.0);
  }
}

TEST_CASE("old postures that come all at once are no clock") {
  World app = world_in_a_block();
  std::vector<double> kept;
  const double from = app.real;
  app.posture_clock = [&](double t) -> std::optional<double> {
    kept.push_back(t);
    return std::nullopt;
  };
  app.play_for(9.0);
  CHECK(app.session.phase() == Phase::paused);
  const Pace pace{app};
  for (const double t : kept) app.keep(app.session.observe(Posture{seconds(t)}));
  pace.holds(app, 1.0);
  CHECK(app.session.phase() == Phase::paused);
  app.posture_clock = [](double t) { return std::optional{t}; };
  app.play_for(4.0);
  CHECK(app.session.phase() == Phase::stretching);
  CHECK(app.real > from);
}

TEST_CASE("without a sensor a clock that falls back or leaps keeps no question, word, cap or way out waiting") {
  for (const double jump : {-1000.0, 400.0, 1e9}) {
    CAPTURE(jump);
    World app = world({.answers = Answers::tap, .sensor = Sensor::none});
    app.posture_clock = [](double) { return std::nullopt; };
    app.play_for(60.0);
    app.tick_clock = [=](double t) { return std::optional{t + jump}; };
    app.play_to_the_end(1500.0);
    CHECK(app.session.over());
    CHECK(app.session.summary().offered_openings > 10);
    CHECK(inside(app.session).way_out_spoken);
  }
}

}  // namespace session_clocks_test
