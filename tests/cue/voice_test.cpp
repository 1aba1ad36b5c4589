#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <vector>

#include <stretchcore/cue/voice.hpp>

#include "catch.hpp"

namespace cue_voice_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

/// A cue of two seconds that may wait for ten.
WaitingCue words(int cue, Priority priority, Time expires = 10_s, Time length = 2_s, Time then_wait = 0_s) {
  WaitingCue wanted;
  wanted.cue = cue;
  wanted.priority = priority;
  wanted.length = length;
  wanted.then_wait = then_wait;
  wanted.expires = expires;
  return wanted;
}

int said(VoiceState& voice, Time now) {
  const auto cue = speak(voice, now);
  return cue ? cue->cue : -1;
}

bool remark(Priority priority) { return priority <= Priority::balance; }

}  // namespace

TEST_CASE("a free voice says what is wanted at once, and then nothing") {
  VoiceState voice;
  CHECK(quiet(voice, 0_s));
  CHECK(said(voice, 0_s) == -1);
  want(voice, words(7, Priority::encouragement));
  CHECK_FALSE(quiet(voice, 0_s));
  CHECK(said(voice, 0_s) == 7);
  CHECK(said(voice, 0_s) == -1);
  CHECK(said(voice, 100_s) == -1);
  CHECK(quiet(voice, 100_s));
}

TEST_CASE("after a cue comes a breath before a step, and a long silence before a remark") {
  for (const auto priority : {Priority::encouragement, Priority::tempo, Priority::balance, Priority::step,
                              Priority::safety, Priority::question, Priority::emergency}) {
    const Time gap = remark(priority) ? gap_while_moving : gap_between_words;
    VoiceState voice;
    want(voice, words(1, Priority::step));
    REQUIRE(said(voice, 0_s) == 1);
    want(voice, words(2, priority));
    CHECK(said(voice, 2_s + gap - Time{1}) == -1);
    CHECK(said(voice, 2_s + gap) == 2);
  }
}

TEST_CASE("the silence that a cue asks for is kept if it is longer than the gap") {
  for (const Time silence : {100_ms, 12_s}) {
    VoiceState voice;
    want(voice, words(1, Priority::step, 10_s, 2_s, silence));
    REQUIRE(said(voice, 0_s) == 1);
    want(voice, words(2, Priority::step, 100_s));
    const Time free_at = 2_s + std::max(silence, gap_between_words);
    CHECK(said(voice, free_at - Time{1}) == -1);
    CHECK_FALSE(quiet(voice, free_at));
    CHECK(said(voice, free_at) == 2);
    CHECK_FALSE(quiet(voice, free_at + 2_s + gap_between_words - Time{1}));
    CHECK(quiet(voice, free_at + 2_s + gap_between_words));

    VoiceState alone;
    want(alone, words(1, Priority::step, 10_s, 2_s, silence));
    REQUIRE(said(alone, 0_s) == 1);
    CHECK_FALSE(quiet(alone, free_at - Time{1}));
    CHECK(quiet(alone, free_at));
  }
}

TEST_CASE("the most important goes first, among equals the first that came") {
  VoiceState voice;
  want(voice, words(1, Priority::encouragement, 100_s));
  want(voice, words(2, Priority::question, 100_s));
  want(voice, words(3, Priority::step, 100_s));
  want(voice, words(4, Priority::question, 100_s));
  std::vector<int> order;
  for (Time now{0}; now < 60_s; now += 100_ms) {
    if (const int cue = said(voice, now); cue >= 0) order.push_back(cue);
  }
  CHECK(order == std::vector{2, 4, 3, 1});
}

TEST_CASE("a step need not wait for a remark that must keep its distance") {
  VoiceState voice;
  want(voice, words(1, Priority::step));
  REQUIRE(said(voice, 0_s) == 1);
  want(voice, words(2, Priority::balance, 100_s));
  want(voice, words(3, Priority::step, 100_s));
  CHECK(said(voice, 2.4_s) == 3);
  CHECK(said(voice, 4.8_s) == -1);
  CHECK(said(voice, 7.4_s) == 2);
}

TEST_CASE("a cue that comes too late is dropped, not said") {
  VoiceState voice;
  want(voice, words(1, Priority::step, 3_s));
  want(voice, words(2, Priority::step, 5_s));
  CHECK(said(voice, 3_s + Time{1}) == 2);
  CHECK(voice.dropped.size() == 1);
  want(voice, words(3, Priority::emergency, 5.3_s));
  CHECK(said(voice, 5.3_s) == -1);  // the voice is free at 5.4 s
  CHECK(voice.dropped.size() == 1);
  CHECK(said(voice, 5.4_s) == -1);
  CHECK(voice.dropped.size() == 2);
}

