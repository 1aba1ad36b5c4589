#include <stretchcore/model/dose.hpp>

#include "model/require.hpp"

namespace stretchcore {

using namespace literals;

void BlockDose::validate() const {
  detail::require_range("per_block", per_block, 1, 30);
  detail::require_range("holds_each_side", holds_each_side, 1, 10);
  detail::require_range("duration", duration, 1_s, 300_s);
}

void Dose::validate() const {
  detail::require_range("per_block", per_block, 1, 30);
  detail::require_range("most_blocks", most_blocks, 1, 4);
  detail::require_range("cap_repetitions", cap_repetitions, 1, 60);
  detail::require_range("cap_moving", cap_moving, 1_s, 600_s);
  detail::require_range("cap_in_position", cap_in_position, 1_s, 3600_s);
  detail::require_range("rest", rest, 0_s, 300_s);
  detail::validate_members(*this);
}

}  // namespace stretchcore
