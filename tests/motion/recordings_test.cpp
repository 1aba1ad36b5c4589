#include <cmath>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <stretchcore/session/analyse.hpp>

#include "catch.hpp"
#include "motion/expected.hpp"

namespace motion_recordings_test {

using namespace stretchcore;

namespace {

struct TruePeak {
  Bilateral<double> time{};
  Bilateral<double> peak{};
};

/// The peaks of each repetition of a set, from the table that comes with the recordings.
std::vector<TruePeak> true_peaks(const std::filesystem::path& folder, const std::string& set) {
  std::istringstream table{content(folder / "uiprmd" / "TRUTH_per_rep.csv")};
  std::vector<TruePeak> peaks;
  for (std::string line; std::getline(table, line);) {
    const std::vector<std::string> row = cells(line);
    if (row[0] != "uiprmd/" + set + "_vicon100.csv") continue;
    peaks.push_back({{std::stod(row[5]), std::stod(row[7])}, {std::stod(row[4]), std::stod(row[6])}});
  }
  return peaks;
}

}  // namespace

TEST_CASE("real people's repetitions are counted as a person counts them, with one set of parameters") {
  const auto folder = recordings_folder();
  if (!folder) return;
  const std::vector<Expected> all = all_expected(*folder);
  REQUIRE(all.size() == 27);
  for (const Expected& expected : all) {
    const Recording whole = recording_of(*folder, expected.file, expected.frame_rate);
    const Analysis analysis = analyse(part_of(whole, expected.from, expected.to), exercise_named(expected.exercise));
    CAPTURE(expected.file, expected.from, expected.exercise);
    const auto counted = static_cast<int>(analysis.repetitions.size());
    CHECK(std::abs(counted - expected.repetitions) <= expected.tolerance);
    if (expected.attempts) CHECK(static_cast<int>(analysis.attempts.size()) == *expected.attempts);
  }
}

TEST_CASE("the leg that leads is named") {
  const auto folder = recordings_folder();
  if (!folder) return;
  const std::map<std::string, Side> leads{{"m04_s01", Side::left}, {"m04_s04", Side::left}, {"m04_s10", Side::right}};
  for (const auto& [set, side] : leads) {
    const Analysis analysis = analyse(markers(*folder, set), exercise_named("side_lunge"));
    CAPTURE(set);
    for (const Repetition& r : analysis.repetitions) CHECK(r.side == side);
  }
}

TEST_CASE("the peaks of real openings are where and as high as they were") {
  const auto folder = recordings_folder();
  if (!folder) return;
  for (const std::string set : {"m01_s01", "m01_s03", "m01_s04", "m05_s02"}) {
    const Analysis analysis = analyse(markers(*folder, set), exercise_named("founding"));
    const std::vector<TruePeak> truth = true_peaks(*folder, set);
    REQUIRE(truth.size() == 10);
    REQUIRE(analysis.repetitions.size() == 10);
    for (std::size_t i = 0; i < truth.size(); ++i) {
      for (const Side side : both_sides) {
        CAPTURE(set, i, name(side));
        const Repetition& found = analysis.repetitions[i];
        const double off = std::fabs(to_seconds(found.peak_time[side]) - truth[i].time[side]);
        CHECK(off <= 0.15);  // also of two humps of nearly one height
        CHECK(std::fabs(found.peak[side]->degrees() - truth[i].peak[side]) <= 1.5);
      }
    }
  }
}

TEST_CASE("the side that stops first is named where it is determined and not where it is not") {
  const auto folder = recordings_folder();
  if (!folder) return;
  const auto tighter = [&](const std::string& set) {
    return analyse(markers(*folder, set), exercise_named("founding")).asymmetry.tighter_side;
  };
  CHECK(tighter("m01_s03") == Side::right);
  CHECK_FALSE(tighter("m05_s02"));
  CHECK_FALSE(tighter("m01_s01"));
}

}  // namespace motion_recordings_test
