// How a virtual person is seen.

#include <cmath>

#include <stretchcore/simulation/virtual_person.hpp>

namespace stretchcore {
namespace {

constexpr Angle anywhere = degrees(60);  // an outlier, to either side

}  // namespace

/// One reading of the sensor: what is true, and what it makes of it.
Angle VirtualPerson::read(Channel c, Angle truth) {
  double& off = sensor_off_[index(c)];
  const double alike = traits_.sensor_likeness;
  off = alike * off + std::sqrt(1.0 - alike * alike) * noise();
  if (traits_.outliers > 0.0 && uniform() < traits_.outliers) return anywhere * (2.0 * uniform() - 1.0);
  return truth + traits_.sensor_noise * off;
}

Bilateral<Angle> VirtualPerson::opening_at(Angle read) const {
  const double minutes = to_seconds(since_start_) / 60.0;
  return each_side([&](Side side) {
    const Angle tilted = side == Side::left ? traits_.pelvis_line : -traits_.pelvis_line;
    const SideSignal& signal = usual_.shows[side];
    const Angle home = signal.of(usual_.home, signal.one_way ? usual_.home : Angle{});
    const double sign = signal.sign;
    return read - home - traits_.bias[side] * sign - traits_.drift * minutes * sign - tilted * sign -
           added(side) * sign;
  });
}

/// How far the channel of a side is from home: an end of the midline has its own way on it.
Angle VirtualPerson::way_of(Side side) const {
  const SideSignal& signal = usual_.shows[side];
  return signal.one_way ? angle_.left - angle_.right : angle_[side] * signal.sign;
}

Posture VirtualPerson::sense() {
  Posture shown{now_};
  if (now_ < traits_.settles_in) return shown;
  const auto see = [&](Channel c, Angle truth) { shown.set(c, read(c, truth)); };
  const double minutes = to_seconds(since_start_) / 60.0;
  for (const Side side : both_sides) {
    if (usual_.motion) {
      const Angle tilted = side == Side::left ? traits_.pelvis_line : -traits_.pelvis_line;
      const Angle usual = way_of(side) + usual_.home + traits_.bias[side] + traits_.drift * minutes + tilted;
      see(usual_.shows[side].channel, usual + added(side));
    }
    if (usual_.motion != Motion::knee_flexion) see(channel(Motion::knee_flexion, side), traits_.knees);
  }
  const bool midline = usual_.motion && !paired(*usual_.motion);
  if (traits_.sees_pelvis && !midline) {
    // The pelvis is quiet up to its limit, and goes along beyond that.
    const Angle left = std::max(angle_.left - limit().left, Angle{});
    const Angle right = std::max(angle_.right - limit().right, Angle{});
    Angle list = traits_.list + (left - right) * 0.6;
    Angle tilt = (left + right) * -0.3;
    if (slid_) list += traits_.slid_list, tilt += traits_.slid_tilt;
    if (traits_.faults.moved_at && since_start_ >= *traits_.faults.moved_at) list += traits_.faults.rolled;
    see(Channel::pelvis_list, list);
    see(Channel::pelvis_tilt, tilt);
    see(Channel::pelvis_rotation, Angle{});
  }
  if (traits_.swapped) shown = shown.mirrored();
  if (traits_.freezes_at && since_start_ >= *traits_.freezes_at) {
    if (!frozen_) frozen_ = shown;
    const Posture& stuck = *frozen_;
    shown = Posture{now_};
    stuck.present().each([&](Channel c) { shown.set(c, stuck.angle(c)); });
  }
  return shown;
}

}  // namespace stretchcore
