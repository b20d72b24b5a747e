"""Statements that one side denies and the other makes, and demands that became statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from desktop_app.compare.beads import Bead, Placed, Region, is_past, root
from desktop_app.model import Change, ChangeKind
from desktop_app.text.lexicons import read_sections, read_words

_ENOUGH = 2.2
"""Evidence (shared words around, equal words beside) from which two predicates are told of the same thing."""

_UNIQUE_ENOUGH = 0.9
"""The same where the predicate stands once on each side."""

_FAMILY_ENOUGH, _FAMILY_ONCE = 2.6, 2.2
"""The same where the other side uses another word for the predicate; where no other word comes into question."""

_REACH = 6
"""Words after a denial that it still governs."""

_CLAUSE_WORDS = 3
"""Words of weight that an embedded clause must share with the other side's."""

_REPORTED = read_words("disagreement_words.txt", "reported")
_SAYING = read_words("disagreement_words.txt", "saying")
_TRANSPARENT = read_words("disagreement_words.txt", "transparent")
_PARTIAL = read_words("disagreement_words.txt", "partial")
_CLAUSE_STARTS = read_words("disagreement_words.txt", "clause_starts")
_AVOWALS = frozenset(
    root(word) for word in ("confirm", "deny", "admit", "acquit", "convict", "approve", "reject")
)
_DEMAND = read_words("disagreement_words.txt", "demand")


@dataclass(frozen=True, slots=True)
class Denial:
    """A denying word or phrase (first and last word) and the words it denies."""

    first: int
    last: int
    denied: tuple[int, ...]


@cache
def _roots(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(root, words))


@cache
def _markers() -> frozenset[str]:
    return read_words("negations.txt", "markers")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(root(verb) for verb in read_words("negations.txt", "verbs"))


@cache
def _deniers() -> frozenset[str]:
    return frozenset(root(verb) for verb in read_words("negations.txt", "contradict"))


@cache
def _soft() -> frozenset[str]:
    return frozenset(root(word) for word in read_words("negations.txt", "soft"))


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(line.split()) for line in read_sections("negations.txt")["phrases"])


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


def _joined_root(word: str) -> str:
    return "_".join(root(part) for part in word.split("_"))


_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
_SHORTEST = 4
"""Letters of a word that a denying prefix turns into its opposite."""


def _undone(word: str) -> set[str]:
    """Return what a word is without a prefix that denies it, and with each such prefix."""
    found = {word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix)}
    found = {rest for rest in found if len(rest) >= _SHORTEST}
    return found | ({prefix + word for prefix in _PREFIXES} if len(word) >= _SHORTEST else set())


def find_denials(region: Region) -> list[Denial]:
    """Return the denials of a region in order."""
    words = region.words
    found: list[Denial] = []
    place = 0
    while place < len(words):
        size = _phrase_at(words, place)
        if size == 0 and not (
            words[place].low in _markers() or words[place].stem in _verbs() or words[place].stem in _deniers()
        ):
            place += 1
            continue
        last = place + max(1, size) - 1
        if size == 0 and words[place].stem in _deniers():
            clause = _clause_after(words, place)
            if clause:
                found.append(Denial(place, clause[0] - 1, clause))
            place += 1
            continue
        if (
            size == 0
            and words[place].stem in _verbs()
            and not (last + 1 < len(words) and words[last + 1].low == "to")
        ):
            place += 1
            continue
        if last + 1 < len(words) and words[last + 1].low in _PARTIAL:
            place = last + 1
            continue  # "not only", "not all"
        denied = _denied(words, _past_phrase(words, place, last + 1))
        if denied and words[place].low in ("no", "nobody", "none", "neither"):
            denied = (*denied, *_verb_after(words, denied[0] + 1))
        found.append(Denial(place, last, denied))
        place = last + 1
    return found


