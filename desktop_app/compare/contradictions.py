"""Words that contradict each other: "approved" against "rejected", "fit" against "unfit"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter

from desktop_app.compare.auxiliaries import FRONT, front
from desktop_app.compare.beads import Bead, Placed, Region, nearest
from desktop_app.compare.denial_settings import is_condition
from desktop_app.compare.denials import Denial, weight
from desktop_app.compare.shares import shares_add_up
from desktop_app.compare.value_frames import words_of_clause
from desktop_app.compare.word_families import is_past, root, roots
from desktop_app.model import Change, ChangeKind, pulse
from desktop_app.text.lexicons import read_sections, read_words
from desktop_app.text.phrases import say

_AIM = 1.6
"""Evidence from the same verb after both ("refused to change", "agreed to alter")."""


_AIMED = 2
"""Words of weight that the sentences must share then."""


_ALONE = 2.6
"""Evidence wanted where both words stand once in their sentences, in whatever order."""


_PREFIX = re.compile(
    r"un(?=....)|(?:in|im|il|ir)(?=.{3,}(?:bl|al|ar|ant|ent|at|iv|ect|et|ic|ful|ur|er|y|i)e?$)"
)
"""A prefix that denies: "un-", and "in-" before an adjective ("incorrect", but not "imprison", "inform")."""

_PREFIXES = ("un", "in", "im", "il", "ir")

_SHORTEST = 4
"""Letters of a word that a denying prefix turns into its opposite."""


@cache
def _avowals() -> frozenset[str]:
    return frozenset(map(_joined_root, read_words("disagreement_words.txt", "avowals")))


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in read_sections("negations.txt")["opposites"]:
        first, second = ([_joined_root(word) for word in side.split()] for side in line.split("/"))
        for one in first:
            for other in second:
                found.setdefault(one, set()).add(other)
                found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


def opposites_of(stem: str) -> frozenset[str]:
    """Return the roots of the words that cannot hold where one with a root does."""
    return _opposites().get(stem, frozenset())


def _joined_root(word: str) -> str:
    return "_".join(root(part) for part in word.split("_"))


@lru_cache(maxsize=20000)
def _contrary(word: str) -> frozenset[str]:
    """Return the opposites of a root, what it is without a denying prefix, and with each of them."""
    prefix = _PREFIX.match(word)
    found = {word[prefix.end() :]} if prefix else set()
    if len(word) >= _SHORTEST:
        found |= {one + word for one in _PREFIXES if _PREFIX.match(one + word)}
    return _opposites().get(word, frozenset()) | found


def _same_form(one: str, other: str) -> bool:
    """Whether two words differ by a denying prefix only: "changed" and "unchanged", not "the change"."""
    short, long = sorted((one, other), key=len)
    return long.endswith(short) and long[: -len(short)] in _PREFIXES


_Term = tuple[int, int, str]
"""A word or pair of words that may have an opposite: its place, how many words it has, its root."""


def contradictions(bead: Bead, left: Sequence[Denial], right: Sequence[Denial]) -> list[Change]:
    """Return words that contradict each other in the same place: "approved" against "rejected"."""
    changes: list[Change] = []
    terms = _terms(bead.left)
    own = {key for _, _, key in terms}
    others: dict[str, list[_Term]] = {}
    for term in _terms(bead.right):
        others.setdefault(term[2], []).append(term)
    for term in terms:
        if term[2] in others:
            continue
        wanted = _contrary(term[2])
        if wanted.isdisjoint(others) or not wanted.isdisjoint(own):
            continue  # none is told on the other side, or some on this one too
        facing = _surest(bead, term, wanted, others)
        if facing is None or _may_both_hold(bead, term, left, facing, right):
            continue
        (i, size, _), (j, length, _) = term, facing
        if not _is_one_thing(bead, term, facing) or _is_acronym(bead.left, i) or _is_acronym(bead.right, j):
            continue
        a = bead.left.mention(front(bead.left, i), i + size - 1)
        b = bead.right.mention(front(bead.right, j), j + length - 1)
        note = say(
            "The two sides contradict each other: “{left}” on the left, “{right}” on the right.",
            left=a.text,
            right=b.text,
        )
        changes.append(Change(ChangeKind.NEGATION, a, b, note))
    return changes


def _is_one_thing(bead: Bead, term: _Term, facing: _Term) -> bool:
    """Whether two opposite words that are said of many things in one story are said of the same one: "began"
    and "ended", "upheld" and "rejected".
    """
    (i, size, key), (j, length, other) = term, facing
    if {key, other}.isdisjoint(roots(_SAID_OF_MANY)):
        return True
    if bead.opposed((i, i + size), (j, j + length)) >= _FACING:
        return True
    return not _beside(bead.left, i, i + size).isdisjoint(_beside(bead.right, j, j + length))


_FACING = 1.0
"""Evidence beside two words from which they are surely said of one thing."""


def _beside(region: Region, first: int, after: int) -> set[str]:
    """Return the families of the words of weight next to a term, one on each side of it."""
    home = region.sentence_of(first)
    before = (region.words[i] for i in range(first - 1, max(home.start, first - _NEXT) - 1, -1))
    behind = (region.words[i] for i in range(after, min(home.stop, after + _NEXT)))
    return {next((w.near for w in side if w.heavy), "") for side in (before, behind)} - {""}


_NEXT = 5
_SAID_OF_MANY = read_words("negations.txt", "said_of_many")


def _is_acronym(region: Region, place: int) -> bool:
    """Whether a word is a short form in capitals among others that are not: "CUT"."""
    word = region.words[place]
    text = region.article.paragraphs[word.paragraph].text
    printed = text[word.start : word.end]
    return len(printed) > 1 and printed.isupper() and not text.isupper()


def _surest(bead: Bead, term: _Term, wanted: frozenset[str], others: dict[str, list[_Term]]) -> _Term | None:
    """Return the term of the right, ``others`` by root, that most surely contradicts one of the left."""
    i, size, key = term
    best: tuple[float, _Term] | None = None
    for other in sorted(wanted & others.keys()):
        if opposites_of(other) & others.keys():
            continue
        pulse()
        listed = other in opposites_of(key)
        middle = i * len(bead.right.words) // len(bead.left.words)
        for facing in nearest(others[other], middle, key=itemgetter(0)):
            j, length, _ = facing
            if not listed and not _same_form(bead.left.words[i].low, bead.right.words[j].low):
                continue
            score = _contradicts(bead, (i, i + size), (j, j + length), key, other)
            if score and (best is None or score > best[0]):
                best = score, facing
    return best[1] if best else None


def _may_both_hold(
    bead: Bead, term: _Term, left: Sequence[Denial], facing: _Term, right: Sequence[Denial]
) -> bool:
    """Whether two opposite words do not contradict each other where they stand; both sides' denials given."""
    (i, size, _), (j, length, _) = term, facing
    for turns in (_is_feared, _reversed, _aimed, is_condition):
        if turns(bead.left, i) != turns(bead.right, j):
            return True
    if _odd(bead.left, i, left) != _odd(bead.right, j, right):
        return True
    if _in_part(bead.left, i) or _in_part(bead.right, j) or shares_add_up(bead, i, j):
        return True
    return not _one_matter(bead, (i, i + size), (j, j + length))


