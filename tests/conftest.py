"""Settings of every test: no verdict from or for the user's cache, and one thread for linear algebra in each worker."""

from __future__ import annotations

import os

# A folder in which nothing can be made, for this process and those that tests start.
os.environ["MODGAP_CACHE"] = os.devnull

# Tests run in as many workers as there are cores; more threads in each only wait for one another, many times as long.
for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")
