#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iomanip>
#include <map>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include <stretchcore/simulation/virtual_person.hpp>

#include "catch.hpp"
#include "golden_events.hpp"
#include "session/people.hpp"

namespace session_same_events_test {

using namespace stretchcore;

namespace {

/// FNV-1a over everything that comes out, as text: every digit of every double counts.
class Fingerprint {
 public:
  void add(const std::string& text) {
    for (const char c : text) {
      value_ ^= static_cast<unsigned char>(c);
      value_ *= 1099511628211U;
    }
  }
  std::string text() const {
    std::ostringstream digits;
    digits << std::hex << std::setw(16) << std::setfill('0') << value_;
    return digits.str();
  }

 private:
  std::uint64_t value_ = 14695981039346656037U;
};

/// What came out, as text: one event a line, and after each session how it ended.
struct Run {
  int postures = 0;
  std::string text;

  void add(const Session& session, std::span<const Event> told) {
    for (const Event& event : told) text += golden_line(session, event);
  }
  void end(const Session& session) {
    const Summary summary = session.summary();
    Fingerprint fingerprint;
    fingerprint.add(to_json(summary, -1));
    text += "summary " + std::string{summary.end_reason ? name(*summary.end_reason) : "goes_on"} + ' ' +
            fingerprint.text() + '\n';
  }
};

/// People who differ in all that a session looks at.
Traits person_of(std::uint64_t seed) {
  Traits traits{.gain = degrees(static_cast<double>(seed % 5)), .rate = seed % 2 == 0 ? 30.0 : 60.0};
  traits.sees_pelvis = seed % 3 == 0;
  traits.answers = seed % 4 != 0;
  traits.sensor_noise = degrees(0.25 * static_cast<double>(seed % 4));
  if (seed % 7 == 0) traits.symptom = Symptom::tingling;
  traits.symptom_at = seconds(120);
  return traits;
}

Session session_of(std::uint64_t seed) {
  return Session{inner_thigh(), {}, {.source = seed % 2 == 0 ? Source::phone_camera : Source::optical_markers}};
}

/// Sessions of one person after the other, until so many postures have gone in; `saw` is shown each posture.
Run guided(int postures, const std::function<void(std::uint64_t seed, const Posture&)>& saw = {}) {
  Run run;
  for (std::uint64_t seed = 1; run.postures < postures; ++seed) {
    Session session = session_of(seed);
    VirtualPerson person{seed, person_of(seed)};
    while (!session.over() && run.postures < postures) {
      run.add(session, person.step(session));
      if (saw) saw(seed, person.posture());
      ++run.postures;
    }
    run.end(session);
  }
  return run;
}

/// What a sensor saw, as the columns of a recording.
class Film {
 public:
  void add(const Posture& posture) {
    time_.push_back(to_seconds(posture.time));
    for (std::size_t c = 0; c < channel_count; ++c) {
      const auto angle = posture.get(static_cast<Channel>(c));
      columns_[c].push_back(angle ? angle->degrees() : std::nan(""));
      if (angle) seen_.insert(static_cast<Channel>(c));
    }
  }
  Recording recording() const {
    Recording recording{time_};
    seen_.each([&](Channel c) { recording.set(c, columns_[index(c)]); });
    return recording;
  }

 private:
  std::vector<double> time_;
  std::array<std::vector<double>, channel_count> columns_;
  ChannelSet seen_;
};

}  // namespace

// The stored streams are the same for gcc and clang, -O0 and -O3, and from Python (tests/python/test_same_events.py).
// They change with the words, the exercise and the engine: read the difference before the new stream takes the place of
// the old one.
TEST_CASE("a hundred thousand postures bring the same events, to the last bit, under every compiler", "[SR-16]") {
  check_golden_stream(guided(100000).text, "session_events.txt");
}

TEST_CASE("a hundred thousand postures through run are the same through observe, to the last bit") {
  std::map<std::uint64_t, Film> films;
  guided(100000, [&](std::uint64_t seed, const Posture& posture) { films[seed].add(posture); });
  Run run;
  for (const auto& [seed, film] : films) {
    const Recording recording = film.recording();
    Session one = session_of(seed);
    Session other = session_of(seed);
    one.report(Command{{}, Action::start});
    other.report(Command{{}, Action::start});
    std::vector<Event> observed;
    for (std::size_t row = 0; row < recording.size(); ++row) {
      const auto told = one.observe(recording.posture(row));
      observed.insert(observed.end(), told.begin(), told.end());
    }
    const std::vector<Event> told = other.run(recording);
    CHECK(told == observed);
    CHECK(one.state() == other.state());
    run.postures += static_cast<int>(recording.size());
    run.add(other, told);
    run.end(other);
  }
  CHECK(run.postures == 100000);
  check_golden_stream(run.text, "run_events.txt");
}

TEST_CASE("the same postures bring the same events a second time, whatever was guided in between") {
  const Run run = guided(15000);
  guided(100);
  CHECK(guided(15000).text == run.text);
  CHECK(std::count(run.text.begin(), run.text.end(), '\n') > 100);
}

}  // namespace session_same_events_test
