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
        ("posted 7. Oct 2025 by staff", "7. Oct 2025", "2025-10-07"),
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
        ("six months to the end of June", "six months to the end of June", "h1"),
        ("in the early 1990s they", "the early 1990s", "early 1990s"),
        ("some time next spring", "next spring", "next spring"),
        ("before the end of the decade", "the end of the decade", "the end of the decade"),
        ("at 0915 GMT the", "0915 GMT", "09:15"),
        ("at 9.30am it", "9.30am", "09:30"),
        ("at 9:30 p.m. it", "9:30 p.m.", "21:30"),
        ("after 4,212 hours of", "4,212 hours", "4212 hour"),
        ("am 12. März 2024 war", "12. März 2024", "2024-03-12"),
        ("el 3 de mayo de 2021 se", "3 de mayo de 2021", "2021-05-03"),
        ("с 1 октября в", "1 октября", "--10-01"),
        ("am Sonntag kam", "Sonntag", "sunday"),
        ("at 7 tomorrow", "7 tomorrow", "07:00"),
        ("on the Fourth of July it", "the Fourth of July", "--07-04"),
        ("on the twenty-first of May it", "the twenty-first of May", "--05-21"),
        ("by 12/05/1999.", "12/05/1999", "12/05/1999"),
        ("in mid-May it", "mid-May", "mid --05"),
        ("by end-March it", "end-March", "the end of --03"),
        ("in May of next year it", "May of next year", "--05 next year"),
        ("on Wednesday of next week it", "Wednesday of next week", "wednesday next week"),
        ("awaits a week on Sunday.", "a week on Sunday", "a week on sunday"),
        ("than in the year before.", "the year before", "the year before"),
        ("around A.D. 410 it", "A.D. 410", "0410"),
        ("in about AD410, as", "AD410", "0410"),
        ("a thirteenth-century book", "thirteenth-century", "13th century"),
        ("in 44 BC he", "44 BC", "0044 bc"),
        ("in the fifth century it", "fifth century", "5th century"),
        ("a late 19th-century church", "late 19th-century", "late 19th century"),
        ("from the 5th century BC it", "5th century BC", "5th century bc"),
        ("in the late '80s they", "the late '80s", "late 1980s"),
        ("in the mid-nineties they", "the mid-nineties", "mid 1990s"),
        ("a year and a half ahead", "a year and a half", "1.5 year"),
        ("two and a half years ago he", "two and a half years ago", "2.5 year ago"),
        ("for two-and-a-half hours it", "two-and-a-half hours", "2.5 hour"),
        ("for a quarter of an hour it", "a quarter of an hour", "0.25 hour"),
        ("after 2 hours and 4 minutes it", "2 hours and 4 minutes", "2 hour 4 minute"),
        ("in 3hrs 25mins it", "3hrs 25mins", "3 hour 25 minute"),
        ("led by one minute 34.", "one minute 34", "1 minute 34 second"),
        ("gets two years and six months in", "two years and six months", "2 year 6 month"),
        ("ran it in 1:43.21, a", "1:43.21", "1:43.21"),
        ("a 2,400-year-old bowl", "2,400-year-old", "2400 year old"),
        ("ran 2:04:31 on", "2:04:31", "2:04:31"),
        ("in two months’ time", "two months", "2 month"),
        ("the first three months of 2024 it", "the first three months of 2024", "q1 2024"),
        ("in the six months to June it", "six months to June", "h1"),
        ("in the year ending March 2020, it", "year ending March 2020", "year ending march 2020"),
        ("at the club next season.", "next season", "next season"),
        ("six months ended Dec. 31, it", "six months ended Dec. 31", "h2"),
        ("fourth quarter of fiscal 2023 it", "fourth quarter of fiscal 2023", "q4 2023"),
        ("third quarter of the current year it", "third quarter", "q3"),
        ("the end of the school year it", "the end of the school year", "the end of the school year"),
        ("the 2019/20 season", "2019/20", "2019-20"),
        ("at 0630 local time", "0630", "06:30"),
        ("at 8 this morning", "8 this morning", "08:00"),
        ("at four p.m. it", "four p.m.", "16:00"),
        ("at midday it", "midday", "noon"),
        ("on New Year’s Day it", "New Year’s Day", "new year's day"),
        ("on Black Friday.", "Black Friday", "black friday"),
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


def test_the_first_hour_of_a_range_is_in_the_same_half_of_the_day() -> None:
    assert [date.value for date in find_dates("between 3 and 4 p.m., or 9-11 a.m., or 10pm to 2am")] == [
        "15:00",
        "16:00",
        "09:00",
        "11:00",
        "22:00",
        "02:00",
    ]


def test_months_far_apart_are_two_dates() -> None:
    assert [date.value for date in find_dates("from February to October")] == ["--02", "--10"]


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Times and Sheffield Wednesday met.",
        "June Carter sang.",
        "her third century at Lord's",
        "They know who caused the fall of the wall.",
        "at the last minute, on the last day",
        "the start of the winter market",
        "the day before the vote",
    ],
)
def test_names_and_idioms_are_no_dates(text: str) -> None:
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
