#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_blind_test {

using namespace stretchcore;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// What a sensor does wrong from some moment on, to the k-th posture since; and by when the session must have paused.
struct Fault {
  std::string name;
  std::function<std::optional<Posture>(const Posture&, int k)> change;
  Time pauses_within;
};

Posture with(const Posture& posture, const std::function<std::optional<Angle>(Channel, Angle)>& change) {
  Posture other{posture.time};
  posture.present().each([&](Channel c) {
    if (const auto angle = change(c, posture.angle(c))) other.set(c, *angle);
  });
  return other;
}

std::vector<Fault> faults() {
  const auto stuck = std::make_shared<std::optional<Posture>>();
  const auto freeze = [stuck](const Posture& posture, int k) {
    if (k == 0) *stuck = posture;
    return with(posture, [&](Channel c, Angle) { return std::optional{(*stuck)->angle(c)}; });
  };
  const auto at = [](const Posture& posture, Time time) {
    Posture other = posture;
    other.time = time;
    return other;
  };
  return {
      {"every number is lost",
       [](const Posture& p, int) {
         return with(p, [](Channel, Angle) { return std::optional{degrees(not_a_number)}; });
       },
       seconds(2)},
      {"one hip is lost",
       [](const Posture& p, int) {
         return with(p, [](Channel c, Angle a) {
           return std::optional{c == Channel::hip_abduction_left ? degrees(not_a_number) : a};
         });
       },
       seconds(2)},
      {"one knee is absent",
       [](const Posture& p, int) {
         return with(
             p, [](Channel c, Angle a) { return c == Channel::knee_flexion_right ? std::nullopt : std::optional{a}; });
       },
       seconds(2)},
      {"silence", [](const Posture&, int) { return std::nullopt; }, seconds(2)},
      {"one number for ever", freeze, seconds(7.2)},
      {"one time for ever",
       [at, stuck](const Posture& p, int k) {
         if (k == 0) *stuck = p;
         return at(p, (*stuck)->time);
       },
       seconds(2.1)},
      {"the clock jumps ahead by half a minute", [at](const Posture& p, int) { return at(p, p.time + seconds(30)); },
       seconds(2.6)},
      {"the clock falls back by a minute", [at](const Posture& p, int) { return at(p, p.time - seconds(60)); },
       seconds(2.6)},
  };
}

/// Whether a rule whose channels this posture does not show, or that no posture shows at all, is called ok.
bool ok_though_unseen(const Session& session, const std::optional<Posture>& shown, Time silent_for) {
  const State& state = inside(session);
  const std::vector<Rule>& rules = session.exercise().rules;
  std::size_t i = 0;
  for (const Rule& rule : rules) {
    for (const Condition& condition : parse_rule_by_side(rule.when)) {
      const RuleTrack& track = state.rules[i++];
      if (track.announced == RuleVerdict::cued_only || track.condition.verdict != RuleVerdict::ok) continue;
      if (silent_for > seconds(0.6)) return true;
      if (shown && !(condition.channels - shown->present()).empty()) return true;
    }
  }
  return false;
}

bool judged(const Session& session) {
  const Phase phase = session.phase();
  return inside(session).sight.covered && inside(session).sight.following == Sensing::seen &&
         (phase == Phase::paused || phase == Phase::measuring || phase == Phase::stretching ||
          phase == Phase::remeasuring);
}

}  // namespace

