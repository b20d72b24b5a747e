"""A learned opinion on the type of each name of a document, one voice beside the rules in the vote.

A maximum entropy classifier (multinomial logistic regression; Berger, Della Pietra and Della Pietra 1996)
over what `sightings` sees of a name. Its weights lie in one small file that ``make train`` writes and anybody
can read; where that file is missing or damaged, the rules decide alone.
"""

from __future__ import annotations

import gzip
import logging
import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from math import exp, log
from operator import mul
from pathlib import Path

from desktop_app.assets import resource_path
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.sightings import Sightings, sight
from desktop_app.extract.words import Document
from desktop_app.model import EntityType

MODEL = "models/names.tsv.gz"
"""The shipped weights, below ``resources``."""
KINDS = (
    *(EntityType.PERSON, EntityType.NORP, EntityType.FAC, EntityType.ORG),
    *(EntityType.GPE, EntityType.LOC, EntityType.EVENT),
)
"""The columns of the file."""
FORMAT = "\t".join(["weights of name types, format 1", *(kind.value for kind in KINDS)])
"""First line of the file; the number counts up when sightings change their meaning."""
STEP = 1 / 16
"""What a weight of 1 in the file stands for; finer steps change no answer."""

VOICE = 1.5
"""What a log-probability weighs beside the rules' evidence.

By a second logistic regression over names that neither was made from, a unit of the rules' evidence is worth
0.28 and a log-probability 0.64 of what they say, 2.3 to 1. From 1.5 to 2.5 the gain is the same, so the
rules, whose errors are easier to understand, keep the greater say.
"""
_DOUBT = log(1e-4)
"""No type is less likely than this, whatever the classifier says."""

_ROW = re.compile(rf"-?\d+(?: -?\d+){{{len(KINDS) - 1}}}")

Opinions = Mapping[str, Mapping[EntityType, float]]
"""Evidence for each type, never above 0, by the key of a name."""
Adviser = Callable[[Sequence[Name], Document, Lexicon], Opinions]
"""Has an opinion on the names of a document."""


class Opinion:
    """The weights of the classifier: for each sighting one number per type of `KINDS`, counted in `STEP`."""

    def __init__(self, rows: dict[str, str]) -> None:
        """Keep the rows of the file by sighting; each is cut into numbers when it is first asked for."""
        self._rows = rows
        self._weights: dict[str, tuple[int, ...]] = {}

    def of(self, names: Sequence[Name], document: Document, lexicon: Lexicon) -> Opinions:
        """Return what is thought of each name of a document."""
        return {
            key: {
                kind: VOICE * max(share, _DOUBT) for kind, share in zip(KINDS, self.likely(seen), strict=True)
            }
            for key, seen in sight(names, document, lexicon)
        }

    def likely(self, seen: Sightings) -> list[float]:
        """Return the log-probability of each type of `KINDS` for a name of which this was seen."""
        rows: list[tuple[int, ...]] = []
        amounts: list[float] = []
        known, told = self._weights, self._rows
        for what, amount in seen.items():
            row = known.get(what)
            if row is None:
                if what not in told:
                    continue
                row = known[what] = tuple(map(int, told[what].split(" ")))
            rows.append(row)
            amounts.append(amount)
        sums = [STEP * sum(map(mul, amounts, column)) for column in zip(*rows, strict=True)]
        sums = sums or [0.0] * len(KINDS)
        top = max(sums)
        whole = top + log(sum(exp(total - top) for total in sums))
        return [total - whole for total in sums]


def read_opinion(path: Path) -> Opinion:
    """Read a file of weights; raises ValueError where it is none, OSError where it cannot be read."""
    try:
        text = gzip.decompress(path.read_bytes()).decode("utf-8")
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ValueError(f"{path.name} is damaged") from error
    first, *lines = text.removesuffix("\n").split("\n")
    if first != FORMAT:
        raise ValueError(f"{path.name} is of another format")
    rows = dict(line.split("\t", 1) for line in lines)
    if not all(_ROW.fullmatch(row) for row in rows.values()):
        raise ValueError(f"{path.name} holds weights that are no figures")
    return Opinion(rows)


def write_opinion(path: Path, weights: Mapping[str, Sequence[int]]) -> None:
    """Write weights, counted in `STEP`, by sighting; the same weights give the same bytes."""
    rows = [FORMAT]
    rows += [f"{what}\t{' '.join(map(str, weights[what]))}" for what in sorted(weights)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("\n".join([*rows, ""]).encode("utf-8"), 9, mtime=0))


@lru_cache(maxsize=1)
def shipped_opinion() -> Opinion | None:
    """Return what ships with the program, read once; None, told once in the log, where it cannot be used."""
    try:
        return read_opinion(resource_path(MODEL))
    except (OSError, ValueError) as error:
        logging.getLogger(__name__).warning("Names are typed by rules alone: %s", error)
        return None


def opinions(names: Sequence[Name], document: Document, lexicon: Lexicon) -> Opinions:
    """Return what the shipped weights say of each name; nothing where there are none."""
    opinion = shipped_opinion()
    return opinion.of(names, document, lexicon) if opinion else {}


def no_opinions(names: Sequence[Name], document: Document, lexicon: Lexicon) -> Opinions:  # noqa: ARG001
    """Think nothing of any name: the rules decide alone."""
    return {}
