#include <stretchcore/balance/compare.hpp>

#include "bind.hpp"
#include "casters.hpp"

namespace stretchcore {

using namespace detail;

void bind_balance(py::module_& m) {
  using Repetitions = std::vector<Repetition>;

  m.def(
      "ranges", [](const Repetitions& repetitions, const ErrorModel& error) { return ranges(repetitions, error); },
      py::arg("repetitions"), py::arg("error_model"),
      "The range of each side from the reach of its openings: a Bilateral of Estimate.");
  m.def(
      "mean_range",
      [](const Repetitions& repetitions, const ErrorModel& error) { return mean_range(repetitions, error); },
      py::arg("repetitions"), py::arg("error_model"),
      "The Estimate of the mean of both sides; of the one side that moved, or was seen, where there is no other.");
  m.def(
      "compare_sides",
      [](const Repetitions& repetitions, const ErrorModel& error) { return compare_sides(repetitions, error); },
      py::arg("repetitions"), py::arg("error_model"),
      "Right - left with a 95 % interval. A side is named only when zero lies outside of it.");
  m.def(
      "compare_ranges",
      [](const Estimate& before, const Estimate& after, const std::optional<ErrorModel>&, int looks) {
        return compare_ranges(before, after, looks);
      },
      py::arg("before"), py::arg("after"), py::arg("error_model") = py::none(), py::kw_only(), py::arg("looks") = 1,
      "The Gain from one Estimate to another, in one session and one placement of the sensor. An Estimate carries its\n"
      "error already; `looks` is how many comparisons the session may make in all.");
  m.def(
      "compare_ranges",
      [](const Repetitions& before, const Repetitions& after, const ErrorModel& error, int looks) {
        return compare_ranges(mean_range(before, error), mean_range(after, error), looks);
      },
      py::arg("before"), py::arg("after"), py::arg("error_model"), py::kw_only(), py::arg("looks") = 1,
      "The Gain of the mean of both sides from some repetitions to later ones.");
}

}  // namespace stretchcore
