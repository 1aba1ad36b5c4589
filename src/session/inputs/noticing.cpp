// What changed by itself since the last call.

#include "session/answers/answers.hpp"
#include "session/exit/exit.hpp"
#include "session/inputs/inside.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {

void notice(Step& step) {
  catch_up(step);
  watch_primary(step);
  watch_health(step);
  check_question(step);
}

}  // namespace stretchcore
