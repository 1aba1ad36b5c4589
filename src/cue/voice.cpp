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

void leave_unsaid(VoiceState& voice, int cue, Unsaid reason) {
  if (voice.unsaid.size() < voice.unsaid.capacity()) voice.unsaid.push_back({cue, reason});
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
    const bool gives_way = least->priority < cue.priority;
    leave_unsaid(voice, gives_way ? least->cue : cue.cue, Unsaid::displaced);
    if (!gives_way) return;
    waiting.erase(least);
  }
  waiting.push_back(cue);
}

void withdraw(VoiceState& voice, int cue) {
  auto& waiting = voice.waiting;
  const auto unwanted = [&](const WaitingCue& w) { return w.cue == cue; };
  const auto first = std::remove_if(waiting.begin(), waiting.end(), unwanted);
  if (first != waiting.end()) leave_unsaid(voice, cue, Unsaid::no_longer_so);
  waiting.erase(first, waiting.end());
}

void hush(VoiceState& voice) {
  for (const WaitingCue& w : voice.waiting) leave_unsaid(voice, w.cue, Unsaid::overtaken);
  voice.waiting.clear();
}

void interrupt(VoiceState& voice, const WaitingCue& cue, Time now, bool cuts) {
  if (cuts && voice.spoken && voice.until > now) leave_unsaid(voice, voice.cue, Unsaid::cut_off);
  hush(voice);
  begin(voice, cue, now);
}

std::optional<WaitingCue> speak(VoiceState& voice, Time now) {
  auto& waiting = voice.waiting;
  for (auto cue = waiting.begin(); cue != waiting.end();) {
    if (cue->expires < now) {
      ++voice.dropped;
      leave_unsaid(voice, cue->cue, Unsaid::late);
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
