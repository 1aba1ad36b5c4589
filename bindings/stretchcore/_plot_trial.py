"""How often what is said of virtual people is right, as a picture."""

from __future__ import annotations

from pathlib import Path

from matplotlib import rc_context

from stretchcore import _plot, _trial

COLOURS = ("#0b5fa5", "#d1660b", "#4a7a2c", "#7a4a8c")
MARKS = ("o", "s", "^", "D")


def _line(axes: object, label: str, place: int, points: list[tuple[float, _trial.Share]]) -> None:
    shift = 0.03 * place  # so that intervals at the same noise stand side by side
    at = [noise + shift for noise, _ in points]
    value = [100 * share.value for _, share in points]
    low = [100 * max(0.0, share.value - share.interval[0]) for _, share in points]
    high = [100 * max(0.0, share.interval[1] - share.value) for _, share in points]
    style = {"color": COLOURS[place % 4], "marker": MARKS[place % 4], "capsize": 3}
    axes.errorbar(at, value, yerr=[low, high], label=label, **style)  # type: ignore[attr-defined]


def draw(tables: dict[_trial.Condition, _trial.Table], path: Path) -> None:
    """Left: how often a gain is said; right: how often a side is called tighter. By noise, with 95 % intervals."""
    people = next(len(table["gain"]) for table in tables.values())
    with rc_context(_plot.STYLE):
        figure = _plot.figure(
            "What is said, and how often it is so", f"{people} virtual people at each point; bars are 95 % intervals"
        )
        panels = figure.subplots(1, 2, sharey=True)
        figure.subplots_adjust(left=0.07, right=0.97, bottom=0.1, top=0.82, wspace=0.08)
        for axes, said, of in zip(
            panels, ("“Your range increased”", "“This side stops first”"), ("gain", "difference"), strict=True
        ):
            axes.set_title(said, loc="left", fontsize=13)
            axes.set_xlabel("noise from one opening to the next [°]")
            axes.set_xticks(sorted({condition.noise for condition in tables}))
            axes.axhline(5, color=_plot.FAINT, linestyle=":", linewidth=1)
            axes.grid(axis="y", color=_plot.GRID)
            groups: dict[tuple[float, float], list[tuple[float, _trial.Share]]] = {}
            for condition, table in tables.items():
                true = getattr(condition, of)
                if true == 0 and (condition.gain, condition.difference) != (0, 0):
                    continue
                hit = table["change"] == "increased" if of == "gain" else _named(table, true)
                groups.setdefault((true, condition.likeness), []).append((condition.noise, _trial.share(hit)))
            for place, ((true, likeness), points) in enumerate(groups.items()):
                what = f"{of} {true:g}°" if true else f"no {of}"
                alike = f", openings alike {likeness:g}" if likeness else ""
                _line(axes, what + alike, place, points)
            axes.legend(frameon=False, loc="center left")
        panels[0].set_ylabel("share of people [%]")
        panels[0].set_ylim(-2, 102)
        figure.savefig(path)


def _named(table: _trial.Table, difference: float) -> object:
    if difference == 0:
        return (table["sides"] == "left_tighter") | (table["sides"] == "right_tighter")
    return table["sides"] == ("left_tighter" if difference > 0 else "right_tighter")
