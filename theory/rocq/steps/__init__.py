"""The steps of derivations as lemmas of Rocq: each follows from the steps that it cites, or is counted as a gap.

`reading` takes steps off a claim's derivation, `printing` writes their statements, `scripts` the tactics by rule,
`run` has coqc say which lemmas hold and what each claim then assumes, `page` reports it. Nothing here makes a fact, and
no status depends on it: a step that Rocq does not prove is an axiom named a gap, which the claim's assumptions show.
May use: language, kernel, book.
"""
