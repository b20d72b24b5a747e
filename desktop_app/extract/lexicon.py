"""The word lists that the name finder works with, read once from ``resources/lexicons``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from desktop_app.assets import resource_path
from desktop_app.model import EntityType
from desktop_app.text.lexicons import function_words, read_lists, read_sections, split_list
from desktop_app.text.normalize import fold, fold_spelling

Entry = tuple[EntityType, str]
"""Type and shown name of a listed name."""


@dataclass(frozen=True)
class Lexicon:
    """All lists, ready for lookup. Words stand as in running text unless ``folded`` is said."""

    words: frozenset[str]
    function_words: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    first_names: frozenset[str]
    surnames: frozenset[str]
    listed: dict[tuple[str, ...], Entry]
    listed_starts: dict[str, int]
    upper_starts: dict[str, int]
    listed_upper: dict[tuple[str, ...], tuple[str, ...]]
    country_of: dict[str, str]
    countries: frozenset[str]
    spellings: dict[str, str]
    initials: dict[str, str]
    titles: dict[tuple[str, ...], str]
    title_starts: dict[str, int]
    sections: dict[str, frozenset[str]] = field(default_factory=dict)
    _ordinary: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    def has(self, section: str, word: str) -> bool:
        """Whether a word stands in one section of ``entity_words.txt``, ``kinds.txt`` or ``bodies.txt``."""
        return word in self.sections[section]

    def is_country(self, name: str) -> bool:
        """Whether a shown name is that of a country with a people."""
        return name in self.countries

    def is_ordinary(self, word: str) -> bool:
        """Whether a lower-case word is plain English, inflected by rule or not, in either spelling."""
        known = self._ordinary.get(word)
        if known is None:
            if len(self._ordinary) > 50_000:
                self._ordinary.clear()
            known = self._is_ordinary(word) or ("-" not in word and self._is_ordinary(fold_spelling(word)))
            self._ordinary[word] = known
        return known

    def _is_ordinary(self, word: str) -> bool:
        words = self.words
        if word in words or word in self.function_words:
            return True
        if word.endswith("s") and (
            word[:-1] in words
            or (word.endswith("es") and word[:-2] in words)
            or (word.endswith("ies") and word[:-3] + "y" in words)
        ):
            return True
        if word.endswith("ed") and (word[:-2] in words or word[:-1] in words or word[:-3] in words):
            return True
        if word.endswith("ing") and len(word) > 5:
            return word[:-3] in words or word[:-3] + "e" in words or word[:-4] in words
        if word.endswith("ly") and len(word) > 4:
            return word[:-2] in words or word[:-3] + "le" in words or word[:-3] + "y" in words
        if word.endswith(("er", "est", "ers")):
            stem = word[:-3] if word.endswith(("est", "ers")) else word[:-2]
            if stem in words or stem + "e" in words:
                return True
        if self._is_derived(word):
            return True
        return "-" in word and all(part in words or part.isdigit() for part in word.split("-") if part)

    def _is_derived(self, word: str) -> bool:
        """Whether a word grows from a listed one by an affix, as the spelling dictionary derives it.

        The list holds base forms only: "conversion" and "resource" stand there as "converse" and "source".
        """
        name = word.capitalize()
        if name in self.first_names or name in self.surnames:
            return False
        for prefix in ("re", "un", "in", "dis", "mis", "over", "out"):
            if word.startswith(prefix) and len(word) > len(prefix) + 3:
                stem = word[len(prefix) :]
                if stem in self.words or stem.removesuffix("s") in self.words:
                    return True
        plain = word.removesuffix("s")
        for doer in _DOERS:
            if plain.endswith(doer) and plain.removesuffix(doer) in self.words:
                return True
        for suffix, ends in _SUFFIXES:
            if plain.endswith(suffix) and len(plain) > len(suffix) + 2:
                stem = plain.removesuffix(suffix)
                if any(stem + end in self.words for end in ends):
                    return True
        return False


_DOERS = (
    "maker",
    "worker",
    "keeper",
    "holder",
    "builder",
    "owner",
    "goer",
    "grower",
    "breaker",
    "seeker",
    "fighter",
    "men",
    "women",
)
_SUFFIXES = (
    ("ication", ("y",)),
    ("ion", ("e", "")),
    ("ive", ("e", "")),
    ("ment", ("",)),
    ("iness", ("y",)),
    ("ness", ("",)),
    ("able", ("", "e")),
    ("ing", ("", "e")),
    ("ant", ("", "e")),
)


def _cells(name: str) -> list[list[str]]:
    lines = resource_path(f"lexicons/{name}").read_text(encoding="utf-8").splitlines()
    return [
        [cell.strip() for cell in line.split("|")]
        for line in lines
        if line.strip() and not line.startswith(("#", "["))
    ]


def split_words(name: str) -> tuple[str, ...]:
    """Cut a listed name as the tokenizer cuts running text (an ending 's is a word of its own)."""
    if "'" not in name and "’" not in name and "," not in name:
        return tuple(name.split())
    words: list[str] = []
    for word in name.replace("’", "'").split():
        if word.endswith("'s") and len(word) > 2:
            words += [word[:-2], "'s"]
        elif word.endswith(",") and len(word) > 1:
            words += [word[:-1], ","]
        else:
            words.append(word)
    return tuple(words)


class _Builder:
    def __init__(self) -> None:
        self.listed: dict[tuple[str, ...], Entry] = {}
        self.country_of: dict[str, str] = {}
        self.initials: dict[str, str] = {}

    def add(self, name: str, kind: EntityType, shown: str) -> None:
        key = split_words(name)
        self.listed.setdefault(key, (kind, shown))
        if any("'" in word[1:-1] for word in key):  # "Xi’an", "Nukuʻalofa"
            for mark in "’ʻ":
                typed = tuple(word if word == "'s" else word.replace("'", mark) for word in key)
                self.listed.setdefault(typed, (kind, shown))

    def countries(self) -> None:
        for name, people, others, *_ in _cells("countries.txt"):
            for other in [name, *split_list(others)]:
                self.add(other, EntityType.GPE, name)
            for word in split_list(people):
                self.add(word, EntityType.NORP, word)
                self.country_of.setdefault(word, name)
        for row in _cells("norps.txt"):
            for word in split_list(row[0]):
                self.add(word, EntityType.NORP, word)

    def places(self) -> None:
        kinds = {
            "facilities": EntityType.FAC,
            "locations": EntityType.LOC,
            "cities": EntityType.GPE,
            "regions": EntityType.GPE,
        }
        sections = read_sections("places.txt")
        for section, kind in kinds.items():
            for line in sections[section]:
                for name in split_list(line.replace("Washington, D.C.", "Washington D.C.")):
                    self.add(name, kind, name)

    def people(self) -> None:
        """People who go by one name."""
        for lines in read_sections("people.txt").values():
            for line in lines:
                for name in split_list(line):
                    self.add(name, EntityType.PERSON, name)

    def romance(self) -> None:
        """Places and bodies by their French, Spanish, Italian and Portuguese names."""
        sections = read_sections("romance_names.txt")
        for section, kind in (("places", EntityType.GPE), ("organisations", EntityType.ORG)):
            for line in sections[section]:
                for name in split_list(line):
                    self.add(name, kind, name)

    def organisations(self) -> None:
        sections = read_sections("organisations.txt")
        for section, kind in (("organisations", EntityType.ORG), ("events", EntityType.EVENT)):
            for line in sections[section]:
                name, _, others = line.partition("|")
                for other in [name.strip(), *split_list(others)]:
                    plain = other.removeprefix("the ")
                    self.add(plain, kind, name.strip())
                    if plain.isupper() and len(plain) > 1:
                        self.initials.setdefault(plain, name.strip())


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Read every list; raises FileNotFoundError where one is missing."""
    builder = _Builder()
    builder.countries()
    builder.organisations()
    builder.places()
    builder.romance()
    builder.people()
    names = read_sections("first_names.txt")
    female = frozenset(" ".join(names["female"]).split())
    male = frozenset(" ".join(names["male"]).split())
    either = frozenset(" ".join(names["either"]).split())
    sections = {**read_lists("entity_words.txt"), **read_lists("kinds.txt"), **read_lists("bodies.txt")}
    titles = {tuple(title.split()): title for title in sections["titles"]}
    starts = _longest(builder.listed)
    upper_starts: dict[str, int] = {}
    for word, length in starts.items():
        upper_starts[word.upper()] = max(length, upper_starts.get(word.upper(), 0))
    return Lexicon(
        words=frozenset(" ".join(read_sections("words.txt")[""]).split()),
        function_words=function_words(),
        female=female,
        male=male,
        first_names=female | male | either,
        surnames=frozenset(" ".join(read_sections("surnames.txt")[""]).split()),
        listed=builder.listed,
        listed_starts=starts,
        upper_starts=upper_starts,
        listed_upper={tuple(" ".join(key).upper().split(" ")): key for key in reversed(builder.listed)},
        country_of=builder.country_of,
        countries=frozenset(builder.country_of.values()),
        spellings=_spellings(),
        initials=builder.initials,
        titles=titles,
        title_starts=_longest(titles),
        sections=sections,
    )


def _longest(keys: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """Return for each first word how many words the longest listed name has."""
    starts: dict[str, int] = {}
    for key in keys:
        if key and len(key) > starts.get(key[0], 0):
            starts[key[0]] = len(key)
    return starts


def _spellings() -> dict[str, str]:
    """Return the folded other spellings of places with the form they are shown by."""
    found: dict[str, str] = {}
    for name, others in _cells("place_spellings.txt"):
        for other in [name, *split_list(others)]:
            found[fold(other)] = name
    return found
