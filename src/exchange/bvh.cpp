#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <stretchcore/exchange/bvh.hpp>

#include "bvh_body.hpp"
#include "bvh_hierarchy.hpp"
#include "csv_cells.hpp"
#include "detail/maths.hpp"
#include "landmark_rows.hpp"
#include "limits.hpp"
#include "place.hpp"
#include "progress.hpp"
#include "text_lines.hpp"

namespace stretchcore {

namespace {

using detail::BvhBody;
using detail::BvhChannel;
using detail::BvhHierarchy;
using detail::BvhJoint;
using detail::CellKind;
using detail::fail_at;
using detail::quoted_word;
using detail::TextLines;

constexpr double typical_leg = 0.9;  ///< thigh and shank of an adult [m]

Vector3 sum(const Vector3& a, const Vector3& b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
Vector3 times(const Vector3& a, double factor) { return {a.x * factor, a.y * factor, a.z * factor}; }
double distance(const Vector3& a, const Vector3& b) { return Vector3{a.x - b.x, a.y - b.y, a.z - b.z}.length(); }

/// Where the axes of a joint point.
struct JointFrame {
  std::array<Vector3, 3> axes{{{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}}};

  /// A turn about one of its own axes.
  void turn(std::size_t axis, double degrees) {
    const auto [sine, cosine] = maths::sin_cos(degrees * std::numbers::pi / 180.0);
    Vector3& next = axes[(axis + 1) % 3];
    Vector3& last = axes[(axis + 2) % 3];
    const Vector3 before = next;
    next = sum(times(next, cosine), times(last, sine));
    last = sum(times(last, cosine), times(before, -sine));
  }
  Vector3 in_room(const Vector3& v) const {
    return sum(sum(times(axes[0], v.x), times(axes[1], v.y)), times(axes[2], v.z));
  }
};

/// Where the joints are in a frame.
class Pose {
 public:
  Pose(const BvhHierarchy& hierarchy, const BvhBody& body)
      : joints_(hierarchy.joints), places_(joints_.size()), frames_(joints_.size()), needed_(joints_.size(), false) {
    for (std::size_t joint : body.joints) {
      for (int i = static_cast<int>(joint); i >= 0; i = joints_[static_cast<std::size_t>(i)].parent) {
        needed_[static_cast<std::size_t>(i)] = true;
      }
    }
  }

  /// The numbers of a frame; of none: the rest pose.
  void take(const std::vector<double>& numbers) {
    for (std::size_t i = 0; i < joints_.size(); ++i) {
      if (!needed_[i]) continue;
      const BvhJoint& joint = joints_[i];
      Vector3 offset = joint.offset;
      JointFrame turned = joint.parent < 0 ? JointFrame{} : frames_[static_cast<std::size_t>(joint.parent)];
      const JointFrame of_parent = turned;
      for (std::size_t c = 0; c < joint.channels.size() && !numbers.empty(); ++c) {
        const BvhChannel& channel = joint.channels[c];
        const double number = numbers[joint.first_channel + c];
        if (channel.rotation) {
          turned.turn(channel.axis, number);
        } else {
          (channel.axis == 0 ? offset.x : channel.axis == 1 ? offset.y : offset.z) = number;
        }
      }
      frames_[i] = turned;
      const Vector3 from = joint.parent < 0 ? Vector3{} : places_[static_cast<std::size_t>(joint.parent)];
      places_[i] = sum(from, of_parent.in_room(offset));
    }
  }

  const Vector3& place(std::size_t joint) const { return places_[joint]; }

 private:
  const std::vector<BvhJoint>& joints_;
  std::vector<Vector3> places_;
  std::vector<JointFrame> frames_;
  std::vector<bool> needed_;
};

class MotionReader {
 public:
  MotionReader(TextLines& lines, std::string_view text, const ReadOptions& options, std::string_view file_name)
      : lines_(lines),
        text_(text),
        options_(options),
        file_name_(file_name),
        hierarchy_(read_bvh_hierarchy(lines, file_name)),
        body_(bvh_body(hierarchy_, file_name)),
        pose_(hierarchy_, body_),
        numbers_(hierarchy_.channels) {}

  LandmarkRecording read() {
    if (hierarchy_.channels == 0) fail("expected CHANNELS in the HIERARCHY: nothing moves without them");
    const auto frames = static_cast<std::size_t>(value_after("Frames:", 0.0, 1e9));
    const double frame_time = value_after("Frame Time:", 1e-6, 3600.0);
    const std::size_t line = lines_.number();
    const std::size_t left = text_.size() - std::min(lines_.offset(), text_.size());
    detail::LandmarkRows rows{plan(), std::min(frames, left / (2 * hierarchy_.channels) + 1)};
    detail::Progress progress{options_.progress, text_.size()};
    while (lines_.next_with_words()) {
      read_frame();
      rows.begin_row(static_cast<double>(rows.size()) * frame_time);
      for (std::size_t point = 0; point < body_.joints.size(); ++point) {
        const Vector3& at = pose_.place(body_.joints[point]);
        rows.set(point, {at.x, at.y, at.z, 1.0});
      }
      progress.at(lines_.offset());
    }
    if (rows.size() != frames) {
      fail_at(file_name_, line, 0,
              "the file says Frames: " + std::to_string(frames) + " and has " + std::to_string(rows.size()) +
                  ": it was cut off, or its header is another's");
    }
    if (frames == 0) fail_at(file_name_, line, 0, "has no frames");
    return rows.recording(options_.source);
  }

 private:
  [[noreturn]] void fail(const std::string& problem, std::size_t column = 0) const {
    fail_at(file_name_, lines_.number(), column, problem);
  }

  double value_after(std::string_view key, double least, double most) {
    if (!lines_.next_with_words()) fail("the file ends here; expected " + std::string{key});
    std::string_view line = detail::trimmed(lines_.text());
    if (!line.starts_with(key)) fail("expected " + std::string{key} + ", got " + quoted_word(line));
    line = detail::trimmed(line.substr(key.size()));
    const detail::CellValue read = numbers_in_.read(line);
    if (read.kind != CellKind::number || !(read.value >= least && read.value <= most)) {
      fail(std::string{key} + " expected a number above zero, got " + quoted_word(line));
    }
    return read.value;
  }

  void read_frame() {
    std::string_view rest = lines_.text();
    std::size_t count = 0;
    for (std::string_view word = detail::take_word(rest); !word.empty(); word = detail::take_word(rest)) {
      if (count == numbers_.size()) fail_count(count + 1);
      const detail::CellValue read = numbers_in_.read(word);
      if (read.kind != CellKind::number && read.kind != CellKind::absent) fail(problem_with(read, word), count + 1);
      numbers_[count++] = read.value;
    }
    if (count != numbers_.size()) fail_count(count);
    pose_.take(numbers_);
  }

  [[noreturn]] void fail_count(std::size_t count) const {
    fail("the frame has " + std::string{count > numbers_.size() ? "more than " : ""} +
             std::to_string(std::min(count, numbers_.size())) + " numbers, the HIERARCHY has " +
             std::to_string(numbers_.size()) + " CHANNELS",
         std::min(count + 1, numbers_.size() + 1));
  }

  detail::PointPlan plan() {
    pose_.take({});
    const auto at = [&](int landmark) { return pose_.place(body_.joints[static_cast<std::size_t>(landmark)]); };
    const bool has_ankles = body_.skeleton.joints.left.ankle != no_landmark;
    double legs = 0.0;
    for (const Side side : both_sides) {
      const JointPlaces& joints = body_.skeleton.joints[side];
      const double thigh = distance(at(joints.hip), at(joints.knee));
      legs += has_ankles ? thigh + distance(at(joints.knee), at(joints.ankle)) : 2.0 * thigh;
    }
    const double scale = 2.0 * typical_leg / legs;
    if (!(legs > 0.0 && std::isfinite(scale))) {
      fail_at(file_name_, hierarchy_.line, 0,
              "the legs of the HIERARCHY have no length; expected OFFSETs of knees and ankles");
    }
    std::vector<int> places(body_.joints.size());
    std::iota(places.begin(), places.end(), 0);
    return {body_.skeleton, std::move(places), scale, std::nullopt};
  }

  TextLines& lines_;
  std::string_view text_;
  const ReadOptions& options_;
  std::string_view file_name_;
  BvhHierarchy hierarchy_;
  BvhBody body_;
  Pose pose_;
  detail::CellNumbers numbers_in_{','};
  std::vector<double> numbers_;
};

}  // namespace

LandmarkRecording parse_bvh(std::string_view text, const ReadOptions& options, std::string_view file_name) {
  if (text.size() > detail::most_bytes) fail_at(file_name, 0, 0, "is larger than 2 GB");
  TextLines lines{text};
  return MotionReader{lines, text, options, file_name}.read();
}

}  // namespace stretchcore
