#include <Eigen/Geometry>
#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include <stretchcore/error.hpp>
#include <stretchcore/exchange/bvh.hpp>

#include "catch.hpp"
#include "exchange/landmark_files.hpp"
#include "exchange/refusal.hpp"

namespace exchange_bvh_test {

using namespace stretchcore;

namespace {

/// Someone 20 units tall from the hips down who faces +z; the names of the left side, then of the right.
struct Names {
  std::string hips = "Hips";
  std::array<std::string, 3> left{"LeftUpLeg", "LeftLeg", "LeftFoot"};
  std::array<std::string, 3> right{"RightUpLeg", "RightLeg", "RightFoot"};
};

std::string leg(const std::array<std::string, 3>& names, double side, const std::string& channels) {
  std::string text = "JOINT " + names[0] + "\n{\nOFFSET " + exact(2.0 * side) + " 0 0\n" + channels;
  text += "JOINT " + names[1] + " {\nOFFSET 0 -10 0\n" + channels;
  text += "JOINT " + names[2] + "\n{ OFFSET 0 -8 0\n" + channels;
  return text + "End Site\n{\nOFFSET 0 0 4\n}\n}\n}\n}\n";
}

std::string hierarchy(const Names& names = {},
                      const std::string& channels = "CHANNELS 3 Zrotation Xrotation Yrotation\n") {
  return "HIERARCHY\nROOT " + names.hips +
         "\n{\nOFFSET 0 0 0\nCHANNELS 6 Xposition Yposition Zposition Zrotation Yrotation Xrotation\n" +
         leg(names.left, 1.0, channels) + leg(names.right, -1.0, channels) + "}\n";
}

/// The numbers of a frame: six of the root, three of each joint.
std::string row(const std::array<double, 6>& root, const std::array<std::array<double, 3>, 6>& joints) {
  std::string text;
  for (const double number : root) text += exact(number) + ' ';
  for (const auto& joint : joints) {
    for (const double number : joint) text += exact(number) + ' ';
  }
  return text + '\n';
}

std::string frames_of(const std::vector<std::string>& rows) {
  std::string text = "MOTION\nFrames: " + std::to_string(rows.size()) + "\nFrame Time: 0.02\n";
  for (const std::string& one : rows) text += one;
  return text;
}

const std::string still = row({}, {});

Refusal refusal_of_bvh(const std::string& text) {
  return refusal_of([&] { parse_bvh(text, {}, "file.bvh"); });
}

}  // namespace

TEST_CASE("turns of the joints are the angles of the body") {
  // z turns the left thigh outwards and the right one inwards; x by a negative angle flexes the hip, by a positive one
  // the knee.
  const std::string opened =
      row({3, 17, -5, 0, 30, 0}, {{{25, -40, 0}, {0, 60, 0}, {0, 0, 0}, {-10, -20, 0}, {0, 35, 0}}});
  const LandmarkRecording read = parse_bvh(hierarchy() + frames_of({still, opened}));
  CHECK(read.time == std::vector<double>{0.0, 0.02});
  CHECK(read.skeleton.id == "bvh");
  CHECK_FALSE(read.source.has_value());
  const Recording angles = joint_angles(read);
  CHECK(angles.column(Channel::hip_abduction_left)[0] == Approx(0.0).margin(1e-9));
  CHECK(angles.column(Channel::knee_flexion_left)[1] == Approx(60.0));
  CHECK(angles.column(Channel::knee_flexion_right)[1] == Approx(35.0));
  const double left = std::asin(std::sin(25 * per_degree) * std::cos(40 * per_degree)) / per_degree;
  CHECK(angles.column(Channel::hip_abduction_left)[1] == Approx(left));
}

TEST_CASE("rotations come one after the other about turned axes, in any order that is listed") {
  std::mt19937 random{7};
  std::uniform_real_distribution<double> angle{-80.0, 80.0};
  const std::array<Eigen::Vector3d, 3> axes{Eigen::Vector3d::UnitX(), Eigen::Vector3d::UnitY(),
                                            Eigen::Vector3d::UnitZ()};
  std::array<std::size_t, 3> order{0, 1, 2};
  do {
    std::string channels = "CHANNELS 3";
    for (const std::size_t axis : order) channels += std::string{" "} + "XYZ"[axis] + "rotation";
    std::array<std::array<double, 3>, 6> turns{};
    for (auto& joint : turns) {
      for (double& one : joint) one = angle(random);
    }
    const std::array<double, 6> root{1, 2, 3, 20, -30, 40};
    const LandmarkRecording read = parse_bvh(hierarchy({}, channels + '\n') + frames_of({row(root, turns)}));

    const auto turned = [&](const std::array<double, 3>& by) {
      Eigen::Matrix3d all = Eigen::Matrix3d::Identity();
      for (std::size_t i = 0; i < 3; ++i) all *= turn(by[i], axes[order[i]]);
      return all;
    };
    const Eigen::Matrix3d hips = turn(20, axes[2]) * turn(-30, axes[1]) * turn(40, axes[0]);
    const Eigen::Vector3d hip = Eigen::Vector3d{1, 2, 3} + hips * Eigen::Vector3d{2, 0, 0};
    const Eigen::Vector3d knee = hip + hips * turned(turns[0]) * Eigen::Vector3d{0, -10, 0};
    const Eigen::Vector3d ankle = knee + hips * turned(turns[0]) * turned(turns[1]) * Eigen::Vector3d{0, -8, 0};
    const double metres = 0.9 / 18.0;  // thigh and shank are made 0.9 m
    const JointPlaces& left = read.skeleton.joints.left;
    for (const auto& [place, at] :
         {std::pair{left.hip, hip}, std::pair{left.knee, knee}, std::pair{left.ankle, ankle}}) {
      const Landmark& point = read.row(0)[static_cast<std::size_t>(place)];
      CHECK((Eigen::Vector3d{point.x, point.y, point.z} - metres * at).norm() < 1e-12);
      CHECK(point.confidence == 1.0);
    }
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("joints are found by the names of the usual programs") {
  const LandmarkRecording usual = parse_bvh(hierarchy() + frames_of({still}));
  for (const Names& names :
       {Names{"Hips", {"LeftHip", "LeftKnee", "LeftAnkle"}, {"RightHip", "RightKnee", "RightAnkle"}},
        Names{"root", {"lfemur", "ltibia", "lfoot"}, {"rfemur", "rtibia", "rfoot"}},
        Names{"mixamorig:Hips",
              {"mixamorig:LeftUpLeg", "mixamorig:LeftLeg", "mixamorig:LeftFoot"},
              {"mixamorig:RightUpLeg", "mixamorig:RightLeg", "mixamorig:RightFoot"}},
        Names{"Reference",
              {"Actor1_LeftUpLeg", "Actor1_LeftLeg", "Actor1_LeftFoot"},
              {"Actor1_RightUpLeg", "Actor1_RightLeg", "Actor1_RightFoot"}},
        Names{"Bip01",
              {"Bip01 L Thigh", "Bip01 L Calf", "Bip01 L Foot"},
              {"Bip01 R Thigh", "Bip01 R Calf", "Bip01 R Foot"}},
        Names{"pelvis", {"thigh.L", "shin.L", "foot.L"}, {"thigh.R", "shin.R", "foot.R"}},
        Names{"hip", {"lThigh", "lShin", "lFoot"}, {"rThigh", "rShin", "rFoot"}},
        Names{"Pelvis", {"L_Hip", "L_Knee", "L_Ankle"}, {"R_Hip", "R_Knee", "R_Ankle"}}}) {
    CAPTURE(names.left[0]);
    const LandmarkRecording read = parse_bvh(hierarchy(names) + frames_of({still}));
    CHECK(read.skeleton.joints == usual.skeleton.joints);
    CHECK(std::equal(read.landmarks.begin(), read.landmarks.begin() + 8, usual.landmarks.begin()));
  }
  CHECK(usual.skeleton.joints.left.toe != no_landmark);  // the end of the foot
}

TEST_CASE("where shoulders are collar bones the arms begin the arm") {
  std::string text = hierarchy();
  const std::string channels = "CHANNELS 3 Zrotation Xrotation Yrotation\n";
  std::string arms;
  for (const std::string side : {"Left", "Right"}) {
    arms += "JOINT " + side + "Shoulder {\nOFFSET 0 8 0\n" + channels + "JOINT " + side + "Arm {\nOFFSET 3 0 0\n" +
            channels + "JOINT " + side + "ForeArm {\nOFFSET 0 -5 0\n" + channels + "JOINT " + side +
            "Hand {\nOFFSET 0 -4 0\n" + channels + "}\n}\n}\n}\n";
  }
  text.insert(text.rfind('}'), arms);
  std::string numbers = still;
  numbers.insert(0, "");
  for (int i = 0; i < 24; ++i) numbers.insert(numbers.size() - 1, " 0");
  const LandmarkRecording read = parse_bvh(text + frames_of({numbers}));
  CHECK(read.row(0)[static_cast<std::size_t>(read.skeleton.joints.left.shoulder)].x == Approx(3.0 * 0.9 / 18.0));
}

TEST_CASE("a BVH file that was cut off is refused, not read in part") {
  const std::string whole = hierarchy() + frames_of({still, still});
  CHECK(refusal_of_bvh(whole.substr(0, whole.size() - still.size())).message ==
        "file.bvh:43: the file says Frames: 2 and has 1: it was cut off, or its header is another's");
  CHECK_THAT(refusal_of_bvh(whole.substr(0, whole.size() - 4)).message,
             Catch::Matchers::Contains("the frame has 23 numbers, the HIERARCHY has 24 CHANNELS"));
  CHECK_THAT(refusal_of_bvh(whole + still).message, Catch::Matchers::Contains("says Frames: 2 and has 3"));
  CHECK(refusal_of_bvh(hierarchy()).message == "file.bvh:40: the file ends here; expected ROOT or MOTION");
}

TEST_CASE("what is wrong in a BVH file is named with its line") {
  const auto broken = [](const std::string& part, const std::string& instead) {
    std::string text = hierarchy() + frames_of({still});
    text.replace(text.find(part), part.size(), instead);
    return refusal_of_bvh(text).message;
  };
  CHECK(broken("HIERARCHY", "HIERARCHIE") == "file.bvh:1: expected HIERARCHY, got \"HIERARCHIE\"");
  CHECK(broken("OFFSET 2 0 0", "OFFSET 2 zero 0") == "file.bvh:8: expected y of the OFFSET, got \"zero\"");
  CHECK_THAT(broken("Zrotation Yrotation", "Zrotation Wrotation"), Catch::Matchers::Contains("got \"Wrotation\""));
  CHECK_THAT(broken("CHANNELS 6", "CHANNELS 7"), Catch::Matchers::Contains("expected 0 to 6 CHANNELS"));
  CHECK_THAT(broken("JOINT LeftUpLeg\n{", "JOINT LeftUpLeg\n("), Catch::Matchers::Contains("expected {, got \"(\""));
  CHECK_THAT(broken("JOINT LeftUpLeg", "JOINT"), Catch::Matchers::Contains("expected a name after JOINT"));
  CHECK_THAT(broken("Frames:", "Frame:"), Catch::Matchers::Contains("expected Frames:, got"));
  CHECK_THAT(broken("Frame Time: 0.02", "Frame Time: 0"), Catch::Matchers::Contains("expected a number above zero"));
  CHECK_THAT(broken("0 0 0", "0 x 0"), Catch::Matchers::StartsWith("file.bvh:4: expected y of the OFFSET"));
  CHECK(
      broken("LeftLeg", "LeftTail") ==
      "file.bvh:41: no joint is the left knee; expected a name with the side and one of knee, lowleg, lowerleg, shin, "
      "calf, tibia, leg; found \"Hips\", \"LeftUpLeg\", \"LeftTail\", \"LeftFoot\", \"LeftFoot End\", "
      "\"RightUpLeg\", \"RightLeg\", \"RightFoot\", \"RightFoot End\"");
  CHECK_THAT(broken("0 0 0 0 0 0 0 0 \n", "0 0 0 0 0 0 0 left \n"),
             Catch::Matchers::EndsWith(":24: \"left\" is not a number"));
}

TEST_CASE("legs without length and a file without frames are refused") {
  std::string flat = hierarchy() + frames_of({still});
  for (const char* offset : {"OFFSET 0 -10 0", "OFFSET 0 -8 0"}) {
    for (std::size_t at = 0; (at = flat.find(offset)) != std::string::npos;) {
      flat.replace(at, std::string{offset}.size(), "OFFSET 0 0 0");
    }
  }
  CHECK_THAT(refusal_of_bvh(flat).message, Catch::Matchers::Contains("have no length"));
  CHECK_THAT(refusal_of_bvh(hierarchy() + frames_of(std::vector<std::string>{})).message,
             Catch::Matchers::Contains("has no frames"));
}

}  // namespace exchange_bvh_test
