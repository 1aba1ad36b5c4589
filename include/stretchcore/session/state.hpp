#pragma once

#include <memory>

#include <stretchcore/export.hpp>
#include <stretchcore/quantity/time.hpp>
#include <stretchcore/stream/event.hpp>

namespace stretchcore {

struct State;

/// Everything a session knows, for keeping: `to_archive` and `from_archive` write and read it, and a session of the
/// same plan and person goes on from it identically. What is inside may change with every version; `view` and `summary`
/// show what a session makes of it.
class STRETCHCORE_API SessionState {
 public:
  explicit SessionState(State state);
  SessionState(const SessionState& other);
  SessionState(SessionState&& other) noexcept;
  SessionState& operator=(const SessionState& other);
  SessionState& operator=(SessionState&& other) noexcept;
  ~SessionState();

  Time now() const noexcept;
  Phase phase() const noexcept;

  bool operator==(const SessionState& other) const noexcept;

 private:
  friend struct SessionInside;  // for the library itself

  std::unique_ptr<State> state_;
};

}  // namespace stretchcore
