"""How surely two different names in corresponding sentences are told of one thing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from desktop_app.compare.beads import Bead, Region
from desktop_app.compare.name_variants import name_variant
from desktop_app.compare.source_sorts import same_kind_of_source
from desktop_app.compare.word_families import is_past
from desktop_app.extract.quotations_cues import body_nouns, people_nouns, singular
from desktop_app.model import EntityRow, EntityType, Mention
from desktop_app.text.lexicons import read_sections, read_words
from desktop_app.text.normalize import fold, fold_spelling

_ALONE_ENOUGH = 3.0
"""Evidence from which two names are told of one thing where each is the only one of its sort left over."""

_ENOUGH = 4.2
"""Evidence from which two different names that each stand on one side only are told of the same thing."""

_KNOWN_ENOUGH = 5.2
"""The same where one of the names occurs on the other side as well, elsewhere."""

VARIANT = 10.0
"""Evidence added where two names are variants of each other."""


def name_evidence(bead: Bead, a: Mention, x: EntityRow, b: Mention, y: EntityRow, *, alone: bool) -> float:
    """Return how surely two different names stand for one thing; 0 where that is not sure enough.

    ``alone`` tells that each is the only name of its type that the other side has not.
    """
    if _is_one_name(a, x, b, y):
        return 0.0
    left, right = bead.left.place(a), bead.right.place(b)
    if left is None or right is None:
        return 0.0
    one_sided = not x.right and not y.left
    facing, around = bead.opposed(left, right), bead.context(left, right)
    score = 1.5 * facing + min(_ALONE_ENOUGH, around)
    if one_sided and (name_variant(x.name, y.name) or name_variant(a.text, b.text)):
        score += len(a.text.split()) == len(b.text.split())
        return score + VARIANT if x.type is y.type or score >= 1.0 else 0.0
    actors = {x.type, y.type} <= _ACTORS and not _part_of(a.text, b.text)
    if one_sided and actors and _do_the_same(bead, left, right):
        return _ALONE_ENOUGH + score
    sort = sort_of(x)
    if sort is not sort_of(y) or _may_both_be_right(bead, sort, a, left, b, right):
        return 0.0
    if sort is EntityType.NORP and not (one_sided and _next_alike(bead, left[1], right[1])):
        return 0.0
    if not one_sided:
        return score if score + alone >= _KNOWN_ENOUGH and facing >= 1.3 else 0.0
    if _hold_one_office(bead, a, b):
        return _ALONE_ENOUGH + score
    if alone and _exclude(fold(a.text), fold(b.text)) and _told_alike(bead, left, right, around):
        return _ALONE_ENOUGH + score
    if score >= _ALONE_ENOUGH:
        if _twins(a.text, b.text) and (alone or facing >= 0.8):
            return score
        if alone and sort is not EntityType.PERSON and facing >= 0.6:
            return score
    return score if score + alone >= _ENOUGH and facing >= (0.8 if alone else 1.3) else 0.0


_ACTORS = frozenset((EntityType.PERSON, EntityType.ORG))
_PLACES = frozenset((EntityType.GPE, EntityType.LOC, EntityType.FAC))


def sort_of(row: EntityRow) -> EntityType:
    """Return the type of a row, one for all sorts of places."""
    return EntityType.LOC if row.type in _PLACES else row.type


def _is_one_name(a: Mention, x: EntityRow, b: Mention, y: EntityRow) -> bool:
    """Whether two names are one in other words: related, longer, spelt otherwise, "Europe" and "European"."""
    if x is y or fold(a.text) == fold(b.text) or set(x.related) & {y.name} or set(y.related) & {x.name}:
        return True
    if same_spelling(a.text, b.text) or longer_form(a.text, b.text):
        return True
    place = not {sort_of(x), sort_of(y)}.isdisjoint((EntityType.LOC, EntityType.NORP))
    return place and _made_of(fold(a.text), fold(b.text))


def _may_both_be_right(
    bead: Bead, sort: EntityType, a: Mention, left: tuple[int, int], b: Mention, right: tuple[int, int]
) -> bool:
    """Whether two names of one sort may stand for one thing and still be right, or surely are of two."""
    pair = fold(a.text), fold(b.text)
    if any(singular(name) in body_nouns() | _clubs() for name in pair):
        return True  # "the Committee" is short for whatever committee it is
    namesakes = sort is EntityType.PERSON and _namesakes(a.text, b.text)
    if _part_of(a.text, b.text) and not _twins(a.text, b.text) and not namesakes:
        return True
    if pair in _capitals() or pair[::-1] in _capitals():
        return True  # "Washington" stands for America
    if sort is EntityType.LOC and len({name.text.split()[-1].islower() for name in (a, b)}) > 1:
        return True  # "Amsterdam airport" tells where an airport with a name of its own is
    if all(_ways(bead, left, right)) and _may_lie_in(pair):
        return True  # "in Gdansk" and "in Poland" may both be so
    return sort is EntityType.PERSON and _other_people(bead, a, left[0], b, right[0])


def _told_alike(bead: Bead, left: tuple[int, int], right: tuple[int, int], around: float) -> bool:
    """Whether two places are told of one thing, with so much evidence ``around``: "in Kenya", "in Uganda"."""
    if _adds(bead):
        return False
    ways = _ways(bead, left, right)
    told = around + _FIGURES * _same_figures(bead.left, left[0], bead.right, right[0])
    alike = ways[0] == ways[1] or (set(ways) == {"in", "to"} and bead.common(left[0], right[0]) >= _MUCH)
    return all(ways) and alike and told >= _AROUND


def _countries() -> Iterator[list[str]]:
    """Yield the cells of each country: its name, its people, its other names, its capital if listed."""
    for line in read_sections("countries.txt")[""]:
        yield [cell.strip() for cell in line.split("|")]


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    """Return pairs of a country, by any of its names, and its capital."""
    return frozenset(
        (fold(name.strip()), fold(cell[3]))
        for cell in _countries()
        if len(cell) > 3
        for name in (cell[0], *cell[2].split(","))
    )


@cache
def _known_places() -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded names of countries, and those of cities."""
    countries = frozenset(fold(cell[0]) for cell in _countries())
    cities = (name for line in read_sections("places.txt")["cities"] for name in line.split(","))
    return countries, frozenset(fold(name.strip()) for name in cities)


