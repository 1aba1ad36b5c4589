// What an app can do with the words: say them, sound the rhythm, caption them, hand them to a speech engine, or play a
// whole session where nothing sees and nobody answers.

#include <cstdio>
#include <span>
#include <string>

#include <stretchcore/simulation/virtual_person.hpp>
#include <stretchcore/stretchcore.hpp>

namespace sc = stretchcore;

namespace {

/// The first rows of a text.
std::string first_rows(const std::string& text, int rows) {
  std::size_t end = 0;
  for (; rows > 0 && end < text.size(); --rows) end = text.find('\n', end) + 1;
  return text.substr(0, end);
}

}  // namespace

int main() {
  const sc::Exercise& exercise = sc::catalog().at("dynamic-inner-thigh-stretch");
  sc::Session session{exercise, {}, {.language = "de"}};
  int signals = 0;
  sc::VirtualPerson{1}.follow(session, [&](const sc::Event& event) {
    const auto signal = sc::signal_of(event);
    if (!signal || ++signals > 4) return;
    const sc::SignalForm& form = sc::form(*signal);
    std::printf("%6.1f  %s %s: %.0f Hz, %zu pulses\n", sc::to_seconds(session.state().now()), form.shape.data(),
                sc::name(*signal).data(), form.pitch, form.pulses().size());
  });

  const std::vector<sc::Line> lines = sc::transcript(session.summary());
  std::printf("\n%s", first_rows(sc::to_webvtt(lines), 10).c_str());
  std::printf("\n%s", first_rows(sc::to_ssml(lines, "de"), 7).c_str());

  const sc::Script script = sc::script(exercise, sc::seconds(300), "es");
  std::printf("\n%d by %d, %.0f s\n", script.blocks, script.openings, sc::to_seconds(script.length));
  for (const sc::Line& line : std::span{script.lines}.last(5)) {
    std::printf("%6.1f  %s\n", sc::to_seconds(line.start), line.text.c_str());
  }
}
