"""What encloses: SymPy expressions as Arb balls, at points and over boxes.

Promised: the value lies in the ball, or the ball is not finite; no file here makes a fact.
May use: `language` and what stands below it, python-flint.
"""
