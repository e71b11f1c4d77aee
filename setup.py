"""What the distribution holds: the folders theory/, numerics/ and paper_checks/, installed as parts of `modgap`.

Of a build in a git checkout it holds the commit as well, for `modgap cite`.
"""

import subprocess
from pathlib import Path

from setuptools import find_packages, setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
FOLDERS = ("theory", "numerics", "paper_checks")
rooms = find_packages(include=[name for folder in FOLDERS for name in (folder, f"{folder}.*")])


def git(*command):
    """Return what git says of this folder; nothing where this is no checkout, or git is not there."""
    try:
        done = subprocess.run(["git", "-C", ROOT, *command], capture_output=True, encoding="utf-8", check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


class BuildWithCommit(build_py):
    """Copies the sources, and notes which commit they are of."""

    def run(self):
        super().run()
        # The folder's own repository, and not one that it happens to lie in.
        if self.editable_mode or not (ROOT / ".git").exists() or not (commit := git("rev-parse", "HEAD")):
            return
        changed = " changed" if git("status", "--porcelain", "--untracked-files=no") else ""
        Path(self.build_lib, "modgap", "commit.txt").write_text(f"{commit}{changed}\n", encoding="utf-8")


setup(
    cmdclass={"build_py": BuildWithCommit},
    packages=["modgap", *(f"modgap.{room}" for room in rooms)],
    package_dir={"modgap": "modgap", **{f"modgap.{room}": room.replace(".", "/") for room in rooms}},
)
