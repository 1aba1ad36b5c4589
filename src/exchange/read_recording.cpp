#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <stretchcore/exchange/bvh.hpp>
#include <stretchcore/exchange/csv.hpp>
#include <stretchcore/exchange/imu_folder.hpp>
#include <stretchcore/exchange/kinect_text.hpp>
#include <stretchcore/exchange/landmark_csv.hpp>
#include <stretchcore/exchange/mediapipe_json.hpp>
#include <stretchcore/exchange/mot.hpp>
#include <stretchcore/exchange/openpose_json.hpp>
#include <stretchcore/exchange/read_recording.hpp>
#include <stretchcore/exchange/trc.hpp>

#include "angle_layout.hpp"
#include "csv_table.hpp"
#include "file_content.hpp"
#include "file_format.hpp"
#include "landmark_columns.hpp"
#include "place.hpp"
#include "words.hpp"

namespace stretchcore {

namespace {

namespace fs = std::filesystem;
using detail::fail_at;
using detail::FileFormat;

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool is_openpose_folder(const std::string& path) {
  return detail::files_in(path, ".csv").empty() && !detail::files_in(path, ".json").empty();
}

[[noreturn]] void fail_unread(const std::string& path, const std::string& what_it_is) {
  fail_at(path, 0, 0, what_it_is + "; what is read is " + std::string{detail::formats_read});
}

LandmarkRecording parse_json(std::string_view content, const ReadOptions& options, std::string_view file_name,
                             const std::string& path) {
  const std::size_t people = content.find("\"people\"");
  const std::size_t positions = content.find("\"positions\"");
  if (people < positions) return parse_openpose_json(content, options, file_name);
  if (positions < people) return parse_mediapipe_json(content, options, file_name);
  fail_unread(path, "is JSON with neither \"people\" (OpenPose) nor \"positions\" (MediaPipe) in it");
}

LandmarkRecording read_landmarks_of(FileFormat format, std::string_view content, const ReadOptions& options,
                                    const std::string& path) {
  const std::string file_name = fs::path{path}.filename().string();
  switch (format) {
    case FileFormat::csv:
      return parse_landmark_csv(content, options, file_name);
    case FileFormat::trc:
      return parse_trc(content, options, file_name);
    case FileFormat::bvh:
      return parse_bvh(content, options, file_name);
    case FileFormat::kinect_text:
      return parse_kinect_text(content, options, file_name);
    case FileFormat::json:
      return parse_json(content, options, file_name, path);
    case FileFormat::mot:
      fail_at(path, 0, 0, "has angles and no landmarks; read it as a recording of angles");
    case FileFormat::c3d:
      fail_unread(path, "is C3D, which is read in Python");
    case FileFormat::utf16_text:
      fail_unread(path, "is UTF-16 text; save it as UTF-8");
    case FileFormat::binary:
      fail_unread(path, "is not text");
    case FileFormat::markup:
      fail_unread(path, "is XML or HTML");
    case FileFormat::empty:
      break;
  }
  fail_unread(path, "is empty");
}

/// Whether a table has points and names no angle, not even in a laboratory's words: those are for the caller to name.
bool has_landmarks_only(std::string_view content, const ReadOptions& options, std::string_view file_name) {
  const detail::CsvTable table{content, file_name, nullptr};
  const std::vector<std::string>& names = table.header().names;
  const bool resembles_angles = std::any_of(
      names.begin(), names.end(), [](const std::string& column) { return detail::resembling(column).has_value(); });
  if (resembles_angles || names_angles(table.header(), options.columns)) return false;
  const detail::FilePoints points = landmark_columns(table.header(), options).points;
  return options.skeleton ? !points.names.empty() : are_of_a_skeleton(points, options);
}

Recording angles_of(const LandmarkRecording& landmarks, const ReadOptions& options) {
  return joint_angles(landmarks, {options.mirrored, options.image_size});
}

Recording read_folder(const std::string& path, const ReadOptions& options) {
  if (is_openpose_folder(path)) return angles_of(read_openpose_folder(path, options), options);
  const ImuRecording sensors = read_imu_folder(path);
  Recording recording = to_recording(sensors, calibrate(sensors));
  if (options.source) recording.source = options.source;
  return recording;
}

}  // namespace

Recording read_recording(const std::string& path, const ReadOptions& options) {
  if (is_folder(path)) return read_folder(path, options);
  const detail::FileContent file{path};
  const std::string_view content = file.text();
  const std::string file_name = fs::path{path}.filename().string();
  const FileFormat format = detail::format_of(content);
  if (format == FileFormat::mot) return parse_mot(content, options, file_name);
  if (format == FileFormat::csv && !has_landmarks_only(content, options, file_name)) {
    return parse_csv(content, options, file_name);
  }
  return angles_of(read_landmarks_of(format, content, options, path), options);
}

LandmarkRecording read_landmarks(const std::string& path, const ReadOptions& options) {
  if (is_folder(path)) {
    if (is_openpose_folder(path)) return read_openpose_folder(path, options);
    fail_at(path, 0, 0, "has no landmarks; a folder of OpenPose has one JSON file a frame");
  }
  const detail::FileContent file{path};
  const std::string_view content = file.text();
  return read_landmarks_of(detail::format_of(content), content, options, path);
}

}  // namespace stretchcore
