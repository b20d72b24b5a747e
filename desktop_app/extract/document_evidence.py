"""Evidence from the whole document: who is introduced, what stands in one list, which cities are clubs.

Each name has been weighed by itself (``evidence``) when these steps weigh them by each other; ``voting``
decides then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from desktop_app.extract.bodies import weigh_bodies
from desktop_app.extract.called import weigh_called
from desktop_app.extract.document_places import weigh_short_places
from desktop_app.extract.islands import weigh_islands
from desktop_app.extract.leagues import weigh_leagues
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.noun_kinds import noun_kind, singular
from desktop_app.extract.schools import weigh_schools
from desktop_app.extract.sequels import weigh_sequels
from desktop_app.extract.sports import Report
from desktop_app.extract.told_persons import holds_office
from desktop_app.extract.words import Document
from desktop_app.model import EntityType, pulsed

PERSON, NORP, ORG = EntityType.PERSON, EntityType.NORP, EntityType.ORG
GPE, LOC = EntityType.GPE, EntityType.LOC

_LISTED_GAP = re.compile(
    r"(?:,? (?:and|or) |, |/)(?:(?:parts|areas|much|most|all|some|the rest) of )?(?:the )?"
)
_IN = re.compile(
    r"(?<!shares )(?<!stakes )(?<!stake )\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Tt]hroughout|[Aa]cross)\s$"
)
_FROM = re.compile(
    r"\b(?i:chiefs|residents|farmers|fishermen|villagers|elders|herders|mayors|families|people|refugees|migrants|divers|boats|buses|factories|hospitals|schools|homes)"
    r"\s(?:from|of|in)\s$"
)
_TRAVELLED = re.compile(
    r"\b(?i:attacked|came|come|advanced|marched|travelled|traveled|arrived|fled|walked|rode|flew|brought|taken|moved|returned|evacuated|spread|sent|driven)"
    r"\s(?:[a-z]+\s){0,2}?(?:from|to)\s$"
)
_PEOPLE_NOUN = re.compile(
    r"\b(?P<noun>[a-z]+s|children|men|women|people)(?:,\s|,?\s(?:named|called|including)\s)$"
)
_LIST_NOUN = re.compile(
    r"\b(?:(?P<noun>[A-Za-z][a-z]+s)(?:(?P<of>\sof)|,?\s(?:such\sas|including|like|called|named))?\s(?:the\s)?"
    r"|(?i:two|three|four|five)\s(?:[a-z-]+\s){0,2}?(?P<counted>[a-z]+s),\s)$"
)
_PEOPLE = frozenset(
    (
        "children",
        "men",
        "women",
        "people",
        "twins",
        "siblings",
        "brothers",
        "sisters",
        "sons",
        "daughters",
        "girls",
    )
) | frozenset(
    ("boys", "herders", "villagers", "passengers", "pupils", "suspects", "victims", "survivors", "cousins")
)
_AGE_OR_WHO = 2.5
"""What an age or "who" weighs: enough to take a lone surname for a person."""


def weigh_document(
    names: Sequence[Name], document: Document, lexicon: Lexicon, report: Report | None
) -> None:
    """Add what the names of a document tell of each other; ``names`` are weighed and in reading order.

    ``report`` tells what games a report on games is about.
    """
    _initials_of_countries(names, lexicon)
    weigh_sequels(names, document, lexicon)
    _introductions(names, lexicon)
    weigh_called(names, document)
    weigh_bodies(names, document, lexicon)
    weigh_schools(names, document)
    weigh_islands(names, document, lexicon)
    weigh_short_places(names, document, lexicon)
    weigh_leagues(names, document, lexicon)
    if report:
        from desktop_app.extract.athletes import weigh_athletes
        from desktop_app.extract.clubs import weigh_clubs

        weigh_athletes(names, document, lexicon, report)
        weigh_clubs(names, document, lexicon, report)
    _lists(names, document, lexicon)


def _initials_of_countries(names: Sequence[Name], lexicon: Lexicon) -> None:
    """Take the initials of a country that the document names for the country ("SA" beside "South Africa")."""
    initials: set[str] = set()
    for name in pulsed(names):
        country = name.entry is not None and lexicon.is_country(name.entry[1])
        if len(name.words) > 1 and (country or (name.entry and name.entry[0] is NORP)):
            initials.add("".join(word[0] for word in name.words if word[0].isupper()))
    for name in pulsed(names):
        if len(name.words) == 1 and name.text in initials and not name.entry:
            name.add(GPE, 9.0)


def _introductions(names: Sequence[Name], lexicon: Lexicon) -> None:
    """Weigh lone words less as people where the document gives people their full names.

    News introduces a person by the full name; a lone unknown word that "said" something and belongs to no
    full name is a company more often than not.
    """
    full: set[str] = set()
    people = 0
    for name in pulsed(names):
        if len(name.words) > 1 and not name.entry:
            personal = name.scores.get(PERSON, 0.0)
            best = max(name.scores.values(), default=0.0)
            if personal >= best - 0.5 or personal >= 3.0:
                people += personal >= 2.0
                full.update(word.upper() for word in name.words)
        if name.role or name.address:
            full.update(word.upper() for word in name.words)
    if not people:
        return
    for name in pulsed(names):
        personal = name.scores.get(PERSON, 0.0)
        listed = name.entry is not None and name.entry[0] is PERSON
        if listed or len(name.words) > 1 or name.role or name.address or personal <= 0.0:
            continue
        first = name.words[0] in lexicon.first_names
        if name.words[0].upper() not in full and not first:
            name.scores[PERSON] = 0.35 * personal if personal < _AGE_OR_WHO + 2.5 else 0.6 * personal
            if max(name.scores.get(kind, 0.0) for kind in (GPE, LOC, NORP)) < 0.7:
                name.add(ORG, 0.8)


def _lists(names: Sequence[Name], document: Document, lexicon: Lexicon) -> None:
    """Let the sure members of a list tell what the unknown ones are ("Zurich, Lemgo and Kells")."""
    known = _known(names)
    _runs(names, known, document, lexicon)
    decided = [_sure(name) or known.get(name.key) for name in pulsed(names)]
    for order in pulsed(range(len(names) - 1)):
        one, other = names[order], names[order + 1]
        if one.line != other.line:
            continue
        gap = document.lines[one.line].text[one.end : other.start]
        if not _LISTED_GAP.fullmatch(gap) or _owns_next(names, order + 1, document):
            continue
        for weak, strong, kind in ((one, other, decided[order + 1]), (other, one, decided[order])):
            if kind is None and gap == " and " and not weak.scores and _may_be_place(strong):
                weak.add(GPE, 1.4 if _likely_place(strong) else 0.6)  # "rescuers from Itagui and Envigado"
            if kind is None or _sure(weak) is not None or kind is NORP:
                continue
            if kind is PERSON and len(weak.words) == 1:
                continue
            if kind is PERSON and weak is one and gap == ", " and _governed(weak, document):
                continue  # "the head of Orlan Vey, Ann Tarrow," lists nobody
            if (
                kind is not PERSON
                and weak is other
                and gap == ", "
                and holds_office(weak, strong, document.lines[one.line].text, lexicon)
            ):
                weak.add(PERSON, 4.0)  # "a spokesman for the Orlan police, Ann Tarrow,"
                continue
            if kind is not PERSON and weak.scores.get(PERSON, 0.0) >= 1.5 and len(weak.words) > 1:
                continue
            known_city_behind = gap == ", " and strong is other and kind is GPE
            if kind is LOC and weak is one and gap.endswith("the ") and not _has_article(weak, document):
                continue  # "between Lannick and the Grand Canal"
            if max(weak.scores.values(), default=0.0) < 4.0 and not known_city_behind:
                weak.add(kind, 3.5 if kind is LOC and gap.endswith("the ") else 2.0)
            if weak.words and decided[order] is None and weak is one:
                decided[order] = kind if not known_city_behind else None


def _owns_next(names: Sequence[Name], order: int, document: Document) -> bool:
    """Whether a name tells whose the next one is ("Oslo and Germany's Orlan" lists Orlan, not Germany)."""
    name = names[order]
    follows = names[order + 1] if order + 1 < len(names) else None
    text = document.lines[name.line].text
    owns = text.startswith(("’s ", "'s "), name.end)
    return owns and follows is not None and follows.line == name.line and follows.start == name.end + 3


def _known(names: Sequence[Name]) -> dict[str, EntityType]:
    """Return the types of the names that all their mentions together make sure, by key."""
    pooled: dict[str, dict[EntityType, float]] = {}
    for name in pulsed(names):
        share = pooled.setdefault(name.key, dict(name.shape))
        for kind, weight in name.scores.items():
            share[kind] = share.get(kind, 0.0) + weight - name.shape.get(kind, 0.0)
    known: dict[str, EntityType] = {}
    for key, share in pooled.items():
        ranked = sorted(share.values(), reverse=True)
        if ranked and ranked[0] >= 4.0 and (len(ranked) < 2 or ranked[0] >= ranked[1] + 1.5):
            known[key] = max(share, key=lambda kind: share[kind])
    return known


def _runs(
    names: Sequence[Name], known: Mapping[str, EntityType], document: Document, lexicon: Lexicon
) -> None:
    """Let the sure members of a list of three and more, all of one type, tell what the others are.

    A noun in front of a list tells what all its members are ("the villages of Dovrey and Piedra Larga").
    """
    run: list[Name] = []
    articles = 0
    for name in pulsed(names):
        before = run[-1] if run else None
        gap = ""
        if before and before.line == name.line:
            gap = document.lines[name.line].text[before.end : name.start]
        if before and _LISTED_GAP.fullmatch(gap):
            run.append(name)
            articles += gap.endswith("the ")
            continue
        _weigh_run(run, articles, known, document, lexicon)
        run, articles = [name], 0
    _weigh_run(run, articles, known, document, lexicon)


def _weigh_run(
    run: Sequence[Name],
    articles: int,
    known: Mapping[str, EntityType],
    document: Document,
    lexicon: Lexicon,
) -> None:
    """Weigh the names of one list by each other; ``articles`` of them have "the" in front."""
    if len(run) < 2:
        return
    _weigh_led_run(run, document, lexicon)
    kinds = {kind for name in run if (kind := _sure(name) or known.get(name.key))}
    if len(run) < 3 or len(kinds) != 1:
        return
    (kind,) = kinds
    if kind in (NORP, PERSON) or (kind is LOC and articles < len(run) - 1):
        return
    for name in run:
        likely = 3.0 if kind is ORG or (kind is GPE and _may_be_town(name, lexicon)) else 1.5
        personal = name.scores.get(PERSON, 0.0) >= likely and len(name.words) > 1
        if _sure(name) is None and not (personal or name.entry or name.role or name.address):
            name.add(kind, 3.5 if kind is LOC else 1.5)


def _weigh_led_run(run: Sequence[Name], document: Document, lexicon: Lexicon) -> None:
    """Weigh the names of a list by what leads it: a noun, "in", "residents of"."""
    first = run[0]
    told = _told_by_noun(run, document, lexicon)
    if told:
        for name in run:
            if not (name.entry or name.role or name.address):
                name.add(told, 4.0)
                name.add(PERSON, -2.0 if told is not PERSON else 0.0)
    if _led_by_in(first, document):
        for name in run[1:]:
            if _may_stand_in(name, document, lexicon, last=name is run[-1]):
                name.add(GPE, 2.2)
                name.add(PERSON, -1.5)
    text = document.lines[first.line].text
    led = _FROM.search(text, max(0, first.start - 24), first.start)
    if led or (len(run) > 1 and _TRAVELLED.search(text, max(0, first.start - 48), first.start)):
        for name in run:
            town = len(name.words) == 1 or (len(name.words) == 2 and _may_be_town(name, lexicon))
            if town and not (name.entry or name.role or name.address):
                name.add(GPE, 2.2)
                name.add(PERSON, -1.5)


def _are_people(noun: str, lexicon: Lexicon) -> bool:
    """Whether a noun is one of people alone: partners and rivals may be parties or firms."""
    return noun_kind(noun, lexicon) is PERSON and not lexicon.has("trades", noun)


def _told_by_noun(run: Sequence[Name], document: Document, lexicon: Lexicon) -> EntityType | None:
    """Return what the noun in front of a list calls its members, None for people and where there is none."""
    text = document.lines[run[0].line].text
    people = _PEOPLE_NOUN.search(text, max(0, run[0].start - 40), run[0].start)
    if people and (people["noun"] in _PEOPLE or _are_people(singular(people["noun"]), lexicon)):
        return PERSON  # "two herders, Rahmon and Safar,"
    told = _LIST_NOUN.search(text, max(0, run[0].start - 40), run[0].start)
    behind = text[run[-1].end : run[-1].end + 1]
    if not told or (told["counted"] and behind not in ",.;)"):
        return None  # "In two towns, Ann Tarrow and Bo Fell spoke" lists no towns
    kind = noun_kind(singular((told["noun"] or told["counted"]).lower()), lexicon)
    if told["of"] and kind not in (GPE, LOC):
        return None
    if kind is LOC and told["noun"] == "districts":
        return GPE
    return None if kind is PERSON or kind is EntityType.EVENT else kind


def _led_by_in(name: Name, document: Document) -> bool:
    return bool(_IN.search(document.lines[name.line].text, max(0, name.start - 12), name.start))


def _may_stand_in(name: Name, document: Document, lexicon: Lexicon, *, last: bool) -> bool:
    """Whether "in" may reach over "and" to a lone word, which is not the subject of a clause of its own."""
    if len(name.words) > 2 or name.entry or name.role or name.address:
        return False
    after = document.lines[name.line].text[name.end : name.end + 8]
    if len(name.words) == 2:
        return (after[:1] in (",", ".", ";") or not last) and _may_be_town(name, lexicon)
    acts = name.scores.get(PERSON, 0.0) >= 2.5 or name.scores.get(ORG, 0.0) >= 2.5
    return not acts and (
        not after[1:2].islower() or after.startswith((" on ", " in ", " at ", " after", " when", " were "))
    )


def _may_be_town(name: Name, lexicon: Lexicon) -> bool:
    """Whether two words are nobody's known names, so that they may be a town's ("Mala Gora")."""
    return name.words[0] not in lexicon.first_names and name.words[-1] not in lexicon.surnames


def _likely_place(name: Name) -> bool:
    """Whether a name most likely is a place, by what stands beside it."""
    placed = name.scores.get(GPE, 0.0)
    sure = 2.0 if len(name.words) == 1 else 2.5
    return placed >= sure and placed == max(name.scores.values())


def _may_be_place(name: Name) -> bool:
    """Whether nothing speaks for a lone unlisted word but that it stands where a place does ("at Orlan")."""
    placed = name.scores.get(GPE, 0.0)
    lone = len(name.words) == 1 and not name.entry and not name.role
    return _likely_place(name) or (lone and placed > 0.0 and placed == max(name.scores.values()))


def _governed(name: Name, document: Document) -> bool:
    """Whether somebody is of a name, or at it."""
    text = document.lines[name.line].text
    return text.endswith((" of ", " at ", " for ", " from ", " of the "), 0, name.start)


def _has_article(name: Name, document: Document) -> bool:
    return document.lines[name.line].text.endswith(("the ", "The "), 0, name.start)


def _sure(name: Name) -> EntityType | None:
    if not name.scores:
        return None
    kind = max(name.scores, key=lambda kind: name.scores[kind])
    return kind if name.scores[kind] >= 4.0 else None
