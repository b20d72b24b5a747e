"""Name a speaker whom one article leaves open by what the other one names for the same quotation."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop_app.compare.speaker_signs import gender_of_source
from desktop_app.compare.speakers import Speakers
from desktop_app.extract.quotations_cues import body_nouns, people_nouns, singular
from desktop_app.extract.quotations_roles import same_role
from desktop_app.model import EntityRow, EntityType, Quotation, QuotationMatch, Side
from desktop_app.text.normalize import fold

_BACK = 3
"""Paragraphs before a quotation in which its speaker must have been named."""

_DEFINITE = frozenset(("the", "its", "his", "her", "their"))
_LINKS = frozenset(("of", "for", "to", "with", "from", "by", "who", "close", "and"))


def with_speakers(match: QuotationMatch, speakers: Speakers) -> QuotationMatch:
    """Return a row of the ledger in which a speaker that is open on one side has the other side's name.

    Only where the two sides do not differ and what is printed may stand for that person or body: "the
    winner" or "he" where the person was named shortly before, "the agency" for a body; "the judge" also
    where only the other article names Judge X.
    """
    if match.left is None or match.right is None or match.speaker_differs is not None:
        return match
    left = _completed(Side.LEFT, match.left, match.right, speakers)
    right = _completed(Side.RIGHT, match.right, match.left, speakers)
    if left is match.left and right is match.right:
        return match
    return replace(match, left=left, right=right)


def _completed(side: Side, quotation: Quotation, other: Quotation, speakers: Speakers) -> Quotation:
    """Return one side of a row with the name that the other one gives, if it fits what is printed."""
    if quotation.speaker is None or quotation.speaker_entity is not None or other.speaker_entity is None:
        return quotation
    row = speakers.row(side.other, other.speaker_entity)
    words = re.findall(r"[^\W\d_][\w’'-]*", fold(quotation.speaker))
    if row is None or not (_named_before(side, quotation, row) or _has_role(words, row)):
        return quotation
    fits = (
        _is_person(words, side, quotation, row, speakers)
        if row.type is EntityType.PERSON
        else _is_body(words, row)
    )
    return replace(quotation, speaker_entity=row.name) if fits else quotation


def _named_before(side: Side, quotation: Quotation, row: EntityRow) -> bool:
    first = quotation.pieces[0]
    return any(
        first.paragraph - _BACK <= mention.paragraph < first.paragraph
        or (mention.paragraph == first.paragraph and mention.start < first.start)
        for mention in row.on(side)
    )


def _has_role(words: list[str], row: EntityRow) -> bool:
    """Whether the other article tells that a person is what is printed: "the judge" of Judge X."""
    if row.type is not EntityType.PERSON or len(words) < 2 or not _is_definite(words):
        return False
    told = {singular(word) for role in row.roles for word in re.findall(r"[\w-]+", fold(role))}
    told |= set(re.findall(r"\w+", fold(row.name))[:1])
    return same_role(words[-1]) in {same_role(word) for word in told}


def _is_definite(words: list[str]) -> bool:
    """Whether an article or an owner tells which one is meant: "the judge", "Lee's lawyer"."""
    return words[0] in _DEFINITE or words[-2].endswith(("'s", "’s"))


def _is_person(
    words: list[str], side: Side, quotation: Quotation, row: EntityRow, speakers: Speakers
) -> bool:
    """Whether what is printed may stand for a person: a pronoun only for who was named last."""
    if words in (["he"], ["she"]):
        told = gender_of_source("", row.name)
        if told and (told == "f") != (words == ["she"]):
            return False
        return speakers.last_person(side, quotation) == row.name
    if len(words) < 2 or not _is_definite(words) or _LINKS & set(words):
        return False
    if speakers.is_other(row, quotation.speaker or ""):
        return False
    if words[-1] == "year-old":
        return len(words) == 2  # "the 27-year-old", its figure left out
    return words[-1] in people_nouns() and singular(words[-1]) == words[-1]


def _is_body(words: list[str], row: EntityRow) -> bool:
    if row.type is not EntityType.ORG or not words:
        return False
    return words == ["it"] or (len(words) <= 3 and words[0] == "the" and words[-1] in body_nouns())
