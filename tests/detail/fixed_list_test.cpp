#include <vector>

#include <stretchcore/detail/fixed_list.hpp>
#include <stretchcore/detail/sparse_list.hpp>

#include "allocation_counter.hpp"
#include "catch.hpp"

namespace detail_fixed_list_test {

using namespace stretchcore;

namespace {

using Few = detail::FixedList<int, 40>;
using Sparse = detail::SparseList<double, 40>;

std::uint32_t next(std::uint32_t& state) { return (state = state * 1664525U + 1013904223U) >> 8U; }

}  // namespace

TEST_CASE("a fixed list holds what a vector holds, and allocates once") {
  std::uint32_t state = 7;
  for (std::size_t room = 1; room <= 40; ++room) {
    Few list{room};
    std::vector<int> vector;
    vector.reserve(room);
    bool same = true;
    const AllocationCounter allocations;
    for (int i = 0; i < 400; ++i) {
      const std::uint32_t roll = next(state);
      if (list.size() < room && roll % 3 != 0) {
        list.push_back(static_cast<int>(roll));
        vector.push_back(static_cast<int>(roll));
      } else if (!vector.empty()) {
        const std::size_t from = roll % vector.size();
        const std::size_t to = from + 1 + (roll / 64) % (vector.size() - from);
        list.erase(list.data() + from, list.data() + to);
        vector.erase(vector.begin() + static_cast<std::ptrdiff_t>(from),
                     vector.begin() + static_cast<std::ptrdiff_t>(to));
      }
      same = same && std::equal(list.begin(), list.end(), vector.begin(), vector.end());
    }
    CHECK(allocations.count() == 0);
    CHECK(same);
    CHECK(list.capacity() == room);
  }
}

TEST_CASE("a copy of a fixed list has its room and goes its own way") {
  Few list{10};
  list.push_back(1);
  Few copy = list;
  CHECK(copy == list);
  CHECK(copy.capacity() == 10);
  copy.push_back(2);
  CHECK_FALSE(copy == list);
  list = copy;
  CHECK(list.size() == 2);
  Few moved = std::move(list);
  CHECK(moved == copy);
  Few larger{20};
  larger = copy;
  CHECK(larger.capacity() == 10);
  copy.make_room(30);
  CHECK(copy.size() == 2);
  CHECK(copy[1] == 2);
  copy.make_room(5);
  CHECK(copy.capacity() == 30);
  Few none;
  none = Few{};
  CHECK(none.empty());
}

TEST_CASE("a sparse list has a value for each number, and room only for those that were written") {
  Sparse list{40};
  list.fit_room(40, 3);
  {
    const AllocationCounter allocations;
    CHECK(list[39] == 0.0);
    list.at(39) = 2.5;
    list.at(0) = -1.0;
    list.at(39) += 1.0;
    CHECK(allocations.count() == 0);
  }
  CHECK(list[39] == 3.5);
  CHECK(list[0] == -1.0);
  CHECK_FALSE(list.has(1));
  CHECK(list.written().size() == 2);

  Sparse other{40};  // the same values, written in another order
  for (const std::size_t number : {std::size_t{0}, std::size_t{39}}) other.at(number) = list[number];
  CHECK(other == list);
  other.at(7) = 0.0;  // as it begins
  CHECK(other == list);
  for (std::size_t i = 0; i < 40; ++i) other.at(i) = static_cast<double>(i);
  CHECK(other[13] == 13.0);
  CHECK_FALSE(other == list);
}

}  // namespace detail_fixed_list_test
