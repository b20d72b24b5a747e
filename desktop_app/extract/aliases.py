"""Group mentions into entities: full names with surnames, initials, spellings of one place, equal values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name_keys import name_key, plain_name
from desktop_app.model import EntityType, Mention, pulsed
from desktop_app.text.normalize import fold

PERSON, NORP, FAC, ORG = EntityType.PERSON, EntityType.NORP, EntityType.FAC, EntityType.ORG
GPE, LOC, EVENT = EntityType.GPE, EntityType.LOC, EntityType.EVENT
_PLACES = frozenset({GPE, LOC, FAC})
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "xii", "xiv", "xvi"])
_SMALL = frozenset(["of", "for", "the", "and", "in", "de", "la", "del", "des", "du", "&", "von", "und", "a"])


@dataclass(slots=True, eq=False)
class Group:
    """Mentions of one thing. ``names`` are its distinct surfaces without forms of address, in order."""

    kind: EntityType
    mentions: list[Mention] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    addresses: dict[str, None] = field(default_factory=dict)
    """Forms of address, in order: of "Mr" and "Mrs" at one name the first counts."""
    key: str = ""

    def add(self, mention: Mention, name: str, role: str = "", address: str = "") -> None:
        """Add a mention with its plain name and what stood beside it."""
        self.mentions.append(mention)
        if name not in self.names:
            self.names.append(name)
        if role and role not in self.roles:
            self.roles.append(role)
        if address:
            self.addresses[address] = None

    def take(self, other: Group) -> None:
        """Take over another group's mentions and names."""
        self.mentions.extend(other.mentions)
        self.names.extend(name for name in other.names if name not in self.names)
        self.roles.extend(role for role in other.roles if role not in self.roles)
        self.addresses |= other.addresses


