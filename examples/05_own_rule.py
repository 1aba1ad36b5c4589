"""A rule of one's own: mistyped, put right, watched over a stream, and put into an exercise."""

import stretchcore as sc

try:
    sc.parse_rule("abs(pelvis_lsit) > 5 deg for 0.3 s")
except sc.RuleError as error:
    print(error, end="\n\n")
level = sc.parse_rule("abs(pelvis_list) > 5 deg for 0.3 s")
print(sc.explain(level))

# In your app: a camera. Here the pelvis lists, the camera loses it, and in the end nothing comes at all.
monitor = sc.Monitor([level])


def tell(time, verdict):
    (margin,) = monitor.margins  # how far inside the limit, below zero outside
    inside = "no margin" if margin is None else f"margin {margin:+.1f} deg"
    print(f"{time:4.1f} s  {verdict.name:<8}  {inside}")


for tenth, angle in enumerate([1, 6, 7, 7, 8, None, 8, 2]):
    posture = sc.Posture(tenth / 10) if angle is None else sc.Posture(tenth / 10, pelvis_list=angle)
    tell(tenth / 10, monitor.observe(posture)[0])
tell(1.3, monitor.tick(1.3)[0])  # from a timer: silence is not ok

# In an exercise it gets a name and a response; what a check finds, it says.
exercise = sc.catalog()["strap-hamstring-hold"]
rule = sc.Rule(id="quiet-pelvis", when=level.text, response="pause")
for words in (
    {},
    {"en": "Pelvis level.", "de": "Becken gerade.", "es": "Pelvis nivelada."},
):
    rule = rule.replace(words=words)
    for finding in sc.check(exercise.replace(rules=[*exercise.rules, rule])):
        if finding.severity != sc.Severity.note:  # who has read its words; `reviewed_by` says it
            print(f"{finding.severity.name}: {finding.path} {finding.message}")
