#pragma once

// Somebody who does what a script says, wave by wave: no body, no model, so that every number of it is known.

#include <cmath>
#include <functional>
#include <optional>
#include <vector>

#include "session/people.hpp"

namespace stretchcore {
inline namespace session_tests {

/// What one wave, or a time of rest, is made of.
struct Wave {
  Bilateral<double> peak{4, 4};
  double seconds = 5;
};

class Follower {
 public:
  explicit Follower(Source source = Source::optical_markers, std::uint64_t seed = 1, Answers answers = Answers::voice,
                    const std::string& exercise = "dynamic-inner-thigh-stretch")
      : session(exercise_of(exercise), screened(exercise_of(exercise)), options(source, answers)), dice_(seed) {
    keep(session.report(Command{Time{0}, Action::start}));
  }

  double rate = 30;
  double home = 4;
  double noise = 0.2;
  double drift = 0;                      ///< of both hips [°/s]
  Bilateral<double> shift{};             ///< of one hip [°], and
  Bilateral<double> drift_of{};          ///< its own drift [°/s]
  double list = 0;                       ///< of the pelvis [°]
  std::function<double(double)> hidden;  ///< above zero: not seen at this time
  bool swapped = false;                  ///< left is shown as right
  Session session;
  double now = 0;
  std::vector<Event> events;
  std::vector<Event> latest;

  std::optional<double> target() const {
    const auto asked = session.target();
    return asked ? std::optional{asked->angle.degrees()} : std::nullopt;
  }
  bool free() const {
    return listened() && (session.phase() == Phase::measuring || session.phase() == Phase::remeasuring);
  }
  /// What to do has been said: the person begins no earlier.
  bool listened() const {
    const Stage stage = inside(session).course.stage;
    return stage == Stage::practising || stage == Stage::opening;
  }

  void report(const Report& input) { keep(session.report(input)); }

  /// One opening as a cosine has it, or rest where the peaks are home.
  void feed(const Wave& wave) {
    latest.clear();
    const double from = now;
    const int samples = static_cast<int>(wave.seconds * rate);
    for (int n = 1; n <= samples && !session.over(); ++n) {
      now = from + n / rate;
      const double out = 0.5 - 0.5 * std::cos(2 * 3.14159265358979 * n / samples);
      Posture posture{seconds(now)};
      for (const Side side : both_sides) {
        const Side shown = swapped ? opposite(side) : side;
        const double own = shift[side] + drift_of[side] * now;
        const double angle = home + (wave.peak[side] - home) * out + drift * now + own + noise * dice_.next();
        posture.set(channel(Motion::hip_abduction, shown), degrees(angle));
        posture.set(channel(Motion::knee_flexion, shown), degrees(8 + noise * dice_.next()));
      }
      posture.set(Channel::pelvis_list, degrees(list + noise * dice_.next()));
      posture.set(Channel::pelvis_tilt, degrees(noise * dice_.next()));
      posture.set(Channel::pelvis_rotation, degrees(noise * dice_.next()));
      keep(session.observe(posture));
    }
  }
  void rest(double time = 0.5) { feed({{home, home}, time}); }

  /// Until it is over: what to do in free openings, and to a target. Answers "same" and what it is told.
  void play(const std::function<Bilateral<double>()>& freely, const std::function<Bilateral<double>(double)>& to,
            const std::function<void()>& after = {}, double most = 600) {
    while (!session.over() && now < most) {
      const auto asked = target();
      if (free()) {
        feed({freely(), 5});
      } else if (session.phase() == Phase::stretching && listened() && asked) {
        feed({to(*asked), 5});
      } else if (session.phase() == Phase::stretching && listened()) {
        feed({freely(), 5});
      } else {
        rest();
      }
      if (after) after();
    }
  }

 private:
  static SessionOptions options(Source source, Answers answers) {
    SessionOptions chosen;
    chosen.source = source;
    chosen.answers = answers;
    return measured(chosen);
  }

  void keep(std::span<const Event> told) {
    std::vector<OpenQuestion> asked;
    for (const Event& event : told) {
      events.push_back(event);
      latest.push_back(event);
    }
    for (std::size_t i = latest.size() - told.size(); i < latest.size(); ++i) {
      const auto* question = std::get_if<QuestionAsked>(&latest[i]);
      if (!question || question->kind == QuestionKind::pain) continue;
      const auto choice =
          question->kind == QuestionKind::change ? std::optional{Choice::same} : agreeable(question->kind);
      if (choice) reply_.push_back({question->id, question->kind == QuestionKind::more ? Choice::more : *choice});
    }
    while (!reply_.empty()) {
      const auto [id, choice] = reply_.back();
      reply_.pop_back();
      keep(session.report(Answer{seconds(now), id, choice}));
    }
  }

  std::vector<std::pair<int, Choice>> reply_;
  Dice dice_;
};

}  // namespace session_tests
}  // namespace stretchcore