def _odd(region: Region, place: int, denials: Sequence[Denial]) -> bool:
    """Whether an odd number of denials governs a word, one that it is itself not counted: "did not deny"."""
    return (weight(denials, place, region) - any(denial.first == place for denial in denials)) % 2 == 1


def _in_part(region: Region, place: int) -> bool:
    """Whether a word holds for a part only, so that its opposite holds for the rest: "not all backed it"."""
    home = region.sentence_of(place)
    before = [word.low for word in region.words[max(home.start, place - _PART) : place]]
    return any(one == "not" and other in _WHOLE for one, other in pairwise(before))


_PART = 6
_WHOLE = frozenset(("all", "every", "everyone", "everybody"))


def _one_matter(bead: Bead, here: tuple[int, int], there: tuple[int, int]) -> bool:
    """Whether the clauses around two words share a word of weight, where both have several."""
    one, other = words_of_clause(bead.left, here), words_of_clause(bead.right, there)
    return min(len(one), len(other)) < _TELLING or not one.isdisjoint(other)


def _is_feared(region: Region, place: int) -> bool:
    """Whether a comparative is only what somebody had expected: "had feared worse"."""
    before = region.words[place - 1] if place and not region.edge(place - 1, place) else None
    return before is not None and before.stem in roots(_EXPECTING)


_EXPECTING = read_words("disagreement_words.txt", "hoped")


_TELLING = 2
"""Words of weight from which a clause tells what it is about."""


def _aimed(region: Region, place: int) -> bool:
    """Whether a word is only aimed at ("to reopen the closed pass")."""
    if place < 2 or region.edge(place - 1, place) or region.words[place - 1].low != "to":
        return False
    return not is_past(region.words[place - 2].low) and region.words[place - 2].low not in FRONT


def _reversed(region: Region, place: int) -> bool:
    """Whether a word before turns another round ("if it declines", "unless it agrees")."""
    words = region.words
    for before in range(place - 1, max(-1, place - 11), -1):
        if region.edge(before, before + 1) or words[before + 1].after_mark:
            return False
        if words[before].low in _TURNING:
            return True
    return False


_TURNING = frozenset(("unless", "until", "till", "before"))


