"""Speakers that a quotation takes over from what stands around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.extract.quotations_attribution import announced, opening_person
from desktop_app.extract.quotations_indirect import Report
from desktop_app.extract.quotations_interviews import ends_in_question, is_interview, puts_question
from desktop_app.extract.quotations_kinds import SPEECH_WORDS
from desktop_app.extract.quotations_lines import Line, Word
from desktop_app.extract.quotations_marks import Stretch
from desktop_app.extract.quotations_roles import names_itself
from desktop_app.extract.quotations_turns import asked, introduced, is_questioner, is_short
from desktop_app.extract.quotations_verbs import Attribution
from desktop_app.model import Article, Progress
from desktop_app.text.lexicons import read_words
from desktop_app.text.tokens import count_words

_OFTEN = 8
"""Quotations between two progress reports."""

_SENTENCE = 16
"""Words back to the fragment that another one is joined to."""

_ASKED_NEAR = 3
"""Paragraphs between a speech and a question that its speaker answers."""

_OPENING = 2
"""Quotations that may stand in the heading of an interview."""

_BEATS = read_words("reporting_grammar.txt", "beats")
_BEAT = 16
"""Words of the longest sentence that tells how somebody looks or what mood somebody is in."""

_COPULAS = read_words("reporting_grammar.txt", "copulas")
_BETWEEN = read_words("reporting_grammar.txt", "before_fragment")


def _joined_on(words: Sequence[Word], place: int) -> bool:
    """Whether a conjunction leads up to a fragment: "happy" with the vote but not "satisfied"."""
    at = place - 1
    while at > 0 and place - at <= 3 and words[at].low in _BETWEEN:
        at -= 1
    if at > 0 and words[at].low in ("but", "and", "or", "nor"):
        return True
    earlier = next((i for i in range(place - 1, -1, -1) if words[i].quote >= 0), place)
    joins = (i for i in range(earlier + 1, place) if words[i].low in ("and", "but"))
    join = next(joins, place)
    if words[place - 1].low in _COPULAS and not any(w.person for w in words[join:place]) and join < place - 1:
        return True  # "the rent was “unfair”, she said, but the flat was “sunny”"
    clause = range(earlier + 1, place - 1)  # "...“a good offer” and that the door was “never locked”"
    return any(words[i].low in ("and", "but") and words[i + 1].low == "that" for i in clause)


@dataclass(slots=True)
class Group:
    """A quotation while it is put together: the numbers of its stretches and what is known of it."""

    stretches: list[int]
    attribution: Attribution | None = None
    inherited: bool = False
    own: dict[int, Attribution] = field(default_factory=dict)


def _carried(group: Group | None) -> Attribution | None:
    """Return the attribution that a quotation with a known speaker hands on: the speaker alone."""
    found = group.attribution if group is not None else None
    if found is None or found.speaker is None:
        return None
    return Attribution(found.paragraph, found.speaker, None)


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
        self.answering: Attribution | None = None
        self.unanswered: list[Group] = []

    def give(self, groups: list[Group], progress: Progress) -> None:
        """Give the quotations without an attribution the one that the words around them carry over."""
        for number, group in enumerate(groups):
            if number % _OFTEN == 0:
                progress(0.75 + 0.05 * number / len(groups), "Finding who speaks")
            if group.attribution is not None and group.attribution.speaker is not None:
                continue
            if group.attribution is not None and (group.attribution.naming or group.attribution.cue):
                group.attribution = self._replied(groups, number)
                continue  # a label, or nobody is named
            first = self.stretches[group.stretches[0]]
            line, place = self.place[group.stretches[0]]
            answer = self._answer(groups, number)
            if answer is None and self._is_answer(groups, number):
                answer = introduced(self.lines[: self.place[group.stretches[0]][0].paragraph])
                self.unanswered += [group] if answer is None else []
            if answer is not None:
                self.answering = group.attribution = answer
                group.inherited = True
                continue
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
            if built_in and line.number:
                told = self._report_in(self.lines[first.paragraph][line.number - 1])
                if told is not None and not any(word.person for word in line.words):
                    group.attribution = Attribution(first.paragraph, told.speaker, told.cue)
                    group.inherited = True
            if built_in or not self.article.paragraphs[first.paragraph].kind.linkable:
                continue
            found = self._from_before(groups, number, line, place)
            group.attribution = None if found is not None and self._of_itself(found, text) else found
            group.inherited = group.attribution is not None
        self._answer_later(groups)

    def _of_itself(self, found: Attribution, text: str) -> bool:
        """Whether a quotation names who would speak it: nobody speaks of himself by name."""
        start, end = found.speaker or (0, 0)
        words = self.article.paragraphs[found.paragraph].text[start:end].split()
        named = len(words) > 0 and words[-1][:1].isupper() and len(words[-1]) > 1
        return named and found.cue is None and names_itself(words[-1], text)

    def _near_another(self, groups: list[Group], number: int) -> bool:
        """Whether a fragment stands close to another quotation of its sentence, or is long anyway."""
        if count_words(self._joined(groups[number])) >= SPEECH_WORDS:
            return True
        line, place = self.place[groups[number].stretches[0]]
        if _joined_on(line.words, place):
            return any(word.quote >= 0 for word in line.words[max(0, place - _SENTENCE) : place])
        return any(word.quote >= 0 for i, word in enumerate(line.words) if i != place and abs(i - place) <= 4)

    def _from_same_line(self, groups: list[Group], number: int, line: Line) -> Attribution | None:
        """Return the attribution of a quotation right before or behind it in the same sentence."""
        for other in (number - 1, number + 1, number - 2):
            if 0 <= other < len(groups):
                group = groups[other]
                same = any(self.place[stretch][0] is line for stretch in group.stretches)
                found = group.attribution if same else None
                if found is not None and found.speaker is not None and not found.naming:
                    return found
        return None

    def _from_before(self, groups: list[Group], number: int, line: Line, place: int) -> Attribution | None:
        """Return who goes on to speak: by turn, by the sentence or quotation before, or by the one behind."""
        paragraph = line.paragraph
        if self._alone(groups, number):
            turn, settled = self._turn(groups, number)
            if settled:
                return turn
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
        carried = _carried(earlier)
        turned = self._turned_to(previous, carried)
        if turned is not None:
            return turned
        if earlier is not None and carried is not None:
            last_line = self.place[earlier.stretches[-1]][0]
            if last_line.paragraph == paragraph and last_line.number >= line.number - 2:
                return carried
        if following is not None and following.attribution is not None:
            ahead = self.stretches[following.stretches[0]]
            if (
                ahead.paragraph == paragraph
                and self.place[following.stretches[0]][0].number == line.number + 1
            ) and following.attribution.side == "right":
                return following.attribution
        return opening_person(previous)

    def _turned_to(self, previous: Line, carried: Attribution | None) -> Attribution | None:
        """Return who is shown in a short sentence between two quotations: "Lee was blunter.", "She laughs."

        Where a person spoke last by name, a pronoun tells nothing new.
        """
        words = previous.words
        told = any(word.low in _BEATS for word in words[1:])
        if len(words) > _BEAT or not told or any(word.quote >= 0 for word in words):
            return None
        found = opening_person(previous)
        if found is None or found.speaker is None or carried is None or carried.speaker is None:
            return found
        pronoun = words[0].low in ("he", "she")
        spoke = self._printed(carried).split()
        unnamed = spoke[:1] in (["a"], ["an"], ["one"], ["another"])
        return found if not pronoun or unnamed else None

    def _replied(self, groups: list[Group], number: int) -> Attribution | None:
        """Return who gives the reply that comes to a question of the writer, or the attribution as it is."""
        own = groups[number].attribution
        line, place = self.place[groups[number].stretches[0]]
        if own is None or own.side != "right" or place or not line.number or own.naming:
            return own
        before = self.lines[line.paragraph][line.number - 1]
        last = next((_carried(group) for group in reversed(groups[:number]) if _carried(group)), None)
        if before.words[-1].text != "?" or last is None or line.paragraph - last.paragraph > 1:
            return own
        return replace(own, paragraph=last.paragraph, speaker=last.speaker, cue=None)

    def _is_answer(self, groups: list[Group], number: int) -> bool:
        """Whether a quotation is a paragraph of its own behind a question that the writer puts."""
        if not self._alone(groups, number):
            return False
        before = self._paragraph_before(self.stretches[groups[number].stretches[0]].paragraph)
        if before is None or asked(self.lines[before][-1]) is not None:
            return False
        return puts_question(self.lines[before]) or ends_in_question(self.lines[before])

    def _answer(self, groups: list[Group], number: int) -> Attribution | None:
        """Return who answers a question that the writer puts: who has answered before, or spoken last."""
        if not self._is_answer(groups, number):
            return None
        if self.answering is not None:
            return self.answering
        here = self.stretches[groups[number].stretches[0]].paragraph
        last = next((_carried(group) for group in reversed(groups[:number]) if _carried(group)), None)
        return last if last is not None and here - last.paragraph <= _ASKED_NEAR + 1 else None

    def _answer_later(self, groups: list[Group]) -> None:
        """Give the answers that open an interview to who is named with a later one."""
        for group in groups[:_OPENING]:
            heading = self.lines[self.stretches[group.stretches[0]].paragraph]
            if group.attribution is None and is_interview(heading) and not heading[0].number:
                group.attribution = self.answering
        waiting = [group for group in self.unanswered if group.attribution is None]
        if not waiting:
            return
        last = groups.index(waiting[-1])
        later = next((found for group in groups[last + 1 :] if (found := _carried(group)) is not None), None)
        self.answering = self.answering or later
        for group in waiting:
            group.attribution, group.inherited = later, later is not None

    def _alone(self, groups: list[Group], number: int) -> bool:
        """Whether a quotation is a paragraph of its own."""
        line, _ = self.place[groups[number].stretches[0]]
        return len(self.lines[line.paragraph]) == 1 and len(line.words) == 1

    def _turn(self, groups: list[Group], number: int) -> tuple[Attribution | None, bool]:
        """Return whose turn it is in an exchange of questions and answers, and whether that is settled.

        After a question the one who was asked speaks, or whoever spoke before it; after an answer a question
        is put by who put the one before.
        """
        paragraph = self.stretches[groups[number].stretches[0]].paragraph
        before = self._paragraph_before(paragraph)
        if before is None:
            return None, False
        question = asked(self.lines[before][-1])
        earlier = self._speaker_in(groups, number - 1, before)
        asks = self._joined(groups[number]).rstrip()[-1:] == "?"
        if earlier is None:
            if question is None or asks:
                return self._resumed(groups, number, before) if not asks else (None, False)
            if question[1] is not None:
                return self._of(before, question[1]), True
            return self._answering(groups, number, before, question[0]), True
        first = self._paragraph_before(before)
        other = self._speaker_in(groups, number - 2, first) if first is not None else None
        if other is None and first is not None:
            put = asked(self.lines[first][-1])
            other = self._of(first, put[0]) if put is not None else None
            put_question = put is not None
        else:
            put_question = other is not None and self._joined(groups[number - 2]).rstrip()[-1:] == "?"
        apart = other is not None and self._printed(other) != self._printed(earlier)
        if self._joined(groups[number - 1]).rstrip()[-1:] == "?":
            if question is not None and question[1] is not None:
                return self._of(before, question[1]), True
            if apart and not asks:
                return other, True
            words = self.lines[before][-1].words
            short = is_short(count_words(self._joined(groups[number])))
            return None, question is not None and (short or is_questioner(words, question[0]))
        if asks and question is not None and other is None:
            return self._of(before, question[0]), True  # "Asked by X, he replied: ..."
        return (other, True) if asks and apart and put_question else (None, False)

    def _answering(
        self, groups: list[Group], number: int, before: int, asker: tuple[int, int]
    ) -> Attribution | None:
        """Return who spoke last before a question to nobody in particular, unless it is who puts it."""
        last = _carried(groups[number - 1]) if number else None
        put = self._of(before, asker)
        if last is None or put is None or before - last.paragraph > _ASKED_NEAR:
            return None
        return last if self._printed(last) != self._printed(put) else None

    def _resumed(self, groups: list[Group], number: int, before: int) -> tuple[Attribution | None, bool]:
        """Return who spoke before a question that nobody is said to have put, and answers now."""
        if number < 2 or not self._joined(groups[number - 1]).rstrip().endswith("?"):
            return None, False
        if not self._alone(groups, number - 1):
            return None, False
        first = self._paragraph_before(before)
        other = self._speaker_in(groups, number - 2, first) if first is not None else None
        return other, other is not None

    def _paragraph_before(self, paragraph: int) -> int | None:
        before = range(paragraph - 1, -1, -1)
        return next((i for i in before if self.article.paragraphs[i].kind.linkable and self.lines[i]), None)

    def _speaker_in(self, groups: list[Group], number: int, paragraph: int) -> Attribution | None:
        """Return who speaks the quotation of a number where it stands in a paragraph."""
        there = number >= 0 and self._ends_in(groups[number], paragraph)
        return _carried(groups[number]) if there else None

    def _ends_in(self, group: Group, paragraph: int) -> bool:
        return self.stretches[group.stretches[-1]].paragraph == paragraph

    def _printed(self, found: Attribution) -> str:
        start, end = found.speaker or (0, 0)
        return self.article.paragraphs[found.paragraph].text[start:end].lower()

    def _of(self, paragraph: int, part: tuple[int, int] | None) -> Attribution | None:
        """Return the attribution to a part of the last sentence of a paragraph."""
        if part is None:
            return None
        words = self.lines[paragraph][-1].words
        return Attribution(paragraph, (words[part[0]].start, words[part[1]].end), None)

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
        """Return who is announced, reported or quoted at the end of the paragraph before, or opens it."""
        before = self._paragraph_before(paragraph)
        if before is None:
            return None
        opens = len(line.words) == 1 and len(self.lines[paragraph]) == 1 and earlier is None
        if opens and paragraph + 1 < len(self.lines) and self.lines[paragraph + 1]:
            shown = opening_person(self.lines[paragraph + 1][0])  # “I ran.” | Ann Lee was 23 when ...
            if self.lines[before][-1].words[-1].is_word:
                return shown  # it stands below the headline
        last_line = self.lines[before][-1]
        ends_in_colon = last_line.words[-1].text == ":"
        ahead_of = announced(last_line)
        if ahead_of is not None and ahead_of.speaker is not None:
            return ahead_of
        report = self._report_in(last_line)
        if report is not None and (ends_in_colon or len(self.lines[paragraph]) == 1 or line.number == 0):
            return Attribution(before, report.speaker, report.cue)
        carried = _carried(earlier)
        if earlier is not None and carried is not None and self._ends_in(earlier, before):
            return carried
        if ends_in_colon or len(self.lines[paragraph]) <= 2:
            return opening_person(last_line)
        return None

    def _report_in(self, line: Line) -> Report | None:
        return self.report_of.get(id(line))

    def _joined(self, group: Group) -> str:
        return joined_text(self.article, self.stretches, group)
