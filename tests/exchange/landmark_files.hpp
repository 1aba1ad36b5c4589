#pragma once

// A moving body as each skeleton sees it, and as programs write it down.

#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/motion/landmark_recording.hpp>

#include "motion/body.hpp"

namespace stretchcore {
inline namespace exchange_tests {

/// Legs that open and knees that bend, four frames of it.
inline PosedBody moving_body(std::size_t frame) {
  const double step = static_cast<double>(frame);
  return body(
      {{20.0 + step, 10.0 + 5.0 * step, 0.0, 30.0 + step, 5.0}, {15.0 + step, 8.0 + 4.0 * step, 0.0, 25.0, 0.0}},
      40.0 + step);
}

inline LandmarkRecording recording_of_a_body(const Skeleton& skeleton, std::size_t frames = 4,
                                             double frame_rate = 50.0) {
  LandmarkRecording recording;
  recording.skeleton = skeleton;
  for (std::size_t frame = 0; frame < frames; ++frame) {
    recording.time.push_back(static_cast<double>(frame) / frame_rate);
    const std::vector<Landmark> row = landmarks(moving_body(frame), skeleton);
    recording.landmarks.insert(recording.landmarks.end(), row.begin(), row.end());
  }
  return recording;
}

/// The shortest text that reads back as the same bits.
inline std::string exact(double value) {
  std::array<char, 64> buffer{};
  return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr};
}

using Rename = std::function<std::string(const std::string&)>;

inline std::string as_it_is(const std::string& name) { return name; }

/// "left_hip" as "LeftHip".
inline std::string in_camel_case(const std::string& name) {
  std::string camel;
  bool first = true;
  for (const char c : name) {
    if (c != '_') camel += first && c >= 'a' ? static_cast<char>(c - 32) : c;
    first = c == '_';
  }
  return camel;
}

/// `unit` follows the letter of the axis, "_mm" or nothing.
inline std::string as_landmark_csv(const LandmarkRecording& recording, const std::string& unit = "",
                                   const Rename& rename = as_it_is, bool depth = true) {
  std::string text = "time";
  for (const std::string& name : recording.skeleton.names) {
    for (const char* axis : {"_x", "_y", "_z"}) {
      if (depth || axis[1] != 'z') text += ',' + rename(name) + axis + unit;
    }
    text += ',' + rename(name) + "_visibility";
  }
  text += '\n';
  for (std::size_t i = 0; i < recording.size(); ++i) {
    text += exact(recording.time[i]);
    for (const Landmark& point : recording.row(i)) {
      text += ',' + exact(point.x) + ',' + exact(point.y) + (depth ? ',' + exact(point.z) : "") + ',' +
              exact(point.confidence);
    }
    text += '\n';
  }
  return text;
}

inline std::string as_trc(const LandmarkRecording& recording, const std::string& unit = "mm",
                          const Rename& rename = as_it_is) {
  const std::size_t markers = recording.skeleton.names.size();
  std::string text = "PathFileType\t4\t(X/Y/Z)\tbody.trc\n";
  text += "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\tOrigNumFrames\n";
  text += "50\t50\t" + std::to_string(recording.size()) + '\t' + std::to_string(markers) + '\t' + unit + "\t50\t1\t" +
          std::to_string(recording.size()) + '\n';
  text += "Frame#\tTime";
  for (const std::string& name : recording.skeleton.names) text += '\t' + rename(name) + "\t\t";
  text += "\n\t";
  for (std::size_t m = 1; m <= markers; ++m) {
    for (const char* axis : {"X", "Y", "Z"}) text += '\t' + (axis + std::to_string(m));
  }
  text += "\n\n";
  for (std::size_t i = 0; i < recording.size(); ++i) {
    text += std::to_string(i + 1) + '\t' + exact(recording.time[i]);
    for (const Landmark& point : recording.row(i)) {
      const bool seen = point.confidence > 0.0;
      for (const double part : {point.x, point.y, point.z}) text += '\t' + (seen ? exact(part) : "");
    }
    text += '\n';
  }
  return text;
}

inline std::string as_kinect_text(const LandmarkRecording& recording) {
  std::string text;
  for (std::size_t i = 0; i < recording.size(); ++i) {
    for (const Landmark& point : recording.row(i)) {
      text += exact(point.x) + ' ' + exact(point.y) + ' ' + exact(point.z) + " 0 0 0 1 ";
    }
    text += '\n';
  }
  return text;
}

inline std::string as_mediapipe_json(const LandmarkRecording& recording, double first_key = 1.0, double step = 1.0) {
  std::string text = R"({"positions": {)";
  for (std::size_t i = 0; i < recording.size(); ++i) {
    text += (i == 0 ? "" : ", ") + ('"' + exact(first_key + step * static_cast<double>(i)) + R"(": {)");
    for (std::size_t p = 0; p < recording.skeleton.names.size(); ++p) {
      const Landmark& point = recording.row(i)[p];
      text += (p == 0 ? "" : ", ") + ('"' + recording.skeleton.names[p] + R"(": [)") + exact(point.x) + ", " +
              exact(point.y) + ", " + exact(point.z) + ']';
    }
    text += '}';
  }
  return text + "}}";
}

/// Of one frame, one person for each row given.
inline std::string as_openpose_frame(const std::vector<std::span<const Landmark>>& people) {
  std::string text = R"({"version": 1.3, "people": [)";
  for (std::size_t person = 0; person < people.size(); ++person) {
    text += (person == 0 ? "" : ", ") + std::string{R"({"person_id": [-1], "pose_keypoints_2d": [)"};
    for (std::size_t p = 0; p < people[person].size(); ++p) {
      const Landmark& point = people[person][p];
      text += (p == 0 ? "" : ", ") + exact(point.x) + ", " + exact(point.y) + ", " + exact(point.confidence);
    }
    text += R"(], "face_keypoints_2d": [], "pose_keypoints_3d": [{"deep": [1, null]}]})";
  }
  return text + "]}";
}

}  // namespace exchange_tests
}  // namespace stretchcore
