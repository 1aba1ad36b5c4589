#include <pybind11/numpy.h>

#include <stretchcore/safety/explain.hpp>
#include <stretchcore/safety/monitor.hpp>

#include "bind.hpp"
#include "casters.hpp"

namespace stretchcore {

using namespace detail;

namespace {

/// Conditions, rule texts, or both; a text about a pair stands for a condition on each side.
std::vector<Condition> conditions_from(py::handle rules) {
  if (PyUnicode_Check(rules.ptr()) || !py::isinstance<py::iterable>(rules)) {
    throw py::type_error("expected a list of rules, got " + type_name(rules));
  }
  std::vector<Condition> conditions;
  for (const py::handle rule : py::reinterpret_borrow<py::iterable>(rules)) {
    if (PyUnicode_Check(rule.ptr())) {
      for (const Condition& one : parse_rule_by_side(rule.cast<std::string>())) conditions.push_back(one);
    } else if (py::isinstance<Condition>(rule)) {
      conditions.push_back(rule.cast<const Condition&>());
    } else {
      throw py::type_error("expected a Condition or the text of a rule, got " + type_name(rule));
    }
  }
  return conditions;
}

std::optional<std::string> unit_of(MarginUnit unit) {
  switch (unit) {
    case MarginUnit::degrees:
      return "deg";
    case MarginUnit::degrees_per_second:
      return "deg/s";
    case MarginUnit::none:
      return "1";
    default:
      return std::nullopt;
  }
}

/// The angles that a rule compares as they are, or their size, with a number: for pictures.
std::vector<std::pair<Channel, double>> limits(const Condition& condition) {
  std::vector<std::pair<Channel, double>> found;
  for (const Instruction& step : condition.program) {
    const bool magnitude = step.compared == Instruction::Compared::magnitude;
    if (step.unit != MarginUnit::degrees || !(magnitude || step.compared == Instruction::Compared::channel)) continue;
    found.emplace_back(step.channel, step.value);
    if (magnitude) found.emplace_back(step.channel, -step.value);
  }
  return found;
}

std::vector<RuleVerdict> copied(std::span<const RuleVerdict> verdicts) { return {verdicts.begin(), verdicts.end()}; }

/// A verdict of each rule on each row. It reads only the conditions, which never change.
py::array_t<std::int8_t> run(const Monitor& monitor, const Recording& recording) {
  const std::vector<std::int8_t> verdicts = [&] {
    const py::gil_scoped_release others_may_run;
    return monitor.run(recording);
  }();
  const auto rules = static_cast<py::ssize_t>(monitor.conditions().size());
  py::array_t<std::int8_t> table({static_cast<py::ssize_t>(recording.size()), rules});
  std::copy(verdicts.begin(), verdicts.end(), table.mutable_data());
  return table;
}

void bind_condition(py::module_& m) {
  py::class_<Condition> type(m, "Condition", "A rule of the rule language, compiled. Made by `parse_rule`.");
  type.def_property_readonly(
          "text", [](const Condition& self) { return self.text; }, "The rule as it was written.")
      .def_property_readonly(
          "side", [](const Condition& self) { return self.side; },
          "The side this copy watches, for a rule about a pair.")
      .def_property_readonly(
          "channels", [](const Condition& self) { return self.channels; }, "What it needs to see.")
      .def_property_readonly(
          "margin_unit", [](const Condition& self) { return unit_of(self.margin_unit); },
          "The unit of its margin (UCUM): deg, deg/s, or 1 for a ratio; None where comparisons of several are joined.")
      .def("__eq__",
           [](const Condition& self, py::handle other) -> py::object {
             if (!py::isinstance<Condition>(other)) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
             return py::bool_(self == other.cast<const Condition&>());
           })
      .def("__repr__",
           [](const Condition& self) {
             const std::string text = py::repr(py::str(self.text)).cast<std::string>();
             if (!self.side) return "parse_rule(" + text + ")";
             return "parse_rule_by_side(" + text + ")[" + (*self.side == Side::left ? "0" : "1") + "]";
           })
      .def("__reduce__", [](const Condition& self) {
        const py::module_ core = py::module_::import("stretchcore._core");
        return py::make_tuple(core.attr("_parse_side"), py::make_tuple(self.text, self.side));
      });
  type.attr("__module__") = "stretchcore";

  m.def("parse_rule", &parse_rule, py::arg("text"),
        "Compiles a rule about the midline or named sides. Raises RuleError with its position.");
  m.def("parse_rule_by_side", &parse_rule_by_side, py::arg("text"),
        "Compiles a rule for each side it stands for: a tuple of one or two Condition.");
  m.def("explain", static_cast<std::string (*)(const Condition&)>(&explain), py::arg("rule"),
        "A rule as one English sentence. Of the text of a rule about a pair, one sentence for both sides.");
  m.def("explain", static_cast<std::string (*)(std::string_view)>(&explain), py::arg("rule"));
  m.def("_limits", &limits, py::arg("condition"));
  m.def(
      "_parse_side",
      [](const std::string& text, const std::optional<Side>& side) {
        return side ? parse_rule_by_side(text).at(*side == Side::left ? 0 : 1) : parse_rule(text);
      },
      py::arg("text"), py::arg("side"));
}

}  // namespace

void bind_safety(py::module_& m) {
  bind_condition(m);

  py::class_<Monitor> type(m, "Monitor",
                           "Several rules over one stream, without a session.\n\n"
                           "Parameters\n----------\n"
                           "rules\n    Conditions or rule texts; a text about a pair is watched on each side\n\n"
                           "Examples\n--------\n"
                           ">>> m = Monitor([\"abs(pelvis_list) > 5 deg for 0.4 s\"])\n"
                           ">>> m.observe(Posture(0.0, pelvis_list=1.0))\n"
                           "(RuleVerdict.ok,)");
  type.def(py::init([](py::handle rules) { return Monitor(conditions_from(rules)); }), py::arg("rules"))
      .def(
          "observe", [](Monitor& self, const Posture& posture) { return copied(self.observe(posture)); },
          py::arg("posture"), "The verdicts on a posture, in the order of the conditions.")
      .def(
          "tick", [](Monitor& self, Time time) { return copied(self.tick(time)); }, py::arg("time"),
          "The verdicts after time has passed [s]; half a second without a posture makes all unknown.")
      .def("run", &run, py::arg("recording"),
           "The verdicts of a fresh monitor on every row: int8 (rows, conditions), 0 ok, 1 violated, 2 unknown.\n"
           "Other threads run meanwhile.")
      .def_property_readonly(
          "margins",
          [](const Monitor& self) {
            std::vector<std::optional<double>> margins;
            for (std::size_t i = 0; i < self.conditions().size(); ++i) margins.push_back(self.margin(i));
            return margins;
          },
          "How far the posture judged last is inside each limit, below zero outside, in `Condition.margin_unit`;\n"
          "None where a part was not seen.")
      .def_property_readonly("memory", &Monitor::memory, "All that judging needs, however long it goes on [bytes].")
      .def_property_readonly(
          "conditions",
          [](const Monitor& self) {
            return std::vector<Condition>(self.conditions().begin(), self.conditions().end());
          },
          "What is watched, in order.");
  type.attr("__module__") = "stretchcore";
}

}  // namespace stretchcore
