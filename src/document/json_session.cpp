#include <stretchcore/document/json.hpp>
#include <stretchcore/session/analyse.hpp>
#include <stretchcore/session/state.hpp>
#include <stretchcore/session/summary.hpp>

#include "document/json_document.hpp"

// The types of the session room, beside json.cpp only to keep both quick to compile.

namespace stretchcore {

template <class T>
std::string to_json(const T& value, int indent) {
  return detail::write_document(value, indent);
}

template <class T>
T from_json(std::string_view text) {
  return detail::read_document<T>(text);
}

template std::string to_json(const Summary&, int);
template std::string to_json(const Analysis&, int);
template std::string to_json(const SessionState&, int);

template Summary from_json<Summary>(std::string_view);
template Analysis from_json<Analysis>(std::string_view);
template SessionState from_json<SessionState>(std::string_view);

}  // namespace stretchcore
