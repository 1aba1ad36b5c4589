// Little: less means less, and whoever moves little is measured, or guided by feel and told so.

#include "catch.hpp"
#include "session/follower.hpp"

namespace session_little_test {

using namespace stretchcore;

namespace {

/// Says it is too much after every opening to a target, or after the first; the targets in order.
struct Complaints {
  std::vector<double> targets;
  int rests = 0;
  std::vector<Moment> said;
};

Complaints complain(Source source, bool pain, bool once, double limit) {
  Follower person{source, 6};
  Complaints found;
  while (!person.session.over() && person.now < 420 && found.targets.size() < 14) {
    const bool stretching = person.session.phase() == Phase::stretching;
    const auto asked = person.target();
    if (person.session.phase() == Phase::paused) {
      ++found.rests;
      person.rest(2);
      person.report(Command{seconds(person.now), Action::resume});
      continue;
    }
    const double far = person.free() ? limit : stretching && asked ? *asked : person.home;
    person.feed({{far, far}, far > person.home ? 5.0 : 0.5});
    if (!stretching || !asked) continue;
    found.targets.push_back(*asked);
    if (once && found.targets.size() > 1) continue;
    if (pain) {
      person.report(PainRating{seconds(person.now), 3});
    } else {
      person.report(FeltStretch{seconds(person.now), Stretch::too_much});
    }
    for (const CueGiven& cue : all<CueGiven>(person.latest)) found.said.push_back(cue.moment);
  }
  return found;
}

}  // namespace

TEST_CASE("after too much, or amber pain, no target is wider than what hurt, whatever the ramp") {
  for (const Source source : {Source::optical_markers, Source::phone_camera}) {
    for (const bool pain : {false, true}) {
      for (const double limit : {30.0, 40.0, 60.0}) {
        CAPTURE(pain, limit);
        const Complaints always = complain(source, pain, false, limit);
        REQUIRE(always.targets.size() >= 3);
        for (std::size_t i = 1; i < always.targets.size(); ++i) {
          CHECK(always.targets[i] < always.targets[i - 1]);
        }
        CHECK(always.rests >= 1);  // at the smallest it is rest that is offered
        const Complaints once = complain(source, pain, true, limit);
        REQUIRE(once.targets.size() >= 3);
        const double first = once.targets.front();
        CHECK(once.targets.size() == 14);  // into the second block
        for (std::size_t i = 1; i < once.targets.size(); ++i) {
          CHECK(once.targets[i] <= 4.5 + (first - 4) * 0.86);
        }
      }
    }
  }
}

TEST_CASE("a stiff person is measured, counted and led no further than what is theirs") {
  for (const std::string exercise : {"dynamic-inner-thigh-stretch"}) {
    for (const double limit : {12.0, 14.0, 16.0, 20.0}) {
      for (const double rate : {15.0, 30.0, 60.0}) {
        CAPTURE(exercise, limit, rate);
        Follower person{Source::optical_markers, 8, Answers::none, exercise};
        person.rate = rate;
        double most = 0;
        const auto freely = [&] { return Bilateral<double>{limit, limit}; };
        const auto to = [&](double asked) {
          most = std::max(most, asked);
          return Bilateral<double>{asked, asked};
        };
        person.play(freely, to, {}, 400);
        const Summary summary = person.session.summary();
        CHECK(summary.range_before.left.value.degrees() == Approx(limit).margin(1));
        CHECK(most > 4);
        CHECK(most <= limit);
        int held = 0;
        for (const Repetition& r : summary.repetitions) held += r.held ? 1 : 0;
        CHECK(held >= 8);
      }
    }
  }
}

TEST_CASE("where nothing was measured nothing is invented: no width, no words that somebody set one") {
  for (const Source source : {Source::phone_camera, Source::depth_camera}) {
    Follower person{source, 8, Answers::none};
    person.play(
        [] {
          return Bilateral<double>{12, 12};
        },
        [](double asked) {
          return Bilateral<double>{asked, asked};
        },
        {}, 500);
    for (const TargetChanged& change : all<TargetChanged>(person.events)) CHECK_FALSE(change.target);
    CHECK(count_of(person.events, Moment::unmeasured) == 1);
    CHECK(count_of(person.events, Moment::target_set) == 0);
    CHECK(person.session.over());
    CHECK(person.session.summary().end_reason != EndReason::cap);
  }
}

TEST_CASE("a person who opens far less than asked hears what to do again, and is not left in silence") {
  for (const Answers answers : {Answers::none, Answers::voice}) {
    Follower person{Source::phone_camera, 8, answers};
    double heard = 0;
    double longest = 0;
    int small = 0;
    while (!person.session.over() && person.now < 330) {
      const bool stretching = person.session.phase() == Phase::stretching && person.listened();
      const double far = person.free() ? 38 : stretching ? 11 : person.home;
      person.feed({{far, far}, far > person.home ? 5.0 : 0.5});
      small += stretching ? 1 : 0;
      const bool said = !all<CueGiven>(person.latest).empty();
      if (said || !stretching) heard = person.now;
      longest = std::max(longest, person.now - heard);
    }
    CHECK(small >= 8);
    CHECK(longest <= 45);
  }
}

}  // namespace session_little_test
