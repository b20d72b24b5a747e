"""Universities, hospitals and museums that go by their place alone: "Dovrey", of Dovrey University."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from desktop_app.extract.name import Name
from desktop_app.extract.words import Document
from desktop_app.model import EntityType, pulsed

ORG, PERSON = EntityType.ORG, EntityType.PERSON

_SCHOOLS = frozenset(
    ("University", "College", "Polytechnic", "Academy", "Institute", "School", "Seminary", "Museum", "Abbey")
) | frozenset(("Hospital", "Infirmary", "Clinic", "Observatory", "Conservatory", "Conservatoire"))
_DOES = re.compile(
    r"(?:,\swhich|\salso|\shas|\shad|\swill|\swould)?\s(?:said|says|rejects?|rejected|denie[sd]|keeps?|kept|argue[sd]?|insist(?:s|ed)|refuse[sd]?|told"
    r"|announced|declined|confirm(?:s|ed)|disputes?|disputed|maintains?|admit(?:s|ted)|accepts?|accepted|published|apologi[sz]ed|appointed"
    r"|employs|dismissed|suspended|enrolled|teaches|treats|lent|bought|acquired|returned|commissioned)\b"
)
_OF_PEOPLE = re.compile(
    r"\b(?:colleagues|researchers|scientists|scholars|academics|students|graduates?|staff|experts?|teams?|lecturers?|professors?|archaeologists"
    r"|curators?|conservators?|doctors|nurses|surgeons|engineers|alumn\w+|fellows?|readers?|deans?|chancellor|provost|rector|degree|doctorate"
    r"|chair|masters?|divers)\s(?:also\s)?(?:at|from|of|in)\s$"
    r"|\b(?:studied|taught|teaches|lectured|worked?|works|trained|research\w*|graduated|moved|returned|went|came)\s(?:at|to|from|for)\s$"
    r"|\b(?:left|joined|quit|sued|attended|entered)\s$"
)
_PEOPLE_BEHIND = re.compile(
    r"(?:['’]s)?\s(?:researchers?|scientists?|scholars?|academics?|students?|graduates?|professors?|archaeologists?|curators?|conservators?"
    r"|divers|lecturers?|doctors|surgeons|campus|laboratory|vice-chancellor|chancellor|rector|trustees|spokes\w+|study|team)\b"
)
_PLACED = re.compile(r"\b(?:in|near|outside|around|through|across|towards?)\s$")


def weigh_schools(names: Sequence[Name], document: Document) -> None:
    """Take the unlisted place of a school, hospital or museum for the body where it does what bodies do.

    ``names`` are weighed and in reading order. One mention "in" the place makes it a place throughout.
    """
    seats = {word for name in pulsed(names) for word in _seat(name)}
    lone = [name for name in pulsed(names) if len(name.words) == 1 and name.text in seats and not name.entry]
    signs: Counter[str] = Counter()
    for name in lone:
        text = document.lines[name.line].text
        before, after = text[max(0, name.start - 40) : name.start], text[name.end : name.end + 40]
        if _PLACED.search(before):
            signs[name.text] -= 10
        elif _DOES.match(after) or _OF_PEOPLE.search(before) or _PEOPLE_BEHIND.match(after):
            signs[name.text] += 1
    for name in lone:
        if signs[name.text] > 0:
            name.add(ORG, 8.0)
            name.add(PERSON, -3.0)


def _seat(name: Name) -> tuple[str, ...]:
    """Return the word that a school or museum is called by: of what town it is, or its first word."""
    words = name.words
    if len(words) == 3 and words[0] in _SCHOOLS and words[1] == "of":
        return words[2:]
    if len(words) in (2, 3) and words[-1] in _SCHOOLS:
        return words[:1]
    return ()
