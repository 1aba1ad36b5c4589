"""How long a step takes, for the programs beside this one."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import numpy as np

Result = TypeVar("Result")


def best(step: Callable[[], Result], times: int = 5) -> tuple[float, Result]:
    """The shortest time [ms], and the result."""
    shortest = float("inf")
    for _ in range(times):
        began = time.perf_counter()
        result = step()
        shortest = min(shortest, time.perf_counter() - began)
    return 1000 * shortest, result


def in_turns(steps: dict[str, Callable[[], object]], times: int = 11) -> dict[str, np.ndarray]:
    """How long each step takes [ms], in every turn: what disturbs one of them disturbs its neighbours, too."""
    spent: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(times):
        for name, step in steps.items():
            began = time.perf_counter()
            step()
            spent[name].append(1000 * (time.perf_counter() - began))
    return {name: np.array(each) for name, each in spent.items()}
