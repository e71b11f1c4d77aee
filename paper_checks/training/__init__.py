"""A small CLIP of our own, from data to embeddings that every claim can be held against.

What lives here: pictures with names that come in packages (`pictures`), what the text tower sees (`subwords`), the
two towers and the constraints on their embeddings (`towers`), settings, training and checkpoints (`settings`, `run`,
`checkpoint`). Promised: everything follows from data, settings and seed; on one machine a run that was interrupted
ends in the same bytes as one that was not; nothing is pickled. May use: torch, Pillow, `io` and `modgap.numerics`.
"""
