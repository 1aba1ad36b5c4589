#pragma once

#include <span>

#include <stretchcore/export.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/person.hpp>

#include "document/json_tree.hpp"

namespace stretchcore::detail {

/// Turns a document of one schema into one of the next: renames a member, fills in what is new. It is handed the tree
/// without its "schema", which `parse_document` has checked.
using Migration = void (*)(JsonValue& document);

/// What brings a document of type `T` from schema 1 to the next, from that to the one after, and so on: the first step
/// leads from 1 to 2. Exercises, persons, options, phrase packs and summaries are read for ever, so a released step is
/// never changed. A type that did not change takes a step that does nothing.
template <class T>
std::span<const Migration> migrations_of() {
  return {};
}

/// 1 → 2: a motion that was left out was hip abduction, and a level that was left out 28°.
template <>
STRETCHCORE_API std::span<const Migration> migrations_of<Exercise>();

/// 1 → 2: a bare number for every joint became a limit of hip abduction and one of hip flexion, which were measured
/// then.
template <>
STRETCHCORE_API std::span<const Migration> migrations_of<Person>();

}  // namespace stretchcore::detail
