"""Running text as the name finder sees it: words with case, place in the sentence and kind of line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from desktop_app.extract.freed import free_named_numbers, free_surnames
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.line_modes import Mode, Word, mode_of
from desktop_app.extract.slugs import part_slugs
from desktop_app.model import Article, EntityType, Kind, Progress, no_progress, part_of, watched
from desktop_app.text.lexicons import foreign_languages, function_words
from desktop_app.text.scripts import is_common
from desktop_app.text.tokens import iter_tokens
from desktop_app.text.values import Value, find_values


@dataclass(slots=True)
class Line:
    """One paragraph cut into words."""

    index: int
    text: str
    kind: Kind
    mode: Mode
    words: list[Word]
    values: list[Value]


@dataclass(slots=True)
class Document:
    """A whole article, or both of a pair, cut into words; how its words are written inside sentences."""

    lines: list[Line]
    articles: int = 1
    capital: Counter[str] = field(default_factory=Counter)
    lower: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)
    sequences: Counter[str] = field(default_factory=Counter)
    surnames: set[str] = field(default_factory=set)
    forenames: set[str] = field(default_factory=set)
    """First names that somebody has in front of a surname."""
    initials: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    """Surnames that are titles or common words too ("Dai Bishop", "Park Ji-hoon")."""
    free: set[str] = field(default_factory=set)
    """Sequences of capital words that stand somewhere without an "and" beside them."""
    linked: set[tuple[str, str, str]] = field(default_factory=set)
    """Plain words in capitals that a small word ties to one name ("Shore to Shore")."""
    pairs: set[tuple[str, str]] = field(default_factory=set)
    """What stands on both sides of an "and" that is part of a name ("Land and Hearth")."""
    owned: set[tuple[str, str]] = field(default_factory=set)
    """What stands on both sides of an 's that is part of a name ("Lion's Den")."""
    numbered: set[tuple[str, str]] = field(default_factory=set)
    """Words that make a name with the number behind them ("Forum 21")."""
    given: dict[tuple[str, str], bool] = field(default_factory=dict)
    """Whether a title and the surname behind it are a person's two names ("Dean Oxley")."""
    english: bool = True
    language: str = "en"
    capital_nouns: bool = False
    script: str = "latin"
    progress: Progress = no_progress
    """What finding the names of a long document reports to."""


_ARABIC = re.compile(r"(?:al|el|ul|as|ad|an|ar|ash|at|az|ud|ur|bin|abu|d|l|dell|o)[-'’][A-ZÀ-Þ]")
_ELISION = re.compile(
    r"(?:[LlDdJjNnSs]|[Qq]u|[Dd]ell|[Aa]ll|[Nn]ell|[Ss]ull|[Dd]all|[Uu]n|[Qq]uest)['’](?=[A-ZÀ-Þ])"
)
_STOPPED = re.compile(r"[AEIOUÀ-ÆÈ-ÏÒ-ÖÙ-ÜĀĒĪŌŪ][^\W\d_]")
_CLOSES = re.compile(r"(?<!s)[’'](?!\w)|[.,?!…]['’]")
"""A mark that may close a quotation; behind s it may tell an owner."""

_HYPHENS = re.compile(r"[-‑–]")
_SEAT = re.compile(r"[RDI][-‑–][A-Z][a-z]+\.?")
"""A party and the state somebody sits for ("R-Okla.")."""
_SYLLABLES = frozenset(
    ("ting", "wing", "king", "hang", "sing", "ming", "ling", "hung", "song", "long", "young", "sung", "ying")
) | frozenset(
    ("yuan", "tang", "fang", "lung", "ping", "chin", "sang", "gong", "shin", "moon", "soon", "sook", "teng")
)
"""What Chinese and Korean given names end in that are words of English too ("Cheuk-ting")."""
_ENDERS = frozenset(".!?:;…")
_GIVEN = re.compile(r"[A-Z][a-z]{1,6}-[a-z]{2,7}")


def is_korean_given(text: str, lexicon: Lexicon) -> bool:
    """Whether a word is a given name as Korean ones are written, behind the surname ("Ji-hoon")."""
    if not _GIVEN.fullmatch(text) or lexicon.is_ordinary(text.lower()):
        return False
    first, last = text.lower().split("-")
    prefix = lexicon.has("lower prefixes", first) or lexicon.has("capital prefixes", first.title())
    return not prefix and not (lexicon.is_ordinary(first) and lexicon.is_ordinary(last)) and first != "co"


