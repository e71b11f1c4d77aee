"""Choose the wrong calls that tests/theory/test_refusals.py asks: for each check, one that nothing else turns away so.

`python -m tests.refusals` loads kernel, engines and theorems with every check behind a switch (see `tests.mutants`),
records what the derivations of some claims ask of them, alters each call in every way that `tests.theory.wrongs`
knows, and keeps a wrong call where it is refused with other words, or not at all, once a check is off. What is kept
is written to tests/theory/refusals.txt, a line for each.
"""

from __future__ import annotations

import builtins
import signal
import sys
import time
from pathlib import Path
from typing import Any

from tests.mutants import Finder, Mutant, Switchboard

OUT = Path(__file__).parent / "theory" / "refusals.txt"

#: Alterations that are tried of each call.
MOST = 300


class TooLong(BaseException):
    """An altered call takes too long to be asked again and again."""


def main() -> None:
    """Choose and write."""
    found: list[Mutant] = []
    board = Switchboard()
    sys.meta_path.insert(0, Finder(found))
    builtins.__live__, builtins.__bites__ = board.live, board.bites  # type: ignore[attr-defined]
    from tests.theory.calls import COVER, SHAPES, chosen, recorded
    from tests.theory.wrongs import outcome, wrongs

    caches = [
        value
        for home, module in list(sys.modules.items())
        if home.startswith(("modgap.theory.engines", "modgap.theory.language", "modgap.theory.kernel"))
        for value in list(vars(module).values())
        if hasattr(value, "cache_clear")
    ]

    def stop(*_: Any) -> None:
        raise TooLong

    signal.signal(signal.SIGPROF, stop)
    calls = {
        key: call
        for key, call in sorted(chosen(recorded(COVER), SHAPES).items(), key=lambda item: item[0][-1])
        if ".trusted." in call.function.__module__
    }
    print(f"{len(calls)} calls", flush=True)
    caught: set[int] = set()
    lines: list[str] = []
    for key, call in calls.items():
        start, tried = time.process_time(), 0
        room, _, function = call.name.split()[0].partition(".")
        own = {
            n
            for n, m in enumerate(found)
            if Path(m.path).stem == room and (m.function == function or m.function.startswith("_"))
        }
        for label, args, kwargs in wrongs(call):
            tried += 1
            if tried > MOST or not own - caught:
                break
            board.met.clear(), board.passed.clear()
            signal.setitimer(signal.ITIMER_PROF, 3)
            try:
                said = outcome(call, args, kwargs)
                for number in sorted(board.refusals - caught) if said else ():
                    board.off = number
                    for cache in caches:
                        cache.cache_clear()
                    signal.setitimer(signal.ITIMER_PROF, 3)
                    if outcome(call, args, kwargs) != said:
                        caught.add(number)
                        line = f"{key}\t{label}\t{said}"
                        lines += [line] if line not in lines else []
                    board.off = -1
                    for cache in caches:
                        cache.cache_clear()
            except TooLong:
                pass
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
                board.off = -1
        seconds = time.process_time() - start
        print(f"{key}: {tried} tried, {len(caught)} checks by {len(lines)} ({seconds:.1f} s)", flush=True)
        OUT.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    for number, mutant in enumerate(found):
        if number not in caught:
            print("LEFT", mutant.name)


if __name__ == "__main__":
    main()
