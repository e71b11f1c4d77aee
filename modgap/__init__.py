"""A formal-math verification suite for the theory of the modality gap.

`modgap.theory` holds the claims and how they are shown, `modgap.numerics` fast floating point that knows nothing of
claims, `modgap.paper_checks` what joins the two: the command line, figures, tables, the site.
"""

from pathlib import Path as _Path

# An installed package holds the three folders; in a checkout they stand beside this one.
if not (_Path(__file__).parent / "theory").is_dir():
    __path__.append(str(_Path(__file__).parents[1]))
