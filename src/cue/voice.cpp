#include <algorithm>

#include <stretchcore/cue/voice.hpp>

namespace stretchcore {
namespace {

constexpr Time step_may_wait{10'000'000'000};  // once it has been cut off

void begin(VoiceState& voice, const WaitingCue& cue, Time now) {
  voice.saying = cue;
  voice.since = now;
  voice.until = now + cue.length;
}

/// Remarks keep their distance; steps, questions and safety need only a breath.
Time gap_before(Priority priority) {
  const bool remark = priority <= Priority::balance;
  return remark ? gap_while_moving : gap_between_words;
}

/// When the voice is free for it. What cuts waits for words that matter as much, and for no silence.
Time free_at(const VoiceState& voice, const WaitingCue& cue, Time now) {
  if (voice.saying.cue < 0) return now;
  if (cue.cuts) return voice.saying.priority < cue.priority ? now : voice.until;
  return voice.until + std::max(voice.saying.then_wait, gap_before(cue.priority));
}

}  // namespace

void drop(VoiceState& voice, int cue, DropReason reason) {
  if (voice.dropped.size() < voice.dropped.capacity()) voice.dropped.push_back({cue, reason});
}

bool waiting(const VoiceState& voice, int cue) {
  return std::any_of(voice.waiting.begin(), voice.waiting.end(), [&](const WaitingCue& w) { return w.cue == cue; });
}

void want(VoiceState& voice, const WaitingCue& cue) {
  auto& waiting = voice.waiting;
  if (stretchcore::waiting(voice, cue.cue)) return;
  if (waiting.size() == waiting.capacity()) {
    const auto least = std::min_element(waiting.begin(), waiting.end(), [](const WaitingCue& a, const WaitingCue& b) {
      return a.priority < b.priority;
    });
    const bool gives_way = least->priority < cue.priority;
    drop(voice, gives_way ? least->cue : cue.cue, DropReason::displaced);
    if (!gives_way) return;
    waiting.erase(least);
  }
  waiting.push_back(cue);
}

void withdraw(VoiceState& voice, int cue) {
  auto& waiting = voice.waiting;
  const auto unwanted = [&](const WaitingCue& w) { return w.cue == cue; };
  const auto first = std::remove_if(waiting.begin(), waiting.end(), unwanted);
  if (first != waiting.end()) drop(voice, cue, DropReason::no_longer_so);
  waiting.erase(first, waiting.end());
}

void hush(VoiceState& voice) {
  for (const WaitingCue& w : voice.waiting) drop(voice, w.cue, DropReason::overtaken);
  voice.waiting.clear();
}

void interrupt(VoiceState& voice, const WaitingCue& cue, Time now, bool cuts) {
  if (cuts && speaking(voice, now)) drop(voice, voice.saying.cue, DropReason::cut_off);
  hush(voice);
  begin(voice, cue, now);
}

std::optional<WaitingCue> speak(VoiceState& voice, Time now, bool corrections, Priority least) {
  auto& waiting = voice.waiting;
  for (auto cue = waiting.begin(); cue != waiting.end();) {
    if (cue->expires < now) {
      drop(voice, cue->cue, DropReason::late);
      cue = waiting.erase(cue);
    } else {
      ++cue;
    }
  }
  auto best = waiting.end();
  for (auto cue = waiting.begin(); cue != waiting.end(); ++cue) {
    if (now < free_at(voice, *cue, now) || (cue->corrects && !corrections) || cue->priority < least) continue;
    if (best == waiting.end() || cue->priority > best->priority) best = cue;
  }
  if (best == waiting.end()) return std::nullopt;
  const WaitingCue chosen = *best;
  waiting.erase(best);
  const bool cut = speaking(voice, now);
  WaitingCue before = voice.saying;
  begin(voice, chosen, now);
  if (cut) drop(voice, before.cue, DropReason::cut_off);
  if (cut && before.again) {
    before.expires = now + chosen.length + step_may_wait;
    waiting.insert(waiting.begin(), before);  // there is room where the chosen one was
  }
  return chosen;
}

void correct(VoiceState& voice, int cue, Speech speech, Time now) {
  if (cue < 0 || cue != voice.saying.cue) return;
  const Time length = voice.until - voice.since;
  switch (speech) {
    case Speech::started:
      voice.since = now;
      voice.until = now + length;
      break;
    case Speech::finished:
    case Speech::failed:
      voice.until = now;
      break;
  }
}

bool speaking(const VoiceState& voice, Time now) { return voice.saying.cue >= 0 && now < voice.until; }

bool quiet(const VoiceState& voice, Time now, bool corrections) {
  const auto due = [&](const WaitingCue& w) { return corrections || !w.corrects; };
  if (std::any_of(voice.waiting.begin(), voice.waiting.end(), due)) return false;
  return voice.saying.cue < 0 || now >= voice.until + std::max(voice.saying.then_wait, gap_between_words);
}

}  // namespace stretchcore
