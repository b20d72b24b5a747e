"""Find what stands inside quotation marks of every kind, over several paragraphs, or left open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from desktop_app.extract.quotations_cues import cues
from desktop_app.model import Article, Paragraph, pulsed
from desktop_app.text.lexicons import read_words

_MARK = re.compile(r"[“”„‟\"«»‹›「」『』‘’‚‛'＂]")
_OPENERS = {
    "“": ("double", "”\"“"), "‟": ("double", "”\""), "„": ("double", "“”\"‟"), '"': ("double", '"”'),
    "＂": ("double", "＂\""), "”": ("double", "”"), "«": ("guillemet", "»"), "»": ("guillemet", "«»"),
    "‹": ("guillemet", "›"), "›": ("guillemet", "‹›"), "「": ("corner", "」"), "『": ("corner", "』"),
    "‘": ("single", "’'"), "‛": ("single", "’'"), "‚": ("single", "‘’"), "'": ("single", "'’"),
}  # fmt: skip
_BEFORE_OPENING = "([{—–-/“„«‹‘‚\"'「『…¿¡"
_ELIDED = read_words("reporting_grammar.txt", "elided")
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|mine|our|Our|ours|us|me|you|You|your|Your)\b")
_APOSTROPHE = re.compile(r"(?:[sS]|\w\win|\b(?:o|an|th|wi|ol|wi|mo|fo|t))\Z")
"""What stands before an apostrophe that may look like a closing mark: the players’, sittin’, pint o’."""

_ELISION = re.compile(r" ([’']?)([^\W\d_]+)")
_INCHES = re.compile(r"\d['’]\s?\d{1,2}\Z")
_LOOK_AHEAD = 6000
"""Characters searched for the end of a single-quoted stretch."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands between one opening and one closing mark of a paragraph.

    ``start``/``end`` lie inside the marks, ``outer_start``/``outer_end`` outside them; ``closed`` is False
    where the closing mark is missing; ``goes_on`` tells that the next stretch of the article continues it.
    """

    paragraph: int
    start: int
    end: int
    outer_start: int
    outer_end: int
    family: str
    closed: bool = True
    goes_on: bool = False


def find_stretches(article: Article) -> list[Stretch]:
    """Return all stretches of an article in reading order; nested ones are part of the outer one."""
    found: list[Stretch] = []
    readable = [paragraph for paragraph in article.paragraphs if paragraph.text.strip()]
    carried: str | None = None
    for number, paragraph in enumerate(pulsed(readable, 16)):
        if "``" in paragraph.text:  # ``...'', as wires of old print quotations
            paragraph = replace(paragraph, text=paragraph.text.replace("``", "“ ").replace("''", " ”"))
        following = next((p for p in readable[number + 1 : number + 4] if p.kind.linkable), None)
        if not paragraph.kind.linkable:
            found.extend(s for s in _scan(paragraph, None, None) if s.closed)
            continue
        stretches = _scan(paragraph, carried, following)
        carried = stretches[-1].family if stretches and stretches[-1].goes_on else None
        found.extend(stretches)
    return found


def _scan(paragraph: Paragraph, carried: str | None, following: Paragraph | None) -> list[Stretch]:
    """Return the stretches of a paragraph, the first perhaps ``carried`` on from the one before."""
    text = paragraph.text
    marks = [(match.start(), match.group()) for match in _MARK.finditer(text)]
    if not marks:
        return []
    found: list[Stretch] = []
    position = 0
    if carried and not _opens_with(text, carried):
        closing = _closing_without_opening(text, marks, carried)
        if closing is not None:
            place = marks[closing][0]
            start = len(text) - len(text.lstrip())
            found.append(Stretch(paragraph.index, start, place, start, place + 1, carried))
            position = closing + 1
    while position < len(marks):
        place, mark = marks[position]
        if not _can_open(text, place, mark):
            position += 1
            continue
        family, closers = _OPENERS[mark]
        find = _close_single if family == "single" else _close_double
        closing = find(text, marks, position, closers)
        if closing is not None:
            end = marks[closing][0]
            if text[place + 1 : end].strip():
                found.append(_trimmed(paragraph, place, end, family))
            position = closing + 1
            continue
        limit = next(
            (
                m
                for m in range(position + 1, len(marks))
                if marks[m][1] == mark and _can_open(text, *marks[m])
            ),
            len(marks),
        )
        end = marks[limit][0] if limit < len(marks) else len(text)
        stretch = _left_open(paragraph, place, end, family, following if limit == len(marks) else None)
        if stretch is not None:
            found.append(stretch)
            position = limit
        else:
            position += 1
    return found


def last_mark(text: str) -> str:
    """Return the mark or letter that a quoted text ends with, closing quotation marks passed over."""
    return text.rstrip().rstrip("’'”\"»")[-1:]


def _trimmed(paragraph: Paragraph, opening: int, closing: int, family: str) -> Stretch:
    inside = paragraph.text[opening + 1 : closing]
    start = opening + 1 + len(inside) - len(inside.lstrip())
    end = closing - (len(inside) - len(inside.rstrip()))
    return Stretch(paragraph.index, start, end, opening, closing + 1, family)


# Where a mark opens ------------------------------------------------------------------------------------


def _can_open(text: str, place: int, mark: str) -> bool:
    """Whether the mark at a place may open a quotation, by what stands on either side of it."""
    if mark not in _OPENERS:
        return False
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    at_start = before.isspace() or before in _BEFORE_OPENING
    if mark in "“„‟«‹「『":
        return place + 1 < len(text) and not (mark == "“" and after.isspace() and not at_start)
    if mark in "‘‛‚":
        word = re.match(r"\w+", text[place + 1 : place + 12])
        return at_start and (
            (
                word is not None
                and word.group().lower() not in _ELIDED
                and not re.match(r"\d0s\b", text[place + 1 :])
            )
            or after in '“"«¿¡…([$£€'
            or (after in "’‘" and _goes_on(" ’" + text[place + 2 : place + 12], 0))  # ‘’Tis
        )
    if mark == "'":
        word = re.match(r"\w+", text[place + 1 : place + 12])
        return at_start and (
            (word is not None and word.group().lower() not in _ELIDED and not _is_year(text, place))
            or after in '“"«…'
        )
    if mark in "”»›":
        return at_start and not after.isspace() and (before.isspace() or not place) and after.isalnum()
    # straight double marks
    if before.isdigit() and not after.isalnum():
        return False
    if not at_start and before.isalnum() and after.isalnum():
        return not before.isdigit()
    return (at_start and not after.isspace()) or (before.isspace() and after.isspace())


def _is_year(text: str, place: int) -> bool:
    """Whether a straight mark before a figure may stand for a century: "in '98", but ", '20 stayed,'"."""
    figure = re.match(r"\d+", text[place + 1 : place + 12])
    if figure is None or len(figure.group()) != 2:
        return False
    return (
        text[max(0, place - 4) : place].rstrip()[-1:] not in ("", ":", ",", "—", "–", "?", "!")
        or text[place + 3 : place + 4] == "s"
    )


def _opens_with(text: str, family: str) -> bool:
    start = text.lstrip()[:1]
    return start in _OPENERS and _OPENERS[start][0] == family


# Where it closes ---------------------------------------------------------------------------------------


def _close_double(text: str, marks: Sequence[tuple[int, str]], position: int, closers: str) -> int | None:
    """Return the number of the mark that closes a quotation, those inside it not counted; None for none."""
    opening = marks[position][1]
    depth = 0
    for number in range(position + 1, len(marks)):
        place, mark = marks[number]
        if mark in closers and _can_close(text, place, mark, opening):
            if depth == 0:
                return number
            depth -= 1
        elif mark == opening and _can_open(text, place, mark):
            if not _nested(text, marks, number, opening, closers):
                return None
            depth += 1
    return None


def _can_close(text: str, place: int, mark: str, opening: str) -> bool:
    """Whether the mark at a place may close a quotation that another one opens."""
    before = text[place - 1]
    after = text[place + 1] if place + 1 < len(text) else " "
    if mark == '"':
        if before.isdigit() and _INCHES.search(text, max(0, place - 6), place):
            return False
        return not (before.isspace() and after.isalnum()) or opening == "„"
    if mark == "“":  # closes German quotations, and English ones set the wrong way round
        return not before.isspace() and (opening == "„" or not after.isalnum())
    return True


def _nested(text: str, marks: Sequence[tuple[int, str]], number: int, opening: str, closers: str) -> bool:
    """Whether the second opening mark of a row opens a quotation inside the first: two closings follow."""
    if opening == '"':
        return False
    closings = 0
    for place, mark in marks[number + 1 :]:
        if mark in closers and _can_close(text, place, mark, opening):
            closings += 1
            if closings == 2:
                return True
        elif mark == opening:
            return False
    return False


def _close_single(text: str, marks: Sequence[tuple[int, str]], position: int, closers: str) -> int | None:
    """Find the closing single mark: at a word's end, and rather not the apostrophe of a plural possessive."""
    opened = marks[position][0]
    weak: int | None = None
    inner = 0
    for number in range(position + 1, len(marks)):
        place, mark = marks[number]
        if place - opened > _LOOK_AHEAD:
            break
        if mark in "“«„":
            inner += 1
        elif mark in "”»" and inner:
            inner -= 1
        if inner or mark not in closers:
            if mark == marks[position][1] and weak is not None and _can_open(text, place, mark):
                break
            continue
        before = text[place - 1]
        after = text[place + 1] if place + 1 < len(text) else ""
        if after.isalnum() or before.isspace():
            if _can_open(text, place, mark) and weak is not None:
                break
            continue
        if place - opened > 2 and text[place - 1] in "nN" and text[place - 2] in "’'‘":
            continue  # rock 'n' roll
        if after and after in ",.?!" and text[place + 2 : place + 3] in tuple(closers):
            continue  # "... the Smiths',' said X"
        if not (_goes_on(text, place + 1) and _APOSTROPHE.search(text, opened, place)):
            return number
        if weak is None:
            weak = number
    return weak


