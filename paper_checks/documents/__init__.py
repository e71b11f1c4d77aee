"""Claims as pages, BibTeX, JSON and Markdown tables.

May use: `io`, `theory`.
"""
