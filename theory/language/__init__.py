"""What can be said: domains of hypotheses, and the symbols in which claims are stated, each with its definition.

Promised: a symbol is defined here once, and unfolds to that definition; nothing here concludes or decides anything.
May use: `outcome` and SymPy.
"""
