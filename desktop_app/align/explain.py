"""What made a link: names, figures, quoted and rare words both sides share."""

from __future__ import annotations

from desktop_app.align.terms import fold_word, words_of
from desktop_app.model import Article, Link

MOST = 8


def shared_words(left: Article, right: Article, link: Link) -> tuple[str, ...]:
    """Return up to `MOST` words both sides of a link share, most telling first, as printed on the left."""
    other = {fold_word(word)[:5] for index in link.right for word in words_of(right.paragraphs[index].text)}
    counts: dict[str, int] = {}
    for paragraph in (*left.paragraphs, *right.paragraphs):
        for word in {fold_word(w)[:5] for w in words_of(paragraph.text)}:
            counts[word] = counts.get(word, 0) + 1
    seen: dict[str, str] = {}
    for index in link.left:
        for word in words_of(left.paragraphs[index].text):
            key = fold_word(word)[:5]
            if key in other and (len(word) > 3 or word[0].isdigit() or not word.isascii()):
                seen.setdefault(key, word)
    ranked = sorted(
        seen, key=lambda key: (not (seen[key][0].isupper() or seen[key][0].isdigit()), counts[key])
    )
    return tuple(
        seen[key]
        for key in ranked[:MOST]
        if counts[key] <= max(6, (len(left.paragraphs) + len(right.paragraphs)) // 4)
    )
