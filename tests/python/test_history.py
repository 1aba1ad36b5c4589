"""Histories: sessions of persons in one file, asked, damaged, killed, erased, exported."""

from __future__ import annotations

import os
import random
import re
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
import stretchcore as sc

GOLDEN = Path(__file__).parents[1] / "golden"
EXERCISE = "dynamic-inner-thigh-stretch"
HER, HIS = "k-4711-of-her", "k-0815-of-him"
DAY = 24 * 3600.0
BEGIN = 1.8e9


def at(number: float) -> float:
    return BEGIN + number * DAY


@pytest.fixture(scope="module")
def summary() -> sc.Summary:
    """Of somebody in the middle of a block."""
    session = sc.Session(sc.catalog()[EXERCISE], sc.Person(facts={"hip_replacement": sc.Fact.no}))
    someone = sc.VirtualPerson(seed=5, rate=10.0)
    while session.phase != "stretching" or session.view().repetitions < 2:
        someone.step(session)
    return session.summary()


def measured(left: float, right: float, **more: Any) -> sc.Summary:
    def estimate(value: float) -> sc.Estimate:
        return sc.Estimate(value=value, standard_error=1.0, within_session=0.5, count=6)

    difference = right - left
    return sc.Summary(
        exercise=EXERCISE,
        end_reason="felt_freer",
        range_before=sc.Bilateral(estimate(left), estimate(right)),
        asymmetry=sc.Asymmetry(
            difference=difference,
            low=difference - 1,
            high=difference + 1,
            verdict="left_tighter",
            tighter_side="left",
            sensor_error=1.0,
        ),
    ).replace(**more)


def test_what_was_added_is_there_again(tmp_path: Path, summary: sc.Summary) -> None:
    path = tmp_path / "history"
    with sc.History(path) as history:
        assert history.persons() == ()
        assert history.add(HER, at(2), summary)
        assert not history.add(HER, at(2), summary)
        assert history.add(HIS, at(1), measured(30, 40))
        assert history.add(HER, at(1), measured(31, 41))
        with pytest.raises(sc.RecordError, match="session 1 is another one of this person and moment"):
            history.add(HER, at(2), measured(1, 2))
    with pytest.raises(sc.RecordError, match="the history was closed"):
        history.persons()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]
    with sc.History(str(path), create=False) as history:
        assert history.persons() == (HIS, HER)
        first, second = history.sessions(HER)
        assert (first.person, first.at, first.summary) == (HER, at(1), measured(31, 41))
        assert (second.at, second.summary) == (at(2), summary)
        assert first == history.sessions(HER, until=at(2))[0]
        assert first != second
        assert history.sessions(HER, since=at(2)) == (second,)
        assert history.sessions(HER, exercise="pelvic-tilts") == ()
        history.check()


def test_progress_and_adherence_are_what_the_functions_of_balance_say(tmp_path: Path) -> None:
    summaries = [measured(30 + n, 40 + 0.25 * n) for n in range(9)]
    days = [0, 3, 7, 9, 14, 15, 22, 27, 29]
    with sc.History(tmp_path / "history") as history:
        for number, one in zip(days, summaries, strict=True):
            history.add(HER, at(number), one)
        progress = history.progress(HER, EXERCISE)
        adherence = history.adherence(HER, at(0), at(28))
        early = history.progress(HER, EXERCISE, since=at(3), until=at(15))
    assert [point.at for point in progress.points] == [at(number) for number in days]
    assert [point.range for point in progress.points] == [one.range_before for one in summaries]
    for side in sc.Side:
        assert progress.trend[side] == sc.trend(days, [one.range_before[side].value for one in summaries])
        assert progress.change[side] == sc.compare_sessions(
            summaries[0].range_before[side], summaries[-1].range_before[side]
        )
    differences = [one.asymmetry.difference for one in summaries]
    assert progress.difference_trend == sc.trend(days, differences)
    assert progress.sides == sc.consistency([one.asymmetry for one in summaries])
    assert progress.sides.tighter_side == "left"
    assert (len(early.points), early.trend.left) == (4, None)
    assert (adherence.sessions, adherence.a_week, adherence.weeks) == (8, 2.0, (2, 2, 2, 2))


def test_an_export_is_read_back_to_the_same(tmp_path: Path, summary: sc.Summary) -> None:
    with sc.History(tmp_path / "a") as first, sc.History(tmp_path / "b") as second:
        first.add(HER, at(1) + 0.125, summary)
        first.add(HER, at(2), measured(1 / 3, 40))
        lines = first.export_json(HER)
        assert second.import_json(lines) == 2
        assert second.import_json(lines) == 0
        assert second.sessions(HER) == first.sessions(HER)
        assert second.export_json(HER) == lines
        with pytest.raises(sc.DocumentError, match="line 2") as refused:
            second.import_json(lines.replace('"at"', '"att"').replace('"att"', '"at"', 1))
        assert refused.value.path == "line 2, att"


