// What goes wrong between a virtual person and a session.

#include <stretchcore/simulation/virtual_person.hpp>

namespace stretchcore {
namespace {

/// The same angles once more.
Posture again(const Posture& earlier, Time now, Angle crept = {}) {
  Posture shown{now};
  earlier.present().each([&](Channel c) { shown.set(c, earlier.angle(c) + crept); });
  return shown;
}

}  // namespace

/// The drift of the sensor since the sample before.
void VirtualPerson::wear() {
  const double passed = to_seconds(since_start_ - drifted_until_);
  drifted_until_ = since_start_;
  const SensorFaults& faults = traits_.faults;
  const Bilateral<Angle>& rate = opening_since_ ? faults.drift_open : faults.drift_home;
  for (const Side side : both_sides) drifted_[side] += rate[side] * passed;
}

/// What the faults of the sensor add to a leg now.
Angle VirtualPerson::added(Side side) const {
  const SensorFaults& faults = traits_.faults;
  const bool moved = faults.moved_at && since_start_ >= *faults.moved_at;
  return drifted_[side] + (moved ? faults.moved[side] : Angle{});
}

bool VirtualPerson::poor() const { return since_start_ >= traits_.faults.poor_from; }

/// The legs are on their way home and will be there in so long: half of the time for which they hide each other.
void VirtualPerson::closes(Time still) {
  const Time hidden = traits_.faults.hidden_at_home;
  if (hidden == Time{0} || !poor() || still > hidden / 2) return;
  if (!hidden_since_ || now_ - *hidden_since_ >= hidden) hidden_since_ = now_;
}

/// Whether values are shown that were shown before.
bool VirtualPerson::repeats(Posture& shown) {
  const SensorFaults& faults = traits_.faults;
  if (faults.stuck_at && since_start_ >= *faults.stuck_at) {
    if (!stuck_) stuck_ = shown;
    shown = again(*stuck_, now_, faults.creep * to_seconds(now_ - stuck_->time));
    return true;
  }
  if (faults.renewed_every == Time{0} || !poor()) return false;
  const bool due = !renewed_ || now_ - renewed_->time >= faults.renewed_every;
  if (due) renewed_ = shown;
  shown = again(*renewed_, now_);
  return !due;
}

/// Takes away what is not seen now.
void VirtualPerson::hide(Posture& shown) const {
  const SensorFaults& faults = traits_.faults;
  const bool together = hidden_since_ && now_ - *hidden_since_ < faults.hidden_at_home;
  const bool blinks = faults.blinks_every > Time{0} && poor() && since_start_ % faults.blinks_every >= faults.seen_for;
  shown.present().each([&](Channel c) {
    const bool leg = side(c).has_value();
    if ((together && leg) || (blinks && (faults.blinking.empty() || faults.blinking.contains(c)))) shown.clear(c);
  });
}

/// What the faults of the sensor make of a posture.
void VirtualPerson::spoil(Posture& shown) {
  const SensorFaults& faults = traits_.faults;
  const Time exchanged = faults.exchanged_at ? since_start_ - *faults.exchanged_at : Time{-1};
  const bool over = faults.exchanged_for > Time{0} && exchanged >= faults.exchanged_for;
  if (exchanged >= Time{0} && !over) shown = shown.mirrored();
  const bool old = repeats(shown) || frozen_;
  hide(shown);
  shown_ = old ? ChannelSet{} : shown.present();
  shown.time = told_by(Clocks::postures);
}

/// Whether a posture comes at all: not one of which nothing is left, nor one more of a slow stream.
bool VirtualPerson::arrives() {
  const SensorFaults& faults = traits_.faults;
  if (!poor()) return true;
  if (faults.blinks_every > Time{0} && now_ >= traits_.settles_in && posture_.present().empty()) return false;
  if (faults.slow_every == Time{0}) return true;
  if (came_at_ && now_ - *came_at_ < faults.slow_every) return false;
  came_at_ = now_;
  return true;
}

/// The time as that clock of the app has it.
Time VirtualPerson::told_by(Clocks clock) const {
  const AppFaults& app = traits_.app;
  const bool jumped = app.clock_jumps_at && since_start_ >= *app.clock_jumps_at;
  return jumped && (app.clocks == Clocks::both || app.clocks == clock) ? now_ + app.clock_jump : now_;
}

/// Nobody calls for a while, and the body goes on.
void VirtualPerson::pass_suspended(const Session& session) {
  const AppFaults& app = traits_.app;
  if (!app.suspended_at || was_suspended_ || since_start_ < *app.suspended_at) return;
  was_suspended_ = true;
  const Time until = since_start_ + app.suspended_for;
  while (since_start_ < until) {
    move(session);
    wear();
    later();
  }
}

/// The app hands over what came. Where one of its clocks has jumped, both are heard.
void VirtualPerson::show(Session& session, bool comes) {
  if (!comes) shown_ = {};
  if (comes) keep(session, session.observe(posture_));
  const bool two = traits_.app.clocks != Clocks::both && told_by(Clocks::postures) != told_by(Clocks::ticks);
  if (!comes || two) keep(session, session.tick(told_by(Clocks::ticks)));
}

}  // namespace stretchcore
