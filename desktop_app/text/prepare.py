"""Fill in what an article lacks before it is compared: kinds, title, sentences."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.model import Article, Kind, Progress, no_progress
from desktop_app.text.kinds import classify
from desktop_app.text.sentences import split_sentences

_REPORT_EVERY = 200
"""Paragraphs between two reports: a few milliseconds."""


def prepare(article: Article, progress: Progress = no_progress) -> Article:
    """Return the article with kinds, title and sentences filled in; the same object if nothing lacks.

    Kinds are judged only while every paragraph still counts as body and none has been cut, as
    `Article.from_paragraphs` leaves them. Texts are never changed. Preparing twice changes nothing more.
    """
    paragraphs = article.paragraphs
    fresh = all(p.kind is Kind.BODY and not p.sentences for p in paragraphs)
    kinds = classify([p.text for p in paragraphs], progress) if fresh else [p.kind for p in paragraphs]
    changed = False
    filled = []
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        if paragraph.index % _REPORT_EVERY == 0:
            progress(paragraph.index / len(paragraphs), "Cutting paragraphs into sentences")
        sentences = paragraph.sentences or split_sentences(paragraph.text, progress)
        if kind is not paragraph.kind or sentences != paragraph.sentences:
            paragraph = replace(paragraph, kind=kind, sentences=sentences)
            changed = True
        filled.append(paragraph)
    title = article.title or next((p.text for p in filled if p.kind is Kind.HEADLINE), "")
    if not changed and title == article.title:
        return article
    return replace(article, paragraphs=tuple(filled), title=title)
