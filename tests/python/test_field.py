"""``stretchcore trial`` where something goes wrong: its options, its rows, and what is said to hold."""

import random
import shlex

import numpy as np
import pytest
import stretchcore as sc
from stretchcore import _field, _field_table, _trial
from typer.testing import CliRunner

pytest.importorskip("typer")
from stretchcore import _field_options
from stretchcore._commands import app

FLAGS = {"no_answers", "by_tones", "sees_pelvis"}
NUMBERS = {"blinking", "clocks", "moves_only", "limits", *_field_options._MOMENTS, *_field_options._SIDES}


def table(count: int = 4000, **columns: object) -> _trial.Table:
    """People of whom all is as it should be, but for what is given."""
    words = {"change": "no_detectable_change", "sides": "undetermined", "end_reason": "enough"}
    sides = (
        "easy_before_left",
        "easy_before_right",
        "easy_after_left",
        "easy_after_right",
        "named_left",
        "named_right",
    )
    zeros = ("led_2", "led_5", "led_most", "blind_ok", "blind_ok_longest", "by_feel", "paused_by_person")
    others = ("paused_by_signal", "paused_by_rule")
    made = {name: np.zeros(count) for name in (*sides, *zeros, *others)}
    made |= {name: np.full(count, word) for name, word in words.items()}
    made |= {name: np.full(count, 10) for name in ("led_of", "held", "turned")}
    made |= {"measured": np.ones(count), "duration": np.full(count, 300.0)}
    return made | columns


def given(field: _field.Field) -> dict[str, object]:
    """The options of a field as the command line hands them over."""
    words = shlex.split(str(field))
    found: dict[str, object] = {}
    while words:
        name = words.pop(0).removeprefix("--").replace("-", "_")
        if name in FLAGS:
            found[name] = True
        elif name == "blinking":
            found.setdefault(name, []).append(words.pop(0))  # type: ignore[attr-defined]
        else:
            found[name] = words.pop(0) if name in NUMBERS else float(words.pop(0))
    return found


@pytest.mark.parametrize("kind", _field.kinds(), ids=lambda kind: kind.name)
def test_every_row_can_be_written_on_the_command_line_and_is_somebody(kind: _field.Kind) -> None:
    assert _field_options.read(given(kind.field)) == kind.field
    condition = _trial.Condition(2.0, 0.0, 0.0, kind.difference)
    for person in _trial.people(condition, _trial.Method(), 3, 1, kind.field):
        assert person.traits.by_tones
        assert person.traits != sc.Traits()


def test_the_names_of_the_rows_are_their_own() -> None:
    names = [kind.name for kind in _field.kinds()]
    assert len(set(names)) == len(names)


def test_moments_are_each_persons_own_and_people_the_same_whatever_goes_wrong() -> None:
    condition = _trial.Condition(2.0, 0.0, 0.0, 0.0)
    plain = _trial.people(condition, _trial.Method(), 40, 1)
    moved = _trial.people(condition, _trial.Method(), 40, 1, _field.Field(moved_at=(60, 200), moved=(9, -9)))
    moments = [person.traits.faults.moved_at for person in moved]
    assert all(moment is not None and 60 <= moment <= 200 for moment in moments)
    assert len(set(moments)) == 40
    assert [p.traits.easy_left for p in plain] == [p.traits.easy_left for p in moved]
    assert moved[0].traits.faults.moved == sc.Bilateral(9, -9)
    assert all(person.traits.faults == sc.SensorFaults() for person in plain)


def test_a_camera_moved_while_nobody_called_stands_elsewhere_when_it_is_seen_again() -> None:
    traits = _field.Field(suspended_at=(60, 200), suspended_for=20, moved=(9, 9)).traits(random.Random(1))
    assert traits["faults"].moved_at == traits["app"].suspended_at


def test_stiff_people_have_the_limits_that_are_asked_for() -> None:
    condition = _trial.Condition(2.0, 0.0, 0.0, 0.0)
    limits = [
        person.limit.left for person in _trial.people(condition, _trial.Method(), 50, 1, _field.Field(limits=(12, 20)))
    ]
    assert 12 <= min(limits) < 14 < 18 < max(limits) <= 20


def test_nothing_wrong_in_4000_people_holds_and_in_400_cannot_be_told() -> None:
    assert _field_table.verdict(0.0, None, table()) == "holds"
    assert _field_table.verdict(0.0, None, table(400)) == "too few people to tell"


