#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include <stretchcore/record/journal.hpp>

#include "body.hpp"
#include "journal_format.hpp"
#include "parts.hpp"

namespace stretchcore::detail {

/// The session that a journal begins with. Throws `CorruptRecord` if there is none.
Session first_session(std::span<const FoundEntry> entries);

/// What an entry holds. One whose checksum fits and whose content does not was made by something else: `CorruptRecord`.
template <class T>
T content_of(const FoundEntry& entry) {
  BodyReader from{entry.content, Keeping::exact};
  const Path root;
  const std::string place = "entry " + std::to_string(entry.number);
  const Path path{root, place};
  T value{};
  detail::read(from, value, path);
  if (from.left() != 0) refuse_body(path, "has something after its end");
  return value;
}

/// What wrote a journal.
MadeBy writer_of(std::span<const FoundEntry> entries);
bool same_engine(const MadeBy& writer);

/// Throws `RecordError` if another engine wrote the journal, or the same one with other phrases.
void require_same_engine(std::span<const FoundEntry> entries);

/// A session at its latest checkpoint, and the first entry after it.
struct Checkpoint {
  Session session;
  std::size_t next = 0;
};
Checkpoint latest_checkpoint(std::span<const FoundEntry> entries, const Session& first);

/// Plays entries to a session, and compares what it tells with what was told.
class Player {
 public:
  /// Without `strict` nothing is compared: what is missing between two entries makes other events.
  Player(Session session, bool strict) : session_(std::move(session)), strict_(strict) {}

  void play(const FoundEntry& entry);

  const Session& session() const { return session_; }
  const std::vector<Event>& events() const { return events_; }
  const std::map<int, std::vector<std::string>>& codes() const { return codes_; }
  std::uint64_t inputs() const { return inputs_; }
  /// Of the last input, those events that the journal does not have: it ended before.
  std::span<const Event> untold() const { return std::span{told_}.subspan(compared_); }

 private:
  void tell(std::span<const Event> events);
  void compare(const FoundEntry& entry);

  Session session_;
  bool strict_;
  std::vector<Event> events_;
  std::map<int, std::vector<std::string>> codes_;  ///< of health questions, by their ids
  std::vector<Event> told_;                        ///< by the last input
  std::size_t compared_ = 0;                       ///< of them
  std::uint64_t inputs_ = 0;
  Parts checkpoint_;
};

}  // namespace stretchcore::detail
