"""What a Cyrillic or Greek word keeps through its cases: "Москва", "Москве" and "Москвой" are one place."""

from __future__ import annotations

import re

_ENDING = re.compile(
    r"(?:ого|его|ому|ему|ыми|ими|ами|ями|ах|ях|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ую|юю|ою|ею|ом|ем|ём|ам|ям|ым|им|ых|их"
    r"|ии|ия|ію|ії|ія|ию|ие|ью|ої|ій|[аяоеёиыуюьйіїє]|ος|ου|ον|ης|ην|ας|ων|ών|[αάηήοόεέυύω])$"
)


def cyrillic_stem(word: str) -> str:
    """Return a word in lower case without its case ending; words of up to three letters stay whole."""
    lowered = word.lower().replace("ё", "е")
    stem = _ENDING.sub("", lowered, count=1) if len(lowered) > 3 else lowered
    return stem if len(stem) > 2 else lowered
