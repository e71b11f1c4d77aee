"""What the distribution holds: the folders theory/, numerics/ and paper_checks/, installed as parts of `modgap`."""

from setuptools import find_packages, setup

FOLDERS = ("theory", "numerics", "paper_checks")
rooms = find_packages(include=[name for folder in FOLDERS for name in (folder, f"{folder}.*")])

setup(
    packages=["modgap", *(f"modgap.{room}" for room in rooms)],
    package_dir={"modgap": "modgap", **{f"modgap.{room}": room.replace(".", "/") for room in rooms}},
)
