#include <stretchcore/error.hpp>
#include <stretchcore/quantity/time.hpp>

namespace stretchcore::detail {

void refuse_seconds() { throw InvalidModel("time", "must be a finite number of seconds, at most a century"); }

}  // namespace stretchcore::detail
