// A report of the person: its time, and that it is a sign of life.

#include "session/inputs/inside.hpp"
#include "session/watch/watch.hpp"

namespace stretchcore {

void hear(Step& step, std::optional<Time> time) {
  arrive(step, time);
  note_alive(step);
}

}  // namespace stretchcore
