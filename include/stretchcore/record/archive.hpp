#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include <stretchcore/record/export_archive.hpp>
#include <stretchcore/session/analyse.hpp>
#include <stretchcore/session/session.hpp>

namespace stretchcore {

/// What can be kept, each as a kind of its own. What is only a part of one of these is kept with it.
using Archived =
    std::variant<Exercise, Person, SessionOptions, SessionState, Session, Summary, Analysis, Recording, Repetition>;

inline constexpr std::uint32_t archive_schema = 1;  ///< of the records this library writes; it reads no newer one
inline constexpr std::size_t longest_record = 64 * 1024 * 1024;  ///< [bytes]

/// A value as a checked record: a header with the kind, the schema and two checksums, then the members in their order
/// (docs/records.md). The same value gives the same bytes under every compiler. Throws `RecordError` for what no record
/// can hold, as a number that is not finite.
template <class T>
std::vector<std::byte> to_archive(const T& value);

/// Reads what `to_archive` wrote. Nothing is allocated beyond what the bytes can hold. Throws `CorruptRecord` for
/// damage, with its place, and `RecordError` for another kind or a newer schema.
template <class T>
T from_archive(std::span<const std::byte> record);

/// The same, of the kind that the record says.
STRETCHCORE_ARCHIVE_API Archived from_archive(std::span<const std::byte> record);

/// Writes a record to a file, for its owner only (0600). Power may fail at any moment: there is either the old file or
/// the new one, whole. The old one stays beside it as `path` + ".1", where the file system has links. Throws
/// `RecordError` for whatever keeps it from being on the disk; one of the two is still there, whole.
template <class T>
void save(const T& value, const std::string& path);

/// Reads a file that `save` wrote. Throws as `from_archive` does, with the file in front.
template <class T>
T load(const std::string& path);
STRETCHCORE_ARCHIVE_API Archived load(const std::string& path);

/// What is in a record of `archive_schema`, and in the entries of a journal of `entry_schema`, member by member, as a
/// JSON document: enough to write a reader from.
STRETCHCORE_ARCHIVE_API std::string archive_layout();

}  // namespace stretchcore