def test_a_golden_history_is_read(tmp_path: Path) -> None:
    path = tmp_path / "history"
    with sqlite3.connect(path) as database:
        database.executescript((GOLDEN / "history_1.sql").read_text())
    database.close()
    with sc.History(path) as history:
        history.check()
        assert history.persons() == ("k-17", "k-18")
        exported = history.export_json("k-17") + history.export_json("k-18")
    assert exported == (GOLDEN / "history_1.jsonl").read_text()


def test_what_is_newer_or_something_else_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "history"
    with pytest.raises(sc.RecordError, match=f"{re.escape(str(path))}: cannot be opened: No such file"):
        sc.History(path, create=False)
    assert not path.exists()
    sc.History(path).close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 2")
    database.close()
    with pytest.raises(sc.RecordError, match="the history has schema 2; this library reads up to 1"):
        sc.History(path)
    path.write_bytes(b"time,hip_abduction_left\n" * 100)
    with pytest.raises(sc.CorruptRecord, match="this is no history of stretchcore") as refused:
        sc.History(path)
    assert refused.value.place == "header"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ("UPDATE session SET range_left = 30.5 WHERE id = 2", "session 2.range_left"),
        ("UPDATE session SET side_verdict = 'balanced' WHERE id = 2", "session 2.side_verdict"),
        ("UPDATE session SET record = substr(record, 1, 100) WHERE id = 2", "session 2.body"),
        ("UPDATE session SET record = x'00' WHERE id = 2", "session 2.header"),
    ],
)
def test_neither_damage_nor_a_forgery_is_believed(tmp_path: Path, change: str, place: str) -> None:
    path = tmp_path / "history"
    with sc.History(path) as history:
        history.add(HIS, at(1), measured(20, 21))
        history.add(HER, at(1), measured(30.25, 40.75))
    with sqlite3.connect(path) as database:
        database.execute(change)
    database.close()
    with sc.History(path) as history:
        for ask in (
            lambda: history.sessions(HER),
            lambda: history.progress(HER, EXERCISE),
            lambda: history.export_json(HER),
            history.check,
        ):
            with pytest.raises(sc.CorruptRecord) as refused:
                ask()
            assert refused.value.place == place
            assert str(refused.value).startswith(f"{path}: {place}: ")
            assert not any(secret in str(refused.value) for secret in (HER, HIS, "30.5", "30.25", "40.75"))
        assert len(history.sessions(HIS)) == 1


def test_no_repr_holds_a_key_or_a_measurement(tmp_path: Path) -> None:
    with sc.History(tmp_path / "history") as history:
        history.add(HER, at(1), measured(30.25, 40.75))
        told = repr(history) + repr(history.sessions(HER))
    assert told == f"<History>(<PastSession: {EXERCISE}>,)"


def test_who_is_erased_is_in_no_file(tmp_path: Path, summary: sc.Summary) -> None:
    def holding(key: str) -> list[str]:
        return sorted(path.name for path in tmp_path.iterdir() if key.encode() in path.read_bytes())

    # Another process looks into the files: one that opens and closes them here would take SQLite's locks away.
    look = "import pathlib, sys; print(*sorted(p.name for p in pathlib.Path(sys.argv[1]).iterdir() if sys.argv[2].encode() in p.read_bytes()))"

    def holding_now(key: str) -> list[str]:
        return subprocess.run(
            [sys.executable, "-c", look, str(tmp_path), key], capture_output=True, text=True, check=True
        ).stdout.split()

    with sc.History(tmp_path / "history") as history:
        for number in range(20):
            history.add(HER, at(number), summary)
            history.add(HIS, at(number), measured(20, 21))
        assert holding_now(HER)
        assert history.erase(HER) == 20
        assert holding_now(HER) == []
        assert history.sessions(HER) == ()
        assert len(history.sessions(HIS)) == 20
        assert history.erase(HER) == 0
    assert holding(HER) == []
    assert holding(HIS) == ["history"]


WRITER = """
import sys, stretchcore as sc
summary = sc.Summary.from_json(open(sys.argv[2]).read())
with sc.History(sys.argv[1]) as history:
    number = len(history.sessions("k"))
    while True:
        history.add("k", 1.8e9 + number, summary)
        number += 1
        print(number, flush=True)
"""


