"""Corollaries."""

CLAIMS = ()
