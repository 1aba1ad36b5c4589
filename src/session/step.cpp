#include "step.hpp"

namespace stretchcore {
namespace {

/// What is said of a repetition is said this long after its end, when the next may have begun already.
constexpr Time begun_before{500'000'000};

}  // namespace

void enter(Step& step, Phase phase, Stage stage) {
  Course& course = step.state.course;
  step.emit(PhaseChanged{{}, course.phase, phase, course.block});
  course.phase = phase;
  course.phase_since = step.state.now;
  course.practised = 0;
  enter(step, stage);
}

void enter(Step& step, Stage stage) {
  Course& course = step.state.course;
  course.stage = stage;
  course.stage_since = step.state.now;
  course.progress_at = step.state.now;
  course.counted = 0;
  course.counted_side = {};
  course.told = step.state.now - begun_before;
  course.moved_last.reset();
  course.wrong_since.reset();
  step.state.pacing = {};
}

}  // namespace stretchcore
