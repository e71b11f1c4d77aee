"""What may be concluded: facts, the rules that make them, and claims. No other room makes a fact that is proved.

Promised: whoever trusts this room, the engines and the theorems of `trusted` trusts what is proved. What is certified,
tested or refuted rests on `evidence` and its balls, which this room does not import. May use: `engines`, `language`.
"""
