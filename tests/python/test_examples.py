"""Each Python example prints what its C++ twin prints."""

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("[0-9]*.py"))


@pytest.mark.parametrize("name", NAMES)
def test_example_prints_what_is_expected(name: str) -> None:
    run = subprocess.run([sys.executable, EXAMPLES / f"{name}.py"], capture_output=True, text=True, check=True)
    assert run.stdout == (EXAMPLES / "expected" / f"{name}.txt").read_text()


def test_every_example_comes_in_both_languages() -> None:
    assert NAMES
    assert NAMES == sorted(path.stem for path in EXAMPLES.glob("[0-9]*.cpp"))
