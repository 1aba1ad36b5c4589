#pragma once

#include <stretchcore/model/movement.hpp>

namespace stretchcore {

// How long one opening takes, by its effort. A hold is led into and out of in three seconds each.

Time out_time(const Effort& effort);
Time press_time(const Effort& effort);  ///< against the stretch, before a hold
Time stay_time(const Effort& effort);   ///< in the stretch, without the pressing
Time back_time(const Effort& effort);

/// How many holds a side has in a block; 0 where openings are repeated.
int holds_each_side(const Effort& effort);

}  // namespace stretchcore
