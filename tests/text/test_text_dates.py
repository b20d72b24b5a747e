"""Dates and times in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.text.dates import find_dates


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("on Monday (Feb 7) in", "Monday (Feb 7)", "--02-07"),
        ("by Dec 15.", "Dec 15", "--12-15"),
        ("on 15 December.", "15 December", "--12-15"),
        ("on Sept. 11, 2001 it", "Sept. 11, 2001", "2001-09-11"),
        ("on 2022-02-07 it", "2022-02-07", "2022-02-07"),
        ("in August 2021 she", "August 2021", "2021-08"),
        ("since 2017, he", "2017", "2017"),
        ("in May he may march", "May", "--05"),
        ("late last year it", "late last year", "late last year"),
        ("the past five years were", "the past five years", "past five years"),
        ("over the past week it", "the past week", "past week"),
        ("less than three months before", "less than three months", "3 month"),
        ("took office 14 months ago", "14 months ago", "14 month ago"),
        ("took office 14 months back", "14 months back", "14 month ago"),
        ("after nearly a decade of", "nearly a decade", "10 year"),
        ("after almost ten years of", "almost ten years", "10 year"),
        ("a ten-year contract", "ten-year", "10 year"),
        ("the 10-year contract", "10-year", "10 year"),
        ("in the third quarter it", "third quarter", "q3"),
        ("from July to September it", "July to September", "q3"),
        ("three months to the end of September", "three months to the end of September", "q3"),
        ("in the early 1990s they", "the early 1990s", "early 1990s"),
        ("some time next spring", "next spring", "next spring"),
        ("by the end of the decade", "the end of the decade", "the end of the decade"),
        ("at 0915 GMT the", "0915 GMT", "09:15"),
        ("at 9.30am it", "9.30am", "09:30"),
        ("at 9:30 p.m. it", "9:30 p.m.", "21:30"),
        ("after 4,212 hours of", "4,212 hours", "4212 hour"),
        ("am 12. März 2024 war", "12. März 2024", "2024-03-12"),
        ("el 3 de mayo de 2021 se", "3 de mayo de 2021", "2021-05-03"),
        ("с 1 октября в", "1 октября", "--10-01"),
        ("am Sonntag kam", "Sonntag", "sunday"),
        ("at 7 tomorrow", "7 tomorrow", "07:00"),
    ],
)
def test_value_and_place(text: str, surface: str, value: str) -> None:
    (date,) = find_dates(text)
    assert text[date.start : date.end] == surface
    assert date.value == value


@pytest.mark.parametrize(
    "text",
    [
        "They may march on; the sun rose.",
        "a day, many years, a second thought",
        "It holds 2100 people and 2021 seats.",
        "the summer residence of the duke",
        "a “Super April” of votes",
        "one of the second-hand cars",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_ages_are_marked() -> None:
    assert [date.age for date in find_dates("a 71-year-old teacher, aged 71, three years ago")] == [
        True,
        True,
        False,
    ]


def test_hours_and_times_of_day_are_times() -> None:
    assert [date.time for date in find_dates("for 40 minutes at noon on Sunday")] == [True, True, False]


@given(st.text())
def test_dates_cut_the_text_in_order(text: str) -> None:
    end = 0
    for date in find_dates(text):
        assert end <= date.start < date.end <= len(text)
        end = date.end
