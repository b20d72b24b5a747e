"""What the rest of a document tells of a name: how the next sentence goes on, and what stays in full.

The first of the steps that weigh the names of a document by each other (``document_evidence``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.line_modes import Mode
from desktop_app.extract.name import Name
from desktop_app.extract.words import Document
from desktop_app.model import EntityType, pulsed

PERSON, ORG = EntityType.PERSON, EntityType.ORG
FAC, GPE, LOC = EntityType.FAC, EntityType.GPE, EntityType.LOC

_OPENS = re.compile(r"(?:^|[.!?][”\"’']?\s)[“\"‘']?$")
_BODIES = (
    r"company|firm|group|bank|chain|retailer|airline|union|charity|party|lender|insurer|operator|supplier|maker|manufacturer"
    r"|brewer|brewery|broadcaster|newspaper|start-?up|utility|carrier|developer|cooperative|co-op|agency|club|business"
)
_IT_SAID = re.compile(
    r"(?:,|['’]s?)?\s[^.!?“”\"]{5,200},\sit\s(?:said|says|added|announced|insisted|told\s\w+)\b"
)
_BOTH = re.compile(
    r"[^.!?]{0,160}[.!?][”\"]?\s(?:Both|The\stwo|Neither\sof\sthe|All\sthree|The\sthree)\s"
    r"(?:companies|firms|banks|airlines|parties|unions|clubs|groups|brands|chains|makers|retailers|lenders|charities|papers)\b"
)
_NEXT = re.compile(
    r"(?:,|['’]s?)?\s[^.!?]{3,220}[.!?][”\"]?\s(?:"
    r"(?P<it>Its\s[a-z]|It\s(?:also|has\s(?!been)|will\s(?!be|take)|would\s(?!be|take)|had\s(?!been)|plans|said|now|employs|owns|expects"
    r"|did\snot|declined|blamed|operates|makes|denie[sd]|called|added|sells|runs|wants|hopes|intends|reported|posted)\b"
    rf"|The\s(?:{_BODIES})\b)"
    r"|The\s(?P<building>cinema|hotel|theatre|theater|stadium|bridge|tower|mosque|temple|mine|dam|mall|prison|reactor|tunnel|pier)\b"
    r"|The\s(?P<town>town|village|hamlet)\b|The\s(?P<land>river|lake|volcano|mountain|island|islet|glacier|reef)\b"
    r"|(?P<who>(?:He|She|His|Her)\s[a-z]))"
)


def weigh_sequels(names: Sequence[Name], document: Document, lexicon: Lexicon) -> None:
    """Weigh how the sentence behind that of a name goes on ("Orlan Vey closed. Its owner"), and repeats.

    ``names`` are weighed and in reading order.
    """
    for name in pulsed(names):
        if name.entry or name.role or name.address:
            continue
        text = document.lines[name.line].text
        if len(name.words) > 1 and name.words[0] not in lexicon.first_names and _BOTH.match(text, name.end):
            name.add(ORG, 2.5)
            name.add(PERSON, -1.5)
        if not _OPENS.search(text, max(0, name.start - 4), name.start):
            continue
        if _IT_SAID.match(text, name.end):
            name.add(ORG, 2.0)
            name.add(PERSON, -2.0)
        goes_on = _NEXT.match(text, name.end)
        if goes_on and goes_on["it"]:
            name.add(ORG, 2.0)
            name.add(PERSON, -2.0)
        elif goes_on and goes_on["who"]:
            name.add(PERSON, 1.5)
        elif goes_on and name.scores.get(PERSON, 0.0) < 2.0:
            name.add(FAC if goes_on["building"] else GPE if goes_on["town"] else LOC, 2.5)
    _weigh_repeats(names, document, lexicon)


def _weigh_repeats(names: Sequence[Name], document: Document, lexicon: Lexicon) -> None:
    """Take full names that are told again and again, and never by one of their words, for no person's.

    News calls people by their surnames, or by one name, once it has introduced them.
    """
    told: Counter[tuple[str, ...]] = Counter()
    alone: set[str] = set()
    for name in pulsed(names):
        if len(name.words) == 1 or name.address:
            alone.update(word.upper() for word in name.words)
        if document.lines[name.line].mode is Mode.NORMAL and not name.role:
            told[name.words] += 1
    tails = {name.words for name in names if len(name.words) > 1}
    placed = {
        name.words for name in names if max(name.scores.get(GPE, 0.0), name.scores.get(LOC, 0.0)) >= 2.0
    }
    longer = {words for words in told if any(words[at:] in tails for at in range(1, len(words) - 1))}
    least = 2 * document.articles
    for name in pulsed(names):
        count = told[name.words]
        if count < least or not 1 < len(name.words) < 4 or name.entry or name.role or name.address:
            continue
        if any(word.upper() in alone for word in name.words) or name.words in longer:
            continue
        if name.words[0] not in lexicon.first_names:
            weight = 0.5 if count == least else 2.0
            name.add_to_shape(PERSON, -weight)
            if name.words not in placed:
                name.add_to_shape(ORG, weight)
