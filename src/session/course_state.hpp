#pragma once

// Where in its course a session is, and how it leaves it.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>

#include <stretchcore/detail/describe.hpp>
#include <stretchcore/model/body_position.hpp>
#include <stretchcore/model/cue.hpp>
#include <stretchcore/quantity/angle.hpp>
#include <stretchcore/quantity/bilateral.hpp>
#include <stretchcore/quantity/time.hpp>
#include <stretchcore/stream/input.hpp>
#include <stretchcore/stream/phase.hpp>

namespace stretchcore {

/// The step within a phase.
enum class Stage {
  settling,    ///< words of the set-up
  looking,     ///< waiting to see both sides
  side_check,  ///< one knee bend
  stilling,    ///< capturing neutral
  briefing,    ///< coverage and symptom notice
  readying,    ///< without a sensor: ready?
  practising,  ///< small openings
  opening,     ///< free openings, or a held block
  asking_side,
  announcing,  ///< target and block
  checking,    ///< at rest: symptoms by exception
  asking_change,
  offering,  ///< more, or enough
  resting,   ///< between sides
  leaving,   ///< the way out
  done
};
BOOST_DESCRIBE_ENUM(Stage, settling, looking, side_check, stilling, briefing, readying, practising, opening,
                    asking_side, announcing, checking, asking_change, offering, resting, leaving, done)

enum class PauseCause { person, signal, rule };
BOOST_DESCRIBE_ENUM(PauseCause, person, signal, rule)

/// What a paced opening or a hold is at.
enum class Beat { home, out, press, hold, back };
BOOST_DESCRIBE_ENUM(Beat, home, out, press, hold, back)

/// A held stretch, or a paced opening without a sensor.
struct Pacing {
  Beat beat = Beat::home;
  Time since{0};                ///< of this beat
  Time kept{0};                 ///< time spent near the target
  std::optional<Time> counted;  ///< until when `kept` has been summed
  int done = 0;                 ///< openings offered, or holds done, in this stage

  bool operator==(const Pacing&) const = default;
};
BOOST_DESCRIBE_STRUCT(Pacing, (), (beat, since, kept, counted, done))

/// What tells a developer what went wrong with the stream.
struct Diagnosis {
  int samples = 0;
  int rejected = 0;        ///< of them, those of which something was not taken
  int long_steps = 0;      ///< postures in a row that came more than 5 s apart
  Time step{0};            ///< the latest one
  Angle largest{};         ///< of the primary angles, ever
  Time behind{0};          ///< how far the latest posture lags behind the session's clock
  Time reports_off{0};     ///< how far the time of the latest report was from it
  int events_dropped = 0;  ///< of calls that brought more events than fit

  bool operator==(const Diagnosis&) const = default;
};
BOOST_DESCRIBE_STRUCT(Diagnosis, (),
                      (samples, rejected, long_steps, step, largest, behind, reports_off, events_dropped))

/// Where in its course the session is.
struct Course {
  Phase phase = Phase::ready;
  Stage stage = Stage::settling;
  int block = 0;
  std::optional<Side> active_side;
  Time phase_since{0};
  Time stage_since{0};
  Time progress_at{0};  ///< of the latest repetition, hold or step
  int practised = 0;    ///< small openings in this phase; in a block, those too small to count
  int counted = 0;      ///< repetitions in this stage
  Bilateral<int> counted_side{};
  bool symptom_asked = false;  ///< in this check-in
  bool pain_asked = false;     ///< in this check-in
  bool wants_more = false;
  std::optional<Feeling> change;  ///< felt after the latest block
  Stage next = Stage::opening;    ///< what the words of `announcing` are for
  Time told{0};  ///< when the words for this stage had been said: a movement that began before is not of this stage
  std::optional<Side> moved_last;   ///< in a movement of sides in turn
  std::optional<Time> wrong_since;  ///< the side that should rest is away from home, and the other one is not

  bool operator==(const Course&) const = default;
};
BOOST_DESCRIBE_STRUCT(Course, (),
                      (phase, stage, block, active_side, phase_since, stage_since, progress_at, practised, counted,
                       counted_side, symptom_asked, pain_asked, wants_more, change, next, told, moved_last,
                       wrong_since))

/// A pause, while there is one.
struct Intermission {
  std::optional<PauseCause> cause;
  Phase phase = Phase::ready;  ///< to go back to
  Time since{0};
  std::optional<Time> healthy_since;
  bool offered_feel = false;
  std::optional<Time> away;  ///< the person may have got up since then
  int symptom = -1;          ///< place in the plan of the one they rest from
  bool asks = false;         ///< words that help come first, then the question

  bool operator==(const Intermission&) const = default;
};
BOOST_DESCRIBE_STRUCT(Intermission, (), (cause, phase, since, healthy_since, offered_feel, away, symptom, asks))

/// A call for help, once there is one. It outlives the session.
struct Alarm {
  int symptom = -1;  ///< its place in the plan; −1: none
  std::optional<Side> side{};
  BodyPosition body = BodyPosition::changing;  ///< as it was then
  int times_said = 0;
  Time said_at{0};  ///< the latest time
  bool acknowledged = false;

  bool raised() const { return symptom >= 0; }
  bool operator==(const Alarm&) const = default;
};
BOOST_DESCRIBE_STRUCT(Alarm, (), (symptom, side, body, times_said, said_at, acknowledged))

/// The way out, and what is asked on it.
struct Leaving {
  BodyPosition body = BodyPosition::changing;  ///< as it was when the way out began
  bool steps = true;                           ///< the exercise's own steps lead out of it
  bool asks_felt = false;                      ///< still to be asked
  int felt_question = 0;                       ///< its number, once asked: a late answer is heard, too
  int help_question = 0;
  std::optional<Time> help_by{};  ///< silence until then is a call for help

  bool operator==(const Leaving&) const = default;
};
BOOST_DESCRIBE_STRUCT(Leaving, (), (body, steps, asks_felt, felt_question, help_question, help_by))

}  // namespace stretchcore
