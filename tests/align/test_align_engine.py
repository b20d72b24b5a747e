"""The engine from outside: what it links, what it leaves alone, and the promises it keeps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.align import align
from desktop_app.model import Alignment, Article, Cancelled, Kind, Link, Origin, Pair, SentencePair
from desktop_app.text.prepare import prepare

HARBOUR = [
    "Storm tears roof off Calder Bay fish market",
    "A storm tore the roof off the fish market in Calder Bay early on Sunday and left 4,300 homes dark.",
    "Gusts of 131 kilometres an hour were measured at the lighthouse, the weather office said.",
    "Nobody was hurt. The market had been empty since Friday because of a holiday.",
    "“I heard a bang and saw the sky,” said Agneta Rowe, who runs the café next door.",
    "The council wants to put up a tent on Quay Street so that trade can go on from Tuesday.",
    "The building dates from 1911 and was last repaired after the flood of 1987.",
]
HARBOUR_AGAIN = [
    "Calder Bay fish market loses its roof in the storm",
    "The roof of Calder Bay's fish market was ripped away by a storm before dawn on Sunday. "
    "Electricity failed in 4,300 households.",
    "There were no injuries, as the market had been closed for a holiday since Friday.",
    "The lighthouse recorded wind speeds of 131 km an hour, according to the weather office.",
    "The market, built in 1911, had its last repairs when it was flooded in 1987.",
    "From Tuesday the fishmongers are to sell from a tent in Quay Street, if the council has its way.",
    "Agneta Rowe, owner of the neighbouring café, said: “I heard a bang and saw the sky.”",
]
ORCHARD = [
    "Apple growers in the Lowen valley expect their best harvest in a decade after a mild spring.",
    "The growers' union counts on 82,000 tonnes, a fifth more than last year.",
    "Pickers are hard to find, said its chairman, Hartmut Voss.",
]


def article(texts: Sequence[str]) -> Article:
    return Article.from_paragraphs(texts)


def pairs(alignment: Alignment) -> set[tuple[int, int]]:
    return {(pair.left, pair.right) for link in alignment.links for pair in link.pairs}


def plain(alignment: Alignment) -> tuple[object, ...]:
    """Return all that does not depend on which side is called left."""
    links = {
        (link.left, link.right, link.pairs, link.candidates, link.score, link.moved)
        for link in alignment.links
    }
    return links, set(alignment.sentence_pairs)


def mirrored(alignment: Alignment) -> tuple[object, ...]:
    """Return the same of the mirrored alignment."""

    def swap(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
        return tuple(Pair(pair.right, pair.left, pair.score) for pair in pairs)

    def in_order(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
        return tuple(sorted(pairs, key=lambda pair: (pair.left, pair.right)))

    links = {
        (link.right, link.left, in_order(swap(link.pairs)), swap(link.candidates), link.score, link.moved)
        for link in alignment.links
    }
    sentences = {
        SentencePair(p.right_paragraph, p.right_sentence, p.left_paragraph, p.left_sentence, p.score)
        for p in alignment.sentence_pairs
    }
    return links, sentences


@pytest.fixture(scope="module")
def harbour() -> Alignment:
    return align(article(HARBOUR), article(HARBOUR_AGAIN))


def test_reworded_paragraphs_find_each_other(harbour: Alignment) -> None:
    assert pairs(harbour) == {(0, 0), (1, 1), (2, 3), (3, 2), (4, 6), (5, 5), (6, 4)}


def test_what_stands_elsewhere_is_marked_moved(harbour: Alignment) -> None:
    assert sum(link.moved for link in harbour.links) == 3
    kept = [link.right for link in harbour.links if not link.moved]
    assert kept == sorted(kept)


def test_links_come_in_the_reading_order_of_the_left(harbour: Alignment) -> None:
    assert [link.left for link in harbour.links] == sorted(link.left for link in harbour.links)


def test_a_link_tells_what_both_sides_share(harbour: Alignment) -> None:
    shared = {link.left[0]: link.shared for link in harbour.links}
    assert "131" in shared[2]
    assert shared[4][0] == "Agneta Rowe"
    assert {"1911", "1987"} <= set(shared[6])
    assert all(len(words) <= 8 for words in shared.values())


def test_sentence_pairs_lie_inside_links(harbour: Alignment) -> None:
    linked = pairs(harbour)
    assert harbour.sentence_pairs
    for pair in harbour.sentence_pairs:
        assert (pair.left_paragraph, pair.right_paragraph) in linked
        assert 0.5 <= pair.score <= 1
    assert {(p.left_paragraph, p.right_paragraph) for p in harbour.sentence_pairs} == linked


def test_scores_and_candidates_are_probabilities(harbour: Alignment) -> None:
    chosen = pairs(harbour)
    for link in harbour.links:
        assert 0.5 <= link.score <= 1
        assert link.origin is Origin.AUTOMATIC
        for other in link.candidates:
            assert 0 < other.score < 1
            assert (other.left, other.right) not in chosen
            assert other.left in link.left or other.right in link.right


def test_a_merge_becomes_one_link() -> None:
    right = [HARBOUR_AGAIN[1], f"{HARBOUR_AGAIN[2]} {HARBOUR_AGAIN[3]}", HARBOUR_AGAIN[5]]
    left = [HARBOUR[1], HARBOUR[3], HARBOUR[2], HARBOUR[5]]
    found = align(article(left), article(right))
    assert [(link.left, link.right) for link in found.links] == [((0,), (0,)), ((1, 2), (1,)), ((3,), (2,))]
    assert not any(link.moved for link in found.links)


def test_a_split_becomes_one_link() -> None:
    left = [HARBOUR[1], f"{HARBOUR[2]} {HARBOUR[6]}", HARBOUR[5]]
    right = [HARBOUR_AGAIN[1], HARBOUR_AGAIN[3], HARBOUR_AGAIN[4], HARBOUR_AGAIN[5]]
    found = align(article(left), article(right))
    assert [(link.left, link.right) for link in found.links] == [((0,), (0,)), ((1,), (1, 2)), ((2,), (3,))]


def test_different_stories_have_no_link() -> None:
    assert align(article(HARBOUR), article(ORCHARD)).links == ()


def test_the_same_cast_in_another_story_is_no_match() -> None:
    left = [
        "Mayor Ottoline Crane opened the new swimming pool in Besswick on Saturday after two years of work.",
        "Crane cut a blue ribbon and jumped in with her clothes on, to the cheers of some 200 children.",
        "Her rival Piers Dunmore stayed away. He calls the pool a luxury that Besswick cannot pay for.",
        "The pool cost 7.2 million, of which the state gave a third.",
    ]
    right = [
        "Mayor Ottoline Crane of Besswick will not stand again in spring, she told her party on Wednesday.",
        "Crane said that nine years were enough and that she wanted to see more of her grandchildren.",
        "Piers Dunmore, who lost to her twice, said he had not yet decided whether to run.",
        "Besswick has been governed by the Liberals since 1998.",
    ]
    assert len(align(article(left), article(right)).links) <= 1


def test_an_echo_of_the_lead_is_not_linked() -> None:
    left = [HARBOUR[0], HARBOUR[1], HARBOUR[2], HARBOUR[5]]
    right = [HARBOUR_AGAIN[0], "Roof ripped away in storm at Calder Bay", *HARBOUR_AGAIN[1:6]]
    found = pairs(align(article(left), article(right)))
    assert (1, 2) in found
    assert (1, 1) not in found
    assert (0, 0) in found


def test_a_headline_is_linked_with_a_headline_only() -> None:
    right = ["Roof gone", *HARBOUR_AGAIN[1:]]
    found = pairs(align(article(HARBOUR), article(right)))
    assert all((a == 0) == (b == 0) for a, b in found)


def test_kinds_that_tell_no_story_are_never_linked() -> None:
    line = "Calder Bay on Sunday after the storm tore off the roof of the fish market. Photo: R. Ames"
    texts = [*HARBOUR[:3], line, *HARBOUR[3:]]
    kinds = [Kind.HEADLINE, *[Kind.BODY] * 2, Kind.CAPTION, *[Kind.BODY] * 4]
    left = Article.from_paragraphs(texts, kinds=kinds)
    assert not any(3 in (*link.left, *link.right) for link in align(left, left).links)


@settings(max_examples=15)
@given(st.sets(st.integers(0, 7), max_size=4), st.sampled_from([Kind.CAPTION, Kind.BYLINE, Kind.BOILERPLATE]))
def test_boilerplate_changes_nothing(places: set[int], kind: Kind) -> None:
    kinds = [Kind.HEADLINE, *[Kind.BODY] * 6]
    without = Article.from_paragraphs(HARBOUR, kinds=kinds)
    right = article(HARBOUR_AGAIN)
    texts, new_kinds, numbers = [], [], []
    for place in range(8):
        if place in places:
            texts.append(
                "Calder Bay fish market storm: read more about the roof, the lighthouse and Agneta Rowe"
            )
            new_kinds.append(kind)
        if place < 7:
            numbers.append(len(texts))
            texts.append(HARBOUR[place])
            new_kinds.append(kinds[place])
    found = align(Article.from_paragraphs(texts, kinds=new_kinds), right)

    def renumbered(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
        return tuple(Pair(numbers[pair.left], pair.right, pair.score) for pair in pairs)

    expected = [
        replace(
            link,
            left=tuple(numbers[p] for p in link.left),
            pairs=renumbered(link.pairs),
            candidates=renumbered(link.candidates),
        )
        for link in align(without, right).links
    ]
    assert list(found.links) == expected


@settings(max_examples=20)
@given(st.permutations(range(1, 7)), st.sets(st.integers(1, 6), max_size=3))
def test_swapping_the_sides_mirrors_the_links(order: list[int], dropped: set[int]) -> None:
    right = [HARBOUR_AGAIN[0], *(HARBOUR_AGAIN[n] for n in order if n not in dropped)]
    there = align(article(HARBOUR), article(right))
    back = align(article(right), article(HARBOUR))
    assert mirrored(back) == plain(there)


@settings(max_examples=20)
@given(st.permutations(range(1, 7)))
def test_whatever_the_order_the_same_paragraphs_are_linked(order: list[int]) -> None:
    right = [HARBOUR_AGAIN[0], *(HARBOUR_AGAIN[n] for n in order)]
    found = align(article(HARBOUR), article(right))
    partner = {1: 1, 2: 3, 3: 2, 4: 6, 5: 5, 6: 4}
    expected = {(0, 0), *((a, 1 + order.index(b)) for a, b in partner.items())}
    assert len(pairs(found) & expected) >= 6
    assert len(pairs(found) - expected) <= 1


WORDS = st.sampled_from(
    [
        "the",
        "boats",
        "left",
        "harbour",
        "before",
        "noon",
        "while",
        "40",
        "gulls",
        "Ada",
        "said:",
        "“no”.",
        "船",
        "出港",
    ]
)


@settings(max_examples=40)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=14).map(" ".join), max_size=12))
def test_an_article_with_itself_is_the_identity(texts: list[str]) -> None:
    one = prepare(article(texts))
    found = align(one, one)
    told = [paragraph.index for paragraph in one.paragraphs if paragraph.kind.linkable]
    assert [(link.left, link.right, link.score) for link in found.links] == [((n,), (n,), 1.0) for n in told]
    assert not any(link.moved for link in found.links)


@pytest.mark.parametrize("texts", [["And so it was with them."] * 250, [f"{n}." for n in range(250)]])
def test_a_long_article_of_common_words_with_itself_is_the_identity(texts: list[str]) -> None:
    one = Article.from_paragraphs(texts)
    assert [(link.left, link.right, link.score) for link in align(one, one).links] == [
        ((n,), (n,), 1.0) for n in range(250)
    ]


def test_long_texts_without_a_word_in_common_have_no_link() -> None:
    left = article([f"{chr(0x4E00 + n)}{chr(0x4E01 + n)}。" for n in range(250)])
    right = article([f"Quarry {chr(97 + n % 26)}{chr(97 + n // 26)}zzx." for n in range(250)])
    assert align(left, right).links == align(right, left).links == ()


def test_only_the_same_words_are_shown_as_certain() -> None:
    right = [HARBOUR[0], f"{HARBOUR[1]} It was the worst in years.", HARBOUR[2].upper(), *HARBOUR_AGAIN[2:3]]
    found = align(article(HARBOUR), article(right))
    scores = {(pair.left, pair.right): pair.score for link in found.links for pair in link.pairs}
    assert scores[0, 0] == scores[2, 2] == 1
    assert 0.99 < scores[1, 1] < 1
    assert 0.55 < scores[3, 3] < 1


def test_the_same_input_gives_the_same_links(harbour: Alignment) -> None:
    assert align(article(HARBOUR), article(HARBOUR_AGAIN)) == harbour


def test_a_rejected_pair_is_not_linked(harbour: Alignment) -> None:
    found = align(article(HARBOUR), article(HARBOUR_AGAIN), rejected={(2, 3)})
    assert pairs(found) == pairs(harbour) - {(2, 3)}


def test_fixed_links_are_kept_and_built_upon() -> None:
    manual = Link(
        (2, 3), (4,), (Pair(2, 4, 1.0), Pair(3, 4, 1.0)), 1.0, origin=Origin.MANUAL, shared=("mine",)
    )
    found = align(article(HARBOUR), article(HARBOUR_AGAIN), fixed=[manual])
    kept = [link for link in found.links if link.origin is Origin.MANUAL]
    assert [replace(link, moved=False) for link in kept] == [manual]
    others = {pair for link in found.links if link.origin is Origin.AUTOMATIC for pair in [*link.left]}
    assert not others & {2, 3}
    assert {(1, 1), (4, 6), (5, 5)} <= pairs(found)
    assert not any(4 in link.right for link in found.links if link.origin is Origin.AUTOMATIC)


def test_a_run_built_on_its_own_links_changes_nothing(harbour: Alignment) -> None:
    confirmed = [replace(link, origin=Origin.CONFIRMED) for link in harbour.links]
    again = align(article(HARBOUR), article(HARBOUR_AGAIN), fixed=confirmed)
    assert list(again.links) == confirmed
    assert {p.left_paragraph for p in again.sentence_pairs} == set(range(7))


@settings(max_examples=40)
@given(st.data())
def test_what_a_person_fixed_and_rejected_holds_in_any_combination(data: st.DataObject) -> None:
    left = article(HARBOUR)
    right = article([*HARBOUR_AGAIN[:2], f"{HARBOUR_AGAIN[2]} {HARBOUR_AGAIN[3]}", *HARBOUR_AGAIN[4:]])
    lefts = data.draw(st.lists(st.integers(0, 6), unique=True, max_size=4), label="left")
    rights = data.draw(st.lists(st.integers(0, 5), unique=True, max_size=4), label="right")
    fixed = [
        Link((a,), (b,), (Pair(a, b, 1.0),), 1.0, origin=origin, shared=("mine",))
        for a, b, origin in zip(lefts, rights, (Origin.MANUAL, Origin.CONFIRMED) * 2, strict=False)
    ]
    cells = st.tuples(st.integers(0, 6), st.integers(0, 5))
    given_links = {(link.left[0], link.right[0]) for link in fixed}
    rejected = data.draw(st.sets(cells, max_size=12), label="rejected") - given_links
    found = align(left, right, fixed=fixed, rejected=rejected)
    kept = [replace(link, moved=False) for link in found.links if link.origin is not Origin.AUTOMATIC]
    assert sorted(kept, key=lambda link: link.left) == sorted(fixed, key=lambda link: link.left)
    for link in found.links:
        assert not any((a, b) in rejected for a in link.left for b in link.right)
        assert {p.left for p in link.pairs} == set(link.left)
        assert {p.right for p in link.pairs} == set(link.right)
    for side in ("left", "right"):
        used = [paragraph for link in found.links for paragraph in getattr(link, side)]
        assert len(used) == len(set(used))
    together = {(a, b) for link in found.links for a in link.left for b in link.right}
    assert {(p.left_paragraph, p.right_paragraph) for p in found.sentence_pairs} <= together


def test_fixed_and_rejected_are_mirrored_with_the_sides() -> None:
    manual = Link((2,), (4,), (Pair(2, 4, 1.0),), 1.0, origin=Origin.MANUAL)
    other = Link((4,), (2,), (Pair(4, 2, 1.0),), 1.0, origin=Origin.MANUAL)
    there = align(article(HARBOUR), article(HARBOUR_AGAIN), fixed=[manual], rejected={(5, 5)})
    back = align(article(HARBOUR_AGAIN), article(HARBOUR), fixed=[other], rejected={(5, 5)})
    assert mirrored(back) == plain(there)


@pytest.mark.parametrize("texts", [[], [""], ["   ", "\n"], ["ADVERTISEMENT"]])
def test_nothing_to_link(texts: list[str]) -> None:
    assert align(article(texts), article(HARBOUR)).links == ()
    assert align(article(HARBOUR), article(texts)).links == ()


def test_progress_rises_to_one_and_says_what_is_done() -> None:
    told: list[tuple[float, str]] = []
    align(
        article(HARBOUR), article(HARBOUR_AGAIN), lambda fraction, message: told.append((fraction, message))
    )
    fractions = [fraction for fraction, _ in told]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert all(0 <= fraction <= 1 and message for fraction, message in told)


def test_any_report_can_cancel() -> None:
    told: list[float] = []
    align(article(HARBOUR), article(HARBOUR_AGAIN), lambda fraction, _: told.append(fraction))
    for last in range(0, len(told), 7):
        count = 0

        def stop(*_: object, last: int = last) -> None:
            nonlocal count
            count += 1
            if count > last:
                raise Cancelled

        with pytest.raises(Cancelled):
            align(article(HARBOUR), article(HARBOUR_AGAIN), stop)
