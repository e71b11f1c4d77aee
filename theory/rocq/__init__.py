"""The second kernel: claims as Rocq propositions, and what Rocq says of them.

`statements` writes a claim's hypotheses and statement as a closed proposition, read from the claim's own object and
never from its derivation; it is what has to be believed. `check` compiles those propositions together with the proofs
of `rocq/`. Nothing here makes a fact: what Rocq says stands beside a claim's status.
May use: `language`, the claims of `kernel`, and `book`.

"""
