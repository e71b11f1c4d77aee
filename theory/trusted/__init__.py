"""What is believed and not derived: one function a theorem. No other room cites.

Promised: each function states its theorem with all hypotheses, checks what it can, and names the source or the proof.
May use: `kernel` and what stands below it. What can be derived belongs into a chapter.
"""
