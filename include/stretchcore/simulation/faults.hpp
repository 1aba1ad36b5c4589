#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>

#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/quantity/channel.hpp>
#include <stretchcore/quantity/time.hpp>
#include <stretchcore/simulation/export.hpp>

namespace stretchcore {

// What goes wrong between a virtual person and a session. Moments are after the start of the session. None of it draws
// a random number, so a fault changes nothing of what the person does by themselves.

/// What the sensor does from some moment on. All of it is in what the sensor reads, none of it in the body.
struct SensorFaults {
  Bilateral<Angle> drift_open{};       ///< added in each second in which the legs are out
  Bilateral<Angle> drift_home{};       ///< added in each second in which they are at home
  std::optional<Time> moved_at{};      ///< the camera or the sensor is moved
  Bilateral<Angle> moved{};            ///< and adds so much to the legs from then on
  Angle rolled{};                      ///< and to the list of the pelvis
  std::optional<Time> exchanged_at{};  ///< left is taken for right from then on
  Time exchanged_for{0};               ///< for so long; 0: for good
  Time poor_from{0};                   ///< from when on the six that follow are so
  Time blinks_every{0};                ///< the channels come and go in this time; 0: they do not
  Time seen_for{0};                    ///< and are seen so much of it
  ChannelSet blinking{};               ///< these channels; none: all
  Time slow_every{0};                  ///< a posture comes only so often, ticks in between; 0: all of them come
  Time renewed_every{0};               ///< postures come, their values are new only so often; 0: always
  Time hidden_at_home{0};              ///< the legs hide each other for so long, in the middle of it they are together
  std::optional<Time> stuck_at{};      ///< from then on values are stuck
  Angle creep{};                       ///< and go on by a hair, so much in a second, as behind a smoothing filter

  STRETCHCORE_SIMULATION_API void validate() const;
  bool operator==(const SensorFaults&) const = default;
};
BOOST_DESCRIBE_STRUCT(SensorFaults, (),
                      (drift_open, drift_home, moved_at, moved, rolled, exchanged_at, exchanged_for, poor_from,
                       blinks_every, seen_for, blinking, slow_every, renewed_every, hidden_at_home, stuck_at, creep))

/// Whose clock jumps.
enum class Clocks { both, postures, ticks };
BOOST_DESCRIBE_ENUM(Clocks, both, postures, ticks)

/// What the app does from some moment on.
struct AppFaults {
  std::optional<Time> suspended_at{};    ///< nobody calls from then on
  Time suspended_for{0};                 ///< for so long; the person goes on with what they were doing
  std::optional<Time> clock_jumps_at{};  ///< times are off from then on
  Time clock_jump{0};                    ///< by so much, below zero back
  Clocks clocks = Clocks::both;          ///< those of postures, of ticks and reports, or of both

  STRETCHCORE_SIMULATION_API void validate() const;
  bool operator==(const AppFaults&) const = default;
};
BOOST_DESCRIBE_STRUCT(AppFaults, (), (suspended_at, suspended_for, clock_jumps_at, clock_jump, clocks))

}  // namespace stretchcore
