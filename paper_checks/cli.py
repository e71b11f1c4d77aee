"""The command `modgap`: one group, with exit status 0 for success, 1 for a check that fell short, 2 for bad input."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from modgap.extras import MissingExtraError, missing
from modgap.numerics.checks import InputError
from modgap.paper_checks.commands import align as align_command
from modgap.paper_checks.commands import derive as derive_command
from modgap.paper_checks.commands import encode as encode_command
from modgap.paper_checks.commands import gap as gap_command
from modgap.paper_checks.commands import ledger as ledger_commands
from modgap.paper_checks.commands import optimize as optimize_command
from modgap.paper_checks.commands import properties as properties_command
from modgap.paper_checks.commands import reproduce as reproduce_command
from modgap.paper_checks.commands import train as train_command
from modgap.paper_checks.io.arrays import MissingDataError
from modgap.paper_checks.site import command as site_command

__all__ = ["cli", "main"]

#: What a disk says that takes no more.
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


@click.group(no_args_is_help=False, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="modgap", prog_name="modgap", message="%(prog)s %(version)s")
def cli() -> None:
    """Verify the theory of the modality gap, and measure the gap of embeddings."""


for module in (
    ledger_commands,
    properties_command,
    derive_command,
    gap_command,
    align_command,
    encode_command,
    optimize_command,
    train_command,
    reproduce_command,
    site_command,
):
    for command in module.COMMANDS:
        cli.add_command(command)


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and exit.

    A command returns its exit status (None for 0). Bad usage and bad input become one line on stderr and status 2.
    """
    for stream in (sys.stdout, sys.stderr):
        # A terminal without Greek letters shows question marks in their place; JSON is UTF-8 in any case.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(_status(args))


def _status(args: Sequence[str] | None) -> int:
    try:
        status = cli.main(args, prog_name="modgap", standalone_mode=False) or 0
        # What is still on its way to a full disk must be heard of here, not by the interpreter at its end.
        sys.stdout.flush()
        return status
    except click.UsageError as error:
        return _complain(f"{error.format_message().rstrip('.?')}; expected {_usage(error.ctx)}")
    except click.ClickException as error:
        return _complain(error.format_message())
    except (InputError, MissingDataError, MissingExtraError) as error:
        return _complain(str(error))
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("modgap"):
            raise
        return _complain(str(missing(error.name, "this command")))
    except OSError as error:
        if error.errno not in FULL:
            raise
        where = f"'{error.filename}'" if error.filename else "standard output"
        _forget_output()
        return _complain(f"{where}: got {error.strerror}; expected a place that takes what is written")
    except (click.Abort, KeyboardInterrupt):
        return 130


def _forget_output() -> None:
    """Let the interpreter, which writes at its end what is left to write, write it to nowhere."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _usage(context: click.Context | None) -> str:
    if context is None or isinstance(context.command, click.Group):
        return f"one of the commands {', '.join(cli.commands)}"
    return " ".join([context.command_path, *context.command.collect_usage_pieces(context)])


def _complain(message: str) -> int:
    click.echo(f"modgap: {' '.join(message.split())}", err=True)
    return 2


if __name__ == "__main__":
    main()
