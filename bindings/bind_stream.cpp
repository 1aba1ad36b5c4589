#include <stretchcore/stream/health.hpp>
#include <stretchcore/stream/phase.hpp>
#include <stretchcore/stream/repetition.hpp>
#include <stretchcore/stream/side_check.hpp>
#include <stretchcore/stream/target.hpp>
#include <stretchcore/stream/verdict.hpp>

#include "bind.hpp"
#include "bind_enum.hpp"
#include "bind_json.hpp"
#include "bind_struct.hpp"

namespace stretchcore {

using namespace detail;

void bind_stream(py::module_& m) {
  bind_enum<Phase>(m, "Phase", "Where a session is.");
  bind_enum<EndReason>(m, "EndReason", "Why a session ended.");
  bind_enum<Health>(m, "Health", "Whether a channel can be trusted now.");
  bind_enum<SideCheck>(m, "SideCheck", "What came of asking the person to move their left side once.");
  bind_enum<Rejection>(m, "Rejection", "Why a sample was not taken.");
  bind_enum<Limit>(m, "Limit", "What can hold a target down.");
  bind_enum<AttemptReason>(m, "AttemptReason", "Why a movement was recognised but not counted.");
  bind_enum<RuleVerdict>(m, "RuleVerdict", "What is known about a rule.");
  bind_enum<ScreeningVerdict>(m, "ScreeningVerdict",
                              "Whether an exercise fits a person; postponed is milder than needs_clearance.");
  bind_enum<GainVerdict>(m, "GainVerdict", "What is known about a change of range.");
  bind_enum<Doubt>(m, "Doubt", "Why nothing is said of a change or a side.");
  bind_enum<AsymmetryVerdict>(m, "AsymmetryVerdict", "What is known about the difference of the sides.");

  bind_struct<Tempo>(m, Docs<Tempo>{"Tempo", "How the time of a repetition was spent.", "[s]", "[s]", "[s]"});
  auto repetition = bind_struct<Repetition>(
      m, Docs<Repetition>{"Repetition", "One opening, out and back.", "the side that moved; None when both did", "[s]",
                          "[s]", "when each side was widest [s]",
                          "largest angle while the guarded parts stayed near neutral [°]; None if not seen",
                          "largest angle, whatever the pelvis did [°]; None if not seen",
                          "how fast it went at most, out or back, over 0.3 s [°/s]; None if not seen",
                          "done to a target, not freely", "if not, reach is only the peak",
                          "the pelvis at the start of the repetition served as neutral",
                          "went beyond the band of its target", "out, hold, back",
                          "where each side rested before or after it, the lower of the two [°]"});
  bind_json(repetition);
  bind_struct<Attempt>(
      m, Docs<Attempt>{"Attempt", "A movement that was recognised but is not a repetition.",
                       "the side that moved; None when both did", "[s]", "[s]", "largest angle [°]; None if not seen",
                       "why it was not counted", "where each side rested before or after it [°]"});
  bind_struct<Target>(
      m, Docs<Target>{"Target", "How far to go, per side, and what keeps it there.", "[°]", "what keeps it there",
                      "the side whose own limit it is; a number to follow, not yet a thing to say"});
  bind_struct<Gain>(m,
                    Docs<Gain>{"Gain", "A change of range, with its interval.", "[°]", "[°]", "[°]",
                               "undetermined also when nothing was measured", "why, where there is a reason to tell"});
  bind_struct<Asymmetry>(
      m, Docs<Asymmetry>{"Asymmetry", "The difference of the sides, with its interval.", "right - left [°]", "[°]",
                         "[°]", "undetermined when zero lies inside", "only when the difference is determined",
                         "standard error of the difference by the sensor alone [°]; None where it is not known",
                         "why it is undetermined, where there is a reason to tell"});
}

}  // namespace stretchcore
