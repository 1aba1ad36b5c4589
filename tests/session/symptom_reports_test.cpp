#include <stretchcore/detail/describe.hpp>

#include "catch.hpp"
#include "session/people.hpp"
#include "session/stopping.hpp"

namespace session_symptom_reports_test {

using namespace stretchcore;

namespace {

/// Whatever anybody does, it stays stopped.
void stays_stopped(Session session, const Rehearsal& rehearsal) {
  Time now = session.state().now();
  const auto next = [&] { return now += seconds(0.05); };
  std::vector<Input> tries;
  detail::each_enumerator<Action>([&](std::string_view, Action action) { tries.push_back(Command{next(), action}); });
  for (const Choice choice : {Choice::ready, Choice::yes, Choice::more, Choice::enough, Choice::freer}) {
    for (int id = 0; id < 8; ++id) tries.push_back(Answer{next(), id, choice});
  }
  for (const Feeling feeling : {Feeling::freer, Feeling::same, Feeling::tighter}) {
    tries.push_back(FeltChange{next(), feeling});
  }
  tries.push_back(FeltStretch{next(), Stretch::nothing});
  tries.push_back(FeltSide{next(), FirstSide::left});
  tries.push_back(PainRating{next(), 0});
  Rehearsal other = rehearsal;
  for (int i = 0; i < 30; ++i) {
    other.now = next();
    tries.push_back(other.posture());
    tries.push_back(Tick{now});
  }
  for (const Input& input : tries) {
    session.apply(input);
    REQUIRE(session.phase() == Phase::stopped);
    REQUIRE_FALSE(session.target());
  }
}

/// Before every sample of a whole session somebody reports a symptom, in three ways of telling the time.
void anywhere(Rehearsal rehearsal) {
  int sample = 0;
  for (; rehearsal.now < seconds(900) && !rehearsal.session.over(); ++sample) {
    const Time now = rehearsal.session.state().now();
    for (const std::optional<Time> time :
         {std::optional{now}, std::optional<Time>{}, std::optional{now - seconds(60)}}) {
      if (time != now && sample % 10 != 0) continue;
      Session copy = rehearsal.session;
      stops(copy, {time, Symptom::tingling, sample % 2 == 0 ? std::optional{Side::right} : std::nullopt});
      if (sample % 200 != 0) continue;
      stays_stopped(copy, rehearsal);
      leads_out(copy);
      stays_stopped(copy, rehearsal);
    }
    rehearsal.step();
  }
  CHECK(sample > 500);
  CHECK(rehearsal.session.phase() == Phase::finished);
}

}  // namespace

TEST_CASE("a symptom before any sample of a seen session stops it in the same call, latched, and leads out", "[SR-4]") {
  anywhere(Rehearsal{Session{inner_thigh()}, {.rate = 10, .reply = agreeable}});
}

TEST_CASE("a symptom at any time of a session without a sensor stops it in the same call, latched, and leads out",
          "[SR-4]") {
  anywhere(Rehearsal{Session{inner_thigh()}, {.rate = 5, .sensor = false}});
}

TEST_CASE("a symptom stops from ready, from every kind of pause, while coming out, after the end, and again",
          "[SR-4]") {
  const auto at_opening = [] {
    Rehearsal rehearsal{Session{inner_thigh()}};
    REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
    return rehearsal;
  };
  std::vector<Rehearsal> all_kinds;
  all_kinds.push_back(Rehearsal{Session{inner_thigh()}});  // ready
  all_kinds.push_back(at_opening());
  all_kinds.back().give(Command{{}, Action::pause});
  REQUIRE(all_kinds.back().session.phase() == Phase::paused);
  all_kinds.push_back(at_opening());
  all_kinds.back().body.sensor = false;
  all_kinds.back().play_for(seconds(3));
  REQUIRE(all_kinds.back().session.phase() == Phase::paused);
  all_kinds.push_back(at_opening());
  all_kinds.back().body.knees = degrees(-12);
  all_kinds.back().play_for(seconds(3));
  REQUIRE(all_kinds.back().session.phase() == Phase::paused);
  all_kinds.push_back(at_opening());
  all_kinds.back().give(Command{{}, Action::enough});
  REQUIRE(all_kinds.back().session.phase() == Phase::coming_out);
  all_kinds.push_back(all_kinds.back());
  all_kinds.back().play();
  REQUIRE(all_kinds.back().session.phase() == Phase::finished);
  all_kinds.push_back(at_opening());
  all_kinds.back().give(Command{{}, Action::stop});
  REQUIRE(all_kinds.back().session.phase() == Phase::stopped);
  all_kinds.push_back(all_kinds.back());
  all_kinds.back().body.reply = agreeable;  // nothing was felt then
  all_kinds.back().play();
  REQUIRE(all_kinds.back().session.over());

  for (Rehearsal& kind : all_kinds) {
    Session& session = kind.session;
    stops(session, {{}, Symptom::burning, Side::left});
    stays_stopped(session, kind);
    leads_out(session);
    stops(session, {{}, Symptom::numbness, {}});  // once more: the way out from its first step
    leads_out(session);
    CHECK(session.summary().symptoms.size() == 2);
  }
}

TEST_CASE("on the way out of a symptom nothing is said of the stretch, whatever is reported") {
  Rehearsal rehearsal{Session{inner_thigh()}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.give(SymptomReport{{}, Symptom::tingling, {}});
  rehearsal.events.clear();
  rehearsal.give(FeltSide{{}, FirstSide::left});
  rehearsal.give(FeltStretch{{}, Stretch::too_much});
  rehearsal.play_for(seconds(60));
  for (const CueGiven& cue : all<CueGiven>(rehearsal.events)) {
    CHECK((cue.moment == Moment::stop || cue.moment == Moment::advice));
  }
  CHECK(rehearsal.session.summary().felt.side == FirstSide::left);
}

TEST_CASE("a symptom outranks a person that a recording cannot hear, and more reports than are kept") {
  Session session{inner_thigh(), {}, {.recorded = true}};
  session.report(Command{Time{0}, Action::start});
  session.tick(seconds(3));
  for (int i = 0; i < 40; ++i) stops(session, {{}, Symptom::sharp_pain, {}});
  CHECK(session.summary().symptoms.size() == most_symptoms);
  leads_out(session);
}

TEST_CASE("a voice that reports whatever it likes does not keep the way out from being spoken") {
  Session session{inner_thigh()};
  session.report(Command{Time{0}, Action::start});
  session.tick(seconds(3));
  stops(session, {{}, Symptom::tingling, {}});
  for (const Speech speech : {Speech::failed, Speech::finished, Speech::started}) {
    for (int cue = -3; cue < 70; ++cue) session.report(CueSpoken{{}, cue, speech});
  }
  leads_out(session);
}

}  // namespace session_symptom_reports_test
