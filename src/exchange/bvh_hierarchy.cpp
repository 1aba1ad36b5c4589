#include "bvh_hierarchy.hpp"

#include <optional>

#include "csv_cells.hpp"
#include "place.hpp"

namespace stretchcore::detail {

namespace {

constexpr std::size_t most_joints = 1000;
constexpr std::size_t longest_joint_name = 1000;  // [bytes]

class HierarchyReader {
 public:
  HierarchyReader(TextLines& lines, std::string_view file_name) : lines_(lines), file_name_(file_name) {}

  BvhHierarchy read() {
    expect("HIERARCHY");
    while (true) {
      const std::string_view word = next("ROOT or MOTION");
      if (word == "MOTION") break;
      if (word != "ROOT") fail("expected ROOT or MOTION, got " + quoted_word(word));
      read_tree();
    }
    if (found_.joints.empty()) fail("expected a ROOT before MOTION");
    found_.line = lines_.number();
    return std::move(found_);
  }

 private:
  [[noreturn]] void fail(const std::string& problem) const { fail_at(file_name_, lines_.number(), 0, problem); }

  std::string_view next(const std::string& expected) {
    while (is_blank(rest_)) {
      if (!lines_.next()) fail("the file ends here; expected " + expected);
      rest_ = lines_.text();
    }
    return take_word(rest_);
  }

  void expect(const std::string& word) {
    const std::string_view got = next(word);
    if (got != word) fail("expected " + word + ", got " + quoted_word(got));
  }

  double number(const std::string& expected) {
    const std::string_view word = next(expected);
    const CellValue read = CellNumbers{','}.read(word);
    if (read.kind != CellKind::number) fail("expected " + expected + ", got " + quoted_word(word));
    return read.value;
  }

  /// The rest of the line up to a brace: names may have blanks in them.
  std::string name(const std::string& expected) {
    const std::size_t brace = rest_.find('{');
    const std::string_view found = trimmed(rest_.substr(0, brace));
    if (found.empty()) fail("expected " + expected);
    if (found.size() > longest_joint_name)
      fail("a name is longer than " + std::to_string(longest_joint_name) + " bytes");
    rest_ = brace == std::string_view::npos ? std::string_view{} : rest_.substr(brace);
    return std::string{found};
  }

  void open_joint(std::string joint_name) {
    if (found_.joints.size() == most_joints) fail("has more than 1000 joints");
    BvhJoint joint;
    joint.name = std::move(joint_name);
    joint.parent = open_.empty() ? -1 : open_.back();
    joint.first_channel = found_.channels;
    open_.push_back(static_cast<int>(found_.joints.size()));
    found_.joints.push_back(std::move(joint));
    expect("{");
  }

  BvhJoint& current() { return found_.joints[static_cast<std::size_t>(open_.back())]; }

  /// A stack of open joints, not recursion: hostile nesting must not overflow ours.
  void read_tree() {
    open_joint(name("a name after ROOT"));
    while (!open_.empty()) {
      const std::string_view word = next("JOINT, End Site, OFFSET, CHANNELS or }");
      if (word == "}") {
        open_.pop_back();
      } else if (word == "JOINT") {
        open_joint(name("a name after JOINT"));
      } else if (word == "End") {
        const std::string end = current().name + " End";
        name("Site after End");
        open_joint(end);
      } else if (word == "OFFSET") {
        current().offset = {number("x of the OFFSET"), number("y of the OFFSET"), number("z of the OFFSET")};
      } else if (word == "CHANNELS") {
        read_channels();
      } else {
        fail("expected JOINT, End Site, OFFSET, CHANNELS or }, got " + quoted_word(word));
      }
    }
  }

  void read_channels() {
    const double count = number("how many CHANNELS there are");
    if (!(count >= 0.0 && count <= 6.0) || count != static_cast<int>(count)) fail("expected 0 to 6 CHANNELS");
    if (!current().channels.empty()) fail("has CHANNELS twice in one joint");
    if (current().first_channel != found_.channels) fail("expected the CHANNELS of a joint before its children");
    for (int i = 0; i < static_cast<int>(count); ++i) {
      const std::string_view word = next("a channel such as Zrotation");
      const std::size_t axis = std::string_view{"XYZxyz"}.find(word.front());
      const bool rotation = same_letters(word.substr(1), "rotation");
      if (axis == std::string_view::npos || (!rotation && !same_letters(word.substr(1), "position"))) {
        fail("expected Xposition, Yposition, Zposition, Xrotation, Yrotation or Zrotation, got " + quoted_word(word));
      }
      current().channels.push_back({axis % 3, rotation});
      ++found_.channels;
    }
  }

  TextLines& lines_;
  std::string_view file_name_;
  std::string_view rest_;
  std::vector<int> open_;
  BvhHierarchy found_;
};

}  // namespace

BvhHierarchy read_bvh_hierarchy(TextLines& lines, std::string_view file_name) {
  return HierarchyReader{lines, file_name}.read();
}

}  // namespace stretchcore::detail
