// Landmarks of a pose estimator in, words out: a camera faces the wall that her legs are up against.

#include <cmath>
#include <cstdio>
#include <numbers>

#include <stretchcore/stretchcore.hpp>

namespace sc = stretchcore;

const sc::Skeleton picture = sc::skeleton("mediapipe-33").in_plane();  // its depth is guessed, and not needed here

// In your app: what MediaPipe makes of the picture. Here she lies still, and from 20 s on opens both legs every 6 s.
std::vector<sc::Landmark> camera(double t) {
  std::vector<sc::Landmark> points(33);  // (0, 0) is "not found"
  const double share = t < 20 ? 0 : (1 - std::cos(2 * std::numbers::pi * (t - 20) / 6)) / 2;
  for (const auto& [at, out, most] : {std::tuple{picture.joints.left, -1, 40}, {picture.joints.right, 1, 34}}) {
    const double a = (2 + most * share) * std::numbers::pi / 180, sine = std::sin(a), cosine = std::cos(a);
    for (const auto& [place, x, y] : {std::tuple{at.shoulder, 110.0, 640.0},
                                      {at.hip, 60.0, 420.0},
                                      {at.knee, 60 + 170 * sine, 420 - 170 * cosine},
                                      {at.ankle, 60 + 330 * sine, 420 - 330 * cosine}})
      points.at(static_cast<unsigned>(place)) = {(640 + out * x) / 1280, y / 720, 0, 0.9};
  }
  return points;
}

int main() {
  sc::PoseTracker tracker{picture, {.image_size = {{1280, 720}}}};
  sc::Session session{sc::catalog().at("dynamic-inner-thigh-stretch"), {}, {.source = sc::Source::phone_camera}};
  session.report(sc::Command{sc::seconds(0), sc::Action::start});
  for (int frame = 1; frame <= 180 * 30; ++frame) {
    for (const sc::Event& event : session.observe(tracker.posture(sc::seconds(frame / 30.0), camera(frame / 30.0)))) {
      if (const auto* cue = std::get_if<sc::CueGiven>(&event))
        std::printf("%6.1f  %s\n", sc::to_seconds(cue->time), session.text(event, "en").c_str());
    }
  }
  std::printf("%s\n", session.finish(sc::seconds(180)).text("en").c_str());
}
