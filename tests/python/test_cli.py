"""The command line: what it prints, what it writes, and how it refuses."""

from __future__ import annotations

import json
import math
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("typer")
pytest.importorskip("rich")
import stretchcore as sc
from rich.console import Console
from stretchcore import _end_words, _guide, _live, _report
from stretchcore import _phrases as phrases
from stretchcore._commands import app
from typer.testing import CliRunner

EXERCISE = "dynamic-inner-thigh-stretch"
COLUMNS = ["--column", "hip_abduction_left=abd_L", "--column", "abd_R=hip_abduction_right"]
BOOTH = '{"schema": 1, "id": "x", "movement": {"sides": "booth"}}'
PNG = b"\x89PNG\r\n"


def run(*arguments: object) -> Any:
    """The command with its output and its exit code. Nothing may escape it but an exit."""
    outcome = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert outcome.exception is None or isinstance(outcome.exception, SystemExit), outcome.exception
    return outcome


def refused(*arguments: object) -> str:
    """What is said on stderr, in one line, when the command refuses."""
    outcome = run(*arguments)
    assert outcome.exit_code == 2, outcome.output
    assert outcome.stdout == ""
    (line,) = outcome.stderr.splitlines()
    assert line.startswith("stretchcore: ")
    return str(line.removeprefix("stretchcore: "))


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Each test runs in a folder of its own, at a width at which nothing wraps."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    yield tmp_path


def record(path: Path, **traits: float) -> Path:
    """The built-in person as another program would have recorded her, with names of its own."""
    session = sc.Session(sc.catalog()[EXERCISE])
    person = sc.VirtualPerson(seed=4, **traits)
    rows = ["t_s,abd_L,abd_R"]
    while not session.over:
        person.step(session)
        angles = [person.posture[f"hip_abduction_{side}"] for side in sc.Side]
        if session.phase is sc.Phase.measuring:  # free: nothing holds one side to the other
            rows.append(",".join([f"{person.now:.3f}", *("" if a is None else f"{a:.2f}" for a in angles)]))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def recording(empty_folder: Path) -> Path:
    """Somebody whose left side stops far earlier."""
    return record(empty_folder / "theirs.csv", easy_left=38.0, easy_right=55.0)


def files_in(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*")}


# --- coach ----------------------------------------------------------------------------------------------------------


def test_coach_guides_the_built_in_person_to_a_summary() -> None:
    session = sc.Session(sc.catalog()[EXERCISE])
    events = list(sc.VirtualPerson(seed=1).follow(session))

    said = run("coach").stdout

    assert said.splitlines()[: len(events)] == [phrases.log_line(event, session.exercise) for event in events]
    summary = said.split(session.summary().text())[1]
    for word in ("left", "right", "before", "after", "repetitions", "watched", "cued only", "it felt freer"):
        assert word in summary


def test_coach_is_as_reproducible_as_its_seed() -> None:
    assert run("coach", "--seed", 5).stdout == run("coach", "--seed", 5).stdout
    assert run("coach", "--seed", 5).stdout != run("coach", "--seed", 6).stdout


def test_coach_speaks_the_language_asked_for() -> None:
    said = run("coach", "--language", "de").stdout
    assert "Schließ die Beine und ruh dich aus." in said
    assert "Es fühlte sich freier an." in said


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ("vorher", "links", "Wiederholungen", "hält zuerst an", "gesehen", "es fühlte sich freier an")),
        ("es", ("antes", "izquierda", "repeticiones", "se detiene antes", "se vio", "se notó más soltura")),
    ],
)
def test_the_table_at_the_end_is_in_the_language_asked_for(language: str, words: Sequence[str]) -> None:
    said = run("coach", "--language", language).stdout
    table = said.split("\n\n", 2)[2]  # after the events and the sentences
    for word in words:
        assert word in table
    for english in ("before", "left", "repetitions", "stops first", "watched", "ended", "not yet", " to "):
        assert english not in table
    assert "hip abduction" in table  # what was measured has one name everywhere


