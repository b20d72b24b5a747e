"""The quote ledger: who meets whom, and what became of the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from helpers import read_cases

from desktop_app.compare import compare
from desktop_app.compare.name_variants import name_variant
from desktop_app.compare.quotation_words import words_of_text
from desktop_app.compare.speakers import unlike
from desktop_app.model import (
    Article,
    ChangeKind,
    Comparison,
    QuotationKind,
    QuotationMatch,
    QuotationState,
    Side,
    SpeakerDifference,
)

FILL_LEFT = [
    "The ferry Alma left Tarn harbour at noon with forty passengers and a crew of nine on board.",
    "A storm warning had been in force along the coast since the early morning hours.",
]
FILL_RIGHT = [
    "With forty passengers and a crew of nine on board the ferry Alma left Tarn harbour at noon.",
    "Since the early morning hours a storm warning had been in force along the coast.",
]


def run(left: Sequence[str], right: Sequence[str]) -> Comparison:
    return compare(
        Article.from_paragraphs([*FILL_LEFT, *left]), Article.from_paragraphs([*FILL_RIGHT, *right])
    )


def ledger(left: Sequence[str], right: Sequence[str]) -> list[QuotationMatch]:
    found = run(left, right).quotations
    return [
        match
        for match in found
        if any(q is not None and q.kind is not QuotationKind.INDIRECT for q in (match.left, match.right))
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "“We honour the crew of the old ship,” Greta Holm said.",
            '"We honor the crew of the old ship," Greta Holm said.',
        ),
        (
            "“We honour the crew of the old ship,” Greta Holm said.",
            "‘WE HONOUR THE CREW OF THE OLD SHIP,’ said Greta Holm.",
        ),
        (
            "“The fare rose by 5 percent last year,” she said.",
            "“The fare rose by five per cent last year,” she said.",
        ),
        (
            "“We sailed. We came back again,” Greta Holm said.",
            "“We sailed,” Greta Holm said. “We came back again.”",
        ),
        (
            "“He cried, ‘Cut the ropes!’ and jumped,” she said.",
            "‘He cried, “Cut the ropes!” and jumped,’ she said.",
        ),
        (
            "“We honour the crew of the old ship,” Greta Holm said.",
            "« We honour the crew of the old ship », Greta Holm said.",
        ),
        (
            "“We honour the crew of the old ship,” Greta Holm said.",
            "— We honour the crew of the old ship, Greta Holm said.",
        ),
    ],
)
def test_verbatim_whatever_the_house_style(left: str, right: str) -> None:
    (match,) = ledger([left], [right])
    assert match.state is QuotationState.VERBATIM
    assert match.similarity == 1.0


def test_quotation_over_several_paragraphs_meets_one_in_a_piece() -> None:
    left = ["“The sea rose without any warning.", "“Then the lights of the ferry went out,” Greta Holm said."]
    right = ["“The sea rose without any warning. Then the lights of the ferry went out,” Greta Holm said."]
    (match,) = ledger(left, right)
    assert match.state is QuotationState.VERBATIM


@pytest.mark.parametrize(
    ("whole", "cut", "shortened"),
    [
        ("It is not safe to cross the bridge", "It is safe to cross the bridge", None),
        ("It did not hold for a single winter", "It held for a single winter", None),
        ("It held, but it was not safe in the end", "It held", Side.RIGHT),
    ],
)
def test_leaving_out_a_not_is_no_mere_cut(whole: str, cut: str, shortened: Side | None) -> None:
    (match,) = ledger([f"“{whole},” Greta Holm said."], [f"“{cut},” Greta Holm said."])
    assert match.state is QuotationState.ALTERED
    assert match.shortened is shortened


def test_altered_and_shortened() -> None:
    left = "“The captain was brave, calm and kind to all of us,” Greta Holm said."
    (match,) = ledger([left], ["“The captain was brave and kind to all of us,” Greta Holm said."])
    assert match.state is QuotationState.ALTERED
    assert match.shortened is Side.RIGHT
    (match,) = ledger([left], ["“The captain was rash, calm and rude to all of us,” Greta Holm said."])
    assert match.state is QuotationState.ALTERED
    assert match.shortened is None
    assert 0.5 < match.similarity < 1.0


def test_a_pronoun_for_the_last_person_named_tells_the_speakers_apart() -> None:
    words = "“You cannot wait for a man you do not know is missing,” he said."
    left = [f"Bruno Quill rejected talk that he should have slowed. {words}"]
    right = [f"Ought Bruno Quill to have slowed? Hernan Bustos, his manager, saw no reason to. {words}"]
    (match,) = ledger(left, right)
    assert match.state is QuotationState.VERBATIM
    assert match.speaker_differs is SpeakerDifference.ATTRIBUTION


@pytest.mark.parametrize(
    ("speaker", "difference"),
    [
        ("Hernan Bustos, the director of Acme Railways,", SpeakerDifference.ATTRIBUTION),
        ("Hernan Bustos, who runs the Tarn Conciliation Service,", None),
    ],
)
def test_a_body_speaks_through_its_own_people_only(
    speaker: str, difference: SpeakerDifference | None
) -> None:
    left = ["The Tarn Conciliation Service called the talks on board the Alma “frank but not fruitless”."]
    right = [f"On board the Alma {speaker} called the talks “frank but not fruitless”."]
    assert [match.speaker_differs for match in ledger(left, right)] == [difference]


def test_another_source_is_shown_by_name_even_behind_a_pronoun() -> None:
    words = "“You cannot wait for a man you do not know is missing,” he said."
    found = run(
        [f"Bruno Quill rejected talk that he should have slowed. {words}"],
        [f"Ought Bruno Quill to have slowed? Hernan Bustos, his manager, saw no reason to. {words}"],
    )
    sources = [change for change in found.changes if change.kind is ChangeKind.ATTRIBUTION]
    assert [(c.left.text, c.right.text) for c in sources] == [("Bruno Quill", "Hernan Bustos")]


def test_a_name_written_in_two_ways_is_a_variant_even_behind_a_pronoun() -> None:
    words = "“I thought they were gardening for the cameras, and I was wrong,”"
    left = [f"Tegen Holm, a diver, was on board the Alma. {words} she said."]
    right = [f"{words} said Tegan Holm, who dives and was on board the Alma."]
    (match,) = ledger(left, right)
    assert match.speaker_differs is SpeakerDifference.NAME_VARIANT


def test_moved_quotation_is_found() -> None:
    words = "“Nobody on the bridge had ever seen a wave like that one,” Greta Holm said."
    comparison = compare(
        Article.from_paragraphs([words, *FILL_LEFT]), Article.from_paragraphs([*FILL_RIGHT, words])
    )
    assert [match.state for match in comparison.quotations] == [QuotationState.VERBATIM]


def test_one_sided_quotations() -> None:
    match_left, match_right = ledger(
        ["“The sea rose without any warning at all,” Greta Holm said."],
        ["“Insurance will pay for every lost suitcase,” Anton Brandt said."],
    )
    assert (match_left.state, match_left.right) == (QuotationState.ONLY_LEFT, None)
    assert (match_right.state, match_right.left) == (QuotationState.ONLY_RIGHT, None)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "“If you look at it now,” Greta Holm said of the harbour wall.",
            "“If you look at it,” Anton Brandt said of the fares.",
        ),
        (
            "“It is what it is in the end,” Greta Holm said of her boat.",
            "“In the end we will see,” Anton Brandt said of the fares.",
        ),
        (
            "“I do not know what to say,” Greta Holm told the court.",
            "“I do not know who paid,” Anton Brandt told a radio station.",
        ),
    ],
)
def test_idioms_make_no_pair(left: str, right: str) -> None:
    states = {match.state for match in ledger([left], [right])}
    assert states == {QuotationState.ONLY_LEFT, QuotationState.ONLY_RIGHT}


def test_split_quotation_is_joined_again() -> None:
    left = ["“The sea rose without any warning and the lamps of the ferry went out,” Greta Holm said."]
    right = [
        "“The sea rose without any warning,” Greta Holm said. She paused and looked at the water.",
        "“The lamps of the ferry went out,” Greta Holm said.",
    ]
    (match,) = ledger(left, right)
    assert match.right is not None
    assert len(match.right.pieces) == 2


def test_quotation_that_became_indirect_speech() -> None:
    left = ["“The captain of the ferry ignored the storm warning twice,” Greta Holm said in Tarn."]
    right = ["Greta Holm said in Tarn that the captain of the ferry had ignored the storm warning twice."]
    (match,) = ledger(left, right)
    assert match.state is QuotationState.ONLY_LEFT
    assert match.right is not None
    assert match.right.kind is QuotationKind.INDIRECT


def test_other_speaker_and_variant_of_the_name() -> None:
    words = "“The captain of the ferry ignored the storm warning twice,”"
    (match,) = ledger([f"{words} Greta Holm said."], [f"{words} Anton Brandt said."])
    assert match.speaker_differs is SpeakerDifference.ATTRIBUTION
    (match,) = ledger([f"{words} Greta Holmgren said."], [f"{words} Greta Holmqvist said."])
    assert match.speaker_differs is SpeakerDifference.NAME_VARIANT
    (match,) = ledger([f"{words} a port official said."], [f"{words} one port official said."])
    assert match.speaker_differs is None


def test_an_attribution_change_is_told_as_a_change() -> None:
    words = "“The captain of the ferry ignored the storm warning twice,”"
    comparison = run([f"{words} Greta Holm said."], [f"{words} Anton Brandt said."])
    assert [(c.kind.value, c.left.text, c.right.text) for c in comparison.changes] == [
        ("attribution", "Greta Holm", "Anton Brandt")
    ]


def test_order_is_by_place_on_the_left_then_what_stands_only_on_the_right() -> None:
    matches = ledger(
        ["“The sea rose without any warning at all,” Greta Holm said."],
        [
            "“Insurance will pay for every lost suitcase,” Anton Brandt said.",
            "“The sea rose without any warning at all,” Greta Holm said.",
        ],
    )
    assert [match.state.value for match in matches] == ["verbatim", "only_right"]


def test_words_fold_house_style() -> None:
    assert words_of_text("The U.S. share is 5%").keys == words_of_text("the US share is five per cent").keys
    assert words_of_text("not any more").keys == words_of_text("not anymore").keys
    assert words_of_text("a well-known fact").keys == words_of_text("a well known fact").keys


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("Greta Holmgren", "Greta Holmqvist", True),
        ("Jon Sandvik", "John Sandvik", True),
        ("Greta Holm", "Anton Brandt", False),
        ("Greta Holm", "Greta Brandt", False),
    ],
)
def test_name_variants(left: str, right: str, wanted: bool) -> None:
    assert name_variant(left, right) is wanted


def test_unlike_sources() -> None:
    assert unlike("police", "two witnesses")
    assert not unlike("a government source", "one government official")
    assert not unlike("she", "police")


def read_ledgers() -> Iterator[tuple[str, list[str], list[str], list[list[str]]]]:
    """Yield the name of each case, the paragraphs of both sides and the expected rows."""
    for name, lines in read_cases(Path(__file__).with_name("ledgers.txt")):
        sides = [[line[2:] for line in lines if line.startswith(mark)] for mark in ("L ", "R ", "> ")]
        yield name, sides[0], sides[1], [row.split() for row in sides[2]]


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [pytest.param(left, right, rows, id=name) for name, left, right, rows in read_ledgers()],
)
def test_what_became_of_a_quotation(left: list[str], right: list[str], wanted: list[list[str]]) -> None:
    found = compare(Article.from_paragraphs(left), Article.from_paragraphs(right)).quotations
    rows = []
    for match in found:
        if all(q is None or q.kind is QuotationKind.INDIRECT for q in (match.left, match.right)):
            continue
        row = [str(match.state)]
        if match.state in (QuotationState.VERBATIM, QuotationState.ALTERED):
            row.append(str(match.speaker_differs or "-"))
        rows.append(row)
    assert rows == wanted


@pytest.mark.parametrize(
    ("longer", "cut"),
    [
        ("“The harbour will only open in May for the fleet,” Greta Holm said.", False),
        ("“We shall try to open the harbour in May for the fleet,” Greta Holm said.", False),
        ("“The harbour will open in May for the whole fleet,” Greta Holm said.", True),
    ],
)
def test_leaving_out_a_word_that_turns_the_sense_is_no_cut(longer: str, cut: bool) -> None:
    shorter = longer.replace("only ", "").replace("try to ", "").replace("whole ", "")
    (match,) = ledger([longer], [shorter])
    assert match.state is QuotationState.ALTERED
    assert match.shortened is (Side.RIGHT if cut else None)


@pytest.mark.parametrize(
    ("whole", "part", "cut"),
    [
        (
            "“The harbour is nearly full and the boats wait outside,”",
            "“The harbour is full and the boats wait outside,”",
            False,
        ),
        (
            "“We hope to open the harbour in May for the fleet,”",
            "“We open the harbour in May for the fleet,”",
            False,
        ),
        (
            "“We think we know who sank the boats in the harbour,”",
            "“We know who sank the boats in the harbour,”",
            False,
        ),
        (
            "“Sadly, the old harbour is full and the boats wait outside,”",
            "“The harbour is full and the boats wait outside,”",
            True,
        ),
        (
            "“The harbour, Otto, is full and the boats wait outside,”",
            "“The harbour is full and the boats wait outside,”",
            True,
        ),
        (
            "“The harbour is full, as I may have told the council in March, and the boats wait outside,”",
            "“The harbour is full and the boats wait outside,”",
            True,
        ),
    ],
)
def test_small_words_that_turn_the_sense_are_told(whole: str, part: str, cut: bool) -> None:
    comparison = compare(
        Article.from_paragraphs(["The council of Tarn met.", f"{whole} Greta Holm said."]),
        Article.from_paragraphs(["The council of Tarn met.", f"{part} Greta Holm said."]),
    )
    (match,) = comparison.quotations
    assert match.shortened is (Side.RIGHT if cut else None)
    assert [change.kind for change in comparison.changes] == ([] if cut else [ChangeKind.QUOTATION])


def test_a_fragment_may_begin_behind_a_word_that_turns_the_sense() -> None:
    (match,) = ledger(
        ["“We could open the harbour in May for the fleet,” Greta Holm said."],
        ["Greta Holm said that they could “open the harbour in May for the fleet” of Tarn."],
    )
    assert match.shortened is Side.RIGHT
