#include "journal_replay.hpp"

#include <string>
#include <type_traits>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/error.hpp>
#include <stretchcore/record/archive.hpp>

#include "body.hpp"
#include "files.hpp"
#include "with_file.hpp"

namespace stretchcore {
namespace detail {
namespace {

/// An entry whose checksum fits and whose content does not was made by something else.
template <class T>
void read_content(const FoundEntry& entry, T& value) {
  BodyReader from{entry.content, Keeping::exact};
  const Path root;
  const std::string place = "entry " + std::to_string(entry.number);
  const Path path{root, place};
  detail::read(from, value, path);
  if (from.left() != 0) refuse_body(path, "has something after its end");
}

[[noreturn]] void differs(const FoundEntry& entry) {
  throw RecordError("entry " + std::to_string(entry.number) +
                    ": played again, the session does otherwise; another version of the library wrote this journal");
}

}  // namespace

Session first_session(std::span<const FoundEntry> entries) {
  Parts parts;
  for (const FoundEntry& entry : entries) {
    if (entry.kind != Entry::start) break;
    if (parts.add(entry.content)) return from_archive<Session>(parts.record());
  }
  throw CorruptRecord("start", "the session that it begins with is not there");
}

Checkpoint latest_checkpoint(std::span<const FoundEntry> entries, const Session& first) {
  Checkpoint latest{first, 0};
  std::size_t next = 0;
  std::vector<std::byte> record;
  Parts parts;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].kind != Entry::checkpoint || !parts.add(entries[i].content)) continue;
    next = i + 1;
    record.assign(parts.record().begin(), parts.record().end());
  }
  if (next == 0) return latest;
  const auto state = from_archive<SessionState>(record);
  try {
    return {Session{first.exercise(), first.person(), first.options(), state, catalog_exercises()}, next};
  } catch (const InvalidModel&) {
    throw CorruptRecord("checkpoint", "belongs to no such session");
  }
}

void Player::play(const FoundEntry& entry) {
  switch (entry.kind) {
    case Entry::input: {
      if (strict_ && !untold().empty()) differs(entry);
      Input input;
      read_content(entry, input);
      tell(session_.apply(input));
      break;
    }
    case Entry::finish: {
      if (strict_ && !untold().empty()) differs(entry);
      Finished finished;
      read_content(entry, finished);
      session_.finish(finished.time, finished.reason);
      tell(session_.events());
      break;
    }
    case Entry::event:
      compare(entry);
      break;
    case Entry::checkpoint:
      if (strict_ && checkpoint_.add(entry.content) &&
          from_archive<SessionState>(checkpoint_.record()) != session_.state()) {
        differs(entry);
      }
      break;
    default:
      break;  // says nothing of the session, or is of a kind that came later
  }
}

void Player::tell(std::span<const Event> events) {
  ++inputs_;
  told_.assign(events.begin(), events.end());
  compared_ = 0;
  events_.insert(events_.end(), events.begin(), events.end());
  for (const Event& event : events) {
    const auto* asked = std::get_if<QuestionAsked>(&event);
    if (!asked) continue;
    if (auto codes = session_.codes(asked->id); !codes.empty()) codes_.emplace(asked->id, std::move(codes));
  }
}

void Player::compare(const FoundEntry& entry) {
  if (!strict_) return;
  Event event;
  read_content(entry, event);
  if (compared_ == told_.size() || told_[compared_] != event) differs(entry);
  ++compared_;
}

}  // namespace detail

Replayed replay(const std::string& path, Recovery recovery) {
  const std::vector<std::byte> bytes = detail::read_file(detail::file_system(), path, detail::longest_journal);
  return detail::with_file(path, [&] {
    detail::FoundJournal found = detail::find_entries(bytes);
    const bool closed = detail::closed(found, bytes);
    detail::recover(found, recovery);
    detail::Player player{detail::first_session(found.entries), recovery != Recovery::salvage};
    for (const detail::FoundEntry& entry : found.entries) player.play(entry);
    return Replayed{player.session(), player.events(), player.codes(), player.inputs(), closed, std::move(found.lost)};
  });
}

}  // namespace stretchcore
