// What is said to whom: less to who knows it, as an author wishes, and in the voice of whoever spoke it.

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <stretchcore/cue/render.hpp>
#include <stretchcore/session/check.hpp>

#include "catch.hpp"
#include "session/inside.hpp"
#include "session/people.hpp"

namespace session_knowing_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

/// The whole session of one body, all of whose openings are fine.
Rehearsal whole(const SessionOptions& options, Exercise exercise = inner_thigh()) {
  Rehearsal rehearsal{Session{std::move(exercise), {}, options}, {.reply = agreeable}};
  rehearsal.play();
  return rehearsal;
}

Cue& cue_of(Exercise& exercise, Moment moment) {
  return *std::find_if(exercise.cues.begin(), exercise.cues.end(), [&](const Cue& c) { return c.moment == moment; });
}

}  // namespace

TEST_CASE("who has done it often hears fewer words in fewer cues, and every word of safety") {
  std::vector<std::size_t> words;
  for (const int before : {0, 1, 3, 50}) {
    const Rehearsal rehearsal = whole({.source = Source::optical_markers, .sessions_before = before});
    std::size_t said = 0;
    int safety = 0;
    for (const CueGiven& cue : all<CueGiven>(rehearsal.events)) {
      const std::string text = rehearsal.session.text(cue, "en");
      said += static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
      safety += cue.moment == Moment::symptom_notice || cue.moment == Moment::come_out ? 1 : 0;
      if (cue.brief) CHECK(text == render(rehearsal.session.cue(cue.cue)->brief, {cue.side, cue.count, {}}, "en"));
    }
    CHECK(safety >= 5);
    words.push_back(said);
  }
  CHECK(words[0] >= words[1]);
  CHECK(words[1] > words[2]);
  CHECK(words[2] >= words[3]);
}

TEST_CASE("kind words fade to three in ten, the first of them always said, and each that is kept back is told") {
  Exercise exercise = inner_thigh();
  for (Cue& cue : exercise.cues) {
    if (cue.moment == Moment::confirm) cue.fades = false;
  }
  exercise.cues.push_back(
      {.id = "counting", .moment = Moment::count_aloud, .text = {{"en", "{count}."}}, .fades = true});
  exercise.dose.per_block = 20;
  std::vector<std::ptrdiff_t> said;
  for (const int before : {0, 1, 50}) {
    const Rehearsal rehearsal =
        whole({.source = Source::optical_markers, .sessions_before = before, .count_aloud = true}, exercise);
    const auto cues = all<CueGiven>(rehearsal.events);
    const auto counts =
        std::count_if(cues.begin(), cues.end(), [](const auto& c) { return c.moment == Moment::count_aloud; });
    const auto dropped = all<CueDropped>(rehearsal.events);
    const auto known = std::count_if(dropped.begin(), dropped.end(), [](const CueDropped& d) {
      return d.moment == Moment::count_aloud && d.reason == DropReason::known;
    });
    CHECK((known > 0) == (before > 0));
    said.push_back(counts);
  }
  CHECK(said[0] > said[1]);
  CHECK(said[1] > said[2]);
  CHECK(said[2] >= 1);
}

TEST_CASE("in a long block words say now and then that all is well") {
  Exercise exercise = inner_thigh();
  exercise.dose.per_block = 20;
  const Rehearsal rehearsal = whole({.source = Source::optical_markers}, exercise);
  std::vector<int> confirmed;
  int held = 0;
  for (const Event& event : rehearsal.events) {
    const auto* done = std::get_if<RepetitionCompleted>(&event);
    if (done && done->repetition.held) held = done->number;
    const auto* cue = std::get_if<CueGiven>(&event);
    if (cue && cue->moment == Moment::confirm) confirmed.push_back(held);
  }
  REQUIRE(confirmed.size() >= 2);
  for (std::size_t i = 1; i < confirmed.size(); ++i) CHECK(confirmed[i] - confirmed[i - 1] >= 2);
  CHECK(confirmed.back() == 15);
}

