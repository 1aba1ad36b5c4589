#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/stream/recording.hpp>

#include "catch.hpp"

namespace stream_recording_test {

using namespace stretchcore;

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

std::string problem_of(auto&& action) {
  try {
    action();
  } catch (const RecordingError& error) {
    return error.what();
  }
  return "nothing thrown";
}

}  // namespace

TEST_CASE("an empty recording has no rows, no channels and starts at zero") {
  const Recording recording;
  CHECK(recording.empty());
  CHECK(recording.size() == 0);
  CHECK(recording.channels().empty());
  CHECK(recording.start() == Time{0});
  CHECK(recording.end() == Time{0});
  CHECK_FALSE(recording.source.has_value());
  for (std::size_t c = 0; c < channel_count; ++c) CHECK(recording.column(static_cast<Channel>(c)).empty());
}

TEST_CASE("a recording gives back its rows as postures, in the order they came") {
  Recording recording{{0.5, 0.25, 0.75}};
  recording.set(Channel::hip_abduction_left, {10.0, 20.5, 30.0});
  recording.set(Channel::pelvis_list, {-1.0, 0.0, 1.0});

  CHECK(recording.size() == 3);
  CHECK(recording.channels() == ChannelSet{Channel::hip_abduction_left, Channel::pelvis_list});
  CHECK(recording.start() == seconds(0.5));
  CHECK(recording.end() == seconds(0.75));

  Posture expected{seconds(0.25)};
  expected.set(Channel::hip_abduction_left, degrees(20.5)).set(Channel::pelvis_list, degrees(0.0));
  CHECK(recording.posture(1) == expected);
}

TEST_CASE("a cell that was not seen is absent in the posture, and is no garbled number") {
  Recording recording{{0.0, 1.0}};
  recording.set(Channel::knee_flexion_right, {absent, 4.0});
  CHECK(recording.posture(0) == Posture{seconds(0.0)});
  CHECK(recording.posture(0).not_a_number().empty());
  CHECK(recording.posture(1).get(Channel::knee_flexion_right) == degrees(4.0));
}

TEST_CASE("an infinite angle is kept, for whoever plays the recording to refuse") {
  Recording recording{{0.0}};
  recording.set(Channel::pelvis_tilt, {infinite});
  CHECK(recording.posture(0).angle(Channel::pelvis_tilt).degrees() == infinite);
}

TEST_CASE("a column of another length is refused with both lengths") {
  Recording recording{{0.0, 1.0}};
  CHECK(problem_of([&] { recording.set(Channel::hip_flexion_left, {1.0}); }) ==
        "hip_flexion_left: has 1 values, time has 2");
  CHECK(recording.channels().empty());
}

TEST_CASE("a time that is not finite or beyond a century is refused with its row") {
  CHECK(problem_of([] { Recording{{0.0, absent}}; }) == "time: row 1 is not a finite number of seconds");
  CHECK(problem_of([] { Recording{{infinite}}; }) == "time: row 0 is not a finite number of seconds");
  CHECK_THAT(problem_of([] {
               Recording{{0.0, 1.0, 1.7e10}};
             }),
             Catch::Matchers::StartsWith("time: row 2 is more than a century from zero"));
  CHECK(Recording{{-longest_seconds, longest_seconds}}.posture(1).time == seconds(longest_seconds));
}

TEST_CASE("a column can be replaced") {
  Recording recording{{0.0}};
  recording.set(Channel::pelvis_tilt, {1.0});
  recording.set(Channel::pelvis_tilt, {2.0});
  CHECK(recording.column(Channel::pelvis_tilt)[0] == 2.0);
  CHECK(recording.channels().size() == 1);
}

TEST_CASE("a column of no rows is still a column") {
  Recording recording{std::vector<double>{}};
  recording.set(Channel::pelvis_tilt, {});
  CHECK(recording.channels().contains(Channel::pelvis_tilt));
  CHECK_FALSE(recording == Recording{});
}

TEST_CASE("recordings are equal when times, channels, cells and source are, and absent equals absent") {
  std::mt19937 random{20};
  std::uniform_real_distribution<double> angle{-90.0, 90.0};
  for (int trial = 0; trial < 100; ++trial) {
    const std::size_t rows = 1 + random() % 20;
    std::vector<double> time(rows);
    std::vector<double> column(rows);
    for (std::size_t row = 0; row < rows; ++row) {
      time[row] = static_cast<double>(row) / 100.0;
      column[row] = random() % 4 == 0 ? absent : angle(random);
    }
    const auto channel = static_cast<Channel>(random() % channel_count);
    Recording recording{time};
    recording.set(channel, column);
    const Recording same = recording;
    CHECK(recording == same);

    const std::size_t row = random() % rows;
    auto other_column = column;
    other_column[row] = std::isnan(column[row]) ? 0.0 : absent;
    Recording other_cell = recording;
    other_cell.set(channel, other_column);
    CHECK_FALSE(recording == other_cell);

    Recording other_channel = recording;
    other_channel.set(static_cast<Channel>((index(channel) + 1) % channel_count), column);
    CHECK_FALSE(recording == other_channel);

    Recording other_source = recording;
    other_source.source = Source::goniometer;
    CHECK_FALSE(recording == other_source);

    time[row] += 0.001;
    Recording other_time{time};
    other_time.set(channel, column);
    CHECK_FALSE(recording == other_time);
  }
}

}  // namespace stream_recording_test
