"""Dialogue that opens with a dash instead of marks, as many languages print it."""

from __future__ import annotations

import re
from functools import cache

from desktop_app.extract.quotations_cues import cues
from desktop_app.extract.quotations_marks import Stretch
from desktop_app.model import Article, Paragraph

_ANSWERS = frozenset(("answer", "ask", "agree", "cry", "laugh", "sigh", "warn", "wonder"))
_OPENING = re.compile(r"\s*[—–―-]\s?(?=[\w¿¡…])")
_DASH = re.compile(
    r"(?<=\s)[—–―](?=\w)|(?<=\w)[—–―](?=[\s.,;:!?…])|(?<=[\s,.!?…])[—–―](?=\s?\w)|(?<=[,.!?…])\s[—–―-]\s"
)


def dash_stretches(article: Article, taken: frozenset[int]) -> list[Stretch]:
    """Return the spoken parts of paragraphs that open with a dash.

    A paragraph counts only where a reporting clause shows that somebody speaks, or where it follows or
    precedes one that does; of those in ``taken``, which hold other quotation marks, only the first sort.
    """
    opened = {
        paragraph.index: match.end()
        for paragraph in article.paragraphs
        if paragraph.kind.linkable
        for match in [_OPENING.match(paragraph.text)]
        if match and not paragraph.text[match.end()].isdigit()
    }
    found = {index: _spoken(article.paragraphs[index], start) for index, start in opened.items()}
    sure = {index for index, stretches in found.items() if stretches}
    result: list[Stretch] = []
    for index, start in opened.items():
        text = article.paragraphs[index].text
        if index in sure:
            result.extend(found[index])
        elif index not in taken and (index - 1 in sure or index + 1 in sure) and text.rstrip()[-1:] in ".!?…":
            end = len(text.rstrip())
            result.append(Stretch(index, start, end, 0, end, "dash"))
            sure.add(index)
    return result


def _spoken(paragraph: Paragraph, start: int) -> list[Stretch]:
    text = paragraph.text
    clause = _clause().search(text, start)
    if clause is None:
        return []
    first = clause.start() + (clause.group(1)[0] in ",.?!…")
    pieces = [Stretch(paragraph.index, start, first, 0, first, "dash")]
    rest = clause.end()
    again = _DASH.search(text, rest) or re.compile(r"[.]\s(?=[^\W\d_])").search(text, rest)
    if again and again.end() < len(text.rstrip()) and again.group().strip() != ".":
        at = again.end()
        while at < len(text) and (text[at].isspace() or text[at] in ".,"):
            at += 1
        end = len(text.rstrip())
        if at < end:
            pieces.append(Stretch(paragraph.index, at, end, again.start(), end, "dash"))
    return pieces


@cache
def _clause() -> re.Pattern[str]:
    verbs = "|".join(
        sorted(
            (form for form, cue in cues().items() if cue.strong or cue.base in _ANSWERS),
            key=len,
            reverse=True,
        )
    )
    described = r"(?:the|a|an|his|her|its|their|one)\s(?:[\w’'-]+\s){0,3}[\w’'-]+"
    named = r"[^\W\d_][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,3}"
    someone = rf"(?:{described}|{named})"
    return re.compile(
        rf"([,.?!…]\s?[—–―-]?\s?|\s[—–―-]\s?)(?:(?:{verbs})\b[\s-]+{someone}|{someone}\s(?:has\s|had\s|ha\s|a\s|hat\s)?(?:{verbs})\b)"
    )
