// The same session with a timer and three buttons: by tempo and by feel. Nothing is seen, so nothing is claimed.

#include <cstdio>
#include <optional>

#include <stretchcore/stretchcore.hpp>

namespace sc = stretchcore;

int main() {
  sc::Session session{sc::catalog().at("dynamic-inner-thigh-stretch"), {}, {.sensor = sc::Sensor::none}};
  std::optional<sc::QuestionAsked> question;

  const auto handle = [&](std::span<const sc::Event> events) {
    for (const sc::Event& event : events) {
      if (const auto* cue = std::get_if<sc::CueGiven>(&event)) {
        std::printf("%6.1f  %s\n", sc::to_seconds(cue->time), session.text(event, "en").c_str());
      } else if (const auto* asked = std::get_if<sc::QuestionAsked>(&event)) {
        question = *asked;  // your app shows asked->choices() as buttons
      }
    }
  };

  handle(session.report(sc::Command{sc::seconds(0), sc::Action::start}));
  for (int tenth = 1; !session.over(); ++tenth) {
    const sc::Time now = sc::seconds(tenth / 10.0);
    handle(session.tick(now));
    if (question && now >= question->answer_by - sc::seconds(5.95)) {  // they tap the middle button
      const sc::Answer tap{now, question->id, question->choices()[question->choices().size() / 2]};
      question.reset();
      std::printf("%6.1f  [%s]\n", sc::to_seconds(now), sc::name(tap.choice).data());
      handle(session.report(tap));
    }
  }

  const sc::Summary summary = session.summary();
  std::printf("%s\n%d openings offered\n", summary.text("en").c_str(), summary.offered_openings);
}
