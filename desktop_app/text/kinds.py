"""Tell what each paragraph is: headline, byline, caption, body or boilerplate.

Everything rests on short, closed forms (a share bar, a credit in brackets, "Read next: ...") and on the
place in the article. A paragraph that reads like prose stays body: to hide part of a story is the worse
mistake.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from desktop_app.model import Kind, Progress, no_progress, pulsed
from desktop_app.text.lexicons import function_words, read_sections
from desktop_app.text.tokens import count_words

_LONGEST = 500
"""No paragraph with more characters is anything but body (legal notices under a story stay shorter)."""
_SHORT = 40
"""Words: a line that merely starts like boilerplate must not be longer."""
_REPORT_EVERY = 200
_HEADLINE_WORDS = 28
_CAPTION_WORDS = 90
_CREDIT_LENGTH = 120
_LABEL_BELOW = 5
"""Words that a headline below a section's name has at least."""
_LABEL_LOOKS = 12
"""Paragraphs in which the words of what may be a section's name are looked for."""
_LABEL_ROOT = 5
"""Letters of a word that are looked for."""

# Two classes, for one of letters from both ends of Unicode takes long to compile
_NAME = r"[^\W\d_a-zß-öø-ÿ](?<![а-яё])[\w.'’-]*"
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|la|le|el|al|bin|ibn|ter|ten|af|av|zu)"
_AND = r"(?:and|und|et|y|e|en|og|och|&)"
_NAMES = rf"{_NAME}(?:(?: {_PARTICLE})*,? (?:{_AND} )?{_NAME}){{0,9}}"
_FULL_NAME = rf"{_NAME}(?: {_PARTICLE})*(?: {_NAME}){{1,3}}"
_FULL_NAMES = rf"{_FULL_NAME}(?:(?:,| {_AND}) {_FULL_NAME})*"
_PLACE = rf"{_NAME}(?: {_NAME}){{0,2}}"
_BY = re.compile(
    r"(?i:(?:(?:exclusive|analysis|opinion|comment|special report|written|words|story|text|report)[:,]? )?by"
    r"|author|autor|autorin|auteur|autore|texte?|texto|作者)"
    rf"(?:\s?[:：]\s?|\s){_NAMES}(?P<rest>(?: in|,| ?\||/| [-–—]| for| at) ?.{{1,80}})?"
)
_BY_OTHER = re.compile(
    rf"(?i:von|par|por|di|door|av|af|przez|από|от) {_NAMES}(?:(?: in| à| en| a|,| ?\|) ?.{{1,60}})?"
)
# "本报记者 方一帆", "홍길동 기자": names of a paper or agency, the word for reporter, a name.
_BY_CJK = re.compile(
    r"(?:《[^》]{2,15}》|[^\s。，]{0,10})\s?(?:特约|特約|本报|本報)?(?:记者|記者|通讯员|通訊員|作者|撰文)[\s:：]*[^\s。，]{2,4}"
    r"(?:[\s、，][^\s。，]{2,4}){0,3}|[가-힣]{2,4} ?(?:기자|특파원)(?: .{1,30})?"
)
# "Andes Wire, Arequipa": a few names and nothing else.
_NAMES_AND_PLACE = re.compile(rf"{_NAME}(?: {_NAME}){{0,2}}, [«“\"]?{_NAME}(?: {_NAME}){{0,2}}[»”\"]?")
_IN_PLACE = re.compile(rf"{_FULL_NAMES} (?:in|à|en|aus|a|da) {_PLACE}")
_NAME_ONLY = re.compile(_FULL_NAMES)

_RATE = re.compile(
    r"\(?\s?(?:[A-Z]{0,3}[$€£¥₹₽]?\s?1(?:[.,]0+)?)(?: [\w.]+){0,3} ?= ?.{1,80}\)?\.?",
)
# A caption told by its words has one of these or one of [photo hints]; most prose has none.
_CREDIT_MARK = re.compile(r"[:：/／©(\[|–—…图圖写照摄攝撮]")
_SHARED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_LABEL_JOINS = re.compile(r" (?:&|and|/|und|et|y|e|и) ")
_TWO_DIGITS = re.compile(r"\d.*\d")
_ENDS_LIKE_PROSE = re.compile(r"[.!?…。！？।۔؟][\"'”’»)\]」』]*$")
_CRUMBS = re.compile(r"\s*[|›»•·>]\s*| / ")
_OPEN_QUOTE = tuple("\"'“‘«„「『‹")


