#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include <stretchcore/exchange/csv.hpp>
#include <stretchcore/exchange/imu_folder.hpp>
#include <stretchcore/exchange/mot.hpp>
#include <stretchcore/exchange/read_recording.hpp>

#include "file_content.hpp"
#include "file_format.hpp"
#include "place.hpp"

namespace stretchcore {

namespace {

namespace fs = std::filesystem;
using detail::FileFormat;

[[noreturn]] void fail_unread(const std::string& path, const std::string& what_it_is) {
  detail::fail_at(path, 0, 0, what_it_is + "; what is read is " + std::string{detail::formats_read});
}

Recording read_folder(const std::string& path, const ReadOptions& options) {
  const ImuRecording sensors = read_imu_folder(path);
  Recording recording = to_recording(sensors, calibrate(sensors));
  if (options.source) recording.source = options.source;
  return recording;
}

}  // namespace

Recording read_recording(const std::string& path, const ReadOptions& options) {
  std::error_code error;
  if (fs::is_directory(path, error)) return read_folder(path, options);
  const std::string content = detail::content_of(path);
  const std::string file_name = fs::path{path}.filename().string();
  switch (detail::format_of(content)) {
    case FileFormat::csv:
      return parse_csv(content, options, file_name);
    case FileFormat::mot:
      return parse_mot(content, options, file_name);
    case FileFormat::trc:
    case FileFormat::bvh:
    case FileFormat::json:
    case FileFormat::kinect_text:
      break;
    case FileFormat::c3d:
      fail_unread(path, "is C3D, which is read in Python only");
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

}  // namespace stretchcore
