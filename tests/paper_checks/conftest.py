"""The command line, run in this process."""

import pytest

from modgap.paper_checks.cli import main


@pytest.fixture
def modgap(capsys):
    """Run the command line in this process; return (exit status, stdout, stderr)."""

    def run(*args):
        with pytest.raises(SystemExit) as caught:
            main([str(arg) for arg in args])
        out, err = capsys.readouterr()
        return caught.value.code, out, err

    return run


@pytest.fixture
def refused(modgap):
    """Run the command line, which must end with status 2, print nothing and complain in one line; return that line."""

    def run(*args):
        status, out, err = modgap(*args)
        assert (status, out) == (2, "")
        assert err.startswith("modgap: ")
        assert err.count("\n") == 1
        return err

    return run
