"""The paper as printed: each numbered item under exactly its printed hypotheses, derived, refuted or left open.

Promised: claims with derivations, named as the print names them, whose hypotheses are the print's own.
May use: every room of chapters and what stands below them.

"""
