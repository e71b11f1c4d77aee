# Every target builds the environment it needs: a bare clone, Python 3.11 or newer and make are enough.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

# The many processes that tests begin read what is compiled once; with this set each would compile all of it anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: verify test test-slow test-browser mutants rocq bench docs lint record publish readme clean

# Derives every claim, whatever is kept of earlier runs; `modgap verify` alone spares what is unchanged.
verify: $(READY)
	$(BIN)/modgap verify --no-cache

# ARGS are handed to pytest: make test ARGS=--durations=20
test: $(READY)
	$(BIN)/python -m pytest $(ARGS)

test-slow: $(READY)
	$(BIN)/python -m pytest -m slow $(ARGS)

# Needs chromium and chromedriver; screenshots are left in build/screenshots. MODGAP_SITE=DIR looks at a built site.
test-browser: $(READY)
	$(BIN)/python -m pytest -n 0 -m browser tests/browser

# The second kernel: compiles rocq/ and rechecks it with coqchk. Without coqc it says that nothing was checked.
rocq:
	./rocq/check.sh

# Switches each check of kernel, evidence, engines and trusted theorems off in turn: ten minutes of one core. Its report:
# build/mutants.md, and docs/mutants.md with ARGS=--record.
mutants: $(READY)
	$(BIN)/python -m tests.mutants $(ARGS)

bench: $(READY)
	$(BIN)/python -m benchmarks

docs: $(READY)
	$(BIN)/python -m modgap.paper_checks.figures.bessel_regions docs/bessel-regions.png
	$(BIN)/python -m modgap.paper_checks.figures.capacity docs/capacity.png
	$(BIN)/python -m modgap.paper_checks.figures.loss_limit docs/loss-limit.png
	$(BIN)/python -m modgap.paper_checks.figures.trap docs/trap.png
	$(BIN)/python -m modgap.paper_checks.figures.phase_diagram docs/theorem-3-phases.png
	$(BIN)/python -m modgap.paper_checks.figures.free_threshold docs/free-threshold.png
	$(BIN)/python -m modgap.paper_checks.figures.preferred_angle docs/preferred-angle.png
	$(BIN)/modgap site --out build/docs

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@rm -rf build/typed && mkdir -p build/typed/modgap
	@ln -s $(CURDIR)/modgap/*.py $(CURDIR)/theory $(CURDIR)/numerics $(CURDIR)/paper_checks build/typed/modgap
	cd build/typed && $(CURDIR)/$(BIN)/mypy --config-file $(CURDIR)/pyproject.toml

# Write down what verification computed: theory/ledger.lock, and from it docs/claims.md, docs/the-print.md,
# docs/kernel-left.md and the README's counts.
record: $(READY)
	$(BIN)/modgap verify --record
	$(BIN)/python -m modgap.paper_checks.documents.readme
	$(BIN)/python -m modgap.paper_checks.documents.the_print
	$(BIN)/python -m modgap.paper_checks.documents.kernel_left

# At a release: from then on the statements of the ledger keep their ids, and ids their statements.
publish: $(READY)
	$(BIN)/python -m modgap.paper_checks.documents.publish

$(READY): pyproject.toml setup.py constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "modgap needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
