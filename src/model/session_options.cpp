#include <stretchcore/model/session_options.hpp>

#include "model/require.hpp"

namespace stretchcore {

using namespace literals;

void SessionOptions::validate() const {
  detail::require_language("language", language);
  detail::require_range("output_latency", output_latency, 0_s, 5_s);
  detail::require_range("sessions_before", sessions_before, 0, 1'000'000);
  if (neutral) {
    // Further from zero than a pelvis goes.
    detail::require_range("neutral.tilt", neutral->tilt, -60_deg, 60_deg);
    detail::require_range("neutral.list", neutral->list, -45_deg, 45_deg);
    detail::require_range("neutral.rotation", neutral->rotation, -60_deg, 60_deg);
  }
  detail::validate_members(*this);
}

}  // namespace stretchcore
