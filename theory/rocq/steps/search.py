"""Look for a proof of each step in a coqtop: what is taken, then scripts one after the other, until one ends it.

What is found is text, and no more: coqc compiles it afterwards, with no limit of time. A tactic is given so many
seconds of processor time, so that a busy machine finds what an idle one finds.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import select
import signal
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from modgap.theory.rocq.check import NotCheckedError
from modgap.theory.rocq.children import Child

#: Seconds of processor time that one tactic is given. A step that takes longer counts as not proved.
LIMIT = 6

#: How many times the limit a toplevel may go on after it was interrupted, before it is ended.
PATIENCE = 3


@dataclass(frozen=True)
class Attempt:
    """How a proof of a lemma is looked for.

    Attributes
    ----------
    name, follows : str
        What the lemma is called, after a digest of all that it says and rests on, and what it says.
    opening : str
        The tactic that begins the proof.
    uses, scripts : tuple of str
        What is taken before, each if it can be; and the tactics of which one has to end the proof.
    further : callable
        Returns more of them, where those do not.
    """

    name: str
    follows: str
    opening: str
    uses: tuple[str, ...]
    scripts: tuple[str, ...]
    further: Callable[[], Iterable[str]] = tuple

    def digest(self, tactics: str) -> str:
        """Return what its outcome depends on, as a digest."""
        parts = [tactics, str(LIMIT), self.name, self.follows, self.opening, *self.uses, "", *self.scripts]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def delayed(further: Callable[[], Iterable[str]]) -> Iterator[str]:
    """Yield what a function returns, which is called no sooner than that is asked for."""
    yield from further()


class LostError(Exception):
    """The toplevel ended, or had to be ended; what it was told is gone."""


class Toplevel:
    """A coqtop that is told sentences, each under a limit of processor time."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        pipe = subprocess.PIPE
        self._child = Child(command, cwd=folder, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT)
        self._process = self._child.process
        self._said = 0
        self._heard = b""

    def accepts(self, sentences: str, limit: float = LIMIT) -> bool:
        """Return whether it takes all of some sentences, in time."""
        answer = self._asked(sentences, limit)
        return not re.search(r"^(Error|Toplevel input|User interrupt)", answer, re.MULTILINE)

    def end(self) -> None:
        """End it."""
        self._child.end()

    def _asked(self, sentences: str, limit: float) -> str:
        """Return what it says to sentences; interrupt it where they take too long."""
        self._tell(f"{sentences}\n{self._marker()}")
        begun, interrupted = self._seconds(), False
        while (found := self._answer()) is None:
            spent = self._seconds() - begun
            if spent > PATIENCE * limit:
                self.end()
                raise LostError
            if spent > limit and not interrupted:
                self._process.send_signal(signal.SIGINT)
                self._tell(self._marker())
                interrupted = True
        return found + ("\nUser interrupt" if interrupted else "")

    def _marker(self) -> str:
        """Return a sentence whose answer says that all before was dealt with, and that changes nothing."""
        self._said += 1
        return f"Locate told_{self._said}."

    def _answer(self) -> str | None:
        """Return what was said up to the last marker, or None while there is more to come."""
        assert self._process.stdout is not None
        if select.select([self._process.stdout], [], [], 0.5)[0]:
            more = os.read(self._process.stdout.fileno(), 1 << 16)
            if not more:
                raise LostError
            self._heard += more
        marker = f"told_{self._said}\n".encode()
        if marker not in self._heard:
            return None
        before, _, self._heard = self._heard.partition(marker)
        # The prompt may stand before what is said.
        return re.sub(r"^(\w+ < )+", "", before.decode(errors="replace"), flags=re.MULTILINE)

    def _tell(self, text: str) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(f"{text}\n".encode())
            self._process.stdin.flush()
        except OSError:
            raise LostError from None

    def _seconds(self) -> float:
        """Return the processor time that it has had."""
        shown = subprocess.run(
            ["ps", "-o", "time=", "-p", str(self._process.pid)], capture_output=True, text=True, check=False
        )
        return clock(shown.stdout)


