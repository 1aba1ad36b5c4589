#include "history_schema.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <mutex>
#include <thread>

#include <stretchcore/error.hpp>

#include "files.hpp"

namespace stretchcore::detail {
namespace {

// Every column but `id` and `record` is in the record, too (history_row.cpp). A person has one session at a moment.
constexpr std::array<const char*, history_schema> steps{R"(
CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  person TEXT NOT NULL,
  at INTEGER NOT NULL,      -- ns since 1970 (UTC)
  exercise TEXT NOT NULL,
  end_reason TEXT,
  repetitions INTEGER NOT NULL,
  range_left REAL,          -- degrees, of the first measuring
  error_left REAL,
  range_right REAL,
  error_right REAL,
  gain REAL,                -- degrees, of the mean of both sides
  gain_verdict TEXT NOT NULL,
  difference REAL,          -- degrees, right - left
  side_verdict TEXT NOT NULL,
  record BLOB NOT NULL,
  UNIQUE (person, at)
) STRICT;)"};

constexpr std::int64_t our_id = 0x53434831;  // "SCH1"

/// An empty file for its owner, which SQLite takes for an empty database; its log will have the same mode.
void make_file(const std::string& path) {
  FileSystem& files = file_system();
  {
    // Closing any descriptor of a file gives up all locks that this process has on it: not while another thread, which
    // found the file there, begins to use it.
    static std::mutex one_at_a_time;
    const std::lock_guard lock{one_at_a_time};
    const OpenFile file{files, files.open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
    if (file.number() < 0 && errno != EEXIST) fail_on(path, "cannot be created", errno);
    if (file.number() < 0) return;
  }
  sync_folder(files, path);
}

/// To be asked in a transaction: while another process begins the history, the answers change one by one.
std::int64_t schema_of(const Database& database, std::size_t newest) {
  const std::int64_t schema = database.number("PRAGMA user_version");
  const std::int64_t id = database.number("PRAGMA application_id");
  const bool empty = id == 0 && schema == 0 && database.number("SELECT count(*) FROM sqlite_schema") == 0;
  if ((id != our_id && !empty) || schema < 0) {
    throw CorruptRecord("header", "this is no history of stretchcore", database.path());
  }
  if (schema > static_cast<std::int64_t>(newest)) {
    throw RecordError(database.path() + ": the history has schema " + std::to_string(schema) +
                      "; this library reads up to " + std::to_string(newest));
  }
  return schema;
}

bool up_to_date(const Database& database, std::size_t newest) {
  const Transaction transaction{database, Transaction::To::read};
  return schema_of(database, newest) == static_cast<std::int64_t>(newest);
}

/// With a log that others read beside. SQLite does not wait for others in this one case, so we do.
void keep_log(const Database& database) {
  const auto until = std::chrono::steady_clock::now() + database.patience();
  for (;;) {
    try {
      Statement statement{database, "PRAGMA journal_mode = WAL"};
      if (statement.step() && statement.cell(0) == Cell{std::string{"wal"}}) return;
      throw RecordError(database.path() + ": its file system has no shared memory, which a history needs");
    } catch (const RecordError&) {
      const bool busy = (sqlite3_errcode(database.handle()) & 0xff) == SQLITE_BUSY;
      if (!busy || std::chrono::steady_clock::now() > until) throw;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{2});
  }
}

}  // namespace

std::span<const char* const> history_steps() { return steps; }

void migrate(const Database& database, std::span<const char* const> all) {
  if (up_to_date(database, all.size())) return;
  Transaction transaction{database, Transaction::To::write};
  // Somebody else may have come first.
  for (auto taken = static_cast<std::size_t>(schema_of(database, all.size())); taken < all.size(); ++taken) {
    database.run(all[taken]);
  }
  database.run("PRAGMA application_id = " + std::to_string(our_id));
  database.run("PRAGMA user_version = " + std::to_string(all.size()));
  transaction.commit();
}

Database open_history(const std::string& path, const HistoryOptions& options) {
  if (options.create) make_file(path);
  Database database{path, options.patience};
  up_to_date(database, steps.size());  // throws before anything is written to a file that is not ours
  keep_log(database);
  for (const char* setting : {
           "synchronous = FULL",  // the log is on the disk when a call returns
           "fullfsync = ON",      // where syncing alone does not reach the disk
           "checkpoint_fullfsync = ON",
           "secure_delete = ON",   // what is deleted is overwritten
           "temp_store = MEMORY",  // no file that nobody asked for
           "cell_size_check = ON",
       }) {
    database.run(std::string{"PRAGMA "} + setting);
  }
  migrate(database, steps);
  return database;
}

}  // namespace stretchcore::detail
