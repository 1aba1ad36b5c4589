#include <stretchcore/stream/input.hpp>

#include "model/require.hpp"

namespace stretchcore {

void PainRating::validate() const { detail::require_range("rating", rating, 0, 10); }

}  // namespace stretchcore
