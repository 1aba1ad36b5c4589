#include <cerrno>
#include <fcntl.h>
#include <random>
#include <utility>

#include <stretchcore/document/catalog.hpp>
#include <stretchcore/error.hpp>
#include <stretchcore/record/archive.hpp>
#include <stretchcore/record/journal.hpp>

#include "body.hpp"
#include "files.hpp"
#include "journal_replay.hpp"
#include "journal_writer.hpp"
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

void append(OpenJournal& journal, std::span<const std::byte> bytes) {
  const int error = detail::write_all(*journal.files, journal.file.number(), bytes);
  if (error != 0) detail::fail_on(journal.path, "cannot be written", error);
  journal.size += bytes.size();
  journal.checksum.process_bytes(bytes.data(), bytes.size());
}

/// Opens a journal for this process alone.
OpenJournal open(const std::string& path, int flags) {
  detail::FileSystem& files = detail::file_system();
  // What is no file, as a pipe that nobody reads, must not keep us waiting.
  detail::OpenFile file{files, files.open(path.c_str(), flags | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0600)};
  if (file.number() < 0 && errno == EEXIST) throw RecordError(path + ": is there already; resume it, or take another");
  if (file.number() < 0) detail::fail_on(path, "cannot be opened", errno);
  const int error = files.lock(file.number()) == 0 ? 0 : errno;
  if (error != 0 && (flags & O_CREAT) != 0) files.unlink(path.c_str());
  if (error != 0 && error != EWOULDBLOCK) detail::fail_on(path, "cannot be locked", error);
  // Whoever goes on with a journal puts a new file in its place: the lock must not be one on the old file.
  if (error != 0 || !files.is_at(file.number(), path.c_str())) {
    throw RecordError(path + ": is written by another process");
  }
  return {&files, path, std::move(file)};
}

std::uint32_t draw_salt(const std::string& path) {
  try {
    return std::random_device{}();
  } catch (const std::exception& error) {
    throw RecordError(path + ": nothing to draw a salt from: " + error.what());
  }
}

template <class T>
std::span<const std::byte> content_of(detail::BodyWriter& body, const T& value) {
  body.clear();
  detail::write(body, value, {});
  return body.bytes();
}

/// The file begins with the session, which has been read back before anything is promised of it.
void write_beginning(OpenJournal& journal, std::span<const std::byte> by, std::span<const std::byte> session) {
  journal.salt = draw_salt(journal.path);
  append(journal, detail::journal_header(journal.salt));
  std::vector<std::byte> entries;
  detail::add_entry(entries, journal.salt, journal.number++, Entry::made_by, by);
  detail::each_part(session, [&](std::span<const std::byte> part) {
    detail::add_entry(entries, journal.salt, journal.number++, Entry::start, part);
  });
  append(journal, entries);
  if (journal.files->sync(journal.file.number()) != 0) detail::fail_on(journal.path, "cannot be synced", errno);
  detail::sync_folder(*journal.files, journal.path);
}

/// A journal that could not be begun leaves nothing in the way of the next one.
std::unique_ptr<JournalWriter> begin(const std::string& path, const Session& session, const JournalOptions& options) {
  const std::vector<std::byte> record = detail::with_file(path, [&] {
    std::vector<std::byte> written = to_archive(session);
    from_archive<Session>(written);
    return written;
  });
  OpenJournal journal = open(path, O_WRONLY | O_CREAT | O_EXCL);
  try {
    detail::BodyWriter body;
    write_beginning(journal, content_of(body, made_by(session.options().language)), record);
    return std::make_unique<JournalWriter>(std::move(journal), options);
  } catch (...) {
    detail::file_system().unlink(path.c_str());
    throw;
  }
}

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
    : session_(std::move(exercise), std::move(person), std::move(options), catalog_exercises()),
      writer_(begin(path, session_, journal)),
      options_(journal) {}

JournaledSession::JournaledSession(Session session, std::unique_ptr<JournalWriter> writer,
                                   const JournalOptions& journal)
    : session_(std::move(session)), writer_(std::move(writer)), options_(journal), checkpoint_(session_.state().now) {}

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
    writer_->push(Entry::gap, content_of(writer_->body(), refused_));
    refused_ = 0;
  }
  writer_->push(Entry::input, content_of(writer_->body(), input));
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
    writer_->push(Entry::event, content_of(writer_->body(), event));
    urgent = urgent || matters(event);
  }
  if (urgent) writer_->hurry();
  const Time now = session_.state().now;
  if (now - checkpoint_ < options_.checkpoint_every) return;
  checkpoint_ = now;
  try {
    detail::each_part(to_archive(session_.state()),
                      [&](std::span<const std::byte> part) { writer_->push(Entry::checkpoint, part); });
  } catch (const RecordError&) {  // of a state that cannot be kept more is played again
  }
  keep(session_.summary());
}

/// For a library with another engine, which cannot play the inputs again.
void JournaledSession::keep(const Summary& summary) {
  try {
    detail::each_part(to_archive(summary),
                      [&](std::span<const std::byte> part) { writer_->push(Entry::summary, part); });
  } catch (const RecordError&) {  // one that cannot be kept: the one before it stays the latest
  }
}

Summary JournaledSession::end(Time now, EndReason reason) {
  if (!writer_->running()) return session_.finish(now, reason);
  writer_->push(Entry::finish, content_of(writer_->body(), detail::Finished{now, reason}));
  ++taken_;
  Summary summary = session_.finish(now, reason);
  keep(session_.events());
  keep(summary);
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
  OpenJournal journal = open(path, O_WRONLY);  // and locked, before it is read
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
    detail::add_entry(anew, journal.salt, journal.number++, kind, content_of(body, value));
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
    journal.file = open(path, O_WRONLY).file;
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
