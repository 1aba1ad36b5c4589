#include <stretchcore/quantity/estimate.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

void bind_quantity(py::module_& m) {
  m.attr("Bilateral") = bilateral_class();

  bind_enum<Side>(m, "Side", "The person's own left or right, never the picture's.");
  bind_enum<Motion>(m, "Motion", "A joint motion by its clinical name, positive as the name says.");
  bind_enum<Channel>(m, "Channel",
                     "One joint angle with one sign rule, in degrees. The same word names it everywhere.");

  bind_struct<Estimate>(m, Docs<Estimate>{"Estimate", "A value with what is known about its error.", "[°]",
                                          "everything that is uncertain: repetition noise and the sensor [°]",
                                          "the part that repetition noise alone explains [°]",
                                          "openings it rests on; 0 means that nothing was measured",
                                          "the error was given, not estimated from the openings themselves"})
      .def_property_readonly("known", &Estimate::known, "Whether anything was measured.");
  bind_struct<Interval>(m, Docs<Interval>{"Interval", "The angles between two ends, both included.", "[°]", "[°]"})
      .def("__contains__", &Interval::contains, py::arg("angle"));
}

}  // namespace stretchcore
