#include <algorithm>

#include <stretchcore/cue/voice.hpp>

namespace stretchcore {
namespace {

void begin(VoiceState& voice, const WaitingCue& cue, Time now) {
  voice.spoken = true;
  voice.cue = cue.cue;
  voice.since = now;
  voice.until = now + cue.length;
  voice.then_wait = cue.then_wait;
}

/// Remarks keep their distance; steps, questions and safety need only a breath.
Time gap_before(Priority priority) {
  const bool remark = priority <= Priority::balance;
  return remark ? gap_while_moving : gap_between_words;
}

}  // namespace

void want(VoiceState& voice, const WaitingCue& cue) {
  auto& waiting = voice.waiting;
  if (std::any_of(waiting.begin(), waiting.end(), [&](const WaitingCue& w) { return w.cue == cue.cue; })) return;
  if (waiting.size() == waiting.capacity()) {
    const auto least = std::min_element(waiting.begin(), waiting.end(), [](const WaitingCue& a, const WaitingCue& b) {
      return a.priority < b.priority;
    });
    ++voice.dropped;
    if (least->priority >= cue.priority) return;
    waiting.erase(least);
  }
  waiting.push_back(cue);
}

void withdraw(VoiceState& voice, int cue) {
  auto& waiting = voice.waiting;
  const auto unwanted = [&](const WaitingCue& w) { return w.cue == cue; };
  waiting.erase(std::remove_if(waiting.begin(), waiting.end(), unwanted), waiting.end());
}

void interrupt(VoiceState& voice, const WaitingCue& cue, Time now) {
  voice.waiting.clear();
  begin(voice, cue, now);
}

std::optional<WaitingCue> speak(VoiceState& voice, Time now) {
  auto& waiting = voice.waiting;
  for (auto cue = waiting.begin(); cue != waiting.end();) {
    if (cue->expires < now) {
      ++voice.dropped;
      cue = waiting.erase(cue);
    } else {
      ++cue;
    }
  }
  auto best = waiting.end();
  for (auto cue = waiting.begin(); cue != waiting.end(); ++cue) {
    const Time free_at = voice.until + std::max(voice.then_wait, gap_before(cue->priority));
    if (voice.spoken && now < free_at) continue;
    if (best == waiting.end() || cue->priority > best->priority) best = cue;
  }
  if (best == waiting.end()) return std::nullopt;
  const WaitingCue chosen = *best;
  waiting.erase(best);
  begin(voice, chosen, now);
  return chosen;
}

void correct(VoiceState& voice, int cue, Speech speech, Time now) {
  if (!voice.spoken || cue != voice.cue) return;
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

bool quiet(const VoiceState& voice, Time now) {
  if (!voice.waiting.empty()) return false;
  return !voice.spoken || now >= voice.until + std::max(voice.then_wait, gap_between_words);
}

}  // namespace stretchcore
