#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stretchcore::detail {

/// A member's name in a path. It may be empty, and has to be seen all the same.
inline std::string step_to(std::string_view key) { return key.empty() ? "\"\"" : std::string{key}; }

/// Where a value stands in a document, "cues[2].text.en". A chain of frames on the stack: words are made only for an
/// error.
class Path {
 public:
  Path() = default;
  Path(const Path& parent, std::string_view key) : parent_(&parent), key_(key) {}
  Path(const Path& parent, std::size_t index) : parent_(&parent), index_(index), in_list_(true) {}

  Path(const Path&& parent, std::string_view key) = delete;  // a parent must outlive its children
  Path(const Path&& parent, std::size_t index) = delete;

  std::string text() const { return parent_ == nullptr ? std::string{} : with_step(parent_->text()); }

 private:
  std::string with_step(std::string path) const {
    if (in_list_) return path + "[" + std::to_string(index_) + "]";
    return (path.empty() ? path : path + ".") + step_to(key_);
  }

  const Path* parent_ = nullptr;
  std::string_view key_;
  std::size_t index_ = 0;
  bool in_list_ = false;
};

}  // namespace stretchcore::detail
