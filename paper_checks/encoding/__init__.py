"""Data sets through a CLIP model, to embeddings on disk.

May use: `io`; open_clip and torchvision where they are installed.
"""
