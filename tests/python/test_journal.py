"""Journals: what went in and came out, written as it goes, gone on with after a crash, played again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import stretchcore as sc
from golden_events import golden_line

EXERCISE = sc.catalog()["dynamic-inner-thigh-stretch"]
PERSON = sc.Person(key="k", facts={"hip_replacement": sc.Fact.no})


def postures(count: int, start: float = 0.0) -> list[sc.Posture]:
    return [
        sc.Posture(
            start + 0.1 * i, hip_abduction_left=5 + i % 37, hip_abduction_right=6 + i % 36, knee_flexion_left=9.0
        )
        for i in range(1, count + 1)
    ]


def test_a_journal_changes_nothing_and_is_played_again(tmp_path: Path) -> None:
    plain = sc.Session(EXERCISE, PERSON)
    kept = sc.JournaledSession(tmp_path / "journal", EXERCISE, PERSON)
    told: list[sc.Event] = []
    for one in (
        sc.Command(0.0, sc.Action.start),
        *postures(500),
        sc.Tick(51.0),
        sc.SymptomReport(None, sc.Symptom.tingling),
    ):
        events = kept.apply(one)
        assert events == plain.apply(one)
        told += events
    assert (kept.phase, kept.over, kept.view(), kept.state()) == (plain.phase, plain.over, plain.view(), plain.state())
    assert kept.session.state() == plain.state()
    assert kept.summary() == plain.summary()
    kept.sync()
    assert kept.taken == kept.written == kept.durable == 503
    assert kept.failure == ""
    assert kept.finish(60.0) == plain.finish(60.0)
    played = sc.replay(tmp_path / "journal")
    assert (played.closed, played.lost, played.inputs) == (True, (), 504)
    assert played.events[: len(told)] == tuple(told)
    assert played.summary == plain.summary()
    assert played.session.state() == plain.state()


def test_a_process_that_is_killed_loses_nothing_that_was_written(tmp_path: Path) -> None:
    """The child prints how many inputs are written; it is killed while it goes on."""
    program = """
import sys, stretchcore as sc
kept = sc.JournaledSession(sys.argv[1], sc.catalog()["dynamic-inner-thigh-stretch"])
kept.report(sc.Command(0.0, "start"))
i = 0
while True:
    i += 1
    kept.observe(sc.Posture(0.1 * i, hip_abduction_left=5.0 + i % 37, hip_abduction_right=6.0 + i % 36))
    print(kept.written, flush=True)
