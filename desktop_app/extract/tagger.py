"""A linear-chain CRF that corrects the rules: features, training data and decoding.

The features follow the usual word, shape, affix and window templates, with the lists and the rules' own
answer for the window and for other mentions of the word as further features (Lafferty, McCallum and
Pereira 2001; implementation: CRFsuite by Naoaki Okazaki through python-crfsuite).
"""

from __future__ import annotations

import importlib
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from desktop_app.extract.corpus import Annotation
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.line_modes import Mode
from desktop_app.extract.name import Name
from desktop_app.extract.words import Document, Line
from desktop_app.model import EntityType, TwicetoldError, watched

MODEL = "models/names.crfsuite"
"""The shipped model, below ``resources``."""

_OUTSIDE = "O"


def features(document: Document, names: Sequence[Name], lexicon: Lexicon) -> list[list[list[str]]]:
    """Return the features of each word of each line, given the rules' names of the document."""
    rules = [[_OUTSIDE] * len(line.words) for line in document.lines]
    elsewhere: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if name.kind is None:
            continue
        for place in range(name.first, name.last):
            rules[name.line][place] = ("B-" if place == name.first else "I-") + name.kind.value
            elsewhere[document.lines[name.line].words[place].text.lower()][name.kind.value] += 1
    return [
        _line_features(line, rules[number], elsewhere, lexicon) for number, line in enumerate(document.lines)
    ]


def _line_features(
    line: Line, rules: list[str], elsewhere: dict[str, Counter[str]], lexicon: Lexicon
) -> list[list[str]]:
    own = [_word_features(word.text, lexicon) for word in line.words]
    count = len(line.words)
    found: list[list[str]] = []
    for place, word in enumerate(line.words):
        listed = ["bias", *own[place], f"mode={line.mode.value}", f"rule={rules[place]}"]
        if word.first:
            listed.append("first")
        if word.blocked:
            listed.append("value")
        for distance in (-2, -1, 1, 2):
            there = place + distance
            if not 0 <= there < count:
                listed.append(f"{distance}:edge")
                continue
            near = own[there] if abs(distance) == 1 else own[there][:2]
            listed.extend(f"{distance}:{feature}" for feature in near)
            listed.append(f"{distance}:rule={rules[there]}")
        before = rules[place - 1] if place else _OUTSIDE
        after = rules[place + 1] if place + 1 < count else _OUTSIDE
        listed.append(f"rules={before}|{rules[place]}|{after}")
        lower = word.text.lower()
        if rules[place] != _OUTSIDE or word.capital:
            for kind, number in elsewhere[lower].items():
                listed.append(f"other={kind}" + ("+" if number > 1 else ""))
            listed.extend(_chunk_features(line, rules, place, lexicon))
        found.append(listed)
    return found


def _chunk_features(line: Line, rules: list[str], place: int, lexicon: Lexicon) -> list[str]:
    """Features of the whole rule name around a word: its ends, its length, what stands beside."""
    if rules[place] == _OUTSIDE:
        return []
    first = place
    while rules[first].startswith("I-") and first:
        first -= 1
    last = place
    while last + 1 < len(rules) and rules[last + 1].startswith("I-"):
        last += 1
    words = line.words
    before = words[first - 1].text.lower() if first else "^"
    after = words[last + 1].text.lower() if last + 1 < len(words) else "$"
    end, start = words[last].text, words[first].text
    listed = [
        f"long={min(last - first, 3)}",
        f"head={end.lower()}",
        f"front={start.lower()}",
        f"lead={before}",
        f"next={after}",
    ]
    listed.append(f"lead2={words[first - 2].text.lower() if first > 1 else '^'} {before}")
    if start in lexicon.first_names:
        listed.append("opens=first name")
    if end in lexicon.surnames:
        listed.append("ends=surname")
    listed += [f"ends={section}" for section in _HEADS if end in lexicon.sections[section]]
    listed += [f"end{size}={end[-size:].lower()}" for size in (2, 3, 4)]
    if before in lexicon.sections["roles"]:
        listed.append("lead=role")
    return listed


_HEADS = (
    "organisation heads",
    "place heads",
    "facility heads",
    "event heads",
    "legal suffixes",
    "political places",
)
_KEPT_SECTIONS = (
    *_HEADS,
    "titles",
    "roles",
    "forms of address",
    "connector heads",
    "speech verbs",
    "particles",
)


