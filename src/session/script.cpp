#include <algorithm>
#include <cstdlib>
#include <optional>
#include <tuple>

#include <stretchcore/cue/render.hpp>
#include <stretchcore/error.hpp>
#include <stretchcore/safety/screening.hpp>
#include <stretchcore/session/script.hpp>
#include <stretchcore/session/session.hpp>

namespace stretchcore {
namespace {

constexpr Time script_step{50'000'000};
constexpr Time longest_session{3'600'000'000'000};
constexpr Time longest_silence{30'000'000'000};  // added in one place
constexpr int fewest_openings = 3;               // two lead up to the third
constexpr int most_openings_tried = 30;
constexpr int most_blocks_tried = 6;

/// How much of it there is.
struct Amount {
  int blocks = 1;
  int openings = 0;
};

/// In each block.
int offered(const Exercise& exercise) {
  const Effort& effort = exercise.movement.effort;
  if (const auto* hold = std::get_if<Hold>(&effort)) return hold->holds_each_side;
  if (const auto* relax = std::get_if<ContractRelax>(&effort)) return relax->holds_each_side;
  return exercise.dose.per_block;
}

/// One run through a session that hears nothing, and where silence can be added.
struct Run {
  Script script;
  std::vector<Time> rests;

  /// The nearest to a length that it can last.
  Time nearest(Time length) const {
    return std::clamp(length, script.length, script.length + longest_silence * static_cast<int>(rests.size()));
  }
};

class Runner {
 public:
  Runner(const Exercise& exercise, const Person& person, std::string_view language, Amount amount)
      : session_(with(exercise, amount), person, alone(language)), amount_(amount) {}

  Run run() {
    hear(session_.report(Command{Time{0}, Action::start}));
    Time now{0};
    while (!session_.over() && now < longest_session) hear(session_.tick(now += script_step));
    run_.script.exercise = session_.exercise().id;
    run_.script.language = session_.options().language;
    run_.script.length = now;
    run_.script.openings = offered(adapted(session_.exercise(), session_.person(), session_.screening()));
    run_.script.lines = transcript(session_.summary());
    return std::move(run_);
  }

 private:
  static Exercise with(Exercise exercise, Amount amount) {
    exercise.dose.per_block = amount.openings;
    return exercise;
  }

  static SessionOptions alone(std::string_view language) {
    SessionOptions options;
    options.language = language;
    options.sensor = Sensor::none;
    options.answers = Answers::none;
    return options;
  }

  void hear(std::span<const Event> told) {
    bool block_begun = false;
    for (const Event& event : told) {
      const Time time = std::visit([](const auto& one) { return one.time; }, event);
      if (const auto kind = signal_of(event)) run_.script.signals_.push_back({time, *kind});
      const auto* change = std::get_if<PhaseChanged>(&event);
      const auto* cue = std::get_if<CueGiven>(&event);
      // The words that open a rest are said before it, the first of the measuring after it.
      if (cue && (cue->moment == Moment::block_done || cue->moment == Moment::switch_side)) run_.rests.push_back(time);
      if (change && change->to == Phase::measuring) run_.rests.push_back(time - Time{1});
      block_begun = block_begun || (change && change->to == Phase::stretching && change->from != Phase::paused);
    }
    if (block_begun && ++run_.script.blocks < amount_.blocks)
      session_.report(Command{session_.state().now(), Action::more});
  }

  Session session_;
  Amount amount_;
  Run run_;
};

/// With the silence that is left over in equal parts in each rest.
Script stretched(Run run, Time length) {
  const Time left = length - run.script.length;
  const auto places = static_cast<int>(run.rests.size());
  const auto later = [&](Time time) {
    const auto before = std::count_if(run.rests.begin(), run.rests.end(), [&](Time rest) { return rest < time; });
    return time + left * before / std::max(places, 1);
  };
  for (Line& line : run.script.lines) {
    const Time spoken = line.end - line.start;
    line.start = later(line.start);
    line.end = line.start + spoken;
  }
  for (Signal& signal : run.script.signals_) signal.time = later(signal.time);
  run.script.length = length;
  return std::move(run.script);
}

std::string minutes(Time time, bool up = false) {
  const auto whole = (time.count() + (up ? 999'999'999 : 0)) / 1'000'000'000;
  const std::string seconds = std::to_string(whole % 60);
  return std::to_string(whole / 60) + ':' + (seconds.size() < 2 ? "0" : "") + seconds;
}

}  // namespace

std::vector<Line> transcript(const Summary& summary) {
  std::vector<Line> lines;
  Time before{0};
  for (const CueNote& note : summary.cues) {
    Time start = std::max(note.time - summary.started, Time{0});
    // What came in one call is listed to be said one after the other, as the way out is when a session is closed.
    const bool listed = !lines.empty() && note.time == before;
    if (listed) start = lines.back().end;
    if (!lines.empty() && !listed) lines.back().end = std::min(lines.back().end, start);
    before = note.time;
    lines.push_back({start, start + spoken_length(note.text), note.text});
  }
  return lines;
}

Script script(const Exercise& exercise, Time length, std::string_view language, const Person& person) {
  const ScreeningVerdict verdict = screen(person, exercise).verdict;
  if (verdict == ScreeningVerdict::needs_clearance) {
    throw InvalidModel("person", "needs clearance for " + exercise.id + " first");
  }
  if (verdict == ScreeningVerdict::postponed) throw InvalidModel("person", "is better off another day");
  const bool in_turn = exercise.movement.sides == Sides::alternating;
  const int usual = exercise.dose.per_block;
  std::optional<Run> best;
  std::optional<Time> nearest;
  const auto off = [&](Time other) { return std::chrono::abs(other - length); };
  for (int blocks = 1; blocks <= std::min(exercise.dose.most_blocks, most_blocks_tried); ++blocks) {
    Time before{0};
    for (int openings = fewest_openings + (in_turn ? 1 : 0); openings <= most_openings_tried;
         openings += in_turn ? 2 : 1) {
      Run run = Runner{exercise, person, language, {blocks, openings}}.run();
      if (run.script.length == before || run.script.blocks < blocks) break;  // its cap is reached
      before = run.script.length;
      const Time possible = run.nearest(length);
      if (!nearest || off(possible) < off(*nearest)) nearest = possible;
      const auto unusual = [&](const Run& one) { return std::abs(one.script.openings - usual); };
      if (possible == length && (!best || unusual(run) < unusual(*best))) best = std::move(run);
    }
  }
  if (!best) {
    throw InvalidModel("length", exercise.id + " cannot last " + minutes(length) + " minutes; the nearest is " +
                                     minutes(nearest.value_or(Time{0}), nearest > length));
  }
  return stretched(std::move(*best), length);
}

}  // namespace stretchcore