@pytest.mark.parametrize(
    ("columns", "source", "verdict"),
    [
        ({"change": np.repeat(["increased", "undetermined"], [201, 3799])}, None, "does not hold: increased"),
        ({"change": np.repeat(["increased", "undetermined"], [199, 3801])}, None, "holds"),
        ({"sides": np.repeat(["left_tighter", "balanced"], [1, 3999])}, None, "holds"),
        ({"sides": np.repeat(["left_tighter", "balanced"], [1, 3999])}, "phone_camera", "does not hold: side"),
        ({"named_right": np.repeat([1, 0], [1, 3999])}, "phone_camera", "does not hold: side"),
        ({"sides": np.repeat(["right_tighter", "balanced"], [210, 3790])}, None, "does not hold: side"),
        ({"led_2": np.full(4000, 0.6)}, None, "does not hold: over 2°"),
        ({"led_5": np.repeat([1, 0], [1, 3999])}, None, "does not hold: over 5°"),
    ],
)
def test_what_is_said_to_hold_is_made_of_the_figures(columns: dict[str, object], source: str, verdict: str) -> None:
    assert _field_table.verdict(0.0, source, table(**columns)) == verdict


def test_a_gain_that_is_there_and_a_side_that_stops_first_are_not_wrong() -> None:
    gained = table(change=np.full(4000, "increased"), easy_after_left=np.full(4000, 6.0))
    assert _field_table.wrong_increased(gained).hits == 0
    left = table(sides=np.full(4000, "left_tighter"))
    assert _field_table.wrong_side(8.0, left).hits == 0
    assert _field_table.wrong_side(-8.0, left).hits == 4000


def test_the_command_prints_what_is_promised_and_how_it_went() -> None:
    options = ["--drift", "0.1,-0.05", "--by-tones", "--people", "6", "--markdown"]
    result = CliRunner().invoke(app, ["trial", *options])
    assert result.exit_code == 0, result.output
    assert "--drift 0.1,-0.05 --by-tones" in result.stdout
    rows = [line for line in result.stdout.splitlines() if line.startswith("| 2° |")]
    assert len(rows) == 2  # what is promised, and how it went
    assert "| blind, told ok |" in result.stdout


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--drift", "fast"], "--drift fast: expected one number"),
        (["--drift", "1,2,3"], "expected one number for both legs, or left,right"),
        (["--drift", "11"], "drift_open: must lie in -10..10 degrees a second"),
        (["--moved-at", "200,60", "--moved", "9"], "must not run backwards"),
        (["--moved", "9"], "--moved: says nothing without --moved-at or --suspended-at"),
        (["--moved-at", "90"], "--moved-at: says nothing without --moved or --rolled"),
        (["--moved-at", "-5", "--moved", "9"], "moved_at: must not be negative"),
        (["--exchanged-for", "5"], "--exchanged-at"),
        (["--blinks-every", "1"], "--seen-for"),
        (["--blinks-every", "1", "--seen-for", "2"], "seen_for"),
        (["--blinks-every", "1", "--seen-for", "0.5", "--blinking", "elbow"], "elbow"),
        (["--poor-from", "60"], "--poor-from: says nothing without"),
        (["--slow-every", "-1"], "slow_every: must lie in 0..600 seconds"),
        (["--creep", "0.1"], "--stuck-at"),
        (["--suspended-at", "60"], "--suspended-for"),
        (["--clock-jumps-at", "60"], "--clock-jump"),
        (["--clocks", "ticks"], "--clock-jumps-at"),
        (["--slides-at", "60"], "--slid-list or --slid-tilt"),
        (["--limits", "20,12"], "the smaller first"),
        (["--limits", "2,12"], "7..112"),
        (["--answers-late", "601"], "answers_late"),
        (["--beyond-easy", "61"], "beyond_easy"),
        (["--by-tones", "--guards", "10"], "--guards"),
        (["--by-tones", "--compare", "naive"], "--compare"),
        (["--field", "--drift", "1"], "--field"),
        (["--field", "--noise", "1"], "--field"),
    ],
)
def test_what_cannot_go_wrong_is_refused_in_a_sentence(options: list[str], problem: str) -> None:
    result = CliRunner().invoke(app, ["trial", "--people", "1", *options])
    assert result.exit_code == 2, result.output
    assert problem in " ".join(result.output.split())


def test_the_same_in_python() -> None:
    """What the command does is there for everybody: traits, and the columns of run_trial."""
    someone = sc.VirtualPerson(
        seed=2,
        by_tones=True,
        moves_only="left",
        faults=sc.SensorFaults(drift_open=sc.Bilateral(0.1, 0.1), blinking=["hip_abduction_right"]),
        app=sc.AppFaults(clock_jumps_at=90, clock_jump=-30, clocks="postures"),
    )
    assert someone.traits.faults.drift_open.left == 0.1
    assert someone.traits.app.clocks == "postures"
    found = sc.run_trial([sc.VirtualPerson(seed=2)], sc.catalog()[_trial.EXERCISE])
    assert found["turned"][0] >= found["led_of"][0] > 0
    assert found["blind_ok"][0] == 0
    assert found["measured"][0] == 1
    with pytest.raises(sc.InvalidModel, match="creep"):
        sc.SensorFaults(creep=2)
