#include "archive_instances.hpp"

namespace stretchcore {

STRETCHCORE_INSTANTIATE_ARCHIVE(Exercise)
STRETCHCORE_INSTANTIATE_ARCHIVE(Person)
STRETCHCORE_INSTANTIATE_ARCHIVE(SessionOptions)

}  // namespace stretchcore
