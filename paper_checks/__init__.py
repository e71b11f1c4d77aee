"""Where theory meets data: the command line, figures and tables.

May use: `theory` and `numerics`, which do not know of it.
"""
