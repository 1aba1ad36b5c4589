#pragma once

#include <array>
#include <bit>
#include <bitset>
#include <boost/describe/enum.hpp>
#include <cstddef>
#include <optional>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/quantity/bilateral.hpp>

namespace stretchcore {

/// A joint motion by its clinical name, positive as the name says. Paired motions come first, one channel each side;
/// the motions of the midline follow. Hip abduction is measured against the pelvis, not against the room.
enum class Motion {
  hip_abduction,
  hip_flexion,
  hip_rotation,  ///< internal +
  knee_flexion,  ///< hyperextension −
  ankle_dorsiflexion,
  shoulder_abduction,
  shoulder_flexion,
  shoulder_rotation,  ///< internal +
  elbow_flexion,
  pelvis_tilt,      ///< anterior +
  pelvis_list,      ///< left side up +
  pelvis_rotation,  ///< left side forward +
  spine_flexion,
  spine_side_bend,  ///< to the left +
  spine_rotation,   ///< to the left +
  neck_flexion,
  neck_side_bend,  ///< to the left +
  neck_rotation    ///< to the left +
};
BOOST_DESCRIBE_ENUM(Motion, hip_abduction, hip_flexion, hip_rotation, knee_flexion, ankle_dorsiflexion,
                    shoulder_abduction, shoulder_flexion, shoulder_rotation, elbow_flexion, pelvis_tilt, pelvis_list,
                    pelvis_rotation, spine_flexion, spine_side_bend, spine_rotation, neck_flexion, neck_side_bend,
                    neck_rotation)

/// One joint angle with one sign rule, in degrees at every boundary. The same word is the CSV header, the rule
/// language, the keyword argument and the JSON key.
enum class Channel {
  hip_abduction_left,
  hip_abduction_right,
  hip_flexion_left,
  hip_flexion_right,
  hip_rotation_left,
  hip_rotation_right,
  knee_flexion_left,
  knee_flexion_right,
  ankle_dorsiflexion_left,
  ankle_dorsiflexion_right,
  shoulder_abduction_left,
  shoulder_abduction_right,
  shoulder_flexion_left,
  shoulder_flexion_right,
  shoulder_rotation_left,
  shoulder_rotation_right,
  elbow_flexion_left,
  elbow_flexion_right,
  pelvis_tilt,
  pelvis_list,
  pelvis_rotation,
  spine_flexion,
  spine_side_bend,
  spine_rotation,
  neck_flexion,
  neck_side_bend,
  neck_rotation
};
BOOST_DESCRIBE_ENUM(Channel, hip_abduction_left, hip_abduction_right, hip_flexion_left, hip_flexion_right,
                    hip_rotation_left, hip_rotation_right, knee_flexion_left, knee_flexion_right,
                    ankle_dorsiflexion_left, ankle_dorsiflexion_right, shoulder_abduction_left,
                    shoulder_abduction_right, shoulder_flexion_left, shoulder_flexion_right, shoulder_rotation_left,
                    shoulder_rotation_right, elbow_flexion_left, elbow_flexion_right, pelvis_tilt, pelvis_list,
                    pelvis_rotation, spine_flexion, spine_side_bend, spine_rotation, neck_flexion, neck_side_bend,
                    neck_rotation)

inline constexpr std::size_t channel_count = detail::enumerator_count<Channel>;
inline constexpr std::size_t paired_motion_count = 9;

constexpr std::size_t index(Channel channel) { return static_cast<std::size_t>(channel); }
constexpr bool paired(Motion motion) { return static_cast<std::size_t>(motion) < paired_motion_count; }

/// The channel of a motion on one side; a midline motion has the same channel on both.
constexpr Channel channel(Motion motion, Side side) {
  const auto m = static_cast<std::size_t>(motion);
  if (!paired(motion)) return static_cast<Channel>(m + paired_motion_count);
  return static_cast<Channel>(2 * m + (side == Side::right ? 1 : 0));
}

constexpr Motion motion(Channel channel) {
  const std::size_t c = index(channel);
  return static_cast<Motion>(c < 2 * paired_motion_count ? c / 2 : c - paired_motion_count);
}

/// The side a channel belongs to; nothing for the midline.
constexpr std::optional<Side> side(Channel channel) {
  if (!paired(motion(channel))) return std::nullopt;
  return index(channel) % 2 == 0 ? Side::left : Side::right;
}

/// The channel that a mirror shows in its place.
constexpr Channel mirrored(Channel c) {
  const std::optional<Side> s = side(c);
  return s ? channel(motion(c), opposite(*s)) : c;
}

/// −1 for the midline channels whose sign a mirror turns round, 1 for all others.
constexpr double mirror_sign(Channel c) {
  switch (c) {
    case Channel::pelvis_list:
    case Channel::pelvis_rotation:
    case Channel::spine_side_bend:
    case Channel::spine_rotation:
    case Channel::neck_side_bend:
    case Channel::neck_rotation:
      return -1.0;
    default:
      return 1.0;
  }
}

/// A set of channels; iterate with `each`.
class ChannelSet {
 public:
  constexpr ChannelSet() = default;
  template <class... Channels>
  explicit ChannelSet(Channel first, Channels... rest) {
    insert(first);
    (insert(rest), ...);
  }

  bool contains(Channel c) const { return bits_[index(c)]; }
  bool empty() const { return bits_.none(); }
  std::size_t size() const { return bits_.count(); }
  void insert(Channel c) { bits_.set(index(c)); }
  void erase(Channel c) { bits_.reset(index(c)); }
  bool operator==(const ChannelSet&) const = default;

  friend ChannelSet operator|(ChannelSet a, ChannelSet b) { return a.bits_ |= b.bits_, a; }
  friend ChannelSet operator&(ChannelSet a, ChannelSet b) { return a.bits_ &= b.bits_, a; }
  friend ChannelSet operator-(ChannelSet a, ChannelSet b) { return a.bits_ &= ~b.bits_, a; }

  template <class Visitor>
  void each(Visitor&& visit) const {
    for (unsigned long rest = bits_.to_ulong(); rest != 0; rest &= rest - 1) {
      visit(static_cast<Channel>(std::countr_zero(rest)));
    }
  }

 private:
  std::bitset<channel_count> bits_;
};

}  // namespace stretchcore