def test_the_words_of_the_table_are_there_in_each_language() -> None:
    english = set(_end_words._GERMAN)
    assert english == set(_end_words._SPANISH)
    assert english >= {_report.MEASURED, *phrases.END_REASONS.values()}
    assert english >= {phrases.plain(verdict) for verdict in sc.GainVerdict}
    for table in (_end_words._GERMAN, _end_words._SPANISH):
        assert all(words.count("{}") == there.count("{}") for words, there in table.items())
    source = Path(_report.__file__).read_text(encoding="utf-8")
    assert english >= set(re.findall(r'say\("([^"]+)"\)', source))
    assert _end_words.in_language("de-AT")("left") == "links"
    assert _end_words.in_language("fr")("left") == "left"


def test_a_stop_without_an_answer_is_told_as_that_in_the_table() -> None:
    session = sc.Session(sc.catalog()[EXERCISE], options=sc.SessionOptions(language="es"))
    session.report(sc.Command(0.0, "start"))
    session.report(sc.Command(1.0, "stop"))
    summary = session.finish(2.0)
    console = Console(file=StringIO(), width=120)
    _report.summary(console, summary, session.exercise, "es")
    assert "no se dijo tras parar, se trató como dolor agudo en 0:0" in console.file.getvalue()  # type: ignore[attr-defined]


def test_without_a_sensor_nothing_is_counted_and_nothing_claimed_to_be_seen() -> None:
    said = run("coach", "--without-sensor").stdout
    assert "repetition " not in said
    assert "offered by tempo" in said
    assert "Nothing was measured" in said


def test_a_symptom_stops_with_the_way_out() -> None:
    said = run("coach", "--symptom", "tingling@120")
    assert said.exit_code == 0
    assert " 2:00.0  symptom     tingling" in said.stdout
    assert "Get up only once you feel steady" in said.stdout
    assert "something was felt that should not be" in said.stdout


def test_coach_writes_a_session_that_reads_back_and_a_picture(empty_folder: Path) -> None:
    assert run("coach", "--out", "deep/er").exit_code == 0
    assert files_in(empty_folder) == {"deep", "er", "session.json", "session.png"}
    document = json.loads((empty_folder / "deep/er/session.json").read_text(encoding="utf-8"))

    session = sc.Session(sc.catalog()[EXERCISE])
    events = list(sc.VirtualPerson(seed=1).follow(session))
    assert sc.Summary.from_json(json.dumps(document["summary"])) == session.summary()
    assert [one["event"] for one in document["events"]] == [json.loads(e.to_json())["event"] for e in events]
    assert [one["text"] for one in document["events"] if "text" in one] == [
        event.text for event in events if isinstance(event, sc.CueGiven)
    ]
    assert (empty_folder / "deep/er/session.png").read_bytes().startswith(PNG)


def test_coach_says_to_a_recording_what_the_library_says(recording: Path) -> None:
    rows = sc.read_recording(
        recording, columns={"hip_abduction_left": "abd_L", "hip_abduction_right": "abd_R"}, source="optical_markers"
    )
    outcome = sc.coach(rows, sc.catalog()[EXERCISE])

    said = run("coach", recording, *COLUMNS, "--source", "optical_markers").stdout

    lines = [phrases.log_line(event, sc.catalog()[EXERCISE]) for event in outcome.events]
    assert said.splitlines()[: len(lines)] == lines
    assert outcome.summary.text() in said
    assert "the recording ended" in said


def test_a_recording_with_gaps_is_played_as_the_library_plays_it() -> None:
    exercise = sc.catalog()[EXERCISE]
    seconds = [n / 30 for n in range(30 * 60) if n % 300 not in range(120, 165)]  # a second and a half every ten
    seconds += [seconds[-1] + after for after in (0.7, 1.9, 2.1, 5.0, 9.0, 25.0, 25.1)]
    angle = [20 - 20 * math.cos(2 * math.pi * t / 5) for t in seconds]
    recording = sc.Recording(seconds, hip_abduction_left=angle, hip_abduction_right=angle)
    options = sc.SessionOptions(precision="quick", source="optical_markers")
    played = _guide.Playback(recording)
    session = sc.Session(exercise, options=options.replace(recorded=True))
    events: list[sc.Event] = []
    while not session.over:
        events += played.step(session)
    outcome = sc.coach(recording, exercise, options=options)
    assert tuple(events) == outcome.events
    assert session.summary() == outcome.summary
    unknown = [event.time for event in events if isinstance(event, sc.SignalLost)]
    assert all(0.5 <= (time - 4.0) % 10.0 <= 1.5 for time in unknown if time < 55.0)
    assert unknown