class Grouper:
    """Builds groups from mentions of one or more articles."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.groups: list[Group] = []
        self._by_key: dict[tuple[EntityType, str], Group] = {}
        self._read: dict[tuple[str, EntityType, str], tuple[str, str, str]] = {}

    def add(
        self, mention: Mention, kind: EntityType, *, role: str = "", address: str = "", full: str = ""
    ) -> None:
        """Add one mention to the group of equal names, or to a new one.

        ``full`` is the name it was already resolved to; it then joins that name's group.
        """
        known = mention.text, kind, full
        if known not in self._read:
            name, found = plain_name(mention.text, self.lexicon)
            self._read[known] = name, found, name_key(full or name, kind, self.lexicon)
        name, found, key = self._read[known]
        group = self._by_key.get((kind, key))
        if group is None:
            group = Group(kind, key=key)
            self._by_key[(kind, key)] = group
            self.groups.append(group)
        group.add(mention, name, role, address or found)

    def merge(self) -> list[Group]:
        """Join groups that name one thing and return them by their first mention."""
        self._merge_persons()
        self._merge_organisations()
        self._merge_places()
        self.groups = [group for group in self.groups if group.mentions]
        return self.groups

    def _absorb(self, keep: Group, gone: Group) -> None:
        keep.take(gone)
        gone.mentions = []

    def _living(self, kind: EntityType) -> list[Group]:
        return [group for group in self.groups if group.kind is kind and group.mentions]

    # People

    def _merge_persons(self) -> None:
        people = self._living(PERSON)
        full = [group for group in people if self._is_full(group)]
        by_end: dict[str, list[Group]] = defaultdict(list)
        for group in pulsed(full):
            parts = _parts(group.key)
            for word in {f"{parts[0]} ", parts[-1]}:
                by_end[word].append(group)
        for group in pulsed(sorted(full, key=lambda group: len(group.key.split()))):
            parts = _parts(group.key)
            near = dict.fromkeys([*by_end[f"{parts[0]} "], *by_end[parts[-1]]])
            wider = [
                other
                for other in near
                if other is not group
                and other.mentions
                and len(other.key) >= len(group.key)
                and self._one_person(group, other)
            ]
            if len(wider) == 1:
                self._absorb(wider[0], group)
        by_surname: dict[str, list[Group]] = defaultdict(list)
        by_first: dict[str, list[Group]] = defaultdict(list)
        for group in pulsed(full):
            if group.mentions:
                by_first[_parts(group.key)[0]].append(group)
                for word in _surnames(group.key):
                    by_surname[word].append(group)
        for group in pulsed(people):
            if group.mentions and not self._is_full(group):
                owners = by_surname.get(group.key, [])
                if not owners and not group.addresses:
                    owners = by_first.get(group.key, [])
                self._place_single(group, owners)

    def _is_full(self, group: Group) -> bool:
        """Whether a person's name is more than a surname with its particles."""
        parts = _parts(group.key)
        return len(parts) > 1 and not self.lexicon.has("inner particles", parts[0])

    def _place_single(self, group: Group, owners: list[Group]) -> None:
        """Give a lone surname (or first name) to the person who fits it, if one alone does.

        Several people with one surname: the form of address decides, then a full name in front of it in the
        paragraph, then who went by the surname before, then the latest full name.
        """
        if not owners:
            return
        if len(owners) == 1:
            if self._gender_fits(group, owners[0]):
                self._absorb(owners[0], group)
            return
        usual: Group | None = None
        for mention in list(group.mentions):
            fitting = [owner for owner in owners if self._mention_fits(mention, owner)]
            before = [owner for owner in fitting if _first_place(owner) <= (mention.paragraph, mention.start)]
            choice = (
                max(before, key=lambda owner: _last_full_before(owner, mention))
                if before
                else (fitting[0] if fitting else None)
            )
            if (
                choice is not None
                and usual in fitting
                and _last_full_before(choice, mention)[0] < mention.paragraph
            ):
                choice = usual
            if choice is not None:
                usual = choice
                name, address = plain_name(mention.text, self.lexicon)
                choice.add(mention, name, address=address)
                group.mentions.remove(mention)

    def _mention_fits(self, mention: Mention, owner: Group) -> bool:
        _, address = plain_name(mention.text, self.lexicon)
        gender = self._address_gender({address}) if address else ""
        other = self._gender(owner)
        return not gender or not other or gender == other

    def _gender_fits(self, one: Group, other: Group) -> bool:
        first, second = self._address_gender(one.addresses), self._gender(other)
        return not first or not second or first == second

    def _address_gender(self, addresses: Iterable[str]) -> str:
        for address in addresses:
            if self.lexicon.has("female address", address):
                return "f"
            if self.lexicon.has("male address", address):
                return "m"
        return ""

    def _gender(self, group: Group) -> str:
        by_address = self._address_gender(group.addresses)
        if by_address:
            return by_address
        for name in group.names:
            first = name.split()[0]
            if first in self.lexicon.female:
                return "f"
            if first in self.lexicon.male:
                return "m"
        return ""

    def _one_person(self, one: Group, other: Group) -> bool:
        """Whether two full names may be one person's: same surname, first names equal, initial or missing."""
        first, second = _parts(one.key), _parts(other.key)
        if first == second:
            return True
        shorter, longer = (first, second) if len(first) <= len(second) else (second, first)
        if shorter[-1] != longer[-1]:
            # A Spanish double surname drops its second part.
            return len(longer) >= 3 and len(shorter) >= 2 and longer[: len(shorter)] == shorter
        if not (
            shorter[0] == longer[0]
            or _initial_of(shorter[0], longer[0])
            or _initial_of(longer[0], shorter[0])
        ):
            return False
        middle = [part for part in shorter[1:-1] if len(part) > 1]
        return all(
            any(part == whole or _initial_of(whole, part) for whole in longer[1:-1]) for part in middle
        )

    # Organisations

    def _merge_organisations(self) -> None:
        organisations = self._living(ORG)
        near: dict[str, list[Group]] = defaultdict(list)
        for group in pulsed(organisations):
            words = group.key.split() or [""]
            keys = {words[0], words[-1], *_initials(group.names), *map(_letters, group.names[1:])}
            for key in keys:
                near[key].append(group)
        for group in pulsed(organisations):
            letters = _letters(group.names[0])
            others = dict.fromkeys([*near[group.key.split()[0] if group.key else ""], *near[letters]])
            owners = [
                other
                for other in others
                if other is not group and other.mentions and self._one_organisation(group, other)
            ]
            if len(owners) == 1:
                self._absorb(owners[0], group)

    def _one_organisation(self, short: Group, long: Group) -> bool:
        one, other = short.key.split(), long.key.split()
        if len(one) >= len(other):
            return False
        if (
            len(one) == 1
            and _is_acronym(short.names[0])
            and (short.names[0] in long.names or _letters(short.names[0]) in _initials(long.names))
        ):
            return True
        if (
            len(other) == 2
            and one == other[1:]
            and self.lexicon.has("organisation openers", long.names[0].split()[0])
        ):
            return True  # "Grupo Sorano", "Sorano"
        if other[: len(one)] == one:
            rest = " ".join(other[len(one) :])
            generic = len(one) == 1 and (
                one[0] in _SMALL or (self.lexicon.is_ordinary(one[0]) and not self._strong(short))
            )
            if generic or self.lexicon.listed.get((short.names[0],), (ORG, ""))[0] is not ORG:
                return False
            return not rest.startswith(("of ", "for "))
        return False

    def _strong(self, group: Group) -> bool:
        return len(group.mentions) > 1

    # Places

    def _merge_places(self) -> None:
        by_key: dict[str, Group] = {}
        for group in [group for group in self.groups if group.kind in _PLACES and group.mentions]:
            other = by_key.get(group.key)
            if other is None:
                by_key[group.key] = group
                continue
            keep, gone = (other, group) if len(other.mentions) >= len(group.mentions) else (group, other)
            self._absorb(keep, gone)
            by_key[group.key] = keep


