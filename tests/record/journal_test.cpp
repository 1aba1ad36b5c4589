#include <chrono>
#include <condition_variable>
#include <csignal>
#include <filesystem>
#include <mutex>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>

#include <stretchcore/record/journal.hpp>

#include "catch.hpp"
#include "record/journal_format.hpp"
#include "record/journal_writer.hpp"
#include "record/journals.hpp"

namespace record_journal_test {

using namespace stretchcore;

namespace {

/// A disk that takes nothing until it is let.
class StuckFiles final : public detail::FileSystem {
 public:
  void let() {
    const std::lock_guard lock{mutex_};
    open_ = true;
    change_.notify_all();
  }

  int open(const char* path, int flags, unsigned mode) override { return real_.open(path, flags, mode); }
  long read(int file, void* bytes, std::size_t size) override { return real_.read(file, bytes, size); }
  long write(int file, const void* bytes, std::size_t size) override {
    std::unique_lock lock{mutex_};
    change_.wait(lock, [this] { return open_; });
    return real_.write(file, bytes, size);
  }
  int sync(int file) override { return real_.sync(file); }
  int truncate(int file, std::size_t size) override { return real_.truncate(file, size); }
  int lock(int file) override { return real_.lock(file); }
  bool is_at(int file, const char* path) override { return real_.is_at(file, path); }
  int facts(int file, detail::FileFacts& facts) override { return real_.facts(file, facts); }
  int close(int file) override { return real_.close(file); }
  int rename(const char* from, const char* to) override { return real_.rename(from, to); }
  int link(const char* from, const char* to) override { return real_.link(from, to); }
  int unlink(const char* path) override { return real_.unlink(path); }

 private:
  detail::FileSystem& real_ = detail::file_system();
  std::mutex mutex_;
  std::condition_variable change_;
  bool open_ = false;
};

/// A journal of a session that begins, in a file system of ours.
JournaledSession journaled(detail::FileSystem& files, const std::string& path, const JournalOptions& options = {},
                           const Exercise& exercise = inner_thigh()) {
  { JournaledSession begun{path, exercise, sample_person(), {}, options}; }
  const Bytes bytes = content_of(path);
  const detail::FoundJournal found = detail::find_entries(bytes);
  detail::OpenJournal journal{&files,
                              path,
                              {files, files.open(path.c_str(), 02 | 02000, 0)},
                              found.salt,
                              found.entries.back().number + 1,
                              bytes.size(),
                              0,
                              detail::Crc32c{}};
  journal.checksum.process_bytes(bytes.data(), bytes.size());
  return {Session{exercise, sample_person()}, std::make_unique<detail::JournalWriter>(std::move(journal), options),
          options};
}

std::size_t inputs_in(const std::string& path) {
  const Bytes bytes = content_of(path);
  std::size_t inputs = 0;
  for (const detail::FoundEntry& entry : detail::find_entries(bytes).entries) {
    inputs += entry.kind == detail::Entry::input || entry.kind == detail::Entry::finish ? 1 : 0;
  }
  return inputs;
}

/// No file of this process grows beyond so many bytes, while it lives.
class SmallFiles {
 public:
  explicit SmallFiles(::rlim_t most) : handler_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const ::rlimit small{most, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallFiles() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, handler_);
  }
  SmallFiles(const SmallFiles&) = delete;
  SmallFiles& operator=(const SmallFiles&) = delete;

 private:
  void (*handler_)(int);
  ::rlimit before_{};
};

}  // namespace

TEST_CASE("a journal changes nothing, and its session can be played again to the last bit", "[SR-16]") {
  const TestFolder folder;
  const std::string path = folder / "session";
  const Rehearsal& rehearsal = whole_rehearsal();
  JournaledSession session{path, inner_thigh(), sample_person()};
  CHECK(give(session, rehearsal.inputs) == rehearsal.events);
  CHECK(session.session().state() == rehearsal.session.state());
  CHECK(session.taken() == rehearsal.inputs.size());
  session.sync();
  CHECK(session.written() == rehearsal.inputs.size());
  CHECK(session.durable() == rehearsal.inputs.size());
  const Summary summary = session.finish(rehearsal.now);
  CHECK(session.failure().empty());

  const Replayed played = replay(path);
  std::vector<Event> events = rehearsal.events;
  events.insert(events.end(), session.session().events().begin(), session.session().events().end());
  CHECK(played.closed);
  CHECK(played.lost.empty());
  CHECK(played.inputs == rehearsal.inputs.size() + 1);
  CHECK(played.events == events);
  CHECK(played.session.summary() == summary);
  CHECK(played.session.state() == session.session().state());
}

