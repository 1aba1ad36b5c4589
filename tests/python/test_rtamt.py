"""On complete regular data the monitor agrees with rtamt, a monitor of signal temporal logic, on every operator both have.

What was before the first sample is true for rtamt's `historically` and not seen for ours, so the rows of the longest
windows are left out at the beginning.
"""

from __future__ import annotations

from itertools import product

import numpy as np
import numpy.typing as npt
import pytest
import stretchcore as sc

# Its parser cannot be imported by Python 3.13 and later.
rtamt = pytest.importorskip("rtamt", exc_type=ImportError)

STEP = 0.01  # [s], a whole number of milliseconds, so that windows end on samples
ROWS = 1500
WARM_UP = 200

COMPARISONS = ["tilt > 5{deg}", "listing <= -3{deg}", "abs(tilt) >= 8{deg}", "tilt + listing * 2 < 4{deg}"]
OURS = {"tilt": "pelvis_tilt", "listing": "pelvis_list"}

# Ours, and theirs with windows in samples.
OPERATORS = [
    ("({a}) and ({b})", "({a}) and ({b})"),
    ("({a}) or ({b})", "({a}) or ({b})"),
    ("not ({a})", "not ({a})"),
    ("({a}) for 0.3 s", "historically[0:30]({a})"),
    ("({a}) within 0.3 s", "once[0:30]({a})"),
    ("({a}) since ({b}) within 0.5 s", "({a}) since[0:50] ({b})"),
    ("(({a}) for 0.1 s) within 0.7 s", "once[0:70](historically[0:10]({a}))"),
    ("(({a}) within 0.1 s) for 0.7 s", "historically[0:70](once[0:10]({a}))"),
    ("not (({a}) since (not ({b})) within 1 s)", "not (({a}) since[0:100] (not ({b})))"),
    ("({a}) or (({b}) since ({a}) within 0.04 s)", "({a}) or (({b}) since[0:4] ({a}))"),
]


def walk(seed: int) -> npt.NDArray[np.float64]:
    """A random walk around zero that never meets a limit: rtamt calls neither side of one true."""
    steps = np.random.default_rng(seed).integers(-3, 4, ROWS)
    return np.clip(np.cumsum(steps), -15, 15) + 0.237


def theirs(formula: str, tilt: npt.NDArray[np.float64], listing: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    spec = rtamt.StlDiscreteTimeSpecification()
    for name in ("tilt", "listing", "out"):
        spec.declare_var(name, "float")
    spec.spec = "out = " + formula
    spec.parse()
    found = spec.evaluate({"time": list(range(ROWS)), "tilt": tilt.tolist(), "listing": listing.tolist()})
    return np.array([robustness for _, robustness in found]) > 0


def ours(rule: str, tilt: npt.NDArray[np.float64], listing: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    for name, channel in OURS.items():
        rule = rule.replace(name, channel)
    recording = sc.Recording(np.arange(ROWS) * STEP, pelvis_tilt=tilt, pelvis_list=listing)
    verdicts = sc.Monitor([rule]).run(recording)[:, 0]
    assert set(np.unique(verdicts)) <= {0, 1}
    return verdicts == 1


@pytest.mark.parametrize(("rule", "formula"), OPERATORS)
def test_every_operator_that_both_have(rule: str, formula: str) -> None:
    compared = violated = 0
    for seed, (a, b) in enumerate(product(COMPARISONS, repeat=2)):
        tilt, listing = walk(seed), walk(100 + seed)
        mine = ours(rule.format(a=a, b=b).format(deg=" deg"), tilt, listing)[WARM_UP:]
        other = theirs(formula.format(a=a, b=b).format(deg=""), tilt, listing)[WARM_UP:]
        np.testing.assert_array_equal(mine, other, err_msg=f"{rule} with {a} and {b}")
        compared += len(mine)
        violated += int(mine.sum())
    assert compared > 20_000
    assert compared * 0.02 < violated < compared * 0.99
