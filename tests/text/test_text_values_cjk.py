"""Values of Chinese and Japanese text, and lengths and clock times of other languages."""

from __future__ import annotations

import pytest

from desktop_app.text.values import find_values
from desktop_app.text.values_cjk import parse_cjk


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("会议于2023年5月6日举行", ("2023年5月6日", "DATE", "2023-05-06")),
        ("大桥五月二日开放", ("五月二日", "DATE", "--05-02")),
        ("列车下午3时20分出发", ("下午3时20分", "TIME", "15:20")),
        ("花费3.5亿元修建", ("3.5亿元", "MONEY", "350000000 CNY")),
        ("捐款两万美元给学校", ("两万美元", "MONEY", "20000 USD")),
        ("下降百分之十五左右", ("百分之十五", "PERCENT", "15 %")),
        ("全长12公里的线路", ("12公里", "QUANTITY", "12 kilometre")),
        ("等候40分钟以上", ("40分钟", "TIME", "40 minute")),
        ("他去年离开公司", ("去年", "DATE", "last year")),
        ("Der Zug fährt um 18.30 Uhr ab", ("18.30 Uhr", "TIME", "18:30")),
        ("Die Fahrt dauert 45 Minuten", ("45 Minuten", "TIME", "45 minute")),
        ("Поездка длится 45 минут", ("45 минут", "TIME", "45 minute")),
        ("Мост построили в 1978 году", ("1978 году", "DATE", "1978")),
        ("Le trajet de 12 kilomètres", ("12 kilomètres", "QUANTITY", "12 kilometre")),
    ],
)
def test_values_of_other_languages(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in [(text[v.start : v.end], v.type.value, v.value) for v in find_values(text)]


@pytest.mark.parametrize(
    ("text", "number"), [("二十四", 24), ("三千零五", 3005), ("十", 10), ("1.5万", 15000), ("两", 2)]
)
def test_numbers_in_characters(text: str, number: float) -> None:
    assert parse_cjk(text) == number
