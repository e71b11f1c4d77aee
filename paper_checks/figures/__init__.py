"""Figures of the paper and of the documentation.

May use: `measured` and what stands below it; Matplotlib.
"""

from modgap.extras import require

require("modgap.paper_checks.figures", "matplotlib")
