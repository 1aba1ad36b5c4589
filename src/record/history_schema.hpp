#pragma once

#include <span>
#include <string>

#include <stretchcore/record/history.hpp>

#include "database.hpp"

namespace stretchcore::detail {

/// What brings a database from each schema to the next, the first from none. Once released, a step is never changed.
std::span<const char* const> history_steps();

/// Takes the steps that a database has not yet taken. Throws `RecordError` for a schema beyond them, and
/// `CorruptRecord` for what is no history.
void migrate(const Database& database, std::span<const char* const> steps);

/// A connection to a history of today's schema.
Database open_history(const std::string& path, const HistoryOptions& options);

}  // namespace stretchcore::detail
