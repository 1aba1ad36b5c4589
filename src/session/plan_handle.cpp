#include <stretchcore/session/plan.hpp>

#include "plan.hpp"
#include "room.hpp"

namespace stretchcore {

Plan::Plan(Exercise exercise, SessionOptions options, std::span<const Exercise> exercises, std::optional<Side> only)
    : plan_(std::make_shared<const SessionPlan>(std::move(exercise), std::move(options), exercises, only)) {}

const Exercise& Plan::exercise() const noexcept { return plan_->exercise; }
const SessionOptions& Plan::options() const noexcept { return plan_->options; }
std::optional<Side> Plan::only() const noexcept { return plan_->only; }
bool Plan::counted() const noexcept { return plan_->counted; }

std::size_t Plan::state_size() const {
  State state;
  make_room(*plan_, state);
  return size_of(*plan_, state);
}

}  // namespace stretchcore
