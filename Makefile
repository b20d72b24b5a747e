# Twicetold. `make run` and `make test` set up all they need; `make help` lists the rest.

PYTHON ?=
export VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PYTEST_ARGS ?=

.PHONY: help run test test-engines check quality benchmark train screenshots wheel clean

help:
	@echo "make run         open the reader (LEFT=a.txt RIGHT=b.txt, FOLDER=dir or SAMPLE=name to choose what)"
	@echo "make test        run the tests without a screen (PYTEST_ARGS=... is handed to pytest)"
	@echo "make test-engines  the tests of the spaCy and GLiNER engines, with all they need (large)"
	@echo "make check       ruff and mypy"
	@echo "make quality     accuracy of links, entities, quotations and changes (VERBOSE=1 lists the worst cases)"
	@echo "make benchmark   speed"
	@echo "make train       learn the weights of name types from the corpus"
	@echo "make screenshots fresh pictures of the window (needs Xvfb)"
	@echo "make wheel       build the wheel into dist/"
	@echo "make clean       remove everything that was made"

# A name may hold spaces, quotes, dollars: what was given reaches the program as it is.
quoted = $(if $(value $(1)),'$(subst ','\'',$(value $(1)))')

run: $(READY)
	@.ci/libraries window
	@$(BIN)/python -m desktop_app $(if $(value SAMPLE),--sample=$(call quoted,SAMPLE)) -- \
		$(call quoted,FOLDER) $(call quoted,LEFT) $(call quoted,RIGHT)

test: $(READY)
	@.ci/libraries
	@.ci/test $(PYTEST_ARGS)

test-engines: $(READY)
	@.ci/engines all
	@.ci/test tests/extract/test_extract_reader_models.py $(PYTEST_ARGS)

check: $(READY)
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy

quality: $(READY)
	@$(BIN)/python tests/quality/run.py

benchmark: $(READY)
	@.ci/libraries
	@$(BIN)/python tests/benchmarks/run.py

train: $(READY)
	$(BIN)/python -m desktop_app.extract.train

screenshots: $(READY)
	@.ci/libraries window
	@$(BIN)/python tests/benchmarks/screenshots.py

wheel: $(READY)
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .

$(READY): pyproject.toml
	@PYTHON=$(call quoted,PYTHON) .ci/setup
	@touch $(READY)

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage screenshots