TEST_CASE("whatever a sensor does wrong, at any moment, nothing unseen is called ok and the session pauses in time",
          "[SR-1][SR-2]") {
  Rehearsal whole{Session{inner_thigh(), screened(inner_thigh())}, {.reply = agreeable}};
  whole.play();
  REQUIRE(whole.session.phase() == Phase::finished);
  std::map<std::string, int> paused;
  int moments = 0;
  Session session{inner_thigh(), screened(inner_thigh())};
  for (std::size_t from = 0; from < whole.inputs.size(); session.apply(whole.inputs[from++])) {
    const bool moving = judged(session) && session.phase() != Phase::paused;
    if (from % 160 != 0 || !moving) continue;
    ++moments;
    for (const Fault& fault : faults()) {
      INFO(fault.name << " from " << to_seconds(session.state().now()) << " s");
      Session blind = session;
      std::optional<Time> begun, seen;
      std::optional<Time> pause;
      int k = 0;
      Time now = session.state().now();
      for (std::size_t i = from; i < whole.inputs.size(); ++i) {
        const auto* posture = std::get_if<Posture>(&whole.inputs[i]);
        if (const auto* tick = std::get_if<Tick>(&whole.inputs[i])) now = tick->time;
        if (posture) now = posture->time;
        if (!begun && !posture) {
          blind.apply(whole.inputs[i]);
          continue;
        }
        if (!begun) begun = seen = now;
        if (now > *begun + fault.pauses_within + seconds(0.2)) break;
        std::optional<Posture> shown;
        if (posture) {
          shown = fault.change(*posture, k++);
          if (shown) {
            const std::optional<Time> before = inside(blind).sight.signals_.last;
            blind.observe(*shown);
            if (before != inside(blind).sight.signals_.last && !shown->present().empty()) seen = now;
          }
        } else {
          blind.apply(whole.inputs[i]);
        }
        if (!judged(blind)) break;
        if (ok_though_unseen(blind, shown, now - *seen)) FAIL("unseen, and ok");
        if (blind.phase() == Phase::paused && !pause) pause = now;
        if (pause) break;
      }
      const bool left = !judged(blind);  // it came to its end before that
      CHECK((pause || left));
      if (pause) ++paused[fault.name];
    }
  }
  CHECK(moments > 20);
  for (const Fault& fault : faults()) {
    INFO(fault.name);
    CHECK(paused[fault.name] > moments / 2);
  }
}

TEST_CASE("postures in the wrong order are refused one by one, and what is in order is still followed", "[SR-13]") {
  Rehearsal whole{Session{inner_thigh(), screened(inner_thigh())}};
  REQUIRE(whole.play_to(Phase::stretching, Stage::opening));
  Session session = whole.session;
  int rejected = 0;
  const std::size_t from = whole.inputs.size();
  whole.play_for(seconds(12));
  std::vector<Input> inputs(whole.inputs.begin() + static_cast<std::ptrdiff_t>(from), whole.inputs.end());
  std::vector<Posture> postures;
  for (const Input& input : inputs) {
    if (const auto* posture = std::get_if<Posture>(&input)) postures.push_back(*posture);
  }
  for (std::size_t i = 0; i + 1 < postures.size(); i += 2) {
    for (const Posture* one : {&postures[i + 1], &postures[i]}) {
      for (const Event& event : session.observe(*one)) {
        const auto* refused = std::get_if<SampleRejected>(&event);
        rejected += refused && refused->reason == Rejection::time_decreased ? 1 : 0;
      }
    }
  }
  CHECK(rejected == static_cast<int>(postures.size() / 2));
  CHECK(session.phase() == Phase::stretching);
  CHECK_FALSE(inside(session).clocks.postures.doubted);
}

TEST_CASE("a single posture from a clock that jumped is refused, and the session goes on") {
  Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh())}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  Posture ahead = rehearsal.posture();
  ahead.time += seconds(6);
  rehearsal.session.observe(ahead);
  REQUIRE(rehearsal.session.events().size() == 1);
  CHECK(std::get<SampleRejected>(rehearsal.session.events().front()).reason == Rejection::time_leapt);
  rehearsal.play_for(seconds(8.5));
  CHECK(rehearsal.session.phase() == Phase::stretching);
  for (const PhaseChanged& change : all<PhaseChanged>(rehearsal.events)) CHECK(change.to != Phase::paused);
}

}  // namespace session_blind_test
