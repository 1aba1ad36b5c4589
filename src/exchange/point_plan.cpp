#include "point_plan.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <span>
#include <tuple>

#include <stretchcore/detail/describe.hpp>

#include "csv_cells.hpp"
#include "motion/observable.hpp"
#include "place.hpp"
#include "point_names.hpp"
#include "table_header.hpp"

namespace stretchcore::detail {

namespace {

using Places = std::vector<int>;

bool is_length(FileUnits units) {
  return units == FileUnits::millimetres || units == FileUnits::centimetres || units == FileUnits::metres;
}
bool is_length(LandmarkUnits units) { return units == LandmarkUnits::metres || units == LandmarkUnits::millimetres; }

/// The hips and knees, or the markers that show them, must be there.
bool has_legs(const Skeleton& skeleton, const Places& places) {
  const auto has = [&](int place) { return std::find(places.begin(), places.end(), place) != places.end(); };
  return std::all_of(both_sides.begin(), both_sides.end(), [&](Side side) {
    const JointPlaces& joints = skeleton.joints[side];
    const bool hip = skeleton.pelvis_markers() ? has(joints.asis) && has(joints.psis) : has(joints.hip);
    return hip && has(joints.knee);
  });
}

Places places_by_name(const Skeleton& skeleton, const std::vector<std::string>& keys) {
  std::map<std::string, int> known;
  for (std::size_t i = 0; i < skeleton.names.size(); ++i) {
    known.emplace(point_key(skeleton.names[i]), static_cast<int>(i));
  }
  Places places;
  for (const std::string& key : keys) {
    const auto found = known.find(key);
    places.push_back(found == known.end() ? no_landmark : found->second);
  }
  return places;
}

/// Points that have numbers, from 0 or from 1 and as many as the skeleton has.
std::optional<Places> places_by_number(const Skeleton& skeleton, const std::vector<std::string>& names) {
  std::vector<double> numbers;
  for (const std::string& name : names) {
    const CellValue number = CellNumbers{','}.read(name);
    if (number.kind != CellKind::number) return std::nullopt;
    numbers.push_back(number.value);
  }
  if (numbers.empty()) return std::nullopt;
  const double first = *std::min_element(numbers.begin(), numbers.end());
  const auto count = static_cast<double>(skeleton.names.size());
  Places places;
  for (const double number : numbers) {
    if (!(first == 0.0 || first == 1.0) || number - first >= count || number != static_cast<int>(number)) {
      return std::nullopt;
    }
    places.push_back(static_cast<int>(number - first));
  }
  return places;
}

std::ptrdiff_t known_of(const Places& places) {
  return std::count_if(places.begin(), places.end(), [](int place) { return place != no_landmark; });
}

struct Match {
  const Skeleton* skeleton = nullptr;
  Places places{};
};

std::vector<std::string> keys_of(const FilePoints& points) {
  std::vector<std::string> keys;
  for (const std::string& name : points.names) keys.push_back(point_key(name));
  return keys;
}

Match match_of(const FilePoints& points, const ReadOptions& options) {
  const std::vector<std::string> keys = keys_of(points);
  if (options.skeleton) {
    const Skeleton& wanted = skeleton(*options.skeleton);
    Places places = places_by_number(wanted, points.names).value_or(Places{});
    if (places.empty()) places = places_by_name(wanted, keys);
    return has_legs(wanted, places) ? Match{&wanted, places} : Match{};
  }
  // Of several that have the legs the one that knows most of the file's names; then one with depth for a file that has
  // it, the one that misses fewest names, and one in units of the same kind.
  const std::optional<FileUnits> units = points.units ? points.units : options.units;
  using Score = std::tuple<std::ptrdiff_t, bool, std::ptrdiff_t, bool>;
  Match best;
  std::optional<Score> best_score;
  for (const Skeleton& candidate : skeletons()) {
    Places places = places_by_name(candidate, keys);
    if (!has_legs(candidate, places)) continue;
    const std::ptrdiff_t known = known_of(places);
    const auto missing = static_cast<std::ptrdiff_t>(candidate.names.size()) - known;
    const bool same_kind = units && is_length(*units) == is_length(candidate.units);
    const Score score{known, candidate.depth == points.depth, -missing, same_kind};
    if (best_score && score <= *best_score) continue;
    best = {&candidate, std::move(places)};
    best_score = score;
  }
  return best;
}

[[noreturn]] void fail_unmatched(const FilePoints& points, const ReadOptions& options) {
  const std::string found = columns_found({points.names, {}, 0});
  if (options.skeleton) {
    fail_at(points.file_name, points.line, 0,
            "the points are not those of " + *options.skeleton + ", or lack its hips or knees; found " + found);
  }
  std::string known;
  for (const Skeleton& one : skeletons()) known += (known.empty() ? "" : ", ") + one.id;
  fail_at(points.file_name, points.line, 0,
          "the points are those of no skeleton that is known: names with hips and knees of both sides are needed, such "
          "as left_hip, or LASI, LPSI, LKNE and the right ones; found " +
              found + "; for points with numbers say whose they are with skeleton=\"…\" or --skeleton …, one of " +
              known);
}

void require_one_person(const FilePoints& points, const Places& places) {
  std::map<int, std::size_t> taken;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i] == no_landmark) continue;
    const auto [earlier, is_first] = taken.emplace(places[i], i);
    if (is_first) continue;
    fail_at(points.file_name, points.line, 0,
            quoted_word(points.names[earlier->second]) + " and " + quoted_word(points.names[i]) +
                " are the same point; a recording of one person is read");
  }
}

