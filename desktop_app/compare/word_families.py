"""Words that versions of a story use for each other: "strike" for "walkout", and for "attack"."""

from __future__ import annotations

from functools import cache, lru_cache

from desktop_app.text.lexicons import read_sections
from desktop_app.text.normalize import fold, fold_spelling
from desktop_app.text.stems import stem


@cache
def _irregular() -> dict[str, str]:
    forms: dict[str, str] = {}
    for line in read_sections("irregular_verbs.txt").get("", ()):
        base, *others = line.split()
        for other in others:
            forms.setdefault(other, base)
    return forms


def is_past(word: str) -> bool:
    """Whether a folded word looks like the past form of a verb."""
    return word.endswith("ed") or word in _irregular()


@lru_cache(maxsize=20000)
def root(word: str) -> str:
    """Return the stem of a folded word, irregular verb forms and spelling variants brought together."""
    found = stem(fold_spelling(_irregular().get(word, word)))
    if len(found) > 4 and found[-1] == found[-2] and found[-1] in "dgmnprt":
        return found[:-1]  # "boycott" as "boycotted"
    return found[:-1] if len(found) > 3 and found.endswith("e") else found


@cache
def roots(words: frozenset[str]) -> frozenset[str]:
    """Return the roots of words, by which forms of a word are looked up."""
    return frozenset(map(root, words))


@lru_cache(maxsize=20000)
def families_of(word: str) -> tuple[str, ...]:
    """Return the families of a folded word, the commonest first; none for a word of no family.

    The form itself is looked up before its root, so that "plans" and "planes" stay apart.
    """
    by_form, by_root, _ = _families()
    return by_form.get(fold_spelling(word)) or (by_root.get(root(word), ()) if len(word) > 3 else ())


def pair_families(first: str, second: str) -> tuple[str, ...]:
    """Return the families of two words that stand together ("turned", "down"), which are given by roots."""
    if first not in _pair_openings():
        return ()
    return _families()[2].get(f"{first}_{second}", ())


def family(word: str) -> str:
    """Return the commonest family of a folded word, or its root."""
    found = families_of(word)
    return found[0] if found else root(word)


_Families = dict[str, tuple[str, ...]]


@cache
def _families() -> tuple[_Families, _Families, _Families]:
    """Return the families by form, by root and by pair of roots."""
    by_form: dict[str, list[str]] = {}
    by_root: dict[str, list[str]] = {}
    by_pair: dict[str, list[str]] = {}
    for number, line in enumerate(read_sections("synonyms.txt").get("", ())):
        words = [fold(word) for word in line.split()]
        name = f"={words[0]}{number}"
        for word in words:
            if "_" in word:
                _add(by_pair, "_".join(map(root, word.split("_"))), name)
                continue
            _add(by_root, root(word), name)
            for form in _forms(fold_spelling(word)):
                _add(by_form, form, name)
    for form, base in _irregular().items():  # "found" is mostly of "find"
        own = by_form.get(fold_spelling(base), [])
        by_form[form] = [*own, *(name for name in by_form.get(form, ()) if name not in own)]
    return _frozen(by_form), _frozen(by_root), _frozen(by_pair)


@cache
def _pair_openings() -> frozenset[str]:
    return frozenset(pair.split("_")[0] for pair in _families()[2])


def _add(found: dict[str, list[str]], key: str, name: str) -> None:
    names = found.setdefault(key, [])
    if name not in names:
        names.append(name)


def _frozen(found: dict[str, list[str]]) -> _Families:
    return {key: tuple(names) for key, names in found.items()}


def _forms(base: str) -> tuple[str, ...]:
    """Return a base form and those that are made of it by rule, as a noun and as a verb."""
    if base.endswith("e"):
        return base, base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    plural = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return base, plural, base + "ed", base + "ing", base + base[-1] + "ed", base + base[-1] + "ing"
