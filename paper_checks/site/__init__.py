"""The reference as a static site: every claim with its derivation, the graph, the coverage of the paper, a glossary.

Promised: the same bytes for the same ledger; no page needs a server or the network.
May use: every other room but `cli`.
"""
