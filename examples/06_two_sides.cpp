// Two sides that differ: what is measured, how far both go, and what may be claimed, in one session and over nine.

#include <cstdio>
#include <vector>

#include <stretchcore/simulation/trial.hpp>
#include <stretchcore/stretchcore.hpp>

namespace sc = stretchcore;

int main() {
  sc::Traits traits;
  traits.easy_left = sc::degrees(34);
  traits.easy_right = sc::degrees(43);
  traits.gain = sc::degrees(5);
  traits.gain_openings = 10;
  const sc::SessionOptions options{.source = sc::Source::imu_pair, .precision = sc::Precision::careful};
  sc::Session session{sc::catalog().at("dynamic-inner-thigh-stretch"), {}, options};
  sc::VirtualPerson{1, traits}.follow(session, [&](const sc::Event& event) {
    const auto* change = std::get_if<sc::TargetChanged>(&event);
    if (change != nullptr && change->target && change->target->limited_by == sc::Limit::side_that_stops_first)
      std::printf("%s\n", session.explain(*change->target, "en").c_str());
  });

  const sc::Summary summary = session.summary();
  const auto tell = [](const char* what, sc::Angle value, sc::Angle low, sc::Angle high, std::string_view verdict) {
    std::printf("%-10s %5.1f  (%.1f to %.1f)  %s\n", what, value.degrees(), low.degrees(), high.degrees(),
                verdict.data());
  };
  for (const sc::Side side : sc::both_sides) {
    const sc::Estimate& range = summary.range_before[side];
    const sc::Interval interval = sc::interval(range);
    tell(sc::name(side).data(), range.value, interval.low, interval.high, "");
  }
  const sc::Asymmetry& sides = summary.asymmetry;
  tell("difference", sides.difference, sides.low, sides.high, sc::name(sides.verdict));
  tell("gain", summary.gain.value, summary.gain.low, summary.gain.high, sc::name(summary.gain.verdict));

  // One session of one person proves little. Over many, a camera that always stands at the same place may be off by the
  // same angle in each, so that agreement proves nothing; markers are off by less than this difference.
  std::vector<sc::VirtualPerson> mornings;
  for (unsigned seed = 1; seed <= 9; ++seed) mornings.emplace_back(seed, traits);
  for (const sc::Source source : {sc::Source::phone_camera, sc::Source::optical_markers}) {
    std::vector<sc::Asymmetry> sessions;
    for (const sc::TrialRow& row : sc::run_trial(mornings, session.exercise(), {.source = source})) {
      sessions.push_back(row.asymmetry);
    }
    const sc::Consistency found = sc::consistency(sessions);
    std::printf("%s: left %d of 9, beyond its own error %d: %s\n", sc::name(source).data(), found.left,
                found.beyond_left, found.tighter_side ? sc::name(*found.tighter_side).data() : "neither");
  }
}
