"""Speakers resolved to people: pronouns, offices, relatives, and an honest unknown."""

from __future__ import annotations

import pytest

from desktop_app.extract import find_quotations
from desktop_app.model import Article, QuotationKind
from desktop_app.text.prepare import prepare


def speakers(*paragraphs: str) -> list[tuple[str | None, str | None]]:
    """Return the speakers of the direct quotations: as printed, and resolved."""
    found = find_quotations(prepare(Article.from_paragraphs(paragraphs)))
    return [(q.speaker, q.speaker_entity) for q in found if q.kind is not QuotationKind.INDIRECT]


def test_a_pronoun_means_the_one_whose_first_name_fits() -> None:
    assert speakers(
        "Hanna Roth, 44, met Paulo Renzi in Oslo.",
        "“I came all this way to listen,” he said, before she left.",
        "“I came all this way to talk,” she said.",
    ) == [("he", "Paulo Renzi"), ("she", "Hanna Roth")]


def test_a_pronoun_that_fits_nobody_stays_unknown() -> None:
    assert speakers("Hanna Roth opened the fair.", "“It is a fine day for the fair,” he said.") == [
        ("he", None)
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "Marta Vesel, the harbour’s chief engineer, blamed the tide.",
        "The chief engineer, Marta Vesel, blamed the tide.",
        "The harbour’s chief engineer Marta Vesel blamed the tide.",
    ],
)
def test_an_office_means_the_person_described_so(opening: str) -> None:
    later = "“That is a matter for the inquiry,” the chief engineer said."
    assert speakers(opening, "Paul Okello, the mayor, was silent.", later) == [
        ("the chief engineer", "Marta Vesel")
    ]


def test_an_office_means_the_one_introduced_so_far() -> None:
    paragraphs = (
        "The sea was no exception, Judge Marlow ruled.",
        "The judge did not spare the firm. “One of you wrote it, and all of you read it.”",
        "Judge Pell disagreed with the ruling.",
    )
    assert speakers(*paragraphs) == [("The judge", "Marlow")]


def test_an_office_held_by_two_stays_unknown() -> None:
    paragraphs = ("Judge Marlow and Judge Pell sat together.", "“We have read all of it,” the judge said.")
    assert speakers(*paragraphs) == [("the judge", None)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“I have never been so proud of her,” said her husband, Tom.", "Tom"),
        ("“It is a verdict on ten wasted years”, in the words of Jonas Weil.", "Jonas Weil"),
        ("In the words of Jonas Weil, “it is a verdict on ten wasted years”.", "Jonas Weil"),
        ("“We got all of it wrong,” Lt. Col. Jill Abbott told reporters.", "Lt. Col. Jill Abbott"),
        ("“We got all of it wrong,” Gov. Jill Abbott said.", "Gov. Jill Abbott"),
        ("“I heard the mast go,” schoolteacher Jill Abbott told local radio.", "schoolteacher Jill Abbott"),
        (
            "Jill Abbott, a senator, told an interviewer that the town had been “fooled by all”.",
            "Jill Abbott",
        ),
        ("The team behind it calls the strip “a pocket lab for farmers”.", "The team behind it"),
        ("“We keep an open mind,” Det Insp Jill Abbott said.", "Det Insp Jill Abbott"),
        ("“It is a disgrace to this house,” Labour’s Jill Abbott told parliament.", "Labour’s Jill Abbott"),
        ("His barrister, Anil Mehta QC, said the note was “a poor joke”.", "Anil Mehta"),
        ("“We are heartbroken tonight,” the family said in a statement.", "the family"),
        ("“You would see them on Fridays,” said one, Barbara Finch.", "Barbara Finch"),
        ("The inquiry, chaired by Lady Ashe, concluded they had been “asleep at the wheel”.", "The inquiry"),
        ("“We counted every sheet of it twice,” explained the jury’s foreman, Otto Weil.", "Otto Weil"),
        ("Mr Webb (“I have never been so cold in my life”) was found at dawn.", "Mr Webb"),
        ("Asked about the report, Jonas Weil shot back: “I have not read a line of it.”", "Jonas Weil"),
    ],
)
def test_who_speaks(text: str, speaker: str) -> None:
    ((printed, _),) = speakers("Anna Adair won the vote.", text)
    assert printed == speaker


