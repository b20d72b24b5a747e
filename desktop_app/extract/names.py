"""Find and type the names of an article: chunk, weigh, vote over the whole document.

What only reports on games or other scripts need has large patterns and is imported when first needed, so that
the program starts sooner.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.extract.body_signs import stands_for_body
from desktop_app.extract.body_spans import heal_openings
from desktop_app.extract.chunks import Chunker
from desktop_app.extract.codes import give_back_particles, pass_over_positions, pass_over_tickers
from desktop_app.extract.datelines import dated_names, dateline_names, repeated_openers
from desktop_app.extract.document_evidence import weigh_document
from desktop_app.extract.evidence import weigh
from desktop_app.extract.follow_ups import follow_ups, weigh_shortened, weigh_storms
from desktop_app.extract.headlines import restricted_names
from desktop_app.extract.languages import without_languages
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.line_modes import Mode
from desktop_app.extract.lower_heads import add_lower_heads
from desktop_app.extract.name import Name
from desktop_app.extract.openings import is_bare_opening, names_nothing
from desktop_app.extract.pairings import read_pairings
from desktop_app.extract.papers import take_articles
from desktop_app.extract.romance import LANGUAGES, is_field, weigh_romance
from desktop_app.extract.services import without_means
from desktop_app.extract.ships import without_ships
from desktop_app.extract.sports import Report, read_report
from desktop_app.extract.voting import vote
from desktop_app.extract.words import Document, Line
from desktop_app.extract.works import without_works
from desktop_app.model import EntityType, Kind, part_of, pulsed, watched

if TYPE_CHECKING:
    from desktop_app.extract.rows import Row

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
        from desktop_app.extract.names_cyrillic import cyrillic_names

        return cyrillic_names(document, lexicon)
    if document.script == "cjk":
        from desktop_app.extract.names_cjk import cjk_names

        return cjk_names(document, lexicon)
    if document.capital_nouns:
        from desktop_app.extract.names_german import german_names

        return german_names(document, lexicon)
    names: list[Name] = []
    reading, weighing = part_of(document.progress, 0.0, 0.7), part_of(document.progress, 0.7, 1.0)
    report = read_report(document)
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
    chunker = Chunker(document, lexicon, report)
    speakers = repeated_openers(document)
    for line in watched(reading, document.lines, "Finding names and figures"):
        if _is_call(line):
            continue
        dated = dated_names(line)
        if dated:
            names.extend(dated)
            line.mode = Mode.NORMAL
            continue
        row = rows.get(line.index)
        names.extend(row.names if row else ())
        if line.mode is Mode.NORMAL:
            told = dateline_names(line, chunker.names(line), lexicon, speakers)
            names.extend(name for name in told if not (row and row.covers(name)))
    names.sort(key=lambda name: (name.line, name.start))
    names = heal_openings(names, document, lexicon)
    names = without_languages(without_ships(names, document, lexicon), document, lexicon)
    names = without_works(without_means(names, document), document, lexicon)
    add_lower_heads(names, document, lexicon)
    names = _without_generic(names, document, lexicon)
    if document.language in LANGUAGES:
        names = [name for name in names if not is_field(name, document.lines[name.line])]
    for name in watched(weighing, names, "Finding names and figures", every=100):
        weigh(name, document.lines[name.line], lexicon)
        if document.language in LANGUAGES:
            weigh_romance(name, document.lines[name.line], lexicon)
    _peoples(names)
    weighty = {name.text for name in pulsed(names) if max(name.scores.values(), default=0.0) >= 2.0}
    names = [
        name for name in pulsed(names) if name.text in weighty or not _chance(name, document, lexicon, report)
    ]
    weigh_document(names, document, lexicon, report)
    _brackets(names, document)
    names += _from_capitals(document, names, lexicon)
    weigh_storms(names, lexicon)
    weigh_shortened(names, lexicon)
    vote(names, lexicon)
    names = [name for name in names if name.kind is not None and not is_bare_opening(name, document, lexicon)]
    names += follow_ups(names, document, lexicon)
    names.sort(key=lambda name: (name.line, name.start))
    take_articles(names, document)
    return names


_MODEL_NUMBER = re.compile(r"[A-Z]{1,3}-?\d+[A-Z]?|[A-Z]{2,}-\d{1,3}|[A-Z]-[a-z]+|[A-Z]{2,4}s")
_ROAD = re.compile(r"[ABMNR]\d{1,4}|I-\d{1,3}")
_ON_ROAD = re.compile(r"\b(?:[Tt]he|[Oo]n|[Aa]long|via)\s$")
_SHARED_BY = re.compile(r"\b(?:Facebook|Twitter|WhatsApp|LinkedIn|Reddit|Pinterest|E-?mail|Print)\b")
_OFFICE_BEFORE = re.compile(
    r"\b(?:Head|Director|President|Minister|Secretary|Commissioner|Manager|Professor|Chair|Chief)\s(?:of|for)\s$"
)
_HEADS = frozenset({"Head", "Leader", "Speaker", "Dean", "Chief", "Director", "Commissioner", "Master"})
_CLOSING = ('"', "”", "’", "'")
_COUNTED = re.compile(
    r"(?:Game|Pool|Group|Match|Stage|Week|Round|Heat|Lane|Race|Level|Day|Phase|Tier|Article|Section|Chapter|Page)"
    r"(?:\s(?:[A-Z]\.?|\d{1,3}|One|Two|Three|Four|I{1,3}|IV|V))?"
)
"""A thing told apart by a letter or number, which names nothing: "Pool A", "Game 5"."""
_LAWS = frozenset({"Act", "Bill", "Amendment", "Directive"})
_KEEPERS = frozenset({"Court", "Council", "Ministry", "Street", "Road", "Lane", "Avenue", "Square", "Bridge"})
"""What makes a name of plain words: "Queen Street"."""

_CALLED = re.compile(
    r"\b(?:known\sas|nicknamed|dubbed|titled|entitled|called|code-?named|headlined|slogan|motto)\s[\"“‘'](?:The\s|A\s)?$"
)
_BEHIND_PERSON = re.compile(r"[\w.’'-]+,\s(?:the\s)?$")
_CALL = re.compile(
    r"(?:join|follow|subscribe|sign up|download|read (?:more|next|also)|click|watch|share|like us|get the"
    r"|listen)\b",
    re.IGNORECASE,
)


def _is_call(line: Line) -> bool:
    """Whether a line of boilerplate bids the reader do something; what it names is not of the story."""
    if line.kind is not Kind.BOILERPLATE:
        return False
    return bool(_CALL.match(line.text)) or len(_SHARED_BY.findall(line.text)) > 1


def _is_office(name: Name, document: Document, lexicon: Lexicon) -> bool:
    """Whether plain words in capitals tell what somebody does ("Plant Head") or goes by ("the Bull")."""
    if name.entry or not all(lexicon.is_ordinary(word.lower()) for word in name.words):
        return False
    text = document.lines[name.line].text
    before = text[max(0, name.start - 40) : name.start]
    if len(name.words) == 1 and name.words[0] in _HEADS and text.startswith(" of ", name.end):
        return True  # "Head of State Ada Brook"
    if _CALLED.search(before) and text[name.end : name.end + 1] in _CLOSING:
        return True
    if _OFFICE_BEFORE.search(before):
        return True
    return bool(_BEHIND_PERSON.search(before)) and name.words[-1].lower() in lexicon.sections["roles"]


def _chance(name: Name, document: Document, lexicon: Lexicon, report: Report | None) -> bool:
    """Whether an ordinary word in capitals, once and without any evidence, is no name."""
    if report and report.clubs:
        from desktop_app.extract.clubs import surely_plays

        if lexicon.has("club nicknames", name.text) or surely_plays(name, document):
            return False
    if len(name.words) > 1 or name.entry or any(weight > 0 for weight in name.scores.values()):
        return False
    word = name.words[0]
    known = word in document.surnames or word in document.held
    before = document.lines[name.line].text[max(0, name.start - 40) : name.start]
    apposed = before.endswith(", ") and document.lines[name.line].text.startswith(", ", name.end)
    if apposed or stands_for_body(before, lexicon):
        return False  # "a newcomer, Wingspan, asked"
    return document.capital[word] <= 1 and not known and lexicon.is_ordinary(word.lower())


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


def _without_generic(names: list[Name], document: Document, lexicon: Lexicon) -> list[Name]:
    """Drop single words that name nothing, and what only a bold beginning made look like a name."""
    kept = []
    for name in pulsed(names):
        if name.scores:  # from a dateline
            kept.append(name)
            continue
        if _COUNTED.fullmatch(name.text) or names_nothing(name, document, lexicon):
            continue
        if _is_office(name, document, lexicon) or (not name.entry and name.words[-1] in _LAWS):
            continue
        if len(name.words) == 1 and not name.entry:
            word = name.words[0]
            line = document.lines[name.line]
            if kept and _ends_list(kept[-1], name, line, lexicon):
                name.add(GPE, 5.0)
                kept.append(name)
                continue
            if (word in document.held or word in document.surnames) and not line.text.endswith(
                ("the ", "The ", "a "), 0, name.start
            ):
                kept.append(name)
                continue
            if (
                lexicon.has("generic", word)
                or lexicon.has("soft openers", word)
                or lexicon.has("not names", word)
            ):
                continue
            if lexicon.has("forms of address", word) or lexicon.has("titles", word) or len(word) < 2:
                continue
            if _ROAD.fullmatch(word) and _ON_ROAD.search(document.lines[name.line].text, 0, name.start):
                name.add(FAC, 6.0)
                kept.append(name)
                continue
            small = word.lower() in lexicon.function_words and word not in document.initials
            if small or _MODEL_NUMBER.fullmatch(word):
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
            and (name.words[-1] not in _KEEPERS or len(name.words) == 1)
        ):
            continue
        kept.append(name)
    return kept


def _ends_list(before: Name, name: Name, line: Line, lexicon: Lexicon) -> bool:
    """Whether a word for a kind of land is a place of its own in a list ("in Kano and Plateau")."""
    listed = before.line == name.line and before.entry is not None and before.entry[0] is GPE
    if not listed or not lexicon.has("place heads", name.text) or line.words[name.first].first:
        return False
    gap = line.text[before.end : name.start]
    return gap in (" and ", ", and ", " or ", ", ") and not line.text.startswith((" of ", "-"), name.end)


def _brackets(names: list[Name], document: Document) -> None:
    """Give "(ABC)" behind a long name that name's evidence."""
    by_place = {(name.line, name.start): name for name in pulsed(names)}
    for name in pulsed(names):
        if len(name.words) < 2:
            continue
        match = _BRACKET.match(document.lines[name.line].text, name.end)
        if match:
            short = by_place.get((name.line, match.start(1)))
            if short and short.words[0][0] in {word[0] for word in name.words}:
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
        plain = tuple(word for word in name.words if word != name.address)
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
