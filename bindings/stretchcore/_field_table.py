"""What came of people, sensors and apps that are not as they should be: rates with 95 % intervals, and what holds."""

from __future__ import annotations

from typing import Any

import numpy as np

from stretchcore._trial import Share, Table, share

MOST_WRONG = 0.05  # wrong "increased", a wrong side, repetitions with a target more than 2° beyond the limit
MOST_BEYOND_5 = 0.001  # people with any target more than 5° beyond it: upper limit of the interval
SINGLE_CAMERA = "phone_camera"
BY_THEMSELVES = ("enough", "felt_freer", "offer_accepted")
OTHERWISE = ("signal_lost", "stopped_by_rule", "stopped_by_person", "stopped_by_symptom")


def wrong_increased(table: Table) -> Share:
    """Told of a gain although the truth is none."""
    change = (table["easy_after_left"] - table["easy_before_left"]) / 2
    change = change + (table["easy_after_right"] - table["easy_before_right"]) / 2
    return share((table["change"] == "increased") & (change < 0.01))


def wrong_side(difference: float, table: Table) -> Share:
    """A side named that does not stop first: in the summary, or in words on the way."""
    named = {side: (table["sides"] == f"{side}_tighter") | (table[f"named_{side}"] > 0) for side in ("left", "right")}
    right = "left" if difference > 0 else "right" if difference < 0 else None
    wrong = np.zeros(len(table["sides"]), bool)
    for side, told in named.items():
        if side != right:
            wrong |= told
    return share(wrong)


def over_2(table: Table) -> Share:
    """Openings to a target that led more than 2° beyond the limit of that moment."""
    return Share(int(table["led_2"].sum()), int(table["led_of"].sum()))


def any_over_5(table: Table) -> Share:
    """People with any target more than 5° beyond it."""
    return share(table["led_5"] > 0)


def verdict(difference: float, source: str | None, table: Table) -> str:
    """Whether what is promised holds in this row, by its own figures."""
    broken = []
    if wrong_increased(table).value > MOST_WRONG:
        broken.append("increased")
    side = wrong_side(difference, table)
    if side.value > MOST_WRONG or (source == SINGLE_CAMERA and side.hits):
        broken.append("side")
    if over_2(table).value > MOST_WRONG:
        broken.append("over 2°")
    beyond = any_over_5(table)
    if beyond.interval[1] > MOST_BEYOND_5 and beyond.hits:
        broken.append("over 5°")
    if broken:
        return "does not hold: " + ", ".join(broken)
    return "holds" if beyond.interval[1] <= MOST_BEYOND_5 else "too few people to tell"


def _beyond_5(part: Share) -> str:
    low, high = part.interval
    return f"{100 * part.value:.2f} ({100 * low:.2f}-{100 * high:.2f})"


def promised(difference: float, table: Table) -> dict[str, str]:
    most = table["led_most"][table["led_of"] > 0]
    return {
        "wrong increased": str(wrong_increased(table)),
        "wrong side": str(wrong_side(difference, table)),
        "reps over 2°": str(over_2(table)) if int(table["led_of"].sum()) else "no target",
        "people over 5°": _beyond_5(any_over_5(table)),
        "furthest": f"{most.max():+.1f}°" if len(most) else "",
    }


def went(table: Table) -> dict[str, str]:
    """What was seen of them, how often they were paused and why, and how it ended."""
    ends: Any = table["end_reason"]
    blind = share(table["blind_ok"] > 0)
    of, turned = int(table["held"].sum()), int(table["turned"].sum())
    return {
        "counted": str(share(table["held"] > 0)),
        "of openings": str(Share(min(of, turned), turned)),
        "measured": str(share(table["measured"] > 0)),
        "by feel": str(share(table["by_feel"] > 0)),
        "paused: person": str(share(table["paused_by_person"] > 0)),
        "signal": str(share(table["paused_by_signal"] > 0)),
        "rule": str(share(table["paused_by_rule"] > 0)),
        "blind, told ok": f"{blind}; {table['blind_ok_longest'].max():.1f} s",
        "by themselves": str(share(np.isin(ends, BY_THEMSELVES))),
        "cap": str(share(ends == "cap")),
        "lost, stopped": str(share(np.isin(ends, OTHERWISE))),
        "never over": str(share(ends == "input_ended")),
        "minutes": f"{table['duration'].mean() / 60:.1f}",
    }
