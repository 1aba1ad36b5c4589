#include <algorithm>
#include <array>

#include <stretchcore/model/movement.hpp>

#include "model/checks.hpp"
#include "model/require.hpp"

namespace stretchcore {

using namespace literals;

namespace {

/// A motion of the midline has a left and a right only where a mirror turns its sign round.
bool has_two_sides(Motion motion) { return mirror_sign(channel(motion, Side::left)) < 0.0; }

void require_fitting_sides(const Movement& movement) {
  if (!movement.motion) return;
  const std::string moved{name(*movement.motion)};
  const bool midline = movement.sides == Sides::midline;
  if (paired(*movement.motion)) {
    detail::require(!midline, "sides", "midline does not fit " + moved + ", which has a left and a right");
  } else {
    detail::require(movement.sides != Sides::together, "sides",
                    "together does not fit " + moved + ", which has no sides; write midline" +
                        (has_two_sides(*movement.motion) ? ", or alternating for one end after the other" : ""));
    detail::require(midline || has_two_sides(*movement.motion), "sides",
                    std::string{name(movement.sides)} + " does not fit " + moved +
                        ", whose ends are not left and right; write midline");
  }
}

/// What the direction of a movement asks of its other members.
void require_fitting_direction(const Movement& movement) {
  if (!movement.motion) return;
  const bool to_the_sides = left_and_right_of_midline(movement);
  detail::require(!to_the_sides || movement.direction == MotionDirection::positive, "direction",
                  std::string{name(movement.direction)} + " does not fit " + std::string{name(*movement.motion)} +
                      " with sides, whose ends are left and right; leave it out");
  detail::require(!movement.stretches || to_the_sides, "stretches",
                  "is for motions of the midline that go to the left and to the right; leave it out");
  const bool between = movement.direction == MotionDirection::both;
  detail::require(!between || movement.sides != Sides::together, "sides",
                  "together does not fit the direction both, which is counted by one signal; write one or alternating");
  detail::require(between || !movement.anatomy_back, "anatomy_back", "is for the direction both; leave it out");
  detail::require(!between || movement.anatomy_back, "anatomy_back",
                  "is missing: of the direction both, it says how far the other end is from 0°");
}

}  // namespace

void Repeat::validate() const {
  detail::require_range("out", out, 500_ms, 30_s);
  detail::require_range("back", back, 500_ms, 30_s);
  detail::require_range("stay", stay, 0_s, 5_s);
}

void Hold::validate() const {
  detail::require_range("duration", duration, 1_s, 300_s);
  detail::require_range("holds_each_side", holds_each_side, 1, 10);
}

void ContractRelax::validate() const {
  detail::require_range("contract", contract, 1_s, 30_s);
  detail::require_range("hold", hold, 1_s, 300_s);
  detail::require_range("holds_each_side", holds_each_side, 1, 10);
  detail::require_range("effort", effort, 0.1, 0.75);
  detail::validate_members(*this);
}

void Movement::validate() const {
  detail::validate_members(*this);
  for (const detail::Check<Movement> check : detail::checks_of_movement()) check(*this);
}

namespace {

void require_time(const Movement& movement) {
  const auto* repeat = std::get_if<Repeat>(&movement.effort);
  detail::require_range("shortest_repetition", movement.shortest_repetition, 100_ms,
                        repeat ? repeat->out + repeat->stay + repeat->back : 60_s);
}

void require_motion(const Movement& movement) {
  const std::string_view needs = "needs a motion; a stretch by feel has none";
  detail::require(movement.motion || movement.direction == MotionDirection::positive, "direction", needs);
  detail::require(movement.motion || !movement.stretches, "stretches", needs);
}

void require_fitting_count(const Movement& movement) {
  detail::require(!movement.motion || movement.counted_by == CountedBy::leading || movement.sides == Sides::together,
                  "counted_by", std::string{name(movement.counted_by)} + " needs both sides together; write leading");
}

void require_anatomy(const Movement& movement) {
  if (!movement.motion) return;
  detail::require_range("anatomy", movement.anatomy, -90_deg, 180_deg);
  detail::require_range("anatomy_back", movement.anatomy_back, 0_deg, 180_deg);
}

void require_amplitude(const Movement& movement) {
  if (movement.motion)
    detail::require_range("floor_amplitude", movement.floor_amplitude, least_floor_amplitude, 180_deg);
}

/// The counted signal goes no higher than the anatomy lets it, from wherever it begins.
void require_level(const Movement& movement) {
  if (!movement.motion) return;
  const Angle highest = movement.counted_by == CountedBy::sum ? movement.anatomy * 2.0 : movement.anatomy;
  detail::require_range("floor_level", movement.floor_level, -180_deg, std::max(highest, Angle{}));
}

}  // namespace

std::span<const detail::Check<Movement>> detail::checks_of_movement() {
  static constexpr std::array<Check<Movement>, 8> all{
      require_time,          require_motion,  require_fitting_sides, require_fitting_direction,
      require_fitting_count, require_anatomy, require_amplitude,     require_level};
  return all;
}

}  // namespace stretchcore
