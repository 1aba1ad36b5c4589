// Guides the built-in person through the stretch, as an app would guide a real one.

#include <cstdio>

#include <stretchcore/simulation/virtual_person.hpp>
#include <stretchcore/stretchcore.hpp>

namespace sc = stretchcore;

int main() {
  sc::Session session{sc::catalog().at("dynamic-inner-thigh-stretch")};
  sc::VirtualPerson person{1};  // in your app: a camera and somebody before it

  // Every sample goes in, and what comes out is said, drawn and remembered.
  while (!session.over()) {
    for (const sc::Event& event : person.step(session)) {
      if (const auto* cue = std::get_if<sc::CueGiven>(&event)) {
        std::printf("%6.1f  %s\n", sc::to_seconds(cue->time), session.text(event, "en").c_str());
      } else if (const auto* done = std::get_if<sc::RepetitionCompleted>(&event)) {
        const auto& reach = done->repetition.reach;
        std::printf("%6.1f  %d: left %.1f, right %.1f\n", sc::to_seconds(done->time), done->number,
                    reach.left->degrees(), reach.right->degrees());
      }
    }
  }

  const sc::Summary summary = session.summary();
  std::printf("%s\n", summary.text("en").c_str());
  std::printf("gain %.1f (%.1f to %.1f): %s\n", summary.gain.value.degrees(), summary.gain.low.degrees(),
              summary.gain.high.degrees(), sc::name(summary.gain.verdict).data());
}
