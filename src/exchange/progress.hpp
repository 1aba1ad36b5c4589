#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>

namespace stretchcore::detail {

/// Tells how much is done, once in a hundredth of the whole and not for every small step.
class Progress {
 public:
  Progress(const std::function<void(double)>& report, std::size_t whole) : report_(report), whole_(whole) {
    if (report_) next_ = step();
  }

  void at(std::size_t done) {
    if (done < next_) return;
    report_(static_cast<double>(done) / static_cast<double>(whole_));
    next_ = done + step();
  }

 private:
  static constexpr std::size_t least_step = std::size_t{1} << 16;

  std::size_t step() const { return std::max(whole_ / 100 + 1, least_step); }

  const std::function<void(double)>& report_;
  std::size_t whole_;
  std::size_t next_ = std::numeric_limits<std::size_t>::max();
};

}  // namespace stretchcore::detail
