#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

#include <stretchcore/error.hpp>
#include <stretchcore/record/history.hpp>

#include "document/json_document.hpp"
#include "history_progress.hpp"
#include "history_row.hpp"
#include "history_schema.hpp"

namespace stretchcore {
namespace detail {

/// A connection, until it is closed, and who may use it.
class HistoryFile {
 public:
  explicit HistoryFile(Database database) : path_(database.path()), database_(std::move(database)) {}

  /// Calls with the database, one thread at a time.
  template <class Call>
  auto use(Call&& call) {
    const std::lock_guard lock{mutex_};
    if (!database_) throw RecordError(path_ + ": the history was closed");
    return call(std::as_const(*database_));
  }
  void close() {
    const std::lock_guard lock{mutex_};
    database_.reset();
  }

 private:
  std::string path_;
  std::optional<Database> database_;
  std::mutex mutex_;
};

namespace {

template <class Visit>
void each_session(const Database& database, const std::string& person, const Which& which, Visit&& visit) {
  Statement statement{database, "SELECT " + columns_to_read() +
                                    " FROM session WHERE person = ?1 AND at >= ?2 AND at < ?3"
                                    " AND (?4 IS NULL OR exercise = ?4) ORDER BY at"};
  statement.bind(1, person).bind(2, std::int64_t{which.since.count()}).bind(3, std::int64_t{which.until.count()});
  statement.bind(4, which.exercise ? Cell{*which.exercise} : Cell{});
  while (statement.step()) visit(row_at(database, statement));
}

/// All of the log goes into the database, and the log is emptied.
void empty_log(const Database& database) {
  if (database.number("PRAGMA wal_checkpoint(TRUNCATE)") != 0) {
    throw RecordError(database.path() + ": another process reads what was erased; erase again");
  }
}

/// A line of an export, with its number in front of what is wrong with it.
PastSession read_line(std::string_view line, std::size_t number) {
  const std::string place = "line " + std::to_string(number);
  try {
    return read_document<PastSession>(line);
  } catch (const DocumentError& error) {
    throw DocumentError(place + (error.path().empty() ? "" : ", " + error.path()),
                        std::string{error.what()}.substr(
                            (error.path().empty() ? std::string_view{"document"} : error.path()).size() + 2));
  }
}

}  // namespace
}  // namespace detail

using detail::Database;

History::History(const std::string& path, const HistoryOptions& options)
    : file_(std::make_unique<detail::HistoryFile>(detail::open_history(path, options))) {}

History::History(History&&) noexcept = default;
History& History::operator=(History&&) noexcept = default;
History::~History() = default;

void History::close() { file_->close(); }

bool History::add(const std::string& person, Time at, const Summary& summary) {
  const PastSession session{person, at, summary};
  return file_->use([&](const Database& database) {
    detail::Transaction transaction{database, detail::Transaction::To::write};
    const bool added = detail::insert(database, session);
    transaction.commit();
    return added;
  });
}

std::vector<std::string> History::persons() const {
  return file_->use([&](const Database& database) {
    std::vector<std::string> persons;
    detail::Statement statement{database, "SELECT DISTINCT person FROM session ORDER BY person"};
    while (statement.step()) {
      const detail::Cell person = statement.cell(0);
      if (!std::holds_alternative<std::string>(person)) database.fail(SQLITE_CORRUPT);
      persons.push_back(std::get<std::string>(person));
    }
    return persons;
  });
}

std::vector<PastSession> History::sessions(const std::string& person, const Which& which) const {
  return file_->use([&](const Database& database) {
    std::vector<PastSession> sessions;
    detail::each_session(database, person, which,
                         [&](PastSession&& session) { sessions.push_back(std::move(session)); });
    return sessions;
  });
}

Progress History::progress(const std::string& person, const std::string& exercise, Time since, Time until) const {
  std::vector<ProgressPoint> points;
  file_->use([&](const Database& database) {
    detail::each_session(database, person, {exercise, since, until}, [&](const PastSession& session) {
      const Summary& summary = session.summary;
      const bool measured = summary.range_before.left.known() || summary.range_before.right.known();
      if (!measured || summary.measured_anew) return;
      points.push_back({session.at, summary.range_before, summary.gain, summary.asymmetry});
    });
  });
  return detail::progress_of(exercise, std::move(points));
}

Adherence History::adherence(const std::string& person, Time since, Time until,
                             const std::optional<std::string>& exercise) const {
  if (since < -longest_time || since > longest_time) throw InvalidModel("since", "is more than a century away");
  if (until <= since || until > longest_time) throw InvalidModel("until", "must be after since, and within a century");
  std::vector<Time> moments;
  file_->use([&](const Database& database) {
    detail::each_session(database, person, {exercise, since, until}, [&](const PastSession& session) {
      const auto& reason = session.summary.end_reason;
      const bool begun = reason != EndReason::needs_clearance && reason != EndReason::postponed;
      if (begun) moments.push_back(session.at);
    });
  });
  return detail::adherence_of(moments, since, until);
}

std::size_t History::erase(const std::string& person) {
  return file_->use([&](const Database& database) {
    detail::Transaction transaction{database, detail::Transaction::To::write};
    detail::Statement{database, "DELETE FROM session WHERE person = ?"}.bind(1, person).step();
    const auto erased = static_cast<std::size_t>(sqlite3_changes(database.handle()));
    transaction.commit();
    // First what is overwritten goes over what it overwrites; then the file is made anew, without the room that was
    // freed; then that takes its place. Also where nothing was deleted: a crash may have come in between.
    detail::empty_log(database);
    database.run("VACUUM");
    detail::empty_log(database);
    return erased;
  });
}

std::string History::export_json(const std::string& person) const {
  return file_->use([&](const Database& database) {
    std::string lines;
    detail::each_session(database, person, {},
                         [&](const PastSession& session) { lines += detail::write_document(session, -1) + "\n"; });
    return lines;
  });
}

std::size_t History::import_json(std::string_view lines) {
  return file_->use([&](const Database& database) {
    detail::Transaction transaction{database, detail::Transaction::To::write};
    std::size_t added = 0;
    for (std::size_t number = 1; !lines.empty(); ++number) {
      const std::string_view line = lines.substr(0, lines.find('\n'));
      lines.remove_prefix(std::min(line.size() + 1, lines.size()));
      if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      if (detail::insert(database, detail::read_line(line, number))) ++added;
    }
    transaction.commit();
    return added;
  });
}

void History::read_all() const {
  file_->use([&](const Database& database) {
    detail::Statement pages{database, "PRAGMA integrity_check(1)"};
    if (!pages.step() || pages.cell(0) != detail::Cell{std::string{"ok"}}) database.fail(SQLITE_CORRUPT);
    detail::Statement rows{database, "SELECT " + detail::columns_to_read() + " FROM session ORDER BY id"};
    while (rows.step()) detail::row_at(database, rows);
  });
}

}  // namespace stretchcore
