"""Statements that one side denies and the other makes."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.compare.beads import Bead, Region, nearest
from desktop_app.compare.contradictions import contradictions
from desktop_app.compare.demands import demands
from desktop_app.compare.denial_spans import denial_span, target_span
from desktop_app.compare.denials import (
    Denial,
    denies_clause,
    find_denials,
    is_refusal,
    is_softened,
    is_undone,
    roots,
    weight,
)
from desktop_app.compare.hedges import BELIEFS
from desktop_app.compare.proofs import unproved
from desktop_app.compare.word_families import is_past
from desktop_app.model import Change, ChangeKind, pulse
from desktop_app.text.lexicons import read_words
from desktop_app.text.phrases import say

_LEFT = "The left denies what the other says: “{left}” on the left, “{right}” on the right."
_RIGHT = "The right denies what the other says: “{left}” on the left, “{right}” on the right."
_ENOUGH = 2.2
"""Evidence (shared words around, equal words beside) from which two predicates are told of the same thing."""


_UNIQUE_ENOUGH = 0.6
"""The same where the predicate stands once on each side."""


_CLAUSE_EXTRA = 0.3
"""What a word of a clause that is denied as a whole needs on top."""


_FAMILY_ENOUGH, _FAMILY_ONCE = 2.6, 2.2
"""The same where the other side uses another word for the predicate; where that word stands there once."""


_CLAUSE_WORDS = 3
"""Words of weight that an embedded clause must share with the other side's."""


_REPORTED = read_words("disagreement_words.txt", "reported")


_SAYING = read_words("disagreement_words.txt", "saying")


def negation_changes(bead: Bead, *, strict: float = 0.0) -> list[Change]:
    """Return the statements of a bead that one side denies and the other makes.

    ``strict`` is evidence wanted on top, for sentences that correspond only through their paragraphs.
    """
    left, right = find_denials(bead.left), find_denials(bead.right)
    contrary = contradictions(bead, left, right)
    refusals = [c for c in contrary if is_refusal(c.left.text) or is_refusal(c.right.text)]
    changes = [*refusals, *_one_way(bead, left, right, strict, mirrored=False)]
    changes = [c for i, c in enumerate(changes) if not any(_overlap(c, other) for other in changes[:i])]
    for change in (*_one_way(bead, right, left, strict, mirrored=True), *contrary, *demands(bead)):
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
        pulse()
        if not denial.denied:
            continue
        extra = strict or _CLAUSE_EXTRA * denies_clause(own.words[denial.first])
        target = next(
            (
                found
                for denied in denial.denied
                for found in [_counterpart(bead, denial, denied, own, other, extra, mirrored=mirrored)]
                if found is not None
            ),
            None,
        )
        if target is None:
            target = _embedded(denial, own, other, others)
        if target is None and not strict:
            target = _answered(bead, denial, own, other, mirrored=mirrored)
        if target is None and not strict:
            target = unproved(bead, denial, mirrored=mirrored)
        if target is None:
            continue
        if _told_apart(own, denial, other, others, target):
            continue
        if is_softened(other, target) or is_softened(own, denial.first) or _unsure(own, denial.first):
            continue
        if is_undone(other, target) and not is_undone(own, denial.denied[0]):
            continue
        if _undone(own, denial, other) or _told_both(bead, denials, denial, target, mirrored=mirrored):
            continue
        belief = own.words[denial.denied[0]].stem in BELIEFS
        if belief and any(other.words[d.first].sentence == other.words[target].sentence for d in others):
            continue  # "do not think that it is" is "think that it is not"
        if _unless(own, denial.first) != _unless(other, target):
            continue
        if _turned(own, denial.denied[0], other, target) or _open(own, denial, other, target):
            continue
        if _odd(own, denials, denial.denied[0]) == _odd(other, others, target):
            continue
        first = own.mention(*denial_span(own, denial, other, target))
        second = other.mention(*target_span(own, denial, other, target))
        left, right = (second, first) if mirrored else (first, second)
        note = say(_RIGHT if mirrored else _LEFT, left=left.text, right=right.text)
        changes.append(Change(ChangeKind.NEGATION, left, right, note))
    return changes


