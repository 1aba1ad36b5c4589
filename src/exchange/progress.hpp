#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>

namespace stretchcore::detail {

/// Tells how much is done, once in a hundredth of the whole and not for every small step.
class Progress {
 public:
  /// Nothing is told of less than `least_step`, so that a small file is read without a word.
  Progress(const std::function<void(double)>& report, std::size_t whole, std::size_t least_step = 1 << 16)
      : report_(report), whole_(whole), step_(std::max(whole / 100 + 1, least_step)) {
    if (report_) next_ = step_;
  }

  void at(std::size_t done) {
    if (done < next_) return;
    report_(static_cast<double>(done) / static_cast<double>(whole_));
    next_ = done + step_;
  }

 private:
  const std::function<void(double)>& report_;
  std::size_t whole_;
  std::size_t step_;
  std::size_t next_ = std::numeric_limits<std::size_t>::max();
};

}  // namespace stretchcore::detail
