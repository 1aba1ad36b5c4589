#include <stretchcore/model/person.hpp>

#include "model/require.hpp"

namespace stretchcore {

using namespace literals;

void Person::validate() const {
  detail::require_range("prescription", prescription, 0_deg, 180_deg);
  detail::require_range("clinician_limit", clinician_limit, 0_deg, 180_deg);
}

}  // namespace stretchcore