def _unsure(region: Region, place: int) -> bool:
    """Whether a denial is only possible: "might not" is less sure than "will", not its contrary."""
    return place > 0 and not region.edge(place - 1, place) and region.words[place - 1].low in ("may", "might")


def _unless(region: Region, place: int) -> bool:
    """Whether a condition is told by what must not be: "unless it changes" is "if it does not"."""
    return any(region.words[i].low == "unless" for i in region.sentence_of(place))


def _odd(region: Region, denials: Sequence[Denial], place: int) -> bool:
    """Whether an odd number of denials governs a word; its own counts where no synonym stands for it."""
    inner = region.words[place].near[:1] == "=" and any(d.first == place for d in denials)
    return (weight(denials, place, region) - inner) % 2 == 1


def _undone(own: Region, denial: Denial, other: Region) -> bool:
    """Whether the other side denies by a prefix: "no passengers were hurt", "all were unhurt"."""
    wanted = {prefix + own.words[i].low for i in denial.denied for prefix in ("un", "in", "dis", "non")}
    return bool(other.with_form(wanted))


def _told_both(bead: Bead, denials: Sequence[Denial], denial: Denial, target: int, *, mirrored: bool) -> bool:
    """Whether the denying side also says what the other does, of the same thing: "his lawyer was named"."""
    own = bead.right if mirrored else bead.left
    denied = denial.denied[0]

    def fit(place: int) -> tuple[float, float]:
        here, there = (place, place + 1), (target, target + 1)
        pair = (there, here) if mirrored else (here, there)
        return bead.context(*pair), bead.opposed(*pair, reach=4)

    return any(
        place != denied and weight(denials, place, own) % 2 == 0 and fit(place) >= fit(denied)
        for place in nearest(own.with_stem((own.words[denied].stem,)), denied, int)
    )


def _told_apart(own: Region, denial: Denial, other: Region, others: Sequence[Denial], target: int) -> bool:
    """Whether the other side denies in the same sentence, and the two words need not be told of one thing.

    So they need not be where the bare "said" meets "could not say", or "the evidence" meets "no evidence".
    """
    home = other.words[target].sentence
    if not any(other.words[d.first].sentence == home for d in others):
        return False
    if other.words[target].stem in _SAYING:
        said = denial.denied[0]
        return not any(word.low in _QUESTIONS for word in own.words[said + 1 : said + 4])
    definite = target > 0 and other.words[target - 1].low in ("the", "this", "that")
    return definite and own.words[denial.first].low == "no"


_LATER_REACH = 6
_LATER = frozenset(("before", "until", "till", "against"))
_VOTING = roots(frozenset(("vote", "decide", "rule", "argue", "advise", "campaign", "warn", "be", "come")))


def _turned(own: Region, denied: int, other: Region, target: int) -> bool:
    """Whether words take a denial back: "not before June" is June, "vote against" not to vote for."""
    for region, place, facing, there in ((own, denied, other, target), (other, target, own, denied)):
        near = {
            region.words[i].low
            for i in region.with_form(_LATER)
            if abs(i - place) <= _LATER_REACH
            and _turns(region, i, place)
            and (region is own or region.words[i].low not in ("until", "till"))
        }
        if near - {facing.words[i].low for i in facing.with_form(_LATER) if i in facing.sentence_of(there)}:
            return True
    # "not inspected since 2015" is "last inspected in 2015"
    since = any(w.low == "since" for w in own.words[denied + 1 : denied + 5])
    return since and any(w.low == "last" for w in other.words[max(0, target - 3) : target + 3])


def _turns(region: Region, later: int, place: int) -> bool:
    """Whether "against" tells how somebody voted, not against what an appeal is, "before" what is ahead."""
    words = region.words
    if words[later].low == "against":
        return any(word.stem in _VOTING for word in words[max(0, later - 2) : later])
    if words[later].low == "before" and later > place:
        return not any(word.low in ("had", "did") for word in words[max(0, place - 6) : place])
    return True


_MODALS = read_words("disagreement_words.txt", "modals")
_QUESTIONS = frozenset(("whether", "if", "unless"))