"""
    for attempt in range(3):
        path = tmp_path / str(attempt)
        child = subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(0.05 + 0.07 * attempt)
        os.kill(child.pid, signal.SIGKILL)
        written = int(child.stdout.read().splitlines()[-2])
        child.wait()
        child.stdout.close()
        resumed = sc.resume(path)
        known = sc.replay(path).inputs
        assert known >= written > 0
        later = postures(50, start=resumed.view().time)
        plain = sc.replay(path).session
        for posture in later:
            assert resumed.observe(posture) == plain.observe(posture)
        assert resumed.state() == plain.state()
        resumed.close()
        assert sc.replay(path, "strict").inputs == known + 50


def test_who_was_away_comes_back_to_a_pause(tmp_path: Path) -> None:
    kept = sc.JournaledSession(tmp_path / "journal", EXERCISE, PERSON, sc.SessionOptions(sensor="none"))
    kept.report(sc.Command(0.0, "start"))
    for i in range(1, 200):
        kept.tick(float(i))
    assert kept.phase not in ("ready", "paused")
    del kept
    resumed = sc.resume(tmp_path / "journal", away=60.0)
    assert resumed.phase == "paused"
    resumed.report(sc.Command(resumed.view().time, "resume"))
    assert resumed.phase == "setting_up"


def test_refusals(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    kept = sc.JournaledSession(path, EXERCISE)
    with pytest.raises(sc.RecordError, match="is there already"):
        sc.JournaledSession(path, EXERCISE)
    with pytest.raises(sc.RecordError, match="written by another process"):
        sc.resume(path)
    kept.close()
    with pytest.raises(sc.RecordError, match="was closed; replay it"):
        sc.resume(path)
    damaged = bytearray(path.read_bytes())
    damaged[200] ^= 1
    path.write_bytes(damaged)
    with pytest.raises(sc.CorruptRecord, match=r"journal: "):
        sc.replay(path)
    path.write_bytes(b"not a journal")
    with pytest.raises(sc.CorruptRecord, match="this is no journal of stretchcore") as refused:
        sc.replay(path)
    assert refused.value.place == "header"


def test_sessions_in_several_threads_keep_their_own_journals(tmp_path: Path) -> None:
    def guide(n: int) -> None:
        kept = sc.JournaledSession(tmp_path / str(n), EXERCISE, PERSON)
        kept.report(sc.Command(0.0, "start"))
        for posture in postures(400):
            kept.observe(posture)
        kept.close()

    threads = [threading.Thread(target=guide, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    first = sc.replay(tmp_path / "0")
    assert first.inputs == 401
    for n in range(1, 4):
        assert sc.replay(tmp_path / str(n)).events == first.events


def test_several_threads_may_use_one_session(tmp_path: Path) -> None:
    kept = sc.JournaledSession(tmp_path / "journal", EXERCISE, PERSON)
    told = list(kept.report(sc.Command(0.0, "start")))

    def watch() -> None:
        for posture in postures(1500):
            told.extend(kept.observe(posture))

    def press() -> None:
        for i in range(1500):
            told.extend(kept.report(sc.FeltStretch(None, ("nothing", "comfortable", "too_much")[i % 3])))

    def look() -> None:
        for _ in range(300):
            assert kept.view().time <= kept.session.view().time
            kept.summary()
            sc.to_archive(kept.session)

    def wait() -> None:
        for _ in range(20):
            kept.sync()
            assert kept.durable <= kept.written <= kept.taken

    threads = [threading.Thread(target=work) for work in (watch, press, look, wait)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept.close()
    again = sc.replay(tmp_path / "journal", "strict")
    assert again.inputs == kept.taken == 3001
    assert len(again.events) == len(told)


def test_the_golden_journal_tells_the_events_that_it_told(tmp_path: Path) -> None:
    folder = Path(__file__).parents[1] / "golden"
    (tmp_path / "journal").write_bytes(bytes.fromhex((folder / "session_journal.hex").read_text()))
    played = sc.replay(tmp_path / "journal", "strict")
    assert (
        "".join(golden_line(played.session, event) for event in played.events)
        == (folder / "session_journal.txt").read_text()
    )


def test_the_command_line_plays_a_journal_again(tmp_path: Path) -> None:
    testing = pytest.importorskip("typer.testing")
    commands = pytest.importorskip("stretchcore._commands")
    path = tmp_path / "journal"
    kept = sc.JournaledSession(path, EXERCISE, PERSON)
    told = [*kept.report(sc.Command(0.0, "start")), *(event for one in postures(80) for event in kept.observe(one))]
    kept.sync()
    printed = testing.CliRunner().invoke(commands.app, ["replay", str(path), "--json"])
    assert printed.exit_code == 0
    assert printed.stdout.splitlines() == [event.to_json(-1) for event in told]
    printed = testing.CliRunner().invoke(commands.app, ["replay", str(path)])
    assert printed.stdout.endswith("81 inputs, not closed: it can be resumed\n")
    damaged = bytearray(path.read_bytes())
    damaged[100] ^= 1
    path.write_bytes(damaged)
    refused = testing.CliRunner().invoke(commands.app, ["replay", str(path)])
    assert refused.exit_code == 2
    assert refused.stderr.startswith(f"stretchcore: {path}: byte 66: what was written there is damaged")
    salvaged = testing.CliRunner().invoke(commands.app, ["replay", str(path), "--recovery", "strict"])
    assert salvaged.exit_code == 2


def test_while_the_disk_is_waited_for_other_threads_run(tmp_path: Path) -> None:
    """So much waits to be written that `finish` takes long; a thread that only counts is not kept from counting."""
    kept = sc.JournaledSession(tmp_path / "journal", EXERCISE, PERSON, room=256 * 1024 * 1024, checkpoint_every=1.0)
    time_of_samples = [0.1 * i for i in range(1, 100_000)]
    angles = [5.0 + i % 37 for i in range(len(time_of_samples))]
    kept.run(sc.Recording(time_of_samples, **{str(channel): angles for channel in list(sc.Channel)[:12]}))
    stamps: list[float] = []
    done = threading.Event()

    def count() -> None:
        while not done.is_set():
            stamps.append(time.monotonic())
            time.sleep(0.0005)

    counting = threading.Thread(target=count)
    counting.start()
    time.sleep(0.02)
    began = time.monotonic()
    kept.finish(20_000.0)
    ended = time.monotonic()
    done.set()
    counting.join()
    if ended - began < 0.05:
        pytest.skip("the disk is too fast to be waited for")
    meanwhile = [stamp for stamp in stamps if began <= stamp <= ended]
    gaps = [b - a for a, b in zip([began, *meanwhile], [*meanwhile, ended], strict=True)]
    assert max(gaps) < 0.5 * (ended - began)


def test_a_link_leads_to_one_journal(tmp_path: Path) -> None:
    path, soft, hard = tmp_path / "journal", tmp_path / "soft", tmp_path / "hard"
    sc.JournaledSession(path, EXERCISE, PERSON).apply(sc.Command(0.0, sc.Action.start))
    soft.symlink_to(path)
    sc.resume(soft).tick(1.0)
    assert soft.is_symlink() and sc.replay(path).inputs == sc.replay(soft).inputs == 2
    os.link(path, hard)
    sc.resume(hard).tick(2.0)
    assert os.path.samefile(path, hard) and sc.replay(path).inputs == 3
    assert sorted(tmp_path.iterdir()) == [hard, path, soft]


def test_what_cannot_be_a_journal_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge"
    with huge.open("wb") as file:
        file.truncate(1 << 40)  # sparse
    with pytest.raises(sc.RecordError, match="is longer than 1073741824 bytes"):
        sc.replay(huge)
    for none in ("/dev/zero", "/dev/null"):
        with pytest.raises(sc.RecordError, match="is a pipe or a device, and no file"):
            sc.replay(none)
