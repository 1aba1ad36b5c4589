#pragma once

#include <array>
#include <cmath>
#include <optional>

#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore {

/// Joint angles at one moment. What was not seen is absent: neither zero nor NaN.
class Posture {
 public:
  Posture() = default;
  explicit Posture(Time at) : time(at) {}

  Time time{0};  ///< by the sensor's or the app's clock; a session reads it into its own

  /// Gives a channel its angle. NaN becomes absent and is remembered in `not_a_number`.
  Posture& set(Channel c, Angle angle) {
    const bool nan = std::isnan(angle.degrees());
    nan ? garbled_.insert(c) : garbled_.erase(c);
    nan ? present_.erase(c) : present_.insert(c);
    angles_[index(c)] = nan ? Angle{} : angle;
    return *this;
  }

  void clear(Channel c) {
    present_.erase(c);
    garbled_.erase(c);
    angles_[index(c)] = Angle{};
  }

  bool has(Channel c) const { return present_.contains(c); }
  std::optional<Angle> get(Channel c) const { return has(c) ? std::optional{angles_[index(c)]} : std::nullopt; }
  /// The angle of a channel that is present; 0° otherwise.
  Angle angle(Channel c) const { return angles_[index(c)]; }

  const ChannelSet& present() const { return present_; }
  const ChannelSet& not_a_number() const { return garbled_; }

  /// What a mirror shows: sides swapped, turned midline signs turned back.
  Posture mirrored() const {
    Posture other{time};
    present_.each([&](Channel c) { other.set(stretchcore::mirrored(c), angle(c) * mirror_sign(c)); });
    return other;
  }

  bool operator==(const Posture&) const = default;

 private:
  ChannelSet present_;
  ChannelSet garbled_;
  std::array<Angle, channel_count> angles_{};
};

}  // namespace stretchcore
