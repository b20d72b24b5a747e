"""Facts that disagree, and the many things that look like it but do not."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.compare import compare
from desktop_app.compare.agreement import Day, same_day
from desktop_app.compare.bounds import bound_of, bounds_disagree
from desktop_app.compare.figures import same_figure
from desktop_app.model import Article, Change
from desktop_app.text.values import Value, find_values

LEAD = (
    "The council of Tarn met on the old quay to speak about the harbour.",
    "On the old quay the council of Tarn met to speak about the harbour.",
)


def changes(left: str, right: str) -> list[Change]:
    return list(
        compare(Article.from_paragraphs([LEAD[0], left]), Article.from_paragraphs([LEAD[1], right])).changes
    )


def told(left: str, right: str) -> list[tuple[str, str, str]]:
    return [(change.kind.value, change.left.text, change.right.text) for change in changes(left, right)]


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        (
            "The flood damaged 112 houses in the lower town, officials said.",
            "Officials said that 121 houses in the lower town were damaged by the flood.",
            ("figure", "112", "121"),
        ),
        (
            "Eleven sailors from the trawler were rescued by helicopter.",
            "A helicopter rescued 12 sailors from the trawler.",
            ("figure", "Eleven", "12"),
        ),
        (
            "Harbour fees rose 9.3% to 14 million crowns in the second half.",
            "In the second half harbour fees were up 9.8 per cent at 14m crowns.",
            ("figure", "9.3%", "9.8 per cent"),
        ),
        (
            "The repair of the quay will cost $1.2bn, the mayor said.",
            "The mayor put the cost of repairing the quay at 1.5 billion dollars.",
            ("figure", "$1.2bn", "1.5 billion dollars"),
        ),
        (
            "The new bridge is to open on Nov 28 after years of delay.",
            "After years of delay the new bridge is to open on 18 November.",
            ("date", "Nov 28", "18 November"),
        ),
        (
            "The minister will visit the flooded harbour on Friday.",
            "On Saturday the minister will visit the flooded harbour.",
            ("date", "Friday", "Saturday"),
        ),
        (
            "The harbour was mined in August 2019, records show.",
            "Records show that the harbour was mined in September 2019.",
            ("date", "August 2019", "September 2019"),
        ),
        (
            "The accident was reported by engineer Mats Holmgren of the port.",
            "Mats Holmqvist, an engineer of the port, reported the accident.",
            ("name", "Mats Holmgren", "Mats Holmqvist"),
        ),
    ],
)
def test_facts_that_disagree(left: str, right: str, wanted: tuple[str, str, str]) -> None:
    assert told(left, right) == [wanted]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (
            "The harbour master did not rule out closing the pier.",
            "The harbour master ruled out closing the pier.",
            "negation",
        ),
        (
            "The budget had not included the new lighthouse.",
            "The budget includes the new lighthouse.",
            "negation",
        ),
        (
            "No houses were damaged by the flood in Tarn.",
            "Houses were damaged by the flood in Tarn.",
            "negation",
        ),
        (
            "The judges did not decide whether the port had broken the safety law.",
            "The judges held that the port had broken the safety law.",
            "negation",
        ),
        (
            "The council approved the sale of the old pier.",
            "The council rejected the sale of the old pier.",
            "negation",
        ),
        (
            "The fishermen asked for guarantees, including that the port never allow tankers again.",
            "The fishermen asked for guarantees, of which the port never allows tankers again.",
            "negation",
        ),
        ("The company may sell the old shipyard.", "The company is selling the old shipyard.", "hedge"),
        ("At least 12 boats were lost in the storm.", "In the storm 12 boats were lost.", "hedge"),
        (
            "Inspectors appeared to have bypassed the safety board.",
            "Inspectors bypassed the safety board.",
            "hedge",
        ),
        (
            "The verdict could bring the firm hundreds of claims.",
            "The verdict is certain to bring the firm hundreds of claims.",
            "hedge",
        ),
    ],
)
def test_denials_and_certainty(left: str, right: str, kind: str) -> None:
    assert [found for found, _, _ in told(left, right)] == [kind]
    assert [found for found, _, _ in told(right, left)] == [kind]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Twelve boats were lost off the cape.", "Off the cape 12 boats were lost."),
        ("The pier cost $1.2bn to build.", "To build the pier cost 1.2 billion dollars."),
        ("The pier is 140 metres long and old.", "The old pier is 460 feet long."),
        ("Some 100,000 herring barrels lay in the port.", "About 100,000 herring barrels lay in the port."),
        ("The port took 1.73 billion crowns last year.", "Last year the port took about 1.7 billion crowns."),
        ("The vote of the council was 2-1 against.", "By two to one the council voted against."),
        ("The pier opened on 15 December.", "The pier opened on Dec 15."),
        ("The pier opened in 2019 to great joy.", "The pier opened to great joy in May 2019."),
        ("Half of the fleet stayed in port.", "In port stayed 50 percent of the fleet."),
        ("The harbour’s programme was organised by Nato.", "The harbor’s program was organized by NATO."),
        ("The ships sailed from Kiev to Odessa.", "The ships sailed from Kyiv to Odesa."),
        (
            "The master did not come to the harbour meeting.",
            "The master stayed away from the harbour meeting.",
        ),
        ("The company plans to hire 350 dockers.", "The company intends to add 350 dockers."),
        ("The pier is likely to close, he said.", "The pier will probably close, he said."),
        ("The council is not only broke but late.", "The council is broke and also late."),
        ("Nearly half of the boats sank.", "Almost half of the boats sank."),
        ("Dockers may sue the port over the accident.", "Dockers can sue the port over the accident."),
    ],
)
def test_what_agrees_is_no_change(left: str, right: str) -> None:
    assert told(left, right) == []


def test_figures_that_follow_from_others_agree() -> None:
    left = "Orders reached 61.4 billion crowns, up from 52.8 billion crowns three months before."
    right = "Orders reached 61.4 billion crowns, which is 8.6 billion crowns more than three months before."
    assert told(left, right) == []
    left = "Greta Holm and 208 other members of the club want damages from the port."
    right = "There are 209 members of the club in all, including Greta Holm, who want damages from the port."
    assert told(left, right) == []


def test_other_office() -> None:
    left = "Foreign Minister Anton Brandt opened the harbour talks in Tarn."
    right = "The harbour talks in Tarn were opened by Defence Minister Anton Brandt."
    assert ("name", "Foreign Minister", "Defence Minister") in told(left, right)


def test_weekday_against_date_needs_the_day_of_the_article() -> None:
    left = [
        "TARN, Monday (Feb 7) - The new ferry came into port.",
        "It will sail again on Thursday, the owner said.",
    ]
    right = ["The new ferry came into port at Tarn.", "It will sail again on 10 February, the owner said."]
    wrong = ["The new ferry came into port at Tarn.", "It will sail again on 11 February, the owner said."]

    def kinds(first: list[str], second: list[str]) -> list[str]:
        return [
            c.kind.value
            for c in compare(Article.from_paragraphs(first), Article.from_paragraphs(second)).changes
        ]

    assert kinds(left, right) == []
    assert kinds(left, wrong) == ["date"]


def test_a_changed_quotation_is_marked_in_whole_words() -> None:
    found = told(
        "“It is a small harbour with a large debt,” said Mayor Ilse Varga of Tarn.",
        "“It’s a modest harbour with a large debt,” said Mayor Ilse Varga of Tarn.",
    )
    ((kind, left, right),) = found
    assert kind == "quotation"
    assert {left, right}.isdisjoint({"s", "is"})
    assert "small" in left
    assert "modest" in right
    assert not right.startswith("s ")


def test_words_inside_quotations_are_told_once_as_a_quotation() -> None:
    left = "“We will cut the spills by 60 percent within ten years,” Greta Holm said."
    right = "“We will cut the spills by 16 per cent within ten years,” Greta Holm said."
    found = told(left, right)
    assert [kind for kind, _, _ in found] == ["quotation"]
    assert "60" in found[0][1]
    assert "16" in found[0][2]


def test_note_is_one_sentence_and_names_both() -> None:
    (change,) = changes("The flood damaged 112 houses.", "The flood damaged 121 houses.")
    assert "112" in change.note
    assert "121" in change.note
    assert change.note.endswith(".")
    assert change.note.count(". ") == 0


# The parts ---------------------------------------------------------------------------------------------


def value(text: str) -> Value:
    return find_values(text)[0]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("12 boats", "twelve boats", True),
        ("5 miles", "8 km", True),
        ("5 miles", "12 km", False),
        ("$5 million", "£5 million", False),
        ("1.73 billion crowns", "1.7 billion crowns", True),
        ("9.3%", "9.8 per cent", False),
        ("9.3%", "9.3 percent", True),
    ],
)
def test_figures(left: str, right: str, same: bool) -> None:
    assert same_figure(value(left), value(right)) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (Day(2022, 2, 7), Day(month=2, day=7), True),
        (Day(2022, 2, 7), Day(month=2, day=8), False),
        (Day(weekday=0), Day(weekday=1), False),
        (Day(2022), Day(month=2), None),
        (Day(weekday=3), Day(month=2, day=10), True),
        (Day(weekday=3), Day(month=2, day=11), False),
        (Day(other="last week"), Day(other="next week"), False),
        (Day(other="last week"), Day(weekday=1), None),
        (Day(clock="07:00"), Day(clock="19:00"), None),
        (Day(clock="07:00"), Day(clock="07:30"), False),
    ],
)
def test_days(a: Day, b: Day, same: bool | None) -> None:
    assert same_day(a, b, (date(2022, 2, 7), 0)) is same


def test_bounds() -> None:
    text = "At least 12 boats and 30 nets or more"
    assert bound_of(text, 9, 11) == ("lower", 0, 11)
    assert bound_of(text, 22, 24).kind == ""
    assert bounds_disagree("lower", "")
    assert not bounds_disagree("about", "")
