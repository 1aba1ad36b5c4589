"""``stretchcore new``: an exercise to begin from, as a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

import stretchcore as sc
from stretchcore import _door, _files

SCHEMA = "exercise.schema.json"  # where an editor looks for it: beside the exercise


def _unread(value: Any) -> Any:
    """The same document without its readers: a copy is about to change."""
    if isinstance(value, dict):
        return {name: _unread(member) for name, member in value.items() if name != "reviewed_by"}
    return [_unread(one) for one in value] if isinstance(value, list) else value


def _copy(model: sc.Exercise, name: str) -> str:
    own = model.replace(id=name, version=1)
    document = {"$schema": SCHEMA, **_unread(json.loads(own.to_json()))}
    text = json.dumps(document, indent=2, ensure_ascii=False)
    sc.Exercise.from_json(text)
    return text


def new(
    like: Annotated[str, typer.Option("--like", metavar="ID|FILE", help="The exercise to begin from.")],
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="The file to write; ID.json if nothing is given.")
    ] = None,
    name: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Of the new one; my-ID if nothing is given.")
    ] = None,
) -> None:
    """Writes a copy of an exercise to change into one of your own. It never overwrites a file."""
    model = _files.exercise(like)
    if name is None:
        name = f"my-{model.id}"
    if name in sc.catalog():
        raise _files.Refused(f"--id {name}: the catalog has an exercise of that name; choose another one")
    path = file or Path(f"{name}.json")
    if path.suffix.lower() != ".json":
        raise _files.Refused(f"{path}: expected a name that ends in .json")
    text = _copy(model, name)
    try:
        with path.open("x", encoding="utf-8") as writer:
            writer.write(text + "\n")
    except FileExistsError:
        raise _files.Refused(f"{path}: is already there, and is not overwritten; give another name") from None
    _door.say(f"{path}: {name}, a copy of {model.id}, not yet reviewed")
    _door.say(f"  say what is wrong in it:  stretchcore check {path}")
    _door.say(f"  let an editor check it:   stretchcore catalog schema > {path.parent / SCHEMA}")
