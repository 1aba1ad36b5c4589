#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <type_traits>
#include <utility>

namespace stretchcore::detail {

/// A list with room for so many, decided when it is made: adding to it allocates nothing. A copy has the same room, and
/// memory that was never used is never touched. `most` is the largest room that any of them has.
template <class T, std::size_t most>
class FixedList {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  using value_type = T;
  using iterator = T*;
  using const_iterator = const T*;

  static constexpr std::size_t most_room = most;

  FixedList() = default;
  explicit FixedList(std::size_t room) { make_room(room); }
  FixedList(const FixedList& other) { assign(other); }
  FixedList(FixedList&& other) noexcept { swap(other); }
  FixedList& operator=(const FixedList& other) {
    if (this != &other) assign(other);
    return *this;
  }
  FixedList& operator=(FixedList&& other) noexcept {
    swap(other);
    return *this;
  }
  ~FixedList() { free(); }

  /// Room for so many at least; what is there stays.
  void make_room(std::size_t room) {
    if (room <= room_) return;
    T* const larger = std::allocator<T>{}.allocate(room);
    if (size_ > 0) std::uninitialized_copy_n(values_, size_, larger);
    free();
    values_ = larger;
    room_ = room;
  }

  /// Room for so many, where nothing is in it yet; what is there keeps its room.
  void fit_room(std::size_t room) {
    if (size_ == 0 && room < room_) *this = FixedList{};
    make_room(room);
  }

  std::size_t size() const { return size_; }
  std::size_t capacity() const { return room_; }
  bool empty() const { return size_ == 0; }
  T* data() { return values_; }
  const T* data() const { return values_; }
  T* begin() { return values_; }
  T* end() { return values_ + size_; }
  const T* begin() const { return values_; }
  const T* end() const { return values_ + size_; }
  auto rbegin() const { return std::make_reverse_iterator(end()); }
  auto rend() const { return std::make_reverse_iterator(begin()); }
  T& operator[](std::size_t place) { return values_[place]; }
  const T& operator[](std::size_t place) const { return values_[place]; }
  T& back() { return values_[size_ - 1]; }
  const T& back() const { return values_[size_ - 1]; }

  /// There has to be room.
  void push_back(const T& value) { std::construct_at(values_ + size_++, value); }
  T& emplace_back() { return *std::construct_at(values_ + size_++); }
  void pop_back() { --size_; }
  void clear() { size_ = 0; }
  void erase(const T* which) { erase(which, which + 1); }
  void erase(const T* first, const T* last) {
    std::copy(last, std::as_const(*this).end(), values_ + (first - values_));
    size_ -= static_cast<std::size_t>(last - first);
  }
  /// Makes room where it has to.
  void resize(std::size_t size) {
    make_room(size);
    while (size_ < size) push_back(T{});
    size_ = size;
  }

  std::size_t bytes() const { return room_ * sizeof(T); }

  friend bool operator==(const FixedList& a, const FixedList& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  void assign(const FixedList& other) {
    if (room_ != other.room_) {
      T* const values = other.room_ > 0 ? std::allocator<T>{}.allocate(other.room_) : nullptr;
      free();
      values_ = values;
      room_ = other.room_;
    }
    size_ = other.size_;
    if (size_ > 0) std::uninitialized_copy_n(other.values_, size_, values_);
  }
  void swap(FixedList& other) noexcept {
    std::swap(values_, other.values_);
    std::swap(size_, other.size_);
    std::swap(room_, other.room_);
  }
  void free() {
    if (values_ != nullptr) std::allocator<T>{}.deallocate(values_, room_);
    values_ = nullptr;
  }

  T* values_ = nullptr;
  std::size_t size_ = 0;
  std::size_t room_ = 0;
};

}  // namespace stretchcore::detail
