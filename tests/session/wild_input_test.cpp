#include <chrono>
#include <cmath>
#include <cstdlib>
#include <limits>

#include <stretchcore/detail/describe.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_wild_input_test {

using namespace stretchcore;

namespace {

/// Clocks that stand, creep, leap and fall back, in some inputs or from some input on.
struct WildClock {
  Time off{0};
  Time told{0};
  double slowest = 0.0;  ///< call [s]

  Time tell(Dice& dice, Time now);
};

Time wild_time(Dice& dice, Time now) {
  switch (dice.whole(12)) {
    case 0:
      return Time{0};
    case 1:
      return now - seconds(static_cast<double>(dice.whole(1000)));
    case 2:
      return dice.whole(40) == 0 ? Time::max() : now;
    case 3:
      return dice.whole(40) == 0 ? Time::min() : now;
    case 4:
      return now + seconds(static_cast<double>(dice.whole(3)));
    default:
      return now + seconds(0.001 * static_cast<double>(dice.whole(80)));
  }
}

Time WildClock::tell(Dice& dice, Time now) {
  constexpr double leaps[] = {0.6, 2.5, 12.0, 90.0, 4000.0, 1.7e9, 3.1e9};
  if (dice.whole(60) == 0) {
    const double leap = leaps[dice.whole(std::size(leaps))];
    off = dice.whole(3) == 0 ? Time{0} : seconds(dice.whole(2) == 0 ? leap : -leap);
  }
  const Time time = wild_time(dice, now);
  const bool extreme = time == Time::max() || time == Time::min();
  return extreme || dice.whole(8) == 0 ? time : time + off;
}

double wild_angle(Dice& dice) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  constexpr double wild[]{0.0, -0.0, 400.0, -400.0, infinite, -infinite, 1e-300, 1e300, 90.0};
  if (dice.whole(30) == 0) return std::nan("");
  if (dice.whole(30) == 0) return wild[dice.whole(std::size(wild))];
  return 20.0 + 25.0 * dice.next();
}

template <class E>
E any(Dice& dice) {
  E chosen{};
  auto nth = dice.whole(detail::enumerator_count<E>);
  detail::each_enumerator<E>([&](std::string_view, E each) {
    if (nth-- == 0) chosen = each;
  });
  return chosen;
}

Input wild_input(Dice& dice, Time time) {
  const auto when = dice.whole(4) == 0 ? std::optional<Time>{} : std::optional{time};
  const auto number = [&] { return static_cast<int>(dice.whole(120)) - 20; };
  const auto kind = dice.whole(400);
  if (kind == 0 && dice.whole(4) == 0) return SymptomReport{when, any<Symptom>(dice), any<Side>(dice)};
  if (kind < 4) return Command{when, any<Action>(dice)};
  if (kind < 14) return FeltChange{when, any<Feeling>(dice)};
  if (kind < 20) return FeltStretch{when, any<Stretch>(dice)};
  if (kind < 26) return FeltSide{when, any<FirstSide>(dice)};
  if (kind < 28) return PainRating{when, dice.whole(20) == 0 ? number() : static_cast<int>(dice.whole(4))};
  if (kind < 60) return CueSpoken{when, number(), any<Speech>(dice)};
  if (kind < 100) return Answer{when, number() / 4, any<Choice>(dice)};
  if (kind < 200) return Tick{time};
  Posture posture{time};
  for (std::size_t c = 0; c < channel_count; ++c) {
    if (dice.whole(20) != 0) posture.set(static_cast<Channel>(c), degrees(wild_angle(dice)));
  }
  return posture;
}

