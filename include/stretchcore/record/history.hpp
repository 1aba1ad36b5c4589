#pragma once

#include <boost/describe/class.hpp>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/balance/across.hpp>
#include <stretchcore/record/export_history.hpp>
#include <stretchcore/session/summary.hpp>

namespace stretchcore {

namespace detail {
class HistoryFile;
}

/// What came of one session of a person.
struct PastSession {
  std::string person;  ///< the app's own opaque key, never a name
  Time at{0};          ///< by the app's wall clock, since the beginning of 1970 (UTC)
  Summary summary;

  STRETCHCORE_HISTORY_API void validate() const;
  bool operator==(const PastSession&) const = default;
};
BOOST_DESCRIBE_STRUCT(PastSession, (), (person, at, summary))

/// Which sessions of a person are asked for.
struct Which {
  std::optional<std::string> exercise{};  ///< by its id; nothing: all of them
  Time since = -longest_time;             ///< included
  Time until = longest_time;              ///< not included
};

/// One session of a progress. Its range is that of the first measuring, before anything was stretched: only these can
/// be compared from one day to the next. A session that was measured anew in its middle has none.
struct ProgressPoint {
  Time at{0};
  Bilateral<Estimate> range{};
  Gain gain{};  ///< within this session
  Asymmetry asymmetry{};

  bool operator==(const ProgressPoint&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProgressPoint, (), (at, range, gain, asymmetry))

/// What the sessions of one exercise say together.
struct Progress {
  std::string exercise;
  std::vector<ProgressPoint> points;        ///< of sessions in which a range was measured, in order
  Bilateral<std::optional<Trend>> trend{};  ///< of each side's range [° a day]
  Bilateral<Gain> change{};                 ///< of each side, from its first range to its last
  std::optional<Trend> difference_trend{};  ///< of right − left [° a day]
  Consistency sides{};                      ///< which side was the tighter one

  bool operator==(const Progress&) const = default;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (exercise, points, trend, change, difference_trend, sides))

/// How regularly somebody stretches. A start that was refused for want of a clearance is no session.
struct Adherence {
  int sessions = 0;
  double a_week = 0.0;     ///< on average
  std::vector<int> weeks;  ///< sessions in each seven days; the last end at `until`, the first may begin before `since`

  bool operator==(const Adherence&) const = default;
};
BOOST_DESCRIBE_STRUCT(Adherence, (), (sessions, a_week, weeks))

struct HistoryOptions {
  bool create = true;             ///< where there is no file yet
  Time patience{10'000'000'000};  ///< so long a call waits for others that write
};

inline constexpr int history_schema = 1;  ///< of the databases this library writes; it reads older ones and no newer

/// The sessions of some persons in one file, an SQLite database (docs/records.md).
///
/// What was added is on the disk when the call returns, and a crash at any moment leaves it whole. Several processes
/// may write and read at once; a reader sees what was there when it began. Each session is a checked record; what the
/// database says beside it is compared with it whenever it is read. A history may be used from several threads, which
/// wait for each other.
///
/// Every call throws `RecordError` for a file that cannot be opened, read or written, and `CorruptRecord` for damage,
/// with the session's number in the table, never with what was measured.
class STRETCHCORE_HISTORY_API History {
 public:
  /// Opens a history, or begins one, for its owner only (0600). A newer schema is refused, an older one brought up to
  /// date.
  explicit History(const std::string& path, const HistoryOptions& options = {});
  History(History&&) noexcept;
  History& operator=(History&&) noexcept;
  ~History();
  /// Gives the file free, as the destructor does.
  void close();

  /// Adds a session. False if it is there already, so that whoever does not know may add it again; another one of the
  /// same person and moment is refused.
  bool add(const std::string& person, Time at, const Summary& summary);

  std::vector<std::string> persons() const;
  /// In order of time.
  std::vector<PastSession> sessions(const std::string& person, const Which& which = {}) const;
  Progress progress(const std::string& person, const std::string& exercise, Time since = -longest_time,
                    Time until = longest_time) const;
  /// Of all exercises, unless one is named. Throws `InvalidModel` where `until` is not after `since`.
  Adherence adherence(const std::string& person, Time since, Time until,
                      const std::optional<std::string>& exercise = {}) const;

  /// Removes all of a person: nothing of it is left in the file or beside it. How many sessions it were. Where it
  /// throws, something may be left in the files: erase again.
  std::size_t erase(const std::string& person);

  /// A person's sessions as JSON documents, one a line.
  std::string export_json(const std::string& person) const;
  /// Adds what `export_json` wrote, all of it or nothing; how many were not yet there. Throws `DocumentError` with the
  /// line, too.
  std::size_t import_json(std::string_view lines);

  /// Reads everything and throws what is wrong. Queries read only what they are asked for.
  void read_all() const;

 private:
  std::unique_ptr<detail::HistoryFile> file_;
};

}  // namespace stretchcore