def _past_phrase(words: Sequence[Placed], place: int, start: int) -> int:
    """Step over what tells whom "nobody" is among: "nobody at the firm was" -> "was"."""
    if words[place].low not in ("nobody", "none", "nothing", "no") or start >= len(words):
        return start
    if words[start].low not in ("at", "of", "in", "from", "on"):
        return start
    verb = next((i for i in range(start, min(len(words), start + 7)) if words[i].low in _FRONT), None)
    return start if verb is None else verb


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases())


def _phrase_at(words: Sequence[Placed], place: int) -> int:
    if words[place].low not in _first_words():
        return 0
    for size in (3, 2):
        part = words[place : place + size]
        if (
            len(part) == size
            and part[0].sentence == part[-1].sentence
            and tuple(w.low for w in part) in _phrases()
        ):
            return size
    return 0


def _denied(words: Sequence[Placed], start: int) -> tuple[int, ...]:
    """Return the places of the predicate that follows a denying word."""
    for place in range(start, min(len(words), start + 6)):
        if start and (words[place].sentence != words[start - 1].sentence or words[place].after_mark):
            break
        low = words[place].low
        if words[place].heavy and low not in _TRANSPARENT and not low.endswith("ly"):
            return (place,)
    return ()


def _clause_after(words: Sequence[Placed], place: int) -> tuple[int, ...]:
    """Return the words of weight in the clause after a verb of denying ("denies that ..."), at most eight."""
    that = next((i for i in range(place + 1, min(len(words), place + 3)) if words[i].low == "that"), None)
    if that is None:
        return ()
    start = next((i for i in range(that + 1, min(len(words), that + 7)) if words[i].low in _FRONT), that)
    clause = range(start + 1, min(len(words), that + 12))
    return tuple(i for i in clause if words[i].sentence == words[place].sentence and words[i].heavy)[:8]


def _verb_after(words: Sequence[Placed], start: int) -> tuple[int, ...]:
    """Return the first word that looks like a past form after a denied noun ("no country was asked")."""
    for place in range(start, min(len(words), start + 5)):
        if words[place].sentence != words[start - 1].sentence or words[place].low in _CLAUSE_STARTS:
            break
        if words[place].heavy and is_past(words[place].low):
            return (place,)
    return ()


def negation_changes(bead: Bead, *, strict: float = 0.0) -> list[Change]:
    """Return the statements of a bead that one side denies and the other makes.

    ``strict`` is evidence wanted on top, for sentences that correspond only through their paragraphs.
    """
    left, right = find_denials(bead.left), find_denials(bead.right)
    changes = _one_way(bead, left, right, strict, mirrored=False)
    for change in _one_way(bead, right, left, strict, mirrored=True):
        if not any(_overlap(change, other) for other in changes):
            changes.append(change)
    for change in (*_contradictions(bead, left, right), *_demands(bead)):
        if not any(_overlap(change, other) for other in changes):
            changes.append(change)
    return changes


def _overlap(a: Change, b: Change) -> bool:
    left = a.left.paragraph == b.left.paragraph and a.left.start < b.left.end and b.left.start < a.left.end
    right = (
        a.right.paragraph == b.right.paragraph and a.right.start < b.right.end and b.right.start < a.right.end
    )
    return left or right


def _one_way(
    bead: Bead, denials: Sequence[Denial], others: Sequence[Denial], strict: float, *, mirrored: bool
) -> list[Change]:
    own, other = (bead.right, bead.left) if mirrored else (bead.left, bead.right)
    changes: list[Change] = []
    for denial in denials:
        if not denial.denied:
            continue
        target = next(
            (
                found
                for denied in denial.denied
                for found in [_counterpart(bead, denied, own, other, strict, mirrored=mirrored)]
                if found is not None
            ),
            None,
        )
        if target is None:
            target = _embedded(denial, own, other, others)
        if target is None and not strict and is_past(own.words[denial.denied[0]].low):
            target = bead.facing_verb(denial.denied[0], mirrored=mirrored)
        if target is None:
            continue
        if _softened(other, target) or _softened(own, denial.first):
            continue
        if _turned(own, denial.denied[0], other, target):
            continue
        if _weight(denials, denial.denied[0], own) % 2 == _weight(others, target, other) % 2:
            continue
        first = own.mention(*_denial_span(own, denial, other, target))
        second = other.mention(*_target_span(own, denial, other, target))
        left, right = (second, first) if mirrored else (first, second)
        side = "right" if mirrored else "left"
        note = (
            f"The {side} denies what the other says: “{left.text}” on the left, “{right.text}” on the right."
        )
        changes.append(Change(ChangeKind.NEGATION, left, right, note))
    return changes


