#include <stretchcore/simulation/traits.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

namespace {

void bind_faults(py::module_& m) {
  bind_struct<SensorFaults>(
      m, Docs<SensorFaults>{
             "SensorFaults",
             "What the sensor of a virtual person does from some moment after the start on: in what it\n"
             "reads, not in the body.",
             "added to each leg in each second in which the legs are out [°/s]",
             "added to each leg in each second in which they are at home [°/s]",
             "the camera or the sensor is moved [s]", "and adds so much to the legs from then on [°]",
             "and to the list of the pelvis [°]", "left is taken for right from then on [s]",
             "for so long; 0: for good [s]", "from when on the six that follow are so [s]",
             "the channels come and go in this time; 0: they do not [s]", "and are seen so much of it [s]",
             "these channels; none: all", "a posture comes only so often, ticks in between; 0: all of them come [s]",
             "postures come, their values are new only so often; 0: always [s]",
             "the legs hide each other for so long, in the middle of it they are together [s]",
             "from then on values are stuck [s]", "and go on by a hair, as behind a smoothing filter [°/s]"});
  bind_enum<Clocks>(m, "Clocks", "Whose clock jumps: that of postures, of ticks and reports, or both.");
  bind_struct<AppFaults>(
      m,
      Docs<AppFaults>{"AppFaults", "What the app of a virtual person does from some moment after the start on.",
                      "the app does not call from then on [s]",
                      "for so long; the person goes on with what they were doing [s]", "times are off from then on [s]",
                      "by so much, below zero back [s]", "those of postures, of ticks and reports, or of both"});
}

}  // namespace

void bind_traits(py::module_& m) {
  bind_faults(m);
  bind_struct<Traits>(m, Docs<Traits>{"Traits",
                                      "What a virtual person is like, and how they are seen.",
                                      "where it is still easy, pelvis quiet [°]",
                                      "where it is still easy, pelvis quiet [°]",
                                      "from there to where the pelvis no longer stays quiet [°]",
                                      "from one opening to the next, standard deviation [°]",
                                      "correlation of an opening with the one before [0..0.95]",
                                      "what gain_openings to a target add to both sides [°]",
                                      "openings to a target",
                                      "missing in the first opening, half as much in each that follows [°]",
                                      "lost with each opening to a target [°]",
                                      "openings to a target, after which they hold back",
                                      "by so much, and they go no further, whatever they are told [°]",
                                      "how much of the way from habit to target is gone [0..1]; a correction helps",
                                      "from a new target until they follow it [s]",
                                      "one opening, out and back [s]",
                                      "between two [s]",
                                      "until they lie in position [s]",
                                      "how many they want",
                                      "one sample, standard deviation [°]",
                                      "correlation of a sample's noise with that of the one before [0..0.99]",
                                      "what the sensor adds [°]",
                                      "what it adds to both sides in a minute [°]",
                                      "its pelvis is tilted so far: added to the left side, taken from the right [°]",
                                      "the pelvis itself lies tilted so far, and is seen so [°]",
                                      "share of samples that do not come [0..0.9]",
                                      "share of angles that are anywhere [0..0.5]",
                                      "after the start, from when on the sensor repeats itself [s]",
                                      "samples a second [5..240]",
                                      "how far a sample may come late, as a share of a step [0..0.9]",
                                      "left is taken for right",
                                      "whether there is a sensor at all",
                                      "whether it shows the pelvis",
                                      "how far the knees are bent, below zero the wrong way [deg]",
                                      "whether they answer questions",
                                      "felt symptom_at after the start, if any",
                                      "[s]",
                                      "of one of the exercise's own symptoms",
                                      "goes to where the sensor reads the target; else to the angle itself",
                                      "goes so far beyond easy where nothing but easy is asked for [°]",
                                      "goes so far beyond a target, below zero less far [°]",
                                      "the other leg stays at home",
                                      "after the start; from the next time at home on the pelvis lies otherwise [s]",
                                      "by so much list [°]",
                                      "and so much tilt [°]",
                                      "so much later than others [s]",
                                      "what the sensor does from some moment on",
                                      "what the app does from some moment on"});
}

}  // namespace stretchcore
