#pragma once

// What module.cpp calls, in the order in which types must be known.

#include <pybind11/pybind11.h>

namespace stretchcore {

namespace py = pybind11;

void bind_package(py::module_& m);
void bind_errors(py::module_& m);
void bind_quantity(py::module_& m);
void bind_model(py::module_& m);
void bind_exercise(py::module_& m);
void bind_options(py::module_& m);
void bind_recording(py::module_& m);
void bind_stream(py::module_& m);
void bind_motion(py::module_& m);
void bind_imu(py::module_& m);
void bind_imu_recording(py::module_& m);
void bind_inputs(py::module_& m);
void bind_landmarks(py::module_& m);
void bind_summary(py::module_& m);
void bind_events(py::module_& m);
void bind_balance(py::module_& m);
void bind_cue(py::module_& m);
void bind_safety(py::module_& m);
void bind_routine(py::module_& m);
void bind_screening(py::module_& m);
void bind_session(py::module_& m);
void bind_analyse(py::module_& m);
void bind_exchange(py::module_& m);
void bind_traits(py::module_& m);
void bind_simulation(py::module_& m);
void bind_archive(py::module_& m);
void bind_journal(py::module_& m);
void bind_replay(py::module_& m);
void bind_history(py::module_& m);

}  // namespace stretchcore
