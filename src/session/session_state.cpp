#include <stretchcore/session/state.hpp>

#include "state.hpp"

namespace stretchcore {

SessionState::SessionState(State state) : state_(std::make_unique<State>(std::move(state))) {}
SessionState::SessionState(const SessionState& other)
    : state_(other.state_ ? std::make_unique<State>(*other.state_) : nullptr) {}
SessionState::SessionState(SessionState&&) noexcept = default;
SessionState& SessionState::operator=(const SessionState& other) { return *this = SessionState{other}; }
SessionState& SessionState::operator=(SessionState&&) noexcept = default;
SessionState::~SessionState() = default;

// One that was moved from has nothing to say, and may be asked.
Time SessionState::now() const noexcept { return state_ ? state_->now : Time{0}; }
Phase SessionState::phase() const noexcept { return state_ ? state_->course.phase : Phase::finished; }
bool SessionState::operator==(const SessionState& other) const noexcept {
  return state_ && other.state_ ? *state_ == *other.state_ : state_ == other.state_;
}

}  // namespace stretchcore
