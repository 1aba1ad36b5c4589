// How far a virtual person goes, and from where.

#include <algorithm>
#include <cmath>
#include <string>

#include <stretchcore/simulation/virtual_person.hpp>

namespace stretchcore {
namespace {

constexpr Angle at_rest = degrees(2);        // a leg that lies closed
constexpr Angle founding_way = degrees(40);  // what is usual for the founding exercise

}  // namespace

double VirtualPerson::uniform() { return static_cast<double>(random_() >> 11) * 0x1.0p-53; }

/// Near-normal, one standard deviation: the sum of eight uniform numbers is exact, and so the same everywhere.
double VirtualPerson::noise() {
  constexpr double mean = 8.0 * 65535.0 / 2.0;
  constexpr double deviation = 53509.43;  // √(8 (65536² − 1) / 12)
  std::uint64_t sum = 0;
  for (int i = 0; i < 2; ++i) {
    const std::uint64_t bits = random_();
    for (int shift = 0; shift < 64; shift += 16) sum += bits >> shift & 0xffff;
  }
  return (static_cast<double>(sum) - mean) / deviation;
}

Bilateral<Angle> VirtualPerson::easy() const {
  return each_side([&](Side side) { return easy(side); });
}

Bilateral<Angle> VirtualPerson::limit() const {
  return each_side([&](Side side) { return easy(side) + traits_.beyond * smaller(); });
}

bool VirtualPerson::moves(Side side) const { return !traits_.moves_only || *traits_.moves_only == side; }

VirtualPerson::Usual VirtualPerson::usual_for(const Exercise& exercise) {
  Usual usual;
  const Movement& movement = exercise.movement;
  usual.motion = movement.motion;
  usual.home = at_rest;
  if (!movement.motion) return usual;
  usual.shows = side_signals(movement);
  if (!exercise.figure) return usual;
  const std::string channel{name(usual.shows.left.channel)};
  const auto angle_in = [&](const Pose& pose) {
    const auto found = pose.find(channel);
    return degrees(found == pose.end() ? 0.0 : found->second);
  };
  const Angle start = angle_in(exercise.figure->start);
  const Angle end = angle_in(exercise.figure->end);
  const Angle way = abs(end - start);
  if (way < degrees(1)) return usual;
  usual.home = start;
  // Between two ends the figure may begin at the upper one.
  if (movement.direction == MotionDirection::both && end < start) {
    for (const Side side : both_sides) usual.shows[side].sign = -usual.shows[side].sign;
  }
  usual.share = way / founding_way;
  return usual;
}

/// No joint goes further than anatomy lets it.
Angle VirtualPerson::furthest(const Movement& movement, Side side) const {
  return std::max(movement.anatomy - starts_from(side), Angle{});
}

/// The angle that a way to somewhere begins at. Legs that lie closed begin at 0°, whatever a sensor says.
Angle VirtualPerson::starts_from(Side side) const {
  const SideSignal& signal = usual_.shows[side];
  return usual_.home == at_rest ? Angle{} : signal.of(usual_.home, signal.one_way ? usual_.home : Angle{});
}

/// Of what varies from one opening to the next, where the whole way is short.
double VirtualPerson::smaller() const { return std::min(usual_.share, 1.0); }

/// Before anything was gained or lost.
Angle VirtualPerson::fresh_easy(Side side) const {
  return (side == Side::left ? traits_.easy_left : traits_.easy_right) * usual_.share;
}

Angle VirtualPerson::easy(Side side) const {
  const double gained = std::min(1.0, static_cast<double>(held_) / traits_.gain_openings);
  return fresh_easy(side) + traits_.gain * gained * smaller() - traits_.tires * static_cast<double>(held_) -
         (guards_since_ ? traits_.guarding : Angle{});
}

/// What is still missing before they are warm.
Angle VirtualPerson::warming() const { return degrees(std::ldexp(traits_.warms.degrees(), -openings_)); }

}  // namespace stretchcore
