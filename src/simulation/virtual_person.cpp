#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include <stretchcore/simulation/virtual_person.hpp>

#include "session/access.hpp"

namespace stretchcore {
namespace {

constexpr double small_share = 0.5;

/// From 0 to 1 and back to 0 over a cycle, with rest at both ends: the minimum-jerk polynomial (Flash & Hogan 1985).
double opening_shape(double share) {
  const double x = std::clamp(share < 0.5 ? 2.0 * share : 2.0 * (1.0 - share), 0.0, 1.0);
  return x * x * x * (10.0 + x * (-15.0 + 6.0 * x));
}

}  // namespace

VirtualPerson::VirtualPerson(std::uint64_t seed, Traits traits)
    : traits_(std::move(traits)), random_(seed), obedience_(traits_.obedience) {
  traits_.validate();
  if (traits_.guards_after == 0) guards_since_ = now_;
}

void VirtualPerson::begin(Session& session) {
  if (session.phase() == Phase::ready) {
    now_ = std::max(now_, session.state().now());
    const Time at = now_;
    keep(session, session.report(Command{at, Action::start}));
    if (session.phase() != Phase::ready) started_ = at;
  }
  if (!started_) started_ = SessionInside::state(session).started;  // somebody else has started it
}

/// One sample later.
void VirtualPerson::later() {
  const double late = traits_.jitter > 0.0 ? traits_.jitter * uniform() : 0.0;
  const double steps = static_cast<double>(++samples_) + late;
  now_ = *started_ + Time{static_cast<std::int64_t>(steps * 1e9 / traits_.rate)};
  since_start_ = now_ - *started_;
}

std::span<const Event> VirtualPerson::step(Session& session) {
  events_.clear();
  begin(session);
  later();
  usual_ = usual_for(session.exercise());
  pass_suspended(session);
  answer(session);
  move(session);
  wear();
  if (traits_.seen) spoil(posture_ = sense());
  const bool comes = traits_.seen && (traits_.lost == 0.0 || uniform() >= traits_.lost);
  show(session, comes && arrives());
  return events_;
}

void VirtualPerson::follow(Session& session, const std::function<void(const Event&)>& hear_each) {
  const Time until = now_ + longest_following;
  while (!session.over() && now_ < until) {
    for (const Event& event : step(session)) {
      if (hear_each) hear_each(event);
    }
  }
}

void VirtualPerson::keep(const Session& session, std::span<const Event> events) {
  for (const Event& event : events) {
    hear(session, event);
    events_.push_back(event);
  }
}

/// What they were told last, and what they do of it: some time later.
void VirtualPerson::follow_target() {
  if (shown_target_ != told_target_) told_target_at_ = now_;
  told_target_ = shown_target_;
  const bool dropped = !told_target_.left && !told_target_.right;
  if (dropped || now_ - told_target_at_ >= traits_.delay) followed_target_ = told_target_;
}

void VirtualPerson::start_opening(const Session& session) {
  opening_since_ = now_;
  out_ = true;
  const Movement& movement = session.exercise().movement;
  const bool one_at_a_time = movement.sides == Sides::one || movement.sides == Sides::alternating;
  for (const Side side : both_sides) {
    Angle wanted = easy(side) - warming();
    if (task_ == Task::little) wanted = wanted * small_share;
    if (task_ == Task::easy) wanted += traits_.beyond_easy;
    if (task_ == Task::target && followed_target_[side]) {
      const Angle told = *followed_target_[side];
      const Angle way = traits_.by_tones ? opening_at(told)[side] : told - starts_from(side);
      wanted += (way - wanted) * obedience_ + traits_.beyond_target;
    }
    if (guards_since_) wanted = std::min(wanted, easy(side));  // muscles that guard do not listen
    off_[side] = traits_.likeness * off_[side] + std::sqrt(1.0 - traits_.likeness * traits_.likeness) * noise();
    wanted += traits_.spread * smaller() * off_[side];
    const bool still = (one_at_a_time && side != working_) || !moves(side);
    amplitude_[side] = still ? Angle{} : std::clamp(wanted, Angle{}, furthest(movement, side));
  }
  if (movement.sides == Sides::midline) amplitude_.right = amplitude_.left;
}

void VirtualPerson::move(const Session& session) {
  follow_target();
  if (!opening_since_) slid_ = slid_ || (traits_.slides_at && since_start_ >= *traits_.slides_at);
  if (!opening_since_ && task_ != Task::rest && !changing_ && now_ >= rest_until_) start_opening(session);
  angle_ = {};
  if (!opening_since_) return;
  const Movement& movement = session.exercise().movement;
  const auto* hold = std::get_if<Hold>(&movement.effort);
  const auto* relax = std::get_if<ContractRelax>(&movement.effort);
  Time stay{0};
  if (task_ == Task::target && hold) stay = hold->duration + seconds(2);
  if (task_ == Task::target && relax) stay = relax->contract + relax->hold + seconds(2);
  const Time half = traits_.cycle / 2;
  const Time spent = now_ - *opening_since_;
  // A person who is told to rest closes from where they are: the stay is cut short.
  const Time moved = spent <= half ? spent : std::max(half, spent - stay);
  const double share = to_seconds(moved) / to_seconds(traits_.cycle);
  if (share >= 0.5) closes(traits_.cycle - moved);
  for (const Side side : both_sides) angle_[side] = amplitude_[side] * opening_shape(share);
  if (share >= 0.5 && std::exchange(out_, false) && task_ == Task::target) ++turned_;
  if (share < 1.0) return;
  opening_since_.reset();
  rest_until_ = now_ + traits_.rest;
  if (task_ != Task::little) ++openings_;
  if (task_ == Task::target && ++held_ == traits_.guards_after) guards_since_ = now_;
  if (movement.sides == Sides::alternating) working_ = opposite(working_);
  if (task_ == Task::little && --small_left_ <= 0) task_ = Task::easy;
}

}  // namespace stretchcore
