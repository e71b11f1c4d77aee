"""Write the generated files of the second kernel, or have Rocq check them or the steps of derivations.

``python -m modgap.theory.rocq``                        writes the generated files
``python -m modgap.theory.rocq --check``                has Rocq check them and records the result
``python -m modgap.theory.rocq --steps [ID…] [--minutes N] [--record]``   has Rocq prove the steps of derivations
"""

import argparse

from modgap.theory.rocq.check import check, generated, write
from modgap.theory.rocq.steps.report import PAGE, export, page
from modgap.theory.rocq.steps.search import LIMIT


def main() -> None:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m modgap.theory.rocq", description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="have Rocq check the claims and record the result")
    parser.add_argument("--steps", nargs="*", metavar="ID", help="have Rocq prove the steps of these claims, or of all")
    parser.add_argument("--minutes", type=float, default=30.0, help="after how many minutes no further claim is begun")
    parser.add_argument("--record", action="store_true", help="write docs/kernel-steps.md from what --steps came to")
    given = parser.parse_args()
    if given.steps is not None:
        written = page(export(given.steps, given.minutes), LIMIT)
        if given.record:
            PAGE.write_text(written, encoding="utf-8")
        print(PAGE if given.record else written)
    elif given.check:
        checked = check()
        write(checked)
        print(f"{checked.summary}. {len(checked.claims)} claims; sources {checked.sources}")
    else:
        for path, text in generated().items():
            path.write_text(text, encoding="utf-8")
            print(path)


if __name__ == "__main__":
    main()