def test_a_process_that_is_killed_loses_nothing_that_was_added(tmp_path: Path, summary: sc.Summary) -> None:
    (tmp_path / "summary").write_text(summary.to_json())
    path = tmp_path / "history"
    random.seed(11)
    for _ in range(4):
        child = subprocess.Popen(
            [sys.executable, "-c", WRITER, path, tmp_path / "summary"], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(random.uniform(0.0, 0.06))
        os.kill(child.pid, signal.SIGKILL)
        told = [line for line in child.stdout.read().split("\n") if line]
        child.wait()
        child.stdout.close()
        with sc.History(path) as history:
            history.check()
            sessions = history.sessions("k")
        assert len(sessions) >= int(told[-1] if told else 1)
        assert [session.at for session in sessions] == [BEGIN + number for number in range(len(sessions))]
        assert all(session.summary == summary for session in sessions)


def test_several_threads_use_one_history_and_it_may_be_closed_under_them(tmp_path: Path) -> None:
    history = sc.History(tmp_path / "history")
    refused: list[str] = []

    def write(key: str) -> None:
        for number in range(25):
            try:
                history.add(key, at(number), measured(20, 21))
                history.sessions(key)
            except sc.RecordError as error:
                refused.append(str(error))

    threads = [threading.Thread(target=write, args=(key,)) for key in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == []
    assert [len(history.sessions(key)) for key in "abcd"] == [25] * 4
    threads = [threading.Thread(target=write, args=(key,)) for key in "ef"]
    for thread in threads:
        thread.start()
    history.close()
    for thread in threads:
        thread.join()
    assert set(refused) <= {f"{tmp_path / 'history'}: the history was closed"}


# --- The command line -----------------------------------------------------------------------------------------------


def run(*arguments: str | Path) -> Any:
    testing = pytest.importorskip("typer.testing")
    commands = pytest.importorskip("stretchcore._commands")
    return testing.CliRunner().invoke(
        commands.app, ["history", *map(str, arguments)], env={"COLUMNS": "160", "TZ": "UTC"}
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "history"
    with sc.History(path) as history:
        for week in range(9):
            history.add(HER, at(7 * week), measured(30 + week, 40 + 0.75 * week))
    return path


def test_the_command_shows_a_table_and_what_the_sessions_say_together(file: Path) -> None:
    printed = run(file)
    assert printed.exit_code == 0, printed.stderr
    lines = printed.stdout.splitlines()
    assert re.match(r"day +left +right +right . left +gain +repetitions +ended", lines[0])
    assert re.match(
        r"2027-01-15 \d\d:00 +30\.0° ± 1\.0° +40\.0° ± 1\.0° +\+10\.0° \(\+9\.0° to \+11\.0°\) +. +0 +felt freer",
        lines[2],
    )
    assert re.search(
        r"left +\+4\.3° a month \(.*\); since the first \+8\.0° \(\+5\.2° to \+10\.8°\): increased", printed.stdout
    )
    assert re.search(r"stops first +left \(left in 9 sessions, right in 0\)", printed.stdout)
    assert re.search(r"sessions +9, \d\.\d a week", printed.stdout)
    assert HER not in printed.stdout


def test_a_range_from_after_a_break_is_neither_shown_nor_compared(file: Path) -> None:
    with sc.History(file) as history:
        history.add(HER, at(63), measured(77, 78, measured_anew=True))
        assert len(history.sessions(HER)) == 10
        assert len(history.progress(HER, EXERCISE).points) == 9
    columns = sqlite3.connect(file).execute("SELECT range_left, range_right FROM session ORDER BY at DESC").fetchone()
    assert columns == (None, None)
    printed = run(file)
    assert printed.exit_code == 0, printed.stderr
    assert re.search(r"sessions +10", printed.stdout)
    assert "77" not in printed.stdout and "78" not in printed.stdout


def test_the_command_exports_and_draws(file: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    picture = tmp_path / "progress.png"
    printed = run(file, "--json", "--out", picture)
    assert printed.exit_code == 0, printed.stderr
    with sc.History(file) as history:
        assert printed.stdout == history.export_json(HER)
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_command_asks_whose_history_it_is(file: Path) -> None:
    with sc.History(file) as history:
        history.add(HIS, at(0), measured(20, 21, exercise="pelvic-tilts"))
    printed = run(file)
    assert (printed.exit_code, printed.stdout.split()) == (2, [HIS, HER])
    assert printed.stderr == f"stretchcore: {file}: 2 persons are in this history: choose one with --person\n"
    assert run(file, "--person", HIS).stdout.count("2027-01-15") == 1
    assert run(file, "--person", "x").stderr == f"stretchcore: --person x: is not in {file}\n"
    assert "expected one of pelvic-tilts" in run(file, "--person", HIS, "--exercise", EXERCISE).stderr


def test_the_command_erases(file: Path) -> None:
    assert run(file, "--erase", HER, "--json").exit_code == 2
    printed = run(file, "--erase", HER)
    assert (printed.exit_code, printed.stdout) == (0, "9 sessions erased\n")
    assert HER.encode() not in file.read_bytes()
    assert run(file).stderr == f"stretchcore: {file}: there is no session in this history\n"


def test_the_command_makes_no_history_where_there_is_none(tmp_path: Path) -> None:
    printed = run(tmp_path / "none")
    assert printed.exit_code == 2
    assert printed.stderr == f"stretchcore: {tmp_path / 'none'}: cannot be opened: No such file or directory\n"
    assert list(tmp_path.iterdir()) == []
