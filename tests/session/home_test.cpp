// Home: where openings begin. It drifts, is moved, or the person slides; and a measuring may determine nothing.

#include "catch.hpp"
#include "session/follower.hpp"
#include "session/inside.hpp"

namespace session_home_test {

using namespace stretchcore;

TEST_CASE("a second measuring that determines nothing lifts no target") {
  for (const double limit : {16.0, 22.0, 40.0}) {
    for (const double aslant : {6.0, 7.0, -9.0}) {
      Follower person{Source::optical_markers, 3, Answers::none};
      Dice dice{7};
      double most = 0;
      double first = 0;
      const auto freely = [&] {
        if (person.session.phase() == Phase::remeasuring) person.list += person.list == 0 ? aslant : aslant / 2;
        const double reach = std::min(limit * 0.95 + dice.next(), limit);
        return Bilateral<double>{reach, reach};
      };
      const auto after = [&] {
        if (const auto asked = person.target()) most = std::max(most, *asked);
        if (person.session.view().block == 1) first = most;
      };
      person.play(
          freely,
          [&](double asked) {
            return Bilateral<double>{std::min(asked, limit), std::min(asked, limit)};
          },
          after);
      CAPTURE(limit, aslant, first, most);
      CHECK(first > 0);
      CHECK(most <= limit);
    }
  }
}

TEST_CASE("drift between the measuring and a target is taken out of it; what rose lifts nothing") {
  for (const Source source : {Source::optical_markers, Source::imu_pair}) {
    for (const double drift : {-0.1, -0.05, 0.05, 0.1}) {
      for (const double limit : {30.0, 40.0, 60.0}) {
        Follower person{source, 11, Answers::none};
        person.drift = drift;
        double beyond = -100;
        const auto freely = [&] { return Bilateral<double>{limit, limit}; };
        const auto to = [&](double asked) {
          const double truly = asked - drift * (person.now + 2.5);  // what the sensor adds is not the person's
          if (person.session.view().block == 1) beyond = std::max(beyond, truly - limit);
          return Bilateral<double>{std::min(truly, limit), std::min(truly, limit)};
        };
        person.play(freely, to, {}, 200);
        CAPTURE(drift, limit);
        CHECK(beyond > -100);
        CHECK(beyond <= 2);
      }
    }
  }
}

TEST_CASE("where home has moved between two measurings no gain is told, and why") {
  for (const double shift : {-9.0, -5.0, 5.0, 9.0}) {
    Follower person{Source::optical_markers, 5, Answers::none};
    const auto reach = [&] { return Bilateral<double>{40 + person.home - 4, 40 + person.home - 4}; };
    const auto after = [&] {
      if (person.session.phase() == Phase::remeasuring) person.home = 4 + shift;
    };
    person.play(
        reach,
        [](double asked) {
          return Bilateral<double>{asked, asked};
        },
        after, 240);
    const Summary summary = person.session.summary();
    CAPTURE(shift);
    REQUIRE(summary.range_after.left.known());
    CHECK(summary.gain.verdict == GainVerdict::undetermined);
    CHECK(summary.gain.doubt == Doubt::moved);
    CHECK_FALSE(summary.asymmetry.tighter_side);
    for (const char* language : {"en", "de", "es"}) {
      CHECK(summary.text(language).find(language == std::string{"en"}   ? "camera"
                                        : language == std::string{"de"} ? "Kamera"
                                                                        : "cámara") != std::string::npos);
    }
  }
}

TEST_CASE("a gain is still found where home stays") {
  Follower person{Source::optical_markers, 5, Answers::none};
  Dice dice{2};
  const auto freely = [&] {
    const double reach = (person.session.phase() == Phase::measuring ? 38.0 : 46.0) + dice.next() * 0.5;
    return Bilateral<double>{reach, reach};
  };
  person.play(
      freely,
      [](double asked) {
        return Bilateral<double>{asked, asked};
      },
      {}, 240);
  CHECK(person.session.summary().gain.verdict == GainVerdict::increased);
}

TEST_CASE("who lies still with the pelvis aslant gets a new neutral, and is measured from there") {
  Follower person{Source::optical_markers, 5, Answers::none};
  while (person.session.phase() != Phase::remeasuring && person.now < 300) {
    const auto asked = person.target();
    const double far = person.free() ? 40 : asked.value_or(4);
    person.feed({{far, far}, person.free() || asked ? 5.0 : 0.5});
  }
  person.list = 7;
  for (int i = 0; i < 8; ++i) person.rest();
  const auto moved = all<NeutralMoved>(person.events);
  REQUIRE(moved.size() == 1);
  CHECK(moved.front().channel == Channel::pelvis_list);
  CHECK(moved.front().to.degrees() == Approx(7).margin(0.5));
  while (person.session.phase() == Phase::remeasuring && person.now < 300) {
    person.feed(person.free() ? Wave{{40, 40}, 5} : Wave{{person.home, person.home}, 0.5});
  }
  const Summary summary = person.session.summary();
  CHECK(summary.range_after.left.known());
  CHECK(summary.gain.doubt == Doubt::moved);
}

TEST_CASE("who has slid so far that a rule pauses, and lies still, gets a new neutral and goes on") {
  for (const double aslant : {12.0, -14.0, 20.0}) {
    for (const bool legs_open : {false, true}) {
      Follower person{Source::optical_markers, 5, Answers::none};
      while (person.session.phase() != Phase::remeasuring && person.now < 300) {
        const auto asked = person.target();
        const double far = person.free() ? 40 : asked.value_or(4);
        person.feed({{far, far}, person.free() || asked ? 5.0 : 0.5});
      }
      person.list = aslant;
      const double from = person.now;
      while (person.session.phase() != Phase::paused && person.now < from + 30) person.feed({{40, 40}, 5});
      person.home = legs_open ? 30 : 4;
      REQUIRE(person.session.phase() == Phase::paused);
      const double paused_at = person.now;
      while (person.session.phase() == Phase::paused && person.now < paused_at + 20) person.rest();
      CAPTURE(aslant, legs_open);
      const auto moved = all<NeutralMoved>(person.events);
      if (legs_open) {  // that is no rest
        CHECK(moved.empty());
        continue;
      }
      REQUIRE(moved.size() == 1);
      CHECK(moved.front().time - all<PhaseChanged>(person.events).rbegin()[1].time >= seconds(12));
      CHECK(moved.front().to.degrees() == Approx(aslant).margin(0.5));
      CHECK(person.session.phase() == Phase::remeasuring);
    }
  }
}

TEST_CASE("who lies down straight in the pause of a rule keeps the neutral") {
  Follower person{Source::optical_markers, 5, Answers::none};
  while (person.session.phase() != Phase::stretching && person.now < 300) {
    person.feed(person.free() ? Wave{{40, 40}, 5} : Wave{{person.home, person.home}, 0.5});
  }
  person.list = 14;
  const double from = person.now;
  while (person.session.phase() != Phase::paused && person.now < from + 60) person.feed({{30, 30}, 5});
  REQUIRE(person.session.phase() == Phase::paused);
  for (int i = 0; i < 12; ++i) person.rest();
  person.list = 0;
  for (int i = 0; i < 30; ++i) person.rest();
  CHECK(all<NeutralMoved>(person.events).empty());
  CHECK(person.session.phase() != Phase::paused);
}

TEST_CASE("sides whose homes moved apart hide no gain in their mean") {
  for (const double apart : {5.0, 9.0, -7.0}) {
    Follower person{Source::optical_markers, 5, Answers::none};
    const auto after = [&] {
      if (person.session.phase() == Phase::remeasuring) person.shift = {apart, -apart};
    };
    person.play(
        [&] {
          return Bilateral<double>{40, 40};
        },
        [](double asked) {
          return Bilateral<double>{asked, asked};
        },
        after, 240);
    const Summary summary = person.session.summary();
    CAPTURE(apart);
    REQUIRE(summary.range_after.left.known());
    CHECK(summary.gain.verdict == GainVerdict::undetermined);
    CHECK(summary.gain.doubt == Doubt::moved);
  }
}

TEST_CASE("a side that was not moved has no range and no name, whatever sees it") {
  for (const Source source : {Source::optical_markers, Source::imu_pair, Source::multi_camera, Source::phone_camera}) {
    for (const Side still : both_sides) {
      for (const double rate : {15.0, 30.0, 60.0}) {
        Follower person{source, 9, Answers::none};
        person.rate = rate;
        const auto freely = [&] {
          Bilateral<double> peak{40, 40};
          peak[still] = person.home;
          return peak;
        };
        person.play(
            freely,
            [](double asked) {
              return Bilateral<double>{asked, asked};
            },
            {}, 240);
        const Summary summary = person.session.summary();
        CAPTURE(static_cast<int>(source), rate);
        CHECK_FALSE(summary.range_before[still].known());
        CHECK(summary.asymmetry.verdict == AsymmetryVerdict::undetermined);
        CHECK_FALSE(summary.asymmetry.tighter_side);
        CHECK(count_of(person.events, Moment::side_determined) == 0);
        for (const TargetChanged& change : all<TargetChanged>(person.events)) CHECK_FALSE(change.target);
      }
    }
  }
}

TEST_CASE("what drifts or was moved on one side alone names no side, and takes no name from sides that are apart") {
  const auto named = [](const Bilateral<double>& shift, const Bilateral<double>& drift, double right) {
    Follower person{Source::optical_markers, 5, Answers::none};
    person.shift = shift;
    person.drift_of = drift;
    bool said = false;
    const auto freely = [&] { return Bilateral<double>{40, right}; };
    const auto to = [](double asked) { return Bilateral<double>{asked, asked}; };
    person.play(freely, to, {}, 400);
    for (const CueGiven& cue : all<CueGiven>(person.events)) said = said || cue.moment == Moment::side_determined;
    return said ? std::optional{Side::left} : person.session.summary().asymmetry.tighter_side;
  };
  for (const double by : {-12.0, -8.0, 8.0, 12.0}) {
    CAPTURE(by);
    CHECK_FALSE(named({by, 0}, {}, 40));
    CHECK_FALSE(named({0, by}, {}, 40));
    CHECK_FALSE(named({by / 2, -by / 2}, {}, 40));
    CHECK_FALSE(named({}, {by / 100, 0}, 40));
    CHECK_FALSE(named({}, {0, by / 100}, 40));
  }
  CHECK(named({}, {}, 52) == Side::left);
  CHECK(named({1, 0}, {}, 52) == Side::left);
  CHECK(named({0, 4}, {}, 52) == Side::left);  // the openings alone are far enough apart
}

TEST_CASE("cameras name no side unless it was checked, and none after left and right look exchanged") {
  const auto follow = [](Source source, bool checked, bool exchange) {
    Follower person{source, 4, Answers::none};
    if (checked) {
      State state = inside(person.session);
      state.sight.sides = SideCheck::confirmed;
      person.session = Session{inner_thigh(), person.session.person(), person.session.options(), SessionState{state}};
    }
    int opened = 0;
    const auto freely = [&] {
      if (exchange && ++opened == 5) person.swapped = true;
      return Bilateral<double>{30, 50};
    };
    person.play(
        freely,
        [](double asked) {
          return Bilateral<double>{asked, asked};
        },
        {}, 130);
    return person.session.summary().asymmetry;
  };
  CHECK(follow(Source::optical_markers, false, false).tighter_side == Side::left);
  CHECK_FALSE(follow(Source::multi_camera, false, false).tighter_side);
  CHECK(follow(Source::multi_camera, false, false).doubt == Doubt::sides_unchecked);
  CHECK(follow(Source::multi_camera, true, false).tighter_side == Side::left);
  CHECK_FALSE(follow(Source::multi_camera, true, true).tighter_side);
  CHECK(follow(Source::multi_camera, true, true).doubt == Doubt::sides_exchanged);
  CHECK_FALSE(follow(Source::phone_camera, true, false).tighter_side);
}

}  // namespace session_home_test
