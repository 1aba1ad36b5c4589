#include <filesystem>
#include <fstream>
#include <string>

#include <stretchcore/error.hpp>
#include <stretchcore/exchange/openpose_json.hpp>

#include "catch.hpp"
#include "exchange/landmark_files.hpp"
#include "exchange/refusal.hpp"
#include "exchange/short_lived.hpp"

namespace exchange_openpose_json_test {

using namespace stretchcore;

namespace {

ReadOptions at_50_hertz() {
  ReadOptions options;
  options.frame_rate = 50.0;
  return options;
}

/// The same person further to the right, less surely seen.
std::vector<Landmark> beside(std::span<const Landmark> person, double pixels, double confidence = 0.9) {
  std::vector<Landmark> other{person.begin(), person.end()};
  for (Landmark& point : other) {
    point.x += pixels;
    point.confidence = confidence;
  }
  return other;
}

std::string frames_of(const LandmarkRecording& recording, const std::string& between) {
  std::string text;
  for (std::size_t i = 0; i < recording.size(); ++i)
    text += (i == 0 ? "" : between) + as_openpose_frame({recording.row(i)});
  return text;
}

Refusal refusal_of_json(const std::string& text, const ReadOptions& options = at_50_hertz()) {
  return refusal_of([&] { parse_openpose_json(text, options, "p.json"); });
}

}  // namespace

TEST_CASE("keypoints are read back from OpenPose JSON as they were written, by their number") {
  for (const char* id : {"body-25", "halpe-26", "coco-17"}) {
    const LandmarkRecording written = recording_of_a_body(skeleton(id));
    for (const std::string& text : {'[' + frames_of(written, ", ") + ']', frames_of(written, "\n") + "\n"}) {
      LandmarkRecording read = parse_openpose_json(text, at_50_hertz());
      CHECK(read.source == Source::phone_camera);
      read.source.reset();
      CHECK(read == written);
    }
  }
}

TEST_CASE("a folder with a file a frame is read in the order of their numbers, with gaps where files are missing") {
  const LandmarkRecording written = recording_of_a_body(skeleton("body-25"), 11);
  const ShortLivedFolder folder{"openpose"};
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (i != 5) folder.write("walk2_" + std::to_string(i + 7) + "_keypoints.json", as_openpose_frame({written.row(i)}));
  }
  const LandmarkRecording read = read_openpose_folder(folder.path(), at_50_hertz());
  REQUIRE(read.size() == 10);
  CHECK(read.time[4] == 4.0 / 50.0);
  CHECK(read.time[5] == 6.0 / 50.0);
  CHECK(std::equal(read.row(9).begin(), read.row(9).end(), written.row(10).begin()));

  folder.write("walk2_0007_keypoints.json", as_openpose_frame({written.row(0)}));
  CHECK_THAT(refusal_of([&] { read_openpose_folder(folder.path(), at_50_hertz()); }).message,
             Catch::Matchers::Contains("two files for one frame"));
  folder.write("notes.json", "{}");
  CHECK_THAT(refusal_of([&] { read_openpose_folder(folder.path(), at_50_hertz()); }).message,
             Catch::Matchers::Contains("\"notes.json\" has no number of a frame"));
}

TEST_CASE("one person is followed through others, whatever their order in the file") {
  const LandmarkRecording written = recording_of_a_body(skeleton("body-25"));
  std::string text;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const std::vector<Landmark> other = beside(written.row(i), 300.0);
    text += i % 2 == 0 ? as_openpose_frame({written.row(i), other}) : as_openpose_frame({other, written.row(i)});
  }
  CHECK(parse_openpose_json(text, at_50_hertz()).landmarks == written.landmarks);
}

TEST_CASE("where she is not, nobody else is taken for her, until a second has passed") {
  const LandmarkRecording written = recording_of_a_body(skeleton("body-25"), 1);
  const std::vector<Landmark> other = beside(written.row(0), 500.0);
  std::string text = as_openpose_frame({written.row(0)});
  for (int i = 0; i < 60; ++i) text += as_openpose_frame({other});
  const LandmarkRecording read = parse_openpose_json(text, at_50_hertz());
  CHECK(read.row(1)[8].confidence == 0.0);
  CHECK(read.row(50)[8].confidence == 0.0);
  CHECK(read.row(51)[8] == other[8]);
}

TEST_CASE("a frame with nobody in it is a frame") {
  const LandmarkRecording written = recording_of_a_body(skeleton("body-25"), 2);
  const LandmarkRecording read = parse_openpose_json(
      as_openpose_frame({written.row(0)}) + R"({"people": []})" + as_openpose_frame({written.row(1)}), at_50_hertz());
  CHECK(read.size() == 3);
  CHECK(read.row(1)[8].confidence == 0.0);
}

TEST_CASE("what is wrong in OpenPose JSON is named, with the option that helps") {
  const std::string whole = as_openpose_frame({recording_of_a_body(skeleton("body-25"), 1).row(0)});
  CHECK(refusal_of_json(whole, ReadOptions{}).message ==
        "p.json: there are no times; say how many frames a second with frame_rate=30 or --frame-rate 30");
  CHECK(refusal_of_json(R"({"people": [{"pose_keypoints_2d": [1, 2, 1, 3, 4, 1]}]})").message ==
        "p.json: the people have 2 keypoints; expected 25 (body-25), 26 (halpe-26) or 17 (coco-17), or say whose they "
        "are with skeleton=\"…\" or --skeleton …");
  CHECK(refusal_of_json(R"({"people": [{"pose_keypoints_2d": [1, 2]}]})").message ==
        "p.json:1:40: expected x, y and confidence of each keypoint; the last is not whole");
  CHECK_THAT(refusal_of_json(R"({"people": [{"pose_keypoints_2d": ["1"]}]})").message,
             Catch::Matchers::Contains("expected a number"));
  CHECK_THAT(refusal_of_json(R"({"people": 3})").message, Catch::Matchers::Contains("not this here"));
  CHECK_THAT(refusal_of_json(R"([[{"people": []}]])").message, Catch::Matchers::Contains("not this here"));
  CHECK_THAT(refusal_of_json(R"({"version": 1})").message, Catch::Matchers::Contains("has no \"people\""));
  CHECK(refusal_of_json(R"({"people": []})").message == "p.json: nobody is in any frame");
  CHECK(refusal_of_json("[]").message ==
        "p.json: has no frames; expected {\"people\": [{\"pose_keypoints_2d\": […]}]}");
  CHECK_THAT(refusal_of_json(whole + R"({"people": [{"pose_keypoints_2d": [1, 2, 1]}]})").message,
             Catch::Matchers::Contains("with 25 keypoints and with 1"));
  ReadOptions other = at_50_hertz();
  other.skeleton = "coco-17";
  CHECK_THAT(refusal_of_json(whole, other).message, Catch::Matchers::Contains("coco-17 has another number"));
}

}  // namespace exchange_openpose_json_test
