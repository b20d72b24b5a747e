"""Dates, times, money and counts of Chinese and Japanese text, in the same normal form as other languages."""

from __future__ import annotations

import re

from desktop_app.model import EntityType
from desktop_app.text.numbers import format_number
from desktop_app.text.value import Value

_DIGITS = {character: number for number, character in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "兩": 2,
}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}
_NUMBER = r"(?:\d[\d,，]*(?:\.\d+)?|[〇零一二三四五六七八九十百千两兩]+)"
_SCALED = rf"{_NUMBER}[万萬亿億]?"
_PARTS = r"(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|深夜|夜里|午前|午後)"
_MONEY = {
    "美元": "USD",
    "美金": "USD",
    "欧元": "EUR",
    "歐元": "EUR",
    "英镑": "GBP",
    "英鎊": "GBP",
    "日元": "JPY",
    "日圆": "JPY",
    "港元": "HKD",
    "港币": "HKD",
    "新台币": "TWD",
    "新台幣": "TWD",
    "卢布": "RUB",
    "韩元": "KRW",
    "人民币": "CNY",
    "ドル": "USD",
    "ユーロ": "EUR",
    "元": "CNY",
    "円": "JPY",
}
_UNITS = {
    "公里": "kilometre",
    "千米": "kilometre",
    "米": "metre",
    "公斤": "kilogram",
    "吨": "tonne",
    "噸": "tonne",
    "キロ": "kilometre",
    "メートル": "metre",
    "トン": "tonne",
    "公顷": "hectare",
    "平方公里": "square kilometre",
}
_PERIODS = {
    "分钟": "minute",
    "分鐘": "minute",
    "分間": "minute",
    "小时": "hour",
    "小時": "hour",
    "時間": "hour",
    "秒": "second",
    "天": "day",
    "日間": "day",
    "周": "week",
    "週間": "week",
    "星期": "week",
    "个月": "month",
    "個月": "month",
    "か月": "month",
    "ヶ月": "month",
    "年": "year",
}
_CLOCK = frozenset({"second", "minute", "hour"})
_COUNTERS = "个個人名位座家间間辆輛条條次起只隻棵艘站架台件本票岁歳所户戶项項"
_WORDS = {
    "今天": "today",
    "今日": "today",
    "昨天": "yesterday",
    "昨日": "yesterday",
    "明天": "tomorrow",
    "明日": "tomorrow",
    "今年": "this year",
    "去年": "last year",
    "昨年": "last year",
    "明年": "next year",
    "来年": "next year",
    "上个月": "last month",
    "本月": "this month",
    "先月": "last month",
    "上周": "last week",
    "本周": "this week",
    "下周": "next week",
}


