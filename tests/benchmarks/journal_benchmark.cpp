// What a journal costs the thread that guides, sample by sample, and how long an hour of one takes to read.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <time.h>
#include <vector>

#include <stretchcore/document/json.hpp>
#include <stretchcore/record/archive.hpp>
#include <stretchcore/simulation/virtual_person.hpp>

#include "record/journals.hpp"

using namespace stretchcore;
using Clock = std::chrono::steady_clock;

namespace {

double microseconds(Clock::duration time) { return std::chrono::duration<double, std::micro>(time).count(); }

std::vector<Input> minutes_of_input(int minutes) {
  std::vector<Input> inputs{Command{seconds(0), Action::start}};
  Session session{inner_thigh(), sample_person()};
  VirtualPerson person{1, {.rate = 60.0}};
  for (int i = 0; i < 60 * 60 * minutes; ++i) {
    if (!session.over()) person.step(session);
    Posture posture = person.posture();
    posture.time = seconds(i / 60.0);
    inputs.emplace_back(posture);
  }
  return inputs;
}

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

template <class Act>
double milliseconds(Act&& act) {
  const auto start = Clock::now();
  act();
  return microseconds(Clock::now() - start) / 1000.0;
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
  std::printf("resumed in %.1f ms\n", milliseconds([&] { resume(path); }));
  std::printf("replayed and compared in %.1f ms\n", milliseconds([&] { replay(path); }));

  const Session session = whole_rehearsal().session;
  Bytes record;
  const double saved = milliseconds([&] {
    for (int i = 0; i < 100; ++i) record = to_archive(session.state());
  });
  const double loaded = milliseconds([&] {
    for (int i = 0; i < 100; ++i) from_archive<SessionState>(record);
  });
  std::string text;
  const double written = milliseconds([&] {
    for (int i = 0; i < 100; ++i) text = to_json(session.state(), -1);
  });
  const double read = milliseconds([&] {
    for (int i = 0; i < 100; ++i) from_json<SessionState>(text);
  });
  std::printf("state of a whole session: record %zu bytes, %.3f ms to write, %.3f to read; JSON %zu, %.3f, %.3f\n",
              record.size(), saved / 100, loaded / 100, text.size(), written / 100, read / 100);
}
