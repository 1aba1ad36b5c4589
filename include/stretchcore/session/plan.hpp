#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>

#include <stretchcore/export.hpp>
#include <stretchcore/model/exercise.hpp>
#include <stretchcore/model/session_options.hpp>
#include <stretchcore/quantity/side.hpp>

namespace stretchcore {

struct SessionPlan;

/// What every session of an exercise does, worked out once: its words, rules and limits. It knows nothing of a person
/// and never changes, so any number of sessions on any number of threads share one. Copies share it, too.
class STRETCHCORE_API Plan {
 public:
  /// `exercises` are those that may be offered where this one does not fit: see `screen`. `only` is the side that works
  /// for people who move one side only; a person who moves both needs a plan without it.
  ///
  /// Throws `InvalidModel` or `RuleError` where `findings(exercise)` reports an error, except for caps that leave no
  /// room for the second measuring.
  explicit Plan(Exercise exercise, SessionOptions options = {}, std::span<const Exercise> exercises = {},
                std::optional<Side> only = {});

  /// As it is done by those who move both sides, or the only one.
  const Exercise& exercise() const noexcept;
  const SessionOptions& options() const noexcept;
  std::optional<Side> only() const noexcept;
  /// Whether repetitions are counted and measured. Where not, the source cannot tell how far the person goes, and they
  /// go by feel; rules are judged all the same.
  bool counted() const noexcept;
  /// What the state of a session takes [bytes]: the same from the first posture to the last.
  std::size_t state_size() const;

 private:
  friend struct SessionInside;  // for the library itself

  std::shared_ptr<const SessionPlan> plan_;
};

}  // namespace stretchcore
