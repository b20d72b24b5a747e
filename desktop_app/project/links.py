"""Links edited by hand: pure operations, each of which takes an alignment and returns a new one.

Every operation keeps what an alignment promises: a paragraph belongs to one link at most, both sides of a
link hold a paragraph, links stand in the reading order of the left, each pair lies inside its link and each
paragraph of a link has a pair. `LinkEditError` says why an edit makes no sense.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import replace

from desktop_app.model import Alignment, Link, Origin, Pair, ProjectError, Side
from desktop_app.model.order import spine

CERTAIN = 1.0
"""The score of what a person linked."""


class LinkEditError(ProjectError):
    """An edit of links that makes no sense; the text says why."""


def link(alignment: Alignment, left: Iterable[int], right: Iterable[int]) -> Alignment:
    """Link exactly these paragraphs; those that were linked before leave their links."""
    lefts, rights = tuple(sorted(set(left))), tuple(sorted(set(right)))
    if not lefts or not rights:
        raise LinkEditError("A link needs a paragraph on each side.")
    for number, old in enumerate(alignment.links):
        if (old.left, old.right) == (lefts, rights):
            return confirm(alignment, number)
    links = _without(_without(alignment.links, Side.LEFT, lefts), Side.RIGHT, rights)
    return _settled(alignment, [*links, _made(lefts, rights, alignment.links)])


def link_pair(alignment: Alignment, left: int, right: int, moving: Side = Side.LEFT) -> Alignment:
    """Link two paragraphs: the ``moving`` one joins the group of the other, or both start a group.

    This is what dragging one paragraph to another means; the pair itself becomes the group's evidence.
    """
    paragraph, partner = (left, right) if moving is Side.LEFT else (right, left)
    number = alignment.link_of(moving.other, partner)
    if number is None:
        return link(alignment, (left,), (right,))
    if number == alignment.link_of(moving, paragraph):
        group = alignment.links[number]
        if any((pair.left, pair.right) == (left, right) for pair in group.pairs):
            return confirm(alignment, number)
        pairs = (*group.pairs, Pair(left, right, CERTAIN))
        return _settled(alignment, _changed(alignment, number, replace(group, pairs=pairs)))
    return add(alignment, number, moving, paragraph, partner)


def add(
    alignment: Alignment, number: int, side: Side, paragraph: int, partner: int | None = None
) -> Alignment:
    """Add a paragraph to a link, taking it from the link it was in.

    ``partner`` names the paragraph of the other side it goes with; without one it goes with all of them.
    """
    group = _link_at(alignment, number)
    if paragraph in group.on(side):
        raise LinkEditError("The paragraph is in this link already.")
    partners = group.on(side.other) if partner is None else (partner,)
    if any(other not in group.on(side.other) for other in partners):
        raise LinkEditError("The partner is not in this link.")
    new = [
        Pair(paragraph, p, CERTAIN) if side is Side.LEFT else Pair(p, paragraph, CERTAIN) for p in partners
    ]
    members = tuple(sorted((*group.on(side), paragraph)))
    grown = _with_side(replace(group, pairs=(*group.pairs, *new)), side, members)
    others = [old for index, old in enumerate(alignment.links) if index != number]
    return _settled(alignment, [*_without(others, side, (paragraph,)), _by_hand(grown)])


def take(alignment: Alignment, side: Side, paragraph: int) -> Alignment:
    """Take a paragraph from its link; a link left with one side only goes with it."""
    if alignment.link_of(side, paragraph) is None:
        raise LinkEditError("The paragraph is not linked.")
    return _settled(alignment, _without(alignment.links, side, (paragraph,)))


def unlink(alignment: Alignment, number: int) -> Alignment:
    """Remove a link."""
    _link_at(alignment, number)
    return _settled(alignment, [old for index, old in enumerate(alignment.links) if index != number])


def split(alignment: Alignment, number: int, left: Collection[int], right: Collection[int]) -> Alignment:
    """Make a link of its own from part of a link; both parts need a paragraph on each side."""
    group = _link_at(alignment, number)
    rest = (
        tuple(p for p in group.left if p not in left),
        tuple(p for p in group.right if p not in right),
    )
    part = (
        tuple(p for p in group.left if p in left),
        tuple(p for p in group.right if p in right),
    )
    if len(part[0]) != len(set(left)) or len(part[1]) != len(set(right)):
        raise LinkEditError("Only paragraphs of the link can be split off.")
    if not all((*rest, *part)):
        raise LinkEditError("Both parts of a split link need a paragraph on each side.")
    halves = [_by_hand(_narrowed(group, *sides)) for sides in (rest, part)]
    others = [old for index, old in enumerate(alignment.links) if index != number]
    return _settled(alignment, [*others, *halves])


def merge(alignment: Alignment, numbers: Collection[int]) -> Alignment:
    """Make one link of several."""
    chosen = sorted(set(numbers))
    if len(chosen) < 2:
        raise LinkEditError("Merging needs two links or more.")
    groups = [_link_at(alignment, number) for number in chosen]
    merged = replace(
        groups[0],
        left=tuple(sorted(p for group in groups for p in group.left)),
        right=tuple(sorted(p for group in groups for p in group.right)),
        pairs=tuple(pair for group in groups for pair in group.pairs),
        shared=tuple(dict.fromkeys(word for group in groups for word in group.shared)),
        candidates=tuple(pair for group in groups for pair in group.candidates),
    )
    others = [old for index, old in enumerate(alignment.links) if index not in chosen]
    return _settled(alignment, [*others, _by_hand(merged)])


def confirm(alignment: Alignment, number: int) -> Alignment:
    """Mark an automatic link as checked; one made by hand stays as it is."""
    group = _link_at(alignment, number)
    if group.origin is not Origin.AUTOMATIC:
        return alignment
    links = _changed(alignment, number, replace(group, origin=Origin.CONFIRMED))
    return replace(alignment, links=tuple(links))


def set_moved(alignment: Alignment, number: int, moved: bool) -> Alignment:
    """Say that a link's paragraphs were moved, though they keep the order, or take that back.

    Raises LinkEditError for a link that stands outside the order of the others: that one is moved.
    """
    group = _link_at(alignment, number)
    if group.moved == moved:
        return alignment
    forced = forced_movers(alignment.links)
    key = (group.left, group.right)
    if not moved and key not in forced:
        raise LinkEditError("This link crosses the others, so its paragraphs did move.")
    changed = replace(group, origin=Origin.CONFIRMED if group.origin is Origin.AUTOMATIC else group.origin)
    forced = forced | {key} if moved else forced - {key}
    return _settled(alignment, _changed(alignment, number, changed), forced)


def fixed_links(alignment: Alignment) -> tuple[Link, ...]:
    """Return the links a person made or confirmed, which a new alignment has to keep."""
    return tuple(group for group in alignment.links if group.origin is not Origin.AUTOMATIC)


def pairs_of(links: Iterable[Link]) -> set[tuple[int, int]]:
    """Return all (left, right) paragraph pairs that stand in one link."""
    return {(left, right) for group in links for left in group.left for right in group.right}


def rejected_after(
    rejected: Iterable[tuple[int, int]], before: Alignment, after: Alignment
) -> tuple[tuple[int, int], ...]:
    """Return the paragraph pairs that a person has parted, in order: a new alignment must not link them.

    A pair that an edit takes apart is added, one that it links is no longer rejected.
    """
    linked = pairs_of(after.links)
    return tuple(sorted((set(rejected) | pairs_of(before.links)) - linked))


Paragraphs = tuple[tuple[int, ...], tuple[int, ...]]
"""The left and the right paragraphs of a link: what tells it from every other of its alignment."""


def with_movers(alignment: Alignment, forced: frozenset[Paragraphs]) -> Alignment:
    """Return an alignment in which the links that a person called moved (`forced_movers`) are moved."""
    return _settled(alignment, alignment.links, forced) if forced else alignment


def forced_movers(links: Iterable[Link]) -> frozenset[Paragraphs]:
    """Return the links (their paragraphs) that are called moved though they cross no link that keeps order.

    The spine is a heaviest chain, so an automatic mover always crosses it; one that does not was marked by
    a person.
    """
    listed = list(links)
    in_order = sorted((group for group in listed if not group.moved), key=_start)
    found = set()
    for group in listed:
        if group.moved:
            place = bisect_left(in_order, _start(group), key=_start)
            if all(_keep_order(group, other) for other in in_order[max(0, place - 1) : place + 1]):
                found.add((group.left, group.right))
    return frozenset(found)


def _start(group: Link) -> int:
    return min(group.left)


def _keep_order(one: Link, other: Link) -> bool:
    first, second = sorted((one, other), key=_start)
    return max(first.left) < min(second.left) and max(first.right) < min(second.right)


def _settled(
    alignment: Alignment, links: Iterable[Link], forced: frozenset[Paragraphs] | None = None
) -> Alignment:
    """Put links in order, decide which are moved, and drop sentence pairs that no link holds any more."""
    marked = forced_movers(alignment.links) if forced is None else forced
    listed = sorted(links, key=lambda group: (min(group.left), min(group.right)))
    free = [index for index, group in enumerate(listed) if (group.left, group.right) not in marked]
    kept = {free[number] for number in spine([listed[index] for index in free])}
    settled = tuple(
        group if group.moved == (index not in kept) else replace(group, moved=index not in kept)
        for index, group in enumerate(listed)
    )
    together = pairs_of(settled)
    sentences = tuple(
        pair for pair in alignment.sentence_pairs if (pair.left_paragraph, pair.right_paragraph) in together
    )
    return Alignment(settled, sentences)


def _link_at(alignment: Alignment, number: int) -> Link:
    if not 0 <= number < len(alignment.links):
        raise LinkEditError("There is no such link.")
    return alignment.links[number]


def _changed(alignment: Alignment, number: int, new: Link) -> list[Link]:
    return [new if index == number else old for index, old in enumerate(alignment.links)]


def _by_hand(group: Link) -> Link:
    return replace(group, origin=Origin.MANUAL, score=CERTAIN)


def _made(left: tuple[int, ...], right: tuple[int, ...], before: Iterable[Link]) -> Link:
    """Return a new link by hand, with the pairs among its paragraphs that were known already."""
    known = {(pair.left, pair.right): pair for group in before for pair in group.pairs}
    pairs = tuple(known[a, b] for a in left for b in right if (a, b) in known)
    return _covered(Link(left, right, pairs, CERTAIN, origin=Origin.MANUAL))


def _without(links: Iterable[Link], side: Side, paragraphs: Collection[int]) -> list[Link]:
    """Return the links with some paragraphs taken out; links that lose a whole side are left out."""
    kept = []
    for group in links:
        rest = tuple(p for p in group.on(side) if p not in paragraphs)
        if rest == group.on(side):
            kept.append(group)
        elif rest:
            sides = (rest, group.right) if side is Side.LEFT else (group.left, rest)
            kept.append(_by_hand(_narrowed(group, *sides)))
    return kept


def _narrowed(group: Link, left: tuple[int, ...], right: tuple[int, ...]) -> Link:
    pairs = tuple(pair for pair in group.pairs if pair.left in left and pair.right in right)
    others = tuple(pair for pair in group.candidates if pair.left in left or pair.right in right)
    return _covered(replace(group, left=left, right=right, pairs=pairs, candidates=others))


def _with_side(group: Link, side: Side, members: tuple[int, ...]) -> Link:
    return replace(group, left=members) if side is Side.LEFT else replace(group, right=members)


def _covered(group: Link) -> Link:
    """Give every paragraph of a link that has no pair one with the nearest paragraph of the other side."""
    pairs = list(group.pairs)
    for side in Side:
        told = {pair.left if side is Side.LEFT else pair.right for pair in group.pairs}
        for place, paragraph in enumerate(group.on(side)):
            if paragraph in told:
                continue
            others = group.on(side.other)
            other = others[min(place, len(others) - 1)]
            made = (paragraph, other) if side is Side.LEFT else (other, paragraph)
            if not any((pair.left, pair.right) == made for pair in pairs):
                pairs.append(Pair(*made, CERTAIN))
    return replace(group, pairs=tuple(pairs))