TEST_CASE("each repetition is counted aloud where that is wanted, and only there") {
  for (const bool aloud : {false, true}) {
    const Rehearsal rehearsal = whole({.source = Source::optical_markers, .count_aloud = aloud});
    int counted = 0;
    int reps = 0;
    for (const Event& event : rehearsal.events) {
      if (const auto* done = std::get_if<RepetitionCompleted>(&event)) reps = done->number;
      const auto* cue = std::get_if<CueGiven>(&event);
      if (!cue || cue->moment != Moment::count_aloud) continue;
      ++counted;
      CHECK(cue->count == reps);
      CHECK(rehearsal.session.text(*cue, "en") == std::to_string(reps) + ".");
    }
    CHECK((counted >= 3) == aloud);
  }
}

TEST_CASE("an author's limits hold: so often in a block, and not again within a time") {
  Exercise exercise = inner_thigh();
  exercise.dose.per_block = 12;
  Cue often{.id = "counting", .moment = Moment::count_aloud, .text = {{"en", "{count}."}}};
  const auto said = [&] {
    exercise.cues.push_back(often);
    const Rehearsal rehearsal = whole({.source = Source::optical_markers, .count_aloud = true}, exercise);
    exercise.cues.pop_back();
    std::vector<Time> times;
    for (const CueGiven& cue : all<CueGiven>(rehearsal.events)) {
      if (cue.moment == Moment::count_aloud) times.push_back(cue.time);
    }
    return times;
  };
  REQUIRE(said().size() > 3);
  often.at_most = 1;
  CHECK(said().size() == 1);  // of its one block
  often.at_most = std::nullopt;
  often.cooldown = 12_s;
  const auto times = said();
  REQUIRE(times.size() >= 2);
  for (std::size_t i = 1; i < times.size(); ++i) CHECK(times[i] - times[i - 1] >= 12_s);
}

TEST_CASE("a voice that was recorded takes as long as it takes") {
  for (const Time length : {2_s, 30_s}) {
    Exercise exercise = inner_thigh();
    Cue& settle = cue_of(exercise, Moment::settle);
    settle.spoken["en"] = {"settle.ogg", length};
    for (const std::string language : {"en", "de"}) {
      Rehearsal rehearsal{Session{exercise, {}, {.language = language}}};
      while (count_of(rehearsal.events, Moment::settle) == 0) rehearsal.step();
      const VoiceState& voice = inside(rehearsal.session).talk.voice;
      CHECK((voice.until - voice.since == length) == (language == "en"));
      CHECK(cue_at(rehearsal.session, voice.saying.cue).spoken.at("en").file == "settle.ogg");
    }
  }
}

