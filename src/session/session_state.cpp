#include <stretchcore/session/state.hpp>

#include "state.hpp"

namespace stretchcore {

SessionState::SessionState(State state) : state_(std::make_unique<State>(std::move(state))) {}
SessionState::SessionState(const SessionState& other) : state_(std::make_unique<State>(*other.state_)) {}
SessionState::SessionState(SessionState&&) noexcept = default;
SessionState& SessionState::operator=(const SessionState& other) { return *this = SessionState{other}; }
SessionState& SessionState::operator=(SessionState&&) noexcept = default;
SessionState::~SessionState() = default;

Time SessionState::now() const noexcept { return state_->now; }
Phase SessionState::phase() const noexcept { return state_->course.phase; }
bool SessionState::operator==(const SessionState& other) const noexcept { return *state_ == *other.state_; }

}  // namespace stretchcore