TEST_CASE("a cue may be said to the last moment of its patience") {
  VoiceState voice;
  want(voice, words(1, Priority::step, 3_s));
  CHECK(said(voice, 3_s) == 1);
}

TEST_CASE("the same cue does not wait twice, but may come again when it was said") {
  VoiceState voice;
  want(voice, words(1, Priority::step));
  want(voice, words(1, Priority::emergency));
  CHECK(voice.waiting.size() == 1);
  CHECK(voice.waiting[0].priority == Priority::step);
  CHECK(said(voice, 0_s) == 1);
  want(voice, words(1, Priority::step));
  CHECK(voice.waiting.size() == 1);
}

TEST_CASE("when the queue is full the least important goes, be it the newcomer") {
  VoiceState voice;
  for (int i = 0; i < static_cast<int>(most_waiting_cues); ++i)
    want(voice, words(i, i == 3 ? Priority::tempo : Priority::step));
  want(voice, words(100, Priority::encouragement));
  CHECK(voice.waiting.size() == most_waiting_cues);
  CHECK(voice.dropped.size() == 1);
  want(voice, words(101, Priority::tempo));
  CHECK(voice.dropped.size() == 2);
  want(voice, words(102, Priority::question));
  CHECK(voice.dropped.size() == 3);
  CHECK(voice.waiting.size() == most_waiting_cues);
  CHECK(voice.waiting.back().cue == 102);
  want(voice, words(103, Priority::step));
  CHECK(voice.dropped.size() == 4);
  CHECK(voice.waiting.front().cue == 0);
  for (const WaitingCue& waiting : voice.waiting) {
    CHECK(waiting.cue != 3);
    CHECK(waiting.cue < 103);
    CHECK(waiting.cue != 100);
    CHECK(waiting.cue != 101);
  }
}

TEST_CASE("safety cuts what is being said and forgets what waited") {
  VoiceState voice;
  want(voice, words(1, Priority::step));
  REQUIRE(said(voice, 0_s) == 1);
  want(voice, words(2, Priority::question, 100_s));
  interrupt(voice, words(9, Priority::emergency), 0.5_s);
  CHECK(voice.saying.cue == 9);
  CHECK(voice.since == 0.5_s);
  CHECK(voice.waiting.empty());
  CHECK(said(voice, 0.5_s) == -1);
  want(voice, words(3, Priority::step, 100_s));
  CHECK(said(voice, 2.8_s) == -1);
  CHECK(said(voice, 2.9_s) == 3);
}

TEST_CASE("the app's voice corrects what was estimated") {
  const auto speaking = [] {
    VoiceState voice;
    want(voice, words(1, Priority::step));
    REQUIRE(speak(voice, 0_s));
    return voice;
  };
  SECTION("it began later and ends later") {
    VoiceState voice = speaking();
    correct(voice, 1, Speech::started, 1_s);
    CHECK(voice.since == 1_s);
    CHECK(voice.until == 3_s);
  }
  SECTION("it ended sooner, or later, or not at all") {
    for (const Speech speech : {Speech::finished, Speech::failed}) {
      for (const Time now : {0_s, 0.7_s, 9_s}) {
        VoiceState voice = speaking();
        correct(voice, 1, speech, now);
        want(voice, words(2, Priority::step, 100_s));
        CHECK(said(voice, now + gap_between_words - Time{1}) == -1);
        CHECK(said(voice, now + gap_between_words) == 2);
      }
    }
  }
  SECTION("what is told of another cue, or before anything was said, is not heard") {
    VoiceState voice = speaking();
    const VoiceState before = voice;
    correct(voice, 2, Speech::finished, 1_s);
    CHECK(voice == before);
    VoiceState silent;
    correct(silent, -1, Speech::finished, 1_s);
    CHECK(silent == VoiceState{});
  }
}