@lru_cache(maxsize=20000)
def _shape(text: str) -> str:
    shape = re.sub(r"\d", "d", re.sub(r"[^\W\d_a-zà-ÿ]", "X", re.sub(r"[a-zà-ÿ]", "x", text)))
    return re.sub(r"(.)\1{2,}", r"\1\1", shape)[:12]


def _word_features(text: str, lexicon: Lexicon) -> list[str]:
    lower = text.lower()
    listed = [f"w={lower}", f"shape={_shape(text)}"]
    if not text[0].isalnum():
        return listed
    listed += [f"p3={lower[:3]}", f"s3={lower[-3:]}", f"s2={lower[-2:]}"]
    if text[0].isupper():
        entry = lexicon.listed.get((text,))
        if entry:
            listed.append(f"list={entry[0].value}")
        if text in lexicon.first_names:
            listed.append("list=first")
        if text in lexicon.surnames:
            listed.append("list=surname")
        if lexicon.is_ordinary(lower):
            listed.append("plain")
    elif lower in lexicon.function_words:
        listed.append("small")
    listed += [f"in={section}" for section in _KEPT_SECTIONS if text in lexicon.sections[section]]
    return listed


def labels(line: Line, annotations: Sequence[Annotation]) -> list[str]:
    """Return the B-, I- and O labels of a line's words from its annotations."""
    found = [_OUTSIDE] * len(line.words)
    for annotation in annotations:
        inside = [
            place
            for place, word in enumerate(line.words)
            if word.start < annotation.end and annotation.start < word.end
        ]
        for order, place in enumerate(inside):
            found[place] = ("I-" if order else "B-") + annotation.type.value
    return found


class Tagger:
    """A trained model, ready to correct the rules' names."""

    def __init__(self, path: Path) -> None:
        """Open a model file; raises TwicetoldError where the package or the file is missing or bad."""
        try:
            crfsuite: Any = importlib.import_module("pycrfsuite")
        except ImportError:
            raise TwicetoldError(
                "The name tagger needs the package python-crfsuite, which is missing."
            ) from None
        if not path.is_file():
            raise TwicetoldError(f"The name tagger's model {path.name} is missing.")
        self._tagger: Any = crfsuite.Tagger()
        try:
            self._tagger.open(str(path))
        except (OSError, ValueError) as error:
            raise TwicetoldError(f"The name tagger's model {path.name} cannot be read.") from error

    def retag(self, document: Document, names: Sequence[Name], lexicon: Lexicon) -> list[Name]:
        """Return the names the model sees, given the rules' names.

        Headlines and lines in capitals keep the rules' names.
        """
        found: list[Name] = []
        by_place = {(name.line, name.first, name.last): name for name in names}
        by_line: dict[int, list[Name]] = defaultdict(list)
        for name in names:
            by_line[name.line].append(name)
        rows = features(document, names, lexicon)
        for number, line in enumerate(watched(document.progress, document.lines, "Finding names")):
            if line.mode is not Mode.NORMAL or not any(word.capital for word in line.words):
                found += by_line[number]
                continue
            for first, last, kind in decode(self._tagger.tag(rows[number])):
                found.append(_name(number, line, first, last, kind, by_place.get((number, first, last))))
        return found


def decode(tags: Sequence[str]) -> list[tuple[int, int, EntityType]]:
    """Return the spans (first word, last word exclusive, type) of a sequence of labels."""
    spans: list[tuple[int, int, EntityType]] = []
    begin, kind = -1, ""
    for place, tag in enumerate([*tags, _OUTSIDE]):
        if begin >= 0 and (tag == _OUTSIDE or tag.startswith("B-") or tag[2:] != kind):
            spans.append((begin, place, EntityType(kind)))
            begin = -1
        if tag != _OUTSIDE and begin < 0:
            begin, kind = place, tag[2:]
    return spans


def _name(number: int, line: Line, first: int, last: int, kind: EntityType, rule: Name | None) -> Name:
    words = line.words
    start, end = words[first].start, words[last - 1].end
    name = Name(
        number, first, last, start, end, line.text[start:end], tuple(word.text for word in words[first:last])
    )
    if rule is not None:
        name.role, name.address, name.entry = rule.role, rule.address, rule.entry
    name.kind = kind
    name.add(kind, 5.0)
    return name
