"""Quotations of one article: what is quoted, who says it, and the word that reports it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.extract.engines import find_entities
from desktop_app.extract.quotations_attribution import announced, attribute, credited_after, opening_person
from desktop_app.extract.quotations_dash import dash_stretches
from desktop_app.extract.quotations_echoes import name_speakers_of_echoes
from desktop_app.extract.quotations_indirect import Report, find_reports
from desktop_app.extract.quotations_kinds import SPEECH_WORDS, kind_of
from desktop_app.extract.quotations_lines import Line, Word, cut_lines, names_by_paragraph
from desktop_app.extract.quotations_marks import Stretch, find_stretches
from desktop_app.extract.quotations_resolve import Resolver, Said
from desktop_app.extract.quotations_unspaced import attribute_unspaced
from desktop_app.extract.quotations_verbs import Attribution
from desktop_app.model import (
    Article,
    Entity,
    Progress,
    Quotation,
    QuotationKind,
    Span,
    no_progress,
    part_of,
    pulse,
    pulsed,
    watched,
)
from desktop_app.text.prepare import prepare
from desktop_app.text.tokens import count_words

_OFTEN = 8
"""Paragraphs or quotations between two progress reports."""


@dataclass(slots=True)
class _Group:
    """A quotation while it is put together: the numbers of its stretches and what is known of it."""

    stretches: list[int]
    attribution: Attribution | None = None
    inherited: bool = False
    own: dict[int, Attribution] = field(default_factory=dict)


def find_quotations(
    article: Article, entities: Sequence[Entity] | None = None, progress: Progress = no_progress
) -> tuple[Quotation, ...]:
    """Return the quotations of an article in reading order: direct, fragments, scare quotes, indirect speech.

    ``entities`` are those of the same article (None: they are found first); they give the speakers' names.
    """
    article = prepare(article)
    if entities is None:
        entities = find_entities(article)
    return _Finder(article, entities, progress).find()


class _Finder:
    """One article's stretches, sentences and names."""

    def __init__(self, article: Article, entities: Sequence[Entity], progress: Progress) -> None:
        self.article = article
        self.progress = progress
        stretches = find_stretches(article)
        taken = frozenset(stretch.paragraph for stretch in stretches)
        dashes = dash_stretches(article, taken)
        if dashes:
            stretches = sorted([*stretches, *dashes], key=lambda s: (s.paragraph, s.start))
        self.stretches = stretches
        self.names = names = names_by_paragraph(article, entities)
        inside: list[list[tuple[int, Stretch]]] = [[] for _ in article.paragraphs]
        for number, stretch in enumerate(pulsed(stretches, 2048)):
            inside[stretch.paragraph].append((number, stretch))
        self.lines: list[list[Line]] = []
        cutting = part_of(progress, 0.0, 0.6)
        for paragraph in watched(cutting, article.paragraphs, "Finding quotations"):
            self.lines.append(cut_lines(paragraph, inside[paragraph.index], names[paragraph.index]))
        self.place: dict[int, tuple[Line, int]] = {}
        for lines in pulsed(self.lines, 64):
            for line in lines:
                for place, word in enumerate(line.words):
                    if word.quote >= 0:
                        self.place[word.quote] = (line, place)
        self.resolver = Resolver(self.lines, names)
        self.reports = find_reports(article, self.lines, part_of(progress, 0.6, 0.7))
        self.report_of = {id(report.line): report for report in self.reports}

    def find(self) -> tuple[Quotation, ...]:
        """Return the finished quotations."""
        groups = self._merge_interrupted(self._chains())
        self._inherit(groups)
        found = name_speakers_of_echoes(self._finish(groups))
        pulse()
        return tuple(sorted(found, key=lambda q: (q.pieces[0].paragraph, q.pieces[0].start)))

    # Putting pieces together --------------------------------------------------------------------------

    def _chains(self) -> list[_Group]:
        groups: list[_Group] = []
        going_on = False
        for number, stretch in enumerate(self.stretches):
            if number % _OFTEN == 0:
                self.progress(0.7 + 0.05 * number / len(self.stretches), "Finding who speaks")
            own = self._own(number)
            if going_on and groups:
                group = groups[-1]
                group.stretches.append(number)
                if own is not None and (group.attribution is None or group.attribution.speaker is None):
                    group.attribution = own
            else:
                group = _Group([number], own)
                groups.append(group)
            if own is not None:
                group.own[number] = own
            going_on = stretch.goes_on
        return groups

    def _own(self, number: int) -> Attribution | None:
        stretch = self.stretches[number]
        line, place = self.place[number]
        text = self.article.paragraphs[stretch.paragraph].text[stretch.start : stretch.end]
        stop = text.rstrip().rstrip("’'”\"»")[-1:] == "."
        found = attribute(line, place, text, closes_sentence=stop)
        if found is None or found.speaker is None:
            whole = self.article.paragraphs[stretch.paragraph].text
            outer = stretch.outer_start, stretch.outer_end
            found = (
                attribute_unspaced(whole, stretch.paragraph, outer, self.names[stretch.paragraph]) or found
            )
        lines = self.lines[stretch.paragraph]
        if (found is None or found.speaker is None) and len(line.words) == 1 and line.number + 1 < len(lines):
            return credited_after(lines[line.number + 1]) or found
        alone = len(lines) == 1 and len(line.words) == 1 and stretch.paragraph + 1 < len(self.lines)
        if found is None and alone and self.lines[stretch.paragraph + 1]:
            return credited_after(self.lines[stretch.paragraph + 1][0])
        return found

    def _merge_interrupted(self, groups: list[_Group]) -> list[_Group]:
        merged: list[_Group] = []
        for group in groups:
            if merged and self._goes_on(merged[-1], group):
                merged[-1].stretches.extend(group.stretches)
            else:
                merged.append(group)
        return merged

    def _goes_on(self, before: _Group, after: _Group) -> bool:
        """Whether nothing but a reporting clause stands between two quotations of one paragraph."""
        last, first = before.stretches[-1], after.stretches[0]
        a, b = self.stretches[last], self.stretches[first]
        if a.paragraph != b.paragraph:
            return False
        if a.family == "dash":
            return b.family == "dash"
        own = before.own.get(last)
        if (
            own is None
            or own.side != "right"
            or own.cue is None
            or own.cue[0] < a.end
            or own.cue[0] > b.start
        ):
            return False
        if own.speaker is None or own.speaker[0] > b.start:
            return False
        text = self.article.paragraphs[a.paragraph].text
        between = text[a.outer_end : b.outer_start].strip()
        later = after.own.get(first)
        if later is not None and later.cue is not None and later.cue != own.cue:
            return False
        if not between or count_words(between) > 40:
            return False
        line_a, _ = self.place[last]
        line_b, place_b = self.place[first]
        if between[-1] in ".!?":
            return line_b is not line_a and line_b.number - line_a.number == 1 and place_b == 0
        if line_a is not line_b:
            return False
        tail = max(own.speaker[1], own.cue[1])
        rest = count_words(text[tail : b.outer_start])
        return between[-1] in ",—–-" and rest <= 8

    # Speakers that the sentence does not tell -----------------------------------------------------------

    def _inherit(self, groups: list[_Group]) -> None:
        for number, group in enumerate(groups):
            if number % _OFTEN == 0:
                self.progress(0.75 + 0.05 * number / len(groups), "Finding who speaks")
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
            text = self._text(group)
            if count_words(text) < SPEECH_WORDS and not (place == 0 and len(line.words) <= 2):
                continue
            built_in = place > 0 and line.words[place - 1].is_word and text[:1].islower()
            if built_in or not self.article.paragraphs[first.paragraph].kind.linkable:
                continue
            group.attribution = self._from_before(groups, number, line, place)
            group.inherited = group.attribution is not None

    def _near_another(self, groups: list[_Group], number: int) -> bool:
        """Whether a fragment stands close to another quotation of its sentence, or is long anyway."""
        if count_words(self._text(groups[number])) >= SPEECH_WORDS:
            return True
        line, place = self.place[groups[number].stretches[0]]
        return any(word.quote >= 0 for i, word in enumerate(line.words) if i != place and abs(i - place) <= 4)

    def _from_same_line(self, groups: list[_Group], number: int, line: Line) -> Attribution | None:
        for other in (number - 1, number + 1, number - 2):
            if 0 <= other < len(groups):
                group = groups[other]
                same = any(self.place[stretch][0] is line for stretch in group.stretches)
                found = group.attribution if same else None
                if found is not None and found.speaker is not None and not found.naming:
                    return found
        return None

    def _from_before(self, groups: list[_Group], number: int, line: Line, place: int) -> Attribution | None:
        paragraph = line.paragraph
        if self.stretches[groups[number].stretches[0]].family == "dash":
            return None  # the turns of a dialogue
        earlier = groups[number - 1] if number else None
        following = groups[number + 1] if number + 1 < len(groups) else None
        if (place and line.words[place - 1].text == ":") or place > 3:
            return None
        if line.number == 0:
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

    def _from_paragraph_before(
        self, earlier: _Group | None, paragraph: int, line: Line
    ) -> Attribution | None:
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

    # Finishing ----------------------------------------------------------------------------------------

    def _text(self, group: _Group) -> str:
        return " ".join(
            self.article.paragraphs[s.paragraph].text[s.start : s.end]
            for s in (self.stretches[number] for number in group.stretches)
        )

    def _finish(self, groups: list[_Group]) -> list[Quotation]:
        found: list[Quotation] = []
        spoken = {
            id(self.place[number][0])
            for group in pulsed(groups, 32)
            for number in group.stretches
            if self._kind(group) is not QuotationKind.SCARE
        }
        reports = [report for report in self.reports if id(report.line) not in spoken]
        said: Said | None = None
        queue = sorted(
            [
                ((self.stretches[g.stretches[0]].paragraph, self.stretches[g.stretches[0]].start), g)
                for g in groups
            ]
            + [((report.line.paragraph, report.start), report) for report in reports],
            key=lambda item: item[0],
        )
        for number, (_, item) in enumerate(queue):
            if number % _OFTEN == 0:
                self.progress(0.8 + 0.2 * number / len(queue), "Finding who speaks")
            quotation = self._indirect(item, said) if isinstance(item, Report) else self._direct(item, said)
            found.append(quotation)
            if quotation.speaker_entity is not None and quotation.kind is not QuotationKind.SCARE:
                piece = quotation.pieces[-1]
                said = Said(quotation.speaker_entity, piece.paragraph, piece.end)
        return found

    def _direct(self, group: _Group, said: Said | None) -> Quotation:
        text = self._text(group)
        pieces = tuple(
            Span(s.paragraph, s.start, s.end) for s in (self.stretches[number] for number in group.stretches)
        )
        kind = self._kind(group)
        if kind is QuotationKind.SCARE:
            return Quotation(text, kind, pieces)
        return self._with_speaker(text, kind, pieces, group.attribution, said)

    def _kind(self, group: _Group) -> QuotationKind:
        first = group.stretches[0]
        if len(group.stretches) == 1 and self._is_name(self.stretches[first]):
            return QuotationKind.SCARE
        line, place = self.place[first]
        count, family = len(group.stretches), self.stretches[first].family
        return kind_of(self._text(group), line.words, place, group.attribution, pieces=count, family=family)

    def _is_name(self, stretch: Stretch) -> bool:
        """Whether nothing but a name stands inside the marks."""
        names = self.names[stretch.paragraph]
        at = bisect_right(names, stretch.start, key=lambda name: name.start) - 1
        return at >= 0 and (names[at].start, names[at].end) == (stretch.start, stretch.end)

    def _indirect(self, report: Report, said: Said | None) -> Quotation:
        paragraph = report.line.paragraph
        text = self.article.paragraphs[paragraph].text[report.start : report.end]
        found = Attribution(paragraph, report.speaker, report.cue)
        span = Span(paragraph, report.start, report.end)
        return self._with_speaker(text, QuotationKind.INDIRECT, (span,), found, said)

    def _with_speaker(
        self,
        text: str,
        kind: QuotationKind,
        pieces: tuple[Span, ...],
        found: Attribution | None,
        said: Said | None,
    ) -> Quotation:
        if found is None:
            return Quotation(text, kind, pieces)
        shown = self.article.paragraphs[found.paragraph].text
        speaker = shown[found.speaker[0] : found.speaker[1]] if found.speaker else None
        cue = shown[found.cue[0] : found.cue[1]] if found.cue else None
        name = None
        if found.speaker is not None:
            words = self._outside(found.paragraph, found.speaker)
            name = self.resolver.resolve(words, found.paragraph, said)
        return Quotation(
            text,
            kind,
            pieces,
            speaker=speaker,
            speaker_span=Span(found.paragraph, *found.speaker) if found.speaker else None,
            speaker_entity=name,
            cue=cue,
            cue_span=Span(found.paragraph, *found.cue) if found.cue else None,
        )

    def _outside(self, paragraph: int, span: tuple[int, int]) -> list[Word]:
        """Return the words of a span of a paragraph, quotations left out."""
        lines = self.lines[paragraph]
        first = max(0, bisect_right(lines, span[0], key=lambda line: line.words[0].start) - 1)
        words: list[Word] = []
        for line in lines[first:]:
            if line.words[0].start >= span[1]:
                break
            words += [w for w in line.words if span[0] <= w.start and w.end <= span[1] and w.quote < 0]
        return words
