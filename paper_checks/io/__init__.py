"""Files, arrays and the terminal: read whole, written whole or not at all.

May use: `numerics`. Knows nothing of claims.
"""
