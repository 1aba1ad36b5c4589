#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/exchange/imu_folder.hpp>
#include <stretchcore/motion/flexion_axis.hpp>

#include "catch.hpp"
#include "recordings.hpp"

namespace exchange_imu_folder_test {

using namespace stretchcore;

namespace {

namespace fs = std::filesystem;

const std::string header = "Timestamp (us),W,X,Y,Z\n";
const std::string still = header + "1000000,1,0,0,0\n1020000,1,0,0,0\n1040000,1,0,0,0\n";

/// A folder that is gone after the test.
class Folder {
 public:
  explicit Folder(const std::vector<std::pair<std::string, std::string>>& files)
      : path_(fs::temp_directory_path() / "stretchcore_imu_folder_test") {
    fs::remove_all(path_);
    fs::create_directory(path_);
    for (const auto& [name, text] : files) std::ofstream{path_ / name, std::ios::binary} << text;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

constexpr std::array only_pelvis{Segment::pelvis};

ImuRecording read(const std::vector<std::pair<std::string, std::string>>& files,
                  std::span<const Segment> required = only_pelvis) {
  const Folder folder{files};
  return read_imu_folder(folder.path(), required);
}

struct Refusal {
  std::string message;
  std::size_t line = 0;
  std::size_t column = 0;
  bool operator==(const Refusal&) const = default;
};

/// What a folder is refused with; the folder's own path is left out.
Refusal refusal_of(const std::vector<std::pair<std::string, std::string>>& files,
                   std::span<const Segment> required = only_pelvis) {
  const Folder folder{files};
  try {
    read_imu_folder(folder.path(), required);
  } catch (const RecordingError& error) {
    std::string message = error.what();
    if (const auto at = message.find(folder.path()); at == 0) message.replace(0, folder.path().size(), "folder");
    return {message, error.line(), error.column()};
  }
  return {};
}

Refusal refusal_of_pelvis(const std::string& text) { return refusal_of({{"pelvis.csv", text}}); }

double range(std::span<const double> angles) {
  const auto [low, high] = std::minmax_element(angles.begin(), angles.end());
  return *high - *low;
}

}  // namespace

TEST_CASE("the words of a file's name say the segment") {
  const ImuRecording recording = read({{"pelvis_quaternion.csv", still},
                                       {"Left_Upper_Leg_quaternion.csv", still},
                                       {"right thigh.CSV", still},
                                       {"LeftShank.csv", still},
                                       {"lower-leg-R.csv", still},
                                       {"L_foot.csv", still},
                                       {"foot_right.csv", still},
                                       {"LICENSE.md", "not a table"},
                                       {"head.csv", "not a table"}});
  CHECK(std::vector(recording.segments().begin(), recording.segments().end()) ==
        std::vector{Segment::pelvis, Segment::thigh_left, Segment::thigh_right, Segment::shank_left,
                    Segment::shank_right, Segment::foot_left, Segment::foot_right});
  CHECK(recording.size() == 3);
  CHECK(recording.time()[0] == 1.0);
  CHECK(recording.row(2)[6] == Orientation{});
}

TEST_CASE("of two files for one segment the quaternions are read, and of two such none") {
  CHECK(read({{"pelvis_gyroscope.csv", "no table"}, {"pelvis_quaternion.csv", still}}).size() == 3);
  CHECK(refusal_of({{"pelvis.csv", still}, {"sacrum.csv", still}}) ==
        Refusal{"folder: has two files for pelvis, \"pelvis.csv\" and \"sacrum.csv\""});
}

TEST_CASE("a segment without a file is named, and how its file would be") {
  CHECK(refusal_of({{"pelvis.csv", still}, {"a.csv", still}}, segments_of_hips) ==
        Refusal{"folder: has no CSV file for thigh_left (a name with left and thigh or upper leg), thigh_right (a name "
                "with right and thigh or upper leg); found \"a.csv\", \"pelvis.csv\""});
  CHECK(refusal_of({{"a.csv", still}}, {}) ==
        Refusal{"folder: has no CSV file for any segment of the lower body; found \"a.csv\""});
  CHECK(refusal_of({}) == Refusal{"folder: has no CSV file for pelvis (a name with pelvis); found none at all"});
  CHECK_THROWS_WITH(read_imu_folder("no/such/folder"),
                    Catch::Contains("no/such/folder: cannot be read as a folder: No such file or directory"));
}

TEST_CASE("a row that is no unit quaternion is refused with its place") {
  CHECK(
      refusal_of_pelvis(header + "0,1,0,0,0\n20000,0.9,0,0,0\n") ==
      Refusal{"pelvis.csv:3:2: w, x, y, z have the norm 0.900000, expected 1 within 0.001: no unit quaternion", 3, 2});
  CHECK(refusal_of_pelvis(header + "0,12.5,-3.1,0,0\n").line == 2);
  CHECK(refusal_of_pelvis(header + "0,0,0,0,0\n").column == 2);
  CHECK(read({{"pelvis.csv", header + "0,1.0005,0,0,0\n"}}).size() == 1);
}

TEST_CASE("a cell, a row or a header that does not fit is refused with its place") {
  CHECK(refusal_of_pelvis(header + "0,1,0,x,0\n") ==
        Refusal{"pelvis.csv:2:4: y: \"x\" is not a number, or not with the file's decimal mark", 2, 4});
  CHECK(refusal_of_pelvis(header + "0,1,0,0,\n") ==
        Refusal{"pelvis.csv:2:5: z: is missing; every row needs one", 2, 5});
  CHECK(refusal_of_pelvis(header + "0,1e999,0,0,0\n") == Refusal{"pelvis.csv:2:2: w: \"1e999\" is out of range", 2, 2});
  CHECK(refusal_of_pelvis(header + "0,1,0,0,0\n0,1,0,0,0\n") ==
        Refusal{"pelvis.csv:3:1: time: does not increase from the row before", 3, 1});
  CHECK(refusal_of_pelvis(header + "0,1,0,0\n") ==
        Refusal{"pelvis.csv:2:5: the row has 4 cells, the header has 5", 2, 5});
  CHECK(refusal_of_pelvis(header) == Refusal{"pelvis.csv:1: no rows after the header line", 1, 0});
  CHECK(refusal_of_pelvis("") == Refusal{"pelvis.csv: has no header line; the first line names the columns", 0, 0});
  CHECK(refusal_of_pelvis("time,W,X,Y\n0,1,0,0\n") ==
        Refusal{"pelvis.csv:1: no column for z; expected a time, w, x, y and z, found \"time\", \"W\", \"X\", \"Y\"", 1,
                0});
  CHECK(refusal_of_pelvis("W,X,Y,Z\n1,0,0,0\n").message.find("pelvis.csv:1: no column for time; ") == 0);
  CHECK(refusal_of_pelvis("t,w,x,x,y,z\n") == Refusal{"pelvis.csv:1:4: two columns for x, \"x\" and \"x\"", 1, 4});
}

TEST_CASE("columns may be in any order and unit, among others") {
  const std::string mine = "note;Quat_Z;q_y;Quat X;qw;t_ms\na;0,6;0;0;0,8;500\n";
  const ImuRecording recording = read({{"pelvis.csv", mine}});
  CHECK(recording.time()[0] == 0.5);
  CHECK(recording.row(0)[0] == Orientation{0.8, 0.0, 0.0, 0.6});
}

TEST_CASE("sensors are turned to the times of the first, between their own samples") {
  const auto about_x = [](double degrees) {
    const double half = degrees * std::acos(-1.0) / 360.0;
    return std::to_string(std::cos(half)) + "," + std::to_string(std::sin(half)) + ",0,0\n";
  };
  // The thigh's samples lie between the pelvis'; from 1.06 s to 1.17 s it lost some.
  const std::string thigh = header + "1010000," + about_x(0) + "1030000," + about_x(40) + "1060000," + about_x(40) +
                            "1170000," + about_x(60) + "1190000," + about_x(80);
  std::string pelvis = header;
  for (const char* t : {"1000000", "1010000", "1020000", "1100000", "1180000", "1200000"}) {
    pelvis += std::string{t} + ",1,0,0,0\n";
  }
  // A quaternion's negative is the same turn.
  for (const bool turned : {false, true}) {
    std::string other = thigh;
    if (turned)
      other.replace(other.find("1030000,"), std::string{"1030000,0.939693,0.342020"}.size(),
                    "1030000,-0.939693,-0.342020");
    const ImuRecording recording = read({{"pelvis.csv", pelvis}, {"left_thigh.csv", other}});
    REQUIRE(recording.size() == 6);
    const auto angle = [&](std::size_t row) {
      const Orientation& q = recording.row(row)[1];
      return 2.0 * std::atan2(q.x, q.w) * 180.0 / std::acos(-1.0);
    };
    CHECK_FALSE(recording.row(0)[1].seen());
    CHECK(angle(1) == Approx(0.0).margin(1e-4));
    CHECK(std::fabs(std::remainder(angle(2) - 20.0, 360.0)) < 1e-3);
    CHECK_FALSE(recording.row(3)[1].seen());
    CHECK(angle(4) == Approx(70.0).margin(1e-3));
    CHECK_FALSE(recording.row(5)[1].seen());
  }
}

TEST_CASE("a clock that counts from 1970 starts with the recording") {
  const ImuRecording recording =
      read({{"pelvis.csv", "timestamp (us),w,x,y,z\n1700000000000000,1,0,0,0\n1700000000020000,1,0,0,0\n"}});
  CHECK(recording.time()[0] == 0.0);
  CHECK(recording.time()[1] == Approx(0.02).margin(1e-6));
}

TEST_CASE("a real walk with knee raises gives a real person's hips and knees") {
  const auto folder = recordings_folder();
  if (!folder) return;
  const ImuRecording imu = read_imu_folder((*folder / "xio_imu").string());
  CHECK(imu.segments().size() == segment_count);
  const ImuCalibration calibration = calibrate(imu);

  // Found in walking there, in the knee raises alone and in all of it, which way is right is nearly the same.
  const auto axis_of = [&](double from, double to) {
    const double start = imu.time()[0];
    return flexion_axis(imu.part(start + from, start + to), calibration.sensors);
  };
  for (const FlexionAxis& axis : {axis_of(1.5, 4.2), axis_of(4.2, 7.2)}) {
    CHECK(axis.doubt().empty());
    CHECK(std::fabs(axis.right.x * calibration.right.y - axis.right.y * calibration.right.x) < 0.05);
  }

  const Recording angles = to_recording(imu, calibration);
  CHECK(angles.source == Source::imu_pair);
  CHECK(angles.channels().size() == 13);
  const double start = to_seconds(angles.start());
  const auto during = [&](Channel c, double from, double to) {
    std::vector<double> part;
    for (std::size_t i = 0; i < angles.size(); ++i) {
      const double t = angles.time()[i] - start;
      if (t >= from && t < to && !std::isnan(angles.column(c)[i])) part.push_back(angles.column(c)[i]);
    }
    return part;
  };
  const auto highest = [&](Channel c, double from, double to) {
    const auto part = during(c, from, to);
    return *std::max_element(part.begin(), part.end());
  };
  for (const Side side : both_sides) {
    CAPTURE(name(side));
    // Standing still: nothing moves.
    CHECK(range(during(channel(Motion::knee_flexion, side), 0.2, 1.0)) < 1.0);
    // Walking bends a knee by 50° to 70° in swing.
    CHECK(highest(channel(Motion::knee_flexion, side), 1.5, 4.2) > 45.0);
    CHECK(highest(channel(Motion::knee_flexion, side), 1.5, 4.2) < 75.0);
    // One knee after the other is raised, thigh level and shank hanging.
    CHECK(highest(channel(Motion::knee_flexion, side), 4.2, 7.2) > 115.0);
    CHECK(highest(channel(Motion::hip_flexion, side), 4.2, 7.2) > 65.0);
    CHECK(highest(channel(Motion::hip_flexion, side), 4.2, 7.2) < 110.0);
    // A knee does not overstretch far, and she stands in the end as she stood before.
    const auto knee = during(channel(Motion::knee_flexion, side), 0.0, 20.0);
    CHECK(*std::min_element(knee.begin(), knee.end()) > -8.0);
    CHECK(std::fabs(highest(channel(Motion::knee_flexion, side), 17.0, 18.5)) < 3.0);
    CHECK(std::fabs(highest(channel(Motion::hip_flexion, side), 17.0, 18.5)) < 6.0);
  }
  // The hip of the raised leg is hitched up: first the right one, then the left one.
  const auto list = during(Channel::pelvis_list, 4.5, 5.5);
  CHECK(*std::min_element(list.begin(), list.end()) < -10.0);
  CHECK(highest(Channel::pelvis_list, 6.0, 7.0) > 5.0);
  // She walks there, turns round, and walks back.
  const auto turned = during(Channel::pelvis_rotation, 9.5, 12.5);
  CHECK(std::all_of(turned.begin(), turned.end(), [](double angle) { return std::fabs(angle) > 130.0; }));
}

}  // namespace exchange_imu_folder_test