def test_an_order_told_to_somebody_is_no_reported_speech() -> None:
    article = prepare(
        Article.from_paragraphs(["The judge, Mr Justice Callow, told the jury to ignore the outburst."])
    )
    assert find_quotations(article) == ()


def test_a_pronoun_in_chinese_means_the_person_who_opens_the_sentence() -> None:
    assert speakers("市长何秉文表示，晚上的车会更多。“夜里也要有人开车。”他说。") == [("他", "何秉文")]


def test_the_title_of_a_film_is_not_what_its_director_says() -> None:
    text = "The film “The Last Ferry to Aran” won, and its director called it “a long love letter to rain”."
    first, second = find_quotations(prepare(Article.from_paragraphs([text])))
    assert (first.kind, first.speaker) == (QuotationKind.SCARE, None)
    assert (second.kind, second.speaker) == (QuotationKind.PARTIAL, "its director")


def test_a_pronoun_means_the_subject_after_an_opening_phrase() -> None:
    assert speakers(
        "“He owed money to half the town,” said Cody Marsden, his lawyer.",
        "In a letter to the judge, Otto Brandt thanked the postman. “I told myself they slept,” he wrote.",
    ) == [("Cody Marsden", "Cody Marsden"), ("he", "Otto Brandt")]


@pytest.mark.parametrize(
    ("opening", "office"),
    [
        ("Marta Vesel, 58, the president of the club, was in a defiant mood.", "the president"),
        ("The Frenchman Luc Morel came in second, and Ken Rao third.", "the Frenchman"),
    ],
)
def test_an_office_means_the_person_of_that_age_or_nation(opening: str, office: str) -> None:
    ((_, name),) = speakers(opening, f"“We have stopped the clock, not the work,” {office} said.")
    assert name in ("Marta Vesel", "Luc Morel")


def test_the_agency_means_the_one_body_named_beside_it() -> None:
    text = "Floods kill many, says the World Relief Agency. Work on dams has “stalled”, the agency said."
    assert speakers(text) == [("the agency", "World Relief Agency")]


def test_a_name_in_marks_is_not_speech() -> None:
    article = prepare(
        Article.from_paragraphs(["The mayor, Petra Holm, promised that “Harbour Lines” would run."])
    )
    (quotation,) = [q for q in find_quotations(article) if q.kind is not QuotationKind.INDIRECT]
    assert quotation.kind is QuotationKind.SCARE


def test_a_pronoun_means_the_subject_before_the_one_beside_it() -> None:
    assert speakers(
        "Anna Weil watched from the bench.",
        "Mikkel Holm, 23, who had just come on, turned a cross past Tomasz Weber. “I jumped,” he said.",
        "High in the north stand Jean Marlow was eating an egg. “I was not going to stop,” she said.",
    ) == [("he", "Mikkel Holm"), ("she", "Jean Marlow")]


def test_a_pronoun_never_means_the_one_a_letter_goes_to() -> None:
    assert speakers(
        "Chika Mbale denied it. In a letter to President Tom Ndala, he said he left “to spare all of us”.",
        "In his letter to Tom Ndala, he indicated that he left “to spare all of us”.",
    ) == [("he", "Chika Mbale"), ("he", "Chika Mbale")]


def test_a_surname_stays_with_the_one_it_was_used_for() -> None:
    assert speakers(
        "Chika Mbale resigned. Mbale denied any part in it.",
        "The firm belongs to his younger brother, Lovemore Mbale.",
        "“I have not stolen a litre,” Mbale told reporters.",
    ) == [("Mbale", "Chika Mbale")]
