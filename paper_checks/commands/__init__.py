"""The commands of `modgap`, one file each: options in, exit status out, no mathematics.

May use: everything but `site` and `cli`.
"""
