#include <stretchcore/document/json.hpp>
#include <stretchcore/session/analyse.hpp>
#include <stretchcore/session/summary.hpp>

#include "document/json_functions.hpp"

// The types of the session room, beside json.cpp only to keep both quick to compile.

namespace stretchcore {

template STRETCHCORE_API std::string to_json(const Summary&, int);
template STRETCHCORE_API std::string to_json(const Analysis&, int);

template STRETCHCORE_API Summary from_json<Summary>(std::string_view);
template STRETCHCORE_API Analysis from_json<Analysis>(std::string_view);

}  // namespace stretchcore
