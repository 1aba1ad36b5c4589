#include <string>

#include <stretchcore/error.hpp>
#include <stretchcore/exchange/kinect_text.hpp>

#include "catch.hpp"
#include "exchange/landmark_files.hpp"
#include "exchange/refusal.hpp"

namespace exchange_kinect_text_test {

using namespace stretchcore;

namespace {

ReadOptions at_50_hertz() {
  ReadOptions options;
  options.frame_rate = 50.0;
  return options;
}

}  // namespace

TEST_CASE("joints are read back from Kinect text as they were written") {
  const LandmarkRecording written = recording_of_a_body(skeleton("kinect-v2-25"));
  LandmarkRecording read = parse_kinect_text(as_kinect_text(written), at_50_hertz());
  CHECK(read.source == Source::depth_camera);
  read.source.reset();
  CHECK(read == written);
}

TEST_CASE("a joint at the sensor itself was not seen") {
  LandmarkRecording written = recording_of_a_body(skeleton("kinect-v2-25"));
  written.landmarks[12] = {0.0, 0.0, 0.0, 0.0};
  CHECK(parse_kinect_text(as_kinect_text(written), at_50_hertz()).landmarks == written.landmarks);
}

TEST_CASE("Kinect text without a frame rate, or with other rows, is refused") {
  const std::string text = as_kinect_text(recording_of_a_body(skeleton("kinect-v2-25")));
  CHECK(refusal_of([&] { parse_kinect_text(text, {}, "k.txt"); }).message ==
        "k.txt: the file has no times; say how many frames a second with frame_rate=30 or --frame-rate 30");
  CHECK(refusal_of([&] { parse_kinect_text("1 2 3\n", at_50_hertz(), "k.txt"); }) ==
        Refusal{"k.txt:1:4: expected 175 numbers, 7 for each of the 25 joints of a Kinect v2, got 3", 1, 4});
  CHECK(refusal_of([&] { parse_kinect_text(text + "1 two", at_50_hertz(), "k.txt"); }) ==
        Refusal{"k.txt:5:2: \"two\" is not a number", 5, 2});
  CHECK(refusal_of([&] { parse_kinect_text("", at_50_hertz(), "k.txt"); }).message == "k.txt: is empty");
  for (const double rate : {0.0, -30.0, 1e9, std::nan("")}) {
    ReadOptions options;
    options.frame_rate = rate;
    CHECK_THAT(refusal_of([&] { parse_kinect_text(text, options); }).message,
               Catch::Matchers::StartsWith("frame_rate: expected more than 0"));
  }
}

}  // namespace exchange_kinect_text_test
