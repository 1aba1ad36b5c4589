"""What an app can do with the words: say them, sound the rhythm, caption them, hand them to a speech engine, or play a
whole session where nothing sees and nobody answers."""

import stretchcore as sc


def first_rows(text, rows):
    """The first rows of a text."""
    return "".join(text.splitlines(keepends=True)[:rows])


exercise = sc.catalog()["dynamic-inner-thigh-stretch"]
session = sc.Session(exercise, options=sc.SessionOptions(language="de"))
signals = 0
for event in sc.VirtualPerson(1).follow(session):
    signal = sc.signal_of(event)
    if signal is None or signals == 4:
        continue
    signals += 1
    form = sc.signal_forms()[signal]
    print(f"{event.time:6.1f}  {form['shape']} {signal}: {form['pitch']:.0f} Hz, {len(form['pulses'])} pulses")

lines = sc.transcript(session.summary())
print("\n" + first_rows(sc.to_webvtt(lines), 10), end="")
print("\n" + first_rows(sc.to_ssml(lines, "de"), 7), end="")

script = sc.script(exercise, 300, "es")
print(f"\n{script.blocks} by {script.openings}, {script.length:.0f} s")
for line in script.lines[-5:]:
    print(f"{line.start:6.1f}  {line.text}")
