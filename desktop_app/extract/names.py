"""Find and type the names of an article: chunk, weigh, vote over the whole document."""

from __future__ import annotations

import re
from collections import defaultdict

from desktop_app.extract.chunks import Chunker
from desktop_app.extract.document_evidence import weigh_document
from desktop_app.extract.evidence import weigh
from desktop_app.extract.headlines import restricted_names
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name, make_name
from desktop_app.extract.names_cjk import cjk_names
from desktop_app.extract.names_cyrillic import cyrillic_names
from desktop_app.extract.names_german import german_names
from desktop_app.extract.words import DATELINE, DATELINE_REACH, Document, Line, Mode
from desktop_app.model import EntityType, Kind, part_of, watched

PERSON, NORP, FAC, ORG, GPE, LOC = (
    EntityType.PERSON,
    EntityType.NORP,
    EntityType.FAC,
    EntityType.ORG,
    EntityType.GPE,
    EntityType.LOC,
)

_BRACKET = re.compile(r"\s?\(([A-Z][A-Za-z&.-]{1,9})\)")


def find_names(document: Document, lexicon: Lexicon) -> list[Name]:
    """Return the typed names of a document in reading order; no two of a line overlap.

    Names whose ``kind`` is None were dropped and are not returned.
    """
    if document.script == "cyrillic":
        return cyrillic_names(document, lexicon)
    if document.script == "cjk":
        return cjk_names(document, lexicon)
    if document.capital_nouns:
        return german_names(document, lexicon)
    chunker = Chunker(document, lexicon)
    names: list[Name] = []
    reading, weighing = part_of(document.progress, 0.0, 0.7), part_of(document.progress, 0.7, 1.0)
    for line in document.lines:
        if line.mode is Mode.NORMAL:
            _count_sequences(line, document)
    for line in watched(reading, document.lines, "Finding names and figures"):
        if _is_call(line):
            continue
        if line.mode is Mode.NORMAL:
            names.extend(_dateline(line, chunker.names(line), lexicon))
    names = _without_generic(names, document, lexicon)
    for name in watched(weighing, names, "Finding names and figures", every=100):
        weigh(name, document.lines[name.line], lexicon)
    _peoples(names)
    names = [name for name in names if not _chance(name, document, lexicon)]
    weigh_document(names, document, lexicon)
    _brackets(names, document)
    names += _from_capitals(document, names, lexicon)
    vote(names, lexicon)
    names = [name for name in names if name.kind is not None]
    names.sort(key=lambda name: (name.line, name.start))
    return names


_MODEL_NUMBER = re.compile(r"[A-Z]{1,3}-?\d+[A-Z]?")
_CALL = re.compile(
    r"(?:join|follow|subscribe|sign up|download|read (?:more|next|also)|click|watch|share|like us|get the"
    r"|listen)\b",
    re.IGNORECASE,
)


def _is_call(line: Line) -> bool:
    """Whether a line of boilerplate bids the reader do something; what it names is not of the story."""
    return line.kind is Kind.BOILERPLATE and bool(_CALL.match(line.text))


def _chance(name: Name, document: Document, lexicon: Lexicon) -> bool:
    """Whether an ordinary word in capitals, once and without any evidence, is no name."""
    if len(name.words) > 1 or name.entry or any(weight > 0 for weight in name.scores.values()):
        return False
    word = name.words[0]
    return document.capital[word] <= 1 and lexicon.is_ordinary(word.lower())


def _peoples(names: list[Name]) -> None:
    """Tell unlisted countries and their people by how one word grows from the other ("Tavia", "Tavian")."""
    single = {name.words[0] for name in names if len(name.words) == 1 and not name.entry}
    countries: set[str] = set()
    people: set[str] = set()
    for word in single:
        plain = word.removesuffix("s")
        for base in _bases(plain):
            if base in single and base != word and base.lower() != plain.lower():
                countries.add(base)
                people.update({word, plain})
    for name in names:
        word = name.words[0]
        if len(name.words) > 1 or name.entry:
            continue
        if word in people:
            name.add(NORP, 8.0)
        elif word in countries:
            name.add(GPE, 7.0)


def _bases(word: str) -> list[str]:
    if word.endswith("an"):
        return (
            [word[:-1], word[:-2], word[:-3] + "y", word[:-3] + "e", word[:-3]]
            if word.endswith("ian")
            else [word[:-1], word[:-2], word[:-2] + "o"]
        )
    if word.endswith("ese"):
        return [word[:-3], word[:-3] + "a", word[:-3] + "o", word[:-3] + "y"]
    if word.endswith("ish"):
        return [word[:-3], word[:-3] + "land", word[:-3] + "ia", word[:-3] + "e"]
    if word.endswith("i"):
        return [word[:-1]] if len(word) > 4 else []
    return []


