#include <string>

#include <stretchcore/error.hpp>
#include <stretchcore/exchange/mediapipe_json.hpp>

#include "catch.hpp"
#include "exchange/landmark_files.hpp"
#include "exchange/refusal.hpp"

namespace exchange_mediapipe_json_test {

using namespace stretchcore;

namespace {

const LandmarkRecording& filmed() {
  static const LandmarkRecording recording = recording_of_a_body(skeleton("mediapipe-33"));
  return recording;
}

ReadOptions of_the_picture() {
  ReadOptions options;
  options.frame_rate = 50.0;
  options.image_size = {{1280, 720}};
  return options;
}

Refusal refusal_of_json(const std::string& text, const ReadOptions& options = of_the_picture()) {
  return refusal_of([&] { parse_mediapipe_json(text, options, "p.json"); });
}

/// One frame with hips and knees.
std::string frame(const std::string& key, const std::string& left_hip = "[0.5, 0.5, 0]") {
  return '"' + key + R"(": {"Left_hip": )" + left_hip +
         R"(, "Right_hip": [0.4, 0.5, 0], "Left_knee": [0.5, 0.7, 0], "Right_knee": [0.4, 0.7, 0]})";
}
std::string positions(const std::string& frames) { return R"({"positions": {)" + frames + "}}"; }

}  // namespace

TEST_CASE("landmarks are read back from MediaPipe JSON as they were written") {
  LandmarkRecording read = parse_mediapipe_json(as_mediapipe_json(filmed()), of_the_picture());
  CHECK(read.source == Source::phone_camera);
  read.source.reset();
  CHECK(read == filmed());
  const LandmarkRecording world = recording_of_a_body(skeleton("mediapipe-33-world"));
  ReadOptions options;
  options.frame_rate = 50.0;
  options.skeleton = "mediapipe-33-world";
  CHECK(parse_mediapipe_json(as_mediapipe_json(world), options).landmarks == world.landmarks);
}

TEST_CASE("whole keys count frames from the first, others are seconds; their order is free") {
  const ReadOptions options = of_the_picture();
  CHECK(parse_mediapipe_json(positions(frame("12") + ", " + frame("10") + ", " + frame("11.0")), options).time ==
        std::vector<double>{0.0, 0.02, 0.04});
  ReadOptions without_rate = options;
  without_rate.frame_rate.reset();
  CHECK(parse_mediapipe_json(positions(frame("1") + ", " + frame("0.5")), without_rate).time ==
        std::vector<double>{0.5, 1.0});
  CHECK(refusal_of_json(positions(frame("1")), without_rate).message ==
        "p.json: numbers its frames and has no times; say how many frames a second with frame_rate=30 or --frame-rate "
        "30");
}

TEST_CASE("a fourth number is the visibility; null and what is missing was not seen") {
  const auto left_hip = [](const std::string& text) {
    const LandmarkRecording read = parse_mediapipe_json(text, of_the_picture());
    return read.row(0)[static_cast<std::size_t>(read.skeleton.joints.left.hip)];
  };
  CHECK(left_hip(positions(frame("1", "[0.5, 0.6, 0.1, 0.75]"))) == Landmark{0.5, 0.6, 0.1, 0.75});
  const Landmark unseen{0.0, 0.0, 0.0, 0.0};
  CHECK(left_hip(positions(frame("1", "null"))) == unseen);
  CHECK(left_hip(positions(frame("1", "[null, 0.5, 0]"))) == unseen);
  CHECK(left_hip(positions("\"0\": null, " + frame("1"))) == unseen);
}

TEST_CASE("other members of a MediaPipe file may hold anything") {
  const std::string text = R"({"meta": {"a": [1, {"b": null}], "c": 2}, "fps": 30, "list": [[]], )" +
                           positions(frame("1")).substr(1, positions(frame("1")).size() - 2) + R"(, "end": true})";
  CHECK(parse_mediapipe_json(text, of_the_picture()).size() == 1);
}

TEST_CASE("what is wrong in MediaPipe JSON is named with its line and column") {
  CHECK(refusal_of_json("{\"positions\":\n {\"first\": {}}}") ==
        Refusal{"p.json:2:9: expected the number or the time of a frame, got \"first\"", 2, 9});
  CHECK_THAT(refusal_of_json("[1]").message, Catch::Matchers::StartsWith("p.json:1:1: expected {\"positions\""));
  CHECK(refusal_of_json(positions(frame("1", "[0.5]"))).message ==
        "p.json:1:38: \"Left_hip\": expected x, y and perhaps z and visibility");
  CHECK_THAT(refusal_of_json(positions(frame("1", "[1, 2, 3, 4, 5]"))).message,
             Catch::Matchers::Contains("no more than x, y, z and visibility"));
  CHECK_THAT(refusal_of_json(positions(frame("1", "{\"x\": 1}"))).message, Catch::Matchers::Contains("not this here"));
  CHECK_THAT(refusal_of_json(R"({"positions": {"1": {"Nose": [1, 2)").message,
             Catch::Matchers::Contains("is not JSON here"));
  CHECK_THAT(refusal_of_json(positions(frame("1", "[NaN, 1, 2]"))).message,
             Catch::Matchers::Contains("is not JSON here"));
  CHECK_THAT(refusal_of_json(positions(frame("1", "[1e999, 1, 2]"))).message,
             Catch::Matchers::Contains("is not JSON here"));
  CHECK(refusal_of_json(positions("")).message == "p.json: has no frames in \"positions\"");
  CHECK_THAT(refusal_of_json(positions(frame("1") + ',' + frame("1.0"))).message, Catch::Matchers::Contains("twice"));
  CHECK_THAT(refusal_of_json(positions(frame("1")) + " {}").message,
             Catch::Matchers::Contains("nothing after the end"));
  CHECK_THAT(refusal_of_json(positions(frame("1")), ReadOptions{}).message, Catch::Matchers::Contains("frame_rate=30"));
  ReadOptions only_rate;
  only_rate.frame_rate = 30.0;
  CHECK_THAT(refusal_of_json(positions(frame("1")), only_rate).message, Catch::Matchers::Contains("image_size=(w, h)"));
}

}  // namespace exchange_mediapipe_json_test
