#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <optional>
#include <string>

#include <stretchcore/exchange/imu_folder.hpp>

#include "file_content.hpp"
#include "imu_track.hpp"
#include "place.hpp"
#include "words.hpp"

namespace stretchcore {

namespace {

namespace fs = std::filesystem;
using detail::fail_at;
using detail::ImuTrack;

constexpr double longest_clock = 366.0 * 24.0 * 3600.0;

struct SegmentFile {
  fs::path path;
  bool called_quaternion = false;
};

/// The words of a file's name as one, and whether one of them says a side by its letter.
struct FileName {
  std::vector<std::string> words;
  std::string joined;

  explicit FileName(const fs::path& path) : words(detail::words_of(path.stem().string())) {
    for (const std::string& word : words) joined += word;
  }
  bool says(std::string_view part) const { return joined.find(part) != std::string::npos; }
  bool has_word(std::string_view word) const { return std::find(words.begin(), words.end(), word) != words.end(); }
};

std::optional<Segment> segment_of(const FileName& name) {
  if (name.says("pelvis") || name.says("sacrum")) return Segment::pelvis;
  const bool left = name.says("left") || name.has_word("l");
  const bool right = name.says("right") || name.has_word("r");
  if (left == right) return std::nullopt;
  const auto of_side = [&](Segment on_the_left) { return left ? on_the_left : mirrored(on_the_left); };
  if (name.says("thigh") || name.says("upperleg")) return of_side(Segment::thigh_left);
  if (name.says("shank") || name.says("lowerleg")) return of_side(Segment::shank_left);
  if (name.says("foot")) return of_side(Segment::foot_left);
  return std::nullopt;
}

std::string_view usual_words(Segment segment) {
  switch (segment) {
    case Segment::pelvis:
      return "pelvis";
    case Segment::thigh_left:
    case Segment::thigh_right:
      return "thigh or upper leg";
    case Segment::shank_left:
    case Segment::shank_right:
      return "shank or lower leg";
    case Segment::foot_left:
    case Segment::foot_right:
      return "foot";
  }
  return "";
}

using SegmentFiles = std::array<std::optional<SegmentFile>, segment_count>;

SegmentFiles files_of_segments(const std::string& folder, const std::vector<fs::path>& files) {
  SegmentFiles chosen;
  for (const fs::path& path : files) {
    const FileName words{path};
    const std::optional<Segment> segment = segment_of(words);
    if (!segment) continue;
    std::optional<SegmentFile>& place = chosen[index(*segment)];
    const SegmentFile file{path, words.says("quat")};
    if (place && place->called_quaternion == file.called_quaternion) {
      fail_at(folder, 0, 0,
              "has two files for " + std::string{name(*segment)} + ", " +
                  detail::quoted_word(place->path.filename().string()) + " and " +
                  detail::quoted_word(path.filename().string()));
    }
    if (!place || file.called_quaternion) place = file;
  }
  return chosen;
}

void require_files(const std::string& folder, const std::vector<fs::path>& files, const SegmentFiles& chosen,
                   std::span<const Segment> required) {
  std::string missing;
  for (const Segment segment : required) {
    if (chosen[index(segment)]) continue;
    const bool paired = segment != Segment::pelvis;
    const bool left = paired && mirrored(segment) > segment;
    missing += (missing.empty() ? "" : ", ") + std::string{name(segment)} + " (a name with " +
               (paired ? (left ? "left and " : "right and ") : "") + std::string{usual_words(segment)} + ")";
  }
  if (missing.empty() && std::any_of(chosen.begin(), chosen.end(), [](const auto& file) { return file.has_value(); })) {
    return;
  }
  std::string found;
  for (std::size_t i = 0; i < std::min<std::size_t>(files.size(), 10); ++i) {
    found += (found.empty() ? "" : ", ") + detail::quoted_word(files[i].filename().string());
  }
  fail_at(folder, 0, 0,
          "has no CSV file for " + (missing.empty() ? "any segment of the lower body" : missing) + "; found " +
              (found.empty() ? "none at all" : found));
}

}  // namespace

ImuRecording read_imu_folder(const std::string& path, std::span<const Segment> required) {
  const std::vector<fs::path> files = detail::files_in(path, ".csv");
  const SegmentFiles chosen = files_of_segments(path, files);
  require_files(path, files, chosen, required);

  std::vector<Segment> segments;
  std::vector<ImuTrack> tracks;
  for (std::size_t i = 0; i < segment_count; ++i) {
    if (!chosen[i]) continue;
    segments.push_back(static_cast<Segment>(i));
    tracks.push_back(detail::parse_imu_track(detail::FileContent{chosen[i]->path.string()}.text(),
                                             chosen[i]->path.filename().string()));
  }

  std::vector<double> time = tracks.front().time;
  std::vector<Orientation> orientations;
  orientations.reserve(time.size() * tracks.size());
  for (const double moment : time) {
    for (const ImuTrack& track : tracks) orientations.push_back(track.at(moment));
  }
  const double zero = std::fabs(time.front()) > longest_clock ? time.front() : 0.0;
  for (double& moment : time) moment -= zero;
  return {std::move(time), std::move(segments), std::move(orientations)};
}

}  // namespace stretchcore
