"""Deriving every claim, and holding what is found against the record, the published statements and the paper.

Promised: a status is what the kernel computed in this run, or what an unchanged source computed before.
May use: every other room.
"""
