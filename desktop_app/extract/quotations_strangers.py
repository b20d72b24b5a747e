"""Whether a pronoun may stand for somebody whom the sentences around it tell of without a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.extract.quotations_cues import singular, speaking_nouns
from desktop_app.extract.quotations_lines import POSSESSIVES, Line, Word
from desktop_app.extract.quotations_roles import OWNERS, gender_of_noun
from desktop_app.extract.quotations_standing import ends_role, opens_sentence
from desktop_app.extract.quotations_subjects import SHE
from desktop_app.text.lexicons import read_words

_LINKS = read_words("reporting_grammar.txt", "links")
_SOMEBODY = frozenset(("a", "an", "one", "another"))
_OWNER = 7
"""Words from the start of a sentence among which an owner's mark opens its subject: "Lee's wife"."""


class Strangers:
    """Knows the sentences of one article; ``role_of`` gives the name behind "the mayor", if there is one."""

    def __init__(
        self, lines: Sequence[Sequence[Line]], role_of: Callable[[Sequence[Word], int], str | None]
    ) -> None:
        self._lines, self._role_of = lines, role_of

    def may_be(self, word: Word, line: Line) -> bool:
        """Whether the sentence of a pronoun, or the one before it, tells of somebody without a name."""
        return self._stranger(word, line.paragraph) or self._unnamed_subject(word, line)

    def _stranger(self, word: Word, paragraph: int) -> bool:
        """Whether the sentence before a pronoun tells of somebody without a name: "by an officer"."""
        before = [line for line in self._lines[paragraph] if line.words[-1].start < word.start]
        if not before:
            return False
        words = before[-1].words
        if before[-1].words[0].start >= word.start:
            return False
        if self._unnamed_relative(words, word, paragraph):
            return True
        if any(each.person for each in words):
            return False
        if [each.low for each in words[:2]] == ["one", "of"] or self._unnamed_holder(words, paragraph):
            return True
        for place, each in enumerate(words[:-1]):
            opens = (
                place == 0 or (words[place - 1].low == "by") or (place <= 6 and words[place - 1].text == ",")
            )
            if opens and each.low in _SOMEBODY:
                head = next(
                    (w for w in words[place + 1 : place + 5] if w.name is None and w.low in speaking_nouns()),
                    None,
                )
                if head is not None and singular(head.low) == head.low:
                    return True
        return False

    def _unnamed_relative(self, words: Sequence[Word], word: Word, paragraph: int) -> bool:
        """Whether a sentence tells of somebody known by another alone: "Lee's wife drove him", "His aide"."""
        owner = next((at for at, each in enumerate(words[:_OWNER]) if each.text in POSSESSIVES), 0)
        if owner and not (words[owner - 1].person and opens_sentence(words, owner - 1)):
            return False
        if not owner and words[0].low not in OWNERS:
            return False
        head = next((at for at in range(owner + 1, owner + 4) if at < len(words) and ends_role(words, at)), 0)
        if not head or any(not each.text.islower() for each in words[owner + 1 : head + 1]):
            return False
        after = words[head + 1] if head + 1 < len(words) else None
        clause = [each.low for each in words[head + 1 : head + 3]]
        explained = clause[:1] == [","] and clause[1:] in (["who"], ["whose"], ["aged"])
        if after is None or not (after.is_word or explained) or after.low in _LINKS | {"and", "or"}:
            return False  # "Lee's wife, Anna, ..."
        told = gender_of_noun(words[head].low)
        if told and told != ("f" if word.low in SHE else "m"):
            return False
        called = [words[owner]._replace(low="the"), *words[owner + 1 : head + 1]]
        return self._role_of(called, paragraph) is None

    def _unnamed_holder(self, words: Sequence[Word], paragraph: int) -> bool:
        """Whether a sentence opens with the holder of an office nobody is known to have: "The captain of"."""
        if words[0].low != "the" or len(words) < 4:
            return False
        head = next((at for at in range(1, 4) if ends_role(words, at)), 0)
        if not head or words[head + 1 : head + 2] == [] or words[head + 1].low not in ("of", "at", "for"):
            return False
        return self._role_of(words[: head + 1], paragraph) is None

    def _unnamed_subject(self, word: Word, line: Line) -> bool:
        """Whether the pronoun's sentence opens with somebody unnamed: "A clerk blamed what she ..."."""
        words = line.words
        place = next((at for at, each in enumerate(words) if each.start == word.start), 0)
        if place and words[place - 1].text == "," and [w.text for w in words[place + 2 : place + 3]] == [","]:
            return False  # "The clerk declined, she said, ..."
        if words[0].low not in ("a", "an", "the", "one") or words[0].start >= word.start:
            return False
        if [w.low for w in words[place + 1 : place + 2]] == ["words"]:
            return False  # "The regulator should, in her words, ..."
        head = next((at for at in range(1, min(4, len(words))) if words[at].low in speaking_nouns()), 0)
        if not head or not ends_role(words, head) or any(w.name is not None for w in words[:head]):
            return False
        comma = any(w.text == "," for w in words[head + 1 : head + 5])  # "The man in question, driver X, ..."
        following = words[head + 1 : head + (9 if comma else 4)]
        named = any(w.person for w in following)
        return (
            not named
            and words[head].start < word.start
            and self._role_of(words[: head + 1], line.paragraph) is None
        )
