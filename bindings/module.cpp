#include "bind.hpp"

PYBIND11_MODULE(_core, m) {
  using namespace stretchcore;

  m.doc() = "The compiled half of stretchcore.";
  bind_package(m);
  bind_errors(m);
  bind_quantity(m);
  bind_model(m);
  bind_exercise(m);
  bind_options(m);
  bind_recording(m);
  bind_stream(m);
  bind_imu(m);
  bind_motion(m);
  bind_landmarks(m);
  bind_imu_recording(m);
  bind_inputs(m);
  bind_screening(m);
  bind_summary(m);
  bind_events(m);
  bind_balance(m);
  bind_safety(m);
  bind_session(m);
  bind_routine(m);
  bind_cue(m);
  bind_analyse(m);
  bind_exchange(m);
  bind_traits(m);
  bind_simulation(m);
  bind_archive(m);
  bind_journal(m);
  bind_replay(m);
  bind_history(m);
}
