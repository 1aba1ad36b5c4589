// How a pause of the person ends.

#include "session/course/course.hpp"
#include "session/exit/exit.hpp"
#include "session/pause/inside.hpp"
#include "session/pause/pause.hpp"
#include "session/speech/speech.hpp"

namespace stretchcore {

void go_on_after_pause(Step& step) {
  if (!step.state.intermission.away) {
    say(step, Moment::resume);
    resume(step);
    return take_up(step);
  }
  if (const auto over = over_after_break(step)) return come_out(step, *over);
  set_up_anew(step);
}

}  // namespace stretchcore
