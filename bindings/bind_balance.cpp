#include <stretchcore/balance/across.hpp>
#include <stretchcore/balance/compare.hpp>
#include <stretchcore/balance/indices.hpp>

#include "bind.hpp"
#include "bind_struct.hpp"
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
      "Right - left with a 95 % interval. A side is named only when zero lies outside of it, by 3° at least.");
  m.def(
      "compare_sides",
      [](const Repetitions& before, const Repetitions& after, const ErrorModel& error) {
        return compare_sides(before, after, error);
      },
      py::arg("before"), py::arg("after"), py::arg("error_model"),
      "The same from two measurings of one session: what both sides gained in between cancels out.");
  m.def("interval", &interval, py::arg("estimate"), "The 95 % Interval of an Estimate.");
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
  m.def("compare_sessions", &compare_sessions, py::arg("earlier"), py::arg("later"),
        "The Gain from one session to another. The sensor was placed anew, so its error is in both: increased needs\n"
        "the smallest change it can detect (MDC95 = 1.96 √(SE₁² + SE₂²)).");
  bind_struct<Consistency>(
      m, Docs<Consistency>{"Consistency", "How often each side was the tighter one, and whether that names a side.",
                           "sessions", "sessions", "sessions, by more than the sensor can be off",
                           "sessions, by more than the sensor can be off", "sessions whose sensor can tell sides apart",
                           "valid at every look: the chance that equal sides ever come to this",
                           "where p is 0.02 or less: nine tested sessions that agree, and no fewer"});
  m.def(
      "consistency", [](const std::vector<Asymmetry>& sessions) { return consistency(sessions); }, py::arg("sessions"),
      "The Consistency of the Asymmetry of several sessions, in any order.");
  m.def(
      "consistency",
      [](const std::vector<Angle>& differences, const ErrorModel& error) { return consistency(differences, error); },
      py::arg("differences"), py::arg("error"),
      "The Consistency of several sessions.\n\n"
      "Parameters\n----------\n"
      "differences\n    right - left of each session [°]\n"
      "error\n    the ErrorModel of the sensor that measured all of them\n\n"
      "A session counts for a side where the difference is more than 3° and more than its sensor can be off in all\n"
      "sessions alike. The test may be looked at after every session, and names a side of equal ones in 2 of 100.");
  bind_struct<Trend>(m, Docs<Trend>{"Trend", "How an angle changes, with a 95 % interval.", "[° a unit of `at`]",
                                    "[° a unit of `at`]", "[° a unit of `at`]", "of measurements"});
  m.def(
      "trend", [](const std::vector<double>& at, const std::vector<Angle>& values) { return trend(at, values); },
      py::arg("at"), py::arg("values"),
      "The Trend of angles [°] over days, or openings: the median of the slopes of all pairs (Theil 1950, Sen 1968).\n"
      "None for fewer than five.");
  m.def("plateau", &plateau, py::arg("trend"),
        "Whether openings no longer change anything: all of the interval within 0.1° an opening.");
  m.def(
      "indices",
      [](Angle left, Angle right, Angle standard_error) {
        const auto values = indices(left, right, standard_error);
        py::dict named;
        for (std::size_t i = 0; i < values.size(); ++i) named[py::str(symmetry_indices()[i].name)] = values[i];
        return named;
      },
      py::arg("left"), py::arg("right"), py::arg("standard_error") = Angle{},
      "The ratios by which the literature compares sides, by name. Raises InvalidModel where a ratio has no meaning:\n"
      "opposite signs, or less than 10° or four standard errors. `index_formulas` says what they are.");
  m.def(
      "index_formulas",
      [] {
        py::dict named;
        for (const SymmetryIndex& each : symmetry_indices()) {
          named[py::str(each.name)] = py::make_tuple(each.formula, each.source);
        }
        return named;
      },
      "Name of each index to its formula and its source.");
}

}  // namespace stretchcore
