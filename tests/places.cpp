#include "places.hpp"

namespace stretchcore {

// The only file compiled with the path of the checkout: a compiler cache serves all others to another checkout.
std::filesystem::path source_folder() { return STRETCHCORE_SOURCE_DIR; }

}  // namespace stretchcore
