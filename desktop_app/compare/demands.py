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
        for i, j in _bare_verbs(own):
            subject = own.words[i - 1].stem if i else ""
            for place in other.with_form(("never", "not")):
                inside = 0 < place < len(other.words) - 1
                if not inside or other.words[place - 1].stem != subject:
                    continue
                verb = place + 1
                if not _third_person(other.words[verb].low):
                    continue
                first, second = own.mention(i, j), other.mention(place, verb)
                left, right = left_first(first, second, mirrored)
                note = say(_RIGHT if mirrored else _LEFT, left=left.text, right=right.text)
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
        demanded = any(word.stem in roots(_DEMAND) for word in before)
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
        if demanded and that and bare and not subject.endswith("s") and subject not in FRONT:
            found.append((place, place + 1))
    return found


def _third_person(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
