#include <cmath>

#include <stretchcore/error.hpp>
#include <stretchcore/session/script.hpp>

#include "catch.hpp"
#include "session/inside.hpp"
#include "session/listening.hpp"

namespace session_sides_heard_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

bool sided(const Exercise& exercise) {
  return exercise.movement.sides == Sides::one || exercise.movement.sides == Sides::alternating;
}

SessionOptions alone(const std::string& language) {
  return {.language = language, .answers = Answers::none, .sensor = Sensor::none};
}

/// Follows the words alone. A tone home ends an opening; where sides take turns the next word names the other.
struct Listener {
  std::optional<Side> side;
  std::optional<int> seconds;

  void hear(const std::string& text) {
    if (const auto named = side_heard(text)) side = named;
    if (const auto number = number_heard(text)) seconds = number;
  }
};

bool about_a_place(Moment moment) {
  return moment == Moment::settle || moment == Moment::practice || moment == Moment::measure ||
         moment == Moment::block || moment == Moment::switch_side || moment == Moment::work_side ||
         moment == Moment::go_side || moment == Moment::go_out;
}

Body limber() { return {.easy = {degrees(60), degrees(66)}, .reply = agreeable}; }

/// Raises the leg that is named; as long as none is, the wrong one. Knows nothing but what it hears.
class ByEar {
 public:
  explicit ByEar(const Exercise& exercise, std::optional<Side> always = {})
      : session_(exercise, screened(exercise), measured({.answers = Answers::none})), always_(always) {}

  void play(Time until = 420_s) {
    keep(session_.report(Command{Time{0}, Action::start}));
    Time now{0};
    while (now < until && !session_.over()) {
      now += 50_ms;
      Posture shown{now};
      for (const Side side : both_sides) {
        const bool works = side == always_.value_or(heard_.value_or(Side::right));
        const auto noise = [&] { return degrees(0.3 * dice_.next()); };
        shown.set(channel(Motion::hip_flexion, side), degrees(2) + (works ? opening(now) : Angle{}) + noise());
        shown.set(channel(Motion::knee_flexion, side), degrees(5) + noise());
      }
      keep(session_.observe(shown));
      keep(session_.tick(now));
    }
  }

  Session session_;
  std::vector<Event> events;

 private:
  Angle opening(Time now) const {
    const Phase phase = session_.phase();
    if (phase == Phase::stretching) return degrees(48);
    if (phase != Phase::measuring && phase != Phase::remeasuring) return {};
    const double share = std::fmod(to_seconds(now), 6.0) / 6.0;
    const double x = share < 0.5 ? 2.0 * share : 2.0 - 2.0 * share;
    return degrees(50) * (x * x * x * (10.0 + x * (-15.0 + 6.0 * x)));
  }

  void keep(std::span<const Event> told) {
    for (const Event& event : told) {
      events.push_back(event);
      if (const auto side = side_heard(session_.text(event, "en"))) heard_ = side;
    }
  }

  Dice dice_{1};
  std::optional<Side> always_;
  std::optional<Side> heard_;
};

}  // namespace

TEST_CASE("with closed eyes and no sensor it can be told at each tone which side, and for how long a hold lasts") {
  for (const std::string& id : five_exercises) {
    for (const std::string language : {"en", "de", "es"}) {
      CAPTURE(id, language);
      const Exercise& exercise = exercise_of(id);
      Session session{exercise, screened(exercise), alone(language)};
      Listener listener;
      std::optional<Time> held_from;
      int tones = 0;
      const auto follow = [&](std::span<const Event> told) {
        for (const Event& event : told) {
          listener.hear(session.text(event, language));
          if (const auto* guide = std::get_if<Guide>(&event)) {
            ++tones;
            CHECK(guide->side == (sided(exercise) ? listener.side : std::nullopt));
          }
          const auto* cue = std::get_if<CueGiven>(&event);
          if (!cue) continue;
          if (cue->moment == Moment::hold) {
            held_from = cue->time;
            CHECK(number_heard(session.text(event, language)) == 20);
          } else if (held_from) {  // the next words end it
            CHECK(cue->moment == Moment::come_back);
            CHECK(to_seconds(cue->time - *held_from) == Approx(20.0).margin(0.6));
            held_from.reset();
          }
        }
      };
      follow(session.report(Command{Time{0}, Action::start}));
      for (Time now{0}; !session.over() && now < 900_s;) follow(session.tick(now += 50_ms));
      CHECK(session.over());
      CHECK(tones > 10);
    }
  }
}

