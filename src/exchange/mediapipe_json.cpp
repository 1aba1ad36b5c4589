#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <stretchcore/exchange/mediapipe_json.hpp>

#include "angle_table.hpp"
#include "csv_cells.hpp"
#include "json_text.hpp"
#include "landmark_rows.hpp"
#include "place.hpp"

namespace stretchcore {

namespace {

using detail::fail_at;
using detail::quoted_word;

constexpr std::size_t most_points = 1000;
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

struct Frame {
  double key = 0.0;
  std::vector<std::pair<std::size_t, Landmark>> points;
};

/// Follows the pieces to the numbers: positions, then a frame, then a point.
class FramesReader : public detail::JsonPieces {
 public:
  explicit FramesReader(const detail::JsonText& text) : text_(text) {}

  std::vector<Frame> frames;
  std::vector<std::string> names;
  bool depth = false;

  void begin_object() override {
    if (skipped_ > 0 || (level_ == Level::root && !in_positions_)) {
      ++skipped_;
    } else if (level_ == Level::outside || level_ == Level::root || level_ == Level::positions) {
      level_ = static_cast<Level>(static_cast<int>(level_) + 1);
    } else {
      fail_value();
    }
  }
  void end_object() override {
    if (skipped_ > 0) {
      --skipped_;
    } else {
      level_ = static_cast<Level>(static_cast<int>(level_) - 1);
    }
  }
  void key(const std::string& words) override {
    if (skipped_ > 0) return;
    if (level_ == Level::root) in_positions_ = words == "positions";
    if (level_ == Level::positions) begin_frame(words);
    if (level_ == Level::frame) begin_point(words);
  }
  void begin_array() override {
    if (skipped_ > 0 || (level_ == Level::root && !in_positions_)) {
      ++skipped_;
    } else if (level_ == Level::frame) {
      level_ = Level::point;
      count_ = 0;
    } else {
      fail_value();
    }
  }
  void end_array() override {
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    if (count_ < 2) text_.fail(point_name() + ": expected x, y and perhaps z and visibility");
    level_ = Level::frame;
  }
  void number(double value) override {
    if (skipped_ > 0 || (level_ == Level::root && !in_positions_)) return;
    if (level_ != Level::point) fail_value();
    Landmark& landmark = frames.back().points.back().second;
    double* const parts[] = {&landmark.x, &landmark.y, &landmark.z, &landmark.confidence};
    if (count_ == std::size(parts)) text_.fail(point_name() + ": expected no more than x, y, z and visibility");
    *parts[count_++] = value;
    depth = depth || count_ == 3;
  }
  void other() override {
    if (skipped_ > 0 || (level_ == Level::root && !in_positions_)) return;
    // Something unknown in place of a number leaves the point unseen; in place of a whole frame or point it is nothing.
    if (level_ == Level::outside || level_ == Level::root) fail_value();
    if (level_ == Level::point) number(nothing);
  }

 private:
  enum class Level { outside, root, positions, frame, point };

  [[noreturn]] void fail_value() const {
    text_.fail("expected {\"positions\": {\"1\": {\"Left_hip\": [x, y, z], …}, …}}, and not this here");
  }

  std::string point_name() const { return quoted_word(names[frames.back().points.back().first]); }

  void begin_frame(const std::string& words) {
    const detail::CellValue read = detail::CellNumbers{','}.read(words);
    if (read.kind != detail::CellKind::number) {
      text_.fail("expected the number or the time of a frame, got " + quoted_word(words));
    }
    frames.push_back({read.value, {}});
  }

  void begin_point(const std::string& words) {
    const auto [place, is_new] = place_of_.emplace(words, names.size());
    if (is_new) {
      if (names.size() == most_points) text_.fail("has more than 1000 points");
      names.push_back(words);
    }
    frames.back().points.push_back({place->second, Landmark{nothing, nothing, nothing, 1.0}});
  }

  const detail::JsonText& text_;
  Level level_ = Level::outside;
  bool in_positions_ = false;
  std::size_t skipped_ = 0;  // how deep inside something that is not read
  std::size_t count_ = 0;    // numbers of the point
  std::map<std::string, std::size_t> place_of_;
};

/// Whole numbers count frames.
std::vector<double> times_of(const std::vector<Frame>& frames, const ReadOptions& options, std::string_view file_name) {
  const std::optional<double> frame_rate = detail::checked_frame_rate(options);
  const bool counted =
      std::all_of(frames.begin(), frames.end(), [](const Frame& f) { return std::floor(f.key) == f.key; });
  if (counted && !frame_rate) {
    fail_at(file_name, 0, 0,
            "numbers its frames and has no times; say how many frames a second with frame_rate=30 or --frame-rate 30");
  }
  std::vector<double> times;
  for (const Frame& frame : frames) {
    times.push_back(counted ? (frame.key - frames.front().key) / *frame_rate : frame.key);
    if (!(std::fabs(times.back()) <= 366.0 * 24.0 * 3600.0)) {
      fail_at(file_name, 0, 0, "a frame is more than a year from the start");
    }
  }
  return times;
}

}  // namespace

LandmarkRecording parse_mediapipe_json(std::string_view text, const ReadOptions& options, std::string_view file_name) {
  detail::JsonText json{text, file_name, options.progress};
  FramesReader found{json};
  if (!json.more()) fail_at(file_name, 0, 0, "is empty");
  json.read(found);
  if (json.more()) json.fail("expected nothing after the end of the JSON");
  if (found.frames.empty()) fail_at(file_name, 0, 0, "has no frames in \"positions\"");

  std::vector<Frame>& frames = found.frames;
  const auto earlier = [](const Frame& a, const Frame& b) { return a.key < b.key; };
  std::stable_sort(frames.begin(), frames.end(), earlier);
  const auto twice =
      std::adjacent_find(frames.begin(), frames.end(), [](const Frame& a, const Frame& b) { return a.key == b.key; });
  if (twice != frames.end()) fail_at(file_name, 0, 0, "has frame " + std::to_string(twice->key) + " twice");

  const std::vector<double> times = times_of(frames, options, file_name);
  detail::LandmarkRows rows{detail::plan_of({found.names, std::nullopt, found.depth, file_name, 0}, options),
                            frames.size()};
  for (std::size_t i = 0; i < frames.size(); ++i) {
    rows.begin_row(times[i]);
    for (const auto& [point, landmark] : frames[i].points) rows.set(point, landmark);
  }
  return rows.recording(options.source);
}

}  // namespace stretchcore
