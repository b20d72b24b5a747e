"""Speakers that one article leaves open and the other one names."""

from __future__ import annotations

import pytest

from desktop_app.compare import compare
from desktop_app.model import Article, Quotation, QuotationKind

_QUOTED = "“My legs were good and my head was empty all the way up,”"


def _speakers(left: list[str], right: list[str]) -> list[tuple[Quotation, Quotation]]:
    comparison = compare(Article.from_paragraphs(left), Article.from_paragraphs(right))
    return [
        (match.left, match.right)
        for match in comparison.quotations
        if match.left is not None
        and match.right is not None
        and match.left.kind is not QuotationKind.INDIRECT
    ]


_NAMED = ["Daniel Okafor won the mountain stage at Colle on Friday.", f"{_QUOTED} Okafor told reporters."]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (
            ["Daniel Okafor was ahead of Luca Ferri at Colle on Friday.", f"{_QUOTED} the winner said."],
            "Daniel Okafor",
        ),
        (
            ["Luca Ferri lost the stage at Colle on Friday to Daniel Okafor.", f"{_QUOTED} he said."],
            "Daniel Okafor",
        ),
        (["The stage at Colle was won on Friday by an outsider.", f"{_QUOTED} the winner said."], None),
        (
            ["Daniel Okafor and Luca Ferri were ahead at Colle on Friday.", f"{_QUOTED} two riders said."],
            None,
        ),
    ],
)
def test_an_open_speaker_has_the_name_of_the_other_side(told: list[str], name: str | None) -> None:
    ((left, right),) = _speakers(_NAMED, told)
    assert left.speaker_entity == "Daniel Okafor"
    assert right.speaker_entity == name
    ((left, right),) = _speakers(told, _NAMED)
    assert left.speaker_entity == name


def test_a_body_is_named_by_what_it_is() -> None:
    words = "“We will read the reasons with care before any further step,”"
    left = ["Halcyon Freight sued Norwing Lines on Monday.", f"{words} Halcyon Freight said."]
    right = [
        "On Monday the ferry firm Norwing Lines was sued by Halcyon Freight.",
        f"{words} the company said.",
    ]
    ((_, there),) = _speakers(left, right)
    assert there.speaker == "the company"
    assert there.speaker_entity == "Halcyon Freight"


def test_a_pronoun_is_not_given_to_somebody_of_the_other_gender() -> None:
    there = ["Daniel Okafor met Maria Ferri at Colle on Friday.", f"{_QUOTED} she said."]
    ((_, right),) = _speakers(_NAMED, there)
    assert right.speaker_entity != "Daniel Okafor"
    assert right.pieces[0].paragraph == 1


@pytest.mark.parametrize(("printed", "name"), [("the judge", "Daniel Okafor"), ("the farmer", None)])
def test_an_office_has_its_holder_whom_only_the_other_article_names(printed: str, name: str | None) -> None:
    named = ["A cyclist was fined at Colle on Friday.", f"{_QUOTED} Judge Daniel Okafor told reporters."]
    ((left, right),) = _speakers(named, ["A cyclist must pay, a court ruled.", f"{_QUOTED} {printed} said."])
    assert left.speaker_entity == "Daniel Okafor"
    assert right.speaker_entity == name


def test_an_age_has_the_name_of_the_other_side() -> None:
    there = ["‘Empty head’: Okafor wins at Colle", "The stage was long.", f"{_QUOTED} said the 27-year-old."]
    ((_, right),) = _speakers([_NAMED[0], f"{_QUOTED} Okafor, 27, told reporters."], there)
    assert right.speaker == "the 27-year-old"
    assert right.speaker_entity == "Daniel Okafor"


@pytest.mark.parametrize(
    ("printed", "name"), [("Ferri’s lawyer", "Daniel Okafor"), ("a lawyer", None), ("Ferri’s brother", None)]
)
def test_a_lawyer_told_of_by_the_client_has_the_name_of_the_other_side(
    printed: str, name: str | None
) -> None:
    named = [
        "Luca Ferri was fined at Colle on Friday.",
        f"{_QUOTED} his lawyer, Daniel Okafor, told reporters.",
    ]
    ((left, right),) = _speakers(named, ["Luca Ferri must pay, a court ruled.", f"{_QUOTED} {printed} said."])
    assert left.speaker_entity == "Daniel Okafor"
    assert right.speaker_entity == name
