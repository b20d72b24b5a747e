"""Demands that became statements: "demanded that X never admit" against "X never admits"."""

from __future__ import annotations

from desktop_app.compare.auxiliaries import FRONT
from desktop_app.compare.beads import Bead, Region, left_first
from desktop_app.compare.word_families import roots
from desktop_app.model import Change, ChangeKind
from desktop_app.text.lexicons import read_words
from desktop_app.text.phrases import say

_DEMAND = read_words("disagreement_words.txt", "demand")
_LEFT = "A demand on the left (“{left}”) is a statement on the right (“{right}”)."
_RIGHT = "A demand on the right (“{right}”) is a statement on the left (“{left}”)."


def demands(bead: Bead) -> list[Change]:
    """Return demands that became statements: "demanded that X never admit" against "X never admits".

    English tells them apart by the bare verb after a subject that would else take an -s.
    """
    changes: list[Change] = []
    for mirrored, own, other in ((False, bead.left, bead.right), (True, bead.right, bead.left)):
        for denying in _denying_demands(own):
            subject = own.words[denying - 1].stem
            for place in other.with_form(("never", "not")):
                if not 0 < place < len(other.words) - 1 or other.words[place - 1].stem != subject:
                    continue
                if not _third_person(other.words[place + 1].low):
                    continue
                first, second = own.mention(denying, denying + 1), other.mention(place, place + 1)
                left, right = left_first(first, second, mirrored)
                note = say(_RIGHT if mirrored else _LEFT, left=left.text, right=right.text)
                changes.append(Change(ChangeKind.NEGATION, left, right, note))
    return changes


def _denying_demands(region: Region) -> list[int]:
    """Return the places of "never" before the bare verb in "demanded ... that SUBJECT never admit"."""
    words = region.words
    found: list[int] = []
    for place in region.with_form(("never", "not")):
        if not 2 <= place < len(words) - 1 or words[place].sentence != words[place + 1].sentence:
            continue
        verb, subject = words[place + 1].low, words[place - 1].low
        if verb.endswith(("s", "ed", "ing")) or subject.endswith("s") or subject in FRONT:
            continue
        before = [
            word for word in words[max(0, place - 16) : place - 1] if word.sentence == words[place].sentence
        ]
        if any(word.low == "that" for word in before[-5:]):
            demanding = roots(_DEMAND)
            if any(word.stem in demanding for word in before):
                found.append(place)
    return found


def _third_person(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
