"""The console script ``stretchcore``.

Only this small door is loaded without its extras, so that a missing one is said in a sentence.
"""

from __future__ import annotations

import sys

REFUSED = 2  # wrong input, as for wrong options


def main() -> None:
    """Runs the command line; what it is told is in ``sys.argv``."""
    try:
        from stretchcore._commands import app
    except ModuleNotFoundError as missing:
        package = (missing.name or "").partition(".")[0]
        if package not in ("typer", "rich"):
            raise
        needs = f"stretchcore: the command line needs {package}, which is not installed"
        print(f"{needs}: pip install 'stretchcore[cli]'", file=sys.stderr)
        sys.exit(REFUSED)
    app(prog_name="stretchcore")


if __name__ == "__main__":
    main()
