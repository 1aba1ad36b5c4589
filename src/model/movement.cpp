#include <stretchcore/model/movement.hpp>

#include "model/require.hpp"

namespace stretchcore {

using namespace literals;

void Repeat::validate() const {
  detail::require_range("out", out, 500_ms, 30_s);
  detail::require_range("back", back, 500_ms, 30_s);
}

void Hold::validate() const {
  detail::require_range("duration", duration, 1_s, 300_s);
  detail::require_range("holds_each_side", holds_each_side, 1, 10);
}

void ContractRelax::validate() const {
  detail::require_range("contract", contract, 1_s, 30_s);
  detail::require_range("hold", hold, 1_s, 300_s);
  detail::require_range("holds_each_side", holds_each_side, 1, 10);
}

void Movement::validate() const {
  detail::validate_members(*this);

  const std::string moved{name(motion)};
  detail::require(paired(motion) == (sides != Sides::midline), "sides",
                  paired(motion)
                      ? "midline does not fit " + moved + ", which has a left and a right"
                      : std::string{name(sides)} + " does not fit " + moved + ", which has no sides; write midline");
  detail::require(counted_by == CountedBy::leading || sides == Sides::together, "counted_by",
                  std::string{name(counted_by)} + " needs both sides together; write leading");

  detail::require_range("anatomy", anatomy, 0_deg, 180_deg);
  // The counted signal goes no higher than the anatomy lets it.
  const Angle highest = counted_by == CountedBy::sum ? anatomy * 2.0 : anatomy;
  detail::require_range("floor_amplitude", floor_amplitude, least_floor_amplitude, 180_deg);
  detail::require_range("floor_level", floor_level, -180_deg, highest);

  const auto* repeat = std::get_if<Repeat>(&effort);
  detail::require_range("shortest_repetition", shortest_repetition, 100_ms, repeat ? repeat->out + repeat->back : 60_s);
}

}  // namespace stretchcore
