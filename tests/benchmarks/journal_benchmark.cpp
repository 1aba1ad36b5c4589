// What a journal costs the thread that guides, sample by sample, and how long an hour of one takes to read.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <time.h>
#include <vector>

#include "hour.hpp"

using namespace stretchcore;
using Steady = std::chrono::steady_clock;

namespace {

double microseconds(Steady::duration time) { return std::chrono::duration<double, std::micro>(time).count(); }

/// Each call at its time, as a camera would, to both in turns: what disturbs one disturbs the other. What is left until
/// the next is slept.
std::pair<std::vector<double>, std::vector<double>> costs(Session& plain, JournaledSession& kept,
                                                          std::span<const Input> inputs) {
  std::pair<std::vector<double>, std::vector<double>> all;
  const auto time = [](auto& session, const Input& input) {
    const auto start = Steady::now();
    session.apply(input);
    return microseconds(Steady::now() - start);
  };
  for (const Input& input : inputs) {
    const bool plain_first = all.first.size() % 2 == 0;  // whoever comes second finds its code warm
    if (plain_first) all.first.push_back(time(plain, input));
    all.second.push_back(time(kept, input));
    if (!plain_first) all.first.push_back(time(plain, input));
    const timespec rest{0, 300'000};
    ::nanosleep(&rest, nullptr);
  }
  for (std::vector<double>* each : {&all.first, &all.second}) std::sort(each->begin(), each->end());
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
    JournaledSession kept{folder / "live", inner_thigh(), sample_person()};
    const auto [without, with] = costs(plain, kept, some);
    print("session", without);
    print("journaled session", with);
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
