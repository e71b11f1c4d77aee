"""What may be concluded: facts, the rules that make them, and claims. No other room makes a fact.

Promised: whoever trusts this room, the engines, the balls and the theorems of `trusted` trusts every status.
May use: `engines`, `balls`, `language`.
"""