def _softened(region: Region, place: int) -> bool:
    """Whether a word near a place comes close to denying it."""
    words = region.words
    return any(
        word.stem in _soft() and word.sentence == words[place].sentence
        for word in words[max(0, place - 5) : place]
    )


_LATER = frozenset(("before", "until", "till", "against"))


def _turned(own: Region, denied: int, other: Region, target: int) -> bool:
    """Whether words after a denial take it back: "not before June" is June, "vote against" is not to vote for."""
    found = [
        {word.low for word in region.words if word.sentence == region.words[place].sentence} & _LATER
        for region, place in ((own, denied), (other, target))
    ]
    return found[0] != found[1]


def _weight(denials: Sequence[Denial], target: int, region: Region) -> int:
    """Count the denials that govern a word: two of them cancel each other."""
    count = 0
    sentence = region.words[target].sentence
    for denial in denials:
        if region.words[denial.first].sentence != sentence:
            continue
        near = 0 < target - denial.last <= _REACH and not any(
            word.after_mark for word in region.words[denial.last + 1 : target + 1]
        )
        if target in denial.denied or denial.first - 1 <= target <= denial.last or near:
            count += 1
    return count


_FRONT = read_words("disagreement_words.txt", "front")


def _front(region: Region, place: int) -> int:
    words = region.words
    while place > 0 and words[place - 1].low in _FRONT and words[place - 1].sentence == words[place].sentence:
        place -= 1
    return place


_SUBJECTS = frozenset(("nobody", "none", "neither", "no", "nothing"))


def _denial_span(own: Region, denial: Denial, other: Region, target: int) -> tuple[int, int]:
    """Return the first and last word to mark for a denial: with the verb it hangs on, if both sides have it."""
    start, last = _front(own, denial.first), max(denial.last, denial.denied[0])
    if (
        start
        and not own.edge(start - 1, start)
        and _shared_verb(own.words[start - 1], other, target) is not None
    ):
        start = _front(own, start - 1)
    return start, last


def _target_span(own: Region, denial: Denial, other: Region, target: int) -> tuple[int, int]:
    """Return the first and last word to mark for what is denied on the other side."""
    words = other.words
    start = target
    while start > 0 and not other.edge(start - 1, start) and words[start - 1].low in _BETWEEN:
        start -= 1
    start = _front(other, start)
    own_start = _front(own, denial.first)
    if own_start and not own.edge(own_start - 1, own_start):
        verb = _shared_verb(own.words[own_start - 1], other, target)
        if verb is not None:
            start = min(start, _front(other, verb))
    if own.words[denial.first].low in _SUBJECTS:
        steps = 0
        while start > 0 and steps < 3 and not other.edge(start - 1, start) and not words[start].after_mark:
            start -= 1
            steps += 1
    return start, target


def _shared_verb(word: Placed, other: Region, target: int) -> int | None:
    """Return the place just before a target where a word of the same family stands."""
    for place in range(target - 1, max(-1, target - 4), -1):
        if other.edge(place, place + 1):
            return None
        if word.heavy and other.words[place].near == word.near:
            return place
    return None


_BETWEEN = read_words("disagreement_words.txt", "between")


