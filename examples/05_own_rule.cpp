// A rule of one's own: mistyped, put right, watched over a stream, and put into an exercise.

#include <array>
#include <cstdio>
#include <optional>

#include <stretchcore/stretchcore.hpp>

namespace sc = stretchcore;

int main() {
  try {
    sc::parse_rule("abs(pelvis_lsit) > 5 deg for 0.3 s");
  } catch (const sc::RuleError& error) {
    std::printf("%s\n\n", error.what());
  }
  const sc::Condition level = sc::parse_rule("abs(pelvis_list) > 5 deg for 0.3 s");
  std::printf("%s\n", sc::explain(level).c_str());

  // In your app: a camera. Here the pelvis lists, the camera loses it, and in the end nothing comes at all.
  sc::Monitor monitor{{level}};
  const auto tell = [&](sc::Time time, sc::RuleVerdict verdict) {
    const std::optional<double> margin = monitor.margin(0);  // how far inside the limit, below zero outside
    std::printf("%4.1f s  %-8s", sc::to_seconds(time), sc::name(verdict).data());
    margin ? std::printf("  margin %+.1f deg\n", *margin) : std::printf("  no margin\n");
  };
  const std::array<std::optional<double>, 8> camera{1, 6, 7, 7, 8, std::nullopt, 8, 2};
  sc::Time time{0};
  for (const std::optional<double>& angle : camera) {
    sc::Posture posture{time};
    if (angle) posture.set(sc::Channel::pelvis_list, sc::degrees(*angle));
    tell(time, monitor.observe(posture)[0]);
    time += sc::seconds(0.1);
  }
  time += sc::seconds(0.5);
  tell(time, monitor.tick(time)[0]);  // from a timer: silence is not ok

  // In an exercise it gets a name and a response; what a check finds, it says.
  sc::Exercise exercise = sc::catalog().at("strap-hamstring-hold");
  exercise.rules.push_back({.id = "quiet-pelvis", .when = level.text, .response = sc::Response::pause});
  for (const sc::Text& words :
       {sc::Text{}, {{"en", "Pelvis level."}, {"de", "Becken gerade."}, {"es", "Pelvis nivelada."}}}) {
    exercise.rules.back().words = words;
    for (const sc::Finding& finding : sc::findings(exercise)) {
      if (finding.severity == sc::Severity::note) continue;  // who has read its words; `reviewed_by` says it
      std::printf("%s: %s %s\n", sc::name(finding.severity).data(), finding.path.c_str(), finding.message.c_str());
    }
  }
}
