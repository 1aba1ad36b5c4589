#include "database.hpp"

#include <chrono>
#include <utility>

#include <stretchcore/error.hpp>
#include <stretchcore/record/archive.hpp>

#include "files.hpp"

namespace stretchcore::detail {
namespace {

/// A name that SQLite has no meaning of its own for, as ":memory:" or "file:…".
std::string plain_name(const std::string& path) { return path.starts_with('/') ? path : "./" + path; }

constexpr int longest_cell = static_cast<int>(longest_record) + 1024 * 1024;

}  // namespace

Database::Database(std::string path, Time patience) : path_(std::move(path)), patience_(patience) {
  sqlite3* connection = nullptr;
  // Without a lock of SQLite's own: a history has one.
  const int opened = sqlite3_open_v2(plain_name(path_).c_str(), &connection,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  connection_.reset(connection);
  if (connection == nullptr) fail(SQLITE_NOMEM);
  if (opened != SQLITE_OK) fail(opened);
  sqlite3_busy_timeout(connection,
                       static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(patience).count()));
  sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, longest_cell);
  // What a stranger's file holds beside tables, as triggers, must not run.
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
}

void Database::fail(int code) const {
  switch (code & 0xff) {
    case SQLITE_CANTOPEN:
      if (const int error = sqlite3_system_errno(handle()); error != 0) fail_on(path_, "cannot be opened", error);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw RecordError(path_ + ": another process was busy with it for too long");
    case SQLITE_NOTADB:
      throw CorruptRecord("header", "this is no history of stretchcore", path_);
    case SQLITE_CORRUPT:
      throw CorruptRecord("database", "its pages are damaged", path_);
    case SQLITE_ERROR:
      throw CorruptRecord("database", "has other tables than its schema says", path_);
    default:
      break;
  }
  throw RecordError(path_ + ": " + sqlite3_errstr(code));
}

void Database::run(const std::string& sql) const {
  if (const int code = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK) fail(code);
}

std::int64_t Database::number(const std::string& sql) const {
  Statement statement{*this, sql};
  if (!statement.step()) fail(SQLITE_ERROR);
  const Cell cell = statement.cell(0);
  const auto* number = std::get_if<std::int64_t>(&cell);
  if (number == nullptr) fail(SQLITE_ERROR);
  return *number;
}

Statement::Statement(const Database& database, std::string_view sql) : database_(database) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  statement_.reset(statement);
  if (code != SQLITE_OK) database.fail(code);
}

Statement& Statement::bind(int place, const Cell& cell) {
  struct Binder {
    sqlite3_stmt* to;
    int place;
    int operator()(std::monostate) const { return sqlite3_bind_null(to, place); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(to, place, value); }
    int operator()(double value) const { return sqlite3_bind_double(to, place, value); }
    int operator()(const std::string& value) const {
      return sqlite3_bind_text64(to, place, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
  };
  if (const int code = std::visit(Binder{statement_.get(), place}, cell); code != SQLITE_OK) database_.fail(code);
  return *this;
}

Statement& Statement::bind(int place, std::span<const std::byte> bytes) {
  const int code = sqlite3_bind_blob64(statement_.get(), place, bytes.data(), bytes.size(), SQLITE_STATIC);
  if (code != SQLITE_OK) database_.fail(code);
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) database_.fail(code);
  return code == SQLITE_ROW;
}

Cell Statement::cell(int column) const {
  switch (sqlite3_column_type(statement_.get(), column)) {
    case SQLITE_INTEGER:
      return std::int64_t{sqlite3_column_int64(statement_.get(), column)};
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement_.get(), column);
    case SQLITE_NULL:
      return {};
    default: {  // a text; bytes where a text should be are told by the comparison
      const std::span<const std::byte> letters = bytes(column);
      return std::string{reinterpret_cast<const char*>(letters.data()), letters.size()};
    }
  }
}

std::span<const std::byte> Statement::bytes(int column) const {
  // In this order: asking for the bytes may move them.
  const auto* first = static_cast<const std::byte*>(sqlite3_column_blob(statement_.get(), column));
  return {first, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

}  // namespace stretchcore::detail