def _counterpart(
    bead: Bead, denied: int, own: Region, other: Region, strict: float, *, mirrored: bool
) -> int | None:
    """Return the place on the other side of the denied word, if it stands there in the same context."""
    wanted = own.words[denied].stem
    once = (
        own.count(wanted) == other.count(wanted) == 1 and wanted not in _SAYING and not wanted[:1].isdigit()
    )
    family = own.words[denied].near
    once_near = own.count_near(family) == other.count_near(family) == 1
    best: tuple[float, int] | None = None
    for place, word in enumerate(other.words):
        if word.near != family:
            continue
        here, there = (denied, denied + 1), (place, place + 1)
        pair = (there, here) if mirrored else (here, there)
        score = bead.context(*pair) + bead.opposed(*pair, reach=4)
        if word.stem == wanted:
            enough = _UNIQUE_ENOUGH if once else _ENOUGH
        else:
            enough = _FAMILY_ONCE if once_near else _FAMILY_ENOUGH
            if wanted in _SAYING or (wanted.endswith("er") and word.low.endswith("est")):
                continue  # "the strongest" is "none stronger"
        if score >= enough + strict and (best is None or score > best[0]):
            best = (score, place)
    return best[1] if best is not None else None


def _embedded(denial: Denial, own: Region, other: Region, others: Sequence[Denial]) -> int | None:
    """Find the clause after a denied verb of saying: "did not decide whether X" against "held that X"."""
    denied = denial.denied[0]
    words = own.words
    if words[denied].stem not in _roots(_REPORTED):
        return None
    that = next(
        (
            i
            for i in range(denied + 1, min(len(words), denied + 4))
            if words[i].low in ("whether", "that", "if")
        ),
        None,
    )
    if that is None:
        return None
    clause = {w.stem for w in words[that + 1 : that + 14] if w.heavy and w.sentence == words[denied].sentence}
    for place, word in enumerate(other.words):
        if word.stem not in _roots(_REPORTED) or place + 1 >= len(other.words):
            continue
        if not any(w.low == "that" for w in other.words[place + 1 : place + 3]):
            continue
        there = {
            w.stem for w in other.words[place + 1 : place + 16] if w.heavy and w.sentence == word.sentence
        }
        if len(clause & there) >= _CLAUSE_WORDS and not any(0 <= place - d.last <= 2 for d in others):
            return place
    return None


def _contradictions(bead: Bead, left: Sequence[Denial], right: Sequence[Denial]) -> list[Change]:
    """Return words that contradict each other in the same place: "approved" against "rejected"."""
    changes: list[Change] = []
    opposites = _opposites()
    first, second = _terms(bead.left), _terms(bead.right)
    by_root: dict[str, list[tuple[int, int]]] = {}
    for j, size, key in second:
        by_root.setdefault(key, []).append((j, size))
    own = {key for _, _, key in first}
    for i, size, key in first:
        if key in by_root:
            continue
        wanted = opposites.get(key, frozenset()) | _undone(key)
        if wanted & own:
            continue  # both are told on this side
        best: tuple[float, int, int] | None = None
        for other in wanted & by_root.keys():
            if opposites.get(other, frozenset()) & by_root.keys():
                continue
            for j, length in by_root[other]:
                score = _contradicts(bead, (i, i + size), (j, j + length), key, other)
                if score and (best is None or score > best[0]):
                    best = (score, j, length)
        if best is None:
            continue
        _, j, length = best
        if _reversed(bead.left, i) != _reversed(bead.right, j):
            continue
        if _weight(left, i, bead.left) % 2 != _weight(right, j, bead.right) % 2:
            own_word = any(d.first == i for d in left) != any(d.first == j for d in right)
            if not own_word:
                continue
        a = bead.left.mention(_front(bead.left, i), i + size - 1)
        b = bead.right.mention(_front(bead.right, j), j + length - 1)
        note = f"The two sides contradict each other: “{a.text}” on the left, “{b.text}” on the right."
        changes.append(Change(ChangeKind.NEGATION, a, b, note))
    return changes


def _reversed(region: Region, place: int) -> bool:
    """Whether an "unless" before a word turns it round ("if it declines", "unless it agrees")."""
    words = region.words
    near = words[max(0, place - 10) : place]
    return any(word.low == "unless" and word.sentence == words[place].sentence for word in near)