def _count_sequences(line: Line, document: Document) -> None:
    """Count maximal runs of capital words, which tell what stands alone elsewhere."""
    run: list[str] = []
    end = -1
    for word in line.words:
        if word.capital and not word.blocked and (not run or line.text[end : word.start] == " "):
            run.append(word.text)
        else:
            if run:
                document.sequences[" ".join(run)] += 1
            run = [word.text] if word.capital and not word.blocked else []
        end = word.end
    if run:
        document.sequences[" ".join(run)] += 1


def _dateline(line: Line, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """Make the capital words that open a report places ("MOSCOW/PARIS (REUTERS) -", "Dresna:")."""
    match = DATELINE.match(line.text[:DATELINE_REACH])
    if not match or match.end() > 90:
        return names
    places = match["places"]
    upper = sum(part.isupper() for part in re.findall(r"[^\W\d_]{2,}", places))
    words = len(re.findall(r"[^\W\d_]{2,}", places))
    if not upper and not match["agency"]:
        simple = line.text[match.end("places")] == ":" and words <= 3
        if not simple or not all(part[0].isupper() for part in places.split()):
            return names
    if words > 6:
        return names
    kept: list[Name] = [name for name in names if name.start >= match.end("places")]
    made: list[Name] = []
    for part in re.finditer(r"[^/]+", places):
        inside = [
            place
            for place, word in enumerate(line.words)
            if match.start("places") + part.start() <= word.start < match.start("places") + part.end()
            and word.text != "/"
        ]
        if not inside or line.words[inside[0]].blocked:
            continue
        while inside and not line.words[inside[-1]].text[0].isalpha():
            inside.pop()
        if not inside:
            continue
        name = make_name(line, inside[0], inside[-1] + 1)
        upper_key = tuple(word.upper() for word in name.words)
        listed = lexicon.listed.get(name.words) or lexicon.listed.get(lexicon.listed_upper.get(upper_key, ()))
        if listed and listed[0] in (GPE, LOC):
            name.entry = listed
            name.add(listed[0], 9.0)
        elif line.text[match.end() :].lower().startswith(name.words[0].lower()):
            name.add(ORG, 6.0)  # a company report opens with the company's name, then begins with it
        elif lexicon.has("forms of address", name.words[0].title()) and len(name.words) > 1:
            name.address = name.words[0]  # a speaker in a transcript
            name.add(PERSON, 8.0)
        elif name.words[0].lower() in lexicon.function_words:
            continue
        elif listed and listed[0] is ORG and not match["agency"]:
            name.entry = listed
            name.add(ORG, 7.0)
        elif upper or match["agency"]:
            name.add(GPE, 6.0)
        elif not lexicon.is_ordinary(name.words[0].lower()):
            name.add(GPE, 2.5)
        else:
            continue
        made.append(name)
    if match["agency"]:
        start, end = match.span("agency")
        within = [place for place, word in enumerate(line.words) if start <= word.start < end]
        kept = [name for name in kept if name.end <= start or name.start >= end]
        if within and line.words[within[0]].capital:
            agency = make_name(line, within[0], within[-1] + 1)
            agency.add(ORG, 8.0)
            made.append(agency)
    return made + kept


def _without_generic(names: list[Name], document: Document, lexicon: Lexicon) -> list[Name]:
    """Drop single words that name nothing, and what only a bold beginning made look like a name."""
    kept = []
    for name in names:
        if name.scores:  # from a dateline
            kept.append(name)
            continue
        if len(name.words) == 1 and not name.entry:
            word = name.words[0]
            if (
                lexicon.has("generic", word)
                or lexicon.has("soft openers", word)
                or lexicon.has("not names", word)
            ):
                continue
            if lexicon.has("forms of address", word) or lexicon.has("titles", word) or len(word) < 2:
                continue
            if word.lower() in lexicon.function_words or _MODEL_NUMBER.fullmatch(word):
                continue
            if (
                lexicon.is_ordinary(word.lower())
                and document.lower[word.lower()] >= 1
                and document.capital[word] <= 1
            ):
                continue
        if (
            all(
                (lexicon.has("generic", word) and word not in ("Supreme", "Commons"))
                or word in ("of", "the", "for", "and")
                for word in name.words
            )
            and not name.entry
            and len(name.words) < 3
            and not document.capital[name.words[0]] > 1
        ):
            continue
        kept.append(name)
    return kept


def _brackets(names: list[Name], document: Document) -> None:
    """Give "(ABC)" behind a long name that name's evidence."""
    by_place = {(name.line, name.start): name for name in names}
    for name in names:
        if len(name.words) < 2:
            continue
        match = _BRACKET.match(document.lines[name.line].text, name.end)
        if match:
            short = by_place.get((name.line, match.start(1)))
            if short and short.words[0][0] in {word[0] for word in name.words}:
                name.add(ORG, 3.0)
                for kind, weight in name.scores.items():
                    short.add(kind, weight)


def _from_capitals(document: Document, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """Find in headlines and lines in capitals what ordinary text or the lists know."""
    if all(line.mode is Mode.NORMAL for line in document.lines):
        return []
    known: dict[tuple[str, ...], int] = {}
    upper: dict[tuple[str, ...], int] = {}
    for name in names:
        plain = tuple(word for word in name.words if word != name.address)
        for key in {plain, plain[-1:] if name.scores.get(PERSON, 0) > 2 else plain}:
            known[key] = known.get(key, 0) + 1
            capitals = tuple(word.upper() for word in key)
            upper[capitals] = upper.get(capitals, 0) + 1
    longest = max((len(key) for key in known), default=0)
    found: list[Name] = []
    for line in document.lines:
        if line.mode is not Mode.NORMAL:
            chosen = upper if line.mode is Mode.CAPITALS else known
            for name in restricted_names(line, lexicon, chosen, longest):
                weigh(name, line, lexicon)
                found.append(name)
    return found


def vote(names: list[Name], lexicon: Lexicon) -> None:
    """Decide each name's type from its own evidence and half of that of equal strings in the document.

    A single word that ends a person's full name follows the person; one that opens or ends a longer
    organisation's name follows the organisation.
    """
    pooled: dict[str, dict[EntityType, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        for kind, weight in name.scores.items():
            listed = name.listed_weight if name.entry and name.entry[0] is kind else 0.0
            pooled[_key(name)][kind] += weight - listed
    places = {name.text for name in names if len(name.words) == 1 and name.scores.get(GPE, 0.0) >= 2.5}
    for name in names:
        first = name.words[0]
        unknown = not lexicon.is_ordinary(first.lower()) and not lexicon.has("organisation openers", first)
        personal = name.entry or name.role or "of" in name.words or first in lexicon.first_names or unknown
        if not personal and any(word in places for word in name.words[1:]):
            name.add(ORG, 2.5)
    persons: set[str] = set()  # the surnames of people with a full name
    perhaps: set[str] = set()  # those of names that are people for want of other evidence
    organisations: set[str] = set()
    for name in names:
        if len(name.words) > 1:
            kind = _best(name, pooled[_key(name)], lexicon)
            if kind is PERSON and pooled[_key(name)][PERSON] >= 2.0:
                plain = [word for word in name.words if word != name.address]
                persons.update({plain[-1].upper(), *([plain[-2].upper()] if len(plain) > 2 else [])})
            elif kind is PERSON and len(name.words) < 4:
                perhaps.add(name.words[-1].upper())
            elif kind is ORG:
                organisations.add(name.words[0].upper())
    for name in names:
        share = pooled[_key(name)]
        word = name.words[0].upper()
        if len(name.words) == 1 and _is_country(name):
            if word in persons and name.entry and name.entry[0] is GPE and not name.placed:
                name.add(PERSON, 9.5)
        elif len(name.words) == 1:
            if word in persons:
                name.add(PERSON, 6.0)
            elif word in organisations and not (name.entry and name.entry[0] in (NORP, GPE)):
                name.add(ORG, 4.0)
            elif word in perhaps and not name.entry:
                name.add(PERSON, 2.5)
        name.kind = _best(name, share, lexicon)


def _is_country(name: Name) -> bool:
    return bool(name.entry and (name.entry[0] is NORP or name.scores.get(GPE, 0.0) >= 9.0))


def _key(name: Name) -> str:
    return " ".join(word for word in name.words if word != name.address).upper()


def _best(name: Name, pooled: dict[EntityType, float], lexicon: Lexicon) -> EntityType:
    scores = dict(name.scores)
    for kind, weight in pooled.items():
        own = name.scores.get(kind, 0.0)
        own -= name.listed_weight if name.entry and name.entry[0] is kind else 0.0
        others = max(0.0, weight - own) if weight > 0 else weight
        scores[kind] = scores.get(kind, 0.0) + 0.5 * others
    if not scores or max(scores.values()) <= 0.0:
        plain = [word for word in name.words if not lexicon.has("particles", word)]
        unknown = all(not lexicon.is_ordinary(word.lower()) for word in plain)
        return PERSON if len(plain) in (2, 3) and unknown and not plain[-1].isupper() else ORG
    if name.entry and name.entry[0] in (LOC, FAC) and GPE in scores:
        # "in" and "of" go with every place; the list knows which kind it is.
        scores[name.entry[0]] = scores.get(name.entry[0], 0.0) + scores.pop(GPE)
    if GPE in scores and LOC in scores:
        # A place head tells sea from city better than "in" does.
        stronger, weaker = (GPE, LOC) if scores[GPE] >= scores[LOC] else (LOC, GPE)
        scores[stronger] += min(scores.pop(weaker), 2.5)
    return max(scores, key=lambda kind: scores[kind])