def clock(shown: str) -> float:
    """Read a time as ps shows it: [[days-]hours:]minutes:seconds."""
    days, _, rest = shown.strip().rpartition("-")
    total = 0.0
    for part in rest.split(":"):
        total = 60 * total + float(part or 0)
    return total + 86400 * int(days or 0)


class Search:
    """Looks for proofs, and keeps what it found in a file, by what the outcome depends on."""

    def __init__(self, command: Sequence[str], folder: Path, kept: Path, tactics: str) -> None:
        self._command, self._folder, self._kept, self._tactics = list(command), folder, kept, tactics
        self._known: dict[str, Any] = json.loads(kept.read_text()) if kept.exists() else {}

    def proofs(self, header: str, attempts: Iterable[Attempt]) -> dict[str, tuple[str, ...]]:
        """Return for each lemma the tactics that prove it; none where none was found."""
        attempts = list(attempts)
        new = [a for a in attempts if self._known.get(a.name, {}).get("of") != a.digest(self._tactics)]
        if new:
            top = _Proofs(self._command, self._folder, header)
            for attempt in new:
                former = tuple(self._known.get(attempt.name, {}).get("proof", ()))
                found = top.proof(attempt, former)
                self._known[attempt.name] = {"of": attempt.digest(self._tactics), "proof": found}
            top.end()
            self._kept.write_text(json.dumps(self._known, indent=0, sort_keys=True), encoding="utf-8")
        return {a.name: tuple(self._known[a.name]["proof"]) for a in attempts}


class _Proofs:
    """A toplevel in which lemma after lemma is proved, begun anew where it is lost."""

    def __init__(self, command: Sequence[str], folder: Path, header: str) -> None:
        self._command, self._folder, self._header = command, folder, header
        self._top = self._begun()

    def end(self) -> None:
        """End it."""
        self._top.end()

    def proof(self, attempt: Attempt, former: tuple[str, ...]) -> tuple[str, ...]:
        """Return the tactics that prove a lemma, a former proof tried first."""
        done: set[str] = set()
        while True:
            try:
                if former and "" not in done:
                    done.add("")
                    if self._opened(attempt) and all(map(self._step, former)) and self._step("Qed"):
                        return former
                    self._top.accepts("Abort.")
                return self._searched(attempt, done)
            except LostError:
                self._top.end()
                self._top = self._begun()

    def _searched(self, attempt: Attempt, done: set[str]) -> tuple[str, ...]:
        """Try what was not tried yet; what is being tried counts as done, should the toplevel be lost on it."""
        if not self._opened(attempt) or not self._once(attempt.opening, done):
            self._top.accepts("Abort.")
            return ()
        done.discard(attempt.opening)
        taken = []
        for use in attempt.uses:
            if self._once(use, done):
                taken.append(use)
                done.discard(use)
        for script in chain(attempt.scripts, delayed(attempt.further)):
            if self._once(f"solve [{script}]", done) and self._step("Qed"):
                return attempt.opening, *taken, f"solve [{script}]"
        self._top.accepts("Abort.")
        return ()

    def _once(self, tactic: str, done: set[str]) -> bool:
        if tactic in done:
            return False
        done.add(tactic)
        return self._step(tactic)

    def _step(self, tactic: str) -> bool:
        return self._top.accepts(f"{tactic}.")

    def _opened(self, attempt: Attempt) -> bool:
        return self._top.accepts(f"Lemma f_{attempt.name} : {attempt.follows}.\nProof.")

    def _begun(self) -> Toplevel:
        top = Toplevel(self._command, self._folder)
        if not top.accepts(f"Set Silent.\n{self._header}", limit=120):
            top.end()
            raise NotCheckedError("coqtop refused the statements of steps")
        return top