TEST_CASE("a script names the side before each tone, in turn or one after the other, and as often left as right") {
  for (const std::string id : {"strap-hamstring-hold", "bent-knee-fallout"}) {
    for (const std::string language : {"en", "de", "es"}) {
      CAPTURE(id, language);
      Script heard;
      for (Time length = 240_s; heard.lines.empty() && length < 900_s; length += 15_s) {
        try {
          heard = script(exercise_of(id), length, language, screened(exercise_of(id)));
        } catch (const InvalidModel&) {
        }
      }
      REQUIRE_FALSE(heard.lines.empty());
      Bilateral<int> turns{};
      for (const Signal& signal : heard.signals_) {
        if (signal.kind != SignalKind::turn) continue;
        std::optional<Side> side;
        for (const Line& line : heard.lines) {
          if (line.start > signal.time) break;
          if (const auto named = side_heard(line.text)) side = named;
        }
        REQUIRE(side.has_value());
        ++turns[*side];
      }
      CHECK(turns.left > 3);
      const int small_ones = id == "strap-hamstring-hold" ? 4 : 0;  // two before each measuring, of the first side
      CHECK(std::abs(turns.left - turns.right) <= small_ones);
    }
  }
}

TEST_CASE("seen, the side that works is named before its practice, its measuring, and each block of it") {
  for (const std::string id : {"strap-hamstring-hold", "bent-knee-fallout"}) {
    for (const std::string language : {"en", "de", "es"}) {
      CAPTURE(id, language);
      const Exercise& exercise = exercise_of(id);
      const bool one = exercise.movement.sides == Sides::one;
      Rehearsal rehearsal{Session{exercise, screened(exercise), measured({.language = language})}, limber()};
      rehearsal.play();
      std::optional<Side> active;
      std::optional<Side> heard;
      int told = 0;
      for (const Event& event : rehearsal.events) {
        if (const auto* change = std::get_if<SideChanged>(&event)) active = change->side;
        const auto* cue = std::get_if<CueGiven>(&event);
        if (!cue || !about_a_place(cue->moment)) continue;
        if (const auto side = side_heard(rehearsal.session.text(event, language))) heard = side;
        if (cue->moment == Moment::settle) continue;
        ++told;
        REQUIRE(heard.has_value());
        CHECK(heard == active);
      }
      CHECK(told >= (one ? 6 : 4));
      CHECK(rehearsal.session.phase() == Phase::finished);
    }
  }
}

TEST_CASE("a seen hold is told its seconds, and its end") {
  const Exercise& exercise = exercise_of("strap-hamstring-hold");
  Rehearsal rehearsal{Session{exercise, screened(exercise), measured()}, limber()};
  rehearsal.play();
  int holds = 0;
  std::optional<Time> ended;
  std::optional<Moment> latest;
  for (const Event& event : rehearsal.events) {
    if (const auto* cue = std::get_if<CueGiven>(&event)) {
      if (cue->moment == Moment::hold) CHECK(number_heard(rehearsal.session.text(event, "en")) == 20);
      latest = cue->moment;
      if (!ended) continue;
      const bool tells = latest == Moment::come_back || latest == Moment::switch_side || latest == Moment::block_done;
      CHECK(tells);
      CHECK(cue->time - *ended < 500_ms);
      ended.reset();
    }
    if (const auto* hold = std::get_if<HoldCompleted>(&event)) {
      ++holds;
      CHECK(latest == Moment::hold);
      ended = hold->time;
    }
  }
  CHECK(holds >= 4);
}

