#pragma once

// An hour at 60 Hz of somebody who is guided, and goes on moving when the session is over; and how long a step takes.

#include <algorithm>
#include <chrono>
#include <limits>
#include <vector>

#include <stretchcore/simulation/virtual_person.hpp>

#include "record/journals.hpp"

namespace stretchcore {

inline std::vector<Input> minutes_of_input(int minutes) {
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

/// The shortest of so many times [ms].
template <class Act>
double milliseconds(Act&& act, int times = 1) {
  double shortest = std::numeric_limits<double>::infinity();
  for (int i = 0; i < times; ++i) {
    const auto start = std::chrono::steady_clock::now();
    act();
    const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
    shortest = std::min(shortest, spent.count());
  }
  return shortest;
}

}  // namespace stretchcore