DATELINE = re.compile(
    r"^\s*(?P<places>[A-ZÀ-Þ‘][\w.'’‘ -]*(?:/[A-ZÀ-Þ][\w.'’‘ -]*)*)(?P<rest>(?:,\s[\w.\s]+?){0,3})\s*"
    r"(?:\((?P<agency>[^()]{2,40})\)\s*[-–—:]|[-–—]{1,2}\s|:\s)"
)
"""The place (and agency) that opens a report."""

DATELINE_REACH = 120
"""How far into a paragraph a dateline may reach."""
_SCRIPTS = (r"[A-Za-zÀ-ɏ]", r"[\u0370-\u03ff\u0400-\u052f]", r"[\u3040-\u30ff\u3400-\u9fff]")


def cut_document(article: Article, lexicon: Lexicon, progress: Progress = no_progress) -> Document:
    """Cut an article with sentences (see `desktop_app.text.prepare`) into lines of words."""
    document = Document([], progress=part_of(progress, 0.5, 1.0))
    count = max(1, len(article.paragraphs))
    for paragraph in watched(part_of(progress, 0.0, 0.5), article.paragraphs, "Finding names and figures"):
        begin = 0.5 * paragraph.index / count
        words = _cut_words(paragraph.text, lexicon, part_of(progress, begin, begin + 0.2 / count))
        mode = mode_of(words, lexicon, headline=paragraph.kind is Kind.HEADLINE)
        if mode is Mode.TITLE and paragraph.kind is Kind.BYLINE:
            mode = Mode.NORMAL  # "Ada Tarrow/Staff Reporter"
        values = find_values(paragraph.text, part_of(progress, begin + 0.2 / count, begin + 0.5 / count))
        line = Line(paragraph.index, paragraph.text, paragraph.kind, mode, words, values)
        _mark_starts(line, {sentence.start for sentence in paragraph.sentences})
        _mark_values(line, lexicon)
        document.lines.append(line)
        if mode is Mode.NORMAL:
            _count(line, document)
            _count_surnames(line, document, lexicon)
    free_surnames(document, lexicon)
    _judge_language(document, lexicon)
    if document.language in ("fr", "it"):
        for line in document.lines:
            line.words = _cut_elisions(line.words, document)
    return document


def _cut_elisions(words: list[Word], document: Document) -> list[Word]:
    """Part "L'Union" and "dell'Interno", where the apostrophe stands for a letter of the article."""
    found: list[Word] = []
    for word in words:
        match = _ELISION.match(word.text)
        if not match:
            found.append(word)
            continue
        cut = word.start + match.end()
        article = Word(word.start, cut, match[0], word.text[0].isupper(), word.first, word.blocked)
        noun = Word(cut, word.end, word.text[match.end() :], True, False, word.blocked)
        found += [article, noun]
        document.capital[noun.text] += 1
    return found


def _judge_language(document: Document, lexicon: Lexicon) -> None:
    """Tell the script, English (a fifth of its lower-case words are its small words) and capital nouns.

    The scripts: "latin", "cyrillic" for Cyrillic and Greek, "cjk" for Chinese and Japanese.
    """
    sample = "".join(line.text for line in document.lines[:200])[:20000]
    if not is_common(sample):
        latin, cyrillic, unspaced = (len(re.findall(script, sample)) for script in _SCRIPTS)
        if cyrillic > latin:
            document.script = "cyrillic"
        elif 2 * unspaced > latin:
            document.script = "cjk"
    lower = sum(document.lower.values())
    if lower < 15:
        return
    small = sum(count for word, count in document.lower.items() if word in lexicon.function_words)
    document.english = small >= 0.2 * lower
    if not document.english:
        counts = {
            language: sum(document.lower[word] for word in function_words(language))
            for language in foreign_languages()
        }
        document.language = max(counts, key=lambda language: counts[language])
    capitals = sum(document.capital.values())
    document.capital_nouns = document.language == "de" and capitals >= 0.2 * lower


def _cut_words(text: str, lexicon: Lexicon, progress: Progress) -> list[Word]:
    words: list[Word] = []
    for number, token in enumerate(iter_tokens(text)):
        if number % 4096 == 0:
            progress(token.start / len(text), "Finding names and figures")
        if not token.text.isalpha() and _HYPHENS.search(token.text, 1, len(token.text) - 1):
            words.extend(_cut_hyphens(token.start, token.text, lexicon))
        else:
            words.append(_word(token.start, token.text))
    if "‘" in text or "ʻ" in text:
        words = _join_stops(words, text, lexicon)
    if "&" in text:
        words = _join_ands(words)
    return _join_dots(part_slugs(words, lexicon), lexicon)