TEST_CASE(
    "in any traffic there is one voice, nothing is said late, out of turn or twice, and every cue is accounted for") {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    std::mt19937_64 random{seed};
    const auto up_to = [&](std::uint64_t most) { return static_cast<std::int64_t>(random() % (most + 1)); };
    VoiceState voice;
    std::map<int, WaitingCue> waiting;  // by cue
    int next_cue = 0;
    int wanted = 0, spoken = 0, forgotten = 0, lost = 0;
    bool speaking = false;
    Time free_from{0};
    Time silence{0};
    Time now{0};
    const auto begin = [&](const WaitingCue& cue) {
      speaking = true;
      free_from = now + cue.length;
      silence = cue.then_wait;
    };
    for (int i = 0; i < 2000; ++i) {
      now += up_to(700) * 1_ms;
      if (up_to(3) == 0) {
        const auto cue = words(next_cue++, static_cast<Priority>(up_to(6)), now + up_to(12'000) * 1_ms,
                               up_to(4000) * 1_ms, up_to(9) == 0 ? 8_s : 0_s);
        ++wanted;
        want(voice, cue);
      }
      if (up_to(200) == 0) {
        forgotten += static_cast<int>(voice.waiting.size());
        const auto cue = words(next_cue++, Priority::emergency, now, up_to(3000) * 1_ms);
        interrupt(voice, cue, now);
        begin(cue);
      }
      if (up_to(20) == 0) {
        const bool late = up_to(1) == 0;
        if (late) now += up_to(5000) * 1_ms;
        if (speaking) free_from = now;
        correct(voice, voice.saying.cue, Speech::finished, now);
      }
      for (const DroppedCue& one : voice.dropped) {
        lost += one.reason == DropReason::late || one.reason == DropReason::displaced ? 1 : 0;
      }
      voice.dropped.clear();
      waiting.clear();
      for (const WaitingCue& w : voice.waiting) waiting.emplace(w.cue, w);
      CHECK(waiting.size() == voice.waiting.size());

      const auto cue = speak(voice, now);
      const auto allowed = [&](const WaitingCue& w) {
        const Time gap = remark(w.priority) ? gap_while_moving : gap_between_words;
        return w.expires >= now && (!speaking || now >= free_from + std::max(silence, gap));
      };
      const bool any = std::any_of(waiting.begin(), waiting.end(), [&](const auto& w) { return allowed(w.second); });
      REQUIRE(cue.has_value() == any);
      if (!cue) continue;
      ++spoken;
      REQUIRE(waiting.count(cue->cue) == 1);
      REQUIRE(allowed(*cue));
      for (const auto& [number, other] : waiting) {  // numbers grow as they come
        if (!allowed(other)) continue;
        REQUIRE(other.priority <= cue->priority);
        if (other.priority == cue->priority) REQUIRE(cue->cue <= number);
      }
      begin(*cue);
    }
    for (const DroppedCue& one : voice.dropped) lost += one.reason == DropReason::late ? 1 : 0;
    CHECK(spoken > 50);
    CHECK(wanted == spoken + lost + forgotten + static_cast<int>(voice.waiting.size()));
  }
}

TEST_CASE("what a rule has to say waits for nothing that matters less, and a step that it cut off is said again") {
  for (const Priority before :
       {Priority::encouragement, Priority::tempo, Priority::step, Priority::safety, Priority::question}) {
    CAPTURE(before);
    VoiceState voice;
    WaitingCue first = words(1, before);
    first.again = before == Priority::step;
    want(voice, first);
    REQUIRE(said(voice, 0_s) == 1);
    WaitingCue rule = words(2, Priority::safety);
    rule.cuts = true;
    want(voice, words(3, Priority::step, 100_s));
    want(voice, rule);
    const bool cuts = before < Priority::safety;
    CHECK(said(voice, 1_s) == (cuts ? 2 : -1));
    if (!cuts) {
      CHECK(voice.dropped.empty());
      CHECK(said(voice, 2_s + gap_between_words) == 2);
      continue;
    }
    REQUIRE(voice.dropped.size() == 1);
    CHECK(voice.dropped.front() == DroppedCue{1, DropReason::cut_off});
    CHECK(said(voice, 3_s + gap_between_words) == (before == Priority::step ? 1 : 3));
  }
}

TEST_CASE("a rule's words that come after lesser ones have ended cut nothing off") {
  VoiceState voice;
  want(voice, words(1, Priority::step));
  REQUIRE(said(voice, 0_s) == 1);
  WaitingCue rule = words(2, Priority::safety);
  rule.cuts = true;
  want(voice, rule);
  CHECK(said(voice, 2_s) == 2);
  CHECK(voice.dropped.empty());
}

TEST_CASE("a correction waits while none may be said, and other words pass it") {
  VoiceState voice;
  WaitingCue correction = words(1, Priority::safety);
  correction.corrects = true;
  want(voice, correction);
  want(voice, words(2, Priority::encouragement));
  CHECK(speak(voice, 0_s, false)->cue == 2);
  CHECK_FALSE(speak(voice, 6_s, false));
  CHECK(speak(voice, 7_s, true)->cue == 1);
}

}  // namespace cue_voice_test
