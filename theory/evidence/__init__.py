"""Evidence by numbers: facts that are worth less than a proof, counterexamples, and the search for points.

Promised: `rules` alone is believed, for what is certified, tested or refuted; draws and searches propose points, and
nobody believes them. May use: `kernel`, `balls` and what stands below them.
"""
