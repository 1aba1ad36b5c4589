#include "journal_replay.hpp"

#include <string>
#include <type_traits>

#include <stretchcore/cue/phrases.hpp>
#include <stretchcore/error.hpp>
#include <stretchcore/record/archive.hpp>
#include <stretchcore/version.hpp>

#include "body.hpp"
#include "files.hpp"
#include "with_file.hpp"

namespace stretchcore {
namespace detail {
namespace {

[[noreturn]] void differs(const FoundEntry& entry) {
  throw RecordError("entry " + std::to_string(entry.number) + ": played again, the session does otherwise");
}

}  // namespace

MadeBy writer_of(std::span<const FoundEntry> entries) {
  const bool says = !entries.empty() && entries.front().kind == Entry::made_by;
  return says ? content_of<MadeBy>(entries.front()) : MadeBy{};
}

bool same_engine(const MadeBy& writer) { return writer == made_by(writer.language); }

void require_same_engine(std::span<const FoundEntry> entries) {
  const MadeBy writer = writer_of(entries);
  if (entries.empty() || same_engine(writer)) return;
  const bool phrases = writer.engine == engine_version && writer.entries == entry_schema;
  throw RecordError((phrases ? "other phrases in \"" + writer.language + "\" wrote this journal"
                             : "engine " + std::to_string(writer.engine) + " wrote this journal, this is engine " +
                                   std::to_string(engine_version)) +
                    "; it cannot be played again, only shown as it was recorded");
}

Session first_session(std::span<const FoundEntry> entries) {
  Parts parts;
  for (const FoundEntry& entry : entries) {
    if (entry.kind == Entry::made_by) continue;
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
    return {Session{first.plan(), first.person(), state}, next};
  } catch (const InvalidModel&) {
    throw CorruptRecord("checkpoint", "belongs to no such session");
  }
}

void Player::play(const FoundEntry& entry) {
  switch (entry.kind) {
    case Entry::input: {
      if (strict_ && !untold().empty()) differs(entry);
      tell(session_.apply(content_of<Input>(entry)));
      break;
    }
    case Entry::finish: {
      if (strict_ && !untold().empty()) differs(entry);
      const auto finished = content_of<Finished>(entry);
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
  const auto event = content_of<Event>(entry);
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
    if (recovery != Recovery::salvage) detail::require_same_engine(found.entries);  // there nothing is compared
    detail::Player player{detail::first_session(found.entries), recovery != Recovery::salvage};
    for (const detail::FoundEntry& entry : found.entries) player.play(entry);
    return Replayed{player.session(), player.events(), player.codes(), player.inputs(), closed, std::move(found.lost)};
  });
}

MadeBy made_by(std::string_view language) {
  return {engine_version, entry_schema, std::string{language}, phrase_pack_hash(language)};
}

Recorded recorded(const std::string& path, Recovery recovery) {
  const std::vector<std::byte> bytes = detail::read_file(detail::file_system(), path, detail::longest_journal);
  return detail::with_file(path, [&] {
    detail::FoundJournal found = detail::find_entries(bytes);
    Recorded told;
    told.made_by = detail::writer_of(found.entries);
    told.closed = detail::closed(found, bytes);
    told.can_be_replayed = detail::same_engine(told.made_by);
    detail::recover(found, recovery);
    const bool known = told.made_by.entries == entry_schema;
    detail::Parts summary;
    for (const detail::FoundEntry& entry : found.entries) {
      if (entry.kind == detail::Entry::event && known) told.events.push_back(detail::content_of<Event>(entry));
      if (entry.kind == detail::Entry::input || entry.kind == detail::Entry::finish) ++told.inputs;
      if (entry.kind == detail::Entry::summary && summary.add(entry.content)) {
        told.summary = from_archive<Summary>(summary.record());
      }
    }
    told.lost = std::move(found.lost);
    return told;
  });
}

}  // namespace stretchcore
