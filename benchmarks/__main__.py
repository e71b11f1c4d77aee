"""Run every benchmark of this folder, or those named: `python -m benchmarks [NAME ...]`."""

import importlib
import sys
from pathlib import Path


def main() -> int:
    names = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
    chosen = sys.argv[1:] or names
    unknown = [name for name in chosen if name not in names]
    if unknown:
        print(f"unknown benchmark {unknown[0]!r}; expected some of: {', '.join(names)}", file=sys.stderr)
        return 2
    for name in chosen:
        print(f"=== {name} ===", flush=True)
        importlib.import_module(f"benchmarks.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
