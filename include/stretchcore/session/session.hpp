#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <stretchcore/export.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/person.hpp>
#include <stretchcore/model/session_options.hpp>
#include <stretchcore/safety/screening.hpp>
#include <stretchcore/session/frame.hpp>
#include <stretchcore/session/plan.hpp>
#include <stretchcore/session/state.hpp>
#include <stretchcore/session/summary.hpp>
#include <stretchcore/session/view.hpp>
#include <stretchcore/stream/event.hpp>
#include <stretchcore/stream/event_buffer.hpp>
#include <stretchcore/stream/input.hpp>
#include <stretchcore/stream/recording.hpp>

namespace stretchcore {

/// Whatever the person or the app tells a session.
using Report = std::variant<Command, SymptomReport, FeltChange, FeltStretch, FeltSide, PainRating, CueSpoken, Answer>;

/// Where the events of a session go.
enum class EventsTo {
  own_buffer,     ///< one that the session has: the events of a call are valid until the next
  callers_buffer  ///< the one given with each call; a session then takes 28 kB less
};

/// One guided session: a plan, which sessions may share, a person, and a state. Postures, ticks and reports go in,
/// events come out.
///
/// It has no clock: postures and ticks tell it the time, and its events carry its own, which never goes back
/// (`ClockAdopted`). It has no thread and no I/O; `apply` and its three spellings allocate nothing and never throw for
/// bad data. One session, one thread; sessions are independent.
class STRETCHCORE_API Session {
 public:
  /// Throws `InvalidModel` for a person with an invalid member, or with a fact or clearance whose code no exercise
  /// knows. If the person moves one side only and `plan` is not for that side, the session makes a plan of its own.
  explicit Session(const Plan& plan, Person person = {}, const Frame& frame = {},
                   EventsTo events = EventsTo::own_buffer);
  /// Continues from a saved state of a session with the same plan and person.
  Session(const Plan& plan, Person person, const SessionState& state, EventsTo events = EventsTo::own_buffer);
  /// With a plan of its own: throws what `Plan` does, too. `exercises` are those that may be offered instead.
  explicit Session(Exercise exercise, Person person = {}, SessionOptions options = {},
                   std::span<const Exercise> exercises = {});
  Session(Exercise exercise, Person person, SessionOptions options, const SessionState& state,
          std::span<const Exercise> exercises = {});

  Session(const Session& other);
  Session(Session&& other) noexcept;
  Session& operator=(const Session& other);
  Session& operator=(Session&& other) noexcept;
  ~Session();

  // Into the session's own buffer. A session without one makes one with the first of these calls.
  std::span<const Event> apply(const Input& input) noexcept;
  std::span<const Event> observe(const Posture& posture) noexcept;
  std::span<const Event> report(const Report& report) noexcept;
  std::span<const Event> tick(Time now) noexcept;
  /// Observes every row of a recording; the events of all of them, in order. This one allocates.
  std::vector<Event> run(const Recording& recording);
  /// The events of the latest call, `finish` included.
  std::span<const Event> events() const noexcept;

  // Into a buffer of the caller, which is emptied first.
  void apply(const Input& input, EventBuffer& events) noexcept;
  void observe(const Posture& posture, EventBuffer& events) noexcept;
  void report(const Report& report, EventBuffer& events) noexcept;
  void tick(Time now, EventBuffer& events) noexcept;

  Phase phase() const noexcept { return state_.phase(); }
  /// Finished, or stopped with the way out spoken.
  bool over() const noexcept;
  std::optional<Target> target() const;
  View view() const;

  /// The cue that `CueGiven` and `CueDropped` name by its number, as it is written down; nothing if none is.
  const Cue* cue(int number) const;
  /// The words of an event in a language; empty for events that have none.
  std::string text(const Event& event, std::string_view language) const;
  /// The codes of the conditions among which an open `health` or `which` question asks: an `Answer` carries one of
  /// them. Their words are those of the exercise's contraindications.
  std::vector<std::string> codes(int question) const;
  /// What is known of the person's conditions: before, and from the answers of this session. For the app to keep.
  std::map<std::string, Fact> facts() const;
  /// The number that `Emergency` is about; where the app knows none, in words which one to call.
  std::string emergency_number(std::string_view language) const;
  /// How far a target goes, and why no further: for a screen. A side is named only if it was determined to stop first.
  std::string explain(const Target& target, std::string_view language) const;

  /// Reads the summary at any time.
  Summary summary() const;
  /// Enough, and the books are closed: the session is over at `now`. The way out that was not yet spoken is listed.
  Summary finish(Time now, EndReason reason = EndReason::finished_by_app);

  const SessionState& state() const noexcept { return state_; }
  /// As the plan has it; `adapted` makes of it what this person does.
  const Exercise& exercise() const noexcept { return plan_.exercise(); }
  /// With what was answered in this session.
  Screening screening() const;
  const Person& person() const noexcept { return *person_; }
  const SessionOptions& options() const noexcept { return plan_.options(); }
  const Frame& frame() const noexcept;
  const Plan& plan() const noexcept { return plan_; }

 private:
  friend struct SessionInside;  // for the library itself

  EventBuffer& own_buffer();

  Plan plan_;
  std::shared_ptr<const Person> person_;
  SessionState state_;
  std::unique_ptr<EventBuffer> events_;
};

}  // namespace stretchcore