def _join_stops(words: list[Word], text: str, lexicon: Lexicon) -> list[Word]:
    """Give names the glottal stop they open with, where it is typed as an opening mark ("‘Alisi", "‘Abd").

    It stands in front of a vowel, and nothing closes it as a quotation. In the words it is written as the
    letter that it is, whatever mark the text has.
    """
    joined: list[Word] = []
    for word in words:
        if joined and joined[-1].text == "‘" and _opens_stopped(word, joined[-1], text, lexicon):
            joined[-1] = Word(joined[-1].start, word.end, f"ʻ{word.text}", capital=True)
        else:
            joined.append(word)
    for word in joined:
        if "‘" in word.text[:-1] and word.text[1:]:
            word.text = word.text.replace("‘", "ʻ")
            word.capital = word.capital or word.text[1:2].isupper()
    return joined


def _opens_stopped(word: Word, mark: Word, text: str, lexicon: Lexicon) -> bool:
    """Whether an opening mark in front of a word is its glottal stop, and opens no quotation."""
    if mark.end != word.start or not _STOPPED.match(word.text) or lexicon.is_ordinary(word.text.lower()):
        return False
    if not mark.start and word.text in lexicon.first_names:
        return False  # "‘Anna told me", which the next paragraph goes on with
    until = text.find(" ‘", word.end)
    return not _CLOSES.search(text, word.start, until if until > 0 else len(text))


def _join_ands(words: list[Word]) -> list[Word]:
    """Make one word of "M&F", which the tokenizer cuts at its mark."""
    joined: list[Word] = []
    for word in words:
        if len(joined) > 1 and joined[-1].text == "&" and word.text[0].isupper():
            before, mark = joined[-2:]
            if before.end == mark.start and mark.end == word.start and before.text[0].isupper():
                whole = f"{before.text}&{word.text}"
                joined[-2:] = [Word(before.start, word.end, whole, capital=True)]
                continue
        joined.append(word)
    return joined


