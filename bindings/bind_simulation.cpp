#include <algorithm>
#include <pybind11/numpy.h>

#include <stretchcore/balance/compare.hpp>
#include <stretchcore/simulation/trial.hpp>

#include "bind.hpp"
#include "bind_struct.hpp"
#include "events.hpp"

namespace stretchcore {

using namespace detail;

namespace {

/// Steps a person and a session as their events are asked for. It keeps both alive.
class Following {
 public:
  Following(py::object person, py::object session)
      : person_(std::move(person)), session_(std::move(session)), start_(person_.cast<const VirtualPerson&>().now()) {}

  py::object next() {
    auto& person = person_.cast<VirtualPerson&>();
    auto& session = session_.cast<Session&>();
    while (given_ == told_.size()) {
      if (session.over() || person.now() - start_ >= longest_following) throw py::stop_iteration();
      told_ = to_python(person.step(session), session);
      given_ = 0;
    }
    return told_[given_++];
  }

 private:
  py::object person_;
  py::object session_;
  Time start_;
  py::tuple told_;
  std::size_t given_ = 0;
};

template <class Value>
py::array_t<double> numbers(const std::vector<TrialRow>& rows, Value&& value) {
  py::array_t<double> column(static_cast<py::ssize_t>(rows.size()));
  std::transform(rows.begin(), rows.end(), column.mutable_data(), value);
  return column;
}

template <class Value>
py::object words(const std::vector<TrialRow>& rows, Value&& value) {
  py::list column;
  for (const TrialRow& row : rows) column.append(py::str(std::string{name(value(row))}));
  return py::module_::import("numpy").attr("array")(column, py::arg("dtype") = "U24");
}

void add_side(py::dict& table, const std::vector<TrialRow>& rows, Side side) {
  const auto add = [&](const char* what, auto&& value) {
    table[py::str(std::string{what} + "_" + std::string{name(side)})] = numbers(rows, value);
  };
  add("easy_before", [=](const TrialRow& r) { return r.easy_before[side].degrees(); });
  add("easy_after", [=](const TrialRow& r) { return r.easy_after[side].degrees(); });
  add("range_before", [=](const TrialRow& r) { return r.range_before[side].value.degrees(); });
  add("range_before_low", [=](const TrialRow& r) { return interval(r.range_before[side]).low.degrees(); });
  add("range_before_high", [=](const TrialRow& r) { return interval(r.range_before[side]).high.degrees(); });
  add("range_after", [=](const TrialRow& r) { return r.range_after[side].value.degrees(); });
}

/// How it went where clocks, sensors, people and apps are not as they should be.
void add_field(py::dict& table, const std::vector<TrialRow>& rows) {
  table["turned"] = numbers(rows, [](const TrialRow& r) { return r.turned; });
  table["led_of"] = numbers(rows, [](const TrialRow& r) { return r.led_of; });
  table["led_2"] = numbers(rows, [](const TrialRow& r) { return r.led_2; });
  table["led_5"] = numbers(rows, [](const TrialRow& r) { return r.led_5; });
  table["led_most"] = numbers(rows, [](const TrialRow& r) { return r.led_most.degrees(); });
  table["named_left"] = numbers(rows, [](const TrialRow& r) { return r.named.left; });
  table["named_right"] = numbers(rows, [](const TrialRow& r) { return r.named.right; });
  table["measured"] = numbers(
      rows, [](const TrialRow& r) { return r.range_before.left.known() && r.range_before.right.known() ? 1 : 0; });
  table["by_feel"] = numbers(rows, [](const TrialRow& r) { return r.by_feel ? 1 : 0; });
  table["paused_by_person"] = numbers(rows, [](const TrialRow& r) { return r.paused_by_person; });
  table["paused_by_signal"] = numbers(rows, [](const TrialRow& r) { return r.paused_by_signal; });
  table["paused_by_rule"] = numbers(rows, [](const TrialRow& r) { return r.paused_by_rule; });
  table["blind_ok"] = numbers(rows, [](const TrialRow& r) { return to_seconds(r.blind_ok); });
  table["blind_ok_longest"] = numbers(rows, [](const TrialRow& r) { return to_seconds(r.blind_ok_longest); });
}

/// A column for each member, a place for each row.
py::dict table_of(const std::vector<TrialRow>& rows) {
  py::dict table;
  for (const Side side : both_sides) add_side(table, rows, side);
  table["difference"] = numbers(rows, [](const TrialRow& r) { return r.asymmetry.difference.degrees(); });
  table["difference_low"] = numbers(rows, [](const TrialRow& r) { return r.asymmetry.low.degrees(); });
  table["difference_high"] = numbers(rows, [](const TrialRow& r) { return r.asymmetry.high.degrees(); });
  table["sides"] = words(rows, [](const TrialRow& r) { return r.asymmetry.verdict; });
  table["gain"] = numbers(rows, [](const TrialRow& r) { return r.gain.value.degrees(); });
  table["gain_low"] = numbers(rows, [](const TrialRow& r) { return r.gain.low.degrees(); });
  table["gain_high"] = numbers(rows, [](const TrialRow& r) { return r.gain.high.degrees(); });
  table["change"] = words(rows, [](const TrialRow& r) { return r.gain.verdict; });
  table["end_reason"] = words(rows, [](const TrialRow& r) { return r.end_reason; });
  table["blocks"] = numbers(rows, [](const TrialRow& r) { return r.blocks; });
  table["repetitions"] = numbers(rows, [](const TrialRow& r) { return r.repetitions; });
  table["held"] = numbers(rows, [](const TrialRow& r) { return r.held; });
  table["beyond_2"] = numbers(rows, [](const TrialRow& r) { return r.beyond_2; });
  table["beyond_5"] = numbers(rows, [](const TrialRow& r) { return r.beyond_5; });
  table["overreached"] = numbers(rows, [](const TrialRow& r) { return r.overreached; });
  table["drops"] = numbers(rows, [](const TrialRow& r) { return r.drops; });
  table["guarded"] = numbers(rows, [](const TrialRow& r) { return r.guarded; });
  table["of_limit"] = numbers(rows, [](const TrialRow& r) { return r.of_limit; });
  table["duration"] = numbers(rows, [](const TrialRow& r) { return to_seconds(r.duration); });
  add_field(table, rows);
  return table;
}

VirtualPerson make_person(std::uint64_t seed, const py::kwargs& traits) {
  return VirtualPerson{seed, py::type::of<Traits>()(**traits).cast<Traits>()};
}

}  // namespace

void bind_simulation(py::module_& m) {
  py::class_<VirtualPerson> type(m, "VirtualPerson",
                                 "A person to guide when no real one is there. The same seed and traits give the same\n"
                                 "session everywhere.\n\n"
                                 "Parameters\n----------\n"
                                 "seed\n    of all that varies\n"
                                 "**traits\n    what the person is like: see Traits\n\n"
                                 "Examples\n--------\n"
                                 ">>> session = Session(catalog()[\"dynamic-inner-thigh-stretch\"])\n"
                                 ">>> events = list(VirtualPerson(seed=1).follow(session))\n"
                                 ">>> session.over\n"
                                 "True");
  type.def(py::init(&make_person), py::arg("seed") = 1)
      .def(
          "step", [](VirtualPerson& self, Session& session) { return to_python(self.step(session), session); },
          py::arg("session"), "One sample later: reports what is due, moves, is observed. Returns the events.")
      .def(
          "follow",
          [](py::object self, py::object session) {
            if (!py::isinstance<Session>(session)) refuse<Session>(session);
            return Following(std::move(self), std::move(session));
          },
          py::arg("session"),
          "Steps until the session is over, or half an hour has passed. An iterator of events, one by one as they "
          "come.")
      .def_property_readonly("now", &VirtualPerson::now, "[s]")
      .def_property_readonly(
          "traits", [](const VirtualPerson& self) { return self.traits(); }, "What the person is like.")
      .def_property_readonly(
          "posture", [](const VirtualPerson& self) { return self.posture(); }, "As the sensor saw it last.");
  type.def("__copy__", [](const VirtualPerson& self) { return VirtualPerson{self}; })
      .def_property_readonly(
          "easy", [](const VirtualPerson& self) { return self.easy(); },
          "Where the person would go now if they were asked how far it is still easy: a Bilateral [°].")
      .def_property_readonly(
          "limit", [](const VirtualPerson& self) { return self.limit(); },
          "Where their pelvis no longer stays quiet now: a Bilateral [°].")
      .def_property_readonly(
          "opening", [](const VirtualPerson& self) { return self.opening(); },
          "How far each leg really is from home now: a Bilateral [°].")
      .def_property_readonly("turned", &VirtualPerson::turned,
                             "Openings to a target from whose end they have turned back.");
  type.attr("__module__") = "stretchcore";

  m.def(
      "run_trial",
      [](const std::vector<VirtualPerson>& people, const Exercise& exercise, const SessionOptions& options,
         const Person& person, int threads) {
        const std::vector<TrialRow> rows = [&] {
          const py::gil_scoped_release others_may_run;
          return run_trial(people, exercise, options, person, threads);
        }();
        return table_of(rows);
      },
      py::arg("people"), py::arg("exercise"), py::arg("options") = SessionOptions{}, py::arg("person") = Person{},
      py::kw_only(), py::arg("threads") = 0,
      "Guides each VirtualPerson, as they are now, through a session of their own, several at once.\n\n"
      "Returns a dict of arrays, one place for each: what was true (easy_before_left … [°]), what was claimed (range,\n"
      "difference, gain with their intervals [°]; the words sides, change, end_reason), how it went (blocks,\n"
      "repetitions, held; of these, with a target beyond_2 and beyond_5 degrees over the true limit of the side that\n"
      "stops first; of_limit, their target as a share of it; duration [s]). Then how it went in the field: openings to "
      "a\n"
      "target really made (turned; led_of, those with a target on the screen; of these led_2 and led_5, where it "
      "really\n"
      "led so many degrees beyond the limit at that moment; led_most [°]); named_left and named_right, how often "
      "words\n"
      "named a side; measured and by_feel (0 or 1); paused_by_person, _signal, _rule; blind_ok [s], how long a rule "
      "was\n"
      "told ok though what it watches had not been seen for 2 s, and blind_ok_longest [s]. The same for any number of\n"
      "`threads`; 0 is as many as the machine has.");

  py::class_<Following>(m, "_Following", "Events as they come.")
      .def("__iter__", [](py::object self) { return self; })
      .def("__next__", &Following::next);
}

}  // namespace stretchcore