def test_a_recording_can_be_kept_like_a_session(recording: Path, empty_folder: Path) -> None:
    assert run("coach", recording, *COLUMNS, "--out", "kept").exit_code == 0
    document = json.loads((empty_folder / "kept/session.json").read_text(encoding="utf-8"))
    assert sc.Summary.from_json(json.dumps(document["summary"])).end_reason == sc.EndReason.input_ended
    assert (empty_folder / "kept/session.png").read_bytes().startswith(PNG)


def test_speed_takes_its_time() -> None:
    class Still:
        now = 0.0

        def step(self, session: sc.Session) -> tuple[sc.Event, ...]:
            self.now += 0.5
            if self.now >= 3.0:
                session.finish(self.now)
            return session.events

    class Nowhere:
        def show(self, session: sc.Session, events: object) -> None:
            pass

    def spent(speed: float) -> float:
        began = time.monotonic()
        with _guide.Interrupt() as interrupt:
            _guide.guide(sc.Session(sc.catalog()[EXERCISE]), Still(), Nowhere(), speed, interrupt)
        return time.monotonic() - began

    assert spent(0.0) < 0.2
    assert spent(10.0) == pytest.approx(0.25, abs=0.1)


def test_ctrl_c_ends_with_the_way_out_and_a_summary(empty_folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "stretchcore.cli", "coach", "--plain", "--speed", "20", "--out", "kept"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    assert "screened" in process.stdout.readline()
    while "measuring" not in process.stdout.readline():
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    rest, errors = process.communicate(timeout=20)

    assert (process.returncode, errors) == (130, "")
    assert "Stay sitting before you get to your feet" in rest
    assert "sharp pain" not in rest
    assert "you stopped it" in rest
    assert files_in(empty_folder) == {"kept", "session.json", "session.png"}


# --- Recordings -----------------------------------------------------------------------------------------------------


def test_analyse_names_the_side_that_stops_first_and_its_sources(recording: Path) -> None:
    said = run("analyse", recording, *COLUMNS, "--source", "optical_markers").stdout
    assert "stops first" in said and "left (right" in said
    assert "optical markers, given with --source" in said
    assert "1.5° from one set-up to the next" in said
    assert "pelvis not seen" in said
    assert "cued only" in said


def test_analyse_names_no_side_that_is_not_determined(empty_folder: Path) -> None:
    said = run("analyse", record(empty_folder / "near.csv", easy_left=40.0, easy_right=43.0), *COLUMNS).stdout
    assert "undetermined (right" in said
    assert "phone camera, assumed" in said


@pytest.mark.parametrize(
    ("name", "verdict"), [("m01_s03_vicon100.csv", "right (right"), ("m05_s02_vicon100.csv", "undetermined (right")]
)
def test_real_people_are_analysed(name: str, verdict: str) -> None:
    beside = Path(__file__).resolve().parents[3] / "shared" / "recordings"
    recording = Path(os.environ.get("STRETCHCORE_RECORDINGS", beside)) / "uiprmd" / name
    if not recording.is_file():
        pytest.skip(f"no recordings at {recording.parent}; set STRETCHCORE_RECORDINGS")
    theirs = {"hip_abduction_left": "hip_abd_L", "hip_abduction_right": "hip_abd_R", "pelvis_list": "pelvis_obliq"}
    columns = [word for ours, name in theirs.items() for word in ("--column", f"{ours}={name}")]
    said = run("analyse", recording, *columns).stdout
    assert said.startswith("10 repetitions were counted.")
    assert verdict in said
    assert "optical markers, found in the file" in said


def points(path: Path) -> Path:
    """Hips and knees without times and without a unit."""
    names = ("left_hip", "right_hip", "left_knee", "right_knee")
    header = ",".join(f"{name}_{axis}" for name in names for axis in "xyz")
    path.write_text(header + "\n" + "0.1,0.9,0,-0.1,0.9,0,0.2,0.5,0,-0.2,0.5,0\n" * 30, encoding="utf-8")
    return path


def test_what_a_recording_does_not_say_is_asked_for_and_can_be_said(empty_folder: Path) -> None:
    file = points(empty_folder / "points.csv")
    assert "frame_rate=… or --frame-rate …" in refused("analyse", file)
    assert "--image-size WxH" in refused("analyse", file, "--frame-rate", 30)
    assert "expected width and height in pixels" in refused("analyse", file, "--image-size", "wide")
    said = run("analyse", file, "--frame-rate", 30, "--units", "metres", "--source", "multi_camera")
    assert said.stdout.startswith("No repetition was counted.")
    assert run("show", file, "--frame-rate", 30, "--units", "metres", "--mirrored", "--out", "x.png").exit_code == 0
    assert "is not one of" in refused("analyse", file, "--frame-rate", 30, "--skeleton", "stick")
    assert "are for a recording" in refused("coach", "--frame-rate", 30)


def test_analyse_as_json_is_the_library_s_own(recording: Path) -> None:
    rows = sc.read_recording(recording, columns={"hip_abduction_left": "abd_L", "hip_abduction_right": "abd_R"})
    found = sc.analyse(rows, sc.catalog()[EXERCISE])
    assert sc.Analysis.from_json(run("analyse", recording, *COLUMNS, "--json").stdout) == found

    assert run("analyse", recording, *COLUMNS, "--out", "kept").exit_code == 0
    assert sc.Analysis.from_json(Path("kept/analysis.json").read_text(encoding="utf-8")) == found
    assert Path("kept/analysis.png").read_bytes().startswith(PNG)


def test_show_draws_one_picture(recording: Path, empty_folder: Path) -> None:
    assert run("show", recording, *COLUMNS, "--out", "angles.png").exit_code == 0
    assert files_in(empty_folder) == {"theirs.csv", "angles.png"}
    assert Path("angles.png").read_bytes().startswith(PNG)


# --- Exercises ------------------------------------------------------------------------------------------------------


def test_catalog_lists_shows_and_prints(empty_folder: Path) -> None:
    assert EXERCISE in run("catalog").stdout
    page = run("catalog", EXERCISE).stdout
    for title in ("Position", "Movement", "How much", "Stop at once for", "Ask before", "Rules"):
        assert f"\n{title}\n" in page
    assert "Dehnung" in run("catalog", EXERCISE, "--language", "de").stdout
    assert sc.Exercise.from_json(run("catalog", EXERCISE, "--json").stdout) == sc.catalog()[EXERCISE]
    assert json.loads(run("catalog", "schema").stdout)["title"] == "Exercise"


def test_an_exercise_of_one_s_own_is_guided_and_shown() -> None:
    own = sc.catalog()[EXERCISE].replace(id="mine", name={"en": "My own"})
    Path("mine.json").write_text(own.to_json(), encoding="utf-8")
    assert run("catalog", "mine.json").stdout.startswith("My own\n")
    assert run("coach", "--exercise", "mine.json").exit_code == 0


def test_version_is_the_library_s() -> None:
    assert run("version").stdout == f"stretchcore {sc.__version__}\n"


# --- Refusals -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--exercise", "dynamic-inner-tigh-stretch"), "did you mean dynamic-inner-thigh-stretch"),
        (("--exercise", "absent.json"), "absent.json: no such file"),
        (("--exercise", "booth.json"), "booth.json: movement.sides"),
        (("absent.csv",), "absent.csv: no such file"),
        (("words.csv",), 'words.csv:3:2: hip_abduction_left: "two" is not a number'),
        (("empty.csv",), "empty.csv"),
        (("other.csv",), "needs hip_abduction_left"),
        (("other.csv", "--column", "hip_abduction_left=abd_X"), "abd_X"),
        (("other.csv", "--column", "hip_abduction_left"), "expected ours=theirs"),
        (("other.csv", "--column", "time=a", "--column", "time=b"), "twice"),
        (("other.csv", "--symptom", "tingling@3"), "not for a recording"),
        (("--column", "time=t"), "for a recording"),
        (("--symptom", "itching@3"), "numbness, tingling"),
        (("--symptom", "tingling@nan"), "numbness, tingling"),
        (("--symptom", "tingling@1e300"), "numbness, tingling"),
        (("--symptom", "tingling"), "seconds from the start"),
        (("--language", "fr"), "speaks de, en, es"),
    ],
)
def test_coach_refuses_in_one_line_and_writes_nothing(
    arguments: tuple[str, ...], expected: str, empty_folder: Path
) -> None:
    Path("words.csv").write_text("time,hip_abduction_left,hip_abduction_right\n0,1,2\n1,two,3\n", encoding="utf-8")
    Path("empty.csv").write_text("time,hip_abduction_left,hip_abduction_right\n", encoding="utf-8")
    Path("other.csv").write_text("time,knee_flexion_left\n0,1\n1,2\n", encoding="utf-8")
    Path("booth.json").write_text(BOOTH, encoding="utf-8")
    before = files_in(empty_folder)
    assert expected in refused("coach", *arguments, "--out", "kept")
    assert files_in(empty_folder) == before


