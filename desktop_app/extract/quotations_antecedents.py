"""The unnamed source behind a pronoun: "A clerk saw it all. “He ran,” she said" is the clerk's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.extract.quotations_cues import body_nouns, document_nouns, singular, speaking_nouns
from desktop_app.extract.quotations_lines import Line, Word
from desktop_app.extract.quotations_phrases import PRONOUNS, Part
from desktop_app.extract.quotations_roles import gender_of_noun
from desktop_app.extract.quotations_standing import ends_role, is_owner
from desktop_app.extract.quotations_subjects import HE, SHE, personal_after
from desktop_app.model import Span
from desktop_app.text.lexicons import read_words

_LINKS = read_words("reporting_grammar.txt", "links") | {"who", "whose", "which", "that"}
_OPENERS = read_words("reporting_grammar.txt", "openers")
_INDEFINITE = read_words("reporting_grammar.txt", "indefinite")
_DEFINITE = frozenset(("the", "his", "her", "their", "its", "my", "our"))
_LEADING = frozenset(("and", "but", "yet", "then", "now", "meanwhile", "later"))
_OPENING = 16
"""Words of the longest phrase in front of the subject of a sentence."""

_CALL = 2
"""Words of a plain description: "the investor"."""

_LONGEST = 14
"""Words of the longest subject."""


@dataclass(frozen=True, slots=True)
class Source:
    """Words for somebody without a name, the place where the speech ends (paragraph and offset), and the
    pronoun that stands for them, if one did.
    """

    printed: Span
    spoke: tuple[int, int]
    pronoun: str = ""


class Antecedents:
    """Knows the sentences of one article; ``role_of`` gives the name behind "the mayor", if there is one."""

    def __init__(
        self,
        lines: Sequence[Sequence[Line]],
        role_of: Callable[[Sequence[Word], int], str | None],
        may_be: Callable[[Word, str], bool],
    ) -> None:
        self._lines = lines
        self._role_of = role_of
        self._may_be = may_be

    def find(self, word: Word, paragraph: int, last: Source | None) -> Span | None:
        """Return the words for the unnamed source behind a pronoun, or None.

        ``last`` is the speaker of the speech before, where that is nobody named. What opens the sentence of
        the pronoun or the one before goes before it; nobody is told where a person is named in between.
        """
        lines = self._lines[paragraph]
        own = self._line_at(paragraph, word.start)
        for number in (own, own - 1):
            if number < 0 or (number < own and lines[number].words[-1].start >= word.start):
                break
            line = lines[number]
            before = [each for each in line.words if each.start < word.start]
            if not any(each.is_word for each in before):
                continue
            if _names_person(before):
                part = self._other(before, word) if number < own else None
                return _span(line, part) if part is not None else None
            part = self._subject(line, word) or (_agent(line.words, word) if number < own else None)
            if part is not None:
                return _span(line, part)
        if last is None or not self._near(last, word, paragraph):
            return None
        if (last.pronoun in HE and word.low in SHE) or (last.pronoun in SHE and word.low in HE):
            return None
        return last.printed if self._fits_source(last.printed, word) else None

    def called_again(self, words: Sequence[Word], paragraph: int, last: Source) -> Span | None:
        """Return the words for the unnamed source of the speech before where another noun calls it again.

        "An investor lost patience, the paper said. “It is over,” the shareholder said": a description with
        "the" behind a quotation, in the same paragraph, of somebody who was told of as one of many.
        """
        if len(words) != _CALL or words[0].low != "the" or last.spoke[0] != paragraph:
            return None
        line = self._lines[paragraph][self._line_at(paragraph, words[0].start)]
        told = self._words_of(last.printed)
        known = words[-1].low in {word.low for word in told}
        if known or line.words[0].quote < 0 or line.words[0].start < last.spoke[1]:
            return None
        one = ends_role(words, 1) and bool(told) and told[0].low in ("a", "an", "one")
        return last.printed if one and self._near(last, words[0], paragraph) else None

    def _subject(self, line: Line, word: Word) -> Part | None:
        """Return the subject that opens a sentence, where it is somebody unnamed who fits the pronoun."""
        words = line.words
        part = personal_after(words, _first(words), min(len(words), _first(words) + _LONGEST))
        if part is None or words[part[0]].start >= word.start:
            return None
        part = _without_verb(words, part)
        inside = words[part[0] : part[1] + 1]
        if not _fits(inside, word) or words[part[0]].low not in _INDEFINITE | _DEFINITE:
            return None
        if words[part[0]].low in _DEFINITE and self._role_of(inside[: _head(inside) + 1], line.paragraph):
            return None
        return part

    def _other(self, words: Sequence[Word], pronoun: Word) -> Part | None:
        """Return the only one without a name beside people whom the pronoun cannot mean.

        "Sir Ian said that it came from a junior clerk. She had written ..."
        """
        people = {word.name.entity.name for word in words if word.person and word.name is not None}
        if pronoun.low not in HE | SHE or any(self._may_be(pronoun, name) for name in people):
            return None
        found: list[Part] = []
        for at, word in enumerate(words[:-1]):
            if word.low in ("a", "an", "one"):
                part = personal_after(words, at, len(words))
                if part is not None and _fits(words[part[0] : part[1] + 1], pronoun):
                    found.append(part)
        return found[0] if len(found) == 1 else None

    def _near(self, last: Source, word: Word, paragraph: int) -> bool:
        """Whether a speech ends in the pronoun's paragraph, or the one before, and nobody is named since."""
        spoke, offset = last.spoke
        if not 0 <= paragraph - spoke <= 1:
            return False
        for index in range(spoke, paragraph + 1):
            lines = self._lines[index]
            first = self._line_at(index, offset) if index == spoke else 0
            final = self._line_at(index, word.start) if index == paragraph else len(lines) - 1
            for line in lines[first : final + 1]:
                since = (w for w in line.words if index > spoke or w.start >= offset)
                if any(each.person and (index < paragraph or each.start < word.start) for each in since):
                    return False
        return True

    def _line_at(self, paragraph: int, offset: int) -> int:
        """Return the number of the sentence of a paragraph that holds an offset."""
        return max(0, bisect_right(self._lines[paragraph], offset, key=lambda x: x.words[0].start) - 1)

    def _fits_source(self, printed: Span, word: Word) -> bool:
        inside = self._words_of(printed)
        return bool(inside) and _fits(inside, word)

    def _words_of(self, printed: Span) -> list[Word]:
        first = self._line_at(printed.paragraph, printed.start)
        return [
            each
            for line in self._lines[printed.paragraph][first : first + 2]
            for each in line.words
            if printed.start <= each.start < printed.end and each.quote < 0
        ]


