"""The person behind "he" and "she": those named before are weighed, a close call is left open."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.extract.quotations_indirect import Report
from desktop_app.extract.quotations_lines import Line, Word, last_of_name
from desktop_app.extract.quotations_roles import (
    gender_of,
    gender_of_surname,
    genders_by_own,
    likely_gender,
    names_itself,
)
from desktop_app.extract.quotations_standing import (
    acts_on_another,
    answers,
    coupled,
    ends_role,
    is_owner,
    opens_sentence,
    set_aside,
    standing,
)
from desktop_app.extract.quotations_strangers import Strangers
from desktop_app.extract.quotations_subjects import SHE
from desktop_app.extract.quotations_turns import asked
from desktop_app.model import Entity
from desktop_app.text.lexicons import read_words

_LINKS = read_words("reporting_grammar.txt", "links")
_OPENERS = read_words("reporting_grammar.txt", "openers")

_PASSIVE = read_words("reporting_grammar.txt", "passive")
_OWNER = 7
"""Words from the start of a sentence among which an owner's mark opens its subject: "Lee's wife"."""

_OPENS_LATE = 20
"""Words of a sentence among which somebody opens it, behind "In a post on social media,"."""

_LINES_BACK = 12
"""Sentences of a paragraph in which a pronoun's person is looked for."""

_UNLIKELY = 1.5
"""Taken off a candidate whose first name is mostly one of the other gender."""

_TOO_WEAK = 0.4
"""A pronoun's person is left unknown below this."""

_CLOSE = 0.35
"""Two candidates nearer to each other than this leave a pronoun unresolved."""

_CLOSE_DESCRIBED = 0.6
"""The same for a description, which tells less than a pronoun."""

_COUPLED = 1.2
"""The same for two who are named as a pair."""

_OTHERS_BETWEEN = 0.6
"""Weight of the last speaker where others are named since; it is 1 where nobody is."""

_DOUBTED = 0.3
"""Weight of the last speaker where somebody else opens a sentence since, or the first name is unlikely."""

_FADING = 0.2
"""Taken off for each sentence of the pronoun's paragraph that lies between, twice at most."""

_ASKED = 0.8
"""Added for the one whom the sentence before asks, taken off the one who asks."""

_REPORTED = 0.6
"""Added for the one whom the sentence before reports."""


@dataclass(frozen=True, slots=True)
class Said:
    """An earlier speaker: the resolved name and the place of what was said.

    ``latest``: nobody without a name has spoken since.
    """

    name: str
    paragraph: int
    offset: int
    latest: bool = True