FileUnits units_of(const FilePoints& points, const ReadOptions& options) {
  if (points.units) return *points.units;
  if (options.units == FileUnits::degrees || options.units == FileUnits::radians) {
    fail_at(points.file_name, 0, 0,
            "units: degrees and radians are no units of points, and the points of this file are read");
  }
  if (options.units) return *options.units;
  if (options.skeleton) {
    switch (skeleton(*options.skeleton).units) {
      case LandmarkUnits::normalised:
        return FileUnits::normalised;
      case LandmarkUnits::pixels:
        return FileUnits::pixels;
      case LandmarkUnits::metres:
        return FileUnits::metres;
      case LandmarkUnits::millimetres:
        return FileUnits::millimetres;
    }
  }
  if (options.image_size) return FileUnits::normalised;  // what else would it be given for
  fail_at(
      points.file_name, points.line, 0,
      "the file does not say what its points are in: for fractions of a picture give its size with image_size=(w, h) "
      "or --image-size WxH, else say units=\"…\" or --units … (pixels, millimetres, centimetres, metres)");
}

/// A joint that the file has on neither side is none of the skeleton's, nor is a point of the midline that it lacks.
void leave_out_missing(Skeleton& skeleton, const Places& places) {
  const auto lacks = [&](int place) { return std::find(places.begin(), places.end(), place) == places.end(); };
  each_member<JointPlaces>([&](std::string_view, auto joint) {
    if (lacks(skeleton.joints.left.*joint) && lacks(skeleton.joints.right.*joint)) {
      skeleton.joints.left.*joint = skeleton.joints.right.*joint = no_landmark;
    }
  });
  each_member<MidlinePlaces>([&](std::string_view, auto point) {
    if (lacks(skeleton.midline.*point)) skeleton.midline.*point = no_landmark;
  });
}

LandmarkUnits landmark_units(FileUnits units) {
  switch (units) {
    case FileUnits::normalised:
      return LandmarkUnits::normalised;
    case FileUnits::pixels:
      return LandmarkUnits::pixels;
    case FileUnits::millimetres:
      return LandmarkUnits::millimetres;
    case FileUnits::centimetres:
    case FileUnits::metres:
    case FileUnits::degrees:
    case FileUnits::radians:
      break;
  }
  return LandmarkUnits::metres;
}

/// What delivers such points. A few names that a skeleton shares with others are not enough to say.
std::optional<Source> usual_source(const Skeleton& skeleton, const Places& places) {
  if (skeleton.pelvis_markers()) return Source::optical_markers;
  if (!is_length(skeleton.units)) return Source::phone_camera;
  if (2 * known_of(places) < static_cast<std::ptrdiff_t>(skeleton.names.size())) return std::nullopt;
  if (skeleton.id.find("kinect") != std::string::npos) return Source::depth_camera;
  return skeleton.id.starts_with("mediapipe") ? std::optional{Source::phone_camera} : std::nullopt;
}

}  // namespace

bool are_of_a_skeleton(const FilePoints& points, const ReadOptions& options) {
  return match_of(points, options).skeleton != nullptr;
}

PointPlan plan_of(const FilePoints& points, const ReadOptions& options) {
  Match match = match_of(points, options);
  if (match.skeleton == nullptr) fail_unmatched(points, options);
  require_one_person(points, match.places);
  const FileUnits units = units_of(points, options);
  if (units == FileUnits::normalised && !options.image_size) {
    fail_at(points.file_name, points.line, 0,
            "the points are fractions of a picture: give its width and height with image_size=(w, h) or --image-size "
            "WxH");
  }
  Skeleton skeleton = *match.skeleton;
  leave_out_missing(skeleton, match.places);
  skeleton.units = landmark_units(units);
  // Keypoints of a picture that come as lengths with a z were worked out from several pictures.
  skeleton.depth = points.depth && (skeleton.depth || is_length(units));
  skeleton.channels = observable(skeleton);
  const std::optional<Source> source = usual_source(skeleton, match.places);
  return {std::move(skeleton), std::move(match.places), units == FileUnits::centimetres ? 0.01 : 1.0, source};
}

}  // namespace stretchcore::detail