TEST_CASE("who does only what is said moves the side whose turn it is, and is never corrected for the other") {
  ByEar person{exercise_of("strap-hamstring-hold")};
  person.play();
  CHECK(count_of(person.events, Moment::wrong_side) == 0);
  Bilateral<int> holds{};
  for (const HoldCompleted& hold : all<HoldCompleted>(person.events)) ++holds[*hold.side];
  CHECK(holds.left >= 1);
  CHECK(holds.right >= 1);
}

TEST_CASE("the wrong side is noticed, the right one named, and nothing counted for it") {
  ByEar person{exercise_of("strap-hamstring-hold"), Side::right};
  person.play();
  std::vector<CueGiven> corrections;
  for (const Event& event : person.events) {
    const auto* cue = std::get_if<CueGiven>(&event);
    if (!cue || cue->moment != Moment::wrong_side) continue;
    corrections.push_back(*cue);
    CHECK(side_heard(person.session_.text(event, "en")) == cue->side);
    CHECK(cue->side == Side::left);
  }
  REQUIRE(corrections.size() >= 2);
  for (std::size_t i = 1; i < corrections.size(); ++i) CHECK(corrections[i].time - corrections[i - 1].time >= 20_s);
  for (const HoldCompleted& hold : all<HoldCompleted>(person.events)) CHECK(hold.side == Side::right);
  CHECK_FALSE(person.session_.summary().range_before.left.known());
}

TEST_CASE("one leg only is noticed where they take turns; where sides are in doubt the other one has no name",
          "[SR-11]") {
  const Exercise& exercise = exercise_of("bent-knee-fallout");
  for (const SideCheck sides : {SideCheck::not_asked, SideCheck::confirmed, SideCheck::mirrored, SideCheck::unclear}) {
    for (const bool in_turn : {false, true}) {
      CAPTURE(name(sides), in_turn);
      const bool in_doubt = sides == SideCheck::mirrored || sides == SideCheck::unclear;
      Rehearsal rehearsal{Session{exercise, screened(exercise), measured()}, {.reply = agreeable}};
      REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
      State state = inside(rehearsal.session);
      state.sight.sides = sides;
      Session session{exercise, screened(exercise), {}, SessionState{state}};
      Time now = rehearsal.now;
      int corrected = 0;
      Dice dice{1};
      const auto noise = [&] { return degrees(0.3 * dice.next()); };
      for (int i = 0; i < 700; ++i) {
        now += 50_ms;
        const double waves = to_seconds(now - rehearsal.now) / 5.0;
        const double share = std::fmod(waves, 1.0);
        const double x = share < 0.5 ? 2.0 * share : 2.0 - 2.0 * share;
        const Side moves = in_turn && static_cast<int>(waves) % 2 == 0 ? Side::left : Side::right;
        Posture shown{now};
        for (const Side side : both_sides) {
          const Angle out = side == moves ? degrees(26) * (x * x * (3.0 - 2.0 * x)) : Angle{};
          shown.set(channel(Motion::hip_abduction, side), degrees(2) + out + noise());
          shown.set(channel(Motion::knee_flexion, side), degrees(9) + noise());
        }
        for (const Event& event : session.observe(shown)) {
          const auto* cue = std::get_if<CueGiven>(&event);
          if (!cue || cue->moment != Moment::wrong_side) continue;
          ++corrected;
          CHECK(cue->side == (in_doubt ? std::nullopt : std::optional{Side::left}));
          for (const std::string language : {"en", "de", "es"}) {
            CHECK(side_heard(session.text(event, language)) == cue->side);
          }
        }
      }
      CHECK((corrected > 0) == !in_turn);
    }
  }
}

}  // namespace session_sides_heard_test