def _terms(region: Region) -> list[_Term]:
    """Return the words of a region that may have an opposite, and the pairs of words that have one."""
    words = region.words
    found = [
        (i, 1, word.stem)
        for i, word in enumerate(words)
        if (word.low != "back" or not _is_particle(words, i))
        and (word.low != "left" or not _is_rest(words, i))
    ]
    pairs = _pairs()
    for i, (word, follower) in enumerate(pairwise(words)):
        if word.stem not in pairs:
            continue
        key = f"{word.stem}_{follower.stem}"
        if key in pairs[word.stem] and word.sentence == follower.sentence:
            found.append((i, 2, key))
    return found


def _is_particle(words: Sequence[Placed], place: int) -> bool:
    """Whether "back" belongs to the verb before it: "was knocked back"."""
    return place > 0 and is_past(words[place - 1].low)


def _is_rest(words: Sequence[Placed], place: int) -> bool:
    """Whether "left" tells what remains: "cars left on the square", "any car left on the square"."""
    if place == 0 or words[place - 1].sentence != words[place].sentence or not words[place - 1].heavy:
        return False
    opening = words[place - 2] if place > 1 else None
    if opening is None or opening.sentence != words[place].sentence:
        return words[place - 1].low.endswith("s")
    return opening.low in _ANY


_ANY = frozenset(("any", "all", "every", "no", "only", "few", "those", "most"))


@cache
def _pairs() -> dict[str, frozenset[str]]:
    """Return the pairs of words that have an opposite, joined, by the first of the two."""
    found: dict[str, set[str]] = {}
    for word in _opposites():
        first, joined, _ = word.partition("_")
        if joined:
            found.setdefault(first, set()).add(word)
    return {first: frozenset(words) for first, words in found.items()}


def _contradicts(bead: Bead, here: tuple[int, int], there: tuple[int, int], key: str, other: str) -> float:
    """Return how surely two opposite words are told of one thing, 0 where that is not sure."""
    facing, around = bead.opposed(here, there), bead.context(here, there)
    score = facing + around
    if _becomes(bead.left, here[1]) or _becomes(bead.right, there[1]):
        return 0.0
    if key in _avowals() and other in _avowals():
        return score if score >= 0.6 else 0.0
    aim = bool(_aim(bead.left, here[1]) & _aim(bead.right, there[1]))
    score += _AIM * aim
    if facing >= 1.4 and score >= 3.0:
        return score
    once = bead.left.count(key.split("_")[0]) == bead.right.count(other.split("_")[0]) == 1
    if aim and once and bead.common(here[0], there[0]) >= _AIMED:
        return score
    if once and ((score >= _ALONE and (facing >= 0.6 or around >= 2.0)) or bead.alike(here[0], there[0])):
        return score + 0.1
    return 0.0


def _becomes(region: Region, after: int) -> bool:
    """Whether a verb only says what something turns into: "grew thinner", "left them stranded"."""
    if region.edge(after - 1, after) or region.words[after].after_mark:
        return False
    low = region.words[after].low
    if region.words[after - 1].stem == "pass" and low in _ALONG:
        return True  # "will pass to the commission"
    if region.words[after - 1].stem == root("raise"):
        near = region.words[after : min(after + _RAISED_REACH, region.sentence_of(after - 1).stop)]
        if any(word.stem in roots(_RAISED) for word in near):
            return True  # "raising fears of a shortage"
    if region.words[after - 1].stem == "end" and low in ("up", "with", "in", "at", "on"):
        return True  # "ended up losing"
    if region.words[after - 1].stem == "leav":
        rest = region.words[after : min(after + _LEFT_REACH, region.sentence_of(after).stop)]
        return any(word.low in _LEFT_STATES for word in rest)
    if region.words[after - 1].stem not in roots(_BECOMING):
        return False
    return low in _STATES or (low.endswith("er") and low not in _NO_COMPARATIVES)


_RAISED_REACH = 4
_RAISED = frozenset(
    ("concern", "question", "fear", "doubt", "alarm", "hope", "prospect", "eyebrow", "suspicion", "awareness")
)
_BECOMING = frozenset(("grow", "fall", "slip", "drop"))
_ALONG = frozenset(("to", "on", "through", "by", "over", "into", "from", "along", "under"))
_LEFT_REACH = 7
_LEFT_STATES = frozenset(
    ("without", "with", "dead", "injured", "hurt", "homeless", "stranded", "missing", "trapped", "behind")
)
_STATES = frozenset(("ill", "silent", "asleep", "short", "victim", "old", "worse", "tired", "angry"))
_NO_COMPARATIVES = frozenset(
    ("after", "under", "over", "further", "faster", "slower", "other", "per", "however")
)


def _aim(region: Region, start: int) -> set[str]:
    words = region.words
    for place in range(start, min(len(words) - 1, start + 14)):
        if words[place].sentence != words[start - 1].sentence:
            break
        if words[place].low == "to" and words[place + 1].heavy:
            return {words[place + 1].near}
    return set()
