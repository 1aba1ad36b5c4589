#pragma once

#include <string>
#include <string_view>

#include <stretchcore/document/json.hpp>
#include <stretchcore/export.hpp>

#include "document/json_reader.hpp"
#include "document/json_writer.hpp"

namespace stretchcore::detail {

/// The value of a document, without its "schema", which must be there and be one this library reads.
STRETCHCORE_API JsonValue parse_document(std::string_view text);

STRETCHCORE_API std::string print_document(JsonValue object, int indent);

template <class T>
T read_document(std::string_view text) {
  return read<T>(parse_document(text), Path{});
}

template <class T>
std::string write_document(const T& value, int indent) {
  return print_document(write(value), indent);
}

}  // namespace stretchcore::detail
