#pragma once

#include <array>
#include <boost/describe/enum.hpp>
#include <cstddef>
#include <optional>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/quantity/channel.hpp>

namespace stretchcore {

/// The parts of the lower body that sensors are strapped to.
enum class Segment { pelvis, thigh_left, thigh_right, shank_left, shank_right, foot_left, foot_right };
BOOST_DESCRIBE_ENUM(Segment, pelvis, thigh_left, thigh_right, shank_left, shank_right, foot_left, foot_right)

inline constexpr std::size_t segment_count = detail::enumerator_count<Segment>;

constexpr std::size_t index(Segment segment) { return static_cast<std::size_t>(segment); }

/// The segment that a mirror shows in its place.
constexpr Segment mirrored(Segment segment) {
  if (segment == Segment::pelvis) return segment;
  return static_cast<Segment>(((index(segment) - 1) ^ 1U) + 1);
}

/// The two segments a joint angle is between, the inner one first; the pelvis twice where it is compared with itself.
using SegmentPair = std::array<Segment, 2>;

/// The segments a channel needs; none for what is not in the lower body.
constexpr std::optional<SegmentPair> segments_of(Channel channel) {
  const bool right = side(channel) == Side::right;
  const Segment thigh = right ? Segment::thigh_right : Segment::thigh_left;
  const Segment shank = right ? Segment::shank_right : Segment::shank_left;
  switch (motion(channel)) {
    case Motion::hip_abduction:
    case Motion::hip_flexion:
    case Motion::hip_rotation:
      return SegmentPair{Segment::pelvis, thigh};
    case Motion::knee_flexion:
      return SegmentPair{thigh, shank};
    case Motion::ankle_dorsiflexion:
      return SegmentPair{shank, right ? Segment::foot_right : Segment::foot_left};
    case Motion::pelvis_tilt:
    case Motion::pelvis_list:
    case Motion::pelvis_rotation:
      return SegmentPair{Segment::pelvis, Segment::pelvis};
    default:
      return std::nullopt;
  }
}

}  // namespace stretchcore