def _open(own: Region, denial: Denial, other: Region, target: int) -> bool:
    """Whether the two speak of other times, or one only asks: "has not signed" and "will sign" agree."""
    here = own.words[max(0, denial.first - 3) : denial.denied[0]]
    there = other.words[max(0, target - 4) : target]
    first = any(w.low in _MODALS for w in here if w.sentence == own.words[denial.first].sentence)
    beside = {w.low for w in there if w.sentence == other.words[target].sentence}
    if not first and beside & _MODALS:
        return True
    asked = any(
        w.low in _QUESTIONS and w.sentence == other.words[target].sentence
        for w in other.words[max(0, target - 8) : target]
    )
    return asked and not any(w.low in _QUESTIONS for w in own.words[max(0, denial.first - 8) : denial.first])


def _is_somebody(region: Region, place: int) -> bool:
    """Whether people without a name do what a word tells: "several people had been hurt"."""
    near = region.words[max(0, place - 6) : place]
    return any(w.low in _SOMEBODY and w.sentence == region.words[place].sentence for w in near)


_NOBODY = frozenset(("nobody", "none", "no"))
_SOMEBODY = read_words("disagreement_words.txt", "somebody")


def _counterpart(
    bead: Bead, denial: Denial, denied: int, own: Region, other: Region, strict: float, *, mirrored: bool
) -> int | None:
    """Return the place on the other side of the denied word, if it stands there in the same context."""
    nobody = own.words[denial.first].low in _NOBODY
    wanted = own.words[denied].stem
    once = (
        own.count(wanted) == other.count(wanted) == 1 and wanted not in _SAYING and not wanted[:1].isdigit()
    )
    family = own.words[denied].near
    once_near = own.count_near(family) == other.count_near(family) == 1
    best: tuple[float, int] | None = None
    for place in bead.counterparts(denied, mirrored=mirrored):
        word = other.words[place]
        here, there = (denied, denied + 1), (place, place + 1)
        pair = (there, here) if mirrored else (here, there)
        score = bead.context(*pair) + bead.opposed(*pair, reach=4)
        alike = once_near and not strict and bead.alike(pair[0][0], pair[1][0])
        alike = alike or (once_near and nobody and is_past(word.low) and _is_somebody(other, place))
        if word.stem == wanted:
            verbal = is_past(word.low) and is_past(own.words[denied].low)
            enough = (0.0 if alike and verbal else _UNIQUE_ENOUGH) if once else _ENOUGH
        elif own.words[denial.first].low == "without":
            continue  # "closed without warning", "were told to prepare"
        else:
            enough = _UNIQUE_ENOUGH if alike else _FAMILY_ONCE if once_near else _FAMILY_ENOUGH
            if wanted in _SAYING or (wanted.endswith("er") and word.low.endswith("est")):
                continue  # "the strongest" is "none stronger"
        if score >= enough + strict and (best is None or score > best[0]):
            best = (score, place)
    return best[1] if best is not None else None


def _answered(bead: Bead, denial: Denial, own: Region, other: Region, *, mirrored: bool) -> int | None:
    """Return the verb that settles what the other side would not say: "did not say whether", "ruled out"."""
    said = denial.denied[0]
    after = [w.low for w in own.words[said + 1 : said + 4] if w.sentence == own.words[said].sentence]
    if own.words[said].stem not in roots(_TELLING) or not {"whether", "if"} & set(after):
        return None
    for place, word in enumerate(other.words):
        pair = (place, said) if mirrored else (said, place)
        if word.stem in roots(_SETTLING) and bead.alike(*pair):
            return place
    return None


_TELLING = read_words("disagreement_words.txt", "telling")
_SETTLING = read_words("disagreement_words.txt", "answering")


def _embedded(denial: Denial, own: Region, other: Region, others: Sequence[Denial]) -> int | None:
    """Find the clause after a denied verb of saying: "did not decide whether X" against "held that X"."""
    denied = denial.denied[0]
    words = own.words
    if words[denied].stem not in roots(_REPORTED):
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
    for place in other.with_stem(roots(_REPORTED)):
        word = other.words[place]
        if not any(w.low == "that" for w in other.words[place + 1 : place + 3]):
            continue
        there = {
            w.stem for w in other.words[place + 1 : place + 16] if w.heavy and w.sentence == word.sentence
        }
        if len(clause & there) >= _CLAUSE_WORDS and not any(0 <= place - d.last <= 2 for d in others):
            return place
    return None
