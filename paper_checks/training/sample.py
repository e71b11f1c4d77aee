"""The pairs that come with the package: `python -m modgap.paper_checks.training.sample` trains and writes them.

Held-out icons and names in a model of `modgap train` without a constraint, at a temperature low enough for a gap to
be left: `sample/pairs.npy`, (2, N, h) in float16, and beside it `sample/pairs.json`, which says what they are.
"""

from __future__ import annotations

import hashlib
import io
import json
import sys
from pathlib import Path

import numpy as np

from modgap.paper_checks.io.whole import write_whole
from modgap.paper_checks.training.pictures import read_pictures
from modgap.paper_checks.training.run import Trained, train
from modgap.paper_checks.training.settings import Settings

__all__ = ["SETTINGS", "SOURCE", "write_sample"]

SETTINGS, SOURCE = Settings(dim=64, temperature=0.02, epochs=25), "material"
PLACE = Path(__file__).parents[1] / "sample"


def write_sample(trained: Trained, folder: Path) -> list[Path]:
    """Write the held-out pairs of a model and what they are to a folder; return the two files."""
    buffer = io.BytesIO()
    np.save(buffer, np.stack(trained.embeddings["held-out"]).astype(np.float16), allow_pickle=False)
    facts = trained.record["settings"]
    record = {
        "data": f"{', '.join(trained.record['data']['sources'].values())}, held out",
        "model": f"a model of `modgap train` (h = {facts['dim']}, τ = {facts['temperature']:g})",
        "temperature": facts["temperature"],
        "command": "python -m modgap.paper_checks.training.sample",
        "sha256": hashlib.sha256(buffer.getvalue()).hexdigest(),
        "run": {name: trained.record[name] for name in ("key", "settings", "data", "torch")},
    }
    text = json.dumps(record, indent=2, ensure_ascii=False, sort_keys=True)
    return write_whole({folder / "pairs.npy": buffer.getvalue(), folder / "pairs.json": f"{text}\n".encode()})


def main() -> None:
    """Train in build/sample, or the folder that is named, and write the sample into the package."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/sample")
    trained = train(read_pictures([SOURCE], SETTINGS.size), SETTINGS, folder)
    PLACE.mkdir(exist_ok=True)
    for path in write_sample(trained, PLACE):
        print(path)


if __name__ == "__main__":
    main()
