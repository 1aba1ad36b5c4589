#include <stretchcore/error.hpp>
#include <stretchcore/session/frame.hpp>

#include "model/require.hpp"

namespace stretchcore {

void Frame::validate() const {
  using detail::require;
  require(sessions_before.value_or(0) >= 0, "sessions_before", "is negative");
  require(blocks.value_or(1) >= 1, "blocks", "is less than one");
  require(repetitions.value_or(1) >= 1, "repetitions", "is less than one");
}

}  // namespace stretchcore
