"""What paired embeddings say: intervals, answers to the predictions, tables.

May use: `io`, `encoding`, `searches`, `documents`, and both packages below.
"""
