"""Values: figures with their units, and what equal values share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model import EntityType
from desktop_app.text.nouns import plural, singular
from desktop_app.text.values import Value, find_values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12 miles from Orlan and 19 from Dovrey", ["12 mile", "19 mile"]),
        ("20 metres wide and 45 long", ["20 metre", "45 metre"]),
        ("5 miles from Orlan and 12 people waited", ["5 mile", "12 person"]),
        ("5 miles from Orlan, and 12 of them left", ["5 mile", "12"]),
        ("15 per cent, up from 13 last year", ["15 %", "13 %", "last year"]),
        ("61% from 12 schools", ["61 %", "12 school"]),
        ("the fine of 2.4m kroner was cut to 1.1m", ["2400000 NOK", "1100000 NOK"]),
        ("she paid £2.4m. The pole is 1.1m", ["2400000 GBP", "1.1 metre"]),
        ("it costs 95 euros, up from 60 in March", ["95 EUR", "60 EUR", "--03"]),
        ("1,200 staff, down from 1,450 two years ago", ["1200 staff", "1450", "2 year ago"]),
        ("seven months of 2020 without wages", ["7 month", "2020"]),
        (
            "in 2020 voters left",
            [
                "2020",
            ],
        ),
        ("drivers on the R512 stopped", []),
    ],
)
def test_a_figure_takes_the_unit_told_before_it(text: str, values: list[str]) -> None:
    assert [value.value for value in find_values(text)] == values


def only(text: str) -> Value:
    """Return the one value of a text."""
    (value,) = find_values(text)
    return value


@pytest.mark.parametrize(
    ("text", "surface", "kind", "value"),
    [
        ("some 100,000 troops stood", "100,000", "CARDINAL", "100000 troop"),
        ("about 100,000 troops stood", "100,000", "CARDINAL", "100000 troop"),
        ("the 242-seat house", "242", "CARDINAL", "242 seat"),
        ("six million people live", "six million", "CARDINAL", "6000000 person"),
        ("2.3m customers left", "2.3m", "CARDINAL", "2300000 customer"),
        ("fell by nearly a third", "nearly a third", "CARDINAL", "0.333333"),
        ("in a 2-1 ruling", "2-1", "CARDINAL", "2-1"),
        ("by a majority of 11 to one", "11 to one", "CARDINAL", "11-1"),
        ("roughly a quarter of a million hens", "a quarter of a million", "CARDINAL", "250000 hen"),
        ("a fence of 8 1/2 miles", "8 1/2 miles", "QUANTITY", "8.5 mile"),
        ("a lead of three to one", "three to one", "CARDINAL", "3-1"),
        ("it cost $161 million", "$161 million", "MONEY", "161000000 USD"),
        ("it cost £38m", "£38m", "MONEY", "38000000 GBP"),
        ("it cost 38 million pounds", "38 million pounds", "MONEY", "38000000 GBP"),
        ("it cost NKr1.73bn", "NKr1.73bn", "MONEY", "1730000000 NOK"),
        ("it cost 1.73 billion Norwegian crowns", "1.73 billion Norwegian crowns", "MONEY", "1730000000 NOK"),
        ("it cost €2.50", "€2.50", "MONEY", "2.5 EUR"),
        ("it cost US$5", "US$5", "MONEY", "5 USD"),
        ("it cost ¥300 billion", "¥300 billion", "MONEY", "300000000000 JPY"),
        ("up 9.3%", "9.3%", "PERCENT", "9.3 %"),
        ("up 9.3 per cent", "9.3 per cent", "PERCENT", "9.3 %"),
        ("up sixty percent", "sixty percent", "PERCENT", "60 %"),
        ("up 2 percentage points", "2 percentage points", "PERCENT", "2 percentage point"),
        ("up 25 basis points", "25 basis points", "PERCENT", "25 basis point"),
        (
            "2.5 billion cubic meters of water",
            "2.5 billion cubic meters",
            "QUANTITY",
            "2500000000 cubic metre",
        ),
        ("a 140 m mast", "140 m", "QUANTITY", "140 metre"),
        ("a 10-mile run", "10-mile", "QUANTITY", "10 mile"),
        ("it weighs 5kg", "5kg", "QUANTITY", "5 kilogram"),
        ("it holds 5 µg of lead", "5 µg", "QUANTITY", "5 microgram"),
        ("it holds 5 \u03bcg of lead", "5 \u03bcg", "QUANTITY", "5 microgram"),  # with the Greek letter
        ("at −12°C", "−12°C", "QUANTITY", "-12 degree Celsius"),
        ("rund 54,3 Prozent der", "54,3 Prozent", "PERCENT", "54.3 %"),
        ("rund 28 Millionen Euro für", "28 Millionen Euro", "MONEY", "28000000 EUR"),
        ("за 18,6 млрд рублей", "18,6 млрд рублей", "MONEY", "18600000000 RUB"),
        ("it boils at 80 Celsius here", "80 Celsius", "QUANTITY", "80 degree Celsius"),
        (
            "a couple of thousand workers met",
            "a couple of thousand",
            "CARDINAL",
            "a couple of thousand worker",
        ),
        ("several hundred metres on", "several hundred metres", "QUANTITY", "several hundred metres"),
        ("worth a few thousand euros", "a few thousand euros", "MONEY", "a few thousand euros"),
        ("it stood for ten winters there", "ten winters", "DATE", "10 winter"),
        ("in the last three months of the year", "the last three months of the year", "DATE", "q4"),
        ("a fine of R512 was paid", "R512", "MONEY", "512 ZAR"),
        ("a row of 14 stone vats", "14", "CARDINAL", "14 vat"),
        ("he weighs 14 stone", "14 stone", "QUANTITY", "14 stone"),
        ("it sold for D1,450", "D1,450", "MONEY", "1450 GMD"),
        ("it fell to 73.40 to the dollar", "73.40", "MONEY", "73.4 per dollar"),
        ("they pay no more than R95", "R95", "MONEY", "95 ZAR"),
        ("a ticket sells for N500 there", "N500", "MONEY", "500 NGN"),
        ("a debt of K2.5 million", "K2.5 million", "MONEY", "2500000 ZMW"),
        ("a loan of 30,000 CFA francs", "30,000 CFA francs", "MONEY", "30000 XOF"),
        ("a fund of 270 billion won.", "270 billion won", "MONEY", "270000000000 KRW"),
        ("they pay 18,300 won a month", "18,300 won", "MONEY", "18300 KRW"),
        ("5,200 won a place in the draw", "5,200", "CARDINAL", "5200"),
        ("1,250 won prizes", "1,250", "CARDINAL", "1250 prize"),
        ("it measured 1,450 nanograms", "1,450 nanograms", "QUANTITY", "1450 nanogram"),
        ("she had 9,400 flying hours", "9,400 flying hours", "TIME", "9400 hour"),
        ("in the half-year to December", "half-year to December", "DATE", "half-year to december"),
        ("close to half of them left", "close to half", "CARDINAL", "0.5"),
        ("the 16th lap", "16th", "ORDINAL", "16."),
        ("an eighth win in a row", "eighth", "ORDINAL", "8."),
        ("a sale of a quarter of a million homes", "a quarter of a million", "CARDINAL", "250000 home"),
        ("five and a half kilometres out", "five and a half kilometres", "QUANTITY", "5.5 kilometre"),
        ("two and a half million homes", "two and a half million", "CARDINAL", "2500000 home"),
        ("fewer than half.", "fewer than half", "CARDINAL", "0.5"),
        ("1,200 or so workers", "1,200", "CARDINAL", "1200 worker"),
        ("a 300-strong crowd of clerks", "300", "CARDINAL", "300"),
        ("he is 6ft 2in tall", "6ft 2in", "QUANTITY", "6.16667 foot"),
        ("about 120 km per hour.", "120 km per hour", "QUANTITY", "120 kilometre per hour"),
        ("at minus 5 degrees Celsius.", "minus 5 degrees Celsius", "QUANTITY", "-5 degree Celsius"),
        ("by half a percentage point.", "half a percentage point", "PERCENT", "0.5 percentage point"),
        ("about 70 US cents each", "70 US cents", "MONEY", "70 cents"),
        ("a 10p rise", "10p", "MONEY", "10 cents"),
        ("a promise of P200,000 each", "P200,000", "MONEY", "200000 PHP"),
        ("a fine of Rs 300 crore", "Rs 300 crore", "MONEY", "3000000000 INR"),
        ("a plan of Rs 3 lakh crore", "Rs 3 lakh crore", "MONEY", "3000000000000 INR"),
        ("it paid Sh200 million for it", "Sh200 million", "MONEY", "200000000 KES"),
        ("a loan of Ksh. 3,000 a head", "Ksh. 3,000", "MONEY", "3000 KES"),
        ("the road cost RO 2.5 million", "RO 2.5 million", "MONEY", "2500000 OMR"),
        ("a bill of LE2.5bn came", "LE2.5bn", "MONEY", "2500000000 EGP"),
        ("a bill of Le2.5bn came", "Le2.5bn", "MONEY", "2500000000 SLE"),
        ("the port cost EC$2.7m", "EC$2.7m", "MONEY", "2700000 XCD"),
        ("held by seven votes to two.", "seven votes to two", "CARDINAL", "7-2"),
        ("about 180m escudos a year", "180m escudos", "MONEY", "180000000 CVE"),
        ("members voted 312 to 298.", "312 to 298", "CARDINAL", "312-298"),
        ("they won three-nil.", "three-nil", "CARDINAL", "3-0"),
        ("a magnitude-5.8 quake", "5.8", "CARDINAL", "5.8"),
    ],
)
def test_kind_value_and_place(text: str, surface: str, kind: str, value: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.type.value, found.value) == (surface, kind, value)


@pytest.mark.parametrize(
    "text", ["along the N206 to Tarn", "they climbed K2", "in N95 masks", "In 2019 won the east"]
)
def test_letters_that_are_no_sign_of_money(text: str) -> None:
    assert all(value.type.value != "MONEY" for value in find_values(text))


def test_range_shares_its_unit() -> None:
    values = find_values("It hopes for between 3.5 and 4 per cent, or 60 million to 70 million crowns.")
    assert [value.value for value in values] == ["3.5 %", "4 %", "60000000 crown", "70000000 crown"]


def test_bare_millions_take_the_last_currency_but_not_a_conversion_in_brackets() -> None:
    values = find_values(
        "Profit rose to 5.3 billion yen ($36 million) from 4.1 billion, for 2.5 million users."
    )
    assert [value.value for value in values] == [
        "5300000000 JPY",
        "36000000 USD",
        "4100000000 JPY",
        "2500000 user",
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("five to six million pounds", ["5000000 GBP", "6000000 GBP"]),
        ("between $2 and $3 million", ["2000000 USD", "3000000 USD"]),
        ("£2-3m for roads", ["2000000 GBP", "3000000 GBP"]),
        ("$60-65 a barrel", ["60 USD", "65 USD"]),
        ("5-6 million people", ["5000000 person", "6000000 person"]),
        ("20-30 people", ["20 person", "30 person"]),
        ("two to three weeks", ["2 week", "3 week"]),
        ("between two and four hours", ["2 hour", "4 hour"]),
        ("from 300 to 2 million", ["300", "2000000"]),
    ],
)
def test_ranges_share_scale_currency_noun_and_length(text: str, values: list[str]) -> None:
    assert [value.value for value in find_values(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "Ring 020 7946 0958 or +44 20 7946 0000.",
        "Ring 555-1234.",
        "They live at 14 Elm Street.",
        "See www.example.org/2024/12 or mail desk12@example.org.",
        "See example.org/a?q=17 for the list.",
        "It is open 24/7.",
        "COP28 began.",
    ],
)
def test_codes_are_no_figures(text: str) -> None:
    assert find_values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "She is 58 and lives alone.",
        "a nurse who is 34, walked",
        "until he was 19, he",
        "I have a boy of six asleep.",
        "a plumber of 44 came",
        "Ana Ruiz (62) agreed.",
        "He died at 78.",
        "Those are 12- to 17-year-olds.",
    ],
)
def test_ages_in_sentences(text: str) -> None:
    assert {value.age for value in find_values(text)} == {True}


@pytest.mark.parametrize(
    "text", ["It was 58 degrees.", "a majority of 12.", "The total is 90.", "a quarter of 90"]
)
def test_figures_that_are_no_ages(text: str) -> None:
    assert not any(value.age for value in find_values(text))


def test_a_long_text_is_read_in_pieces_and_can_be_watched() -> None:
    sentence = "On Monday 1,200 striking bakers walked 12 km. "
    calls: list[float] = []
    text = sentence * 400
    values = find_values(text, lambda fraction, _: calls.append(fraction))
    assert [text[value.start : value.end] for value in values] == ["Monday", "1,200", "12 km"] * 400
    assert len(calls) >= len(text) // 4000
    assert calls == sorted(calls)


@pytest.mark.parametrize(
    "unit", ["1 ", "one ", "twenty-", "1234567890", "1,1,", "half a ", "Monday ", "in 1 in "]
)
def test_endless_runs_come_to_an_end(unit: str) -> None:
    text = (unit * 30_000)[:30_000]
    ends = [0, *(value.end for value in find_values(text))]
    assert ends == sorted(ends)


def test_votes_counted_in_figures_are_two_counts() -> None:
    assert [value.value for value in find_values("It passed by 41 votes to 36.")] == ["41 vote", "36"]


def test_units_reach_one_base() -> None:
    metres, feet = find_values("140 metres (460 feet)")
    assert metres.dimension == feet.dimension == "length"
    assert metres.base == pytest.approx(feet.base, rel=0.01)


def test_hedges_and_ages() -> None:
    assert only("about 2,100 workers").approximate
    assert not only("the 2,100 workers").approximate
    assert only("Anna Brandt, 71, agreed").age


@pytest.mark.parametrize(
    "text", ["The A320 and COVID-19", "a fifth disposal and a quarter in which", "G7, F-16 and MH17"]
)
def test_letters_hide_figures(text: str) -> None:
    assert [value for value in find_values(text) if value.type is not EntityType.ORDINAL] == []


@pytest.mark.parametrize(
    ("many", "one"), [("people", "person"), ("countries", "country"), ("votes", "vote"), ("police", "police")]
)
def test_nouns(many: str, one: str) -> None:
    assert singular(many) == one
    assert plural(one) == many


@given(
    st.text(alphabet=st.characters() | st.sampled_from("0123456789 .,-%$£€mkbn½thousandmillion"), max_size=80)
)
def test_values_never_overlap_and_cut_the_text(text: str) -> None:
    end = 0
    for value in find_values(text):
        assert end <= value.start < value.end <= len(text)
        end = value.end


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("It rang at ten to four in the morning.", "ten to four in the morning", "03:50"),
        ("They left at half past nine.", "half past nine", "09:30"),
        ("It shut at eight o'clock in the evening.", "eight o'clock in the evening", "20:00"),
        ("He swam half a mile.", "half a mile", "0.5 mile"),
        ("It weighs three quarters of a tonne.", "three quarters of a tonne", "0.75 tonne"),
        ("The shops shut on Boxing Day.", "Boxing Day", "boxing day"),
    ],
)
def test_clocks_in_words_parts_of_a_unit_and_holidays_are_one_value(
    text: str, surface: str, value: str
) -> None:
    found = find_values(text)
    assert [(text[v.start : v.end], v.value) for v in found] == [(surface, value)]
