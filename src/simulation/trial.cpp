#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

#include "observer.hpp"

namespace stretchcore {
namespace {

/// Threads that are waited for, also when starting one of them fails. libc++ has no `std::jthread` before version 18.
struct Threads {
  std::vector<std::thread> running;

  Threads() = default;
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;
  ~Threads() { join(); }
  void join() {
    for (std::thread& thread : running) thread.join();
    running.clear();
  }
};

/// Does `work(i)` for all i below `count`, on several threads. The first problem ends it and is thrown.
template <class Work>
void on_threads(std::size_t count, std::size_t threads, Work&& work) {
  std::atomic<std::size_t> next{0};
  std::atomic<bool> failed{false};
  std::exception_ptr problem;
  const auto worker = [&] {
    for (std::size_t i = next++; i < count && !failed; i = next++) {
      try {
        work(i);
      } catch (...) {
        if (!failed.exchange(true)) problem = std::current_exception();
      }
    }
  };
  Threads others;
  for (std::size_t i = 1; i < threads; ++i) others.running.emplace_back(worker);
  worker();
  others.join();
  if (problem) std::rethrow_exception(problem);
}

}  // namespace

std::vector<TrialRow> run_trial(std::span<const VirtualPerson> people, const Exercise& exercise,
                                const SessionOptions& options, const Person& person, int threads) {
  if (threads < 0) throw InvalidModel("threads", "must not be negative; 0 is as many as the machine has");
  const std::size_t machine = std::max(1U, std::thread::hardware_concurrency());
  const std::size_t wanted = threads > 0 ? static_cast<std::size_t>(threads) : machine;
  std::vector<TrialRow> rows(people.size());
  on_threads(people.size(), std::min(wanted, std::max<std::size_t>(people.size(), 1)), [&](std::size_t i) {
    rows[i] = Observer{people[i], exercise, person, options}.row();
  });
  return rows;
}

}  // namespace stretchcore
