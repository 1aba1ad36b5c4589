#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "document/json_document.hpp"
#include "document/migrations.hpp"

namespace stretchcore::detail {

/// The body of a record as the document that `to_json` would have written, read by a layout that was published for its
/// schema (`archive_layout`). Throws `CorruptRecord`.
JsonValue document_of(std::span<const std::byte> body, std::string_view kind, const JsonValue& layout);

/// A value from the body of a record of an older schema: its document is brought to today's schema, then read.
template <class T>
T read_older(std::span<const std::byte> body, std::string_view kind, const JsonValue& layout, int schema,
             std::span<const Migration> steps = migrations_of<T>()) {
  JsonValue document = document_of(body, kind, layout);
  migrate(document, schema, steps);
  try {
    return read<T>(document, Path{});
  } catch (const DocumentError& error) {
    throw CorruptRecord(error.path(), "is not what its schema says");  // the reader's own words hold the value
  }
}

}  // namespace stretchcore::detail
