// A whole app around the loop of the README, with a camera before which nobody ever is. It prints what an app would say
// and show. It is compiled as apps are: without exceptions and RTTI, with other standard libraries, inside other projects.

#include <array>
#include <cstdio>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include <stretchcore/stretchcore.hpp>

namespace sc = stretchcore;

/// Your camera and your pose estimator: a time and 33 landmarks a picture.
class Camera {
 public:
  sc::Time time() { return now_ += std::chrono::milliseconds{50}; }
  sc::CameraGeometry geometry() const { return {.mirrored = false, .image_size = std::array{1280, 720}}; }
  std::vector<sc::Landmark> landmarks() const { return std::vector<sc::Landmark>(33); }

 private:
  sc::Time now_{0};
};

/// Your voice, screen and buttons.
class App {
 public:
  explicit App(const sc::Session& session) : session_(session) {}

  void handle(const sc::Event& event) {
    ++events_;
    std::visit(
        [&](const auto& e) {
          using E = std::decay_t<decltype(e)>;
          if constexpr (std::is_same_v<E, sc::CueGiven>) {
            say(event, e.interrupts);
          } else if constexpr (std::is_same_v<E, sc::Guide>) {
            play("a tone");
          } else if constexpr (std::is_same_v<E, sc::QuestionAsked>) {
            std::printf("%7.1f  %zu buttons\n", sc::to_seconds(e.time), e.choices().size());
          } else if constexpr (std::is_same_v<E, sc::SymptomHeard>) {
            std::printf("%7.1f  help for %s\n", sc::to_seconds(e.time), sc::name(e.symptom).data());
          } else if constexpr (std::is_same_v<E, sc::Emergency>) {
            std::printf("%7.1f  the call, large\n", sc::to_seconds(e.time));
          }  // all others are for screens and logs
        },
        event);
  }

  void draw(const sc::View& view) {
    if (view.phase == phase_) return;
    phase_ = view.phase;
    std::printf("%7.1f  [%s] %s\n", sc::to_seconds(view.time), sc::name(view.phase).data(), view.waiting_for.c_str());
  }

  int events() const { return events_; }

 private:
  void say(const sc::Event& event, bool cuts) {
    const std::string words = session_.text(event, "en");
    if (!words.empty()) std::printf("         %s%s\n", cuts ? "(cuts the voice) " : "", words.c_str());
  }
  void play(const char* tone) { std::printf("         (%s)\n", tone); }

  const sc::Session& session_;
  sc::Phase phase_ = sc::Phase::ready;
  int events_ = 0;
};

int main() {
  Camera camera;
  sc::Session session{sc::catalog().at("dynamic-inner-thigh-stretch")};
  sc::PoseTracker tracker{sc::skeleton("mediapipe-33"), camera.geometry()};
  App app{session};
  session.report(sc::Command{camera.time(), sc::Action::start});
  while (!session.over()) {
    const sc::Posture posture = tracker.posture(camera.time(), camera.landmarks());
    for (const sc::Event& event : session.observe(posture)) app.handle(event);
    app.draw(session.view());
  }
  std::printf("\n%s\n", session.summary().text("en").c_str());
  return app.events() > 20 ? 0 : 1;
}
