"""The command line, run in this process."""

import pytest

from paper_checks.cli import main


@pytest.fixture
def modgap(capsys):
    """Run the command line in this process; return (exit status, stdout, stderr)."""

    def run(*args):
        with pytest.raises(SystemExit) as caught:
            main([str(arg) for arg in args])
        out, err = capsys.readouterr()
        return caught.value.code, out, err

    return run