class Pronouns:
    """Knows who is named where in one article."""

    def __init__(
        self,
        lines: Sequence[Sequence[Line]],
        people: Mapping[str, Entity],
        reports: Sequence[Report],
        role_of: Callable[[Sequence[Word], int], str | None],
    ) -> None:
        self._lines = lines
        self._people = people
        self._gender = {name: gender_of(entity) or gender_of_surname(name) for name, entity in people.items()}
        self._likely = {name: self._gender[name] or likely_gender(name) for name in people}
        self._likely |= genders_by_own(lines)
        self._role_of = role_of
        self._strangers = Strangers(lines, role_of)
        self._people_of: dict[int, list[tuple[int, str]]] = {}
        self._reported = {id(report.line): report.speaker for report in reports}

    def gender(self, name: str) -> str:
        """Return "f", "m" or "" for a person's name."""
        return self._gender.get(name, "")

    def person(
        self,
        word: Word,
        paragraph: int,
        said: Said | None,
        *,
        described: str | None = None,
        spoken: str = "",
    ) -> str | None:
        """Return the full name behind a pronoun, or None where it is not clear.

        ``described``: the word opens a description instead ("the 24-year-old Dane"), of a person of this
        gender ("f", "m", "" for either); then more must speak for one person than for another. ``spoken``:
        what is said; nobody speaks of himself by name.
        """
        if self._strangers.may_be(word, self._line_of(word, paragraph)):
            return None
        wanted = described if described is not None else "f" if word.low in SHE else "m"
        scores, couples = self._weigh_named(word, paragraph, wanted)
        scores = {name: score for name, score in scores.items() if not names_itself(name, spoken)}
        if described is not None:
            here = self.named_here(word, paragraph) & scores.keys()
            if len(here) == 1:
                scores, said = {name: scores[name] for name in here}, None
        if said is not None and names_itself(said.name, spoken):
            said = None
        if said is not None and self._fits(said.name, wanted) and said.name in self._people:
            distance = paragraph - said.paragraph
            if distance <= 2:
                start = scores.get(said.name, self._leaning(said.name, wanted))
                weight = self._weight_of_last(said, word, paragraph, wanted)
                scores[said.name] = start + weight - 0.2 * distance
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < _TOO_WEAK:
            return None
        if described is not None and ranked[0][0] in couples:
            return None
        if len(ranked) > 1:
            ahead = ranked[0][1] - ranked[1][1]
            paired = {ranked[0][0], ranked[1][0]} <= couples and (said is None or said.name not in couples)
            close = _CLOSE if described is None else _CLOSE_DESCRIBED
            if ahead < (_COUPLED if paired else close):
                return None
        return ranked[0][0]

    def _line_of(self, word: Word, paragraph: int) -> Line:
        """Return the sentence of a paragraph that holds a word."""
        lines = self._lines[paragraph]
        return lines[max(0, bisect_right(lines, word.start, key=lambda line: line.words[0].start) - 1)]

    def named_here(self, word: Word, paragraph: int) -> set[str]:
        """Return the people named in a paragraph in front of a word."""
        return {
            name
            for line in self._lines[paragraph][-_LINES_BACK:]
            for place, name in self._named(line)
            if line.words[place].start < word.start and not set_aside(line.words, place)
        }

    def speaks_right_after(self, word: Word, paragraph: int) -> bool:
        """Whether a word stands behind the quotation that opens its sentence: “...,” the lawmaker said."""
        line = self._line_of(word, paragraph)
        return line.words[0].start < word.start and line.words[0].quote >= 0

    def only_one(
        self, word: Word, paragraph: int, said: Said | None, *, about: Collection[str] = ()
    ) -> str | None:
        """Return who alone can be meant by a description: the last speaker, or the only person told of.

        That is the one who has spoken in the paragraph where nobody else is named since, or who opens the
        sentence before as the only person of the paragraph, or of the one before it. ``about``: the words
        that tell of another person in what is said.
        """
        if not self.speaks_right_after(word, paragraph):
            return None
        line = self._line_of(word, paragraph)
        here = self.named_here(word, paragraph)
        if said is not None and said.latest and said.paragraph == paragraph:
            if said.offset > line.words[0].start:
                return None  # X called it “...”, while the mayor
            return None if self._others_since(said, word, paragraph, "") else said.name
        if here:
            before = self._lines[paragraph][line.number - 1] if line.number and not about else None
            return next(iter(here)) if len(here) == 1 and before and self._opened_by(before, here) else None
        if line.number or not paragraph or not self._lines[paragraph - 1]:
            return None
        named = {name for line in self._lines[paragraph - 1] for _, name in self._named(line)}
        if said is not None and said.paragraph == paragraph - 1:
            return said.name if said.latest and named <= {said.name} else None
        told = not about and self._opened_by(self._lines[paragraph - 1][0], named)
        return next(iter(named)) if len(named) == 1 and told else None

    def _opened_by(self, line: Line, names: set[str]) -> bool:
        """Whether one of some people acts in a sentence: opens it, or is told to have done something."""
        words = line.words
        for place, name in self._named(line):
            if name not in names:
                continue
            behind = words[last_of_name(words, place, len(words)) + 1 :]
            passive = any(word.low in _PASSIVE for word in behind[:4])
            if opens_sentence(words, place) and not passive:
                return True
            if any(word.low == "by" for word in words[max(0, place - _OWNER) : place]):
                return True
        return False

    def _weigh_named(self, word: Word, paragraph: int, wanted: str) -> tuple[dict[str, float], set[str]]:
        """Return how much speaks for each person named in front of a pronoun, and who is named in a pair."""
        scores: dict[str, float] = {}
        couples: set[str] = set()
        order = 0
        own = self._line_of(word, paragraph)
        for index in range(paragraph, max(-1, paragraph - 4), -1):
            seen = self._lines[index]
            if index == paragraph:
                seen = seen[: bisect_left(seen, word.start, key=lambda line: line.words[0].start)]
            for back, line in enumerate(reversed(seen[-_LINES_BACK:])):
                latest = not scores
                question = asked(line) if latest and line is not own else None
                for place, name in self._named(line):
                    if (index == paragraph and line.words[place].start >= word.start) or not self._fits(
                        name, wanted
                    ):
                        continue
                    if set_aside(line.words, place) or acts_on_another(line.words, place, wanted):
                        continue
                    order += name not in scores
                    score = 1.2 / order - 0.35 * (paragraph - index) + self._leaning(name, wanted)
                    score += self._place_in(
                        line, place, own=line is own, near=index == paragraph or not scores
                    )
                    score -= _FADING * min(back, 2) if index == paragraph else 0.0
                    score += _REPORTED if latest and self._is_reported(line, line.words[place]) else 0.0
                    score += answers(question, place) * _ASKED if question is not None else 0.0
                    scores[name] = max(scores.get(name, -9.0), score)
                    if coupled(line.words, place):
                        couples.add(name)
        return scores, couples

    def _place_in(self, line: Line, place: int, *, own: bool, near: bool) -> float:
        """Return how far the place of a name in its sentence speaks for it: as subject, or as an owner."""
        score = 0.5 if opens_sentence(line.words, place) else 0.0
        if own:
            score -= 1.0 if _in_opening(line.words, place) else 0.0  # "In a letter to X, he said"
        elif near:
            score += 0.4 * standing(line.words, place)
        return score - (0.5 if is_owner(line.words, place) else 0.0)

    def _weight_of_last(self, said: Said, word: Word, paragraph: int, wanted: str) -> float:
        """Return how far having spoken last speaks for a person: less where others were named since."""
        others = self._others_since(said, word, paragraph, wanted)
        if others or self._opened_by_other(said, word, paragraph, wanted):
            return _DOUBTED
        if self._leaning(said.name, wanted) < 0:
            return _DOUBTED
        return _OTHERS_BETWEEN if self._others_between(said, paragraph, wanted) else 1.0

    def _named(self, line: Line) -> list[tuple[int, str]]:
        """Return where people stand in a sentence, from its end, and who: by name or as "the governor"."""
        found = self._people_of.get(id(line))
        if found is not None:
            return found
        found = []
        words = line.words
        for place in range(len(words) - 1, -1, -1):
            word = words[place]
            if word.person and word.name is not None:
                found.append((place, word.name.entity.name))
            elif word.low == "the":
                head = next(
                    (i for i in range(place + 1, min(place + 5, len(words))) if ends_role(words, i)), 0
                )
                plain = head and all(w.is_word and w.name is None for w in words[place : head + 1])
                known = self._role_of(words[place : head + 1], line.paragraph) if plain else None
                if known is not None:
                    found.append((place, known))
        self._people_of[id(line)] = found
        return found

    def _is_reported(self, line: Line, word: Word) -> bool:
        speaker = self._reported.get(id(line))
        return speaker is not None and speaker[0] <= word.start < speaker[1]

    def _fits(self, name: str, wanted: str) -> bool:
        """Whether a person may be of a gender ("" for either)."""
        return not wanted or self.gender(name) in ("", wanted)

    def _leaning(self, name: str, wanted: str) -> float:
        """Return how far a title or first name speaks for a pronoun's gender; first names may mislead."""
        likely = self._likely.get(name, "")
        if not likely or not wanted:
            return 0.0
        return 0.25 if likely == wanted else -_UNLIKELY

    def _is_another(self, word: Word, said: Said, wanted: str) -> bool:
        """Whether a word names a person, other than the last speaker, whom a pronoun may stand for."""
        if not word.person or word.name is None or word.name.entity.name == said.name:
            return False
        return self._fits(word.name.entity.name, wanted)

    def _others_since(self, said: Said, word: Word, paragraph: int, wanted: str) -> bool:
        """Whether another person who may be meant was named since the last speech, not merely as an owner."""
        if said.paragraph != paragraph:
            return False
        return any(
            self._is_another(other, said, wanted)
            and not is_owner(line.words, place)
            and not set_aside(line.words, place)
            and (place == 0 or line.words[place - 1].low not in _LINKS)
            for line in self._lines[paragraph]
            for place, other in enumerate(line.words)
            if said.offset <= other.start < word.start
        )

    def _others_between(self, said: Said, paragraph: int, wanted: str) -> bool:
        """Whether the paragraphs between an earlier speech and the pronoun's are about another person."""
        return any(
            name != said.name
            and self._fits(name, wanted)
            and self._leaning(name, wanted) >= 0
            and not is_owner(line.words, place)
            for index in range(said.paragraph + 1, paragraph)
            for line in self._lines[index][:_LINES_BACK]
            for place, name in self._named(line)
        )

    def _opened_by_other(self, said: Said, word: Word, paragraph: int, wanted: str) -> bool:
        """Whether a sentence before the pronoun opens with another person who may be meant."""
        if said.paragraph == paragraph:
            return False
        return any(
            self._is_another(other, said, wanted)
            and opens_sentence(line.words, place)
            and not is_owner(line.words, place)
            and not set_aside(line.words, place)
            for line in self._lines[paragraph][:_LINES_BACK]
            if line.words[0].start < word.start
            for place, other in enumerate(line.words[:_OPENS_LATE])
            if other.start < word.start
        )


def _in_opening(words: Sequence[Word], place: int) -> bool:
    """Whether a place lies in the phrase that opens a sentence up to its comma, or no comma ends it."""
    if words[0].low not in _OPENERS:
        return False
    comma = next((at for at, word in enumerate(words) if word.text == ","), None)
    return comma is None or place < comma
