"""An experiment for each claim that embeddings of a small CLIP can speak to, and the page of what they said.

What lives here: which models are trained (`plan`), the questions that are put to them (`bounds`, `gaps`, `spaces`), and
the page (`page`). Promised: every answer names its claims, its seeds and an interval over them, and says whether theory
and experiment agree, do not, or cannot be told apart. May use: `training`, `measured` and what they stand on.
"""
