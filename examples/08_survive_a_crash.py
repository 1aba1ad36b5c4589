"""The app dies in the middle of a stretch, and the session goes on from its journal as if nothing had been."""

import tempfile
from pathlib import Path

import stretchcore as sc

exercise = sc.catalog()["dynamic-inner-thigh-stretch"]


def seen():
    """What she does, as her camera saw it: her own session in this program stands for the real world."""
    session = sc.Session(exercise)
    person = sc.VirtualPerson(7, rate=10.0)
    postures = []
    while not session.over:
        person.step(session)
        postures.append(person.posture)
    return postures


with tempfile.TemporaryDirectory() as folder:
    journal = Path(folder) / "today.journal"
    postures = seen()

    session = sc.JournaledSession(journal, exercise)
    session.report(sc.Command(0, sc.Action.start))
    for posture in postures[:1500]:
        session.observe(posture)
    print(f"it ends while {session.phase.name}")
    del session  # nobody closed the journal: this is where the battery was empty

    session = sc.resume(journal, away=4.0)  # nobody guided for 4 s
    print(f"it goes on while {session.phase.name}")
    for posture in postures[1500:]:
        session.observe(posture)
    summary = session.finish(postures[-1].time)

    played = sc.replay(journal)
    print(f"{played.inputs} inputs, {len(played.events)} events, {'closed' if played.closed else 'not closed'}")

    kept = Path(folder) / "today.summary"
    sc.save(summary, kept)
    print(f"the same summary from the disk: {'yes' if sc.load(kept) == summary else 'no'}")
