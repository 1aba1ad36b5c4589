// What a whole session says: enough, and no more. Many people, several things wrong at once, noise at the limits.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include <stretchcore/cue/render.hpp>

#include "catch.hpp"
#include "session/at_the_edge.hpp"
#include "session/people.hpp"

namespace session_few_words_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

struct Heard {
  Time start{0};
  Time end{0};
  int cue = 0;
  Moment moment = Moment::settle;
  Priority priority = Priority::encouragement;
  bool interrupts = false;
};

}  // namespace

TEST_CASE("no two cues overlap, corrections are few, and no emergency is left unsaid") {
  constexpr std::uint64_t people = 60;
  int corrections = 0;
  Time slowest{0};
  Time slowest_of_all{0};
  for (std::uint64_t seed = 1; seed <= people; ++seed) {
    CAPTURE(seed);
    Session session{inner_thigh(), screened(inner_thigh()), {.source = Source::optical_markers}};
    VirtualPerson person{seed, at_the_edge(seed)};
    std::vector<Heard> heard;
    std::map<int, Time> begun;
    std::map<int, int> in_block;
    int in_repetition = 0;
    std::map<int, Time> due;  // rules of safety that wait for their words
    bool told_symptom = false;
    bool stopped_at_once = false;
    person.follow(session, [&](const Event& event) {
      if (!exercises(session)) in_repetition = 0;
      if (const auto* cue = std::get_if<CueGiven>(&event)) {
        const Time length = spoken_length(session.text(event, "en"));
        heard.push_back({cue->time, cue->time + length, cue->cue, cue->moment, cue->priority, cue->interrupts});
        if (corrects(cue->moment)) CHECK(++in_block[cue->cue] <= 2);
        in_repetition += corrects(cue->moment) ? 1 : 0;
        corrections += corrects(cue->moment) ? 1 : 0;
        CHECK(in_repetition <= 1);
        if (cue->moment == Moment::stop || cue->moment == Moment::posture) stopped_at_once = true;
        for (auto& [rule, since] : due) {
          if (session.cue(cue->cue)->id == inner_thigh().rules[static_cast<std::size_t>(rule)].id) {
            // Words that matter as much are not cut off: it waits for their end, and for nothing else.
            Time free = since;
            for (std::size_t k = 0; k + 1 < heard.size(); ++k) {
              if (heard[k].priority >= Priority::safety) free = std::max(free, heard[k].end);
            }
            slowest = std::max(slowest, cue->time - free);
            slowest_of_all = std::max(slowest_of_all, cue->time - since);
          }
        }
        if (cue->moment == Moment::rule || cue->moment == Moment::pause_rule) due.clear();
      } else if (std::holds_alternative<RepetitionCompleted>(event) || std::holds_alternative<AttemptRejected>(event)) {
        in_repetition = 0;
      } else if (const auto* change = std::get_if<PhaseChanged>(&event)) {
        if (change->from != Phase::paused) in_block.clear();
        if (change->to == Phase::stretching) in_repetition = 0;
      } else if (const auto* changed = std::get_if<RuleChanged>(&event)) {
        const Rule& rule = session.exercise().rules[static_cast<std::size_t>(changed->rule)];
        const bool first = in_repetition == 0 && rule.priority == Priority::safety && exercises(session);
        due.erase(changed->rule);
        if (changed->verdict == RuleVerdict::violated && first) due[changed->rule] = changed->time;
      } else if (const auto* dropped = std::get_if<CueDropped>(&event)) {
        std::erase_if(due, [&](const auto& one) {  // said often enough
          return session.cue(dropped->cue)->id == session.exercise().rules[static_cast<std::size_t>(one.first)].id;
        });
      } else if (std::holds_alternative<SymptomHeard>(event)) {
        told_symptom = true;
      }
    });
    REQUIRE(heard.size() >= 5);  // a symptom on the way down: no way out of a position that nobody is in
    for (std::size_t i = 1; i < heard.size(); ++i) {
      const bool remark = heard[i].priority <= Priority::balance;
      if (heard[i].interrupts) continue;
      // Safety waits for nothing that matters less, not even for the silence after it.
      const bool at_once = heard[i].moment == Moment::rule && heard[i].priority == Priority::safety;
      const Time gap = at_once ? 0_s : remark ? gap_while_moving : gap_between_words;
      CHECK(heard[i].start >= heard[i - 1].end + gap);
      if (heard[i].moment != Moment::rule) continue;
      for (std::size_t k = 0; k < i; ++k) {
        if (heard[k].cue == heard[i].cue) CHECK(heard[i].start - heard[k].start >= 15_s);
      }
    }
    CHECK(stopped_at_once == told_symptom);
  }
  CHECK(corrections > 20);  // there was something to correct
  CHECK(slowest <= 200_ms);
  CHECK(slowest_of_all <= 4_s);  // no words said while moving are longer
}

