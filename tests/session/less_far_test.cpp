#include <stretchcore/simulation/virtual_person.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_less_far_test {

using namespace stretchcore;

namespace {

Rehearsal in_a_block(Body body = {}) {
  body.reply = agreeable;
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.source = Source::optical_markers}}, std::move(body)};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  return rehearsal;
}

/// Until so many more openings to a target are told.
void play_openings(Rehearsal& rehearsal, int count) {
  while (count > 0 && !rehearsal.session.over()) {
    rehearsal.step();
    count -= static_cast<int>(all<RepetitionCompleted>(rehearsal.latest).size());
  }
}

}  // namespace

TEST_CASE("whoever suddenly goes less far is asked for less after one opening, in words and by the target") {
  for (const bool mirrored : {false, true}) {
    Rehearsal rehearsal = in_a_block();
    play_openings(rehearsal, 5);
    REQUIRE(all<ReachDropped>(rehearsal.events).empty());
    const Angle before = rehearsal.session.target()->angle;
    const Side side = mirrored ? Side::right : Side::left;
    rehearsal.body.easy[side] = before - degrees(9);
    rehearsal.events.clear();
    play_openings(rehearsal, 2);  // the one that had begun, and one that guards
    const auto dropped = all<ReachDropped>(rehearsal.events);
    REQUIRE(dropped.size() == 1);
    CHECK(dropped.front().side == side);
    CHECK(dropped.front().by.degrees() == Approx(7.0).margin(2.0));
    // Less is a share of the way from home, where this body rests at 2°.
    CHECK(rehearsal.session.target()->angle.degrees() == Approx(2 + 0.85 * (before.degrees() - 2)).margin(0.05));
    CHECK(rehearsal.session.target()->limited_by == Limit::eased);
    rehearsal.play_for(seconds(3));
    CHECK(count_of(rehearsal.events, Moment::ease_off) == 1);
  }
}

TEST_CASE("whoever goes as far as she did, or comes back to the target when told, is not asked for less") {
  for (const bool resists : {false, true}) {
    Rehearsal rehearsal = in_a_block({.easy = {degrees(38), degrees(52)}, .resists = resists});
    play_openings(rehearsal, 5);
    rehearsal.body.resists = false;
    play_openings(rehearsal, 4);
    CHECK(all<ReachDropped>(rehearsal.events).empty());
    CHECK(count_of(rehearsal.events, Moment::ease_off) == 0);
  }
}

TEST_CASE("an opening too small to count is a fall, and a short movement is none") {
  for (const double share : {1.0, 0.35}) {
    CAPTURE(share);
    Rehearsal rehearsal = in_a_block();
    play_openings(rehearsal, 4);
    rehearsal.body.easy = {degrees(10), degrees(10)};
    rehearsal.body.cycle = seconds(4.0 * share);
    rehearsal.events.clear();
    rehearsal.play_for(seconds(12));
    std::size_t before = 0;
    std::size_t dropped = 0;
    for (const Event& event : rehearsal.events) {
      if (std::holds_alternative<ReachDropped>(event)) ++dropped;
      if (std::holds_alternative<AttemptRejected>(event) && dropped == 0) ++before;
    }
    CHECK(before >= 1);
    CHECK((dropped > 0) == (share == 1.0));
    if (dropped > 0) CHECK(before == 1);
  }
}

TEST_CASE("a recording is told of a fall, and asked for nothing") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.source = Source::optical_markers, .recorded = true}}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  play_openings(rehearsal, 5);
  const auto before = rehearsal.session.target();
  rehearsal.body.easy = {degrees(22), degrees(22)};
  play_openings(rehearsal, 2);
  CHECK_FALSE(all<ReachDropped>(rehearsal.events).empty());
  CHECK(count_of(rehearsal.events, Moment::ease_off) == 0);
  CHECK(rehearsal.session.target() == before);
}

TEST_CASE("whoever asked for more is asked again where more does not help, and only there") {
  for (const double gained : {0.0, 6.0, -6.0}) {
    CAPTURE(gained);
    Rehearsal rehearsal = in_a_block({.gained = degrees(gained)});
    rehearsal.give(Command{{}, Action::more});
    const auto asks = [&] {
      const auto& question = inside(rehearsal.session).talk.question;
      return question && question->kind == QuestionKind::more;
    };
    while (!asks() && inside(rehearsal.session).course.block == 1 && !rehearsal.session.over()) rehearsal.step();
    CHECK(asks() == (gained <= 0.0));
    CHECK(inside(rehearsal.session).course.block == (gained <= 0.0 ? 1 : 2));
  }
}

