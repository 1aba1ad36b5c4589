// What a journal costs the thread that guides, sample by sample, and how long an hour of one takes to read.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <time.h>
#include <vector>

#include "hour.hpp"

using namespace stretchcore;
using Clock = std::chrono::steady_clock;

namespace {

double microseconds(Clock::duration time) { return std::chrono::duration<double, std::micro>(time).count(); }

/// Each call at its time, as a camera would; what is left until the next is slept.
template <class Kept>
std::vector<double> costs(Kept& session, std::span<const Input> inputs) {
  std::vector<double> all;
  for (const Input& input : inputs) {
    const auto start = Clock::now();
    session.apply(input);
    all.push_back(microseconds(Clock::now() - start));
    const timespec rest{0, 300'000};
    ::nanosleep(&rest, nullptr);
  }
  std::sort(all.begin(), all.end());
  return all;
}

void print(const char* what, const std::vector<double>& sorted) {
  const auto at = [&](double share) {
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
  };
  std::printf("%-22s p50 %6.2f us  p99 %6.2f us  p99.9 %7.2f us  most %8.2f us\n", what, at(0.5), at(0.99), at(0.999),
              sorted.back());
}

}  // namespace

int main() {
  const TestFolder folder;
  const std::vector<Input> some = minutes_of_input(4);
  {
    Session plain{inner_thigh(), sample_person()};
    print("session", costs(plain, some));
    JournaledSession kept{folder / "live", inner_thigh(), sample_person()};
    print("journaled session", costs(kept, some));
  }

  const std::vector<Input> hour = minutes_of_input(60);
  const std::string path = folder / "hour";
  {
    JournaledSession kept{path, inner_thigh(), sample_person(), {}, {.room = 64 * 1024 * 1024}};
    give(kept, hour);
    kept.sync();
  }
  std::printf("an hour at 60 Hz: %zu inputs, %zu bytes\n", hour.size(), content_of(path).size());
  std::printf("resumed in %.1f ms\n", milliseconds([&] { resume(path); }, 5));
  std::printf("replayed and compared in %.1f ms\n", milliseconds([&] { replay(path); }, 5));
}
