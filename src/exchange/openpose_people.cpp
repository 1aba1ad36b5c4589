#include "openpose_people.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "detail/maths.hpp"
#include "json_text.hpp"
#include "place.hpp"

namespace stretchcore::detail {

namespace {

constexpr std::size_t most_keypoints = 1000;

class PeopleReader : public JsonPieces {
 public:
  explicit PeopleReader(const JsonText& text) : text_(text) {}

  std::vector<PeopleFrame> frames;

  void begin_object() override {
    if (skipped_ > 0) {
      ++skipped_;
      return;
    }
    switch (level_) {
      case Level::outside:
      case Level::list:
        in_list_ = level_ == Level::list;
        level_ = Level::frame;
        has_people_ = false;
        frames.push_back({static_cast<double>(frames.size()), {}});
        return;
      case Level::people:
        level_ = Level::person;
        frames.back().people.emplace_back();
        return;
      case Level::frame:
      case Level::person:
      case Level::keypoints:
        skip_or_fail();
    }
  }
  void end_object() override {
    if (skipped_ > 0) {
      --skipped_;
    } else if (level_ == Level::person) {
      level_ = Level::people;
    } else {
      if (!has_people_)
        text_.fail("the frame has no \"people\"; expected {\"people\": [{\"pose_keypoints_2d\": […]}]}");
      level_ = in_list_ ? Level::list : Level::outside;
    }
  }
  void key(const std::string& words) override {
    if (skipped_ > 0) return;
    wanted_ = (level_ == Level::frame && words == "people") ||
              (level_ == Level::person && (words == "pose_keypoints_2d" || words == "pose_keypoints"));
  }
  void begin_array() override {
    if (skipped_ > 0) {
      ++skipped_;
    } else if (level_ == Level::outside) {
      level_ = Level::list;
    } else if (level_ == Level::frame && wanted_) {
      level_ = Level::people;
      has_people_ = true;
    } else if (level_ == Level::person && wanted_) {
      level_ = Level::keypoints;
      part_ = 0;
    } else {
      skip_or_fail();
    }
  }
  void end_array() override {
    if (skipped_ > 0) {
      --skipped_;
    } else if (level_ == Level::keypoints) {
      if (part_ != 0) text_.fail("expected x, y and confidence of each keypoint; the last is not whole");
      level_ = Level::person;
    } else if (level_ == Level::people) {
      level_ = Level::frame;
    } else {
      level_ = Level::outside;
    }
  }
  void number(double value) override {
    if (skipped_ > 0) return;
    if (level_ != Level::keypoints) return unwanted();
    Person& person = frames.back().people.back();
    if (part_ == 0) {
      if (person.size() == most_keypoints) text_.fail("has more than 1000 keypoints");
      person.emplace_back();
    }
    Landmark& point = person.back();
    const std::array<double*, 3> parts{&point.x, &point.y, &point.confidence};
    *parts[part_] = value;
    part_ = (part_ + 1) % parts.size();
  }
  void other() override {
    if (skipped_ > 0) return;
    if (level_ == Level::keypoints) text_.fail("expected a number: x, y and confidence of each keypoint");
    unwanted();
  }

 private:
  enum class Level { outside, list, frame, people, person, keypoints };

  [[noreturn]] void fail_value() const {
    text_.fail("expected {\"people\": [{\"pose_keypoints_2d\": [x, y, c, …]}]}, and not this here");
  }
  /// A value of a member that is not read may be anything.
  void unwanted() const {
    const bool of_a_member = level_ == Level::frame || level_ == Level::person;
    if (!of_a_member || wanted_) fail_value();
  }
  void skip_or_fail() {
    unwanted();
    ++skipped_;
  }

  const JsonText& text_;
  Level level_ = Level::outside;
  bool in_list_ = false;
  bool wanted_ = false;
  bool has_people_ = false;
  std::size_t skipped_ = 0;  // how deep inside something that is not read
  std::size_t part_ = 0;     // of the keypoint: x, y or confidence
};

struct Outline {
  double x = 0.0;
  double y = 0.0;
  double size = 0.0;        // the diagonal of the box around her
  double confidence = 0.0;  // of all keypoints together
};

Outline outline(const Person& person) {
  Outline found;
  double seen = 0.0;
  double left = std::numeric_limits<double>::max(), right = std::numeric_limits<double>::lowest();
  double top = left, bottom = right;
  for (const Landmark& point : person) {
    if (!(point.confidence > 0.0)) continue;
    found.x += point.x;
    found.y += point.y;
    found.confidence += point.confidence;
    seen += 1.0;
    left = std::min(left, point.x);
    right = std::max(right, point.x);
    top = std::min(top, point.y);
    bottom = std::max(bottom, point.y);
  }
  if (seen == 0.0) return {};
  return {found.x / seen, found.y / seen, maths::hypot(right - left, bottom - top), found.confidence};
}

}  // namespace

std::vector<PeopleFrame> read_people(std::string_view text, const ReadOptions& options, std::string_view file_name) {
  JsonText json{text, file_name, options.progress};
  PeopleReader reader{json};
  while (json.more()) json.read(reader);
  if (reader.frames.empty())
    fail_at(file_name, 0, 0, "has no frames; expected {\"people\": [{\"pose_keypoints_2d\": […]}]}");
  return std::move(reader.frames);
}

const Person* PersonFollower::in(const PeopleFrame& frame) {
  if (following_ && frame.number - last_seen_ > patience_) following_ = false;
  const Person* chosen = nullptr;
  double best = following_ ? 0.5 * size_ : 0.0;
  for (const Person& person : frame.people) {
    const Outline here = outline(person);
    if (here.confidence == 0.0) continue;
    const double distance = maths::hypot(here.x - x_, here.y - y_);
    if (following_ ? distance <= best : here.confidence > best) {
      chosen = &person;
      best = following_ ? distance : here.confidence;
    }
  }
  if (chosen == nullptr) return nullptr;
  const Outline here = outline(*chosen);
  following_ = true;
  last_seen_ = frame.number;
  x_ = here.x;
  y_ = here.y;
  size_ = here.size;
  return chosen;
}

}  // namespace stretchcore::detail