/// Sessions of several exercises in the middle of things.
std::vector<Session> under_way() {
  std::vector<Session> sessions;
  for (const auto& [exercise, options] :
       {std::pair{inner_thigh(), SessionOptions{.check_sides = true}},
        std::pair{inner_thigh(), SessionOptions{.answers = Answers::none, .recorded = true}},
        std::pair{exercise_of("strap-hamstring-hold"), SessionOptions{.precision = Precision::quick}},
        std::pair{exercise_of("leg_swings"), SessionOptions{.answers = Answers::voice}},
        std::pair{exercise_of("cat_cow"), SessionOptions{.sensor = Sensor::none}}}) {
    Rehearsal rehearsal{Session{exercise, {}, options}, {.easy = {degrees(50), degrees(55)}, .rate = 10}};
    for (const auto& [phase, stage] :
         {std::pair{Phase::setting_up, Stage::settling}, std::pair{Phase::measuring, Stage::opening},
          std::pair{Phase::stretching, Stage::opening}, std::pair{Phase::remeasuring, Stage::asking_change},
          std::pair{Phase::remeasuring, Stage::opening}, std::pair{Phase::coming_out, Stage::leaving}}) {
      if (rehearsal.play_to(phase, stage)) sessions.push_back(rehearsal.session);
    }
  }
  return sessions;
}

/// One wild input, and everything that is true of a session whatever it is given.
void withstands(Session& session, Dice& dice, WildClock& clock) {
  const Phase before = session.phase();
  const Time latest = session.state().now();
  const Input input = wild_input(dice, clock.tell(dice, clock.told));
  const auto begun = std::chrono::steady_clock::now();
  session.apply(input);
  const auto took = std::chrono::steady_clock::now() - begun;
  clock.slowest = std::max(clock.slowest, std::chrono::duration<double>(took).count());
  clock.told = std::min(std::max(clock.told, latest) + seconds(0.02), longest_time);
  const bool report = !std::holds_alternative<Posture>(input) && !std::holds_alternative<Tick>(input);
  REQUIRE((!report || session.state().now() <= std::max(latest, inside(session).clocks.latest + report_ahead)));
  const Phase now = session.phase();
  REQUIRE((before != Phase::stopped || now == Phase::stopped));
  REQUIRE((before != Phase::finished || now == Phase::finished || now == Phase::stopped));
  REQUIRE((now == Phase::stretching || now == Phase::paused || !session.target()));
  REQUIRE(session.state().now() >= latest);
  if (const auto target = session.target()) {
    REQUIRE(target->angle >= degrees(0));
    REQUIRE(target->angle <= session.exercise().movement.anatomy);
  }
}

}  // namespace

/// STRETCHCORE_WILD_INPUTS=1000000 gives a million, and holds each call to 50 ms: on a quiet machine, optimised.
const char* const wild_inputs = std::getenv("STRETCHCORE_WILD_INPUTS");

TEST_CASE("twenty thousand inputs of every kind and any value never throw, and what must hold holds", "[SR-13]") {
  Dice dice{2026};
  const int inputs = wild_inputs ? std::max(20000, std::atoi(wild_inputs)) : 20000;
  double slowest = 0.0;
  const std::vector<Session> sessions = under_way();
  CHECK(sessions.size() >= 20);
  std::vector<int> visited(detail::enumerator_count<Phase>);
  for (int given = 0; given < inputs;) {
    Session session = sessions[dice.whole(sessions.size())];
    WildClock clock{.told = session.state().now()};
    for (int i = 0; i < 400; ++i, ++given) {
      withstands(session, dice, clock);
      ++visited[static_cast<std::size_t>(session.phase())];
      if (i % 200 != 0) continue;
      REQUIRE((session.over() || !session.view().waiting_for.empty()));
      REQUIRE_NOTHROW(session.summary().text("de"));
      REQUIRE(SessionState{session.state()} == session.state());
    }
    slowest = std::max(slowest, clock.slowest);
    REQUIRE_NOTHROW(session.finish(session.state().now()));
    REQUIRE(session.over());
  }
  for (const Phase phase : {Phase::setting_up, Phase::measuring, Phase::stretching, Phase::remeasuring, Phase::paused,
                            Phase::coming_out, Phase::stopped, Phase::finished}) {
    CAPTURE(name(phase));
    CHECK(visited[static_cast<std::size_t>(phase)] > 20);
  }
  if (wild_inputs) CHECK(slowest < 0.05);
}

}  // namespace session_wild_input_test
