#include <iomanip>

#include <stretchcore/simulation/virtual_person.hpp>

#include "catch.hpp"
#include "session/people.hpp"

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

struct Run {
  int postures = 0;
  int events = 0;
  std::string fingerprint;

  bool operator==(const Run&) const = default;
};

/// Sessions of one person after the other, until so many postures have gone in.
Run guided(int postures) {
  Run run;
  Fingerprint fingerprint;
  for (std::uint64_t seed = 1; run.postures < postures; ++seed) {
    Traits traits{.gain = degrees(static_cast<double>(seed % 5)), .rate = seed % 2 == 0 ? 30.0 : 60.0};
    traits.sees_pelvis = seed % 3 == 0;
    traits.answers = seed % 4 != 0;
    traits.sensor_noise = degrees(0.25 * static_cast<double>(seed % 4));
    if (seed % 7 == 0) traits.symptom = Symptom::tingling;
    traits.symptom_at = seconds(120);
    const Source source = seed % 2 == 0 ? Source::phone_camera : Source::optical_markers;
    Session session{inner_thigh(), {}, {.source = source}};
    VirtualPerson person{seed, traits};
    while (!session.over() && run.postures < postures) {
      for (const Event& event : person.step(session)) {
        fingerprint.add(to_json(event, -1));
        ++run.events;
      }
      ++run.postures;
    }
    fingerprint.add(to_json(session.summary(), -1));
  }
  run.fingerprint = fingerprint.text();
  return run;
}

}  // namespace

// The stored line is the same for gcc and clang, -O0 and -O3. It changes with the words, the exercise and the engine:
// look at what changed, then copy the new line from the failure.
TEST_CASE("a hundred thousand postures bring the same events, to the last bit, under every compiler") {
  const Run run = guided(100000);
  std::ifstream file{std::string{STRETCHCORE_SOURCE_DIR} + "/tests/golden/session_events.txt"};
  std::string stored;
  std::getline(file, stored);
  CHECK(std::to_string(run.events) + " events " + run.fingerprint == stored);
}

TEST_CASE("the same postures bring the same events a second time, whatever was guided in between") {
  const Run run = guided(15000);
  guided(100);
  CHECK(guided(15000) == run);
  CHECK(run.events > 100);
}