def _longest(names: dict[str, str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_PATTERN = re.compile(
    rf"(?P<date>(?:(?P<year>\d{{4}})年)?(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月"
    rf"(?:(?P<day>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[日号號])?)"
    r"|(?P<only_year>(?:1[5-9]|20)\d\d)年(?![间間])"
    r"|(?P<only_day>\d{1,2})日(?![元圆间間本])"
    rf"|(?P<part>{_PARTS})?(?P<hour>\d{{1,2}}|[零一二三四五六七八九十]{{1,3}})[时点時點](?!间|間|钟头)"
    rf"(?:(?P<half>半)|(?P<minute>\d{{1,2}}|[零一二三四五六七八九十]{{1,3}})分(?!钟|鐘|間)?)?"
    rf"|(?P<length>{_NUMBER})(?P<plus>个半|個半)?"
    rf"(?P<period>{'|'.join(sorted(_PERIODS, key=len, reverse=True))}|个小时|個小時)"
    rf"|(?P<amount>{_NUMBER})(?P<amount_scale>[万萬亿億])?(?P<currency>{_longest(_MONEY)})"
    rf"|(?:百分之(?P<hundredth>{_NUMBER})|(?P<share>\d+(?:\.\d+)?)[%％])"
    rf"|(?P<measure>{_NUMBER})(?P<measure_scale>[万萬亿億])?(?P<unit>{_longest(_UNITS)})"
    rf"|(?P<word>{_longest(_WORDS)})"
    rf"|第(?P<rank>{_NUMBER})"
    rf"|(?P<count>\d[\d,，]*(?:\.\d+)?)(?P<count_scale>[万萬亿億])?|(?P<spelt>{_SCALED})(?=[{_COUNTERS}多余餘])"
)


def parse_cjk(text: str) -> float:
    """Return what a number in figures or Chinese characters comes to ("二十四" is 24, "2.6" is 2.6)."""
    plain = text.replace(",", "").replace("，", "")
    if plain and plain[0].isdigit():
        scale = _SCALES.get(plain[-1], 1.0)
        return float(plain.rstrip("".join(_SCALES))) * scale
    total = part = digit = 0.0
    for character in plain:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _STEPS:
            part += (digit or 1.0) * _STEPS[character]
            digit = 0.0
        elif character in _SCALES:
            total += (part + digit) * _SCALES[character]
            part = digit = 0.0
    return total + part + digit


def find_values_cjk(text: str) -> list[Value]:
    """Return the values of a Chinese or Japanese text, in reading order, without overlaps."""
    found: list[Value] = []
    for match in _PATTERN.finditer(text):
        start = match.start()
        if start and text[start - 1].isascii() and text[start - 1].isalnum():
            continue
        value = _value(match)
        if value:
            found.append(value)
    return found


def _value(match: re.Match[str]) -> Value | None:
    start, end = match.span()

    def made(
        kind: EntityType, value: str, number: float | None = None, unit: str = "", begin: int = start
    ) -> Value:
        return Value(begin, end, kind, value, number, unit, words=not any(c.isdigit() for c in match[0]))

    def figure(number: str, scale: str) -> float:
        return float(f"{parse_cjk(match[number]) * _SCALES.get(match[scale] or '', 1.0):.12g}")

    if match["date"]:
        text = (match["year"] or "-") + f"-{int(parse_cjk(match['month'])):02}"
        return made(EntityType.DATE, text + (f"-{int(parse_cjk(match['day'])):02}" if match["day"] else ""))
    if match["only_year"]:
        return made(EntityType.DATE, match["only_year"])
    if match["only_day"]:
        return made(EntityType.DATE, f"---{int(match['only_day']):02}")
    if match["hour"]:
        hour = int(parse_cjk(match["hour"]))
        late = match["part"] in ("下午", "傍晚", "晚上", "夜里", "午後") and hour < 12
        minute = 30 if match["half"] else int(parse_cjk(match["minute"])) if match["minute"] else 0
        return made(EntityType.TIME, f"{hour + 12 * late:02}:{minute:02}")
    if match["length"]:
        unit = (
            _PERIODS.get(match["period"].removeprefix("个").removeprefix("個"), "")
            or _PERIODS[match["period"]]
        )
        number = parse_cjk(match["length"]) + (0.5 if match["plus"] else 0.0)
        kind = EntityType.TIME if unit in _CLOCK else EntityType.DATE
        return made(kind, f"{format_number(number)} {unit}", number, unit)
    if match["amount"]:
        number, code = figure("amount", "amount_scale"), _MONEY[match["currency"]]
        return made(EntityType.MONEY, f"{format_number(number)} {code}", number, code)
    if match["hundredth"] or match["share"]:
        number = parse_cjk(match["hundredth"] or match["share"])
        return made(EntityType.PERCENT, f"{format_number(number)} %", number, "%")
    if match["measure"]:
        number, unit = figure("measure", "measure_scale"), _UNITS[match["unit"]]
        return made(EntityType.QUANTITY, f"{format_number(number)} {unit}", number, unit)
    if match["word"]:
        return made(EntityType.DATE, _WORDS[match["word"]])
    if match["rank"]:
        number = parse_cjk(match["rank"])
        return made(EntityType.ORDINAL, format_number(number), number)
    if match["count"]:
        number = figure("count", "count_scale")
        return made(EntityType.CARDINAL, format_number(number), number)
    number = parse_cjk(match["spelt"])
    return made(EntityType.CARDINAL, format_number(number), number) if number > 3 else None
