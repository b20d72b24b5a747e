"""A small seeded run of the fuzzer; `tests/benchmarks/fuzz_readers.py` runs as many as wanted."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location(
    "fuzz_readers", Path(__file__).parent.parent / "benchmarks" / "fuzz_readers.py"
)
assert _SPEC is not None
assert _SPEC.loader is not None
fuzz_readers = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(fuzz_readers)


@pytest.mark.parametrize("seed", [2, 3])
def test_mutated_documents_are_read_or_refused_with_a_sentence(tmp_path: Path, seed: int) -> None:
    outcomes = {fuzz_readers.try_one(tmp_path, name, data) for name, data in fuzz_readers.cases(80, seed)}
    assert outcomes == {"read", "refused"}


def test_the_same_seed_gives_the_same_documents() -> None:
    assert list(fuzz_readers.cases(20, 5)) == list(fuzz_readers.cases(20, 5))
