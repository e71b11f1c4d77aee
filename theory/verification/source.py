"""What a verdict depends on beside the claim: the source of `theory`, the interpreter, the engines.

The source is digested before any other module of the package is imported, and again whenever a verdict is kept, so
that a verdict found by code that was edited under way is known to belong to neither version.
"""

from __future__ import annotations

import hashlib
import marshal
import platform
import struct
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

#: The distributions that `theory` imports, and those that do SymPy's arithmetic.
ENGINES = ("cvc5", "gmpy2", "hypothesis", "mpmath", "numpy", "python-flint", "scipy", "sympy", "z3-solver")


def digest(folder: Path = Path(__file__).parents[1]) -> str:
    """Return the SHA-256 of every Python file below a folder, by name and content."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        content = path.read_bytes()
        total.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return "sha256:" + total.hexdigest()


#: What all modules of this package are named by.
_PACKAGE = __name__.removesuffix(".verification.source")

#: The source as it was when the package was imported.
AT_IMPORT = digest()


def stale() -> str | None:
    """Say which compiled files are not what their source compiles to: Python would have run them all the same.

    Python takes a compiled file for that of a source of the same size and time, whatever stands in it.
    """
    strange = []
    for name, module in sorted(sys.modules.items()):
        path, kept = getattr(module, "__file__", None), getattr(module, "__cached__", None)
        if not name.startswith(_PACKAGE) or not path or not kept or not Path(kept).is_file():
            continue
        compiled = Path(kept).read_bytes()
        if not _is_taken(compiled, Path(path)):
            continue
        if not _is_of(compiled[16:], Path(path).read_bytes(), path):
            strange.append(kept)
    if not strange:
        return None
    return f"compiled files are not those of their sources, delete them: {', '.join(strange)}"


@cache
def _is_of(compiled: bytes, source: bytes, path: str) -> bool:
    """Tell whether code is what a source compiles to; asked once for each content of the two."""
    try:
        ran = marshal.loads(compiled)
    except (ValueError, EOFError, TypeError):
        return False
    return bool(ran == compile(source, path, "exec", dont_inherit=True, optimize=sys.flags.optimize))


def _is_taken(compiled: bytes, source: Path) -> bool:
    """Tell whether Python runs a compiled file in place of its source: by its header it is of that time and size.

    One that is not is passed over, and stays where it is if nothing may be written. Those that go by a hash are read
    in any case: the unchecked ones are run whatever the source says.
    """
    flags, time, size = struct.unpack_from("<III", compiled.ljust(16, b"\0"), 4)
    about = source.stat()
    return flags != 0 or (time, size) == (int(about.st_mtime) & 0xFFFFFFFF, about.st_size & 0xFFFFFFFF)


def environment() -> dict[str, str]:
    """Return the interpreter, the machine and the engines that a verdict was found with."""
    from sympy.external.gmpy import GROUND_TYPES

    found = {
        "python": sys.version,
        "implementation": platform.python_implementation(),
        "sympy arithmetic": GROUND_TYPES,
    }
    found |= {"platform": sys.platform, "machine": platform.machine(), "optimisation": str(sys.flags.optimize)}
    return found | {name: _version(name) for name in ENGINES}


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "absent"