TEST_CASE("a session that ended anywhere goes on from its journal as if nothing had been", "[SR-16]") {
  const Rehearsal& rehearsal = whole_rehearsal();
  const std::span<const Input> inputs = rehearsal.inputs;
  const TestFolder folder;
  const std::string path = folder / "session";
  const JournalOptions options{.checkpoint_every = seconds(20)};
  std::vector<Event> events;
  std::size_t done = 700;
  {
    JournaledSession session{path, inner_thigh(), sample_person(), {}, options};
    events = give(session, inputs.first(done));
  }
  for (const std::size_t more : {1u, 1u, 311u, 800u}) {
    JournaledSession session = resume(path, {}, Recovery::strict, options);
    for (const Event& event : give(session, inputs.subspan(done, more))) events.push_back(event);
    done += more;
  }
  JournaledSession session = resume(path);
  for (const Event& event : give(session, inputs.subspan(done))) events.push_back(event);
  CHECK(events == rehearsal.events);
  CHECK(session.session().state() == rehearsal.session.state());
  session.close();
  CHECK(replay(path).events == rehearsal.events);
  CHECK_THROWS_WITH(resume(path), path + ": the journal was closed; replay it");
}

TEST_CASE("whatever is given is put down exactly as it came, also what no sensor and no clock should give") {
  const TestFolder folder;
  const std::string path = folder / "session";
  constexpr double infinite = std::numeric_limits<double>::infinity();
  Posture wild{seconds(2)};
  wild.set(Channel::hip_abduction_left, degrees(infinite)).set(Channel::hip_abduction_right, degrees(-0.0));
  wild.set(Channel::pelvis_list, degrees(std::numeric_limits<double>::quiet_NaN()));
  const std::vector<Input> inputs{Command{seconds(0), Action::start},
                                  wild,
                                  Tick{Time::max()},
                                  Tick{Time::min()},
                                  Tick{seconds(3)},
                                  PainRating{{}, -7},
                                  Answer{Time::max(), 1 << 30, Choice::yes},
                                  SymptomReport{{}, Symptom::other, {}, std::string(100'000, '\xC3')}};
  Session plain{inner_thigh(), sample_person()};
  std::vector<Event> events;
  for (const Input& input : inputs) {
    for (const Event& event : plain.apply(input)) events.push_back(event);
  }
  {
    JournaledSession session{path, inner_thigh(), sample_person()};
    CHECK(give(session, inputs) == events);
    CHECK(session.session().state() == plain.state());
  }
  CHECK(replay(path).events == events);
  CHECK(replay(path).session.state() == plain.state());
}

TEST_CASE("a symptom that was reported is on the disk soon, whatever else waits") {
  const TestFolder folder;
  JournaledSession session{folder / "session", inner_thigh(), sample_person(), {}, {.sync_every = seconds(3600)}};
  session.report(Command{seconds(0), Action::start});
  session.tick(seconds(1));
  session.report(SymptomReport{{}, Symptom::tingling, Side::left});
  for (int wait = 0; wait < 5000 && session.durable() < 3; ++wait) {
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  CHECK(session.durable() == 3);
  CHECK(replay(folder / "session").session.phase() == Phase::stopped);
}

TEST_CASE("a stop stays latched over a crash", "[SR-1]") {
  const TestFolder folder;
  const std::string path = folder / "session";
  {
    JournaledSession session{path, inner_thigh(), sample_person()};
    give(session, std::span{whole_rehearsal().inputs}.first(900));
    session.report(SymptomReport{{}, Symptom::numbness, {}});
  }
  JournaledSession session = resume(path, seconds(3600));
  CHECK(session.session().phase() == Phase::stopped);
  session.report(Command{{}, Action::resume});
  session.report(Command{{}, Action::start});
  CHECK(session.session().phase() == Phase::stopped);
}

TEST_CASE("whoever was alone for more than ten seconds comes back to a pause, and is set up anew") {
  for (const auto& [away, phase] : {std::pair{10, Phase::stretching}, std::pair{11, Phase::paused}}) {
    const TestFolder folder;
    const std::string path = folder / "session";
    {
      JournaledSession session{path, inner_thigh(), sample_person()};
      for (const Input& input : whole_rehearsal().inputs) {
        session.apply(input);
        if (session.session().phase() == Phase::stretching) break;
      }
    }
    {
      JournaledSession session = resume(path, seconds(away));
      CHECK(session.session().phase() == phase);
      session.report(Command{{}, Action::resume});
      CHECK(session.session().phase() == (away > 10 ? Phase::setting_up : phase));
    }
    CHECK(replay(path).session.phase() == (away > 10 ? Phase::setting_up : phase));
  }
}

TEST_CASE("a journal is begun once and written by one") {
  const TestFolder folder;
  const std::string path = folder / "session";
  {
    const JournaledSession session{path, inner_thigh()};
    CHECK_THROWS_WITH((JournaledSession{path, inner_thigh()}), path + ": is there already; resume it, or take another");
    CHECK_THROWS_WITH(resume(path), path + ": is written by another process");
    CHECK((std::filesystem::status(path).permissions() & std::filesystem::perms::mask) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  }
  CHECK_NOTHROW(resume(path));
  CHECK_THROWS_WITH((JournaledSession{folder / "none/session", inner_thigh()}),
                    Catch::EndsWith("cannot be opened: No such file or directory"));
  CHECK_THROWS_WITH(resume(folder / "other"), Catch::EndsWith("cannot be opened: No such file or directory"));
  CHECK_THROWS_WITH(resume(path, {}, Recovery::salvage), Catch::EndsWith("can be replayed, not resumed"));
}

TEST_CASE("where the disk cannot keep up a posture is not taken, by the session neither, and a report always is") {
  const TestFolder folder;
  const std::string path = folder / "session";
  StuckFiles files;
  JournaledSession session = journaled(files, path, {.room = 256 * 1024});
  session.report(Command{seconds(0), Action::start});
  Time now{0};
  int refused = 0;
  while (refused < 3 && now < seconds(10'000)) {
    now += seconds(0.01);
    Posture posture{now};
    for (std::size_t c = 0; c < channel_count; ++c) posture.set(static_cast<Channel>(c), degrees(1));
    const SessionState before = session.session().state();
    const auto events = session.observe(posture);
    if (events.size() != 1 || events[0] != Event{SampleRejected{now, Rejection::journal_full, {}}}) continue;
    ++refused;
    CHECK(session.session().state() == before);
  }
  CHECK(refused == 3);
  const std::uint64_t taken = session.taken();
  session.report(SymptomReport{{}, Symptom::tingling, {}});
  CHECK(session.session().phase() == Phase::stopped);
  CHECK(session.taken() == taken + 1);
  files.let();
  session.sync();
  CHECK(session.written() == session.taken());
  CHECK(replay(path).session.state() == session.session().state());
}

TEST_CASE("the thread that guides waits for no summary, however long the words in it are") {
  const TestFolder folder;
  Exercise wordy = inner_thigh();
  for (Cue& cue : wordy.cues) cue.text["en"] = std::string(4000, 'a');
  StuckFiles files;
  JournaledSession session =
      journaled(files, folder / "session", {.room = 256 * 1024, .checkpoint_every = seconds(280)}, wordy);
  // Where it does wait, the disk comes back, so that the test ends.
  std::mutex mutex;
  std::condition_variable over;
  bool done = false, waited = false;
  std::thread watch{[&] {
    std::unique_lock lock{mutex};
    waited = !over.wait_for(lock, std::chrono::seconds{60}, [&] { return done; });
    if (waited) files.let();
  }};
  session.report(Command{seconds(0), Action::start});
  for (int i = 1; i <= 300; ++i) {
    session.tick(seconds(i));
    if (i % 3 == 0) session.report(Command{{}, i % 2 == 0 ? Action::pause : Action::resume});
  }
  CHECK(to_archive(session.session().summary()).size() > 256 * 1024);  // more than there is room for
  {
    const std::lock_guard lock{mutex};
    done = true;
  }
  over.notify_all();
  watch.join();
  CHECK_FALSE(waited);
  files.let();
}

TEST_CASE("a session is ended without waiting for the disk, and waited for by whoever may wait") {
  const TestFolder folder;
  const std::string path = folder / "session";
  StuckFiles files;
  JournaledSession session = journaled(files, path);
  give(session, std::span{whole_rehearsal().inputs}.first(100));
  const Summary summary = session.end(seconds(30));
  CHECK(summary.end_reason == EndReason::finished_by_app);
  CHECK(session.durable() == 0);
  CHECK(session.session().over());
  const SessionState over = session.session().state();
  std::thread waiting{[&] { session.wait(); }};
  CHECK(session.session().summary() == summary);  // meanwhile it can be looked at
  files.let();
  waiting.join();
  session.wait();
  CHECK(session.failure().empty());
  CHECK(replay(path).closed);
  CHECK(replay(path).session.state() == over);
}

TEST_CASE("what is kept of a session that brings more than its lists hold is played again, and kept in a history",
          "[SR-16]") {
  const TestFolder folder;
  const std::string path = folder / "session";
  Summary summary;
  {
    JournaledSession session{
        path, inner_thigh(), sample_person(), {.sensor = Sensor::none}, {.checkpoint_every = seconds(20)}};
    session.report(Command{seconds(0), Action::start});
    for (int i = 1; i < 250; ++i) {
      session.report(SymptomReport{seconds(i), Symptom::cramp, {}});
      session.report(Command{seconds(i + 0.5), Action::resume});
    }
    session.report(SymptomReport{seconds(251), Symptom::chest_pain_or_breathlessness, {}});
    summary = session.finish(seconds(300));
  }
  CHECK(summary.symptoms_total == 250);
  CHECK(summary.cues_total > static_cast<int>(summary.cues.size()));
  CHECK(replay(path, Recovery::strict).session.summary() == summary);
  CHECK(from_archive<Summary>(to_archive(summary)) == summary);
  CHECK(from_json<Summary>(to_json(summary)) == summary);
}

TEST_CASE("a disk that fails ends the journal and not the session; what it has is whole") {
  const std::span<const Input> inputs = std::span{whole_rehearsal().inputs}.first(300);
  Session plain{inner_thigh(), sample_person()};
  for (const Input& input : inputs) plain.apply(input);
  for (const int error : {ENOSPC, EIO}) {
    for (const int nth : {1, 2, 3, 5, 8}) {
      const TestFolder folder;
      const std::string path = folder / "session";
      FailingFiles files;
      files.fail_at = nth;
      files.error = error;
      files.most_at_once = 700;
      JournaledSession session = journaled(files, path);
      give(session, inputs);
      CHECK(session.session().state() == plain.state());
      CHECK_THROWS_WITH(session.sync(), Catch::StartsWith(path + ": cannot be "));
      CHECK_THROWS_AS(session.close(), RecordError);
      CHECK(session.durable() <= session.written());
      CHECK(inputs_in(path) >= session.written());
      CHECK(replay(path, Recovery::strict).lost.empty());
    }
  }
}

TEST_CASE(
    "after a sync that failed whoever goes on writes the journal anew, and nothing that was acknowledged is lost") {
  const std::span<const Input> inputs = whole_rehearsal().inputs;
  const TestFolder folder;
  const std::string path = folder / "session";
  std::uint64_t written = 0;
  {
    FailingFiles files;
    files.syncs = false;
    JournaledSession session = journaled(files, path);
    give(session, inputs.first(600));
    CHECK_THROWS_WITH(session.sync(), path + ": cannot be synced: Input/output error");
    written = session.written();
    CHECK(session.durable() == 0);
  }
  struct stat before {};
  REQUIRE(::stat(path.c_str(), &before) == 0);
  const std::uint64_t known = replay(path).inputs;
  CHECK(known >= written);
  {
    JournaledSession session = resume(path);
    struct stat after {};
    REQUIRE(::stat(path.c_str(), &after) == 0);
    CHECK(after.st_ino != before.st_ino);
    CHECK((after.st_mode & 0777) == 0600);
    give(session, inputs.subspan(known));
    session.sync();
    CHECK(session.durable() == session.taken());
    CHECK(session.session().state() == whole_rehearsal().session.state());
  }
  CHECK(replay(path, Recovery::strict).events == whole_rehearsal().events);
  CHECK(std::distance(std::filesystem::directory_iterator{folder.path()}, {}) == 1);
  { JournaledSession session = resume(path); }  // it was written anew once, and is in order now
}

TEST_CASE("a journal that cannot be begun leaves nothing in the way") {
  const TestFolder folder;
  const std::string path = folder / "session";
  {
    const SmallFiles small{16};
    CHECK_THROWS_AS((JournaledSession{path, inner_thigh()}), RecordError);
  }
  CHECK_FALSE(std::filesystem::exists(path));
  CHECK_NOTHROW(JournaledSession{path, inner_thigh()});
}

TEST_CASE("a pipe that nobody reads is refused at once") {
  const TestFolder folder;
  const std::string path = folder / "pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  CHECK_THROWS_AS(resume(path), RecordError);
}

TEST_CASE("whatever exercise may be guided can be kept, also where a side does not move") {
  Exercise exercise = inner_thigh();
  exercise.movement.floor_amplitude = degrees(1.5);
  Person person = sample_person();
  person.immobile_side = Side::left;
  const TestFolder folder;
  const std::string path = folder / "session";
  { JournaledSession session{path, exercise, person}; }
  CHECK(resume(path).session().exercise().movement.floor_amplitude == degrees(1));
}

}  // namespace record_journal_test
