"""Fill in what an article lacks before it is compared: kinds, title, sentences."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.model import Article, Kind, Progress, no_progress, part_of
from desktop_app.text.kinds import classify
from desktop_app.text.sentences import split_sentences

_REPORT_EVERY = 200
"""Paragraphs between two reports: a few milliseconds."""
_LONG = 20_000
"""Characters: a paragraph so long reports by itself."""


def prepare(article: Article, progress: Progress = no_progress) -> Article:
    """Return the article with kinds, title and sentences filled in; the same object if nothing lacks.

    Kinds are judged only while every paragraph still counts as body and none has been cut, as
    `Article.from_paragraphs` leaves them. Texts are never changed. Preparing twice changes nothing more.
    """
    paragraphs = article.paragraphs
    fresh = all(p.kind is Kind.BODY and not p.sentences for p in paragraphs)
    judging = part_of(progress, 0.0, 0.5)
    kinds = classify([p.text for p in paragraphs], judging) if fresh else [p.kind for p in paragraphs]
    changed = False
    filled = []
    total = sum(len(p.text) for p in paragraphs) or 1
    done = 0
    for number, (paragraph, kind) in enumerate(zip(paragraphs, kinds, strict=True)):
        start, done = done, done + len(paragraph.text)
        cutting: Progress = no_progress
        if number % _REPORT_EVERY == 0 or done - start > _LONG:
            cutting = part_of(progress, 0.5 + 0.5 * start / total, 0.5 + 0.5 * done / total)
            cutting(0.0, "Cutting paragraphs into sentences")
        sentences = paragraph.sentences or split_sentences(paragraph.text, cutting)
        if kind is not paragraph.kind or sentences != paragraph.sentences:
            paragraph = replace(paragraph, kind=kind, sentences=sentences)
            changed = True
        filled.append(paragraph)
    title = article.title or next((p.text for p in filled if p.kind is Kind.HEADLINE), "")
    if not changed and title == article.title:
        return article
    return replace(article, paragraphs=tuple(filled), title=title)
