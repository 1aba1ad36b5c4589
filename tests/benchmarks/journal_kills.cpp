// Kills a session that is being journaled, at a random moment, again and again: whatever was acknowledged as written is
// there afterwards, and the session that goes on ends as one that was never interrupted. 1 where it does not.
//
//   stretchcore_journal_kills [how many, 500]

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <random>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "record/journals.hpp"

using namespace stretchcore;

namespace {

/// Where the child says how much is written, and the parent reads it after the child is gone.
std::atomic<std::uint64_t>& shared_count() {
  void* place = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (place == MAP_FAILED) std::abort();
  return *new (place) std::atomic<std::uint64_t>{0};
}

[[noreturn]] void guide(const std::string& path, std::atomic<std::uint64_t>& acknowledged) {
  JournaledSession session{path, inner_thigh(), sample_person(), {}, {.checkpoint_every = seconds(30)}};
  for (const Input& input : whole_rehearsal().inputs) {
    session.apply(input);
    acknowledged.store(session.written());
    ::usleep(20);
  }
  for (;;) ::pause();
}

}  // namespace

int main(int count, char** arguments) {
  const int wanted = count > 1 ? std::atoi(arguments[1]) : 500;
  const Rehearsal& whole = whole_rehearsal();
  std::mt19937 random{1};
  std::uint64_t lost = 0;
  int different = 0;
  int torn = 0;
  std::uint64_t least = ~std::uint64_t{0};
  std::uint64_t most = 0;
  for (int i = 0; i < wanted; ++i) {
    const TestFolder folder;
    const std::string path = folder / "session";
    std::atomic<std::uint64_t>& acknowledged = shared_count();
    const pid_t child = ::fork();
    if (child == 0) guide(path, acknowledged);
    while (acknowledged.load() == 0) ::usleep(100);
    ::usleep(static_cast<useconds_t>(random() % 400'000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const Replayed before = replay(path);
    torn += before.lost.empty() ? 0 : 1;
    if (before.inputs < acknowledged.load()) lost += acknowledged.load() - before.inputs;
    least = std::min(least, before.inputs);
    most = std::max(most, before.inputs);
    JournaledSession session = resume(path);
    give(session, std::span{whole.inputs}.subspan(before.inputs));
    session.close();
    const bool same = session.session().state() == whole.session.state() && replay(path).events == whole.events;
    different += same ? 0 : 1;
  }
  std::printf(
      "%d kills after %lu to %lu of %zu inputs: %lu acknowledged inputs lost, %d torn ends, %d sessions ended "
      "otherwise\n",
      wanted, least, most, whole.inputs.size(), lost, torn, different);
  return lost == 0 && different == 0 ? 0 : 1;
}
