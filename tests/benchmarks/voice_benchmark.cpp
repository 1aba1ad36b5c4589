// What deciding who speaks costs, and what it spares a person: a thousand sessions of people at the edge of everything
// that is allowed, said as the library says it, and as two other policies would with the same rules in the same run:
// words at every violation, and words at every frame in which something is violated.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <map>
#include <set>
#include <variant>
#include <vector>

#include <stretchcore/cue/render.hpp>
#include <stretchcore/cue/voice.hpp>

#include "allocation_counter.hpp"
#include "session/at_the_edge.hpp"
#include "session/inside.hpp"

using namespace stretchcore;

namespace {

constexpr std::uint64_t people = 1000;
constexpr Time words_last{2'300'000'000};  // five words

/// What one policy says of all of them.
struct Policy {
  long lines = 0;
  long overlapping = 0;  ///< begun while the line before went on
  Time until{0};

  void say(Time now, Time length) {
    ++lines;
    overlapping += now < until ? 1 : 0;
    until = now + length;
  }
};

struct Figures {
  Policy ours, every_violation, every_frame;
  long blocks = 0;
  long most_in_a_block = 0;
  long twice_in_a_repetition = 0;
  long emergencies = 0;
  long emergencies_said = 0;
  long safety_words = 0;
  Time slowest{0};  ///< from the verdict of a rule of safety to its words
  long dropped = 0;
};

/// One session, heard by all three.
void guide(std::uint64_t seed, Figures& figures) {
  Session session{inner_thigh(), screened(inner_thigh()), {.source = Source::optical_markers}};
  VirtualPerson person{seed, at_the_edge(seed)};
  std::set<int> violated;
  std::map<int, Time> due;
  long in_block = 0, in_repetition = 0;
  figures.ours.until = figures.every_violation.until = figures.every_frame.until = Time{0};
  while (!session.over()) {
    bool told = false, stopped = false;
    if (!exercises(session)) in_repetition = 0;
    for (const Event& event : person.step(session)) {
      if (const auto* cue = std::get_if<CueGiven>(&event)) {
        const Time length = spoken_length(session.text(event, "en"));
        if (cue->interrupts) figures.ours.until = cue->time;
        stopped = stopped || cue->moment == Moment::stop;
        for (const auto& [rule, since] : due) {
          if (session.cue(cue->cue)->id != session.exercise().rules[static_cast<std::size_t>(rule)].id) continue;
          ++figures.safety_words;
          figures.slowest = std::max(figures.slowest, cue->time - since);
        }
        if (cue->moment == Moment::rule || cue->moment == Moment::pause_rule) due.clear();
        if (!corrects(cue->moment)) {
          figures.ours.overlapping += cue->time < figures.ours.until ? 1 : 0;
          figures.ours.until = cue->time + length;
          continue;
        }
        figures.ours.say(cue->time, length);
        figures.most_in_a_block = std::max(figures.most_in_a_block, ++in_block);
        figures.twice_in_a_repetition += ++in_repetition > 1 ? 1 : 0;
      } else if (const auto* change = std::get_if<RuleChanged>(&event)) {
        due.erase(change->rule);
        const Rule& rule = session.exercise().rules[static_cast<std::size_t>(change->rule)];
        // At rest she may move as she likes; a second correction waits for the next repetition.
        const bool waits = in_repetition > 0 || rule.priority != Priority::safety || !exercises(session);
        if (change->verdict == RuleVerdict::violated && !waits) due[change->rule] = change->time;
        if (change->verdict == RuleVerdict::violated) {
          violated.insert(change->rule);
          figures.every_violation.say(change->time, words_last);
        } else {
          violated.erase(change->rule);
        }
      } else if (const auto* done = std::get_if<RepetitionCompleted>(&event)) {
        in_repetition = 0;
        if (done->repetition.over_target) figures.every_violation.say(done->time, words_last);
      } else if (std::holds_alternative<AttemptRejected>(event)) {
        in_repetition = 0;
      } else if (const auto* phase = std::get_if<PhaseChanged>(&event)) {
        if (phase->to == Phase::stretching && phase->from != Phase::paused) {
          ++figures.blocks;
          in_block = 0;
        }
        in_repetition = 0;
      } else if (std::holds_alternative<SymptomHeard>(event)) {
        told = true;
      } else if (const auto* dropped = std::get_if<CueDropped>(&event)) {
        ++figures.dropped;
        std::erase_if(due, [&](const auto& one) {  // said often enough
          return session.cue(dropped->cue)->id == session.exercise().rules[static_cast<std::size_t>(one.first)].id;
        });
      }
    }
    figures.emergencies += told ? 1 : 0;
    figures.emergencies_said += told && stopped ? 1 : 0;
    const auto& pursuit = inside(session).aim.pursuit;
    if (!violated.empty() || pursuit.left.over || pursuit.right.over) {
      figures.every_frame.say(session.state().now(), words_last);
    }
  }
}

void print(const char* what, const Policy& policy, long blocks) {
  std::printf("%-18s %12.1f %14ld\n", what, static_cast<double>(policy.lines) / static_cast<double>(blocks),
              policy.overlapping);
}

double arbitration() {
  constexpr int rounds = 200;
  constexpr int calls = 10'000;
  std::vector<double> nanoseconds;
  long said = 0;
  std::size_t allocations = 0;
  for (int round = 0; round < rounds; ++round) {
    Dice dice{static_cast<std::uint64_t>(round + 1)};
    VoiceState voice;
    std::vector<WaitingCue> wanted;
    for (int i = 0; i < calls; ++i) {
      const auto priority = static_cast<Priority>(dice.whole(7));
      wanted.push_back({i % 40, priority, seconds(1.5), Time{0}, seconds(0.2 * i + 3.0), {}, 0, {}});
    }
    const AllocationCounter counter;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < calls; ++i) {
      want(voice, wanted[static_cast<std::size_t>(i)]);
      said += speak(voice, seconds(0.2 * i)) ? 1 : 0;
      voice.dropped.clear();
    }
    const std::chrono::duration<double, std::nano> spent = std::chrono::steady_clock::now() - start;
    allocations += counter.count();
    nanoseconds.push_back(spent.count() / calls);
  }
  std::nth_element(nanoseconds.begin(), nanoseconds.begin() + rounds / 2, nanoseconds.end());
  std::printf("wanting and speaking with a full queue: %.0f ns, %zu allocations (%ld of %d said)\n\n",
              nanoseconds[rounds / 2], allocations, said, rounds * calls);
  return nanoseconds[rounds / 2];
}

}  // namespace

int main() {
  arbitration();
  Figures figures;
  for (std::uint64_t seed = 1; seed <= people; ++seed) guide(seed, figures);
  std::printf("%llu sessions, %ld blocks, of people at the edge\n", static_cast<unsigned long long>(people),
              figures.blocks);
  std::printf("%-18s %12s %14s\n", "corrections", "a block", "overlapping");
  print("stretchcore", figures.ours, figures.blocks);
  print("every violation", figures.every_violation, figures.blocks);
  print("every frame", figures.every_frame, figures.blocks);
  std::printf("most in a block: %ld; more than one a repetition: %ld\n", figures.most_in_a_block,
              figures.twice_in_a_repetition);
  std::printf("emergencies: %ld, said in the same call: %ld; wanted and not said: %ld\n", figures.emergencies,
              figures.emergencies_said, figures.dropped);
  std::printf("words of safety: %ld, at most %.0f ms after their verdict\n", figures.safety_words,
              to_seconds(figures.slowest) * 1000);
}
