"""No test takes a verdict from the user's cache, or leaves one there."""

from __future__ import annotations

import os

# A folder in which nothing can be made, for this process and those that tests start.
os.environ["MODGAP_CACHE"] = os.devnull
