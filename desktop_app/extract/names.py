"""Find and type the names of an article: chunk, weigh, vote over the whole document.

``find_names`` shows the order of the steps: read what the document tells of its words and the possible names
of its lines (``chunks``), leave out what names nothing, weigh each name by itself (``evidence``) and by the
others (``document_evidence``), read headlines by what is known then, and let equal names agree (``voting``).

What only reports on games or other scripts need has large patterns and is imported when first needed, so that
the program starts sooner.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.extract.body_spans import heal_openings
from desktop_app.extract.bylines import byline_names
from desktop_app.extract.chunks import Chunker
from desktop_app.extract.codes import give_back_particles, pass_over_positions, pass_over_tickers
from desktop_app.extract.datelines import dated_names, dateline_names, repeated_openers
from desktop_app.extract.document_evidence import weigh_document
from desktop_app.extract.evidence import weigh
from desktop_app.extract.follow_ups import follow_ups, weigh_shortened, weigh_storms
from desktop_app.extract.generic_names import is_chance, without_generic
from desktop_app.extract.headlines import restricted_names
from desktop_app.extract.languages import without_languages
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.line_modes import Mode
from desktop_app.extract.lower_heads import add_lower_heads
from desktop_app.extract.name import Name, in_brackets
from desktop_app.extract.openings import is_bare_opening
from desktop_app.extract.opinion import Adviser, opinions
from desktop_app.extract.pairings import read_pairings
from desktop_app.extract.papers import take_articles
from desktop_app.extract.romance import LANGUAGES, is_field, weigh_romance
from desktop_app.extract.services import without_means
from desktop_app.extract.ships import without_ships
from desktop_app.extract.species import without_species
from desktop_app.extract.sports import Report, read_report
from desktop_app.extract.voting import vote
from desktop_app.extract.words import Document, Line
from desktop_app.extract.works import without_works
from desktop_app.model import EntityType, Kind, part_of, pulsed, watched

if TYPE_CHECKING:
    from desktop_app.extract.rows import Row

PERSON, NORP, ORG, GPE = EntityType.PERSON, EntityType.NORP, EntityType.ORG, EntityType.GPE

_CHANNELS = frozenset(("One", "Two", "Today", "Now", "24", "Online", "Live", "Direct", "First"))
"""What a broadcaster or paper puts behind the name of its country."""

_OF_TOWNS = ("er", "ite", "ois", "ais", "ard", "ino")
_SAINTS = re.compile(r"(?:St\.?|Sainte?|San|Santa|São)[ -]")
"""What people are not called by: those of Saint Orlan are Orlanians."""
_BRACKET = re.compile(r"\s?\(([A-Z][A-Za-z&.-]{1,9})\)")
_SHARED_BY = re.compile(r"\b(?:Facebook|Twitter|WhatsApp|LinkedIn|Reddit|Pinterest|E-?mail|Print)\b")
_CALL = re.compile(
    r"(?:join|follow|subscribe|sign up|download|read (?:more|next|also)|click|watch|share|like us|get the"
    r"|listen)\b",
    re.IGNORECASE,
)


def find_names(document: Document, lexicon: Lexicon, adviser: Adviser = opinions) -> list[Name]:
    """Return the typed names of a document in reading order; no two of a line overlap.

    Names whose ``kind`` is None were dropped and are not returned. ``adviser`` tells what was learned of
    names like those of an English text, beside the rules.
    """
    if document.script == "cyrillic":
        from desktop_app.extract.names_cyrillic import cyrillic_names

        return cyrillic_names(document, lexicon)
    if document.script == "cjk":
        from desktop_app.extract.names_cjk import cjk_names

        return cjk_names(document, lexicon)
    if document.capital_nouns:
        from desktop_app.extract.names_german import german_names

        return german_names(document, lexicon)
    report = read_report(document)
    names = _read_lines(document, lexicon, report)
    names = _without_others(heal_openings(names, document, lexicon), document, lexicon)
    names = _weighed(names, document, lexicon, report)
    names += _from_capitals(document, names, lexicon)
    weigh_storms(names, lexicon)
    weigh_shortened(names, document, lexicon)
    vote(names, lexicon, adviser(names, document, lexicon) if document.english else {})
    names = [name for name in names if name.kind is not None and not is_bare_opening(name, document, lexicon)]
    names += follow_ups(names, document, lexicon)
    names.sort(key=lambda name: (name.line, name.start))
    take_articles(names, document)
    return names


def _read_lines(document: Document, lexicon: Lexicon, report: Report | None) -> list[Name]:
    """Return the possible names of all lines in reading order: of rows, datelines and running text."""
    rows = _read_document(document, lexicon, report)
    chunker = Chunker(document, lexicon, report)
    speakers = repeated_openers(document)
    names: list[Name] = []
    reading = part_of(document.progress, 0.0, 0.7)
    for line in watched(reading, document.lines, "Finding names and figures"):
        if _is_call(line):
            continue
        dated = dated_names(line)
        if dated:
            names.extend(dated)
            line.mode = Mode.NORMAL
            continue
        byline = byline_names(line, lexicon)
        if byline is not None:
            names.extend(byline)
            line.mode = Mode.NORMAL
            continue
        row = rows.get(line.index)
        names.extend(row.names if row else ())
        if line.mode is Mode.NORMAL:
            told = dateline_names(line, chunker.names(line), lexicon, speakers, document.sequences)
            names.extend(name for name in told if not (row and row.covers(name)))
    names.sort(key=lambda name: (name.line, name.start))
    return names


def _read_document(document: Document, lexicon: Lexicon, report: Report | None) -> dict[int, Row]:
    """Fill what the document tells of its words before any name is read; return its rows by line."""
    pass_over_tickers(document)
    give_back_particles(document)
    rows: dict[int, Row] = {}
    if report:
        from desktop_app.extract.rows import read_rows

        pass_over_positions(document, lexicon)
        rows = read_rows(document, lexicon, report)
    for line in pulsed(document.lines, 16):
        if line.mode is Mode.NORMAL:
            _count_sequences(line, document)
    if document.english:
        read_pairings(document, lexicon, games=report is not None)
    if report and report.clubs:
        from desktop_app.extract.clubs import shortened_clubs

        document.held |= shortened_clubs(document, lexicon)
    return rows


def _without_others(names: list[Name], document: Document, lexicon: Lexicon) -> list[Name]:
    """Leave out ships, languages, means, works and plain words; add lower-case heads to what stays."""
    names = without_languages(without_ships(names, document, lexicon), document, lexicon)
    names = without_works(without_means(names, document), document, lexicon)
    names = without_species(names, document, lexicon)
    add_lower_heads(names, document, lexicon)
    names = without_generic(names, document, lexicon)
    if document.language in LANGUAGES:
        return [name for name in names if not is_field(name, document.lines[name.line])]
    return names


def _weighed(names: list[Name], document: Document, lexicon: Lexicon, report: Report | None) -> list[Name]:
    """Weigh each name by itself, then all by each other; return those that are none by chance."""
    weighing = part_of(document.progress, 0.7, 1.0)
    for name in watched(weighing, names, "Finding names and figures", every=100):
        weigh(name, document.lines[name.line], lexicon)
        if document.language in LANGUAGES:
            weigh_romance(name, document.lines[name.line], lexicon)
    _peoples(names, lexicon)
    weighty = {name.text for name in pulsed(names) if max(name.scores.values(), default=0.0) >= 2.0}
    names = [
        name
        for name in pulsed(names)
        if name.text in weighty or not is_chance(name, document, lexicon, report)
    ]
    weigh_document(names, document, lexicon, report)
    _brackets(names, document)
    return names


def _is_call(line: Line) -> bool:
    """Whether a line of boilerplate bids the reader do something; what it names is not of the story."""
    if line.kind is not Kind.BOILERPLATE:
        return False
    return bool(_CALL.match(line.text)) or len(_SHARED_BY.findall(line.text)) > 1


def _peoples(names: list[Name], lexicon: Lexicon) -> None:
    """Tell unlisted countries and their people by how one word grows from the other ("Tavia", "Tavian")."""
    single = {name.words[0] for name in names if len(name.words) == 1 and not name.entry}
    placed = [name for name in names if name.scores.get(GPE, 0.0) >= 2.0 and not name.entry]
    towns = {name.words[0] for name in placed if len(name.words) == 1}
    saints = {name.text.replace("-", " ").split()[-1] for name in placed if _SAINTS.match(name.text)}
    countries: set[str] = set()
    people: set[str] = set()
    for word in single:
        plain = word.removesuffix("s")
        for base in lands_of(plain):
            if base in single and base != word and base.lower() != plain.lower():
                countries.add(base)
                people.update({word, plain})
            elif base in saints:
                people.update({word, plain})
        if towns.intersection(_towns_of(plain)):
            people.update({word, plain})
    for name in names:
        word = name.words[0]
        if len(name.words) == 2 and name.words[1] in countries and lexicon.has("country openers", word):
            name.add(ORG, 6.0)  # "Caritas Tavia"
        elif len(name.words) == 2 and word in countries and name.words[1] in _CHANNELS:
            name.add(ORG, 6.0)  # "Tavia One"
        if len(name.words) > 1 or name.entry:
            continue
        if word in people:
            name.add(NORP, 8.0)
        elif word in countries:
            name.add(GPE, 7.0)


def _towns_of(word: str) -> list[str]:
    """Return what a place may be called by a word for its people that may be a surname ("Orlander")."""
    ending = next((end for end in _OF_TOWNS if word.endswith(end) and len(word) > len(end) + 3), "")
    return [word.removesuffix(ending), word.removesuffix(ending) + "e"] if ending else []


def lands_of(word: str) -> list[str]:
    """Return what the land of a people may be called by its word ("Tavian": Tavia, Tavi, Tavy and more)."""
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


def _brackets(names: list[Name], document: Document) -> None:
    """Give "(ABC)" behind a long name that name's evidence."""
    for name, short in in_brackets(names, document):
        if _BRACKET.match(document.lines[name.line].text, name.end):
            name.add(ORG, 3.0)
            for kind, weight in name.scores.items():
                short.add(kind, weight)


