"""How long a step takes, for the programs beside this one."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


def best(step: Callable[[], Result], times: int = 5) -> tuple[float, Result]:
    """The shortest time [ms], and the result."""
    shortest = float("inf")
    for _ in range(times):
        began = time.perf_counter()
        result = step()
        shortest = min(shortest, time.perf_counter() - began)
    return 1000 * shortest, result
