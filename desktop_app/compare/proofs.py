"""Statements that one side calls unproved or only suggested: "does not show that X helps", "X helps"."""

from __future__ import annotations

from functools import cache

from desktop_app.compare.beads import Bead, Region, left_first
from desktop_app.compare.denials import Denial
from desktop_app.compare.hedges import BELIEFS, certainty_change
from desktop_app.compare.word_families import families_of, is_past, roots
from desktop_app.model import Change
from desktop_app.text.lexicons import read_words

_PROVING = read_words("disagreement_words.txt", "proving")
_SUGGESTING = read_words("disagreement_words.txt", "suggesting")
_SETTLING = read_words("disagreement_words.txt", "settling")
_PROOFS = read_words("disagreement_words.txt", "proofs")
_HELD_OPEN = read_words("disagreement_words.txt", "modals") | frozenset(
    ("if", "whether", "unless", "not", "n't", "never", "no")
)
_CLAUSE = 12
"""Words after "that" which count as its clause."""

_SHARED = 2
"""Words of weight that both clauses must share besides the verb."""

_MANY_SHARED = 3
"""The same where the other side uses another verb."""


def unproved(bead: Bead, denial: Denial, *, mirrored: bool) -> int | None:
    """Return the place on the other side that asserts what a denial calls unproved, or None.

    "Does not show that X prevents Y" is met by "X prevents Y", "no trace of X" by "X was found".
    """
    own, other = bead.sides(mirrored)
    words = own.words
    place = denial.denied[0]
    after = [w.low for w in words[place + 1 : place + 3] if w.sentence == words[place].sentence]
    if words[place].stem in roots(_PROVING) and "that" in after:
        return _asserted(own, place + 1 + after.index("that"), other)
    if words[place].stem in roots(_PROOFS) and after[:1] == ["of"]:
        return _found(own, place + 1, other)
    if words[place].stem in roots(_PROOFS) and after[:1] == ["that"]:
        return _asserted(own, place + 1, other)
    return None


def proof_changes(bead: Bead) -> list[Change]:
    """Return findings that one side calls suggested and the other proved."""
    changes: list[Change] = []
    for mirrored, own, other in ((False, bead.left, bead.right), (True, bead.right, bead.left)):
        single = len(own.sentences) == len(other.sentences) == 1
        for i, clause in _findings(own, _SUGGESTING):
            for j, there in _findings(other, _SETTLING):
                subjects = {own.words[i - 1].near, other.words[j - 1].near} if i and j else set()
                enough = 1 if single or len(subjects) == 1 else _MANY_SHARED
                if len(clause & there) < enough or not (_plain(own, i) and _plain(other, j)):
                    continue
                told = left_first(own.mention(i, i), other.mention(j, j), mirrored)
                changes.append(certainty_change(*told))
                break
    return changes


def _findings(region: Region, verbs: frozenset[str]) -> list[tuple[int, frozenset[str]]]:
    """Return the places of some verbs before "that", each with the words of weight of its clause."""
    words = region.words
    found: list[tuple[int, frozenset[str]]] = []
    for that in region.with_form(("that",)):
        place = _before_aside(region, that)
        word = words[place]
        if place < 0 or word.stem not in roots(verbs) or words[that].sentence != word.sentence:
            continue
        clause = words[that + 1 : that + 1 + _CLAUSE]
        found.append((place, frozenset(w.near for w in clause if w.heavy and w.sentence == word.sentence)))
    return found


def _before_aside(region: Region, that: int) -> int:
    """Return the word before "that", or before an aside that stands before it: "shows, from rings, that"."""
    words = region.words
    if not words[that].after_mark:
        return that - 1
    opens = range(that - 1, max(region.sentence_of(that).start, that - _ASIDE), -1)
    return next((i - 1 for i in opens if words[i].after_mark), that - 1)


_ASIDE = 8
"""Words up to which an aside stands between a verb and its "that"."""


def _asserted(own: Region, that: int, other: Region) -> int | None:
    """Return the verb of the other side that stands in a plain statement of the clause after "that"."""
    home = own.words[that].sentence
    clause = {w.near for w in own.words[that + 1 : that + 1 + _CLAUSE] if w.heavy and w.sentence == home}
    verbs = {
        w.near
        for w in own.words[that + 2 : that + 1 + _CLAUSE]
        if w.heavy and w.sentence == home and _finite(w.low, w.stem)
    }
    for place, word in enumerate(other.words):
        if not _finite(word.low, word.stem) and not _doing(other, place):
            continue
        same = word.near in verbs
        if not same and (word.near in clause or word.stem in roots(_PROVING) or not _is_verb(other, place)):
            continue
        near = [w for w in other.words[max(0, place - 10) : place + _CLAUSE] if w.sentence == word.sentence]
        shared = (clause & {w.near for w in near if w.heavy}) - {word.near}
        if len(shared) >= (_SHARED if same else _MANY_SHARED) and _plain(other, place):
            return place
    return None


def _doing(region: Region, place: int) -> bool:
    """Whether a word is the verb of "is doing"."""
    before = region.words[place - 1] if place else None
    word = region.words[place]
    return (
        before is not None
        and before.sentence == word.sentence
        and before.low in ("is", "are", "was", "were", "been")
        and word.low.endswith("ing")
    )


def _is_verb(region: Region, place: int) -> bool:
    """Whether a word is surely a verb: "is doing", or a past form after a word of weight."""
    if _doing(region, place):
        return True
    before = region.words[place - 1] if place and not region.edge(place - 1, place) else None
    return before is not None and before.heavy and is_past(region.words[place].low)


def _found(own: Region, of: int, other: Region) -> int | None:
    """Return the finding verb of the other side beside the noun after "no trace of"."""
    words = own.words
    noun = next((w for w in words[of + 1 : of + 5] if w.heavy and w.sentence == words[of].sentence), None)
    if noun is None:
        return None
    places = other.with_near((noun.near,))
    for place, word in enumerate(other.words):
        if _finding().isdisjoint(families_of(word.low)) or not is_past(word.low) or not _plain(other, place):
            continue
        if any(abs(place - i) <= 4 and other.words[i].sentence == word.sentence for i in places):
            return place
    return None


@cache
def _finding() -> frozenset[str]:
    return frozenset(name for word in ("find", "detect", "discover") for name in families_of(word))


def _finite(low: str, stem: str) -> bool:
    """Whether a word may be a verb with a subject: "prevents", "prevented"; a bare form may be a noun."""
    return is_past(low) or (low.endswith("s") and low != stem)


def _plain(region: Region, place: int) -> bool:
    """Whether nothing before a verb leaves open, denies or only believes what it says."""
    before = [
        w for w in region.words[max(0, place - 8) : place] if w.sentence == region.words[place].sentence
    ]
    return not any(w.low in _HELD_OPEN or w.stem in BELIEFS for w in before)