def _join_dots(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """Give abbreviations and initials their dot back ("Lt.", "J.")."""
    joined: list[Word] = []
    for place, word in enumerate(words):
        before = joined[-1] if joined else None
        if word.text == "." and before and before.end == word.start and before.capital:
            initial = len(before.text) == 1 and before.text.isalpha()
            follows = words[place + 1] if place + 1 < len(words) else None
            shortened = len(joined) > 1 and joined[-2].capital and len(joined[-2].text) > 2
            if initial and shortened and follows and (follows.text == "," or follows.text.islower()):
                before.text += "."  # "Hanna P. had", a surname that is kept back
                before.end = word.end
                continue
            if (
                (initial or lexicon.has("dotted", before.text))
                and follows
                and (
                    follows.capital
                    or lexicon.has("dotted", before.text)
                    or _surname_at(words, place + 1, lexicon)
                )
            ):
                before.text += "."
                before.end = word.end
                continue
        joined.append(word)
    return joined


def _surname_at(words: Sequence[Word], place: int, lexicon: Lexicon) -> bool:
    """Whether a particle and a surname stand at ``place``, behind an initial ("Q. de Kock")."""
    return (
        lexicon.has("opening particles", words[place].text)
        and place + 1 < len(words)
        and words[place + 1].capital
    )


def _word(start: int, text: str) -> Word:
    capital = text[0].isupper() or (not text.islower() and _has_inner_capital(text))
    return Word(start, start + len(text), text, capital)


def _has_inner_capital(text: str) -> bool:
    """Whether a name's capital stands behind what opens it: "ʻAlisi", "al-Assad", "eBay"."""
    if _ARABIC.match(text) or (text[0] in "ʻʼʿ" and text[1:2].isupper()):
        return True
    return len(text) > 2 and text[1].isupper() and text[2].islower() and text[0] in "ie"


def _cut_hyphens(start: int, text: str, lexicon: Lexicon) -> list[Word]:
    """Cut "Dubai-registered", "anti-Russian" and "France-Spain"; leave "Jean-Luc" and "al-Assad" whole."""
    if _ARABIC.match(text):
        head = re.split(r"(?<=[a-zà-ÿ])[-‑](?=[a-zà-ÿ])", text, maxsplit=1)
        return [_word(start, head[0])]
    if _SEAT.fullmatch(text):
        return [_word(start, text[0]), _word(start + 2, text[2:])]
    parts = list(re.finditer(r"[^-‑–]+", text))
    cut = len(text)
    for before, part in pairwise(parts):
        lower_tail = (
            part[0][0].islower() and before[0][0].isupper() and not lexicon.has("capital prefixes", before[0])
        )
        plain = lexicon.has("tails", part[0]) or (len(part[0]) > 3 and lexicon.is_ordinary(part[0]))
        plain = plain and not (part[0] in _SYLLABLES and not lexicon.is_ordinary(before[0].lower()))
        if lower_tail and plain and not lexicon.has("inner words", part[0]):
            cut = before.end()
            break
    else:
        if (
            len(parts) > 1
            and text not in lexicon.listed_starts  # "sub-Saharan" Africa
            and lexicon.has("lower prefixes", parts[0][0].lower())
            and parts[0][0][0].islower()
            and parts[1][0][0].isupper()
        ):
            prefix = _word(start, parts[0][0])
            return [prefix, *_cut_hyphens(start + parts[1].start(), text[parts[1].start() :], lexicon)]
        if len(parts) == 2 and all(part[0][0].isupper() for part in parts):
            peoples = [lexicon.listed.get((part[0],)) for part in parts]
            both = all(entry and entry[0] is EntityType.NORP for entry in peoples)
        else:
            both = False
        if (both and (text,) not in lexicon.listed) or (
            len(parts) == 2 and "–" in text and all(part[0][0].isupper() for part in parts)
        ):
            return [_word(start + part.start(), part[0]) for part in parts]
    if cut < len(text):
        tail = Word(start + cut, start + len(text), text[cut:])
        return [_word(start, text[:cut]), tail]
    return [_word(start, text)]


def _mark_starts(line: Line, starts: set[int]) -> None:
    opening = DATELINE.match(line.text[:DATELINE_REACH])
    if opening and opening.end() <= 90:
        behind = line.text[opening.end() :]
        starts = {*starts, opening.end() + len(behind) - len(behind.lstrip())}
    fresh = True
    for place, word in enumerate(line.words):
        if word.start in starts:
            fresh = True
        if not word.text[0].isalnum():
            previous = line.words[place - 1].text if place else ""
            opens = word.text in "\"'“‘«„‚‹" and (not previous or line.text[word.start - 1].isspace())
            if word.text[0] in _ENDERS or opens or word.text in "•·|*":
                fresh = True
            continue
        word.first = fresh
        fresh = False


def _mark_values(line: Line, lexicon: Lexicon) -> None:
    if not line.values:
        return
    values = iter(line.values)
    value = next(values, None)
    for word in line.words:
        while value and value.end <= word.start:
            value = next(values, None)
        if value is None:
            break
        if value.start < word.end and word.start < value.end:
            word.blocked = True
    if line.mode is Mode.NORMAL:
        free_named_numbers(line, lexicon)


def _count(line: Line, document: Document) -> None:
    before = False
    for place, word in enumerate(line.words):
        if not word.text[0].isalpha():
            before = False
            continue
        if not word.capital:
            document.lower[word.text] += 1
        elif not word.first:
            document.capital[word.text] += 1
            follows = line.words[place + 1] if place + 1 < len(line.words) else None
            if not before and not (follows and follows.capital):
                document.alone[word.text] += 1
        before = word.capital


def _count_surnames(line: Line, document: Document, lexicon: Lexicon) -> None:
    """Collect the words that stand behind a first name, with an initial or a nickname between them or not."""
    named = ""
    for before, word in pairwise(line.words):
        if before.text == "(" and word.text.isupper() and line.text[word.end : word.end + 1] == ")":
            document.initials.add(word.text)
        elif before.capital and "-" in word.text and is_korean_given(word.text, lexicon):
            document.surnames.add(before.text)
            document.held.add(before.text)
    for word in line.words:
        if named and word.capital and len(word.text) > 2 and not word.first:
            document.surnames.add(word.text)
            document.forenames.add(named)
            named = ""
        elif word.capital and word.text in lexicon.first_names:
            named = word.text
        elif (word.text[0].isalpha() and not word.capital) or word.text[0] in ".,;:!?":
            named = ""
