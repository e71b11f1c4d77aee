"""Modified Bessel functions of the first kind and their ratio: recurrences, bounds, shape.

Promised: claims with derivations. May use: `trusted` and what stands below it.
"""