def _may_lie_in(pair: tuple[str, str]) -> bool:
    """Whether one of two places is a country and the other may be a town of it, being no other's capital."""
    countries = _known_places()[0]
    if (pair[0] in countries) == (pair[1] in countries):
        return False
    return not any(city in pair for _, city in _capitals())


@cache
def _clubs() -> frozenset[str]:
    """Return the words by which a club is called for short: "City"."""
    return read_words("disagreement_words.txt", "clubs")


def _made_of(a: str, b: str) -> bool:
    """Whether one of two words tells of the place that the other is: "Europe", "European"."""
    return min(len(a), len(b)) >= _ADJECTIVE and (a.startswith(b) or b.startswith(a))


_ADJECTIVE = 4
"""Letters of a place from which a longer word is made that tells of it."""


def _exclude(a: str, b: str) -> bool:
    """Whether neither of two places lies in the other: two countries or two cities."""
    return any(a in known and b in known for known in _known_places())


def _adds(bead: Bead) -> bool:
    """Whether one side tells of a place besides others: "in Hungary too"."""
    return any(region.with_form(("too", "also")) for region in (bead.left, bead.right))


_WAYS = {"in": "in", "at": "in", "near": "in", "to": "to", "for": "to", "towards": "to", "from": "from"}


def _ways(bead: Bead, left: tuple[int, int], right: tuple[int, int]) -> tuple[str, str]:
    return _way(bead.left, left[0]), _way(bead.right, right[0])


def _way(region: Region, place: int) -> str:
    """Return whether a place is where something is, goes to or comes from; "" where that is not said."""
    return _WAYS.get(region.words[place - 1].low, "") if place and not region.edge(place - 1, place) else ""


def _other_people(bead: Bead, a: Mention, left: int, b: Mention, right: int) -> bool:
    """Whether two people are told apart by what they are ("striker X", "defender Y"), or one is no name."""
    if any(singular(fold(name.text)) in people_nouns() for name in (a, b)):
        return True
    roles = [
        singular(region.words[place - 1].low) if place and not region.edge(place - 1, place) else ""
        for region, place in ((bead.left, left), (bead.right, right))
    ]
    return all(role in people_nouns() for role in roles) and not same_kind_of_source(*roles)


_AROUND = 1.2
"""Evidence around two places from which "in Kenya" and "in Uganda" are told of the same."""

_MUCH = 4
"""Words of weight that two sentences share where "in Bergen" and "to Stavanger" are told of the same."""

_FIGURES = 1.2
"""Evidence from a figure of three digits or more that stands in both sentences."""


def _same_figures(left: Region, one: int, right: Region, other: int) -> int:
    """Return how many long figures the sentences around two places share."""
    found = [
        {region.words[number].low for number in region.sentence_of(place)}
        for region, place in ((left, one), (right, other))
    ]
    return sum(word[:1].isdigit() and sum(map(str.isdigit, word)) >= 3 for word in found[0] & found[1])


