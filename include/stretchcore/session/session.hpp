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
#include <stretchcore/session/state.hpp>
#include <stretchcore/session/summary.hpp>
#include <stretchcore/session/view.hpp>
#include <stretchcore/stream/event.hpp>
#include <stretchcore/stream/input.hpp>
#include <stretchcore/stream/recording.hpp>

namespace stretchcore {

struct SessionPlan;

/// Whatever the person or the app tells a session.
using Report = std::variant<Command, SymptomReport, FeltChange, FeltStretch, FeltSide, PainRating, CueSpoken, Answer>;

/// One guided session: an immutable plan and a state. Postures, ticks and reports go in, events come out.
///
/// It has no clock: postures and ticks tell it the time, and its events carry its own, which never goes back
/// (`ClockAdopted`). It has no thread and no I/O; `apply` and its three spellings allocate nothing and never throw for
/// bad data. The events of a call are valid until the next call. One session, one thread; sessions are independent.
class STRETCHCORE_API Session {
 public:
  /// Throws `InvalidModel` or `RuleError` where `findings(exercise)` reports an error, except for caps that leave no
  /// room for the second measuring. `exercises` are those that may be offered where this one does not fit: see
  /// `screen`. They are not kept.
  explicit Session(Exercise exercise, Person person = {}, SessionOptions options = {},
                   std::span<const Exercise> exercises = {});
  /// Continues from a saved state of a session with the same exercise, person and options.
  Session(Exercise exercise, Person person, SessionOptions options, const SessionState& state,
          std::span<const Exercise> exercises = {});

  std::span<const Event> apply(const Input& input);
  std::span<const Event> observe(const Posture& posture);
  std::span<const Event> report(const Report& report);
  std::span<const Event> tick(Time now);
  /// Observes every row of a recording; the events of all of them, in order. This one allocates.
  std::vector<Event> run(const Recording& recording);
  /// The events of the latest call, `finish` included.
  std::span<const Event> events() const { return {events_.data(), events_.size()}; }

  Phase phase() const { return state_.course.phase; }
  /// Finished, or stopped with the way out spoken.
  bool over() const { return phase() == Phase::finished || (phase() == Phase::stopped && state_.way_out_spoken); }
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

  const SessionState& state() const { return state_; }
  /// As it is guided: adapted to what screening found.
  const Exercise& exercise() const;
  /// With what was answered in this session.
  Screening screening() const;
  const Person& person() const;
  const SessionOptions& options() const;

 private:
  friend struct SessionInside;  // for the library's own tests

  std::shared_ptr<const SessionPlan> plan_;
  SessionState state_;
  EventBuffer events_;
};

}  // namespace stretchcore
