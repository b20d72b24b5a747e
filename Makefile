# Twicetold. `make run` and `make test` set up all they need; `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PYTEST_ARGS ?=

.PHONY: help run test check quality benchmark train screenshots wheel clean

help:
	@echo "make run         open the reader (LEFT=a.txt RIGHT=b.txt, FOLDER=dir or SAMPLE=name to choose what)"
	@echo "make test        run the tests without a screen (PYTEST_ARGS=... is handed to pytest)"
	@echo "make check       ruff and mypy"
	@echo "make quality     accuracy of links, entities, quotations and changes (VERBOSE=1 lists the worst cases)"
	@echo "make benchmark   speed"
	@echo "make train       rebuild the name tagger from the corpus"
	@echo "make screenshots fresh pictures of the window (needs Xvfb)"
	@echo "make wheel       build the wheel into dist/"
	@echo "make clean       remove everything that was made"

run: $(READY)
	@$(BIN)/python -m desktop_app $(if $(SAMPLE),--sample "$(SAMPLE)") $(if $(FOLDER),"$(FOLDER)") \
		$(if $(LEFT),"$(LEFT)") $(if $(RIGHT),"$(RIGHT)")

test: $(READY)
	@.ci/test $(PYTEST_ARGS)

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

quality: $(READY)
	@$(BIN)/python tests/quality/run.py

benchmark: $(READY)
	@$(BIN)/python tests/benchmarks/run.py

train: $(READY)
	$(BIN)/python -m desktop_app.extract.train

screenshots: $(READY)
	@$(BIN)/python tests/benchmarks/screenshots.py

wheel: $(READY)
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .

$(READY): pyproject.toml resources/system-packages.txt .ci/setup
	@PYTHON="$(PYTHON)" VENV="$(VENV)" .ci/setup
	@touch $(READY)

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage screenshots
