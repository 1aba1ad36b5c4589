#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <stretchcore/quantity/channel.hpp>

#include "catch.hpp"

namespace quantity_channel_test {

using namespace stretchcore;

namespace {

template <class Visitor>
void each_channel(Visitor&& visit) {
  for (std::size_t i = 0; i < channel_count; ++i) visit(static_cast<Channel>(i));
}

/// The channels whose bit is set.
ChannelSet set_of(std::uint64_t bits) {
  ChannelSet set;
  each_channel([&](Channel c) {
    if ((bits >> index(c)) & 1) set.insert(c);
  });
  return set;
}

std::uint64_t bits_of(const ChannelSet& set) {
  std::uint64_t bits = 0;
  set.each([&](Channel c) { bits |= std::uint64_t{1} << index(c); });
  return bits;
}

}  // namespace

static_assert(channel(Motion::hip_abduction, Side::left) == Channel::hip_abduction_left);
static_assert(channel(Motion::hip_abduction, Side::right) == Channel::hip_abduction_right);
static_assert(channel(Motion::pelvis_list, Side::left) == channel(Motion::pelvis_list, Side::right));
static_assert(channel_count == 2 * paired_motion_count + 9);

TEST_CASE("every channel is the channel of its motion on its side") {
  each_channel([](Channel c) {
    const std::optional<Side> of = side(c);
    CHECK(of.has_value() == paired(motion(c)));
    for (const Side each : both_sides) {
      if (!of || *of == each) CHECK(channel(motion(c), each) == c);
    }
  });
}

TEST_CASE("every motion has its channels, and no channel is of two motions") {
  std::set<Channel> seen;
  for (std::size_t m = 0; m < detail::enumerator_count<Motion>; ++m) {
    const auto of = static_cast<Motion>(m);
    for (const Side each : both_sides) {
      CHECK(motion(channel(of, each)) == of);
      if (paired(of)) CHECK(side(channel(of, each)) == each);
      const bool first_time = seen.insert(channel(of, each)).second;
      CHECK(first_time == (paired(of) || each == Side::left));
    }
  }
  CHECK(seen.size() == channel_count);
}

TEST_CASE("the name of a channel is the name of its motion and its side") {
  each_channel([](Channel c) {
    std::string expected{name(motion(c))};
    if (side(c)) expected.append("_").append(name(*side(c)));
    CHECK(name(c) == expected);
    CHECK(named<Channel>(expected) == c);
  });
}

TEST_CASE("a mirror shown in a mirror shows what there is") {
  each_channel([](Channel c) {
    CHECK(mirrored(mirrored(c)) == c);
    CHECK(motion(mirrored(c)) == motion(c));
    CHECK(mirror_sign(c) * mirror_sign(mirrored(c)) == 1.0);
    if (side(c)) {
      CHECK(mirrored(c) != c);
      CHECK(side(mirrored(c)) == opposite(*side(c)));
      CHECK(mirror_sign(c) == 1.0);
    }
  });
  for (const Side each : both_sides) CHECK(opposite(opposite(each)) == each);
}

TEST_CASE("a mirror turns round what goes to one side and leaves what goes forward") {
  each_channel([](Channel c) {
    if (side(c)) return;
    const bool forward = name(c).ends_with("_tilt") || name(c).ends_with("_flexion");
    CHECK((mirror_sign(c) > 0) == forward);
  });
}

TEST_CASE("a set of channels behaves as a set") {
  std::mt19937_64 random{7};
  const std::uint64_t all = (std::uint64_t{1} << channel_count) - 1;
  for (int i = 0; i < 200; ++i) {
    const std::uint64_t a = random() & all;
    const std::uint64_t b = random() & all;
    const ChannelSet one = set_of(a);
    const ChannelSet other = set_of(b);
    CHECK(bits_of(one) == a);
    CHECK(bits_of(one | other) == (a | b));
    CHECK(bits_of(one & other) == (a & b));
    CHECK(bits_of(one - other) == (a & ~b));
    CHECK((one == other) == (a == b));
    CHECK(one == set_of(a));
    CHECK(one.empty() == (a == 0));
    std::size_t count = 0;
    one.each([&](Channel c) {
      ++count;
      CHECK(one.contains(c));
    });
    CHECK(one.size() == count);
  }
}

TEST_CASE("channels are visited once, in their order") {
  const ChannelSet some{Channel::neck_rotation, Channel::hip_abduction_left, Channel::pelvis_tilt,
                        Channel::hip_abduction_left};
  std::vector<Channel> visited;
  some.each([&](Channel c) { visited.push_back(c); });
  CHECK(visited == std::vector{Channel::hip_abduction_left, Channel::pelvis_tilt, Channel::neck_rotation});
  ChannelSet().each([](Channel) { FAIL("an empty set has nothing to visit"); });
}

TEST_CASE("a channel that is taken out is gone, and may be taken out twice") {
  ChannelSet set{Channel::pelvis_list, Channel::pelvis_tilt};
  set.erase(Channel::pelvis_list);
  set.erase(Channel::pelvis_list);
  CHECK(set == ChannelSet{Channel::pelvis_tilt});
  CHECK_FALSE(set.contains(Channel::pelvis_list));
}

}  // namespace quantity_channel_test
