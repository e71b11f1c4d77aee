"""One's own statements: drawn, searched, tested and derived with the same rules as the ledger's.

Promised: a foreign file can use the rules and the facts that they make, never make a fact or change a rule.
May use: every other room; Hypothesis, for strategies.
"""
