"""Figures of the paper and of the documentation.

May use: `measured` and what stands below it; Matplotlib.

"""
