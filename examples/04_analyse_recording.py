"""What a recording shows: repetitions, ranges with their errors, and which side stops first, if that can be told."""

from pathlib import Path

import stretchcore as sc

# The columns have the laboratory's names; a minus turns a sign. Formats are told by what is in the file.
recording = sc.read_recording(
    Path(__file__).parent / "data" / "openings.csv",
    columns={
        "time": "t_s",
        "hip_abduction_left": "abd_L",
        "hip_abduction_right": "abd_R",
        "pelvis_list": "-obliquity",
    },
    source="optical_markers",
)
analysis = sc.analyse(recording, sc.catalog()["dynamic-inner-thigh-stretch"])

for r in analysis.repetitions:
    print(f"{r.start:5.1f} s  left {r.reach.left:.1f}  right {r.reach.right:.1f}")
for a in analysis.attempts:
    print(f"{a.start:5.1f} s  not counted: {a.reason.name}")
for span in sc.signal_health(recording):
    print(f"{span.start:5.1f} s  {span.channel} {span.health.name}")

left, right = analysis.ranges.left, analysis.ranges.right
print(
    f"left {left.value:.1f} ± {left.standard_error:.1f}, right {right.value:.1f} ± {right.standard_error:.1f}: "
    f"{analysis.asymmetry.verdict.name}"
)
print(analysis.text("en"))
