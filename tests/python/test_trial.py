"""``stretchcore trial``: shares with intervals, as a table and as a picture."""

from pathlib import Path

import numpy as np
import pytest
from stretchcore import _trial
from typer.testing import CliRunner

pytest.importorskip("typer")
from stretchcore._commands import app


def test_a_share_has_wilsons_interval() -> None:
    assert _trial.Share(0, 10).interval == pytest.approx((0.0, 0.2775), abs=1e-4)
    assert _trial.Share(5, 10).interval == pytest.approx((0.2366, 0.7634), abs=1e-4)
    assert _trial.Share(10, 10).interval[1] == pytest.approx(1.0)
    assert _trial.Share(0, 0).interval == (0.0, 1.0)
    assert str(_trial.Share(1, 20)) == "5.0 (0.9-23.6)"


def test_every_noise_is_tried_without_a_change_and_with_each() -> None:
    found = _trial.conditions([1.0, 2.0], [0.0], [6.0], [8.0])
    assert len(found) == 6
    assert str(found[0]) == "noise 1°, gain 0°, sides 0° apart"
    assert [c.difference for c in found if c.noise == 2.0] == [0.0, 0.0, 8.0]
    assert len(_trial.conditions([1.0], [0.0], [0.0], [0.0])) == 1


def test_people_have_limits_between_25_and_65_degrees_and_the_bias_of_their_sensor() -> None:
    condition = _trial.Condition(2.0, 0.5, 0.0, 8.0)
    everybody = _trial.people(condition, _trial.Method(), 50, seed=1)
    limits = [person.limit.left for person in everybody]
    assert 25 <= min(limits) < 30 < 60 < max(limits) <= 65
    assert all(person.limit.right - person.limit.left == pytest.approx(8) for person in everybody)
    assert not any(person.traits.bias.left for person in everybody)
    by_camera = _trial.people(condition, _trial.Method(source="phone_camera"), 50, seed=1)
    assert 3 < np.std([person.traits.bias.left for person in by_camera]) < 7


def test_the_command_prints_a_table_and_draws_it(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    picture = tmp_path / "trial.png"
    options = ["--people", "12", "--noise", "1", "--likeness", "0", "--markdown", "--out", str(picture)]
    result = CliRunner().invoke(app, ["trial", *options])
    assert result.exit_code == 0, result.output
    rows = [[cell.strip() for cell in line.split("|")] for line in result.stdout.splitlines() if "°" in line]
    said, holds = rows[1:4], rows[4:]
    assert [row[3] for row in said] == ["0°", "6°", "0°"]
    assert [row[5].split(" ")[0] for row in said] == ["0.0", "100", "0.0"]
    assert said[2][6].startswith("100 (")
    assert len(holds) == 3
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--source", "imu_pair", "--known"], "--known"),
        (["--noise", "11"], "spread"),
        (["--likeness", "1"], "likeness"),
        (["--blocks", "0"], "blocks"),
        (["--guards", "61"], "guarding"),
        (["--guards", "10", "--gain", "3"], "--guards"),
        (["--compare", "naive", "--noise", "1"], "--compare"),
        (["--compare", "best"], "compare"),
    ],
)
def test_what_cannot_be_tried_is_refused_in_a_sentence(options: list[str], problem: str) -> None:
    result = CliRunner().invoke(app, ["trial", "--people", "1", *options])
    assert result.exit_code == 2
    assert problem in result.output


def test_guarding_is_answered_and_its_absence_is_not() -> None:
    options = ["--guards", "15", "--people", "40", "--noise", "1", "--likeness", "0", "--markdown"]
    result = CliRunner().invoke(app, ["trial", *options])
    assert result.exit_code == 0, result.output
    quiet, guarded = [
        [cell.strip() for cell in line.split("|")] for line in result.stdout.splitlines() if line.startswith("| 1°")
    ]
    assert quiet[3:6] == ["0°", "0.0 (0.0-8.8)", ""]
    assert guarded[3] == "15°"
    assert guarded[4].startswith("100 (")
    assert float(guarded[6].split(" ")[0]) > 95


def test_the_naive_coach_is_wrong_where_the_library_is_not() -> None:
    result = CliRunner().invoke(app, ["trial", "--compare", "naive", "--people", "40", "--markdown"])
    assert result.exit_code == 0, result.output
    rows = [[cell.strip() for cell in line.split("|")] for line in result.stdout.splitlines()[2:]]
    assert len(rows) == 4
    assert [row[3] for row in rows[:3]] == ["0 %", "0 %", "0 %"]
    assert all(int(row[2].split(" ")[0]) > 10 for row in rows[:3])
