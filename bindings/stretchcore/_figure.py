"""An exercise as a picture: two bodies of sticks, at its start and at its end, as plain SVG."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from stretchcore._core import Exercise, Side, Sides, in_language
from stretchcore._errors import InvalidModel
from stretchcore._figure_shapes import HEIGHT, INK, PANEL, WIDTH, Shape, shapes

CAPTION = 22.0  # [px] below both pictures
CAPTIONS = {
    "en": ("Start", "End"),
    "de": ("Beginn", "Ende"),
    "es": ("Inicio", "Final"),
}


def _written(shape: Shape) -> str:
    look = f' fill="{shape.fill or "none"}"'
    if shape.stroke:
        look += f' stroke="{shape.stroke}" stroke-width="{shape.width:.1f}"'
    if shape.mark:
        look += f' class="{shape.mark}"'
    if shape.radius:
        ((x, y),) = shape.points
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{shape.radius:.1f}"{look}/>'
    kind = "polygon" if shape.fill else "polyline"
    return f'<{kind} points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in shape.points)}"{look}/>'


def _require_figure(exercise: Exercise) -> None:
    for field, value, instead in (
        ("figure", exercise.figure, '{"view": "side", "start": {…}, "end": {…}} with angles in degrees by channel'),
        ("position", exercise.position, 'one of its words, such as "chair"'),
    ):
        if value is None:
            raise _wrong(field, f"{exercise.id} has no {field} to draw it by; write {instead}")


def _wrong(field: str, message: str) -> InvalidModel:
    error = InvalidModel(f"{field}: {message}")
    error.field = field
    return error


def _is_mirrored(exercise: Exercise, side: Side | str | None) -> bool:
    """The left side is the one that is written down; the right one is its mirror image."""
    if side is None:
        return False
    if side not in tuple(Side):
        raise _wrong("side", f'"{side}" is no side; write left or right, or leave it out')
    sides = exercise.movement.sides
    if sides not in (Sides.one, Sides.alternating):
        raise _wrong("side", f"{exercise.id} is done {_how(sides)}, so it cannot be drawn on the {side}; leave it out")
    return side == Side.right


def _how(sides: Sides) -> str:
    return "with both sides together" if sides == Sides.together else "in the middle of the body"


def figure(exercise: Exercise, side: Side | str | None = None, language: str = "en") -> str:
    """Draws an exercise as SVG: its start on the left, its end on the right, and an arrow along the way.

    Parameters
    ----------
    exercise
        One with a ``figure`` and a ``position``.
    side
        The side that works, of an exercise that has sides; the left one if nothing is given.
    language
        Of its title, its description and its captions.

    Returns
    -------
    str
        An ``svg`` element with nothing in it that runs or is fetched.

    Raises
    ------
    InvalidModel
        Where there is nothing to draw it by, or no such side.
    """
    _require_figure(exercise)
    name = f"figure-{exercise.id}" + ("" if side is None else f"-{side}")
    mirrored = _is_mirrored(exercise, side)
    title, about = in_language(exercise.name, language), in_language(exercise.summary, language)
    captions = in_language({tag: "|".join(words) for tag, words in CAPTIONS.items()}, language).split("|")
    text = "".join(
        f'<text x="{(panel + 0.5) * PANEL:.0f}" y="{HEIGHT + CAPTION - 8:.0f}">{escape(words)}</text>'
        for panel, words in enumerate(captions)
    )
    words = escape(f"{about} {in_language(exercise.setup.position, language)}".strip())
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" id="{name}" viewBox="0 0 {WIDTH:.0f} {HEIGHT + CAPTION:.0f}"'
            f' role="img" lang={quoteattr(language)} aria-labelledby="{name}-title {name}-desc">',
            f'<title id="{name}-title">{escape(title)}</title>',
            f'<desc id="{name}-desc">{words}</desc>',
            '<g stroke-linecap="round" stroke-linejoin="round">',
            *map(_written, shapes(exercise, mirrored)),
            "</g>",
            f'<g font-family="sans-serif" font-size="13" text-anchor="middle" fill="{INK}">{text}</g>',
            "</svg>",
        ]
    )