def test_analyse_and_show_write_nothing_that_is_not_whole(
    recording: Path, empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from matplotlib.figure import Figure

    def fail(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(Figure, "savefig", fail)
    before = files_in(empty_folder)
    assert "no space left" in refused("show", recording, *COLUMNS, "--out", "angles.png")
    outcome = run("analyse", recording, *COLUMNS, "--out", "kept")
    assert (outcome.exit_code, outcome.stderr) == (2, "stretchcore: no space left on device\n")
    assert files_in(empty_folder) == before


def test_a_folder_that_cannot_be_one_is_refused_before_any_work(recording: Path) -> None:
    assert "is not a folder" in refused("coach", "--out", recording)
    assert "ends in .png" in refused("show", recording, *COLUMNS, "--out", "angles.jpg")


@pytest.mark.parametrize("missing", ["typer", "rich"])
def test_without_its_extra_it_says_what_to_install(missing: str) -> None:
    program = (
        "import sys; sys.modules[sys.argv[1]] = None; sys.argv = ['stretchcore', 'version']; "
        "from stretchcore.cli import main; main()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, missing], capture_output=True, text=True, check=False, env=dict(os.environ)
    )
    assert ended.returncode == 2
    assert ended.stderr.splitlines() == [
        f"stretchcore: the command line needs {missing}, which is not installed: pip install 'stretchcore[cli]'"
    ]


def test_pictures_say_what_to_install(monkeypatch: pytest.MonkeyPatch, empty_folder: Path) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    assert "pip install 'stretchcore[plot]'" in refused("coach", "--out", "kept")
    assert files_in(empty_folder) == set()


# --- The live view ----------------------------------------------------------------------------------------------------


def test_the_live_view_shows_sides_target_count_words_and_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_live, "REDRAW_EVERY", 0.0)
    console = Console(file=StringIO(), force_terminal=True, width=90, height=40, color_system=None)
    session = sc.Session(sc.catalog()[EXERCISE])
    person = sc.VirtualPerson(seed=1)
    pictures = []
    with _live.LiveView(sc.catalog()[EXERCISE], "en", 10.0, console) as view:
        while not session.over:
            events = person.step(session)
            if events or int(person.now * 30) % 30 == 0:
                view.show(session, events)
                console.file.seek(0)
                pictures.append(console.file.read())
                console.file.seek(0)
                console.file.truncate()
    assert any("setting up" in p and "no target: free" in p for p in pictures)
    held = [p for p in pictures if "limited by side that stops first" in p]
    assert all("left" in p and "right" in p and "┃" in p for p in held) and held
    assert any("of 10" in p and "waiting for: repetitions" in p for p in held)
    assert any("question: [freer]  [same]  [tighter]" in p for p in pictures)
    assert any("“Close your legs and rest.”" in p for p in pictures)


def test_the_live_view_is_drawn_ten_times_a_second_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(n * 0.001 for n in range(1, 100000))
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    console = Console(file=StringIO(), force_terminal=True, width=90, height=40)
    session = sc.Session(sc.catalog()[EXERCISE])
    person = sc.VirtualPerson(seed=1)
    drawn = []
    with _live.LiveView(sc.catalog()[EXERCISE], "en", 0.0, console) as view:
        monkeypatch.setattr(view._live, "update", lambda *_, **__: drawn.append(1))
        for _ in range(1000):
            view.show(session, person.step(session))
    assert 9 <= len(drawn) <= 10


def test_a_seed_that_does_not_fit_is_refused() -> None:
    outcome = run("coach", "--seed", str(2**64))
    assert outcome.exit_code == 2
    assert "Traceback" not in outcome.output
