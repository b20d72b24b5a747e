"""Figures that are somebody's age."""

from __future__ import annotations

import re

from desktop_app.text.numbers import Number
from desktop_app.text.value import word_before

_OLDEST = 115
_REACH = 60
_STATES = "is|was|am|are|were|be|been"
_STATE = rf"(?:{_STATES})"
_JUSTS = "now|only|just|about|almost|nearly|still|then|already"
_JUST = rf"(?:(?:{_JUSTS})\s)?"
_PERSON = (
    r"(?:man|woman|boy|girl|child|son|daughter|lad|baby|toddler|teenager|pensioner|widow|mother|father|brother"
    r"|sister|youth|nurse|pupil|student|[a-z]{3,}(?:er|or|ist|ian|eer|man|woman|person|ant))"
)
_NO_PERSON = re.compile(
    r"(?:number|quarter|cluster|order|matter|power|letter|error|factor|floor|paper|corner|chapter|quantity"
    r"|constant|grant|winner|counter|litter|buffer|layer|tower|river|register|roster|danger|offer|temperature)\sof\s$"
)
_LED = re.compile(
    rf"(?:\b(?:he|she|who|I)(?:['’]s|['’]m|\s{_STATE})\s{_JUST}"
    rf"|\b(?:he|she|who|they)\s(?:had\s)?(?:just\s)?turn(?:s|ed)\s|\bturn(?:s|ed|ing)\s"
    r"|(?:^|[.!?][”\"]?\s)(?:At|By)\s"
    rf"|\b(?:died|retired|married|widowed|orphaned)\sat\s)$",
    re.IGNORECASE,
)
_LED_BY_PERSON = re.compile(
    rf"\b(?:an?|the|that|this|his|her|my|old)\s(?:[a-z-]+\s){{0,2}}{_PERSON}\sof\s{_JUST}$", re.IGNORECASE
)
_NOUN = re.compile(r"-|\s?%|\s(?:per|[a-z]+s)\b(?<!\swas)(?<!\shas)(?<!\sis)")
_ENDS = re.compile(
    r"[,.;:)”\"’!?]|$|\s(?:and|but|when|who|he|she|at|in|on|with|was|is|has|had|walked|died|or|as|this|last|next|years)\b"
)
_BETWEEN_COMMAS = re.compile(r"[^\W\d_],\s$")
_COMMA = re.compile(r",|\.\s|\.$|\)")
_IN_BRACKETS = re.compile(r"\b[A-ZÀ-Þ][\w'’-]+\s\($")
_RANGE_OF_AGES = re.compile(
    r"-?\s?(?:to|and|or|[-–])\s?\d{1,3}[\s-](?:years?|months?)[\s-]olds?\b", re.IGNORECASE
)
_LEADING = re.compile(rf"(?:.*['’])?(?:s|m|{_STATES}|{_JUSTS}|turn(?:s|ed|ing)?|at|by|of)")


def is_age(text: str, number: Number) -> bool:
    """Whether a number without a unit is an age ("Ann Lee, 71, a teacher", "she is 58", "a boy of six")."""
    if not 1 <= number.value < _OLDEST or number.value % 1 or number.ordinal or number.scaled:
        return False
    start, end = number.start, number.end
    if _RANGE_OF_AGES.match(text, end):
        return True
    before = text[max(0, start - _REACH) : start]
    if not number.words:
        if _BETWEEN_COMMAS.search(before) and _COMMA.match(text, end):
            return True
        if number.value > 9 and text[end : end + 1] == ")" and _IN_BRACKETS.search(before):
            return True
    if not _LEADING.fullmatch(word_before(text, start)):
        return False
    if _LED_BY_PERSON.search(before) and not _NO_PERSON.search(before):
        return not _NOUN.match(text, end)
    return bool(_LED.search(before) and _ENDS.match(text, end))