def _goes_on(text: str, place: int) -> bool:
    """Whether a sentence goes on at a place with another word, or with an elided one: "goin’ ’ome"."""
    word = _ELISION.match(text, place)
    return word is not None and (not word.group(1) or word.group(2).lower() in _ELIDED)


def _closing_without_opening(text: str, marks: Sequence[tuple[int, str]], family: str) -> int | None:
    """Return the number of the mark that closes what an earlier paragraph opened; None for none."""
    for number, (place, mark) in enumerate(marks):
        if _can_open(text, place, mark) and _OPENERS[mark][0] == family:
            return None
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if mark == '"' and before.isdigit():
            continue  # inches
        closes = mark in {"double": '”"', "guillemet": "»", "single": "’"}.get(family, "")
        if (
            closes
            and before
            and not before.isspace()
            and not after.isalnum()
            and (family != "single" or before in ".,?!")
        ):
            return number
    return None


# Marks left open ---------------------------------------------------------------------------------------


def _left_open(
    paragraph: Paragraph, place: int, limit: int, family: str, following: Paragraph | None
) -> Stretch | None:
    """Return the stretch behind a mark that nothing closes, as far as it is clear; None for a stray mark."""
    text = paragraph.text
    said = attribution_inside(text, place + 1, limit)
    if said is not None:
        return Stretch(paragraph.index, place + 1, said, place, said, family, closed=False)
    if following is not None and _opens_with(following.text, family):
        end = len(text.rstrip())
        return Stretch(paragraph.index, place + 1, end, place, end, family, closed=False, goes_on=True)
    if following is not None and family != "single":
        marks = [(match.start(), match.group()) for match in _MARK.finditer(following.text)]
        if _closing_without_opening(following.text, marks, family) is not None:
            end = len(text.rstrip())
            return Stretch(paragraph.index, place + 1, end, place, end, family, closed=False, goes_on=True)
    if family == "single" or not text[place + 1 : limit].strip():
        return None  # an apostrophe, or a stray mark
    end = _sentence_end(paragraph, place + 1, limit)
    return Stretch(paragraph.index, place + 1, end, place, end, family, closed=False)


def _sentence_end(paragraph: Paragraph, start: int, limit: int) -> int:
    """Where a quotation without closing mark ends: its sentence, and those after it that go on in person."""
    text = paragraph.text
    ends = [sentence.end for sentence in paragraph.sentences if start < sentence.end <= limit] or [limit]
    end = ends[0]
    for later in ends[1:]:
        if not _FIRST_PERSON.search(text[end:later]):
            break
        end = later
    return start + len(text[start:end].rstrip())


@cache
def _said() -> re.Pattern[str]:
    verbs = "|".join(sorted((form for form, cue in cues().items() if cue.strong), key=len, reverse=True))
    name = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir)\.?\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'.-]*){0,4}"
    someone = (
        rf"(?:(?:he|she|they|it|I|we)|(?:the|a|an|one|his|her|its|their)\s(?:[\w-]+\s){{0,3}}[\w-]+|{name})"
    )
    return re.compile(rf"[,?!…—–]\s(?:{someone}\s(?:{verbs})|(?:{verbs})\s{someone})\b")


def attribution_inside(text: str, start: int, end: int) -> int | None:
    """Return where ", she said" begins inside a stretch without closing mark: the offset after its comma."""
    match = _said().search(text, start, end)
    return match.start() + 1 if match else None