def _terms(region: Region) -> list[tuple[int, int, str]]:
    """Return the words of a region that may have an opposite, and pairs of words: place, size, root."""
    words = region.words
    found = [(i, 1, word.stem) for i, word in enumerate(words)]
    pairs = _pairs()
    for i in range(len(words) - 1):
        key = f"{words[i].stem}_{words[i + 1].stem}"
        if key in pairs and words[i].sentence == words[i + 1].sentence:
            found.append((i, 2, key))
    return found


@cache
def _pairs() -> frozenset[str]:
    return frozenset(word for word in _opposites() if "_" in word)


def _contradicts(bead: Bead, here: tuple[int, int], there: tuple[int, int], key: str, other: str) -> float:
    """Return how surely two opposite words are told of one thing, 0 where that is not sure."""
    facing, around = bead.opposed(here, there), bead.context(here, there)
    score = facing + around
    if key in _AVOWALS and other in _AVOWALS:
        return score if score >= 0.6 else 0.0
    if _aim(bead.left, here[1]) & _aim(bead.right, there[1]):
        score += _AIM
    if facing >= 1.4 and score >= 3.0:
        return score
    once = bead.left.count(key) == bead.right.count(other) == 1
    return score if once and score >= _ALONE and (facing >= 0.6 or around >= 2.0) else 0.0


_AIM = 1.6
"""Evidence from the same verb after both ("refused to change", "agreed to alter")."""

_ALONE = 2.6
"""Evidence wanted where both words stand once in their sentences, in whatever order."""


def _aim(region: Region, start: int) -> set[str]:
    words = region.words
    for place in range(start, min(len(words) - 1, start + 14)):
        if words[place].sentence != words[start - 1].sentence:
            break
        if words[place].low == "to" and words[place + 1].heavy:
            return {words[place + 1].near}
    return set()


def _demands(bead: Bead) -> list[Change]:
    """Return demands that became statements: "demanded that X never admit" against "X never admits".

    English tells them apart by the bare verb after a subject that would else take an -s.
    """
    changes: list[Change] = []
    for mirrored, own, other in ((False, bead.left, bead.right), (True, bead.right, bead.left)):
        for i, j in _bare_verbs(own):
            subject = own.words[i - 1].stem if i else ""
            for place in range(1, len(other.words) - 1):
                word = other.words[place]
                if word.low not in ("never", "not") or other.words[place - 1].stem != subject:
                    continue
                verb = place + 1
                if not _third_person(other.words[verb].low):
                    continue
                first, second = own.mention(i, j), other.mention(place, verb)
                left, right = (second, first) if mirrored else (first, second)
                side, against = ("right", "left") if mirrored else ("left", "right")
                what = f"(“{first.text}”) is a statement on the {against} (“{second.text}”)."
                note = f"A demand on the {side} {what}"
                changes.append(Change(ChangeKind.NEGATION, left, right, note))
    return changes


def _bare_verbs(region: Region) -> list[tuple[int, int]]:
    """Return the places (denying word, bare verb) in "demanded ... that SUBJECT never admit"."""
    words = region.words
    found: list[tuple[int, int]] = []
    for place in range(2, len(words) - 1):
        if words[place].low not in ("never", "not") or words[place].sentence != words[place + 1].sentence:
            continue
        verb = words[place + 1].low
        subject = words[place - 1].low
        before = [
            word for word in words[max(0, place - 16) : place - 1] if word.sentence == words[place].sentence
        ]
        demanded = any(word.stem in _roots(_DEMAND) for word in before)
        that = any(word.low == "that" for word in before[-5:])
        bare = not verb.endswith(("s", "ed", "ing")) and subject not in (
            "did",
            "do",
            "does",
            "will",
            "would",
            "could",
            "should",
            "can",
        )
        if demanded and that and bare and not subject.endswith("s") and subject not in _FRONT:
            found.append((place, place + 1))
    return found


def _third_person(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
