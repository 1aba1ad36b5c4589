#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/exchange/csv.hpp>
#include <stretchcore/exchange/imu_folder.hpp>
#include <stretchcore/exchange/read_recording.hpp>

#include "catch.hpp"
#include "exchange/landmark_files.hpp"
#include "exchange/short_lived.hpp"
#include "recordings.hpp"

namespace exchange_read_recording_test {

using namespace stretchcore;

namespace {

namespace fs = std::filesystem;

std::string problem_of(const std::string& path, const ReadOptions& options = {}) {
  try {
    read_recording(path, options);
  } catch (const RecordingError& error) {
    return error.what();
  }
  return "nothing thrown";
}

/// Our words for a laboratory's, "hip_abduction_left" for "hip_abd_L".
std::map<std::string, std::string> both_sides_named(const std::string& ours, const std::string& theirs) {
  return {{ours + "_left", theirs + "_L"}, {ours + "_right", theirs + "_R"}};
}

}  // namespace

TEST_CASE("a file is read as its text would be, whatever its name says") {
  const std::string text = "t_s,hip_abduction_left,LASI_x_mm,RASI_x_mm\n0,1,2,3\n0.01,1.5,2,3\n";
  const ShortLivedFile file{"notes.xyz", text};
  CHECK(read_recording(file.path()) == parse_csv(text));
  CHECK(read_recording(file.path()).source == Source::optical_markers);
  CHECK(read_recording(file.path(), {{{"hip_abduction_right", "LASI_x_mm"}}, Source::imu_pair}).source ==
        Source::imu_pair);
}

TEST_CASE("an error inside a file names the file, the line and the column") {
  const ShortLivedFile file{"bad.csv", "time,pelvis_tilt\n0,1\n1,12x\n"};
  CHECK(problem_of(file.path()) == "stretchcore_read_recording_bad.csv:3:2: pelvis_tilt: \"12x\" is not a number");
}

TEST_CASE("what cannot be opened is refused with path and reason") {
  const std::string missing = (fs::temp_directory_path() / "stretchcore_no_such_file.csv").string();
  CHECK(problem_of(missing) == missing + ": cannot be opened: No such file or directory");
  CHECK_THAT(problem_of(""), Catch::Matchers::StartsWith(": cannot be opened"));
}

TEST_CASE("what is no recording is refused with what is read") {
  const std::map<std::string, std::string> contents{{"", "is empty"},
                                                    {" \n\r\n", "is empty"},
                                                    {std::string{"time,pelvis_tilt\n0,\0\n", 21}, "is not text"},
                                                    {std::string{"\xFF\xFEt\0,\0", 6}, "is UTF-16 text"},
                                                    {"<?xml version=\"1.0\"?>", "is XML or HTML"}};
  for (const auto& [content, problem] : contents) {
    const ShortLivedFile file{"other", content};
    CHECK_THAT(problem_of(file.path()), Catch::Matchers::StartsWith(file.path() + ": " + problem) &&
                                            Catch::Matchers::Contains("; what is read is CSV, TRC, MOT"));
  }
}

TEST_CASE("a file longer than one read is read whole") {
  std::string text = "t,pelvis_tilt\n";
  for (int row = 0; row < 300000; ++row) text += std::to_string(row) + ',' + std::to_string(row % 90) + '\n';
  const ShortLivedFile file{"long.csv", text};
  const Recording recording = read_recording(file.path());
  REQUIRE(recording.size() == 300000);
  CHECK(recording.end() == seconds(299999));
  CHECK(recording.column(Channel::pelvis_tilt)[299999] == 299999 % 90);
}

TEST_CASE("the real marker recordings are read with the laboratory's own names") {
  const auto folder = recordings_folder();
  if (!folder) return;
  std::map<std::string, std::string> columns = both_sides_named("hip_abduction", "hip_abd");
  columns.merge(both_sides_named("hip_flexion", "hip_flex"));
  columns.merge(both_sides_named("knee_flexion", "knee_flex"));
  columns["pelvis_obliq"] = "pelvis_list";
  const Recording recording = read_recording((*folder / "uiprmd/m01_s03_vicon100.csv").string(), ReadOptions{columns});

  CHECK(recording.size() == 2716);
  CHECK(recording.source == Source::optical_markers);
  CHECK(recording.channels().size() == 8);  // pelvis_tilt bears our own word
  CHECK(recording.start() == Time{0});
  CHECK(recording.end() == seconds(27.15));
  const Posture second = recording.posture(1);
  CHECK(second.time == seconds(0.01));
  CHECK(second.angle(Channel::hip_abduction_left) == degrees(14.50));
  CHECK(second.angle(Channel::hip_abduction_right) == degrees(10.82));
  CHECK(second.angle(Channel::hip_flexion_right) == degrees(6.57));
  CHECK(second.angle(Channel::knee_flexion_left) == degrees(-1.87));
  CHECK(second.angle(Channel::pelvis_tilt) == degrees(9.32));
  CHECK(second.angle(Channel::pelvis_list) == degrees(-1.10));
}

TEST_CASE("the real depth camera and motion capture recordings are read, with a sign where it differs") {
  const auto folder = recordings_folder();
  if (!folder) return;
  const auto columns = both_sides_named("hip_abduction", "abd");
  const Recording kinect =
      read_recording((*folder / "uiprmd/m01_s04_kinect30.csv").string(), {columns, Source::depth_camera});
  CHECK(kinect.size() == 688);
  CHECK(kinect.source == Source::depth_camera);
  CHECK(kinect.posture(1).angle(Channel::hip_abduction_right) == degrees(10.31));

  std::map<std::string, std::string> turned = columns;
  turned["pelvis_tilt"] = "-pelvis_tilt";
  const Recording cmu = read_recording((*folder / "cmu/14_14_angles120.csv").string(), ReadOptions{turned});
  CHECK(cmu.size() == 4653);
  CHECK_FALSE(cmu.source.has_value());
  CHECK(cmu.posture(1).time == seconds(0.0083));
  CHECK(cmu.posture(1).angle(Channel::hip_abduction_right) == degrees(1.60));
  CHECK(cmu.posture(1).angle(Channel::pelvis_tilt) == degrees(-4.31));
}

TEST_CASE("every real table with an exercise is read, and one without our words says how to name them") {
  const auto folder = recordings_folder();
  if (!folder) return;
  int tables = 0;
  for (const auto& entry : fs::directory_iterator{*folder / "uiprmd"}) {
    const std::string file_name = entry.path().filename().string();
    const bool markers = file_name.find("vicon") != std::string::npos;
    if (!markers && file_name.find("kinect") == std::string::npos) continue;
    const auto columns = both_sides_named("hip_abduction", markers ? "hip_abd" : "abd");
    const Recording recording = read_recording(entry.path().string(), ReadOptions{columns});
    CAPTURE(file_name);
    CHECK(recording.size() > 400);
    CHECK(recording.source.has_value() == markers);
    ++tables;
  }
  CHECK(tables >= 10);
  CHECK_THAT(problem_of((*folder / "uiprmd/m01_s03_kinect30.csv").string()),
             Catch::Matchers::Contains("m01_s03_kinect30.csv:1: no column is one of our channels") &&
                 Catch::Matchers::Contains("--column hip_abduction_left=abd_L --column hip_abduction_right=abd_R"));
}

TEST_CASE("a folder of IMUs is read as angles, its standing still at the beginning taken for the pose") {
  const auto folder = recordings_folder();
  if (!folder) return;
  const std::string path = (*folder / "xio_imu").string();
  const ImuRecording sensors = read_imu_folder(path);
  CHECK(read_recording(path) == to_recording(sensors, calibrate(sensors)));
  CHECK(read_recording(path).source == Source::imu_pair);
  CHECK_THAT(problem_of((*folder / "opencap").string()), Catch::Matchers::Contains("has no CSV file for pelvis"));
}

TEST_CASE("landmarks are read as the angles that they show, whatever the format") {
  ReadOptions options;
  options.frame_rate = 50.0;
  options.image_size = {{1280, 720}};
  const auto filmed = recording_of_a_body(skeleton("mediapipe-33"));
  const auto depth = recording_of_a_body(skeleton("kinect-v2-25"));
  const auto marked = recording_of_a_body(skeleton("plug-in-gait"));
  const auto keypoints = recording_of_a_body(skeleton("body-25"));
  std::string frames;
  for (std::size_t i = 0; i < keypoints.size(); ++i) frames += as_openpose_frame({keypoints.row(i)});
  const std::vector<std::pair<std::string, const LandmarkRecording*>> files{
      {as_mediapipe_json(filmed), &filmed},      {as_landmark_csv(filmed), &filmed},
      {as_kinect_text(depth), &depth},           {as_trc(marked), &marked},
      {as_landmark_csv(marked, "_mm"), &marked}, {frames, &keypoints}};
  for (const auto& [text, written] : files) {
    CAPTURE(written->skeleton.id, text.substr(0, 40));
    const ShortLivedFile file{"landmarks", text};
    LandmarkRecording read = read_landmarks(file.path(), options);
    CHECK(read.landmarks == written->landmarks);
    Recording angles = read_recording(file.path(), options);
    CHECK(angles == joint_angles(read, {false, options.image_size}));
    ReadOptions mirrored = options;
    mirrored.mirrored = true;
    CHECK(read_recording(file.path(), mirrored) == joint_angles(read, {true, options.image_size}));
    mirrored.source = Source::goniometer;
    CHECK(read_recording(file.path(), mirrored).source == Source::goniometer);
  }
}

TEST_CASE("a table with angles in a laboratory's words is not read by its markers instead") {
  std::string text = as_landmark_csv(recording_of_a_body(skeleton("plug-in-gait")), "_mm");
  text.insert(text.find('\n'), ",hip_abd_L");
  for (std::size_t at = text.find('\n') + 1; (at = text.find('\n', at)) != std::string::npos; at += 3)
    text.insert(at, ",1");
  const ShortLivedFile file{"both.csv", text};
  CHECK_THAT(problem_of(file.path()), Catch::Matchers::Contains("--column hip_abduction_left=hip_abd_L"));
  CHECK(read_landmarks(file.path()).size() == 4);
  CHECK(read_recording(file.path(), ReadOptions{{{"hip_abduction_left", "hip_abd_L"}}}).channels() ==
        ChannelSet{Channel::hip_abduction_left});
}

TEST_CASE("progress is told from the first part to the last, at most a hundred times") {
  std::string text = "t,pelvis_tilt\n";
  for (int row = 0; row < 1'000'000; ++row) text += std::to_string(row) + ',' + std::to_string(row % 90) + '\n';
  const ShortLivedFile file{"progress.csv", text};
  std::vector<double> told;
  ReadOptions options;
  options.progress = [&](double fraction) { told.push_back(fraction); };
  read_recording(file.path(), options);
  REQUIRE(told.size() > 50);
  CHECK(told.size() <= 100);
  CHECK(std::is_sorted(told.begin(), told.end()));
  CHECK(told.front() > 0.0);
  CHECK(told.back() <= 1.0);
  told.clear();
  const ShortLivedFile small{"small.csv", "t,pelvis_tilt\n0,1\n"};
  read_recording(small.path(), options);
  CHECK(told.empty());
}

}  // namespace exchange_read_recording_test