TEST_CASE("the second time, what has few words is said in these") {
  Rehearsal rehearsal{Session{inner_thigh(), {}, {.source = Source::optical_markers}},
                      {.gained = 6_deg, .reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.give(Command{{}, Action::more});
  rehearsal.play();
  int blocks = 0;
  for (const CueGiven& cue : all<CueGiven>(rehearsal.events)) {
    if (cue.moment != Moment::block) continue;
    CHECK(cue.brief == (blocks++ > 0));
  }
  CHECK(blocks >= 2);
}

TEST_CASE("a cue has the number of its phrase, or of its place in the exercise, and no other number names one") {
  const Session session{inner_thigh()};
  REQUIRE(session.cue(1) != nullptr);
  CHECK(session.cue(1)->id == "standard-health-operation");
  REQUIRE(session.cue(10'003) != nullptr);
  CHECK(session.cue(10'003)->id == inner_thigh().cues[3].id);
  CHECK(session.cue(11'000)->id == inner_thigh().rules[0].id);
  CHECK(session.cue(0) == nullptr);
  CHECK(session.cue(-1) == nullptr);
  CHECK(session.cue(4000) == nullptr);
  CHECK(session.text(CueGiven{{}, 4000}, "en").empty());
}

TEST_CASE("words of safety are said whole, however an author limits them, and check says so") {
  Exercise exercise = inner_thigh();
  for (Cue& cue : exercise.cues) {
    if (cue.moment != Moment::symptom_check && cue.moment != Moment::stop) continue;
    cue.brief = {{"en", "Stop."}};
    cue.cooldown = 3600_s;
    cue.at_most = 1;
    cue.fades = true;
  }
  const auto findings = stretchcore::findings(exercise);
  CHECK(std::count_if(findings.begin(), findings.end(), [](const Finding& f) {
          return f.severity == Severity::warning && f.message.find("not heeded") != std::string::npos;
        }) >= 2);
  Rehearsal rehearsal{Session{exercise, {}, {.source = Source::optical_markers, .sessions_before = 50}},
                      {.gained = 6_deg, .reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.give(Command{{}, Action::more});
  REQUIRE(rehearsal.play_to(Phase::remeasuring, Stage::opening));
  while (inside(rehearsal.session).course.block < 2 && !rehearsal.session.over()) rehearsal.step();
  REQUIRE(rehearsal.play_to(Phase::remeasuring, Stage::opening));
  CHECK(count_of(rehearsal.events, Moment::symptom_check) == 2);
  rehearsal.give(SymptomReport{{}, Symptom::numbness});
  rehearsal.play();
  for (const CueGiven& cue : all<CueGiven>(rehearsal.events)) {
    if (cue.moment == Moment::symptom_check || cue.moment == Moment::stop) CHECK_FALSE(cue.brief);
  }
}

TEST_CASE("few words in another language or register are none") {
  for (const std::string language : {"es", "de-x-formal"}) {
    Exercise exercise = inner_thigh();
    Cue& block = cue_of(exercise, Moment::block);
    block.text["de-x-formal"] = "{count} davon, so langsam Sie mögen.";
    block.brief = {{"en", "{count} like this."}, {"de", "{count} davon."}};
    const Rehearsal rehearsal =
        whole({.language = language, .source = Source::optical_markers, .sessions_before = 9}, exercise);
    REQUIRE(count_of(rehearsal.events, Moment::block) == 1);
    for (const CueGiven& cue : all<CueGiven>(rehearsal.events)) {
      if (cue.moment == Moment::block) CHECK_FALSE(cue.brief);
    }
  }
}

TEST_CASE("a second rule of safety that is broken during a hold is told, too") {
  Exercise exercise = exercise_of("strap-hamstring-hold");
  for (Rule& rule : exercise.rules) rule.response = Response::correct;
  Session session{exercise, screened(exercise), {.source = Source::optical_markers}};
  Rehearsal rehearsal{std::move(session), {.hidden = {}, .reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.body.knees = -8_deg;
  rehearsal.play_for(60_s);
  std::set<std::string> told;
  for (const CueGiven& cue : all<CueGiven>(rehearsal.events)) {
    if (cue.moment == Moment::rule) told.insert(rehearsal.session.cue(cue.cue)->id);
  }
  CHECK(told.size() >= 1);
  for (const CueDropped& dropped : all<CueDropped>(rehearsal.events)) {
    if (dropped.moment == Moment::rule) CHECK(dropped.reason != DropReason::late);
  }
}

TEST_CASE("words that name a side name the one that still breaks the rule when they are said") {
  Exercise exercise = inner_thigh();
  exercise.rules.clear();
  exercise.rules.push_back({.id = "knee",
                            .when = "knee_flexion < -5 deg for 0.4 s",
                            .words = {{"en", "Soften the {side} knee."}},
                            .priority = Priority::tempo});
  Session session{exercise, {}, {.source = Source::optical_markers}};
  Rehearsal rehearsal{std::move(session), {.reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  const auto knees = [&](Angle left, Angle right, Time time) {
    for (const Time until = rehearsal.now + time; rehearsal.now < until;) {
      rehearsal.now += 50_ms;
      Posture shown{rehearsal.now};
      shown.set(Channel::hip_abduction_left, 3_deg + degrees(0.2 * std::sin(to_seconds(rehearsal.now) * 40)));
      shown.set(Channel::hip_abduction_right, 3_deg + degrees(0.2 * std::cos(to_seconds(rehearsal.now) * 40)));
      shown.set(Channel::knee_flexion_left, left + degrees(0.2 * std::sin(to_seconds(rehearsal.now) * 37)));
      shown.set(Channel::knee_flexion_right, right + degrees(0.2 * std::cos(to_seconds(rehearsal.now) * 37)));
      rehearsal.give(shown);
    }
  };
  rehearsal.events.clear();
  knees(-9_deg, -9_deg, 800_ms);  // both, while the target is being told
  knees(9_deg, -9_deg, 19_s);
  const auto said = all<CueGiven>(rehearsal.events);
  const auto rule = std::find_if(said.begin(), said.end(), [](const auto& cue) { return cue.moment == Moment::rule; });
  REQUIRE(rule != said.end());
  CHECK(rule->side == Side::right);
}

}  // namespace session_knowing_test
