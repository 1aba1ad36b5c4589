#include "journal_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <random>

#include <stretchcore/error.hpp>
#include <stretchcore/record/archive.hpp>

#include "files.hpp"
#include "parts.hpp"
#include "with_file.hpp"

namespace stretchcore::detail {
namespace {

void append(OpenJournal& journal, std::span<const std::byte> bytes) {
  const int error = write_all(*journal.files, journal.file.number(), bytes);
  if (error != 0) fail_on(journal.path, "cannot be written", error);
  journal.size += bytes.size();
  journal.checksum.process_bytes(bytes.data(), bytes.size());
}

std::uint32_t draw_salt(const std::string& path) {
  try {
    return std::random_device{}();
  } catch (const std::exception& error) {
    throw RecordError(path + ": nothing to draw a salt from: " + error.what());
  }
}

/// The file begins with the session, which has been read back before anything is promised of it.
void write_beginning(OpenJournal& journal, std::span<const std::byte> by, std::span<const std::byte> session) {
  journal.salt = draw_salt(journal.path);
  append(journal, journal_header(journal.salt));
  std::vector<std::byte> entries;
  add_entry(entries, journal.salt, journal.number++, Entry::made_by, by);
  each_part(session, [&](std::span<const std::byte> part) {
    add_entry(entries, journal.salt, journal.number++, Entry::start, part);
  });
  append(journal, entries);
  if (journal.files->sync(journal.file.number()) != 0) fail_on(journal.path, "cannot be synced", errno);
  sync_folder(*journal.files, journal.path);
}

}  // namespace

OpenJournal open_journal(const std::string& path, int flags) {
  FileSystem& files = file_system();
  // The path may name a pipe without a reader: opening it must not block.
  OpenFile file{files, files.open(path.c_str(), flags | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0600)};
  if (file.number() < 0 && errno == EEXIST) throw RecordError(path + ": is there already; resume it, or take another");
  if (file.number() < 0) fail_on(path, "cannot be opened", errno);
  const int error = files.lock(file.number()) == 0 ? 0 : errno;
  if (error != 0 && (flags & O_CREAT) != 0) files.unlink(path.c_str());
  if (error != 0 && error != EWOULDBLOCK) fail_on(path, "cannot be locked", error);
  // `resume` puts a new file in the place of the journal: the lock must not be one on the old file.
  if (error != 0 || !files.is_at(file.number(), path.c_str())) {
    throw RecordError(path + ": is written by another process");
  }
  return {&files, path, std::move(file)};
}

std::unique_ptr<JournalWriter> begin_journal(const std::string& path, const Session& session,
                                             const JournalOptions& options) {
  const std::vector<std::byte> record = with_file(path, [&] {
    std::vector<std::byte> written = to_archive(session);
    from_archive<Session>(written);
    return written;
  });
  OpenJournal journal = open_journal(path, O_WRONLY | O_CREAT | O_EXCL);
  try {
    BodyWriter body;
    write_beginning(journal, content_of(body, made_by(session.options().language)), record);
    return std::make_unique<JournalWriter>(std::move(journal), options);
  } catch (...) {
    file_system().unlink(path.c_str());
    throw;
  }
}

}  // namespace stretchcore::detail
