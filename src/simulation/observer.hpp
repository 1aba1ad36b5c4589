#pragma once

#include <array>
#include <optional>
#include <vector>

#include <stretchcore/simulation/trial.hpp>

namespace stretchcore {

/// Looks over the shoulder of a session: what it says of a person, and what they are like when it does.
class Observer {
 public:
  Observer(VirtualPerson person, const Exercise& exercise, const Person& known, const SessionOptions& options);

  TrialRow row();

 private:
  /// A rule as it was told, with what it watches.
  struct ToldRule {
    int rule = 0;
    std::optional<Side> side;
    ChannelSet channels;
    bool ok = false;
  };

  void hear(const Event& event);
  void enter(const PhaseChanged& change);
  void count(const Repetition& repetition);
  void count(const Attempt& attempt);
  void count_led();
  void guarded(Time from);
  void look();
  void watch_rules(Time passed);
  std::optional<Angle> led_beyond() const;

  VirtualPerson person_;
  Session session_;
  TrialRow row_;
  double targets_of_limits_ = 0.0;
  bool answered_ = false;                     ///< less was asked for since the person guards
  Bilateral<std::optional<Angle>> target_{};  ///< as it was told
  int turned_ = 0;
  std::vector<ToldRule> rules_;
  std::array<Time, channel_count> seen_at_{};
  ChannelSet refused_;  ///< of this step
  bool refused_all_ = false;
  Time now_{0};
};

}  // namespace stretchcore
