#include <stretchcore/simulation/virtual_person.hpp>

#include "bind.hpp"
#include "bind_struct.hpp"
#include "events.hpp"

namespace stretchcore {

using namespace detail;

namespace {

constexpr Time longest_following = std::chrono::minutes{30};  // as VirtualPerson::follow

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

VirtualPerson make_person(std::uint64_t seed, const py::kwargs& traits) {
  return VirtualPerson{seed, py::type::of<Traits>()(**traits).cast<Traits>()};
}

}  // namespace

void bind_simulation(py::module_& m) {
  bind_struct<Traits>(
      m,
      Docs<Traits>{"Traits", "What a virtual person is like.", "where it is still easy, pelvis quiet [°]",
                   "where it is still easy, pelvis quiet [°]", "from one opening to the next, standard deviation [°]",
                   "what twenty openings add to both sides [°]",
                   "how much of the way from habit to target is gone [0..1]; a correction helps",
                   "one opening, out and back [s]", "until she lies in position [s]",
                   "one sample, standard deviation [°]", "samples a second [5..240]",
                   "whether there is a sensor at all", "whether it shows the pelvis", "whether she answers questions",
                   "felt symptom_at after the start, if any", "[s]", "of one of the exercise's own symptoms"});

  py::class_<VirtualPerson> type(m, "VirtualPerson",
                                 "Somebody to guide when nobody is there. The same seed and traits give the same\n"
                                 "session everywhere.\n\n"
                                 "Parameters\n----------\n"
                                 "seed\n    of all that varies\n"
                                 "**traits\n    what she is like: see Traits\n\n"
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
          "traits", [](const VirtualPerson& self) { return self.traits(); }, "What she is like.")
      .def_property_readonly(
          "posture", [](const VirtualPerson& self) { return self.posture(); }, "As the sensor saw it last.");
  type.attr("__module__") = "stretchcore";

  py::class_<Following>(m, "_Following", "Events as they come.")
      .def("__iter__", [](py::object self) { return self; })
      .def("__next__", &Following::next);
}

}  // namespace stretchcore
