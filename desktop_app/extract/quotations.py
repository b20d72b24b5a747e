"""Quotations of one article: what is quoted, who says it, and the word that reports it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from desktop_app.extract.engines import find_entities
from desktop_app.extract.quotations_attribution import attribute, credited_after
from desktop_app.extract.quotations_cues import document_nouns
from desktop_app.extract.quotations_dash import dash_stretches
from desktop_app.extract.quotations_echoes import name_speakers_of_echoes
from desktop_app.extract.quotations_indirect import Report, find_reports
from desktop_app.extract.quotations_inherited import Group, Inheritance, joined_text
from desktop_app.extract.quotations_kinds import kind_of
from desktop_app.extract.quotations_lines import Line, Word, cut_lines, names_by_paragraph
from desktop_app.extract.quotations_marks import Stretch, find_stretches
from desktop_app.extract.quotations_pronouns import Said
from desktop_app.extract.quotations_resolve import Resolver
from desktop_app.extract.quotations_unspaced import attribute_unspaced
from desktop_app.extract.quotations_verbs import Attribution
from desktop_app.model import (
    Article,
    Entity,
    Progress,
    Quotation,
    QuotationKind,
    Span,
    let_go,
    no_progress,
    part_of,
    pulse,
    pulsed,
    watched,
)
from desktop_app.text.prepare import prepare
from desktop_app.text.tokens import count_words

_DASHES = ("—", "–", "-")
_ASIDE = 8
"""Words of the longest aside between dashes that interrupts a quotation."""

_WRITER = 12
"""Words behind a document among which its writer is named: "the judgment, by Justice X,"."""

_ADDS = re.compile(r"\b(?:and|then|before)\s+(?:then\s+)?(?:added|adding|adds)\b")
_OFTEN = 8
"""Paragraphs or quotations between two progress reports."""


def find_quotations(
    article: Article, entities: Sequence[Entity] | None = None, progress: Progress = no_progress
) -> tuple[Quotation, ...]:
    """Return the quotations of an article in reading order: direct, fragments, scare quotes, indirect speech.

    ``entities`` are those of the same article (None: they are found first); they give the speakers' names.
    """
    article = prepare(article)
    if entities is None:
        entities = find_entities(article)
    finder = _Finder(article, entities, progress)
    found = finder.find()
    let_go(finder.place)
    let_go(finder.reports)
    let_go(finder.lines, 64)
    let_go(finder.names)
    return found


class _Finder:
    """One article's stretches, sentences and names."""

    def __init__(self, article: Article, entities: Sequence[Entity], progress: Progress) -> None:
        self.article = article
        self.progress = progress
        stretches = find_stretches(article)
        taken = frozenset(stretch.paragraph for stretch in stretches)
        dashes = dash_stretches(article, taken)
        if dashes:
            spoken = {dash.paragraph: dash.end for dash in dashes}
            apart = [s for s in stretches if s.start > spoken.get(s.paragraph, -1)]
            stretches = sorted([*apart, *dashes], key=lambda s: (s.paragraph, s.start))
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
        self.reports = find_reports(article, self.lines, part_of(progress, 0.6, 0.7))
        self.resolver = Resolver(self.lines, names, self.reports)

    def find(self) -> tuple[Quotation, ...]:
        """Return the finished quotations."""
        groups = self._merge_interrupted(self._chains())
        inheritance = Inheritance(self.article, self.stretches, self.lines, self.place, self.reports)
        inheritance.give(groups, self.progress)
        found = name_speakers_of_echoes(self._finish(groups))
        pulse()
        return tuple(sorted(found, key=lambda q: (q.pieces[0].paragraph, q.pieces[0].start)))

    # Putting pieces together --------------------------------------------------------------------------

    def _chains(self) -> list[Group]:
        """Return the quotations, each with the stretches of the paragraphs over which it runs on."""
        groups: list[Group] = []
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
                group = Group([number], own)
                groups.append(group)
            if own is not None:
                group.own[number] = own
            going_on = stretch.goes_on
        return groups

    def _own(self, number: int) -> Attribution | None:
        """Return the attribution of a stretch by its own sentence, or by the next where it stands alone."""
        stretch = self.stretches[number]
        line, place = self.place[number]
        text = self.article.paragraphs[stretch.paragraph].text[stretch.start : stretch.end]
        found = attribute(line, place, text)
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

    def _merge_interrupted(self, groups: list[Group]) -> list[Group]:
        merged: list[Group] = []
        for group in groups:
            if merged and self._goes_on(merged[-1], group):
                merged[-1].stretches.extend(group.stretches)
            else:
                merged.append(group)
        return merged

    def _goes_on(self, before: Group, after: Group) -> bool:
        """Whether nothing but a reporting clause stands between two quotations of one paragraph."""
        last, first = before.stretches[-1], after.stretches[0]
        a, b = self.stretches[last], self.stretches[first]
        if a.paragraph != b.paragraph:
            return False
        if a.family == "dash":
            return b.family == "dash"
        own = before.own.get(last)
        text = self.article.paragraphs[a.paragraph].text
        between = text[a.outer_end : b.outer_start].strip()
        if between[:1] in _DASHES and between[-1:] in _DASHES and len(between) > 1:
            return count_words(between) <= _ASIDE  # “We lost” — she raised a hand — “and won.”
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
        later = after.own.get(first)
        if between[-1:] == "," and text[b.start : b.start + 1].islower():
            later = None  # “...,” said X, “...,” and she laughed
        if later is not None and later.cue is not None and later.cue != own.cue:
            return False
        if not between or count_words(between) > 40 or _ADDS.search(between):
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

    # Finishing ----------------------------------------------------------------------------------------

    def _finish(self, groups: list[Group]) -> list[Quotation]:
        """Return quotations and indirect speech in reading order; each speaker helps to find the next."""
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

    def _direct(self, group: Group, said: Said | None) -> Quotation:
        text = joined_text(self.article, self.stretches, group)
        pieces = tuple(
            Span(s.paragraph, s.start, s.end) for s in (self.stretches[number] for number in group.stretches)
        )
        kind = self._kind(group)
        if kind is QuotationKind.SCARE:
            return Quotation(text, kind, pieces)
        return self._with_speaker(text, kind, pieces, group.attribution, said)

    def _kind(self, group: Group) -> QuotationKind:
        """Return the kind of a quotation; a name alone inside the marks is no speech."""
        first = group.stretches[0]
        if len(group.stretches) == 1 and self._is_name(self.stretches[first]):
            return QuotationKind.SCARE
        line, place = self.place[first]
        count, family = len(group.stretches), self.stretches[first].family
        return kind_of(
            joined_text(self.article, self.stretches, group),
            line.words,
            place,
            group.attribution,
            pieces=count,
            family=family,
        )

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
            words += self._writer(found.paragraph, words[-1:])
            name = self.resolver.resolve(words, found.paragraph, said, text)
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

    def _writer(self, paragraph: int, last: list[Word]) -> list[Word]:
        """Return ", by Justice X" behind what somebody wrote, without its comma."""
        if not last or last[0].low not in document_nouns():
            return []
        for line in self.lines[paragraph]:
            at = next((i for i, word in enumerate(line.words) if word is last[0]), len(line.words))
            behind = line.words[at + 1 : at + _WRITER]
            if len(behind) > 2 and behind[0].text == "," and "by" in (behind[1].low, behind[2].low):
                end = next((i for i, w in enumerate(behind[1:], 1) if not w.is_word and w.text != "."), None)
                return list(behind[1:end])
        return []

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
