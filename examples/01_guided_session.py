"""Guides the built-in person through the stretch, as an app would guide a real one."""

import stretchcore as sc

session = sc.Session(sc.catalog()["dynamic-inner-thigh-stretch"])
person = sc.VirtualPerson(seed=1)  # in your app: a camera and somebody before it

# Every sample goes in, and what comes out is said, drawn and remembered.
while not session.over:
    for event in person.step(session):
        if isinstance(event, sc.CueGiven):
            print(f"{event.time:6.1f}  {event.text}")
        elif isinstance(event, sc.RepetitionCompleted):
            reach = event.repetition.reach
            print(f"{event.time:6.1f}  {event.number}: left {reach.left:.1f}, right {reach.right:.1f}")

summary = session.summary()
print(summary.text("en"))
gain = summary.gain
print(f"gain {gain.value:.1f} ({gain.low:.1f} to {gain.high:.1f}): {gain.verdict.name}")
