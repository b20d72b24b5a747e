"""What shows that a denial and the word it meets on the other side do not contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from desktop_app.compare.beads import Bead, Region, left_first, nearest
from desktop_app.compare.contradictions import opposites_of
from desktop_app.compare.denial_settings import of_other_settings
from desktop_app.compare.denial_spans import DENYING_SUBJECTS
from desktop_app.compare.denials import Denial, weight
from desktop_app.compare.hedges import BELIEFS
from desktop_app.compare.softening import HARDLY, is_softened, undoer
from desktop_app.compare.value_frames import clause_of
from desktop_app.compare.word_families import is_past, roots
from desktop_app.text.calendar_words import MONTHS, WEEKDAYS
from desktop_app.text.lexicons import read_words

SAYING = read_words("disagreement_words.txt", "saying")


def harmless(
    bead: Bead,
    denial: Denial,
    target: int,
    denials: Sequence[Denial],
    others: Sequence[Denial],
    *,
    mirrored: bool,
) -> bool:
    """Whether a denial and its counterpart on the other side (a place there) may both hold.

    ``denials`` are those of the denying side, the right one where ``mirrored``, ``others`` the other side's.
    """
    own, other = bead.sides(mirrored)
    denied = denial.denied[0]
    asked = leaves_open(own, denial)
    if not asked and _odd(own, denials, denied) == _odd(other, others, target):
        return True
    if _qualified(own, denial, other, target) or _told_of_others(own, denial, other, target, others):
        return True
    if _denied_in_other_words(own, denial, other, target, others):
        return True
    if _told_both(bead, denials, denial, target, mirrored=mirrored):
        return True
    if asked:  # "ruled out" answers "would not say whether"
        return _odd(other, [d for d in others if d.first != target], target)
    return False


def _qualified(own: Region, denial: Denial, other: Region, target: int) -> bool:
    """Whether one of the two says less than it seems to: only in part, hardly, perhaps."""
    if _is_record(own, denial, other) or _is_contrast(own, denial) or _is_subject_infinitive(other, target):
        return True
    if _limited(other, target) or _unsure(own, denial.first):
        return True
    if is_softened(other, target) or is_softened(own, denial.first):
        return True
    return own.words[denial.first].low in DENYING_SUBJECTS and _hardly(other, target)


def _told_of_others(
    own: Region, denial: Denial, other: Region, target: int, others: Sequence[Denial]
) -> bool:
    """Whether the two need not be told of one thing: of others, of other ages, times or conditions."""
    denied = denial.denied[0]
    if _told_apart(own, denial, other, others, target) or _is_subject_denied(other, target, others):
        return True
    if _of_others(own, denied) != _of_others(other, target):
        return True
    if of_other_settings(own, denial, other, target):
        return True
    if _of_other_ages(own, denied, other, target) or _open(own, denial, other, target):
        return True
    return _unless(own, denial.first) != _unless(other, target)


def _denied_in_other_words(
    own: Region, denial: Denial, other: Region, target: int, others: Sequence[Denial]
) -> bool:
    """Whether the other side denies the same without a denial that governs its word."""
    denied = denial.denied[0]
    if _opposite_told(own, denied, other, target, others) or _denied_from_afar(other, target, others):
        return True
    by = undoer(other, target)
    if by is not None and undoer(own, denied) is None:
        both = any(own.words[i].near == other.words[by].near for i in own.sentence_of(denied))
        if not both:  # but "no player was banned" denies that one was
            return True
    if _goes_without(own, denial, other, target) or _undone(own, denial, other):
        return True
    belief = own.words[denied].stem in BELIEFS
    if belief and any(other.words[d.first].sentence == other.words[target].sentence for d in others):
        return True  # "do not think that it is" is "think that it is not"
    return _turned(own, denied, other, target)


def leaves_open(own: Region, denial: Denial) -> bool:
    """Whether somebody would not say whether something is so."""
    said = denial.denied[0]
    after = [w.low for w in own.words[said + 1 : said + 4] if w.sentence == own.words[said].sentence]
    return own.words[said].stem in roots(_TELLING) and not {"whether", "if"}.isdisjoint(after)


_DANGERS = read_words("disagreement_words.txt", "dangers")
_FEARED = 9
"""Words from a denial on among which it may tell of a danger."""

_TELLING = read_words("disagreement_words.txt", "telling")


def _hardly(region: Region, place: int) -> bool:
    """Whether the clause of a word comes close to denying it: "the two stood to gain little"."""
    first, after = clause_of(region, (place, place + 1))
    return any(word.low in HARDLY for word in region.words[first:after])


def _of_others(region: Region, place: int) -> bool:
    """Whether others do what a word tells: "others have gained experience"."""
    words = region.words
    for before in range(place - 1, max(-1, place - _CLAUSE), -1):
        if region.edge(before, before + 1) or words[before + 1].after_mark or words[before].low in _NEXT:
            return False
        if words[before].low == "others":
            return True
    return False


_CLAUSE = 9
_NEXT = frozenset(("but", "while", "and"))


def _is_record(own: Region, denial: Denial, other: Region) -> bool:
    """Whether one side denies that there was more, and the other tells of the most: "no club ever paid more",
    "a record fee".
    """
    home = own.sentence_of(denial.first)
    after = own.words[denial.last + 1 : min(home.stop, denial.last + _CONTRASTED)]
    pairs = pairwise(word.low for word in after)
    more = any(word in _MORE or (word.endswith("er") and behind == "than") for word, behind in pairs)
    the = (word.low for before, word in pairwise(other.words) if before.low == "the")
    return more and (bool(other.with_form(_MOST)) or any(low.endswith("est") for low in the))


_MORE = frozenset(("more", "less", "fewer", "better", "worse"))
_MOST = frozenset(("record", "first", "most", "best", "worst", "least", "unprecedented"))


def _is_contrast(region: Region, denial: Denial) -> bool:
    """Whether only a part of a statement is denied, in favour of another: "not by letter but by phone"."""
    words, home = region.words, region.sentence_of(denial.first)
    for place in range(denial.last + 1, min(home.stop - 1, denial.last + _CONTRASTED)):
        if words[place].low == "but" and words[place + 1].low in _PREPOSITIONS:
            return any(word.low == words[place + 1].low for word in words[denial.last + 1 : place])
    return False


_CONTRASTED = 14
"""Words behind a denial among which "but" puts something in the place of what is denied."""

_PREPOSITIONS = frozenset(("by", "in", "at", "on", "from", "to", "for", "with", "because", "as", "about"))


def _is_subject_infinitive(region: Region, place: int) -> bool:
    """Whether a verb is only spoken of: "said that to comment would be wrong"."""
    words, home = region.words, region.sentence_of(place)
    if place == home.start or words[place - 1].low != "to":
        return False
    opens = place - 1 == home.start or words[place - 1].after_mark or words[place - 2].low == "that"
    return opens and any(word.low in _JUDGED for word in words[place + 1 : min(home.stop, place + _SPOKEN)])


_SPOKEN = 9
_JUDGED = frozenset(("would", "is", "was", "might", "could"))


def _limited(region: Region, place: int) -> bool:
    """Whether something is so in one respect only: "is mentioned only in an annex"."""
    words, end = region.words, region.sentence_of(place).stop
    return place + 2 < end and words[place + 1].low == "only" and words[place + 2].low in _LIMITS


_LIMITS = frozenset(("in", "at", "on", "by", "when", "after", "if", "because", "from", "since", "through"))


def _opposite_told(own: Region, denied: int, other: Region, target: int, others: Sequence[Denial]) -> bool:
    """Whether the other side says the opposite of a denied word in words of its own: "no jobs will be lost",
    "to keep all jobs".
    """
    home = own.sentence_of(denied)
    wanted: set[str] = set()
    for place in range(denied, min(home.stop, denied + _CONTRASTED)):
        if place > denied and own.words[place].after_mark:
            break
        wanted |= opposites_of(own.words[place].stem)
    wanted -= {own.words[place].stem for place in home}
    there = other.sentence_of(target)
    near = range(max(there.start, target - _CLAUSE), min(there.stop, target + _CLAUSE))
    return any(other.words[i].stem in wanted and weight(others, i, other) % 2 == 0 for i in near)


def _denied_from_afar(region: Region, target: int, denials: Sequence[Denial]) -> bool:
    """Whether a denial before a word may reach it: "were not rewarded for it by being given better rooms"."""
    words = region.words
    for denial in denials:
        between = words[denial.last + 1 : target + 1]
        if not _NEAR_DENIAL < len(between) <= _FAR_DENIAL or region.edge(denial.first, target):
            continue
        if not any(word.after_mark or word.low in _APART for word in between):
            return True
    return False


_NEAR_DENIAL, _FAR_DENIAL = 6, 14
"""Words between a denial and a word that it may still govern, beyond those that it surely governs."""

_APART = read_words("disagreement_words.txt", "clause_starts")


def _of_other_ages(own: Region, denied: int, other: Region, target: int) -> bool:
    """Whether both sides part a whole at one figure: "not for those under 12", "for those of 12 and over"."""
    first, second = _figures_beside(own, denied), _figures_beside(other, target)
    return any(second.get(figure, way) != way for figure, way in first.items())


def _figures_beside(region: Region, place: int) -> dict[str, str]:
    """Return the figures of a sentence that bound a range, each with "top" or "bottom"."""
    words, home = region.words, region.sentence_of(place)
    found: dict[str, str] = {}
    for i in home:
        if not words[i].low[:1].isdigit():
            continue
        before = words[i - 1].low if i > home.start else ""
        after = [word.low for word in words[i + 1 : min(i + 3, home.stop)]]
        if before in ("under", "below") or after[-1:] in (["under"], ["younger"]):
            found[words[i].low] = "top"
        elif before in ("over", "above") or after[-1:] in (["over"], ["older"], ["above"]):
            found[words[i].low] = "bottom"
    return found


def _unsure(region: Region, place: int) -> bool:
    """Whether a denial is only possible: "might not" is less sure than "will", not its contrary."""
    return place > 0 and not region.edge(place - 1, place) and region.words[place - 1].low in ("may", "might")


def _unless(region: Region, place: int) -> bool:
    """Whether a condition is told by what must not be: "unless it changes" is "if it does not"."""
    home = region.words[place].sentence
    return any(region.words[i].sentence == home for i in region.with_form(("unless",)))


def _odd(region: Region, denials: Sequence[Denial], place: int) -> bool:
    """Whether an odd number of denials governs a word; its own counts where no synonym stands for it."""
    inner = region.words[place].near[:1] == "=" and any(d.first == place for d in denials)
    return (weight(denials, place, region) - inner) % 2 == 1


def _is_subject_denied(region: Region, target: int, denials: Sequence[Denial]) -> bool:
    """Whether a noun is the subject of what its own side denies: "steam and power are not the same"."""
    words = region.words
    if is_past(words[target].low):
        return False
    for denial in denials:
        between = range(target + 1, denial.first + 1)
        if 0 < len(between) <= _SUBJECT and words[denial.first].low in ("not", "n't", "never"):
            apart = any(region.edge(i - 1, i) or words[i].after_mark or words[i].heavy for i in between[:-1])
            if not apart:
                return True
    return False


_SUBJECT = 4
"""Words from a noun to the denial of its verb."""


def _goes_without(own: Region, denial: Denial, other: Region, target: int) -> bool:
    """Whether the other side says that what one side is without was lost: "power was cut to"."""
    if own.words[denial.first].low not in ("without", "no", "lack", "lacked", "lacking", "lacks"):
        return False
    near = range(max(0, target - _NEAR_LOSS), min(len(other.words), target + _NEAR_LOSS + 1))
    return any(
        i != target
        and other.words[i].stem in roots(_LOSING)
        and not other.edge(min(i, target), max(i, target))
        for i in near
    )


_NEAR_LOSS = 4
_LOSING = read_words("negations.txt", "losing")


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
        pair = left_first(here, there, mirrored)
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
    if other.words[target].stem in SAYING:
        said = denial.denied[0]
        return not any(word.low in _QUESTIONS for word in own.words[said + 1 : said + 4])
    definite = target > 1 and other.words[target - 1].low in ("the", "this", "that")
    if not definite or own.words[denial.first].low != "no":
        return False
    return own.words[denial.first - 1].near != other.words[target - 2].near  # "heard no call", "the call"


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
        near = [word.low for word in words[max(0, place - 6) : place]]
        done = {"had", "did"} & set(near) or (any(map(is_past, near)) and not set(near) & _BEING)
        return not done or _is_time(words[later + 1].low if later + 1 < len(words) else "")
    return True


_BEING = frozenset(("is", "are", "was", "were", "be"))


def _is_time(word: str) -> bool:
    """Whether a folded word after "before" gives a day or an hour rather than what happened."""
    return word[:1].isdigit() or word in WEEKDAYS or word in MONTHS or word in ("noon", "midnight", "next")


_MODALS = read_words("disagreement_words.txt", "modals")
_QUESTIONS = frozenset(("whether", "if", "unless"))


def _open(own: Region, denial: Denial, other: Region, target: int) -> bool:
    """Whether the two speak of other times, or one only asks: "has not signed" and "will sign" agree."""
    here = own.words[max(0, denial.first - 3) : denial.denied[0]]
    there = other.words[max(0, target - 4) : target]
    first = any(w.low in _MODALS for w in here if w.sentence == own.words[denial.first].sentence)
    feared = own.words[denial.first : denial.first + _FEARED]
    first = first or any(w.stem in roots(_DANGERS) for w in feared)  # "in no danger of sinking"
    beside = {w.low for w in there if w.sentence == other.words[target].sentence}
    if not first and beside & _MODALS:
        return True
    asked = any(
        w.low in _QUESTIONS and w.sentence == other.words[target].sentence
        for w in other.words[max(0, target - 8) : target]
    )
    return asked and not any(w.low in _QUESTIONS for w in own.words[max(0, denial.first - 8) : denial.first])
