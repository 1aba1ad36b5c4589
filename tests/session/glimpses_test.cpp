#include "catch.hpp"
#include "session/worlds.hpp"

namespace session_glimpses_test {

using namespace stretchcore;

namespace {

/// How a stream is seen from some moment on, at a rate at which postures come.
struct Stream {
  std::string name;
  double every;  ///< [s]
  std::function<void(Posture&, double since)> sensor;
  double pauses_within;  ///< [s]
};

void hide(Posture& posture, const ChannelSet& channels) {
  channels.each([&](Channel c) { posture.clear(c); });
}

ChannelSet all_of(const Posture& posture) { return posture.present(); }

Stream blinking(double shown, double of, double every) {
  return {"seen " + std::to_string(shown) + " s of every " + std::to_string(of), every,
          [=](Posture& posture, double since) {
            if (std::fmod(since, of) >= shown) hide(posture, all_of(posture));
          },
          12.0};
}

Stream one_channel_blinking(Channel c, double shown, double of) {
  return {std::string{name(c)} + " blinking", 1.0 / 30,
          [=](Posture& posture, double since) {
            if (std::fmod(since, of) >= shown) posture.clear(c);
          },
          12.0};
}

/// Values that are renewed only now and then.
Stream renewed_every(double time) {
  const auto kept = std::make_shared<std::pair<double, Posture>>(-1e9, Posture{});
  return {"renewed every " + std::to_string(time), 1.0 / 30,
          [=](Posture& posture, double since) {
            if (since - kept->first >= time || since < kept->first) *kept = {since, posture};
            const Time now = posture.time;
            posture = kept->second;
            posture.time = now;
          },
          14.0};
}

/// Stuck, behind a filter that goes there and then drifts.
Stream smoothed_and_stuck(double drift) {
  const auto stuck = std::make_shared<std::optional<Posture>>();
  const auto smooth = std::make_shared<std::map<Channel, double>>();
  return {"stuck behind smoothing", 1.0 / 30,
          [=](Posture& posture, double since) {
            if (!*stuck || since < 0.02) *stuck = posture;
            posture.present().each([&](Channel c) {
              double& value = smooth->emplace(c, posture.angle(c).degrees()).first->second;
              value += 0.2 * ((*stuck)->angle(c).degrees() + drift * since - value);
              posture.set(c, degrees(value));
            });
          },
          14.0};
}

std::vector<Stream> streams() {
  std::vector<Stream> all;
  for (const double every : {1.0 / 60, 1.0 / 30, 1.0 / 10, 1.0 / 3}) {
    all.push_back(blinking(std::max(0.1, every), 1.0, every));
    all.push_back(blinking(std::max(0.1, every), 2.0, every));
  }
  for (const double every : {0.6, 0.7, 1.0, 1.4, 1.9}) {
    all.push_back({"a posture every " + std::to_string(every), every, [](Posture&, double) {}, 8.0});
  }
  for (const double time : {1.0, 2.0, 3.1, 5.0}) all.push_back(renewed_every(time));
  for (const double drift : {0.0, 0.005, 0.015}) all.push_back(smoothed_and_stuck(drift));
  all.push_back(one_channel_blinking(Channel::hip_abduction_left, 0.1, 1.0));
  all.push_back(one_channel_blinking(Channel::pelvis_list, 0.2, 1.5));
  all.push_back({"left and right in turns", 1.0 / 30,
                 [](Posture& posture, double since) {
                   const bool left = std::fmod(since, 2.0) < 1.0;
                   posture.clear(left ? Channel::hip_abduction_left : Channel::hip_abduction_right);
                   posture.clear(left ? Channel::knee_flexion_left : Channel::knee_flexion_right);
                 },
                 12.0});
  return all;
}

}  // namespace

TEST_CASE("what is seen in glimpses is told unknown and pauses, whoever ticks and however still all seems",
          "[SR-1][SR-2]") {
  for (const double tick_every : {0.1, 0.03, 0.0}) {
    const World before = world_in_a_block();
    for (const Stream& stream : streams()) {
      for (const double aslant : {0.0, 20.0}) {
        CAPTURE(stream.name, stream.every, tick_every, aslant);
        World app = before;
        app.tick_every = tick_every;
        const double from = app.real;
        app.every = stream.every;
        app.aslant = aslant;
        app.sensor = [&](Posture& posture, double real) { stream.sensor(posture, real - from); };
        app.play_for(stream.pauses_within);
        const auto paused = app.paused(from);
        REQUIRE(paused);
        CHECK(*paused <= stream.pauses_within);
        // It comes to an end: by feel, or back where all is seen again.
        app.play_for(20.0);
        const bool followed = inside(app.session).sight.following == Sensing::seen;
        const bool guided = followed && app.session.phase() != Phase::paused;
        CHECK_FALSE(guided);
        if (inside(app.session).sight.following != Sensing::unseen) continue;
        for (std::size_t i = 0; i < inside(app.session).rules.size(); ++i) {
          CHECK(inside(app.session).rules[i].announced == RuleVerdict::cued_only);
        }
      }
    }
  }
}

TEST_CASE("a signal that comes back each time and each time goes again ends by feel, not in a loop") {
  struct Kind {
    double shown;
    double of;
    double bent;  ///< of the knees: what a rule pauses for while they are seen
  };
  for (const auto& [shown, of, bent] : {Kind{2.6, 5.0, 0}, Kind{3.0, 5.3, 0}, Kind{4.0, 6.5, 0}, Kind{7.0, 10.0, 0},
                                        Kind{2.6, 5.0, -20}, Kind{4.0, 6.5, -20}}) {
    CAPTURE(shown, of, bent);
    World app = world_in_a_block({.answers = Answers::tap, .source = Source::optical_markers});
    const double from = app.real;
    const Stream stream = blinking(shown, of, 1.0 / 30);
    app.sensor = [&, bent = bent](Posture& posture, double real) {
      for (const Side side : both_sides) {
        if (bent != 0) posture.set(channel(Motion::knee_flexion, side), degrees(9 + bent));
      }
      stream.sensor(posture, real - from);
    };
    app.play_for(60.0);
    const auto pauses = [&] {
      int n = 0;
      for (const World::Told& one : app.told) {
        const auto* change = std::get_if<PhaseChanged>(&one.event);
        n += one.real >= from && change && change->to == Phase::paused ? 1 : 0;
      }
      return n;
    };
    CHECK(pauses() <= 4);
    REQUIRE(app.said(from, Moment::ask_by_feel));
    CHECK(*app.said(from, Moment::ask_by_feel) <= 45.0);
    app.play_for(60.0);
    CHECK(inside(app.session).sight.following == Sensing::unseen);  // nobody answered: it goes on by feel
    if (bent == 0) CHECK(pauses() == 3);
    CHECK(pauses() <= 4);
  }
}

TEST_CASE("while a stream is too slow to watch, that is what is said of it, and by feel is offered") {
  World app = world_in_a_block({.answers = Answers::tap, .source = Source::optical_markers});
  const double from = app.real;
  app.every = 0.7;
  app.play_for(8.0);
  REQUIRE(app.session.phase() == Phase::paused);
  CHECK(app.session.view().waiting_for.find("too slow to watch") != std::string::npos);
  bool said = false;
  for (const World::Told& one : app.told) {
    const auto* lost = std::get_if<SignalLost>(&one.event);
    said = said || (one.real >= from && lost && lost->health == Health::too_slow);
  }
  CHECK(said);
  app.play_for(14.0);
  CHECK(app.said(from, Moment::ask_by_feel));
  SECTION("a stream that is quick again is found") {
    app.every = 1.0 / 30;
    app.play_for(6.0);
    CHECK(app.session.phase() == Phase::stretching);
  }
  SECTION("and one that stays slow is left") {
    app.play_for(40.0);
    CHECK(inside(app.session).sight.following == Sensing::unseen);
  }
}

TEST_CASE("the slowest stream that can be watched is guided to its end, and what is broken in it pauses") {
  for (const double every : {0.45, 1.0 / 3, 0.2, 1.0 / 15}) {
    CAPTURE(every);
    World app = world();
    app.every = every;
    REQUIRE(app.play_to(Phase::stretching, Stage::opening));
    CHECK_FALSE(app.paused(0.0));
    app.play_for(10.0);
    const double from = app.real;
    app.aslant = 20.0;
    app.play_for(6.0);
    CHECK(app.session.phase() == Phase::paused);
    CHECK(app.told_of("pelvis-hitched") == RuleVerdict::violated);
    app.aslant = 0.0;
    app.play_for(6.0);
    CHECK(app.session.phase() == Phase::stretching);
    CHECK(app.real > from);
  }
}

TEST_CASE("short drop-outs, a sensor of whole degrees and a filter that rests are no glimpses") {
  const std::pair<const char*, std::function<void(Posture&, double)>> healthy[] = {
      {"0.3 s of every 2 s lost",
       [](Posture& p, double t) {
         if (std::fmod(t, 2.0) < 0.3) hide(p, all_of(p));
       }},
      {"0.8 s of every 4 s lost",
       [](Posture& p, double t) {
         if (std::fmod(t, 4.0) < 0.8) hide(p, all_of(p));
       }},
      {"whole degrees",
       [](Posture& p, double) {
         p.present().each([&](Channel c) { p.set(c, degrees(std::round(p.angle(c).degrees() + 0.2))); });
       }},
  };
  for (const auto& [name, sensor] : healthy) {
    CAPTURE(name);
    World app = world();
    app.sensor = sensor;
    REQUIRE(app.play_to(Phase::stretching, Stage::opening));
    const double from = app.real;
    app.play_for(25.0);
    CHECK_FALSE(app.paused(from));
  }
}

}  // namespace session_glimpses_test
