"""Write the generated files of the second kernel, or with ``--check`` have Rocq check them and record the result.

``python -m modgap.theory.rocq [--check]``
"""

import sys

from modgap.theory.rocq.check import check, generated, write

if sys.argv[1:] == ["--check"]:
    checked = check()
    write(checked)
    print(f"{checked.summary}. {len(checked.claims)} claims; sources {checked.sources}")
else:
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8")
        print(path)
