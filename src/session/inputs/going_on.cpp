// What every call ends with: everything that is due happens.

#include "session/course/course.hpp"
#include "session/exit/exit.hpp"
#include "session/inputs/inside.hpp"
#include "session/pause/pause.hpp"

namespace stretchcore {

void go_on(Step& step) {
  notice(step);
  check_alarm(step);
  check_pause(step);
  check_resume(step);
  check_rest(step);
  go_on_with_course(step);
}

}  // namespace stretchcore
