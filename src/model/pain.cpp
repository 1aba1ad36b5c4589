#include <stretchcore/model/pain.hpp>

#include "model/require.hpp"

namespace stretchcore {

void PainLimits::validate() const {
  detail::require_range("amber_from", amber_from, 1, 10);  // no pain at all is green
  detail::require_range("red_from", red_from, amber_from, 10);
}

}  // namespace stretchcore
