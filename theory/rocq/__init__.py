"""The second kernel: claims as Rocq propositions, and what Rocq says of them.

`statements` writes a claim's hypotheses and statement as a closed proposition, read from the claim's own object and
never from its derivation; that text is what has to be believed. `check` compiles it together with the proofs of the
folder `rocq/`. Nothing here makes a fact: what Rocq says stands beside a claim's status and never enters it. May use:
language, kernel, book.
"""
