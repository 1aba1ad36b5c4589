"""The package as a whole: what it offers, and that its stubs say the truth."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest
import stretchcore as sc
from stretchcore import _core

PROJECT = Path(__file__).resolve().parents[2]


def test_everything_that_is_bound_is_offered() -> None:
    bound = {name for name in vars(_core) if not name.startswith("_")}
    assert bound <= set(sc.__all__)
    assert all(hasattr(sc, name) for name in sc.__all__)
    assert len(sc.__all__) == len(set(sc.__all__))


def test_the_version_is_the_librarys() -> None:
    assert sc.__version__ == version("stretchcore")


def test_the_stubs_are_in_the_package() -> None:
    package = files("stretchcore")
    assert package.joinpath("_core.pyi").is_file()
    assert package.joinpath("py.typed").is_file()


def test_the_stubs_say_what_the_module_does() -> None:
    pytest.importorskip("mypy")
    checked = subprocess.run(
        [sys.executable, "-m", "mypy.stubtest", "stretchcore._core", "--mypy-config-file", PROJECT / "pyproject.toml"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
