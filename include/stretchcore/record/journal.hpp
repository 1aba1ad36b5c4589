#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <stretchcore/record/export_archive.hpp>
#include <stretchcore/session/session.hpp>
#include <stretchcore/session/summary.hpp>

namespace stretchcore {

namespace detail {
class JournalWriter;
}

/// What to do about a journal that does not end as it should.
enum class Recovery {
  tail,    ///< what was not yet on the disk when it ended may be missing or torn; damage before that is an error
  strict,  ///< any damage is an error, a torn end too
  prefix,  ///< all up to the first damage
  salvage  ///< whatever is still whole, for reading only
};
BOOST_DESCRIBE_ENUM(Recovery, tail, strict, prefix, salvage)

struct JournalOptions {
  std::size_t room = 1024 * 1024;         ///< what may wait to be written [bytes], at least 256 KiB
  Time sync_every{1'000'000'000};         ///< so much is lost at most where the power fails, of what nobody said
  Time checkpoint_every{60'000'000'000};  ///< of the session's own time: no more than that is played again
};

/// A session that is kept as it goes. Every input is on its way to the disk before it is acted on, so that a session
/// that a crash has ended goes on from its journal (`resume`) as if nothing had been, and any session can be played
/// again (`replay`).
///
/// The calls are those of `Session`, for one thread at a time; `written`, `durable`, `failure` and `sync` are for any.
/// `sync`, `finish`, `close`, `wait` and the destructor wait for the disk. Nothing else does: a thread of the journal's
/// own writes. Where it cannot keep up, postures and ticks are not taken, by the session neither, and
/// `SampleRejected(journal_full)` says so; a report, `end` and `seal` wait for room, which is a matter of milliseconds
/// while the disk writes at all, and are never lost. A disk that fails ends the journal and not the session: `failure`
/// says why.
class STRETCHCORE_ARCHIVE_API JournaledSession {
 public:
  /// Begins a journal. Throws `RecordError` if the file is there already or cannot be made, and what `Session` throws.
  JournaledSession(const std::string& path, Exercise exercise, Person person = {}, SessionOptions options = {},
                   const JournalOptions& journal = {});
  /// The same for a session that is made already, as one in a frame. It goes on as it will be read from the journal:
  /// with a plan of its own, and the catalog to offer from.
  JournaledSession(const std::string& path, const Session& session, const JournalOptions& journal = {});
  /// Goes on with a session and a writer of one's own.
  JournaledSession(Session session, std::unique_ptr<detail::JournalWriter> writer, const JournalOptions& journal = {});
  JournaledSession(JournaledSession&&) noexcept;
  JournaledSession& operator=(JournaledSession&&) noexcept;
  /// Writes what waits. The journal stays open to `resume`, unless it was closed.
  ~JournaledSession();

  std::span<const Event> apply(const Input& input);
  std::span<const Event> observe(const Posture& posture) { return apply(posture); }
  std::span<const Event> report(const Report& report);
  std::span<const Event> tick(Time now) { return apply(Tick{now}); }
  /// Enough, and the books are closed, the journal's too: `end`, then `wait`.
  Summary finish(Time now, EndReason reason = EndReason::finished_by_app);
  /// The same without waiting for the disk.
  Summary end(Time now, EndReason reason = EndReason::finished_by_app);
  /// No more goes into the journal, and it says that it is whole. Does not wait for the disk.
  void seal();
  /// After `end` or `seal`: waits until the journal is on the disk, or cannot be, and gives the file free. Any thread
  /// may call it.
  void wait();
  /// `seal`, then `wait`: this journal is whole, and on the disk. Throws `RecordError` where it is not.
  void close();

  /// To look at: what it is told beside its journal is not in it.
  const Session& session() const { return session_; }

  std::uint64_t taken() const { return taken_; }  ///< inputs so far, in this process
  std::uint64_t written() const;  ///< of these, handed to the system: no crash of this process loses them
  std::uint64_t durable() const;  ///< of these, on the disk: no loss of power does
  /// Waits until all are durable. Throws `RecordError` where that failed.
  void sync();
  /// What keeps the journal from being written; empty while nothing does.
  std::string failure() const;

 private:
  void keep(std::span<const Event> events);
  void keep(const Summary& summary, bool may_wait);

  Session session_;
  std::unique_ptr<detail::JournalWriter> writer_;
  JournalOptions options_;
  std::uint64_t taken_ = 0;
  std::uint32_t refused_ = 0;  ///< postures and ticks since the last that was taken
  Time checkpoint_{0};
  std::vector<Event> rejection_;
};

/// Goes on with a session whose journal was not closed: from its last checkpoint, with what came later played again,
/// which has to tell the events that were told. `away` is how long nobody guided, by the app's wall clock: after more
/// than 10 s she may have got up, so the session comes back to `Action::away`, a pause after which she is set up and
/// measured anew. The times of what comes next go on from `session().state().now`. A symbolic link is followed, and a
/// journal with several names (hard links) is written in its place: there is one journal in any case.
///
/// Throws `CorruptRecord` for damage that `recovery` does not allow, and `RecordError` for a journal that was closed,
/// that another process writes, that another engine or other phrases wrote (`recorded` shows it), or whose replay tells
/// other events.
STRETCHCORE_ARCHIVE_API JournaledSession resume(const std::string& path, Time away = Time{0},
                                                Recovery recovery = Recovery::tail, const JournalOptions& options = {});

inline constexpr int entry_schema = 1;  ///< of the inputs and events in a journal; their layout is in the published one

/// What wrote a journal. A session is played again only by the same engine with the same phrases: how long a phrase
/// takes to say decides when the next thing happens.
struct MadeBy {
  int engine = 0;                 ///< `engine_version`; 0 for a journal that does not say
  int entries = 0;                ///< `entry_schema`
  std::string language{};         ///< that the session spoke
  std::uint64_t phrase_pack = 0;  ///< `phrase_pack_hash` of the library's phrases in that language

  bool operator==(const MadeBy&) const = default;
};
BOOST_DESCRIBE_STRUCT(MadeBy, (), (engine, entries, language, phrase_pack))

/// What this library would write for a session that speaks a language.
STRETCHCORE_ARCHIVE_API MadeBy made_by(std::string_view language);

/// Bytes of a journal that could not be read, from the first up to before the second.
struct Lost {
  std::uint64_t from = 0;
  std::uint64_t to = 0;

  bool operator==(const Lost&) const = default;
};
BOOST_DESCRIBE_STRUCT(Lost, (), (from, to))

/// A session as its journal tells it.
struct Replayed {
  Session session;                                ///< where it ended
  std::vector<Event> events;                      ///< all of them, in order
  std::map<int, std::vector<std::string>> codes;  ///< of a health question, by its id: among which conditions it asked
  std::uint64_t inputs = 0;
  bool closed = false;     ///< the journal was ended on purpose
  std::vector<Lost> lost;  ///< what could not be read
};

/// Plays a journal again from its beginning, and checks that every event is told as it was. Throws as `resume` does,
/// and `RecordError` for another event; but with `salvage` the events are what the session makes of what is left.
STRETCHCORE_ARCHIVE_API Replayed replay(const std::string& path, Recovery recovery = Recovery::tail);

/// What a journal holds, also one that another version of the library wrote.
struct Recorded {
  MadeBy made_by;
  bool can_be_replayed = false;    ///< this library wrote it: same engine, same phrases
  std::vector<Event> events;       ///< as they were told; none where the entries have another schema
  std::optional<Summary> summary;  ///< the latest that was written: at each checkpoint, and at the end
  std::uint64_t inputs = 0;        ///< and finishes
  bool closed = false;             ///< the journal was ended on purpose
  std::vector<Lost> lost;          ///< what could not be read
};

/// Reads a journal without playing it: for one that another version of the library wrote. Throws `CorruptRecord` for
/// damage that `recovery` does not allow.
STRETCHCORE_ARCHIVE_API Recorded recorded(const std::string& path, Recovery recovery = Recovery::tail);

}  // namespace stretchcore
