"""The entity table of a pair: what both articles name, what one of them alone names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import floor, log

from desktop_app.compare.borrowed_names import Cover, borrowed_names
from desktop_app.extract.aliases import Grouper, best_name
from desktop_app.extract.lexicon import Lexicon, load_lexicon
from desktop_app.extract.name_keys import name_key, plain_name, turned
from desktop_app.extract.names import lands_of
from desktop_app.model import (
    Article,
    Entity,
    EntityRow,
    EntityType,
    Mention,
    Progress,
    Side,
    no_progress,
    part_of,
    pulsed,
    watched,
)
from desktop_app.text.dates import WEEKDAYS
from desktop_app.text.units import Unit, load_units


@dataclass(slots=True)
class _Row:
    name: str
    kind: EntityType
    value: str = ""
    left: list[Mention] = field(default_factory=list)
    right: list[Mention] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)

    def take(self, other: _Row) -> None:
        self.left += other.left
        self.right += other.right
        self.roles += [role for role in other.roles if role not in self.roles]
        self.related += [name for name in other.related if name not in self.related]

    def put_in_order(self) -> None:
        for mentions in (self.left, self.right):
            mentions.sort(key=lambda mention: (mention.paragraph, mention.start))


def entity_rows(
    left: Article,
    right: Article,
    left_entities: Sequence[Entity],
    right_entities: Sequence[Entity],
    progress: Progress = no_progress,
) -> tuple[EntityRow, ...]:
    """Return the entities of both articles in one table, by first mention, left before right.

    A string that the two sides type differently gets one type; aliases are joined across the sides; equal
    values in other notations or units become one row.
    """
    lexicon = load_lexicon()
    sides = ((Side.LEFT, left_entities), (Side.RIGHT, right_entities))
    kinds = _pooled_kinds(sides, lexicon)
    borrowed = [
        (side, mention, entity)
        for side, article, own, others in (
            (Side.LEFT, left, left_entities, right_entities),
            (Side.RIGHT, right, right_entities, left_entities),
        )
        for mention, entity in borrowed_names(article, own, others, lexicon, part_of(progress, 0.0, 0.1))
    ]
    rows = [*_name_rows(sides, kinds, borrowed, lexicon, part_of(progress, 0.1, 0.5))]
    rows += _value_rows(sides, part_of(progress, 0.5, 1.0))
    lengths = {Side.LEFT: len(left.paragraphs), Side.RIGHT: len(right.paragraphs)}
    places = {id(row): _place(row, lengths) for row in pulsed(rows)}
    rows.sort(key=lambda row: places[id(row)])
    return tuple(
        EntityRow(
            row.name,
            row.kind,
            tuple(row.left),
            tuple(row.right),
            row.value,
            tuple(row.roles),
            tuple(row.related),
        )
        for row in pulsed(rows)
    )


def _place(row: _Row, lengths: dict[Side, int]) -> tuple[float, int, int]:
    """Rows stand where they are first named, measured as a share of the article."""
    places = [
        (mentions[0].paragraph / max(1, lengths[side]), order, mentions[0].start)
        for order, (side, mentions) in enumerate(((Side.LEFT, row.left), (Side.RIGHT, row.right)))
        if mentions
    ]
    return min(places)


_PEOPLED = 6.0
"""What the word for its people tells of a land that one side takes for something else."""

_Sides = tuple[tuple[Side, Sequence[Entity]], ...]


def _pooled_kinds(sides: _Sides, lexicon: Lexicon) -> dict[str, EntityType]:
    """Return the type of each name that the sides type differently: the one with more behind it.

    Full names and lists weigh more than single unknown words; a word that ends a person's name on
    either side is that person's.
    """
    votes: dict[str, dict[EntityType, float]] = defaultdict(lambda: defaultdict(float))
    surnames: set[str] = set()
    for _, entities in sides:
        for entity in pulsed(entities, 8):
            if not entity.type.is_name:
                continue
            words = plain_name(entity.name, lexicon)[0].split()
            full = entity.type is EntityType.PERSON and len(words) > 1
            if full:
                surnames.add(words[-1].upper())
            known = full and (words[0] in lexicon.first_names or words[-1] in lexicon.surnames)
            for surface, count in Counter(mention.text for mention in entity.mentions).items():
                plain = plain_name(surface, lexicon)[0].upper()
                weight = count + (2.0 if known or len(entity.name.split()) > len(surface.split()) else 0.0)
                weight += 3.0 if entity.roles else 0.0
                votes[plain][entity.type] += weight
                if " OF " in plain and not full:
                    # "Castle of Brenna" tells what "Brenna Castle" is.
                    votes[turned(plain.lower()).upper()][entity.type] += weight + 3.0
    for land in _with_people(votes):
        votes[land][EntityType.GPE] += _PEOPLED
    kinds: dict[str, EntityType] = {}
    for plain, kinds_here in votes.items():
        if len(kinds_here) > 1:
            kinds[plain] = max(kinds_here, key=lambda kind: kinds_here[kind])
        elif plain in surnames and EntityType.ORG in kinds_here:
            kinds[plain] = EntityType.PERSON
    return kinds


def _with_people(votes: Mapping[str, Mapping[EntityType, float]]) -> set[str]:
    """Return the disputed single words from which the word for a people on either side grows ("Tavian")."""
    disputed = {word for word, kinds in votes.items() if len(kinds) > 1 and EntityType.GPE in kinds}
    if not disputed:
        return set()
    peoples = (word.removesuffix("S").lower() for word, kinds in votes.items() if EntityType.NORP in kinds)
    return {base.upper() for word in peoples for base in lands_of(word)} & disputed


def _name_rows(
    sides: _Sides,
    kinds: dict[str, EntityType],
    borrowed: Sequence[tuple[Side, Mention, Entity]],
    lexicon: Lexicon,
    progress: Progress,
) -> Iterable[_Row]:
    grouper = Grouper(lexicon)
    side_of: dict[int, Side] = {}
    related: dict[str, tuple[str, ...]] = {}
    held: list[Mention] = []
    wider = {side: Cover([mention for at, mention, _ in borrowed if at is side]) for side, _ in sides}
    for side, entities in sides:
        for entity in watched(progress, entities, "Joining names", every=1):
            if not entity.type.is_name:
                continue
            related.setdefault(entity.name, entity.related)
            read: dict[str, tuple[EntityType, str]] = {}
            for number, mention in enumerate(pulsed(entity.mentions, 64)):
                if wider[side].holds(mention):
                    continue
                if mention.text not in read:
                    kind = kinds.get(plain_name(mention.text, lexicon)[0].upper(), entity.type)
                    read[mention.text] = kind, _full(entity, mention, kind, lexicon)
                kind, whole = read[mention.text]
                role = entity.roles[number] if number < len(entity.roles) else ""
                own = Mention(mention.paragraph, mention.start, mention.end, mention.text)
                side_of[id(own)] = side
                held.append(own)
                grouper.add(own, kind, role=role, full=whole)
    for side, mention, entity in pulsed(borrowed):
        kind = kinds.get(plain_name(mention.text, lexicon)[0].upper(), entity.type)
        side_of[id(mention)] = side
        grouper.add(mention, kind, full=_full(entity, mention, kind, lexicon))
    for group in pulsed(grouper.merge(), 8):
        row = _Row(best_name(group, lexicon), group.kind, roles=list(group.roles))
        for mention in group.mentions:
            (row.left if side_of[id(mention)] is Side.LEFT else row.right).append(mention)
        row.put_in_order()
        if group.kind is EntityType.NORP:
            country = lexicon.country_of.get(group.names[0], "")
            row.related = [country] if country else []
        yield row


def _full(entity: Entity, mention: Mention, kind: EntityType, lexicon: Lexicon) -> str:
    """Return the name a mention was already resolved to within its article."""
    if kind is not entity.type:
        return ""
    plain, _ = plain_name(mention.text, lexicon)
    whole, _ = plain_name(entity.name, lexicon)
    if name_key(plain, kind, lexicon) == name_key(whole, kind, lexicon):
        return ""
    return whole


# Values


_Key = float | str | tuple[str, int]


def _value_rows(sides: _Sides, progress: Progress) -> list[_Row]:
    rows: dict[tuple[EntityType, str], _Row] = {}
    for side, entities in sides:
        for entity in pulsed(entities):
            if entity.type.is_name:
                continue
            row = rows.setdefault(
                (entity.type, entity.value or entity.name.lower()),
                _Row(entity.name, entity.type, entity.value),
            )
            (row.left if side is Side.LEFT else row.right).extend(entity.mentions)
    listed = list(rows.values())
    for kind, keys, same in (
        (EntityType.DATE, _date_keys, _same_date),
        (EntityType.TIME, _date_keys, _same_date),
        (EntityType.MONEY, _number_keys, _same_money),
        (EntityType.QUANTITY, _quantity_keys, _same_quantity),
        (EntityType.CARDINAL, _number_keys, _same_count),
    ):
        progress(0.5, "Joining figures")
        listed = _join(listed, kind, keys, same)
    for row in pulsed(listed):
        row.put_in_order()
    return listed


def _join(
    rows: list[_Row],
    kind: EntityType,
    keys: Callable[[_Row], set[_Key]],
    same: Callable[[_Row, _Row], bool],
) -> list[_Row]:
    """Join the rows of one kind that are the same, each with the first that fits.

    Rows that are the same share one of their ``keys``, so only those are compared.
    """
    kept: list[_Row] = []
    by_key: dict[_Key, list[int]] = defaultdict(list)
    for row in pulsed(rows):
        own = keys(row) if row.kind is kind else set()
        near = sorted({place for key in own for place in by_key.get(key, ())})
        partner = next((place for place in near if same(kept[place], row)), None)
        if partner is None:
            partner = len(kept)
            kept.append(row)
        else:
            taking = kept[partner]
            taking.take(row)
            if taking.value.endswith(" crown") or ("(" in row.name and kind is EntityType.DATE):
                taking.value, taking.name = row.value, row.name
        for key in own:
            by_key[key].append(partner)
    return kept


def _number_keys(row: _Row) -> set[_Key]:
    number = _number(row)
    return {number[0]} if number else set()


def _quantity_keys(row: _Row) -> set[_Key]:
    """A step of three per cent on the scale of the dimension, with the steps beside it."""
    number = _number(row)
    unit = _units_by_name().get(number[1]) if number else None
    size = number[0] * unit.factor if number and unit else 0.0
    if unit is None or not 0.0 < size < float("inf"):
        return set()
    step = floor(log(size) / log(1.03))
    return {(unit.dimension, step + beside) for beside in (-1, 0, 1)}


def _date_keys(row: _Row) -> set[_Key]:
    bracketed = [m.text.lower() for m in (*row.left, *row.right) if "(" in m.text]
    return {day for day in WEEKDAYS.values() if row.value == day or any(t.startswith(day) for t in bracketed)}


def _number(row: _Row) -> tuple[float, str] | None:
    number, _, unit = row.value.partition(" ")
    try:
        return float(number), unit
    except ValueError:
        return None


@cache
def _units_by_name() -> dict[str, Unit]:
    return {unit.name: unit for unit in load_units().units.values()}


def _same_date(one: _Row, other: _Row) -> bool:
    return _date_fits(one, other) or _date_fits(other, one)


def _date_fits(bracketed: _Row, plain: _Row) -> bool:
    """Whether "Monday (Feb 7)" is the plain "Monday" or "Feb 7"."""
    if plain.value in WEEKDAYS.values():
        return any(
            mention.text.lower().startswith(plain.value) and "(" in mention.text
            for mention in [*bracketed.left, *bracketed.right]
        )
    return False


_CROWNS = frozenset({"SEK", "NOK", "DKK", "ISK", "CZK", "crown"})


def _same_money(one: _Row, other: _Row) -> bool:
    first, second = _number(one), _number(other)
    if not first or not second or first[0] != second[0]:
        return False
    return {first[1], second[1]} <= _CROWNS and "crown" in (first[1], second[1])


def _same_quantity(one: _Row, other: _Row) -> bool:
    """Whether two lengths (weights ...) in different units differ by no more than rounding (3 per cent)."""
    first, second = _number(one), _number(other)
    if not first or not second or first[1] == second[1]:
        return False
    units = _units_by_name()
    a, b = units.get(first[1]), units.get(second[1])
    if not a or not b or a.dimension != b.dimension:
        return False
    low, high = sorted((first[0] * a.factor, second[0] * b.factor))
    return low > 0 and (high - low) / high <= 0.03


def _same_count(one: _Row, other: _Row) -> bool:
    """Whether two counts are one: the same figure, with the same noun or without, or a telling figure."""
    first, second = _number(one), _number(other)
    if not first or not second or first[0] != second[0]:
        return False
    if not first[1] or not second[1]:
        return True
    return first[0] > 12 and not (one.left and other.left) and not (one.right and other.right)
