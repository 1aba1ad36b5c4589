// What holds for every real recording, whoever it shows: the same live as afterwards, at any rate, in a mirror, later.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <stretchcore/session/analyse.hpp>
#include <stretchcore/session/session.hpp>

#include "allocation_counter.hpp"
#include "catch.hpp"
#include "motion/detector.hpp"
#include "motion/expected.hpp"

namespace motion_live_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

/// Every table of people moving, once with each exercise it is counted by.
template <class Visitor>
void each_recording(Visitor&& visit) {
  const auto folder = recordings_folder();
  if (!folder) return;
  for (const Expected& expected : all_expected(*folder)) {
    CAPTURE(expected.file, expected.from, expected.exercise);
    const Recording whole = recording_of(*folder, expected.file, expected.frame_rate);
    visit(part_of(whole, expected.from, expected.to), exercise_named(expected.exercise), expected);
  }
}

/// The same but for what depends on when neutral was captured, and on targets.
bool same_movement(const Repetition& a, const Repetition& b) {
  return a.side == b.side && a.start == b.start && a.end == b.end && a.peak == b.peak && a.peak_time == b.peak_time &&
         a.peak_speed == b.peak_speed && a.home == b.home && a.tempo == b.tempo;
}

/// A detector that has seen the recording row by row.
Detector watched(const Recording& recording, const Exercise& exercise) {
  Detector detector{repetition_plan(exercise, error_model(recording.source.value_or(Source::phone_camera)))};
  for (std::size_t row = 0; row < recording.size(); ++row) detector.see(recording.posture(row));
  detector.end(recording.end());
  return detector;
}

/// As another sensor might have given it: at another rate, up to a fifth of a step early or late, one frame in fifty
/// lost.
Recording resampled(const Recording& recording, double rate, std::uint64_t seed) {
  Noise random{seed};
  const auto time = recording.time();
  std::vector<double> times;
  for (int n = 1; n < static_cast<int>((time.back() - time.front()) * rate); ++n) {
    if (random.uniform() >= 0.02) times.push_back(time.front() + (n + random.between(-0.2, 0.2)) / rate);
  }
  Recording other{times};
  other.source = recording.source;
  recording.channels().each([&](Channel c) {
    std::vector<double> column;
    std::size_t i = 1;
    for (const double t : times) {
      while (i + 1 < time.size() && time[i] < t) ++i;
      const double share = std::clamp((t - time[i - 1]) / (time[i] - time[i - 1]), 0.0, 1.0);
      column.push_back(recording.column(c)[i - 1] + share * (recording.column(c)[i] - recording.column(c)[i - 1]));
    }
    other.set(c, column);
  });
  return other;
}

Recording in_a_mirror(const Recording& recording) {
  Recording other{{recording.time().begin(), recording.time().end()}};
  other.source = recording.source;
  recording.channels().each([&](Channel c) {
    std::vector<double> column(recording.column(c).begin(), recording.column(c).end());
    for (double& angle : column) angle *= mirror_sign(c);
    other.set(mirrored(c), column);
  });
  return other;
}

Recording begun_later(const Recording& recording, double by) {
  std::vector<double> times(recording.time().begin(), recording.time().end());
  for (double& t : times) t += by;
  Recording other{times};
  other.source = recording.source;
  recording.channels().each([&](Channel c) { other.set(c, {recording.column(c).begin(), recording.column(c).end()}); });
  return other;
}

}  // namespace

TEST_CASE("row by row a recording has the repetitions of its analysis, told within half a second of their end") {
  each_recording([](const Recording& recording, const Exercise& exercise, const Expected&) {
    const Analysis analysis = analyse(recording, exercise);
    const Detector live = watched(recording, exercise);
    REQUIRE(live.repetitions.size() == analysis.repetitions.size());
    CHECK(live.attempts.size() == analysis.attempts.size());
    for (std::size_t i = 0; i < live.repetitions.size(); ++i) {
      CHECK(same_movement(live.repetitions[i], analysis.repetitions[i]));
      CHECK(live.told[i] - live.repetitions[i].end <= 500_ms);
    }
  });
}

TEST_CASE("what a session completes in a recording is in its analysis too") {
  int completed = 0;
  each_recording([&](const Recording& recording, const Exercise& exercise, const Expected&) {
    const Analysis analysis = analyse(recording, exercise);
    for (const Event& event : coach(recording, exercise).events) {
      const auto* told = std::get_if<RepetitionCompleted>(&event);
      if (told == nullptr) continue;
      ++completed;
      CHECK(std::any_of(analysis.repetitions.begin(), analysis.repetitions.end(),
                        [&](const Repetition& r) { return same_movement(r, told->repetition); }));
    }
  });
  if (recordings_folder()) CHECK(completed > 30);
}

TEST_CASE("sample rate, jitter and lost frames change no count of the marker sets") {
  each_recording([](const Recording& recording, const Exercise& exercise, const Expected& expected) {
    if (expected.file.find("vicon") == std::string::npos) return;
    for (const double rate : {15.0, 30.0, 60.0, 120.0}) {
      for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        CAPTURE(rate, seed);
        const Analysis analysis = analyse(resampled(recording, rate, seed), exercise);
        CHECK(static_cast<int>(analysis.repetitions.size()) == expected.repetitions);
      }
    }
  });
}

TEST_CASE("real people in a mirror move the other side, and the same otherwise") {
  each_recording([](const Recording& recording, const Exercise& exercise, const Expected&) {
    const Analysis one = analyse(recording, exercise);
    const Analysis other = analyse(in_a_mirror(recording), exercise);
    REQUIRE(other.repetitions.size() == one.repetitions.size());
    for (std::size_t i = 0; i < one.repetitions.size(); ++i) {
      Repetition r = one.repetitions[i];
      if (r.side) r.side = opposite(*r.side);
      r.peak_time = r.peak_time.mirrored();
      r.reach = r.reach.mirrored();
      r.peak = r.peak.mirrored();
      r.peak_speed = r.peak_speed.mirrored();
      r.home = r.home.mirrored();
      CHECK(other.repetitions[i] == r);
    }
  });
}

TEST_CASE("real people who begin an hour later do the same an hour later") {
  constexpr double later = 4096.0;
  each_recording([](const Recording& recording, const Exercise& exercise, const Expected&) {
    const Analysis one = analyse(recording, exercise);
    const Analysis other = analyse(begun_later(recording, later), exercise);
    REQUIRE(other.repetitions.size() == one.repetitions.size());
    for (std::size_t i = 0; i < one.repetitions.size(); ++i) {
      Repetition r = one.repetitions[i];
      for (Time* time : {&r.start, &r.end, &r.peak_time.left, &r.peak_time.right}) *time += seconds(later);
      CHECK(other.repetitions[i] == r);
    }
  });
}

TEST_CASE("following real people allocates nothing") {
  each_recording([](const Recording& recording, const Exercise& exercise, const Expected& expected) {
    const RepetitionPlan plan = repetition_plan(exercise);
    ChannelSet wanted{plan.channels().left, plan.channels().right};
    for (const Channel c : plan.guarded) wanted.insert(c);
    SignalState signals;
    RepetitionState state;
    const NeutralState neutral;
    std::size_t found = 0;
    const AllocationCounter counter;
    for (std::size_t row = 0; row < recording.size(); ++row) {
      const Posture posture = recording.posture(row);
      take(signals, posture, wanted);
      found += detect(plan, state, signals, neutral, posture.time).size();
    }
    CHECK(counter.count() == 0);
    CHECK(static_cast<int>(found) + 2 >= expected.repetitions);  // the last may not have come to rest
  });
}

}  // namespace motion_live_test
