#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <variant>

#include <stretchcore/quantity/time.hpp>

namespace stretchcore::detail {

/// What a column of ours holds; a record is bytes.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

/// A connection to an SQLite file. Whatever goes wrong is thrown as `RecordError`, damage as `CorruptRecord`, in words
/// of SQLite that hold nothing of what is kept.
class Database {
 public:
  /// The file must be there.
  Database(std::string path, Time patience);

  const std::string& path() const { return path_; }
  Time patience() const { return patience_; }
  sqlite3* handle() const { return connection_.get(); }

  /// One statement, whose rows nobody asks for.
  void run(const std::string& sql) const;
  /// The first number that a statement gives.
  std::int64_t number(const std::string& sql) const;
  [[noreturn]] void fail(int code) const;

 private:
  struct Close {
    void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
  };

  std::string path_;
  Time patience_;
  std::unique_ptr<sqlite3, Close> connection_;
};

class Statement {
 public:
  Statement(const Database& database, std::string_view sql);

  /// Parameters count from 1. Bytes must outlive the statement.
  Statement& bind(int place, const Cell& cell);
  Statement& bind(int place, std::span<const std::byte> bytes);

  /// Whether there is a row; its columns count from 0 and are valid until the next step.
  bool step();
  Cell cell(int column) const;
  std::span<const std::byte> bytes(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };

  const Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// All of it or nothing, and everything read in it is of one moment. Who will write asks for the right to at once:
/// who reads first and writes then may be refused.
class Transaction {
 public:
  enum class To { read, write };

  Transaction(const Database& database, To to) : database_(database) {
    database_.run(to == To::read ? "BEGIN" : "BEGIN IMMEDIATE");
  }
  ~Transaction() {
    if (!committed_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit() {
    database_.run("COMMIT");
    committed_ = true;
  }

 private:
  const Database& database_;
  bool committed_ = false;
};

}  // namespace stretchcore::detail
