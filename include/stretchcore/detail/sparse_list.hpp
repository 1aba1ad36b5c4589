#pragma once

#include <algorithm>
#include <cstdint>

#include <stretchcore/detail/fixed_list.hpp>

namespace stretchcore::detail {

/// A value for each of so many numbers, of which few have one. One that was never written is as it begins, and takes no
/// room. `most` is the largest count of numbers that any of them has.
template <class T, std::size_t most>
class SparseList {
 public:
  using value_type = T;

  static constexpr std::size_t most_room = most;

  SparseList() = default;
  explicit SparseList(std::size_t numbers) { fit_room(numbers, numbers); }

  /// Room for the values of so many of `numbers`: as long as no more are written nothing is allocated.
  void fit_room(std::size_t numbers, std::size_t written) {
    places_.resize((std::max)(numbers, places_.size()));
    values_.fit_room(written);
  }

  /// How many numbers there are.
  std::size_t size() const { return places_.size(); }
  bool has(std::size_t number) const { return places_[number] != 0; }
  const T& operator[](std::size_t number) const {
    static constexpr T none{};
    return has(number) ? values_[places_[number] - std::size_t{1}] : none;
  }
  /// To write it.
  T& at(std::size_t number) {
    if (!has(number)) add(number);
    return values_[places_[number] - std::size_t{1}];
  }
  /// Those that were written.
  FixedList<T, most>& written() { return values_; }
  const FixedList<T, most>& written() const { return values_; }

  std::size_t bytes() const { return places_.bytes() + values_.bytes(); }

  friend bool operator==(const SparseList& a, const SparseList& b) {
    bool same = a.size() == b.size();
    for (std::size_t i = 0; same && i < a.size(); ++i) same = a[i] == b[i];
    return same;
  }

 private:
  void add(std::size_t number) {
    if (values_.size() == values_.capacity()) values_.make_room((std::min)(values_.size() * 2 + 4, size()));
    values_.push_back(T{});
    places_[number] = static_cast<std::uint16_t>(values_.size());
  }

  FixedList<std::uint16_t, most> places_;  ///< one more than the place among the values; 0: none
  FixedList<T, most> values_;
};

}  // namespace stretchcore::detail
