"""Ctrl-C ends every command: in order where Python can answer it, and by force where an engine does not let it.

Python answers a signal between two of its own steps. An engine that computes for a minute in C keeps it waiting, so a
process of its own, forked before anything is imported, hears of each signal by a pipe and ends what does not answer.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

__all__ = ["GRACE", "STATUS", "end_without_parent", "guarded"]

#: Seconds that a command has to clear up after an interrupt.
GRACE = 1.5

#: Seconds after which an interrupt that was dropped is repeated: its finaliser or callback is through by then.
AGAIN = 0.05

#: Exit status after an interrupt, as a shell gives it.
STATUS = 130

#: PR_SET_PDEATHSIG of Linux's prctl.
PARENT_DEATH_SIGNAL = 1


_received: list[int] = []


def guarded(command: Callable[[], None]) -> None:
    """Run a command; SIGINT and SIGTERM end it within `GRACE` seconds, or little more, whatever it is doing.

    What is raised on the way clears up; then the process ends, whatever that has become of: an import that was
    interrupted in C may well be an `ImportError`. To be called from the main thread, before others are started.
    """
    signal.signal(signal.SIGINT, _interrupt)
    signal.signal(signal.SIGTERM, _interrupt)
    _stand_guard()
    try:
        command()
    except BaseException:
        if not _received:
            raise
    if _received:
        # The interpreter's own end may take longer than the user should wait.
        with suppress(OSError, ValueError):
            sys.stdout.flush()
            print("modgap: interrupted", file=sys.stderr, flush=True)
        os._exit(128 + _received[0])


def _interrupt(signum: int, frame: FrameType | None) -> None:
    _received.append(signum)
    sys.unraisablehook = _unheard
    # A second one must not disturb what clears up after the first.
    if len(_received) == 1:
        raise KeyboardInterrupt


def _unheard(lost: Any) -> None:
    """Say nothing of what is lost once a command is to end, but interrupt again where that is the interrupt itself.

    Objects that were half made complain as they go; the user asked for an end, no more. In a finaliser or a callback
    from C the interrupt is dropped and the command would go on, until it is killed.
    """
    if lost.exc_type is KeyboardInterrupt and hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, _interrupt_again)
        signal.setitimer(signal.ITIMER_REAL, AGAIN)


def _interrupt_again(signum: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _stand_guard() -> None:
    """Let a second process kill this one where it does not answer an interrupt."""
    if not hasattr(os, "fork"):
        return
    guarded = os.getpid()
    ear, mouth = os.pipe()
    if os.fork() == 0:
        try:
            _wait(ear, mouth, guarded)
        finally:
            os._exit(0)
    os.close(ear)
    os.set_blocking(mouth, False)
    signal.set_wakeup_fd(mouth, warn_on_full_buffer=False)


def _wait(ear: int, mouth: int, guarded: int) -> None:
    """Read the numbers of signals until the other end is closed, which is when the guarded process has ended."""
    for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, signal.SIG_IGN)
    os.close(mouth)
    # Whoever reads the command's output waits for every holder of it.
    for stream in (0, 1, 2):
        os.close(stream)
    while numbers := os.read(ear, 64):
        if {signal.SIGINT, signal.SIGTERM} & set(numbers):
            break
    else:
        return
    end = time.monotonic() + GRACE
    while select.select([ear], [], [], max(0.0, end - time.monotonic()))[0]:
        if not (numbers := os.read(ear, 64)):
            return
        if {signal.SIGINT, signal.SIGTERM} & set(numbers):
            end = min(end, time.monotonic() + GRACE / 2)
    if os.getppid() == guarded:
        os.kill(guarded, signal.SIGKILL)


def end_without_parent(*_: Any) -> None:
    """Let this worker process ignore Ctrl-C, which its parent answers, and end when its parent has ended."""
    import multiprocessing
    import threading
    from multiprocessing.connection import wait

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    _let_the_kernel_end_it(parent.pid)

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(STATUS)

    threading.Thread(target=watch, daemon=True).start()


def _let_the_kernel_end_it(parent: int | None) -> None:
    """Ask Linux to kill this process when its parent ends: no thread of it runs while an engine holds Python's lock."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:  # it ended before it was asked
            os._exit(STATUS)
