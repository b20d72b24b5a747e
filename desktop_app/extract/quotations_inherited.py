"""Speakers that a quotation takes over from what stands around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.extract.quotations_attribution import announced, opening_person
from desktop_app.extract.quotations_indirect import Report
from desktop_app.extract.quotations_kinds import SPEECH_WORDS
from desktop_app.extract.quotations_lines import Line
from desktop_app.extract.quotations_marks import Stretch
from desktop_app.extract.quotations_verbs import Attribution
from desktop_app.model import Article, Progress
from desktop_app.text.tokens import count_words

_OFTEN = 8
"""Quotations between two progress reports."""


@dataclass(slots=True)
class Group:
    """A quotation while it is put together: the numbers of its stretches and what is known of it."""

    stretches: list[int]
    attribution: Attribution | None = None
    inherited: bool = False
    own: dict[int, Attribution] = field(default_factory=dict)


def joined_text(article: Article, stretches: Sequence[Stretch], group: Group) -> str:
    """Return the text of a quotation: its stretches joined by spaces."""
    parts = (stretches[number] for number in group.stretches)
    return " ".join(article.paragraphs[s.paragraph].text[s.start : s.end] for s in parts)


class Inheritance:
    """Knows the stretches, sentences and reports of an article; ``place`` tells each stretch's sentence."""

    def __init__(
        self,
        article: Article,
        stretches: Sequence[Stretch],
        lines: Sequence[Sequence[Line]],
        place: Mapping[int, tuple[Line, int]],
        reports: Sequence[Report],
    ) -> None:
        self.article, self.stretches, self.lines, self.place = article, stretches, lines, place
        self.report_of = {id(report.line): report for report in reports}

    def give(self, groups: list[Group], progress: Progress) -> None:
        """Give the quotations without an attribution the one that the words around them carry over."""
        for number, group in enumerate(groups):
            if number % _OFTEN == 0:
                progress(0.75 + 0.05 * number / len(groups), "Finding who speaks")
            if group.attribution is not None and group.attribution.speaker is not None:
                continue
            if group.attribution is not None and (group.attribution.naming or group.attribution.cue):
                continue  # a label, or nobody is named
            first = self.stretches[group.stretches[0]]
            line, place = self.place[group.stretches[0]]
            shared = (
                self._from_same_line(groups, number, line) if self._near_another(groups, number) else None
            )
            if shared is not None:
                group.attribution, group.inherited = shared, True
                continue
            text = self._joined(group)
            if count_words(text) < SPEECH_WORDS and not (place == 0 and len(line.words) <= 2):
                continue
            built_in = place > 0 and line.words[place - 1].is_word and text[:1].islower()
            if built_in or not self.article.paragraphs[first.paragraph].kind.linkable:
                continue
            group.attribution = self._from_before(groups, number, line, place)
            group.inherited = group.attribution is not None

    def _near_another(self, groups: list[Group], number: int) -> bool:
        """Whether a fragment stands close to another quotation of its sentence, or is long anyway."""
        if count_words(self._joined(groups[number])) >= SPEECH_WORDS:
            return True
        line, place = self.place[groups[number].stretches[0]]
        return any(word.quote >= 0 for i, word in enumerate(line.words) if i != place and abs(i - place) <= 4)

    def _from_same_line(self, groups: list[Group], number: int, line: Line) -> Attribution | None:
        for other in (number - 1, number + 1, number - 2):
            if 0 <= other < len(groups):
                group = groups[other]
                same = any(self.place[stretch][0] is line for stretch in group.stretches)
                found = group.attribution if same else None
                if found is not None and found.speaker is not None and not found.naming:
                    return found
        return None

    def _from_before(self, groups: list[Group], number: int, line: Line, place: int) -> Attribution | None:
        paragraph = line.paragraph
        if self.stretches[groups[number].stretches[0]].family == "dash":
            return None  # the turns of a dialogue
        earlier = groups[number - 1] if number else None
        following = groups[number + 1] if number + 1 < len(groups) else None
        if (place and line.words[place - 1].text == ":") or place > 3:
            return None
        if line.number == 0:
            beat = self._from_beat(following, line, place)
            if beat is not None:
                return beat
            return self._from_paragraph_before(earlier, paragraph, line)
        lines = self.lines[paragraph]
        previous = lines[line.number - 1]
        ahead_of = announced(previous)
        if ahead_of is not None and ahead_of.speaker is not None:
            return ahead_of
        report = self._report_in(previous)
        if report is not None:
            return Attribution(paragraph, report.speaker, report.cue)
        if (
            earlier is not None
            and earlier.attribution is not None
            and earlier.attribution.speaker is not None
        ):
            last = self.stretches[earlier.stretches[-1]]
            if last.paragraph == paragraph and self.place[earlier.stretches[-1]][0].number >= line.number - 2:
                return Attribution(earlier.attribution.paragraph, earlier.attribution.speaker, None)
        if following is not None and following.attribution is not None:
            ahead = self.stretches[following.stretches[0]]
            if (
                ahead.paragraph == paragraph
                and self.place[following.stretches[0]][0].number == line.number + 1
            ) and following.attribution.side == "right":
                return following.attribution
        return opening_person(previous)

    def _from_beat(self, following: Group | None, line: Line, place: int) -> Attribution | None:
        """Return who acts between two quotations that open and close a paragraph: “...” X sat down. “...”"""
        lines = self.lines[line.paragraph]
        if following is None or place or len(line.words) > 1 or len(lines) < 3:
            return None
        ahead = self.stretches[following.stretches[0]]
        if ahead.paragraph != line.paragraph or self.place[following.stretches[0]] != (lines[2], 0):
            return None
        return opening_person(lines[1])

    def _from_paragraph_before(self, earlier: Group | None, paragraph: int, line: Line) -> Attribution | None:
        before = next(
            (
                i
                for i in range(paragraph - 1, -1, -1)
                if self.article.paragraphs[i].kind.linkable and self.lines[i]
            ),
            None,
        )
        if before is None:
            return None
        last_line = self.lines[before][-1]
        ends_in_colon = last_line.words[-1].text == ":"
        ahead_of = announced(last_line)
        if ahead_of is not None and ahead_of.speaker is not None:
            return ahead_of
        report = self._report_in(last_line)
        if report is not None and (ends_in_colon or len(self.lines[paragraph]) == 1 or line.number == 0):
            return Attribution(before, report.speaker, report.cue)
        if (
            earlier is not None
            and earlier.attribution is not None
            and earlier.attribution.speaker is not None
        ) and self.stretches[earlier.stretches[-1]].paragraph == before:
            return Attribution(earlier.attribution.paragraph, earlier.attribution.speaker, None)
        if ends_in_colon or len(self.lines[paragraph]) <= 2:
            return opening_person(last_line)
        return None

    def _report_in(self, line: Line) -> Report | None:
        return self.report_of.get(id(line))

    def _joined(self, group: Group) -> str:
        return joined_text(self.article, self.stretches, group)
