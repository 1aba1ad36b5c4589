#include <stretchcore/model/error_model.hpp>

#include "model/require.hpp"

namespace stretchcore {

using namespace literals;

void ErrorModel::validate() const {
  detail::require_range("repetition", repetition, 0_deg, 30_deg);
  detail::require_range("session", session, 0_deg, 30_deg);
  detail::require_range("pelvis_line", pelvis_line, 0_deg, 30_deg);
  detail::require_range("correlation", correlation, 0.0, 0.95);
}

}  // namespace stretchcore
