#include <stretchcore/error.hpp>
#include <stretchcore/simulation/traits.hpp>

namespace stretchcore {
namespace {

bool within(Angle a, double low, double high) { return a.degrees() >= low && a.degrees() <= high; }

bool within(const Bilateral<Angle>& a, double low, double high) {
  return within(a.left, low, high) && within(a.right, low, high);
}

bool within(Time time, double low, double high) { return time >= seconds(low) && time <= seconds(high); }

/// A moment after the start, or none.
bool after_start(const std::optional<Time>& moment) { return !moment || *moment >= Time{0}; }

void require(bool good, const char* field, const char* problem) {
  if (!good) throw InvalidModel(field, problem);
}

}  // namespace

void Traits::validate() const {
  require(within(easy_left, 5, 110), "easy_left", "must lie in 5..110 degrees");
  require(within(easy_right, 5, 110), "easy_right", "must lie in 5..110 degrees");
  require(within(spread, 0, 10), "spread", "must lie in 0..10 degrees");
  require(within(gain, -20, 20), "gain", "must lie in -20..20 degrees");
  require(obedience >= 0.0 && obedience <= 1.0, "obedience", "must lie in 0..1");
  require(cycle >= seconds(1) && cycle <= seconds(60), "cycle", "must lie in 1..60 seconds");
  require(settles_in >= Time{0} && settles_in <= seconds(120), "settles_in", "must lie in 0..120 seconds");
  require(within(sensor_noise, 0, 10), "sensor_noise", "must lie in 0..10 degrees");
  require(within(beyond, 0, 30), "beyond", "must lie in 0..30 degrees");
  require(likeness >= 0.0 && likeness <= 0.95, "likeness", "must lie in 0..0.95");
  require(gain_openings >= 1 && gain_openings <= 1000, "gain_openings", "must lie in 1..1000");
  require(within(warms, 0, 30), "warms", "must lie in 0..30 degrees");
  require(within(tires, 0, 5), "tires", "must lie in 0..5 degrees");
  require(!guards_after || *guards_after >= 0, "guards_after", "must not be negative");
  require(within(knees, -30, 90), "knees", "must lie in -30..90 degrees");
  require(within(guarding, 0, 60), "guarding", "must lie in 0..60 degrees");
  require(delay >= Time{0} && delay <= seconds(60), "delay", "must lie in 0..60 seconds");
  require(rest >= Time{0} && rest <= seconds(60), "rest", "must lie in 0..60 seconds");
  require(blocks >= 1 && blocks <= 20, "blocks", "must lie in 1..20");
  require(sensor_likeness >= 0.0 && sensor_likeness <= 0.99, "sensor_likeness", "must lie in 0..0.99");
  require(within(bias.left, -60, 60) && within(bias.right, -60, 60), "bias", "must lie in -60..60 degrees");
  require(within(drift, -60, 60), "drift", "must lie in -60..60 degrees");
  require(within(pelvis_line, -60, 60), "pelvis_line", "must lie in -60..60 degrees");
  require(within(list, -45, 45), "list", "must lie in -45..45 degrees");
  require(lost >= 0.0 && lost <= 0.9, "lost", "must lie in 0..0.9");
  require(outliers >= 0.0 && outliers <= 0.5, "outliers", "must lie in 0..0.5");
  require(!freezes_at || *freezes_at >= Time{0}, "freezes_at", "must not be negative");
  require(jitter >= 0.0 && jitter <= 0.9, "jitter", "must lie in 0..0.9");
  require(rate >= 5.0 && rate <= 240.0, "rate", "must lie in 5..240 samples a second");
  require(symptom_at >= Time{0}, "symptom_at", "must not be negative");
  require(within(beyond_easy, 0, 60), "beyond_easy", "must lie in 0..60 degrees");
  require(within(beyond_target, -60, 60), "beyond_target", "must lie in -60..60 degrees");
  require(after_start(slides_at), "slides_at", "must not be negative");
  require(within(slid_list, -45, 45), "slid_list", "must lie in -45..45 degrees");
  require(within(slid_tilt, -45, 45), "slid_tilt", "must lie in -45..45 degrees");
  require(within(answers_late, 0, 600), "answers_late", "must lie in 0..600 seconds");
  faults.validate();
  app.validate();
}

void SensorFaults::validate() const {
  require(within(drift_open, -10, 10), "drift_open", "must lie in -10..10 degrees a second");
  require(within(drift_home, -10, 10), "drift_home", "must lie in -10..10 degrees a second");
  require(after_start(moved_at), "moved_at", "must not be negative");
  require(within(moved, -60, 60), "moved", "must lie in -60..60 degrees");
  require(within(rolled, -60, 60), "rolled", "must lie in -60..60 degrees");
  require(after_start(exchanged_at), "exchanged_at", "must not be negative");
  require(exchanged_for >= Time{0}, "exchanged_for", "must not be negative");
  require(poor_from >= Time{0}, "poor_from", "must not be negative");
  require(within(blinks_every, 0, 600), "blinks_every", "must lie in 0..600 seconds");
  require(seen_for >= Time{0} && seen_for <= blinks_every, "seen_for", "must lie in 0..blinks_every seconds");
  require(within(slow_every, 0, 600), "slow_every", "must lie in 0..600 seconds");
  require(within(renewed_every, 0, 600), "renewed_every", "must lie in 0..600 seconds");
  require(within(hidden_at_home, 0, 600), "hidden_at_home", "must lie in 0..600 seconds");
  require(after_start(stuck_at), "stuck_at", "must not be negative");
  require(within(creep, -1, 1), "creep", "must lie in -1..1 degrees a second");
}

void AppFaults::validate() const {
  require(after_start(suspended_at), "suspended_at", "must not be negative");
  require(within(suspended_for, 0, 86400), "suspended_for", "must lie in 0..86400 seconds");
  require(after_start(clock_jumps_at), "clock_jumps_at", "must not be negative");
  require(within(clock_jump, -1e8, 1e8), "clock_jump", "must lie in -1e8..1e8 seconds");
}

}  // namespace stretchcore
