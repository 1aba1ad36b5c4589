#include <optional>

#include <stretchcore/cue/render.hpp>
#include <stretchcore/document/catalog.hpp>
#include <stretchcore/simulation/virtual_person.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_guidance_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

Session founding_session() { return Session{catalog().at("dynamic-inner-thigh-stretch")}; }

}  // namespace

TEST_CASE("the tone to turn comes before the target is reached, by at least the time it takes to react") {
  for (const std::uint64_t seed : {1u, 2u, 3u}) {
    Session session = founding_session();
    VirtualPerson person{seed};
    std::optional<Time> told;
    bool arrived = false;
    Time reached{};
    int openings = 0;
    while (!session.over()) {
      for (const Event& event : person.step(session)) {
        if (const auto* guide = std::get_if<Guide>(&event); guide && guide->kind == GuideKind::turn) told = guide->time;
        const auto* done = std::get_if<RepetitionCompleted>(&event);
        if (!done) continue;
        openings += done->repetition.held ? 1 : 0;  // who moves on through the words of the block is not counted yet
        if (arrived && done->repetition.held) {
          REQUIRE(told);
          CHECK(reached - *told >= 200_ms);
        }
        told.reset();
        arrived = false;
      }
      const View view = session.view();
      if (!view.target || arrived) continue;
      for (const Side side : both_sides) {
        if (!view.opening[side] || *view.opening[side] < view.target->angle) continue;
        arrived = true;
        reached = view.time;
      }
    }
    CHECK(openings == 10);
  }
}

TEST_CASE("at most one correction is said for a repetition, and a good one after it is confirmed") {
  Traits wilful;
  wilful.obedience = 0.6;
  wilful.easy_right = degrees(52);
  int corrected = 0;
  int confirmed = 0;
  for (const std::uint64_t seed : {1u, 2u, 3u, 4u, 5u, 6u}) {
    const bool markers = seed % 2 == 0;  // a camera names no side before its sides were checked
    Session session{catalog().at("dynamic-inner-thigh-stretch"),
                    {},
                    {.source = markers ? Source::optical_markers : Source::phone_camera}};
    int corrections = 0;
    int repetitions = 0;
    bool owed = false;
    bool good = false;
    VirtualPerson{seed, wilful}.follow(session, [&](const Event& event) {
      if (const auto* done = std::get_if<RepetitionCompleted>(&event)) {
        repetitions += done->repetition.held ? 1 : 0;
        good = !done->repetition.over_target;
      }
      const auto* cue = std::get_if<CueGiven>(&event);
      if (cue && cue->moment == Moment::over_target) {
        ++corrections;
        owed = true;
        CHECK(cue->side == (markers ? std::optional{Side::right} : std::nullopt));
      }
      if (cue && cue->moment == Moment::confirm) {
        CHECK(good);
        confirmed += owed ? 1 : 0;
        owed = false;
      }
      CHECK(corrections <= repetitions);
    });
    corrected += corrections;
  }
  CHECK(corrected >= 6);
  CHECK(confirmed >= 3);
}

TEST_CASE("while she moves the voice is silent most of the time, and three quarters of it once she has the width") {
  Traits follows;
  follows.obedience = 1.0;  // whoever keeps going beyond it does not have the width, and is told so
  for (const std::uint64_t seed : {1u, 2u, 3u, 4u}) {
    Session session = founding_session();
    VirtualPerson person{seed, follows};
    double silent = 0.0;
    double moving = 0.0;
    double silent_later = 0.0;
    double moving_later = 0.0;
    Time before{0};
    while (!session.over()) {
      person.step(session);
      const State& state = inside(session);
      const double step = to_seconds(state.now - before);
      before = state.now;
      if (session.phase() != Phase::stretching) continue;
      const bool quiet = state.now >= state.talk.voice.until;
      const bool later = state.course.counted >= 4;
      moving += step;
      silent += quiet ? step : 0.0;
      moving_later += later ? step : 0.0;
      silent_later += quiet && later ? step : 0.0;
    }
    REQUIRE(moving_later > 25.0);
    CHECK(silent > 0.5 * moving);
    CHECK(silent_later > 0.75 * moving_later);
  }
}

TEST_CASE("no cue is begun into the words of another, in any language and whatever is followed") {
  for (const char* language : {"en", "de", "es"}) {
    for (const ChannelSet& hidden :
         {ChannelSet{}, ChannelSet{Channel::pelvis_tilt},
          ChannelSet{Channel::pelvis_tilt, Channel::pelvis_list, Channel::pelvis_rotation}}) {
      CAPTURE(language);
      Rehearsal rehearsal{Session{inner_thigh(), {}, {.language = language}}, {.hidden = hidden, .reply = agreeable}};
      rehearsal.play();
      const auto cues = all<CueGiven>(rehearsal.events);
      REQUIRE(cues.size() > 15);
      for (std::size_t i = 1; i < cues.size(); ++i) {
        if (cues[i].interrupts) continue;
        const std::string before = rehearsal.session.text(cues[i - 1], language);
        CAPTURE(before);
        CHECK(cues[i].time >= cues[i - 1].time + spoken_length(before));
      }
    }
  }
}

TEST_CASE("a side that is sure is explained when the width is set") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.source = Source::optical_markers}},
                      {.easy = {degrees(30), degrees(45)}, .reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  const Time since = rehearsal.now;
  rehearsal.play_for(seconds(6));
  CHECK(count_of(rehearsal.events, Moment::side_determined) == 1);
  CHECK(count_of(rehearsal.events, Moment::target_set) == 0);
  for (const CueGiven& cue : all<CueGiven>(rehearsal.events)) {
    if (cue.moment == Moment::side_determined) CHECK(cue.time < since + seconds(3));
  }
}

TEST_CASE("no side is named in a correction while the sides are in doubt", "[SR-11]") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.source = Source::optical_markers, .check_sides = true}},
                      {.easy = {degrees(32), degrees(50)}, .resists = true, .reply = agreeable}};
  rehearsal.play();
  REQUIRE(inside(rehearsal.session).sight.sides == SideCheck::unclear);
  CHECK(count_of(rehearsal.events, Moment::over_target) > 0);
  for (const CueGiven& cue : all<CueGiven>(rehearsal.events)) {
    if (cue.moment == Moment::over_target) CHECK_FALSE(cue.side);
  }
}

TEST_CASE("the first repetitions of a block are too far only beyond the target they lead up to") {
  const auto first_of = [](Angle easy_left, Angle easy_right) {
    Rehearsal rehearsal{Session{inner_thigh(), {}, {.source = Source::optical_markers}},
                        {.easy = {easy_left, easy_right}, .resists = true, .reply = agreeable}};
    REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
    REQUIRE(rehearsal.session.target()->limited_by == Limit::ramp_in);
    const auto done = rehearsal.session.summary().repetitions.size();
    while (rehearsal.session.summary().repetitions.size() == done && rehearsal.now < seconds(400)) rehearsal.step();
    const Repetition repetition = rehearsal.session.summary().repetitions.back();
    REQUIRE(repetition.held);
    return repetition;
  };
  CHECK_FALSE(first_of(degrees(38), degrees(38)).over_target);  // far beyond the ramp, within the width
  CHECK(first_of(degrees(38), degrees(50)).over_target);
}

}  // namespace session_guidance_test
