"""Tell what each paragraph is: headline, byline, caption, body or boilerplate."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.model import Kind
from desktop_app.text.lexicons import read_sections
from desktop_app.text.tokens import count_words

_CREDIT_LINE = re.compile(r"^\(?(?:additional )?(?:reporting|writing|editing|edited|compiled) by [^.!?]{3,300}\)?\.?$", re.I)
_COPYRIGHT = re.compile(r"^(?:copyright\b|©|\(c\)\s).{0,200}$|all rights reserved\.?$", re.I)
_RATE = re.compile(r"^\(?\$?\s?1 = .{2,80}\)?$")
_PHOTO = re.compile(r"\b(?:PHOTO|PHOTOS|Photo|Image|Picture|Photograph|FOTO|Foto)\s?(?::|by\b)|\((?:File|file|Photo|photo|Image)\b[^)]{0,60}\)$")
_BYLINE = re.compile(r"^by (?:[A-Z][\w.'’-]+\s?){1,4}(?:[,|–-].{0,60}| in [A-Z].{0,40})?$|^By (?:[A-Z][\w.'’-]+,? ?(?:and )?){1,8}$")
_ROLE = re.compile(r"^(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+, (?:[\w&-]+ ){0,4}(?:correspondent|editor|reporter|writer)s?$", re.I)


def classify(texts: Sequence[str]) -> list[Kind]:
    """Return the kind of each paragraph, judged by its words and its place.

    ``texts`` are the paragraphs of one article in order.
    """
    phrases = [re.compile(line, re.IGNORECASE) for line in read_sections("boilerplate.txt")[""]]
    kinds = [_kind_of(text, phrases) for text in texts]
    for index, kind in enumerate(kinds):
        if kind is Kind.BODY:
            if index < len(kinds) - 1 and _reads_as_headline(texts[index]):
                kinds[index] = Kind.HEADLINE
            break
    return kinds


def _kind_of(text: str, phrases: Sequence[re.Pattern[str]]) -> Kind:
    if len(text) > 400:
        return Kind.BODY
    if _BYLINE.match(text) or _ROLE.match(text):
        return Kind.BYLINE
    if _PHOTO.search(text):
        return Kind.CAPTION
    if _CREDIT_LINE.match(text) or _COPYRIGHT.search(text) or _RATE.match(text):
        return Kind.BOILERPLATE
    if any(phrase.match(text) for phrase in phrases):
        return Kind.BOILERPLATE
    return Kind.BODY


def _reads_as_headline(text: str) -> bool:
    return count_words(text) <= 30 and not text.rstrip("\"'”’").endswith((".", ":", ";", "。"))
