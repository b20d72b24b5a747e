"""Quotations of one article: what is quoted, who says it, and the word that reports it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.extract.engines import find_entities
from desktop_app.extract.quotations_antecedents import Antecedents, Source
from desktop_app.extract.quotations_attribution import attribute, credited_after
from desktop_app.extract.quotations_cues import document_nouns
from desktop_app.extract.quotations_dash import dash_stretches
from desktop_app.extract.quotations_echoes import name_speakers_of_echoes
from desktop_app.extract.quotations_indirect import Report, find_reports
from desktop_app.extract.quotations_inherited import Group, Inheritance, joined_text
from desktop_app.extract.quotations_kinds import kind_of
from desktop_app.extract.quotations_lines import Line, Word, cut_lines, names_by_paragraph
from desktop_app.extract.quotations_marks import Stretch, find_stretches, last_mark
from desktop_app.extract.quotations_phrases import PRONOUNS
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

_HEADINGS = 3
"""Paragraphs among which headline and standfirst stand."""

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
        self.antecedents = Antecedents(self.lines, self.resolver.role, self.resolver.may_be)
        self.unnamed: Source | None = None
        self.answering: Attribution | None = None
        self.stands_for: Span | None = None
        self.pronoun = ""
        self.known: dict[Span, str] = {}

    def find(self) -> tuple[Quotation, ...]:
        """Return the finished quotations."""
        groups = self._merge_interrupted(self._chains())
        inheritance = Inheritance(self.article, self.stretches, self.lines, self.place, self.reports)
        inheritance.give(groups, self.progress)
        self.answering = inheritance.answering
        found = name_speakers_of_echoes(self._finish(groups), self._headings())
        pulse()
        return tuple(sorted(found, key=lambda q: (q.pieces[0].paragraph, q.pieces[0].start)))

    def _headings(self) -> frozenset[int]:
        """Return the paragraphs that open the article without a full stop: headline and standfirst."""
        opening = self.article.paragraphs[:_HEADINGS]
        return frozenset(p.index for p in opening if p.text.rstrip("’”'\"")[-1:] not in (".", "!"))

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
        ended = last_mark(text[a.start : a.end]) in (*",.?!…", *_DASHES)
        if (
            between[:1].islower()
            and not ended
            and own is not None
            and own.side == "right"
            and own.distance > 3
        ):
            return False  # “Consistent with” does a lot of work, says X. “...”
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
            if quotation.kind is not QuotationKind.SCARE and quotation.speaker_span is not None:
                said = self._last_said(quotation, said)
        return found

    def _last_said(self, quotation: Quotation, said: Said | None) -> Said | None:
        """Return who of those with a name has spoken last, and keep who has without one."""
        piece, printed = quotation.pieces[-1], self.stands_for or quotation.speaker_span
        self.unnamed = None
        if quotation.speaker_entity is not None:
            return Said(quotation.speaker_entity, piece.paragraph, piece.end)
        if printed is not None:
            end = piece.paragraph, max(piece.end, printed.end if printed.paragraph == piece.paragraph else 0)
            self.unnamed = Source(printed, end, self.pronoun)
        return replace(said, latest=False) if said is not None else None

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
        printed = Span(found.paragraph, *found.speaker) if found.speaker is not None else None
        name = self.stands_for = None
        self.pronoun = ""
        if printed is not None:
            words = self._outside(printed)
            name = self.known.get(printed)
            source = None if name else self._antecedent(words, found.paragraph)
            if source is not None:
                self.pronoun = words[0].low
                name = self.resolver.resolve(self._outside(source), source.paragraph, said, text)
                self.stands_for = source if name is None else None  # "The mayor wept. “...,” she said"
                if kind is not QuotationKind.INDIRECT:
                    printed = self.stands_for or printed
            elif name is None:
                words += self._writer(found.paragraph, words[-1:])
                name = self.resolver.resolve(words, found.paragraph, said, text)
            if name is None and kind is not QuotationKind.INDIRECT and self.unnamed is not None:
                again = self.antecedents.called_again(words, found.paragraph, self.unnamed)
                printed = self.stands_for = again or printed
            name = name or self._answerer(words)
            if name is not None:
                self.known[printed] = name
        return Quotation(
            text,
            kind,
            pieces,
            speaker=self._shown(printed) if printed is not None else None,
            speaker_span=printed,
            speaker_entity=name,
            cue=self._shown(Span(found.paragraph, *found.cue)) if found.cue else None,
            cue_span=Span(found.paragraph, *found.cue) if found.cue else None,
        )

    def _answerer(self, words: Sequence[Word]) -> str | None:
        """Return who answers in an interview, behind a pronoun that nothing near explains."""
        if self.answering is None or self.answering.speaker is None or len(words) != 1:
            return None
        name = self.known.get(Span(self.answering.paragraph, *self.answering.speaker))
        return name if name is not None and self.resolver.may_be(words[0], name) else None

    def _shown(self, span: Span) -> str:
        return self.article.paragraphs[span.paragraph].text[span.start : span.end]

    def _antecedent(self, words: Sequence[Word], paragraph: int) -> Span | None:
        """Return the words for the unnamed source that a pronoun stands for."""
        if len(words) != 1 or words[0].low not in PRONOUNS:
            return None
        return self.antecedents.find(words[0], paragraph, self.unnamed)

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

    def _outside(self, span: Span) -> list[Word]:
        """Return the words of a span, quotations left out."""
        lines = self.lines[span.paragraph]
        first = max(0, bisect_right(lines, span.start, key=lambda line: line.words[0].start) - 1)
        words: list[Word] = []
        for line in lines[first:]:
            if line.words[0].start >= span.end:
                break
            words += [w for w in line.words if span.start <= w.start and w.end <= span.end and w.quote < 0]
        return words
