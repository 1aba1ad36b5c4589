#include <set>
#include <string>

#include <stretchcore/cue/signal.hpp>

#include "catch.hpp"

namespace cue_signal_test {

using namespace stretchcore;
using namespace stretchcore::literals;

TEST_CASE("every signal has a form of its own, to hear, to feel and to see") {
  std::set<std::string> shapes;
  std::set<std::vector<std::int64_t>> pulses;
  for (std::size_t i = 0; i < signal_forms().size(); ++i) {
    const SignalForm& one = signal_forms()[i];
    CHECK(one.kind == static_cast<SignalKind>(i));
    CHECK(&form(one.kind) == &one);
    CHECK(one.pitch >= 200.0);
    CHECK(one.pitch <= 1000.0);
    CHECK(one.pulses().size() % 2 == 1);  // it ends with a pulse
    std::vector<std::int64_t> lengths;
    for (const Time each : one.pulses()) lengths.push_back(each.count());
    CHECK(pulses.insert(lengths).second);
    CHECK(shapes.insert(std::string{one.shape}).second);
    CHECK(one.length() < 1_s);
  }
  CHECK(form(SignalKind::stop).pulses().front() >= 500_ms);
  CHECK(form(SignalKind::stop).pulses().size() == 1);
}

TEST_CASE("what happens has its signal, and most has none") {
  CHECK(signal_of(Guide{{}, GuideKind::near_target, {}}) == SignalKind::near_target);
  CHECK(signal_of(Guide{{}, GuideKind::turn, Side::left}) == SignalKind::turn);
  CHECK(signal_of(Guide{{}, GuideKind::home, {}}) == SignalKind::home);
  CHECK(signal_of(QuestionAsked{}) == SignalKind::question);
  CHECK(signal_of(PhaseChanged{{}, Phase::stretching, Phase::stopped, 1}) == SignalKind::stop);
  CHECK(signal_of(PhaseChanged{{}, Phase::paused, Phase::stopped, 1}) == SignalKind::stop);
  CHECK(signal_of(PhaseChanged{{}, Phase::stretching, Phase::paused, 1}) == SignalKind::pause);
  CHECK(signal_of(PhaseChanged{{}, Phase::paused, Phase::stretching, 1}) == SignalKind::found);
  CHECK_FALSE(signal_of(PhaseChanged{{}, Phase::paused, Phase::coming_out, 1}));
  CHECK_FALSE(signal_of(PhaseChanged{{}, Phase::measuring, Phase::stretching, 1}));
  CueGiven cue;
  CHECK_FALSE(signal_of(cue));
  for (const Moment moment : {Moment::over_target, Moment::ease_off, Moment::rule}) {
    cue.moment = moment;
    CHECK(signal_of(cue) == SignalKind::correction);
  }
  CHECK_FALSE(signal_of(SessionEnded{}));
}

}  // namespace cue_signal_test
