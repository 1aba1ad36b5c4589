#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <numeric>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <stretchcore/exchange/openpose_json.hpp>

#include "angle_table.hpp"
#include "file_content.hpp"
#include "landmark_rows.hpp"
#include "openpose_people.hpp"
#include "place.hpp"
#include "progress.hpp"

namespace stretchcore {

namespace {

namespace fs = std::filesystem;
using detail::fail_at;
using detail::PeopleFrame;
using detail::Person;

/// How many keypoints each person has; nothing where nobody is in any frame.
std::size_t keypoint_count(const std::vector<PeopleFrame>& frames, std::string_view file_name) {
  std::size_t count = 0;
  for (const PeopleFrame& frame : frames) {
    for (const Person& person : frame.people) {
      if (person.empty()) continue;
      if (count == 0) count = person.size();
      if (person.size() != count) {
        fail_at(file_name, 0, 0,
                "has people with " + std::to_string(count) + " keypoints and with " + std::to_string(person.size()));
      }
    }
  }
  if (count == 0) fail_at(file_name, 0, 0, "nobody is in any frame");
  return count;
}

std::string skeleton_with(std::size_t keypoints, const ReadOptions& options, std::string_view file_name) {
  if (options.skeleton && skeleton(*options.skeleton).names.size() == keypoints) return *options.skeleton;
  const std::string found = "the people have " + std::to_string(keypoints) + " keypoints";
  if (options.skeleton) fail_at(file_name, 0, 0, found + ", and " + *options.skeleton + " has another number");
  for (const char* id : {"body-25", "halpe-26", "coco-17"}) {
    if (skeleton(id).names.size() == keypoints) return id;
  }
  fail_at(file_name, 0, 0,
          found +
              "; expected 25 (body-25), 26 (halpe-26) or 17 (coco-17), or say whose they are with skeleton=\"…\" or "
              "--skeleton …");
}

LandmarkRecording recording_of(const std::vector<PeopleFrame>& frames, const ReadOptions& options,
                               std::string_view file_name) {
  const std::optional<double> frame_rate = detail::checked_frame_rate(options);
  if (!frame_rate) {
    fail_at(file_name, 0, 0, "there are no times; say how many frames a second with frame_rate=30 or --frame-rate 30");
  }
  ReadOptions named = options;
  named.skeleton = skeleton_with(keypoint_count(frames, file_name), options, file_name);
  detail::FilePoints points{skeleton(*named.skeleton).names, std::nullopt, false, file_name, 0};
  detail::LandmarkRows rows{detail::plan_of(points, named), frames.size()};
  detail::PersonFollower follower{*frame_rate};
  for (const PeopleFrame& frame : frames) {
    rows.begin_row((frame.number - frames.front().number) / *frame_rate);
    const Person* const person = follower.in(frame);
    if (person == nullptr) continue;
    for (std::size_t point = 0; point < person->size(); ++point) rows.set(point, (*person)[point]);
  }
  return rows.recording(options.source);
}

/// The last number in the name of a file, "walk_000000000012_keypoints.json".
std::optional<double> frame_number(const std::string& stem) {
  constexpr std::string_view digits = "0123456789";
  const std::size_t last = stem.find_last_of(digits);
  if (last == std::string::npos) return std::nullopt;
  const std::size_t before = stem.find_last_not_of(digits, last);
  const std::size_t first = before == std::string::npos ? 0 : before + 1;
  constexpr std::size_t most_digits = 15;  // exact as a double
  if (last + 1 - first > most_digits) return std::nullopt;
  return std::stod(stem.substr(first, last + 1 - first));
}

}  // namespace

LandmarkRecording parse_openpose_json(std::string_view text, const ReadOptions& options, std::string_view file_name) {
  return recording_of(detail::read_people(text, options, file_name), options, file_name);
}

LandmarkRecording read_openpose_folder(const std::string& path, const ReadOptions& options) {
  std::vector<std::pair<double, fs::path>> files;
  for (const fs::path& file : detail::files_in(path, ".json")) {
    const std::optional<double> number = frame_number(file.stem().string());
    if (!number)
      fail_at(path, 0, 0, detail::quoted_word(file.filename().string()) + " has no number of a frame in its name");
    files.emplace_back(*number, file);
  }
  if (files.empty()) fail_at(path, 0, 0, "has no JSON files of frames");
  std::sort(files.begin(), files.end());
  detail::Progress progress{options.progress, files.size(), 1};
  ReadOptions of_a_file = options;
  of_a_file.progress = nullptr;
  std::vector<PeopleFrame> frames;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto& [number, file] = files[i];
    if (i > 0 && number == files[i - 1].first) {
      fail_at(path, 0, 0,
              "has two files for one frame, " + detail::quoted_word(files[i - 1].second.filename().string()) + " and " +
                  detail::quoted_word(file.filename().string()));
    }
    const std::string file_name = file.filename().string();
    std::vector<PeopleFrame> found =
        detail::read_people(detail::FileContent{file.string()}.text(), of_a_file, file_name);
    if (found.size() != 1) fail_at(file_name, 0, 0, "has more than one frame; expected one in each file of a folder");
    found.front().number = number;
    frames.push_back(std::move(found.front()));
    progress.at(i + 1);
  }
  return recording_of(frames, options, path);
}

}  // namespace stretchcore
