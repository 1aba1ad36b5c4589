#include <algorithm>
#include <string>

#include <stretchcore/cue/render.hpp>
#include <stretchcore/error.hpp>
#include <stretchcore/session/script.hpp>

#include "catch.hpp"
#include "session/people.hpp"

namespace session_script_test {

using namespace stretchcore;
using namespace stretchcore::literals;

namespace {

bool says(const Script& script, const std::string& words) {
  return std::any_of(script.lines.begin(), script.lines.end(),
                     [&](const Line& line) { return line.text.find(words) != std::string::npos; });
}

int count(const Script& script, SignalKind kind) {
  return static_cast<int>(std::count_if(script.signals_.begin(), script.signals_.end(),
                                        [&](const Signal& signal) { return signal.kind == kind; }));
}

}  // namespace

TEST_CASE("a script lasts as long as was asked, warns, sounds the rhythm, and leads out") {
  for (const double wanted : {4.0, 5.5, 7.0}) {
    CAPTURE(wanted);
    const Script one = script(inner_thigh(), seconds(60.0 * wanted));
    CHECK(one.length == seconds(60.0 * wanted));
    CHECK(one.exercise == inner_thigh().id);
    for (const char* symptom : {"umb", "ingl", "urn", "sharp"}) CHECK(says(one, symptom));
    const Line& last = one.lines.back();
    CHECK(last.end < one.length);
    CHECK(to_seconds(one.length - last.end) < 5.0);
    CHECK(count(one, SignalKind::turn) == count(one, SignalKind::home));
    CHECK(count(one, SignalKind::turn) >= one.blocks * one.openings);
    CHECK(count(one, SignalKind::question) == 0);
  }
}

TEST_CASE("nothing in a script overlaps, and all is in order") {
  for (const char* id : {"dynamic-inner-thigh-stretch", "seated-inner-thigh-stretch", "bent-knee-fallout"}) {
    for (const char* language : {"en", "de", "es"}) {
      const Script one = script(exercise_of(id), 290_s, language);
      CHECK(one.language == language);
      for (std::size_t i = 0; i < one.lines.size(); ++i) {
        CHECK(one.lines[i].end - one.lines[i].start == spoken_length(one.lines[i].text));
        if (i > 0) CHECK(one.lines[i].start >= one.lines[i - 1].end);
      }
      CHECK(std::is_sorted(one.signals_.begin(), one.signals_.end(),
                           [](const Signal& a, const Signal& b) { return a.time < b.time; }));
    }
  }
}

TEST_CASE("what a dose cannot last is refused with what it can") {
  CHECK_THROWS_WITH(script(inner_thigh(), 60_s), Catch::Contains("cannot last 1:00 minutes; the nearest is 3:"));
  CHECK_THROWS_AS(script(inner_thigh(), 3600_s), InvalidModel);
  CHECK_THROWS_AS(script(inner_thigh(), Time{-1}), InvalidModel);
}

TEST_CASE("a longer script has more of it, not more silence") {
  const Script shorter = script(inner_thigh(), 260_s);
  const Script longer = script(inner_thigh(), 420_s);
  CHECK(longer.blocks * longer.openings > shorter.blocks * shorter.openings);
}

TEST_CASE("a transcript ends words where others cut them off") {
  Summary summary;
  summary.started = 10_s;
  summary.cues = {
      {12_s, "a", "One two three four five."}, {13_s, "b", "Stop."}, {20_s, "c", "Rest."}, {20_s, "d", "Then sit up."}};
  const std::vector<Line> lines = transcript(summary);
  REQUIRE(lines.size() == 4);
  CHECK(lines[3].start == lines[2].end);  // listed in one call: one after the other
  CHECK(lines[0] == Line{2_s, 3_s, "One two three four five."});
  CHECK(lines[1] == Line{3_s, 3_s + spoken_length("Stop."), "Stop."});
  CHECK(lines[2].start == 10_s);
}

}  // namespace session_script_test
