#pragma once

#include <memory>
#include <span>
#include <string>

#include <stretchcore/record/journal.hpp>

#include "body.hpp"
#include "journal_writer.hpp"

namespace stretchcore::detail {

/// A value as the content of an entry, valid until `body` is written again.
template <class T>
std::span<const std::byte> content_of(BodyWriter& body, const T& value) {
  body.clear();
  detail::write(body, value, {});
  return body.bytes();
}

/// Opens a journal for this process alone; `flags` are those of the system. Throws `RecordError`.
OpenJournal open_journal(const std::string& path, int flags);

/// Begins the journal of a session. One that cannot be begun leaves no file in the way of the next one. Throws
/// `RecordError`.
std::unique_ptr<JournalWriter> begin_journal(const std::string& path, const Session& session,
                                             const JournalOptions& options);

}  // namespace stretchcore::detail
