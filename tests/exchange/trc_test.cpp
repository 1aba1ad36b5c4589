#include <string>

#include <stretchcore/error.hpp>
#include <stretchcore/exchange/trc.hpp>

#include "catch.hpp"
#include "exchange/landmark_files.hpp"
#include "exchange/refusal.hpp"

namespace exchange_trc_test {

using namespace stretchcore;

namespace {

const LandmarkRecording& marked() {
  static const LandmarkRecording recording = recording_of_a_body(skeleton("plug-in-gait"));
  return recording;
}

Refusal refusal_of_trc(std::string text, const std::string& part, const std::string& instead,
                       const ReadOptions& options = {}) {
  text.replace(text.find(part), part.size(), instead);
  return refusal_of([&] { parse_trc(text, options, "file.trc"); });
}

}  // namespace

TEST_CASE("markers are read back from a TRC file as they were written") {
  LandmarkRecording read = parse_trc(as_trc(marked()));
  CHECK(read.source == Source::optical_markers);
  read.source.reset();
  CHECK(read == marked());
  const auto of_a_subject = [](const std::string& name) { return "Anna:" + name; };
  CHECK(parse_trc(as_trc(marked(), "mm", of_a_subject)).landmarks == marked().landmarks);
}

TEST_CASE("the header says the unit; one that does not is refused with the option that says it") {
  CHECK(parse_trc(as_trc(marked(), "m")).skeleton.units == LandmarkUnits::metres);
  const LandmarkRecording in_centimetres = parse_trc(as_trc(marked(), "cm"));
  CHECK(in_centimetres.skeleton.units == LandmarkUnits::metres);
  CHECK(in_centimetres.landmarks[23].x == marked().landmarks[23].x * 0.01);
  CHECK(refusal_of_trc(as_trc(marked()), "\tmm\t", "\tfeet\t") ==
        Refusal{"file.trc:3: Units: expected mm, cm or m, got \"feet\"; say it with units=\"millimetres\" or --units "
                "millimetres",
                3});
  ReadOptions options;
  options.units = FileUnits::metres;
  CHECK(parse_trc(as_trc(marked(), "feet"), options).skeleton.units == LandmarkUnits::metres);
  CHECK(parse_trc(as_trc(marked(), "mm"), options).skeleton.units == LandmarkUnits::millimetres);
}

TEST_CASE("keypoints that several cameras placed in a room have depth") {
  LandmarkRecording in_a_room = recording_of_a_body(skeleton("body-25"));
  for (Landmark& point : in_a_room.landmarks) point.z = point.x / 3.0;
  const LandmarkRecording read = parse_trc(as_trc(in_a_room, "m", in_camel_case));
  CHECK(read.skeleton.id == "body-25");
  CHECK(read.skeleton.depth);
  CHECK(read.skeleton.channels.contains(Channel::knee_flexion_left));
  CHECK(read.landmarks == in_a_room.landmarks);
  CHECK_FALSE(read.source.has_value());
}

TEST_CASE("a marker without coordinates was not seen; tabs at the end of a row are no cells") {
  LandmarkRecording gap = marked();
  gap.landmarks[24] = {0.0, 0.0, 0.0, 0.0};
  std::string text = as_trc(gap);
  CHECK(parse_trc(text).landmarks == gap.landmarks);
  for (std::size_t at = text.size();
       (at = text.rfind('\n', at - 1)) != std::string::npos && at > text.find("\n\n") + 1;) {
    text.insert(at, "\t");
  }
  CHECK(parse_trc(text).landmarks == gap.landmarks);
}

TEST_CASE("a TRC file that was cut off is refused, not read in part") {
  const std::string whole = as_trc(marked());
  const std::string without_last_row = whole.substr(0, whole.rfind('\n', whole.size() - 2) + 1);
  CHECK(refusal_of([&] { parse_trc(without_last_row, {}, "file.trc"); }).message ==
        "file.trc:4: the header says NumFrames=4, the file has 3: it was cut off, or its header is another's");
  CHECK_THAT(refusal_of([&] { parse_trc(whole.substr(0, whole.size() - 60), {}, "file.trc"); }).message,
             Catch::Matchers::Contains("cells, the header has 119"));
}

TEST_CASE("what is wrong in the header of a TRC file is named with its line") {
  const std::string whole = as_trc(marked());
  CHECK(refusal_of_trc(whole, "PathFileType", "PathType").message ==
        "file.trc:1: expected the line PathFileType, got \"PathType?4?(X/Y/Z)?body.trc\"");
  CHECK(refusal_of_trc(whole, "\t39\tmm", "\t40\tmm").message ==
        "file.trc:4: the header says NumMarkers=40, there are 39 names");
  CHECK(refusal_of_trc(whole, "\t39\tmm", "\tmany\tmm").message ==
        "file.trc:3: NumMarkers: expected how many there are, got \"many\"");
  CHECK(refusal_of_trc(whole, "Frame#", "Bild").line == 4);
  CHECK(refusal_of_trc(whole, "\tLFHD\t", "\t\t") ==
        Refusal{"file.trc:4:3: expected the name of a marker above each three columns", 4, 3});
  CHECK(refusal_of_trc(whole, "X1", "x").line == 5);
  CHECK_THAT(refusal_of_trc(whole, "LKNE", "KNEE").message, Catch::Matchers::Contains("no skeleton that is known"));
  CHECK(refusal_of_trc(whole, "\n2\t0.02\t", "\n2\tlate\t").message ==
        "file.trc:8:2: \"Time\": \"late\" is not a number");
}

}  // namespace exchange_trc_test
