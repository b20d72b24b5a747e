"""How much of one side the other carries, and which passages it does not."""

from __future__ import annotations

from desktop_app.model import Alignment, Article, Passage, Sentence, Side, pulsed
from desktop_app.text.tokens import count_words


def linked_sentences(article: Article, alignment: Alignment, side: Side) -> set[tuple[int, int]]:
    """Return the (paragraph, sentence) places of one side that have a counterpart.

    A linked paragraph none of whose sentences is paired (a link made by hand, say) counts as a whole.
    """
    found: set[tuple[int, int]] = set()
    linked = {paragraph for link in pulsed(alignment.links) for paragraph in link.on(side)}
    for pair in pulsed(alignment.sentence_pairs, 2048):
        if side is Side.LEFT:
            found.add((pair.left_paragraph, pair.left_sentence))
        else:
            found.add((pair.right_paragraph, pair.right_sentence))
    found = {place for place in found if place[0] in linked}
    told = {paragraph for paragraph, _ in found}
    for paragraph in linked - told:
        found.update((paragraph, number) for number in range(len(_sentences(article, paragraph))))
    return found


def coverage(article: Article, alignment: Alignment, side: Side) -> float:
    """Return the share (0..1) of the words whose sentences have a counterpart, boilerplate left out."""
    carried = linked_sentences(article, alignment, side)
    total = shared = 0
    for paragraph in pulsed(article.paragraphs, 32):
        if not paragraph.kind.linkable:
            continue
        for number, sentence in enumerate(_sentences(article, paragraph.index)):
            words = count_words(paragraph.text[sentence.start : sentence.end])
            total += words
            if (paragraph.index, number) in carried:
                shared += words
    return shared / total if total else 0.0


def only_here(article: Article, alignment: Alignment, side: Side) -> tuple[Passage, ...]:
    """Return the runs of sentences, in order, that the other side does not carry; boilerplate left out."""
    carried = linked_sentences(article, alignment, side)
    found: list[Passage] = []
    for paragraph in pulsed(article.paragraphs, 32):
        if not paragraph.kind.linkable:
            continue
        run: list[Sentence] = []
        sentences = _sentences(article, paragraph.index)
        for number, sentence in enumerate([*sentences, None]):
            if sentence is not None and (paragraph.index, number) not in carried:
                run.append(sentence)
            elif run:
                start, end = run[0].start, run[-1].end
                words = count_words(paragraph.text[start:end])
                if words:
                    found.append(Passage(paragraph.index, start, end, words))
                run = []
    return tuple(found)


def _sentences(article: Article, paragraph: int) -> tuple[Sentence, ...]:
    text = article.paragraphs[paragraph].text
    return article.paragraphs[paragraph].sentences or ((Sentence(0, len(text)),) if text.strip() else ())