@cache
def _pattern(section: str) -> re.Pattern[str]:
    lines = read_sections("boilerplate.txt")[section]
    return re.compile("|".join(f"(?:{line})" for line in lines), re.IGNORECASE)


@cache
def _entries(section: str) -> frozenset[str]:
    return frozenset("|".join(read_sections("boilerplate.txt")[section]).split("|"))


def _any_of(section: str) -> str:
    """A pattern for the entries of a section, the longest first; a final "*" stands for any letters."""
    ordered = sorted(_entries(section), key=len, reverse=True)
    return "|".join(re.escape(entry).replace(r"\*", r"\w*") for entry in ordered)


@cache
def _role() -> re.Pattern[str]:
    return re.compile(
        rf"{_FULL_NAMES}(?:,| ?\||/| [-–—]| is (?:the|a|an)) ?"
        rf"(?:[\w&'’-]+ ){{0,5}}(?i:{_any_of('roles')})(?: (?:in|at|for|of) {_PLACE})?\.?"
    )


@cache
def _captions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a caption starts with, and the credit it ends with."""
    word = rf"(?:{_any_of('photo words')})"
    agency = rf"(?:{_any_of('photo agencies')})"
    start = re.compile(
        r"(?:Image|Video|Photo|Picture|Media) (?:source|caption|copyright|gallery)\b|(?:Caption|Pictured)\s?:"
        r"|(?:FILE|File)(?: PHOTO| photo| picture| image)?\s?[:–—-]\s"
        r"|图为|圖為|写真は|사진\s?[=:]"
        rf"|(?:From left|From right|Clockwise from)\b[^.]{{0,40}}[:,]|{word}\s?[:：|]\s?\S"
    )
    bracket = r"(?i:file|archive?s?|photo|image|picture|pic)|AP|AFP|Reuters|REUTERS|EPA|Getty"
    credit = re.compile(
        rf"(?:^|[.!?)\]”\"’|]\s*(?:[A-Z]{{2,12}} )?|\(|\[){word}"
        r"(?: (?:credit|source|courtesy|by|supplied by))?"
        r"(?:\s?[:：/©]|\.{3}|…)\s?\S.{0,80}$"
        r"|(?:^|[.!?)\]|]\s*)(?:Photo(?:graph)?|Picture|Image)s? (?:by|courtesy|credit|via|from)\b.{0,80}$"
        rf"|[(\[](?:{bracket})\b[^)\]]{{0,70}}[)\]]\.?$"
        rf"|\b(?:REUTERS|AP Photo|AFP|EPA|Reuters|EFE|DPA|dpa|ANSA|TASS|PA|NTB)\s?/\s?{_FULL_NAME}\)?$"
        rf"|\b{agency}\b[^.!?]{{0,30}}\)?\.?$"
        r"|(?:^|[.!?…)»\"]\s+)(?:Фото|Foto|Fotos|Kuva|Bild|Photo)\s[^.!?]{2,40}\.?$"
        r"|(?:摄|攝|撮影)[)）]?$"
        r"|[图圖写照](?:片|真|源)?\s?[:：/／].{1,40}$"
    )
    return start, credit


@cache
def _date_line() -> re.Pattern[str]:
    # "++" never goes back: a row of digits could be taken apart in too many ways.
    return re.compile(rf"(?i:(?:{_any_of('date words')})(?![^\W\d_])|\d{{1,4}}(?!\d)|[\s,.:/|•·–-])++")


def classify(texts: Sequence[str], progress: Progress = no_progress) -> list[Kind]:
    """Return the kind of each paragraph, judged by its words and its place.

    ``texts`` are the paragraphs of one article in order. At most one is a headline: the first that is
    neither byline, caption nor boilerplate, if it reads like one and the rest reads like prose. Where
    nothing but boilerplate is found, everything counts as body after all.
    """
    kinds = []
    for index, text in enumerate(texts):
        if index % _REPORT_EVERY == 0:
            progress(index / len(texts), "Telling the story from what surrounds it")
        kinds.append(_kind_of(text))
    _judge_top(texts, kinds)
    _judge_teasers(texts, kinds)
    _judge_dates(texts, kinds)
    if Kind.BODY not in kinds:
        return [Kind.BODY] * len(kinds)
    first = kinds.index(Kind.BODY)
    rest = [
        text for text, kind in zip(texts[first + 1 :], kinds[first + 1 :], strict=True) if kind is Kind.BODY
    ]
    if reads_as_headline(texts[first], rest):
        kinds[first] = Kind.HEADLINE
        _judge_after_headline(texts, kinds, first)
    return kinds


def _kind_of(text: str) -> Kind:
    text = text.strip()
    if len(text) > _LONGEST or not text:
        return Kind.BODY
    words = len(text.split())
    if _is_caption(text) and words <= _CAPTION_WORDS:
        return Kind.CAPTION
    if text.startswith(_OPEN_QUOTE) and _ENDS_LIKE_PROSE.search(text):
        return Kind.BODY
    if words <= 25 and _is_byline(text):
        return Kind.BYLINE
    if _is_share_bar(text) or (words <= 15 and "=" in text and _RATE.fullmatch(text)):
        return Kind.BOILERPLATE
    if _pattern("whole").fullmatch(text) or _holds_boilerplate(text):
        return Kind.BOILERPLATE
    if words <= _SHORT and _pattern("starts").match(text):
        return Kind.BOILERPLATE
    if words <= 12 and ("|" in text or len(_CRUMBS.findall(text)) > 1) and _is_crumbs(text):
        return Kind.BOILERPLATE
    return Kind.BODY


def _holds_boilerplate(text: str) -> bool:
    lowered = text.lower()
    found = any(words in lowered for words in _entries("contained"))
    return found and _pattern("contains").search(text) is not None


def _is_byline(text: str) -> bool:
    plain = text.strip("()[]—–- .").lower()
    if plain in _entries("agencies"):
        return True
    if _ENDS_LIKE_PROSE.search(text) and not text.endswith(("Jr.", "Sr.")):
        return False
    if text[0].islower():
        return False
    match = _BY.fullmatch(text)
    if match:
        rest = (match.group("rest") or "").lstrip(", ")
        # "By George, they did it" goes on in small letters without naming a role.
        placed = rest.startswith("in ") or (rest.startswith("at ") and rest[3:4].isupper())
        return not rest[:1].islower() or placed or any(r in rest for r in _entries("roles"))
    return bool(_role().fullmatch(text) or _BY_CJK.fullmatch(text))


def _is_caption(text: str) -> bool:
    if not _CREDIT_MARK.search(text) and not any(hint in text for hint in _entries("photo hints")):
        return False
    start, credit = _captions()
    return bool(start.match(text) or credit.search(text[-_CREDIT_LENGTH:]))


def _is_share_bar(text: str) -> bool:
    if len(text) > 160:
        return False
    text, known = text.lower(), _entries("share")
    first = _SHARED.search(text)
    if first is None or first.group() not in known:
        return False
    words = _SHARED.findall(text)
    return known.issuperset(words) and not _entries("networks").isdisjoint(words)


def _is_crumbs(text: str) -> bool:
    parts = [part for part in _CRUMBS.split(text) if part]
    return (
        len(parts) > 1
        and not _ENDS_LIKE_PROSE.search(text)
        and all(count_words(part) <= 4 and part[0].isalpha() and not part[0].islower() for part in parts)
    )


def _judge_top(texts: Sequence[str], kinds: list[Kind]) -> None:
    """Find section labels, crumbs and dates before the first paragraph of the story."""
    for index, text in enumerate(texts[:6]):
        if kinds[index] is not Kind.BODY:
            continue
        followed = index + 1 < len(texts)
        named = text.strip(" :|•-–—[]").lower()
        labels = _entries("labels")
        label = named in labels or all(part in labels for part in _LABEL_JOINS.split(named))
        label = label or (count_words(text) <= 10 and _is_crumbs(text)) or _names_a_section(texts, index)
        if not followed or not label:
            return
        kinds[index] = Kind.BOILERPLATE


def _names_a_section(texts: Sequence[str], index: int) -> bool:
    """Return whether a line in no list stands over the headline as the name of a section does.

    One or two words above a longer headline that end in what sections are called by ("Marine life"), or that
    the story itself never uses: what a short headline says, the story says too. Two joined by "and" are a
    section as they stand ("Work and wages").
    """
    words = [word for word in _LABEL_JOINS.sub(" ", texts[index].lower()).split(" ") if word]
    small = function_words("en")
    if not 1 <= len(words) <= 2 or not all(word.isalpha() and word not in small for word in words):
        return False
    below = texts[index + 1 : index + 1 + _LABEL_LOOKS]
    if count_words(" ".join(words)) > 2 or not _heads_the_story(texts, index + 1):
        return False
    story = " ".join(below).lower()
    unused = not any(re.search(rf"\b{re.escape(word[:_LABEL_ROOT])}", story) for word in words)
    joined = _LABEL_JOINS.search(texts[index].lower()) is not None
    return unused or joined or words[-1] in _entries("label heads")


def _heads_the_story(texts: Sequence[str], index: int) -> bool:
    """Whether a paragraph is a headline long enough to have a label above it."""
    return (
        index < len(texts)
        and count_words(texts[index]) >= _LABEL_BELOW
        and reads_as_headline(texts[index], texts[index + 1 :])
    )


def _judge_teasers(texts: Sequence[str], kinds: list[Kind]) -> None:
    """ "Video: ..." within a story points elsewhere; above it, it is the headline."""
    if Kind.BODY not in kinds:
        return
    for index in pulsed(range(kinds.index(Kind.BODY) + 1, len(texts))):
        if (
            kinds[index] is Kind.BODY
            and len(texts[index]) <= _LONGEST
            and not _ENDS_LIKE_PROSE.search(texts[index])
            and _pattern("teasers").match(texts[index])
        ):
            kinds[index] = Kind.BOILERPLATE


def _judge_dates(texts: Sequence[str], kinds: list[Kind]) -> None:
    """A line of nothing but a date and a time belongs to the frame, in an article that has prose."""
    if not any(_ENDS_LIKE_PROSE.search(text) and count_words(text) > 8 for text in texts):
        return
    for index, text in enumerate(pulsed(texts)):
        if (
            kinds[index] is Kind.BODY
            and len(text) <= 70
            and _TWO_DIGITS.search(text)
            and _date_line().fullmatch(text)
        ):
            kinds[index] = Kind.BOILERPLATE


def reads_as_headline(text: str, rest: Sequence[str]) -> bool:
    """Return whether ``text`` stands like a headline over the paragraphs ``rest``."""
    words = count_words(text)
    bare = text.rstrip("\"'”’»)]」』 ")
    if not rest or not 1 <= words <= _HEADLINE_WORDS or not bare or text[0].islower():
        return False
    if bare[-1] in ".,;:。،؛、，；：।۔—–…-":
        return False
    lengths = [count_words(other) for other in rest]
    prose = sum(1 for other in rest if _ENDS_LIKE_PROSE.search(other.rstrip()))
    if prose < 0.6 * len(rest):
        return False
    if bare[-1] in "?!؟？！":
        return words <= 14 and _median(lengths) >= 2.5 * words
    return _median(lengths) >= min(words, 12)


def _median(numbers: list[int]) -> float:
    ordered, half = sorted(numbers), len(numbers) // 2
    return ordered[half] if len(numbers) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _judge_after_headline(texts: Sequence[str], kinds: list[Kind], first: int) -> None:
    """Find bylines that only their place gives away: names alone, "Von ...", "... in Moscow"."""
    prose = 0
    for index in range(first + 1, min(first + 5, len(texts))):
        text = texts[index].strip()
        if kinds[index] is not Kind.BODY:
            continue
        if _ENDS_LIKE_PROSE.search(text):
            prose += 1
            if prose > 1 or count_words(text) > _HEADLINE_WORDS:
                return  # more than a standfirst: the story has begun
            continue
        neighbours = [kinds[i] for i in (index - 1, index + 1) if first < i < len(kinds)]
        framed = Kind.BYLINE in neighbours or Kind.BOILERPLATE in neighbours
        placed = _BY_OTHER.fullmatch(text) or _IN_PLACE.fullmatch(text) or _NAMES_AND_PLACE.fullmatch(text)
        if placed or (framed and _NAME_ONLY.fullmatch(text)):
            kinds[index] = Kind.BYLINE
