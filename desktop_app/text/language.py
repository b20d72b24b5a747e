"""The language of a text, told from its script and its small words; honest where that does not tell."""

from __future__ import annotations

import re
from collections import Counter

from desktop_app.text.lexicons import foreign_languages, function_words

UNKNOWN = "und"
"""The code for a language that nobody knows (ISO 639-2)."""

_SAMPLE = 20_000
"""Characters that are looked at."""

_LEAST_WORDS = 12
_LEAST_SHARE = 0.12
"""So many words a text has, and so many of them are small ones of its language, or it stays unknown."""

_LEAD = 1.2
"""How often the small words of a language stand more than those of the next one."""

_SCRIPTS = (
    ("ja", re.compile("[\\u3041-\\u30ff]"), 0.05),
    ("ko", re.compile("[\\uac00-\\ud7a3]"), 0.5),
    ("zh", re.compile("[\\u3400-\\u9fff\\U00020000-\\U0003ffff]"), 0.5),
    ("th", re.compile("[\\u0e01-\\u0e4e]"), 0.5),
    ("ka", re.compile("[\\u10a0-\\u10ff]"), 0.5),
    ("hy", re.compile("[\\u0530-\\u058f]"), 0.5),
)
"""Languages that have a script of their own, with the share of the letters from which it tells them.
Japanese comes first: most of its letters may be those of Chinese."""

_TELLING = {
    "ar": "^(?!.*[پچژگٹڈڑے])",  # Persian and Urdu have letters of their own
    "cs": "[ěřů]",  # Slovak has none of them
    "es": r"\by\b",  # Catalan says "i", Galician "e"
    "hi": "है",  # Marathi says "आहे"
    "no": r"\bav\b",  # Danish says "af"
    "pt": r"\b(?:não|uma|são)\b",  # Galician says "non", "unha"
    "ru": "[ыэ]",  # neither in Bulgarian nor in Ukrainian
    "sv": r"\boch\b",
    "uk": "[іїє]",
}
"""What a text of a language has, unlike one of a sister language whose small words are not listed."""


def guess_language(text: str) -> str:
    """Return the code (BCP 47) of the language a text is written in, "und" where that is not clear."""
    text = text[:_SAMPLE]
    letters = sum(letter.isalpha() for letter in text)
    for code, script, share in _SCRIPTS:
        if letters and len(script.findall(text)) >= share * letters:
            return code
    words = re.findall(r"[^\W\d_]+(?:[\u0300-\u036f\u0900-\u0903\u093a-\u094f]+[^\W\d_]*)*", text.lower())
    if len(words) < _LEAST_WORDS:
        return UNKNOWN
    counts = Counter(words)
    shares = {
        code: sum(counts[word] for word in function_words(code)) for code in ("en", *foreign_languages())
    }
    (best, most), (_, next_most) = Counter(shares).most_common(2)
    if most < _LEAST_SHARE * len(words) or most < _LEAD * next_most:
        return UNKNOWN
    telling = _TELLING.get(best)
    return best if telling is None or re.search(telling, text.lower(), re.DOTALL) else UNKNOWN
