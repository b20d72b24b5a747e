"""Every pair with gold says what its texts say: nothing lost, doubled or made up."""

from __future__ import annotations

import itertools
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "quality"))

from gold import GoldPair, own_pairs, real_pair, seed_pairs, shared_pairs

from desktop_app.model import EntityType, Side

SEED_PAIRS = seed_pairs()
OWN_PAIRS = own_pairs()
_REAL = real_pair()
PAIRS = [*SEED_PAIRS, *OWN_PAIRS, *shared_pairs(), *([_REAL] if _REAL else [])]
MATCHES = {"verbatim", "altered", "only_left", "only_right"}
CHANGE_KINDS = {"number", "date", "name", "quote", "attribution", "negation", "hedge"}

every_pair = pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
every_seed = pytest.mark.parametrize("pair", [*SEED_PAIRS, *OWN_PAIRS], ids=lambda pair: pair.name)


def sides() -> list[Side]:
    return [Side.LEFT, Side.RIGHT]


def quotes_on(pair: GoldPair, side: Side) -> list[dict[str, Any]]:
    return [quote[side.value] for quote in pair.gold["quotes"] if quote[side.value]]


def crossing(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return (a[0] - b[0]) * (a[1] - b[1]) < 0


def smallest_removals(links: frozenset[tuple[int, int]]) -> list[set[tuple[int, int]]]:
    """Return every smallest set of links without which none cross, by trying all of a size."""
    involved = {link for pair in itertools.combinations(links, 2) if crossing(*pair) for link in pair}
    for size in range(len(involved) + 1):
        found = []
        for removed in itertools.combinations(sorted(involved), size):
            kept = links - set(removed)
            if not any(crossing(a, b) for a, b in itertools.combinations(kept, 2)):
                found.append(set(removed))
        if found:
            return found
    return []


def test_there_are_enough_samples_and_the_first_is_the_diplomatic_one() -> None:
    assert len(SEED_PAIRS) >= 6
    assert SEED_PAIRS[0].name == "01_mountain_pass_talks"


@every_seed
def test_a_sample_has_a_title_and_says_what_it_shows(pair: GoldPair) -> None:
    meta = tomllib.loads((pair.files[0].parent / "meta.toml").read_text(encoding="utf-8"))
    assert set(meta) == {"title", "shows", "language"}
    assert all(isinstance(value, str) and value and "\n" not in value for value in meta.values())
    assert all(12 <= len(pair.texts(side)) <= 30 for side in sides())


@every_pair
def test_links_and_unlinked_cover_every_paragraph_once(pair: GoldPair) -> None:
    assert len(pair.gold["links"]) == len(pair.links)
    for side in sides():
        linked = {link[side is Side.RIGHT] for link in pair.links}
        assert not linked & pair.unlinked(side)
        assert linked | pair.unlinked(side) == set(range(len(pair.texts(side))))
        assert pair.boilerplate(side) <= pair.unlinked(side)


@every_pair
def test_debatable_links_are_no_links(pair: GoldPair) -> None:
    assert not pair.links & pair.debatable_links


@every_pair
def test_moved_is_the_smallest_set_and_the_only_one(pair: GoldPair) -> None:
    assert smallest_removals(pair.links) == [set(pair.moved)]


@every_pair
def test_entities_are_named_once_and_their_forms_occur_in_order(pair: GoldPair) -> None:
    keys = [(entity["name"], entity["type"]) for entity in pair.gold["entities"]]
    assert len(keys) == len(set(keys))
    for side in sides():
        last: dict[int, tuple[int, int]] = {}
        for mention in pair.mentions(side):
            assert mention.type in set(EntityType)
            assert mention.places, f"{side}: {mention.text!r} does not occur"
            after = last.get(mention.entity, (-1, -1))
            possible = [(p.paragraph, p.start) for p in mention.places if (p.paragraph, p.start) > after]
            assert possible, f"{side}: {mention.text!r} is out of order"
            last[mention.entity] = min(possible)
    assert all(entity["left"] or entity["right"] for entity in pair.gold["entities"])


@every_seed
def test_a_samples_forms_leave_little_choice(pair: GoldPair) -> None:
    for side in sides():
        mentions = pair.mentions(side)
        unclear = [mention.text for mention in mentions if len(mention.places) > 1]
        assert len(unclear) <= 0.05 * len(mentions), unclear


@every_pair
def test_entities_of_boilerplate_only_stand_nowhere_else(pair: GoldPair) -> None:
    for side in sides():
        for mention in pair.mentions(side):
            if mention.boilerplate_only:
                assert any(place.paragraph in pair.boilerplate(side) for place in mention.places)


@every_pair
def test_quotations_occur_and_their_pieces_join_to_the_text(pair: GoldPair) -> None:
    for side in sides():
        texts = pair.texts(side)
        for quote in quotes_on(pair, side):
            pieces = quote.get("pieces") or [quote]
            assert " ".join(piece["text"] for piece in pieces) == quote["text"]
            assert pieces[0]["paragraph"] == quote["paragraph"]
            for piece in pieces:
                text, words = texts[piece["paragraph"]], piece["text"]
                assert words in text
                if quote.get("marks") != "dash":
                    assert text[text.index(words) - 1] in "“\"‘'«„「"
            assert quote["cue"] is None or any(quote["cue"] in text for text in texts)


@every_pair
def test_matches_and_states_fit_together(pair: GoldPair) -> None:
    order = []
    for quote in pair.gold["quotes"]:
        assert quote["match"] in MATCHES
        assert (quote["left"] is None) == (quote["match"] == "only_right")
        assert (quote["right"] is None) == (quote["match"] == "only_left")
        assert quote.get("shortened") in (None, "left", "right")
        assert "shortened" not in quote or quote["match"] == "altered"
        side = "left" if quote["left"] else "right"
        order.append((side, quote[side]["paragraph"]))
    assert order == sorted(order)


@every_seed
def test_a_verbatim_quotation_has_the_same_words(pair: GoldPair) -> None:
    for quote in pair.gold["quotes"]:
        if quote["match"] == "verbatim" and not quote.get("spelling_only"):
            left, right = (
                "".join(mark for mark in quote[side]["text"].casefold() if mark.isalnum())
                for side in ("left", "right")
            )
            assert left == right


@every_seed
def test_every_reworded_quotation_has_a_change(pair: GoldPair) -> None:
    changed = {
        (change["left_paragraph"], change["right_paragraph"])
        for change in pair.gold["changed_facts"]
        if change["kind"] == "quote"
    }
    for quote in pair.gold["quotes"]:
        if quote["match"] == "altered" and "shortened" not in quote:
            left, right = (quote[side].get("pieces") or [quote[side]] for side in ("left", "right"))
            places = {(a["paragraph"], b["paragraph"]) for a in left for b in right}
            assert places & changed


@every_pair
def test_marked_terms_occur(pair: GoldPair) -> None:
    for group in ("scare_quotes", "nested_quotes"):
        for side in sides():
            for term in pair.gold[group][side.value]:
                assert term["text"] in pair.texts(side)[term["paragraph"]]


@every_pair
def test_changes_stand_inside_links_and_their_words_occur(pair: GoldPair) -> None:
    debatable = pair.gold.get("debatable", {}).get("changed_facts", [])
    for change in [*pair.gold["changed_facts"], *debatable]:
        place = change["left_paragraph"], change["right_paragraph"]
        assert place in pair.links | pair.debatable_links
        assert change["left"] in pair.left[place[0]]
        assert change["right"] in pair.right[place[1]]
        assert change["kind"] in CHANGE_KINDS | ({"other"} if change in debatable else set())