def _span(line: Line, part: Part) -> Span:
    return Span(line.paragraph, line.words[part[0]].start, line.words[part[1]].end)


def _agent(words: Sequence[Word], pronoun: Word) -> Part | None:
    """Return by whom a sentence tells that something was done: "was admitted by a senior officer"."""
    for at in range(1, len(words) - 2):
        if words[at].low == "by" and words[at + 1].low in ("a", "an", "one", "another"):
            part = personal_after(words, at + 1, len(words))
            if part is not None and _fits(words[part[0] : part[1] + 1], pronoun):
                return _without_verb(words, part)
    return None


def _first(words: Sequence[Word]) -> int:
    """Return the place where the subject of a sentence may begin: behind "Outside court", "In a letter,"."""
    first = 1 if words[0].low in _LEADING else 0
    if first + 1 < len(words) and words[first].text == ",":
        first += 1
    acts = words[first].low.endswith(("ing", "ed")) or words[first].low == "told"  # "Told of this, ..."
    if words[first].low not in _OPENERS and not acts:
        return first
    for at in range(first + 1, min(len(words) - 1, first + _OPENING)):
        if words[at].text == ",":
            return at + 1
        if (
            not acts
            and at > first + 1
            and words[at].low in ("a", "an", "one", "another")
            and words[at - 1].is_word
        ):
            return at
    return first


def _without_verb(words: Sequence[Word], part: Part) -> Part:
    """Return a subject without the verb behind its noun: "the witness | agreed"."""
    nouns = speaking_nouns() | body_nouns()
    if words[part[0]].low in ("one", "another") and words[part[0] + 1].low not in nouns | _LINKS:
        return part[0], part[0]
    for place in range(part[0], part[1]):
        after = words[place + 1]
        plain = after.is_word and after.name is None and after.low not in nouns | _LINKS
        if words[place].low in nouns and plain:
            return part[0], place
    return part


def _head(words: Sequence[Word]) -> int:
    """Return the place of the noun that heads a phrase: of its last word in front of a link."""
    link = next((at for at, word in enumerate(words) if at and word.low in _LINKS), len(words))
    return max(0, link - 1)


def _fits(words: Sequence[Word], pronoun: Word) -> bool:
    """Whether a phrase without a person's name may be what a pronoun stands for."""
    head = _head(words)
    noun = words[head].low.partition("-of-")[0]
    if noun in PRONOUNS or _names_person(words[: head + 1]):
        return False
    if words[head].name is not None:
        return False
    one = singular(noun) == noun
    one_of = head == 0 and noun in ("one", "another")
    if pronoun.low == "they":
        return not one and (noun in speaking_nouns() or noun in body_nouns() - document_nouns())
    if pronoun.low == "it":
        return one and noun in body_nouns() and noun not in speaking_nouns()
    gender = gender_of_noun(noun)
    if gender and gender != ("f" if pronoun.low in SHE else "m"):
        return False
    return one_of or (one and (noun in speaking_nouns() or noun.endswith("-year-old")))


def _names_person(words: Sequence[Word]) -> bool:
    """Whether a person is named, not merely as an owner: "Lee's neighbour"."""
    return any(word.person and not is_owner(words, at) for at, word in enumerate(words))
