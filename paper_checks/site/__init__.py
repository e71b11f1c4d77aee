"""The reference as a static site: every claim with its derivation, the graph, the coverage of the paper, a glossary."""
