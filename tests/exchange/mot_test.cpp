#include <map>
#include <string>

#include <stretchcore/error.hpp>
#include <stretchcore/exchange/mot.hpp>

#include "catch.hpp"
#include "exchange/refusal.hpp"

namespace exchange_mot_test {

using namespace stretchcore;

namespace {

constexpr const char* in_degrees = "Coordinates\nversion=1\nnRows=1\nnColumns=2\ninDegrees=yes\n\nwords\nendheader\n";

/// One row of one column besides the time.
Recording one_angle(const std::string& column, double value = 10.0, const ReadOptions& options = {}) {
  return parse_mot(in_degrees + ("time\t" + column + "\n0\t" + std::to_string(value) + "\n"), options);
}

Refusal refusal_of_mot(const std::string& text, const ReadOptions& options = {}) {
  return refusal_of([&] { parse_mot(text, options, "file.mot"); });
}

}  // namespace

TEST_CASE("each coordinate of OpenSim is one of our angles, with our sign") {
  const std::map<std::string, std::pair<Channel, double>> words{
      {"hip_flexion_l", {Channel::hip_flexion_left, 1}},
      {"hip_flexion_r", {Channel::hip_flexion_right, 1}},
      {"hip_adduction_l", {Channel::hip_abduction_left, -1}},
      {"hip_adduction_r", {Channel::hip_abduction_right, -1}},
      {"hip_rotation_r", {Channel::hip_rotation_right, 1}},
      {"knee_angle_l", {Channel::knee_flexion_left, 1}},
      {"ankle_angle_r", {Channel::ankle_dorsiflexion_right, 1}},
      {"arm_flex_l", {Channel::shoulder_flexion_left, 1}},
      {"arm_add_r", {Channel::shoulder_abduction_right, -1}},
      {"arm_rot_l", {Channel::shoulder_rotation_left, 1}},
      {"elbow_flex_r", {Channel::elbow_flexion_right, 1}},
      {"pelvis_tilt", {Channel::pelvis_tilt, -1}},
      {"pelvis_list", {Channel::pelvis_list, 1}},
      {"pelvis_rotation", {Channel::pelvis_rotation, -1}},
      {"lumbar_extension", {Channel::spine_flexion, -1}},
      {"lumbar_bending", {Channel::spine_side_bend, -1}},
      {"lumbar_rotation", {Channel::spine_rotation, 1}},
      {"/jointset/hip_r/hip_flexion_r/value", {Channel::hip_flexion_right, 1}},
      {"shoulder_abduction_left", {Channel::shoulder_abduction_left, 1}}};
  for (const auto& [column, angle] : words) {
    CAPTURE(column);
    const Recording recording = one_angle(column);
    REQUIRE(recording.channels() == ChannelSet{angle.first});
    CHECK(recording.column(angle.first)[0] == 10.0 * angle.second);
  }
}

TEST_CASE("speeds, translations and beta coordinates of OpenSim are no angles of ours") {
  for (const char* column : {"/jointset/hip_r/hip_flexion_r/speed", "pelvis_tx", "knee_angle_r_beta", "mtp_angle_r"}) {
    CHECK_THAT(refusal_of_mot(in_degrees + ("time\t" + std::string{column} + "\n0\t1\n")).message,
               Catch::Matchers::Contains("no column is one of our channels"));
  }
}

TEST_CASE("the header says degrees or radians; one that does not is refused with the option that says it") {
  const std::string radians = "x\ninDegrees=no\nendheader\ntime pelvis_list\n0 1.5707963267948966\n";
  CHECK(parse_mot(radians).column(Channel::pelvis_list)[0] == Approx(90.0));
  const std::string silent = "x\nendheader\ntime pelvis_list\n0 1.5707963267948966\n";
  CHECK(refusal_of_mot(silent) == Refusal{"file.mot: the header does not say inDegrees=yes or no; say it with "
                                          "units=\"degrees\" or --units degrees (or radians)"});
  ReadOptions options;
  options.units = FileUnits::radians;
  CHECK(parse_mot(silent, options).column(Channel::pelvis_list)[0] == Approx(90.0));
  CHECK(parse_mot(in_degrees + std::string{"time\tpelvis_list\n0\t1\n"}, options).column(Channel::pelvis_list)[0] ==
        1.0);
  options.units = FileUnits::metres;
  CHECK(refusal_of_mot(silent, options).message ==
        "units: metres are no unit of angles, and the angles of this file are read; expected degrees or radians");
}

TEST_CASE("the caller's columns go before the words of OpenSim") {
  ReadOptions options;
  options.columns = {{"hip_abduction_left", "opening"}, {"pelvis_tilt", "pelvis_tilt"}};
  const Recording recording =
      parse_mot("x\ninDegrees=yes\nendheader\ntime opening pelvis_tilt hip_adduction_l\n0 1 2 3\n", options);
  CHECK(recording.column(Channel::hip_abduction_left)[0] == 1.0);
  CHECK(recording.column(Channel::pelvis_tilt)[0] == 2.0);
}

TEST_CASE("knees that bend only backwards are refused with the columns that turn them") {
  const std::string text = "x\ninDegrees=yes\nendheader\ntime knee_angle_r\n0 -5\n1 -60\n";
  CHECK(refusal_of_mot(text) ==
        Refusal{"file.mot:4:2: \"knee_angle_r\" bends only backwards: flexion is negative in its model; turn it with "
                "columns={\"knee_flexion_right\": \"-knee_angle_r\"} or --column knee_flexion_right=-knee_angle_r",
                4, 2});
  ReadOptions options;
  options.columns = {{"knee_flexion_right", "-knee_angle_r"}};
  CHECK(parse_mot(text, options).column(Channel::knee_flexion_right)[1] == 60.0);
}

TEST_CASE("a file that was cut off is refused, not read in part") {
  const std::string header = "x\nnRows=2\nnColumns=2\ninDegrees=yes\nendheader\ntime\tpelvis_list\n";
  CHECK(parse_mot(header + "0\t1\n1\t2\n").size() == 2);
  CHECK(
      refusal_of_mot(header + "0\t1\n") ==
      Refusal{"file.mot:6: the header says nRows=2, the table has 1: the file was cut off, or its header is another's",
              6});
  CHECK(refusal_of_mot(header + "0\t1\n1\n").message == "file.mot:8:2: the row has 1 cell, the header has 2");
  CHECK_THAT(refusal_of_mot("x\nnColumns=3\ninDegrees=yes\nendheader\ntime pelvis_list\n0 1\n").message,
             Catch::Matchers::Contains("nColumns=3, the table has 2"));
}

TEST_CASE("what is wrong in a row is named with its line and column") {
  CHECK(refusal_of_mot("x\ninDegrees=yes\nendheader\ntime pelvis_list\n0 1\n1 1.2.3\n") ==
        Refusal{"file.mot:6:2: pelvis_list: \"1.2.3\" is not a number", 6, 2});
  CHECK(refusal_of_mot("x\ninDegrees=maybe\nendheader\n") ==
        Refusal{"file.mot:2: inDegrees: expected yes or no, got \"maybe\"", 2});
  CHECK(refusal_of_mot("x\nnRows=many\nendheader\n") ==
        Refusal{"file.mot:2: nRows: expected how many there are, got \"many\"", 2});
  CHECK(refusal_of_mot("x\nendheader\n") == Refusal{"file.mot:2: ends after the header; expected column names", 2});
  CHECK(refusal_of_mot("x\ny\n").message ==
        "file.mot:2: expected the line endheader, which ends the header of an OpenSim file");
}

TEST_CASE("an older header with datacolumns and datarows is understood") {
  const std::string text = "name old.mot\ndatacolumns 2\ndatarows 1\nrange 0 1\nendheader\ntime pelvis_list\n0 1\n";
  ReadOptions options;
  options.units = FileUnits::degrees;
  CHECK(parse_mot(text, options).column(Channel::pelvis_list)[0] == 1.0);
}

}  // namespace exchange_mot_test
