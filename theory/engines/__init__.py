"""What decides exactly: signs, normal forms, and where expressions are defined.

Promised: an answer is exact algebra or `Undecided`, never a guess; no file here makes a fact.
May use: `language` and what stands below it.
"""
