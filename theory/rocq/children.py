"""Run programs that do not outlive this process, whatever ends it.

A child hears nothing of its parent's death, and `sh`, `make` and `coqc` are three generations: killed, Python would
leave a compilation that goes on for minutes. So each program has a process group of its own, and a shell beside it
waits on a pipe whose other end only this process holds: the system closes it with the process, and the shell kills the
group.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

#: Reads a line, which is what is written where there is nothing to guard any more; at the end of the pipe kills.
GUARD = 'read -r _ || kill -s KILL -- "-$1"'


class Child:
    """A program in a process group of its own, which ends with this process.

    Parameters
    ----------
    command : sequence of str
        The program and its arguments.
    **options
        As of `subprocess.Popen`.

    Attributes
    ----------
    process : subprocess.Popen
        The program.
    """

    def __init__(self, command: Sequence[str], **options: Any) -> None:
        self.process = subprocess.Popen(command, process_group=0, **options)
        # In a group of its own too: a Ctrl-C at the terminal must not end it before its pipe does.
        self._guard = subprocess.Popen(
            ["sh", "-c", GUARD, "guard", str(self.process.pid)],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, process_group=0,
        )  # fmt: skip

    def end(self) -> None:
        """End the program with all that it started, and what guards it; to be called in any case, once or more."""
        if self._guard.returncode is not None:
            return
        # Once it has been waited for, its number may be another's.
        if self.process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        self._guard.communicate(b"\n")


def run(command: Sequence[str], cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, and return what it said; if this process is ended before, so is the program."""
    pipe = subprocess.PIPE
    child = Child(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, text=True)
    try:
        out, err = child.process.communicate()
    finally:
        child.end()
    return subprocess.CompletedProcess(command, child.process.returncode, out, err)
