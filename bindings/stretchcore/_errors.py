"""What the library raises for wrong data. A safety finding is never raised, it is a value."""

from __future__ import annotations


class Error(Exception):
    """Everything the library raises for wrong data of its own kind."""


class InvalidModel(Error, ValueError):
    """A value that breaks one of its limits.

    Attributes
    ----------
    field
        The member, ``"dose.cap_repetitions"``.
    """

    field: str = ""


class DocumentError(Error, ValueError):
    """A document that cannot be read.

    Attributes
    ----------
    path
        The place, ``"movement.sides"``.
    """

    path: str = ""


class RuleError(Error, ValueError):
    """A rule text that is not a rule.

    Attributes
    ----------
    position
        Bytes from the start of the text.
    """

    position: int = 0


class RecordingError(Error, ValueError):
    """A recording that cannot be read.

    Attributes
    ----------
    line, column
        Counted from 1; 0 means the whole file.
    """

    line: int = 0
    column: int = 0


class RecordError(Error, ValueError):
    """A record that cannot be kept or read: no such file, a full disk, a newer schema."""


class CorruptRecord(RecordError):
    """A record that is damaged. The message never holds what was measured.

    Attributes
    ----------
    place
        The member, ``"tally.repetitions[3].side"``, or ``"header"`` or ``"body"``.
    """

    place: str = ""


for _error in (Error, InvalidModel, DocumentError, RuleError, RecordingError, RecordError, CorruptRecord):
    _error.__module__ = "stretchcore"
