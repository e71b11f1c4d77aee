"""Optimisers whose result is held against a theorem.

May use: `io`, `numerics`, `theory`.
"""
