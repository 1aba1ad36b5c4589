// Two sessions as they should feel: in which order things are said, how many words there are, and how much silence.

#include <algorithm>
#include <string>
#include <vector>

#include <stretchcore/cue/render.hpp>
#include <stretchcore/simulation/virtual_person.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_four_minutes_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

std::vector<Moment> moments_of(const std::vector<Event>& events) {
  std::vector<Moment> moments;
  for (const CueGiven& cue : all<CueGiven>(events)) moments.push_back(cue.moment);
  return moments;
}

/// The first of them that does not come, in this order; nothing if all do.
std::string missing(const std::vector<Moment>& said, const std::vector<Moment>& wanted) {
  auto from = said.begin();
  for (const Moment moment : wanted) {
    const auto found = std::find(from, said.end(), moment);
    if (found == said.end()) return std::string{name(moment)};
    from = found + 1;
  }
  return {};
}

/// The share of the time between two moments of a session in which nobody speaks.
double silence(const Session& session, const std::vector<Event>& events, Time from, Time to) {
  Time spoken{0};
  for (const CueGiven& cue : all<CueGiven>(events)) {
    const Time end = cue.time + spoken_length(session.text(cue, "en"));
    spoken += std::max(Time{0}, std::min(end, to) - std::max(cue.time, from));
  }
  return 1.0 - to_seconds(spoken) / to_seconds(to - from);
}

Time entered(const std::vector<Event>& events, Phase phase) {
  for (const PhaseChanged& change : all<PhaseChanged>(events)) {
    if (change.to == phase) return change.time;
  }
  return Time{0};
}

const std::vector<Phase> whole_course{Phase::setting_up,  Phase::measuring,  Phase::stretching,
                                      Phase::remeasuring, Phase::coming_out, Phase::finished};

}  // namespace

TEST_CASE("four minutes with a camera: about thirty lines, one correction, few questions, and silence") {
  Session session{inner_thigh(), screened(inner_thigh())};
  VirtualPerson person{1, {.easy_right = degrees(45), .gain = degrees(3), .gain_openings = 10, .obedience = 0.7}};
  std::vector<Event> events;
  person.follow(session, [&](const Event& event) { events.push_back(event); });

  CHECK(phases_of(events) == whole_course);
  CHECK(missing(moments_of(events),
                {Moment::settle, Moment::seen, Moment::be_still, Moment::coverage, Moment::symptom_notice,
                 Moment::practice, Moment::measure, Moment::target_set, Moment::block, Moment::over_target,
                 Moment::confirm, Moment::last_ones, Moment::block_done, Moment::symptom_check, Moment::ask_change,
                 Moment::remeasure, Moment::ask_more, Moment::come_out, Moment::farewell}) == "");
  CHECK(count_of(events, Moment::over_target) == 1);
  CHECK(all<QuestionAsked>(events).size() <= 3);
  const auto lines = all<CueGiven>(events).size();
  CHECK(lines >= 22);
  CHECK(lines <= 34);
  const Time lasted = session.state().now() - inside(session).started;
  CHECK(lasted > 210_s);
  CHECK(lasted < 330_s);
  CHECK(silence(session, events, entered(events, Phase::stretching) + 15_s, entered(events, Phase::remeasuring)) >
        0.75);
  CHECK(silence(session, events, entered(events, Phase::measuring), entered(events, Phase::coming_out)) > 0.6);

  // She lies on her side for a while before she gets up.
  Time longest{0};
  Time before = entered(events, Phase::coming_out);
  for (const CueGiven& cue : all<CueGiven>(events)) {
    if (cue.time < before) continue;
    longest = std::max(longest, cue.time - before);
    before = cue.time + spoken_length(session.text(cue, "en"));
  }
  CHECK(longest >= 12_s);
}

TEST_CASE("a person who mostly follows is corrected at most twice, and each time because they were too wide") {
  std::ptrdiff_t corrected = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    Session session{inner_thigh(), screened(inner_thigh())};
    VirtualPerson person{seed, {.easy_right = degrees(45), .gain = degrees(3), .gain_openings = 10, .obedience = 0.7}};
    std::vector<Event> events;
    person.follow(session, [&](const Event& event) { events.push_back(event); });
    const auto done = all<RepetitionCompleted>(events);
    const auto too_wide =
        std::count_if(done.begin(), done.end(), [](const auto& r) { return r.repetition.over_target; });
    CHECK((count_of(events, Moment::over_target) >= 1) == (too_wide >= 1));
    CHECK(count_of(events, Moment::over_target) <= 2);
    CHECK(count_of(events, Moment::over_target) <= too_wide);
    corrected += count_of(events, Moment::over_target) >= 1 ? 1 : 0;
  }
  CHECK(corrected >= 6);
}

TEST_CASE("four minutes without a sensor: the same order, and nothing that claims to have seen") {
  Rehearsal rehearsal{Session{inner_thigh(), screened(inner_thigh()), {.sensor = Sensor::none}},
                      {.sensor = false, .reply = agreeable}};
  rehearsal.play();
  const std::vector<Event>& events = rehearsal.events;
  CHECK(phases_of(events) == whole_course);
  CHECK(missing(moments_of(events),
                {Moment::by_feel, Moment::settle, Moment::ask_ready, Moment::symptom_notice, Moment::practice,
                 Moment::measure, Moment::ask_side, Moment::side_felt, Moment::block, Moment::tempo,
                 Moment::ask_stretch, Moment::block_done, Moment::symptom_check, Moment::ask_change, Moment::remeasure,
                 Moment::come_out, Moment::farewell}) == "");
  CHECK(all<RepetitionCompleted>(events).empty());
  CHECK(all<CoverageSet>(events).front().watched.empty());
  const Session& session = rehearsal.session;
  for (const CueGiven& cue : all<CueGiven>(events)) {
    const std::string words = session.text(cue, "en");
    CAPTURE(words);
    for (const char* claim : {"good", "Good", "perfect", "I see", "°", "degree"}) {
      CHECK(words.find(claim) == std::string::npos);
    }
  }
  const Time lasted = session.state().now() - inside(session).started;
  CHECK(lasted > 180_s);
  CHECK(lasted < 330_s);
  CHECK(session.summary().gain.verdict == GainVerdict::undetermined);
  CHECK(session.summary().felt.change == Feeling::same);
}

}  // namespace session_four_minutes_test
