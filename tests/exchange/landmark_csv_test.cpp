#include <map>
#include <string>

#include <stretchcore/error.hpp>
#include <stretchcore/exchange/landmark_csv.hpp>

#include "catch.hpp"
#include "exchange/landmark_files.hpp"
#include "exchange/refusal.hpp"

namespace exchange_landmark_csv_test {

using namespace stretchcore;

namespace {

Refusal refusal_of_points(const std::string& text, const ReadOptions& options = {}) {
  return refusal_of([&] { parse_landmark_csv(text, options, "file.csv"); });
}

/// A header with hips and knees, and a row of them.
const std::string legs =
    "time,left_hip_x,left_hip_y,left_hip_z,right_hip_x,right_hip_y,right_hip_z,left_knee_x,left_knee_y,left_knee_z,"
    "right_knee_x,right_knee_y,right_knee_z\n";

}  // namespace

TEST_CASE("landmarks of every skeleton are read back from a table as they were written") {
  for (const Skeleton& skeleton : skeletons()) {
    CAPTURE(skeleton.id);
    const LandmarkRecording written = recording_of_a_body(skeleton);
    ReadOptions options;
    options.skeleton = skeleton.id;
    options.image_size = {{1280, 720}};
    for (const Rename& rename : {Rename{as_it_is}, Rename{in_camel_case},
                                 Rename{[](const std::string& name) { return "somebody:" + name; }}}) {
      LandmarkRecording read = parse_landmark_csv(as_landmark_csv(written, "", rename, skeleton.depth), options);
      CHECK(read.source == (skeleton.pelvis_markers() ? Source::optical_markers
                            : skeleton.axes.y == Direction::up || skeleton.id == "azure-kinect-32"
                                ? Source::depth_camera
                                : Source::phone_camera));
      read.source.reset();
      CHECK(read == written);
    }
  }
}

TEST_CASE("the names of the points say whose they are, and the names of the columns their unit") {
  const std::map<std::string, std::string> units{
      {"plug-in-gait", "_mm"}, {"mediapipe-33-world", "_m"}, {"kinect-v2-25", " [m]"}, {"azure-kinect-32", "_mm"},
      {"body-25", "_px"},      {"halpe-26", " (px)"},        {"coco-17", "_px"}};
  for (const auto& [id, unit] : units) {
    CAPTURE(id);
    const LandmarkRecording written = recording_of_a_body(skeleton(id));
    const LandmarkRecording read = parse_landmark_csv(as_landmark_csv(written, unit, as_it_is, written.skeleton.depth));
    CHECK(read.skeleton == written.skeleton);
    CHECK(read.landmarks == written.landmarks);
  }
}

TEST_CASE("centimetres become metres") {
  std::string header = legs;
  for (const char* axis : {"_x", "_y", "_z"}) {
    for (std::size_t at = 0; (at = header.find(axis, at)) != std::string::npos; at += 5)
      header.replace(at, 2, axis + std::string{"_cm"});
  }
  const LandmarkRecording read = parse_landmark_csv(header + "0,10,90,5,-10,90,5,10,50,5,-10,50,5\n");
  CHECK(read.skeleton.units == LandmarkUnits::metres);
  CHECK(read.skeleton.depth);
  CHECK(read.row(0)[static_cast<std::size_t>(read.skeleton.joints.left.hip)] == Landmark{0.1, 0.9, 0.05, 1.0});
}

TEST_CASE("points with numbers are those of the skeleton that is named") {
  const LandmarkRecording written = recording_of_a_body(skeleton("mediapipe-33"));
  for (const int first : {0, 1}) {
    std::string text = "frame";
    for (int p = first; p < 33 + first; ++p) {
      for (const char* part : {"x", "y", "z", "v"}) text += ',' + (part + std::to_string(p));
    }
    text += '\n';
    for (std::size_t i = 0; i < written.size(); ++i) {
      text += std::to_string(i);
      for (const Landmark& p : written.row(i)) {
        text += ',' + exact(p.x) + ',' + exact(p.y) + ',' + exact(p.z) + ",1";
      }
      text += '\n';
    }
    ReadOptions options;
    options.frame_rate = 50.0;
    options.image_size = {{1280, 720}};
    CHECK_THAT(refusal_of_points(text, options).message, Catch::Matchers::Contains("--skeleton"));
    options.skeleton = "mediapipe-33";
    const LandmarkRecording read = parse_landmark_csv(text, options);
    CHECK(read.landmarks == written.landmarks);
    CHECK(read.time == written.time);
  }
}

TEST_CASE("a point with an empty coordinate or an empty confidence was not seen") {
  ReadOptions metres;
  metres.units = FileUnits::metres;
  const LandmarkRecording read = parse_landmark_csv(legs + "0,1,2,,1,2,3,1,2,3,1,2,3\n", metres);
  CHECK(read.row(0)[static_cast<std::size_t>(read.skeleton.joints.left.hip)] == Landmark{0.0, 0.0, 0.0, 0.0});
  CHECK(read.row(0)[static_cast<std::size_t>(read.skeleton.joints.right.hip)] == Landmark{1.0, 2.0, 3.0, 1.0});
  std::string with_confidence = legs;
  with_confidence.insert(with_confidence.size() - 1, ",left_hip_confidence");
  const LandmarkRecording doubtful = parse_landmark_csv(with_confidence + "0,1,2,3,1,2,3,1,2,3,1,2,3,\n", metres);
  CHECK(doubtful.row(0)[static_cast<std::size_t>(doubtful.skeleton.joints.left.hip)].confidence == 0.0);
}

TEST_CASE("what a table of points does not say is refused with the option that says it") {
  const std::string row = "0,1,2,3,1,2,3,1,2,3,1,2,3\n";
  CHECK_THAT(refusal_of_points(legs + row).message,
             Catch::Matchers::Contains("image_size=(w, h) or --image-size WxH, else say units="));
  ReadOptions metres;
  metres.units = FileUnits::metres;
  CHECK(parse_landmark_csv(legs + row, metres).size() == 1);
  ReadOptions normalised;
  normalised.units = FileUnits::normalised;
  CHECK_THAT(refusal_of_points(legs + row, normalised).message,
             Catch::Matchers::Contains("give its width and height with image_size"));
  ReadOptions angle;
  angle.units = FileUnits::radians;
  CHECK_THAT(refusal_of_points(legs + row, angle).message, Catch::Matchers::Contains("no units of points"));
  CHECK_THAT(refusal_of_points(legs.substr(5) + row.substr(2), metres).message,
             Catch::Matchers::Contains("frame_rate=… or --frame-rate"));
  CHECK_THAT(
      refusal_of_points("time,nose_x,nose_y,nose_z\n0,1,2,3\n", metres).message,
      Catch::Matchers::Contains("the points are those of no skeleton") && Catch::Matchers::Contains("found \"nose\""));
}

TEST_CASE("what contradicts itself in a header of points is refused") {
  CHECK(refusal_of_points("time,left_hip_x_mm,left_hip_y_cm\n").message ==
        "file.csv:1:3: \"left_hip_y_cm\" is in another unit than the columns before it");
  CHECK(refusal_of_points("time,left_hip_x,left_hip.x\n").message ==
        "file.csv:1:3: two columns for one number, \"left_hip_x\" and \"left_hip.x\"");
  CHECK(refusal_of_points("time,t_ms,left_hip_x\n").column == 2);
  ReadOptions metres;
  metres.units = FileUnits::metres;
  std::string twice = legs;
  twice.insert(twice.size() - 1, ",LeftHip_x,LeftHip_y,LeftHip_z");
  CHECK_THAT(refusal_of_points(twice + "0,1,2,3,1,2,3,1,2,3,1,2,3,1,2,3\n", metres).message,
             Catch::Matchers::Contains("\"left_hip\" and \"LeftHip\" are the same point"));
}

TEST_CASE("what is wrong in a row of points is named with its line and column") {
  ReadOptions metres;
  metres.units = FileUnits::metres;
  CHECK(refusal_of_points(legs + "0,1,2,x,1,2,3,1,2,3,1,2,3\n", metres) ==
        Refusal{"file.csv:2:4: \"left_hip_z\": \"x\" is not a number", 2, 4});
  CHECK(refusal_of_points(legs + ",1,2,3,1,2,3,1,2,3,1,2,3\n", metres).message ==
        "file.csv:2:1: \"time\": is missing; every row needs one");
  CHECK(refusal_of_points(legs + "0,1\n", metres).message == "file.csv:2:3: the row has 2 cells, the header has 13");
  CHECK(refusal_of_points(legs, metres).message == "file.csv:1: no rows after the header line");
}

}  // namespace exchange_landmark_csv_test