TEST_CASE("of legs that take turns each is watched for itself, and one that guards is told") {
  Rehearsal rehearsal{Session{exercise_of("bent-knee-fallout"), {}, {.source = Source::optical_markers}},
                      {.easy = {degrees(40), degrees(44)}, .reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  play_openings(rehearsal, 10);
  REQUIRE(all<ReachDropped>(rehearsal.events).empty());
  const auto& target = inside(rehearsal.session).aim.target.left;
  REQUIRE(target);
  rehearsal.body.easy.left = target->angle - degrees(10);
  play_openings(rehearsal, 4);
  const auto dropped = all<ReachDropped>(rehearsal.events);
  REQUIRE(!dropped.empty());
  for (const ReachDropped& one : dropped) CHECK(one.side == Side::left);
}

TEST_CASE("who guards on and on is not told at every opening") {
  Rehearsal rehearsal = in_a_block();
  play_openings(rehearsal, 5);
  rehearsal.body.easy = {degrees(15), degrees(15)};
  rehearsal.events.clear();
  play_openings(rehearsal, 5);
  CHECK(all<ReachDropped>(rehearsal.events).size() <= 4);
  CHECK(count_of(rehearsal.events, Moment::ease_off) <= 2);
}

TEST_CASE("a second block asks for more, and whoever stays where she was has not gone less far") {
  Rehearsal rehearsal = in_a_block({.gained = degrees(5)});
  rehearsal.give(Command{{}, Action::more});
  while (inside(rehearsal.session).course.block < 2 && !rehearsal.session.over()) rehearsal.step();
  rehearsal.body.gained = degrees(2);  // the target is 5 degrees up, and she is not
  play_openings(rehearsal, 9);
  CHECK(all<ReachDropped>(rehearsal.events).empty());
}

TEST_CASE("whoever asked for more, and does not answer when asked again, gets it") {
  Rehearsal rehearsal = in_a_block();
  rehearsal.body.reply = [](QuestionKind kind) -> std::optional<Choice> {
    if (kind == QuestionKind::more) return std::nullopt;
    return kind == QuestionKind::change ? Choice::freer : agreeable(kind);
  };
  rehearsal.give(Command{{}, Action::more});
  while (inside(rehearsal.session).course.block == 1 && !rehearsal.session.over()) rehearsal.step();
  CHECK(inside(rehearsal.session).course.block == 2);
}

TEST_CASE("no side is named as going less far while sides are in doubt", "[SR-11]") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.source = Source::optical_markers, .check_sides = true}},
                      {.reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  REQUIRE(inside(rehearsal.session).sight.sides == SideCheck::unclear);
  play_openings(rehearsal, 5);
  rehearsal.body.easy = {degrees(22), degrees(22)};
  play_openings(rehearsal, 2);
  const auto dropped = all<ReachDropped>(rehearsal.events);
  REQUIRE(dropped.size() == 1);
  CHECK_FALSE(dropped.front().side);
}

TEST_CASE("a saved state with counts that nothing has is refused") {
  const auto refused = [](auto&& change) {
    State state = inside(Session{inner_thigh()});
    change(state);
    CHECK_THROWS_AS((Session{inner_thigh(), {}, {}, SessionState{state}}), InvalidModel);
  };
  CHECK_NOTHROW((Session{inner_thigh(), {}, {}, Session{inner_thigh()}.state()}));
  refused([](State& s) { s.talk.said[0] = -1; });
  refused([](State& s) { s.aim.fall.right.openings = -1; });
  refused([](State& s) { s.talk.tracks.at(0).in_block = -1; });
  refused([](State& s) { s.talk.tracks = detail::SparseList<CueTrack, most_cues>{3}; });
}

TEST_CASE("what is usual is learned at the full target only, by openings that were begun knowing it") {
  Session session{inner_thigh(), screened(inner_thigh()), {.source = Source::optical_markers}};
  int told = 0;
  VirtualPerson{1}.follow(session, [&](const Event& event) {
    const auto* done = std::get_if<RepetitionCompleted>(&event);
    if (!done || !done->repetition.held || done->number > 5 || inside(session).course.block != 1) return;
    ++told;
    CHECK(inside(session).aim.fall.left.openings == std::max(0, done->number - 3));
  });
  CHECK(told == 5);
}

}  // namespace session_less_far_test
