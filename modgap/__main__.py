"""The command `modgap`, where its parts are installed; one line where they are not."""

from __future__ import annotations

import sys

from modgap.extras import missing
from modgap.stopping import guarded


def main() -> None:
    """Run the command line and exit."""
    guarded(_run)


def _run() -> None:
    try:
        from modgap.paper_checks.cli import main as run
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("modgap"):
            raise
        print(f"modgap: {missing(error.name, 'the command')}", file=sys.stderr)
        sys.exit(2)
    run()


if __name__ == "__main__":
    main()
