#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <stretchcore/record/history.hpp>

#include "database.hpp"

namespace stretchcore::detail {

// A row of the table `session`: a number, columns to search and to compare, and the record that they are derived from.

/// Adds a session; false if just this one is there already. Throws `RecordError` if another one is.
bool insert(const Database& database, const PastSession& session);

/// The columns that `row_at` reads, to follow SELECT.
const std::string& columns_to_read();
/// The session of the row a statement stands at. Throws `CorruptRecord` where the record is damaged or the columns say
/// something else.
PastSession row_at(const Database& database, const Statement& statement);

}  // namespace stretchcore::detail
