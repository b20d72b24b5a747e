"""Where the other side tells what a hedge governs: by the same word, its object or its subject."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.compare.auxiliaries import AUXILIARIES, COPULAS, front
from desktop_app.compare.beads import Bead, Region, left_first
from desktop_app.compare.hedge_clauses import by_clause, by_deed
from desktop_app.compare.hedge_words import EXPECTED, POSSIBLE, SEEMING, Hedge
from desktop_app.compare.word_families import is_past
from desktop_app.extract.quotations_cues import cues

_UNIQUE_ENOUGH = 0.6
"""Evidence from which two predicates of one word are told of the same thing where each stands once."""

_FORM_ENOUGH = 0.4
"""The same where it stands in the same form on both sides."""

_FAMILY_ENOUGH = 2.6
"""The same where the other side uses another word of one family."""

_FAMILY_ONCE = 1.6
"""The same where each of them stands once."""

_ENOUGH = 2.4
"""Evidence from which a hedged and an unhedged predicate are told of the same thing."""


def counterpart(
    bead: Bead, hedge: Hedge, others: Sequence[Hedge], strict: float, *, mirrored: bool
) -> int | None:
    """Return the place on the other side of what a hedge governs, or None.

    ``others`` are the other side's hedges, ``strict`` is evidence wanted on top of the usual.
    """
    target = _by_word(bead, hedge, others, strict, mirrored=mirrored)
    if target is not None or strict:
        return target
    for search in (_by_object, _by_subject, by_clause, by_deed):
        target = search(bead, hedge, others, mirrored=mirrored)
        if target is not None:
            break
    return target


def _by_word(
    bead: Bead, hedge: Hedge, others: Sequence[Hedge], strict: float, *, mirrored: bool
) -> int | None:
    """Return the place on the other side of the word that the hedge governs, or None."""
    own, other = bead.sides(mirrored)
    governed = hedge.governed[0]
    wanted, family = own.words[governed].stem, own.words[governed].near
    once = own.count_near(family) == other.count_near(family) == 1
    best: tuple[float, int] | None = None
    for place in bead.counterparts(governed, mirrored=mirrored):
        word = other.words[place]
        here, there = (governed, governed + 1), (place, place + 1)
        pair = left_first(here, there, mirrored)
        score = bead.context(*pair) + bead.opposed(*pair, reach=4)
        same = word.stem == wanted or family[0] != "="
        alike = once and not strict and bead.alike(pair[0][0], pair[1][0])
        if alike and any(place in facing.governed for facing in others):
            enough = 0.0  # "could return", "will come back"
        elif same or alike:
            same_form = word.low == own.words[governed].low and not word.low[:1].isdigit()
            enough = (_FORM_ENOUGH if same_form else _UNIQUE_ENOUGH) if once else _ENOUGH
        else:
            enough = _FAMILY_ONCE if once and not strict else _FAMILY_ENOUGH
        if score >= enough + strict and (best is None or score > best[0]):
            best = (score, place)
    return best[1] if best is not None else None


def _by_object(bead: Bead, hedge: Hedge, others: Sequence[Hedge], *, mirrored: bool) -> int | None:
    """Return the verb of the other side that has the object of a hedged one ("may start", "will go into")."""
    own, other = bead.sides(mirrored)
    for place in hedge.objects:
        near = own.words[place].near
        if own.count_near(near) != 1 or other.count_near(near) != 1:
            continue
        there = next(i for i, word in enumerate(other.words) if word.near == near)
        pair = left_first((place, place + 1), (there, there + 1), mirrored)
        if bead.context(*pair) < _OBJECT_AROUND:
            continue
        for facing in others:
            if there in facing.objects and facing.governed:
                return facing.governed[0]
        if hedge.level not in (POSSIBLE, SEEMING, EXPECTED) or not _is_object(own, hedge, place):
            continue
        plain = _plain_verb(own, hedge, other, there)
        if plain is not None and bead.alike(pair[0][0], pair[1][0]):
            return plain
    return None


def _is_object(region: Region, hedge: Hedge, place: int) -> bool:
    """Whether a word is the object of a hedge's verb: nothing of weight and no preposition between."""
    between = region.words[hedge.governed[0] + 1 : place]
    return not any(word.heavy or word.low in _PREPOSITIONS for word in between)


_PREPOSITIONS = frozenset(("on", "in", "at", "for", "with", "from", "to", "by", "about", "of", "into"))


def _plain_verb(own: Region, hedge: Hedge, other: Region, there: int) -> int | None:
    """Return the past verb right before an object, or the object where "are" says that it is so."""
    words = other.words
    before = there - 1
    if before < 0 or other.edge(before, there) or words[there].after_mark:
        return None
    if words[before].low in COPULAS:
        linked = any(word.low == "be" for word in own.words[hedge.last : hedge.governed[0] + 1])
        return there if linked else None
    while before > there - _OBJECT and not words[before].heavy and words[before].low not in AUXILIARIES:
        before -= 1
        if before < 0 or other.edge(before, before + 1) or words[before + 1].after_mark:
            return None
    verb = words[before]
    said = verb.low in cues() and cues()[verb.low].strong
    return before if verb.heavy and is_past(verb.low) and not said else None


_OBJECT = 3
"""Words from a verb to its object."""


def _by_subject(bead: Bead, hedge: Hedge, others: Sequence[Hedge], *, mirrored: bool) -> int | None:
    """Return the verb of the other side that has the subject of a hedged one ("may go", "will leave")."""
    own, other = bead.sides(mirrored)
    subject = _subject(own, hedge)
    if subject is None or own.count_near(own.words[subject].near) != 1:
        return None
    for facing in others:
        there = _subject(other, facing)
        if there is None or other.words[there].near != own.words[subject].near or not facing.governed:
            continue
        pair = left_first(subject, there, mirrored)
        if facing.governed[0] > facing.last and bead.alike(*pair):
            return facing.governed[0]
    return None


def _subject(region: Region, hedge: Hedge) -> int | None:
    """Return the noun right before a hedge, "will" or a copula between them aside."""
    before = front(region, hedge.first, AUXILIARIES) - 1
    if before < 0 or region.edge(before, before + 1) or region.words[before + 1].after_mark:
        return None
    return before if region.words[before].heavy else None


_OBJECT_AROUND = 1.6
"""Evidence around two objects from which their verbs are told of one thing."""