def _is_full_name(words: tuple[str, ...], name: Name, lexicon: Lexicon) -> bool:
    """Whether a name is most likely a person's, so that a headline may call it by the surname."""
    personal = name.scores.get(PERSON, 0.0)
    likely = len(words) > 1 and personal >= 0.8 and personal >= max(name.scores.values())
    return personal > 2 or (likely and not name.entry and not lexicon.is_ordinary(words[-1].lower()))


def _from_capitals(document: Document, names: list[Name], lexicon: Lexicon) -> list[Name]:
    """Find in headlines and lines in capitals what ordinary text or the lists know."""
    if all(line.mode is Mode.NORMAL for line in document.lines):
        return []
    known: dict[tuple[str, ...], int] = {}
    upper: dict[tuple[str, ...], int] = {}
    for name in names:
        plain = name.bare
        for key in {plain, plain[-1:] if _is_full_name(plain, name, lexicon) else plain}:
            known[key] = known.get(key, 0) + 1
            capitals = tuple(word.upper() for word in key)
            upper[capitals] = upper.get(capitals, 0) + 1
    longest = max((len(key) for key in known), default=0)
    found: list[Name] = []
    for line in pulsed(document.lines, 16):
        if line.mode is not Mode.NORMAL and not _is_call(line):
            chosen = upper if line.mode is Mode.CAPITALS else known
            for name in restricted_names(line, lexicon, chosen, longest):
                if name.entry or line.mode is Mode.TITLE:
                    weigh(name, line, lexicon)  # the shape of a word in capitals tells nothing
                found.append(name)
    return found
