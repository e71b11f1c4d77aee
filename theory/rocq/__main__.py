"""Write the generated files of the second kernel: ``python -m modgap.theory.rocq``."""

from modgap.theory.rocq.check import generated

for path, text in generated().items():
    path.write_text(text, encoding="utf-8")
    print(path)
