"""Codes in capitals that name nothing: the tickers of shares, the positions of players."""

from __future__ import annotations

import re

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import listed_at
from desktop_app.extract.neighbours import spaced
from desktop_app.extract.words import Document, Line
from desktop_app.model import pulsed

_TICKER = re.compile(
    r"<[.=^]?[A-Z0-9][\w.=^-]{0,14}>"
    r"|(?<=\()[A-Z0-9]{1,6}\.[A-Z]{1,3}(?=[,)])"
    r"|(?<=[A-Za-z]\s)[A-Z0-9]{2,6}\.[A-Z]{1,2}\b(?!\.)"
    r"|(?:NYSE|NASDAQ|Nasdaq|LSE|TSX(?:-V)?|ASX|OTC\w*|AMEX|NYSE\sAmerican|HKEX|BSE|NSE|AIM|JSE|SGX|KRX|Euronext|OSE|SIX|XETRA|OMX|CPH|STO|HEL|WSE|IDX|NZX|TSE|TYO|SSE|SZSE|Bursa)\s?:\s?"
    r"(?P<code>[A-Z0-9][A-Z0-9.-]{0,9})(?=[,;)])"
)
_MAY_BE_TICKER = re.compile(r"[A-Z0-9]\.[A-Z]|[<:]")
_RATING = re.compile(r"\b[ABC]a{1,2}[1-3]\b")
"""How good a debtor is ("cut to Baa2")."""
_MOVED = re.compile(r"\s[-–]\s(?=[A-Z][a-z]+(?:ed|t)\b|Sent\b|Named\b)")


def pass_over_tickers(document: Document) -> None:
    """Take the codes of shares out of running text: "Kestrel Bank <KSTB.L>", "Kestrel Bank (NYSE: KSB)"."""
    for line in pulsed(document.lines, 64):
        for match in _RATING.finditer(line.text) if "rating" in line.text else ():
            _write_off(line, *match.span())
        for match in _TICKER.finditer(line.text) if _MAY_BE_TICKER.search(line.text) else ():
            _write_off(line, *match.span("code" if match["code"] else 0))


def pass_over_positions(document: Document, lexicon: Lexicon) -> None:
    """Take what players play out of running text of a report on games: "signed G Ivo Tarrant".

    So are the verbs behind a team's name and a dash ("Dresna - Signed RHP Ivo Tarrant").
    """
    for line in pulsed(document.lines, 16):
        words = line.words
        for place, word in enumerate(words[:-1]):
            follows = words[place + 1]
            coded = word.capital and follows.capital and lexicon.has("positions", word.text)
            bracketed = place and words[place - 1].text == "("
            if coded and not bracketed and not follows.text.isupper() and spaced(line, place + 1):
                word.capital = listed_at(line, place, lexicon) is not None
        for match in _MOVED.finditer(line.text):
            for word in words:
                if word.start == match.end() and lexicon.is_ordinary(word.text.lower()):
                    word.capital = False


def give_back_particles(document: Document) -> None:
    """Give "ten" back to the surnames it opens ("Erik ten Hag"), "Half" to a race ("Oslo Half Marathon")."""
    for line in pulsed(document.lines, 64):
        for place, word in enumerate(line.words[1:-1], 1):
            if word.text not in ("ten", "Half"):
                continue
            before, behind = line.words[place - 1], line.words[place + 1]
            race = word.text == "Half" and behind.text == "Marathon"
            if (word.text == "ten" or race) and before.capital and behind.capital and not behind.blocked:
                word.blocked = False


def _write_off(line: Line, start: int, end: int) -> None:
    for word in line.words:
        if start <= word.start < end:
            word.capital, word.blocked = False, True