def _parts(key: str) -> list[str]:
    return [part for part in key.replace("'", "").split() if part not in _SUFFIXES]


def _surnames(key: str) -> set[str]:
    """Return the words a person may be called by: the last, with its particles, and each of two surnames."""
    parts = _parts(key)
    found = {parts[-1], *(" ".join(parts[at:]) for at in range(1, len(parts)))}
    if len(parts) >= 3 and len(parts[1]) > 2:
        found.add(parts[1])
    if "-" in parts[-1]:
        found.update(parts[-1].split("-"))
    return found


def _initial_of(short: str, long: str) -> bool:
    return len(short) == 1 and long.startswith(short)


def _letters(name: str) -> str:
    return re.sub(r"[^A-Za-z]", "", name).upper()


def _is_acronym(name: str) -> bool:
    return len(_letters(name)) > 1 and (name.isupper() or name.istitle() or "." in name)


def _initials(names: Sequence[str]) -> set[str]:
    """Return the initials of names of several words, with and without those of small words."""
    found: set[str] = set()
    for name in names:
        words = [word for word in re.split(r"[\s-]+", name) if word]
        if len(words) > 1:
            found.add("".join(word[0] for word in words if word.lower() not in _SMALL).upper())
            found.add("".join(word[0] for word in words).upper())
    return found


def _first_place(group: Group) -> tuple[int, int]:
    return min((mention.paragraph, mention.start) for mention in group.mentions)


def _last_full_before(group: Group, mention: Mention) -> tuple[int, int]:
    places = [
        (other.paragraph, other.start)
        for other in group.mentions
        if (other.paragraph, other.start) <= (mention.paragraph, mention.start)
    ]
    return max(places, default=(-1, -1))


def best_name(group: Group, lexicon: Lexicon) -> str:
    """Return the name to show: the fullest, latest of equals, in mixed case, with its title of honour."""
    if group.kind is PERSON:
        return _best_person(group)
    mixed = [name for name in group.names if not _shouted(name, lexicon)]
    if not mixed:
        listed = lexicon.listed_upper.get(tuple(group.names[0].split()))
        acronym = group.kind is ORG and " " not in group.names[0]
        return " ".join(listed) if listed else group.names[0] if acronym else group.names[0].title()
    if group.kind is ORG:
        return max(mixed, key=lambda name: len(name.split()))
    written_out = [name for name in mixed if len(name.replace(".", "")) > 3]
    entry = lexicon.listed.get(tuple(mixed[0].split()))
    if entry and entry[0] is GPE and not written_out:
        return entry[1]
    named = [name for name in written_out if lexicon.listed.get(tuple(name.split()), (GPE, ""))[1] == name]
    spelled = [name for name in mixed if lexicon.spellings.get(fold(name)) == name]
    best = (spelled or named or written_out or mixed)[-1]
    accented = [name for name in mixed if not name.isascii() and fold(name) == fold(best)]
    return (accented or [best])[-1]


def _shouted(name: str, lexicon: Lexicon) -> bool:
    """Whether a name stands in capitals only because its line does ("OSLO", not "NATO")."""
    if not name.isupper() or len(name) < 4:
        return False
    return len(name) > 5 or tuple(name.split()) not in lexicon.listed


def _best_person(group: Group) -> str:
    names = [name for name in group.names if not name.isupper()] or [name.title() for name in group.names]

    def fullness(name: str) -> tuple[int, int]:
        words = name.split()
        return len(words), sum(len(word.rstrip(".")) > 1 for word in words)

    most = max(fullness(name) for name in names)
    chosen = [name for name in names if fullness(name) == most][-1]
    honour = next((address for address in sorted(group.addresses) if address in ("Sir", "Dame")), "")
    return f"{honour} {chosen}".strip()
