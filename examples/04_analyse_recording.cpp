// What a recording shows: repetitions, ranges with their errors, and which side stops first, if that can be told.

#include <cstdio>

#include <stretchcore/exchange/read_recording.hpp>
#include <stretchcore/stretchcore.hpp>

namespace sc = stretchcore;

int main(int, char** arguments) {  // examples/data/openings.csv
  // The columns have the laboratory's names; a minus turns a sign. Formats are told by what is in the file.
  const sc::Recording recording = sc::read_recording(arguments[1], {.columns = {{"time", "t_s"},
                                                                                {"hip_abduction_left", "abd_L"},
                                                                                {"hip_abduction_right", "abd_R"},
                                                                                {"pelvis_list", "-obliquity"}},
                                                                    .source = sc::Source::optical_markers});
  const sc::Analysis analysis = sc::analyse(recording, sc::catalog().at("dynamic-inner-thigh-stretch"));

  for (const sc::Repetition& r : analysis.repetitions)
    std::printf("%5.1f s  left %.1f  right %.1f\n", sc::to_seconds(r.start), r.reach.left->degrees(),
                r.reach.right->degrees());
  for (const sc::Attempt& a : analysis.attempts)
    std::printf("%5.1f s  not counted: %s\n", sc::to_seconds(a.start), sc::name(a.reason).data());
  for (const sc::HealthSpan& span : sc::signal_health(recording))
    std::printf("%5.1f s  %s %s\n", sc::to_seconds(span.start), sc::name(span.channel).data(),
                sc::name(span.health).data());

  const sc::Estimate left = analysis.ranges.left, right = analysis.ranges.right;
  std::printf("left %.1f ± %.1f, right %.1f ± %.1f: %s\n", left.value.degrees(), left.standard_error.degrees(),
              right.value.degrees(), right.standard_error.degrees(), sc::name(analysis.asymmetry.verdict).data());
  std::printf("%s\n", analysis.text("en").c_str());
}
