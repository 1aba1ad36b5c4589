#pragma once

#include <string>
#include <string_view>

#include <stretchcore/document/json.hpp>

#include "document/json_document.hpp"

// What json.cpp and json_session.cpp compile for their types.

namespace stretchcore {

template <class T>
std::string to_json(const T& value, int indent) {
  return detail::write_document(value, indent);
}

template <class T>
T from_json(std::string_view text) {
  return detail::read_document<T>(text);
}

}  // namespace stretchcore
