#include <cerrno>
#include <fcntl.h>
#include <utility>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/error.hpp>
#include <stretchcore/record/archive.hpp>
#include <stretchcore/record/journal.hpp>

#include "body.hpp"
#include "files.hpp"
#include "journal_file.hpp"
#include "journal_replay.hpp"
#include "parts.hpp"
#include "with_file.hpp"

namespace stretchcore {
namespace {

using detail::Entry;
using detail::JournalWriter;
using detail::OpenJournal;

/// What one call can bring: its input, 128 events and a checkpoint.
constexpr std::size_t room_for_a_call = 128 * 1024;
/// No exercise has an id of that length; in a longer one the end says nothing.
constexpr std::size_t longest_id = 4096;
/// Somebody who was alone for longer may have got up.
constexpr Time away_for_long{10'000'000'000};

bool is_sample(const Input& input) {
  return std::holds_alternative<Posture>(input) || std::holds_alternative<Tick>(input);
}

Time time_of(const Input& sample) {
  const Posture* posture = std::get_if<Posture>(&sample);
  return posture != nullptr ? posture->time : std::get<Tick>(sample).time;
}

/// What must not be lost with the power.
bool matters(const Event& event) {
  return std::holds_alternative<PhaseChanged>(event) || std::holds_alternative<SymptomHeard>(event) ||
         std::holds_alternative<Emergency>(event) || std::holds_alternative<RuleChanged>(event) ||
         std::holds_alternative<SessionEnded>(event);
}

}  // namespace

JournaledSession::JournaledSession(const std::string& path, Exercise exercise, Person person, SessionOptions options,
                                   const JournalOptions& journal)
    : JournaledSession(path, Session{std::move(exercise), std::move(person), std::move(options), catalog_exercises()},
                       journal) {}

JournaledSession::JournaledSession(const std::string& path, const Session& session, const JournalOptions& journal)
    : session_(detail::with_file(path, [&] { return from_archive<Session>(to_archive(session)); })),
      writer_(detail::begin_journal(path, session_, journal)),
      options_(journal) {}

JournaledSession::JournaledSession(Session session, std::unique_ptr<JournalWriter> writer,
                                   const JournalOptions& journal)
    : session_(std::move(session)),
      writer_(std::move(writer)),
      options_(journal),
      checkpoint_(session_.state().now()) {}

JournaledSession::JournaledSession(JournaledSession&&) noexcept = default;
JournaledSession& JournaledSession::operator=(JournaledSession&&) noexcept = default;
JournaledSession::~JournaledSession() = default;

std::span<const Event> JournaledSession::apply(const Input& input) {
  if (!writer_->running()) return session_.apply(input);  // the books are closed
  const auto* symptom = std::get_if<SymptomReport>(&input);
  if (symptom != nullptr && symptom->id.size() > longest_id) {
    SymptomReport shorter = *symptom;
    shorter.id.resize(longest_id);
    return apply(shorter);
  }
  const bool sample = is_sample(input);
  if (sample && !writer_->has_room(room_for_a_call)) {
    ++refused_;
    rejection_.assign(1, SampleRejected{time_of(input), Rejection::journal_full, std::nullopt});
    return rejection_;
  }
  if (refused_ > 0) {
    writer_->push(Entry::gap, detail::content_of(writer_->body(), refused_));
    refused_ = 0;
  }
  writer_->push(Entry::input, detail::content_of(writer_->body(), input));
  ++taken_;
  const std::span<const Event> events = session_.apply(input);
  keep(events);
  if (!sample) writer_->hurry();
  return events;
}

std::span<const Event> JournaledSession::report(const Report& report) {
  return std::visit([&](const auto& each) { return apply(each); }, report);
}

void JournaledSession::keep(std::span<const Event> events) {
  bool urgent = false;
  for (const Event& event : events) {
    writer_->push(Entry::event, detail::content_of(writer_->body(), event));
    urgent = urgent || matters(event);
  }
  if (urgent) writer_->hurry();
  const Time now = session_.state().now();
  if (now - checkpoint_ < options_.checkpoint_every) return;
  checkpoint_ = now;
  try {
    detail::each_part(to_archive(session_.state()),
                      [&](std::span<const std::byte> part) { writer_->push(Entry::checkpoint, part); });
  } catch (const RecordError&) {  // of a state that cannot be kept more is played again
  }
  keep(session_.summary(), false);
}

/// For a library with another engine, which cannot play the inputs again. Its length is that of the words that were
/// said, and authors may write long ones: where it would have to wait for room, the one before it stays the latest.
void JournaledSession::keep(const Summary& summary, bool may_wait) {
  try {
    const std::vector<std::byte> record = to_archive(summary);
    if (!may_wait && !writer_->has_room(2 * record.size() + detail::longest_entry)) return;
    detail::each_part(record, [&](std::span<const std::byte> part) { writer_->push(Entry::summary, part); });
  } catch (const RecordError&) {  // one that cannot be kept
  }
}

Summary JournaledSession::end(Time now, EndReason reason) {
  if (!writer_->running()) return session_.finish(now, reason);
  writer_->push(Entry::finish, detail::content_of(writer_->body(), detail::Finished{now, reason}));
  ++taken_;
  Summary summary = session_.finish(now, reason);
  keep(session_.events());
  keep(summary, true);
  seal();
  return summary;
}

Summary JournaledSession::finish(Time now, EndReason reason) {
  Summary summary = end(now, reason);
  wait();
  return summary;
}

void JournaledSession::seal() {
  if (!writer_->running()) return;
  writer_->push(Entry::close, {});
  writer_->end();
}

void JournaledSession::wait() { writer_->wait(); }

void JournaledSession::close() {
  seal();
  wait();
  if (!failure().empty()) throw RecordError(failure());
}

std::uint64_t JournaledSession::written() const { return writer_->written(); }
std::uint64_t JournaledSession::durable() const { return writer_->durable(); }
std::string JournaledSession::failure() const { return writer_->failure(); }

void JournaledSession::sync() {
  if (!writer_->sync()) throw RecordError(failure());
}

JournaledSession resume(const std::string& given, Time away, Recovery recovery, const JournalOptions& options) {
  if (recovery == Recovery::salvage) throw RecordError(given + ": what was salvaged can be replayed, not resumed");
  const std::string path = detail::behind_links(given);
  OpenJournal journal = detail::open_journal(path, O_WRONLY);  // and locked, before it is read
  const std::vector<std::byte> bytes = detail::read_file(*journal.files, path, detail::longest_journal);
  auto [found, player] = detail::with_file(path, [&, recovery = recovery] {
    detail::FoundJournal whole = detail::find_entries(bytes);
    if (detail::closed(whole, bytes)) throw RecordError("the journal was closed; replay it");
    detail::recover(whole, recovery);
    detail::require_same_engine(whole.entries);
    detail::Checkpoint latest = detail::latest_checkpoint(whole.entries, detail::first_session(whole.entries));
    detail::Player played{std::move(latest.session), true};
    for (std::size_t i = latest.next; i < whole.entries.size(); ++i) played.play(whole.entries[i]);
    return std::pair{std::move(whole), std::move(played)};
  });

  // From here on the journal is as if nothing had been missing at its end. All of it is written anew: what a failed
  // sync has left can be read, and need not be on the disk.
  const std::size_t whole = found.entries.back().end();
  journal.salt = found.salt;
  journal.number = found.entries.back().number + 1;
  std::vector<std::byte> anew{bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(whole)};
  detail::BodyWriter body{detail::Keeping::exact};
  const auto add = [&](Entry kind, const auto& value) {
    detail::add_entry(anew, journal.salt, journal.number++, kind, detail::content_of(body, value));
  };
  add(Entry::recovered, std::uint64_t{bytes.size() - whole});
  for (const Event& event : player.untold()) add(Entry::event, event);
  if (anew.size() > detail::longest_journal) throw RecordError(path + ": is as long as a journal may be; replay it");
  detail::FileFacts facts;
  if (journal.files->facts(journal.file.number(), facts) != 0) detail::fail_on(path, "cannot be read", errno);
  if (facts.names > 1) {  // a new file would leave the old one under its other names
    detail::rewrite_file(*journal.files, path, anew, whole);
  } else {
    detail::replace_file(*journal.files, path, anew, detail::Before::goes);
    journal.file = detail::open_journal(path, O_WRONLY).file;
  }
  journal.size = anew.size();
  journal.checksum.process_bytes(anew.data(), anew.size());
  for (const detail::FoundEntry& entry : found.entries) {
    if (entry.kind == Entry::input || entry.kind == Entry::finish) ++journal.inputs;
  }

  JournaledSession session{player.session(), std::make_unique<JournalWriter>(std::move(journal), options), options};
  if (away > away_for_long) session.report(Command{{}, Action::away});
  return session;
}

}  // namespace stretchcore
