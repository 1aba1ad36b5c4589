// What a session costs where many people share one plan: memory, making one, and a posture while all are guided in
// turn.
//
// All sessions are guided to the middle of a block by the same inputs, into one buffer of events. Memory is what the
// system counts as resident, before and after, beside what the same sessions take with a plan of their own each.
//
//   stretchcore_fleet_benchmark [sessions]

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <unistd.h>
#include <vector>

#include <stretchcore/session/session.hpp>

#include "session/people.hpp"

using namespace stretchcore;

namespace {

using Clock = std::chrono::steady_clock;

double microseconds(Clock::time_point since) {
  return std::chrono::duration<double, std::micro>(Clock::now() - since).count();
}

/// Memory of this process that is resident [bytes].
double resident() {
  std::ifstream file{"/proc/self/statm"};
  double whole = 0.0;
  double pages = 0.0;
  file >> whole >> pages;
  return pages * static_cast<double>(sysconf(_SC_PAGESIZE));
}

double kibibytes(double bytes, std::size_t sessions) { return bytes / 1024.0 / static_cast<double>(sessions); }

/// Inputs up to the middle of the first block.
std::vector<Input> inputs_of(const Exercise& exercise, const Person& person) {
  Rehearsal rehearsal{Session{exercise, person}, {.rate = 20, .hidden = {}, .reply = agreeable}};
  rehearsal.play_to(Phase::stretching, Stage::opening);
  rehearsal.play_for(seconds(20));
  return rehearsal.inputs;
}

struct Cost {
  double memory = 0.0;    ///< a session [KiB]
  double making = 0.0;    ///< a session, in memory that was never used [µs]
  double again = 0.0;     ///< a session, in memory that one before it left [µs]
  double an_input = 0.0;  ///< [ns], all sessions in turn
};

template <class Make>
Cost cost(std::size_t sessions, const std::vector<Input>& inputs, const Make& make) {
  Cost found;
  std::vector<Session> all;
  all.reserve(sessions);
  auto events = std::make_unique<EventBuffer>();
  const double before = resident();
  const auto made = Clock::now();
  for (std::size_t i = 0; i < sessions; ++i) all.push_back(make());
  found.making = microseconds(made) / static_cast<double>(sessions);
  constexpr int times = 10'000;
  make();
  const auto again = Clock::now();
  for (int i = 0; i < times; ++i) make();
  found.again = microseconds(again) / times;
  const auto guided = Clock::now();
  for (const Input& input : inputs) {
    for (Session& session : all) session.apply(input, *events);
  }
  found.an_input = microseconds(guided) * 1000.0 / static_cast<double>(sessions * inputs.size());
  found.memory = kibibytes(resident() - before, sessions);
  for (const Session& session : all) {
    if (session.phase() != Phase::stretching) std::exit(1);
  }
  return found;
}

}  // namespace

int main(int count, char** arguments) {
  const std::size_t sessions = count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 100'000;
  const Exercise& exercise = inner_thigh();
  const Person person = screened(exercise);
  const std::vector<Input> inputs = inputs_of(exercise, person);
  const Plan plan{exercise};
  std::printf("sizeof(Session) %zu, the state without its lists %zu, with them %zu bytes; %zu inputs each\n",
              sizeof(Session), sizeof(State), plan.state_size(), inputs.size());
  const Cost shared = cost(sessions, inputs, [&] { return Session{plan, person, {}, EventsTo::callers_buffer}; });
  std::printf(
      "%7zu sessions of one plan:      %7.1f KiB each, made in %6.1f us, again in %6.1f us, %6.0f ns an input\n",
      sessions, shared.memory, shared.making, shared.again, shared.an_input);
  const std::size_t few = std::min<std::size_t>(sessions, 500);
  const Cost alone = cost(few, inputs, [&] { return Session{exercise, person}; });
  std::printf(
      "%7zu sessions with their own:   %7.1f KiB each, made in %6.1f us, again in %6.1f us, %6.0f ns an input\n", few,
      alone.memory, alone.making, alone.again, alone.an_input);
  return 0;
}
