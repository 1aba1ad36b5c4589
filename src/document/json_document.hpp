#pragma once

#include <span>
#include <string>
#include <string_view>

#include <stretchcore/document/json.hpp>
#include <stretchcore/export.hpp>

#include "document/json_reader.hpp"
#include "document/json_writer.hpp"
#include "document/migrations.hpp"

namespace stretchcore::detail {

/// The value of a document, without its "schema", which must be there and be one this library reads. A document of an
/// older schema is brought to today's, which is one more than there are steps.
STRETCHCORE_API JsonValue parse_document(std::string_view text, std::span<const Migration> steps);

/// Takes the steps from a schema to today's.
STRETCHCORE_API void migrate(JsonValue& document, int schema, std::span<const Migration> steps);

STRETCHCORE_API std::string print_document(JsonValue object, int schema, int indent);

/// The schema of a document of this type that this library writes.
template <class T>
int schema_of() {
  return 1 + static_cast<int>(migrations_of<T>().size());
}

template <class T>
T read_document(std::string_view text, std::span<const Migration> steps = migrations_of<T>()) {
  return read<T>(parse_document(text, steps), Path{});
}

template <class T>
std::string write_document(const T& value, int indent) {
  return print_document(write(value), schema_of<T>(), indent);
}

}  // namespace stretchcore::detail