TEST_CASE("of two things that are wrong in one repetition one is told, and the other in the next") {
  Exercise exercise = inner_thigh();
  exercise.rules.clear();
  for (const char* id : {"first", "second"}) {
    exercise.rules.push_back({.id = id, .when = "knee_flexion < -5 deg for 0.4 s", .words = {{"en", "Soften them."}}});
  }
  Rehearsal rehearsal{Session{exercise, {}, {.source = Source::optical_markers}}, {.reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.body.knees = -12_deg;
  rehearsal.events.clear();
  rehearsal.play_for(20_s);
  int told = 0;
  int in_repetition = 0;
  for (const Event& event : rehearsal.events) {
    if (std::holds_alternative<RepetitionCompleted>(event)) in_repetition = 0;
    const auto* cue = std::get_if<CueGiven>(&event);
    if (!cue || !corrects(cue->moment)) continue;
    ++told;
    CHECK(++in_repetition <= 1);
  }
  CHECK(told >= 2);
}

TEST_CASE("every cue that is wanted is said, waits, or is told why not") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    Session session{inner_thigh(), screened(inner_thigh()), {.source = Source::optical_markers}};
    std::map<DropReason, int> reasons;
    VirtualPerson{seed, at_the_edge(seed)}.follow(session, [&](const Event& event) {
      const auto* dropped = std::get_if<CueDropped>(&event);
      if (!dropped) return;
      ++reasons[dropped->reason];
      CHECK(session.text(CueGiven{{}, dropped->cue, dropped->moment}, "en") != "");
    });
    CHECK(inside(session).talk.voice.dropped.empty());
  }
}

TEST_CASE("words about what has ended are withdrawn, and that is told") {
  Rehearsal rehearsal{Session{inner_thigh()}, {.reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::announcing));
  rehearsal.play_for(200_ms);
  rehearsal.give(SymptomReport{{}, Symptom::numbness});
  bool cut = false;
  for (const CueDropped& dropped : all<CueDropped>(rehearsal.latest)) {
    cut = cut || dropped.reason == DropReason::cut_off || dropped.reason == DropReason::overtaken;
  }
  CHECK(cut);
  CHECK(count_of(rehearsal.latest, Moment::stop) == 1);
}

TEST_CASE("the way out that is listed when a session is closed is not told as cut off") {
  Rehearsal rehearsal{Session{inner_thigh()}, {.reply = agreeable}};
  REQUIRE(rehearsal.play_to(Phase::stretching, Stage::opening));
  rehearsal.play_for(20_s);
  std::vector<Event> told;
  rehearsal.session.finish(rehearsal.now, EndReason::finished_by_app);
  const auto events = rehearsal.session.events();
  told.assign(events.begin(), events.end());
  CHECK(count_of(told, Moment::come_out) > 2);
  for (const CueDropped& dropped : all<CueDropped>(told)) CHECK(dropped.moment != Moment::come_out);
}

}  // namespace session_few_words_test