def _do_the_same(bead: Bead, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether two names do one thing to one thing: "developed by Novagen", "which Biovara developed"."""
    acts = _act(bead.left, left), _act(bead.right, right)
    return acts[0] is not None and acts[0] == acts[1] and bead.context(left, right) >= 2 * _AROUND


def _act(region: Region, place: tuple[int, int]) -> str | None:
    """Return the family of the verb that a name governs, right behind it or before "by"."""
    first, after = place
    words = region.words
    if first >= 2 and words[first - 1].low == "by" and not region.edge(first - 2, first):
        return words[first - 2].near if is_past(words[first - 2].low) else None
    if after < len(words) and not region.edge(after - 1, after) and not words[after].after_mark:
        return words[after].near if is_past(words[after].low) and words[after].heavy else None
    return None


def _hold_one_office(bead: Bead, a: Mention, b: Mention) -> bool:
    """Whether two people are told of by the same office, which only one person holds."""
    first, second = office_of(bead.left, a), office_of(bead.right, b)
    return first is not None and second is not None and first[1:] == second[1:] and bool(first[2])


def _twins(a: str, b: str) -> bool:
    """Whether two names differ in a single word before the last: "Kent Police", "Essex Police"."""
    first, second = fold(a).split(), fold(b).split()
    if len(first) != len(second) or len(first) < 2 or first[-1] != second[-1]:
        return False
    return sum(map(str.__ne__, first, second)) == 1


def _namesakes(a: str, b: str) -> bool:
    """Whether two people have one first name but other surnames: "Anna Berg", "Anna Holm"."""
    first, second = fold(a).split(), fold(b).split()
    return len(first) == len(second) == 2 and first[0] == second[0]


def _next_alike(bead: Bead, left: int, right: int) -> bool:
    """Whether the words right after two nationalities are the same, or one of a family."""
    if left >= len(bead.left.words) or right >= len(bead.right.words):
        return False
    first, second = bead.left.words[left], bead.right.words[right]
    return first.heavy and first.near == second.near and not (first.after_mark or second.after_mark)


def same_spelling(a: str, b: str) -> bool:
    """Whether two names differ at most in house style: British or American, accents, case."""
    return [fold_spelling(w) for w in fold(a).split()] == [fold_spelling(w) for w in fold(b).split()]


def longer_form(a: str, b: str) -> bool:
    """Whether one name is the other with words added, or shortened with a full stop: "Mass."."""
    if _shortens(a, b) or _shortens(b, a):
        return True
    first, second = set(fold(a).split()), set(fold(b).split())
    return first <= second or second <= first


def _shortens(short: str, long: str) -> bool:
    """Whether a word with a full stop stands for a longer one: "Mass." for "Massachusetts"."""
    letters, whole = fold(short).removesuffix("."), fold(long)
    if not short.endswith(".") or not letters.isalpha() or len(letters) >= len(whole):
        return False
    rest = iter(whole)
    return letters[0] == whole[0] and all(letter in rest for letter in letters)


def _part_of(a: str, b: str) -> bool:
    """Whether one name holds a long word of the other: a longer form, or a part, of the same."""
    first = {word for word in fold(a).replace("-", " ").split() if len(word) > 3}
    second = {word for word in fold(b).replace("-", " ").split() if len(word) > 3}
    initials = {"".join(word[0] for word in fold(t).split() if word[0].isalpha()) for t in (a, b)}
    return bool(first & second) or bool(initials & {fold(a).replace(".", ""), fold(b).replace(".", "")})


_PORTFOLIO = read_words("disagreement_words.txt", "portfolio")

_SAME_PORTFOLIO = {
    "defence": "defense",
    "home": "interior",
    "labour": "labor",
    "economics": "economy",
    "ex": "former",
}


def office_of(region: Region, mention: Mention) -> tuple[tuple[int, int], str, frozenset[str]] | None:
    """Return the office right before a name: its place, its noun, and the portfolio words in it."""
    place = region.place(mention)
    if place is None or place[0] == 0:
        return None
    words = region.words
    head = place[0] - 1
    if words[head].low not in people_nouns() or words[head].paragraph != mention.paragraph:
        return None
    start = head
    while start > 0 and head - start < 4 and words[start - 1].sentence == words[head].sentence:
        low = _SAME_PORTFOLIO.get(words[start - 1].low, words[start - 1].low)
        if low not in _PORTFOLIO and low != "and":
            break
        start -= 1
    qualities = frozenset(
        _SAME_PORTFOLIO.get(word.low, word.low) for word in words[start:head] if word.low != "and"
    )
    return (start, head), words[head].low, qualities
