"""Short texts that several parts of the window share: paragraph numbers, sides, kinds."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.model import Article, ChangeKind, Comparison, EntityType, Kind, QuotationState, Side

translate = QCoreApplication.translate
"""Takes a context and a text. Under this name lupdate finds both, which it would not behind a function."""


def number(value: int) -> str:
    """Return a whole number in the reader's own notation."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:  # a system without one would leave out the separators
        locale = QLocale(QLocale.Language.English)
    return locale.toString(value)


def tip(text: str) -> str:
    """Return a text as a tool tip shows it: wrapped, and whatever stands in it as words, never as markup."""
    return f"<p>{'<br>'.join(escape(line) for line in text.splitlines())}</p>"


def counted(label: str, count: int) -> str:
    """Return a label with how many there are: "Altered 2"."""
    return f"{label} {number(count)}"


def words(count: int) -> str:
    """Return "1 word" or "12 words"."""
    if count == 1:
        return translate("Wording", "1 word")
    return translate("Wording", "{n} words").format(n=number(count))


def paragraphs(count: int) -> str:
    """Return "1 paragraph" or "12 paragraphs"."""
    if count == 1:
        return translate("Wording", "1 paragraph")
    return translate("Wording", "{n} paragraphs").format(n=number(count))


def as_written(text: str) -> str:
    """Return a text for a menu or a label with a key, where a single "&" would mark a letter."""
    return text.replace("&", "&&")


def score(value: float) -> str:
    """Return a score in 0..1 with two digits; 1.00 is left to what is certain."""
    return QLocale().toString(value if value >= 1 else min(value, 0.99), "f", 2)


def first_words(text: str, length: int) -> str:
    """Return at most ``length`` characters from a text's start, cut after a word where there are spaces."""
    if len(text) <= length:
        return text
    words = text[: length + 1].rpartition(" ")[0]
    return words if len(words) > length // 2 else text[:length]


def shortened(text: str, length: int) -> str:
    """Return a text, or its first words within ``length`` characters with a sign that more follows."""
    return text if len(text) <= length else first_words(text, length) + " …"


def last_words(text: str, length: int) -> str:
    """Return at most ``length`` characters from a text's end, cut before a word where there are spaces."""
    if len(text) <= length:
        return text
    words = text[-length - 1 :].partition(" ")[2]
    return words if len(words) > length // 2 else text[-length:]


def side_name(side: Side) -> str:
    """Return "left" or "right" for the middle of a sentence."""
    return translate("Wording", "left") if side is Side.LEFT else translate("Wording", "right")


def paragraph_label(article: Article, paragraphs: Iterable[int]) -> str:
    """Return paragraph numbers as ``¶4``, ``¶4–5``, ``¶4, 7`` or ``headline``."""
    wanted = list(paragraphs)
    body = [index for index in wanted if article.paragraphs[index].kind is not Kind.HEADLINE]
    parts = [translate("Wording", "headline")] if len(body) < len(wanted) else []
    if body:
        parts.append("¶" + _runs(article, body, "–", ", "))
    return ", ".join(parts)


def paragraphs_spoken(article: Article, paragraphs: Iterable[int]) -> str:
    """Return paragraph numbers for the ear: ``4``, ``4 and 5``, ``4, 5 and 7``."""
    numbers = [
        translate("Wording", "headline")
        if article.paragraphs[index].kind is Kind.HEADLINE
        else number(article.number_of(index))
        for index in sorted(set(paragraphs))
    ]
    if len(numbers) < 2:
        return "".join(numbers)
    return translate("Wording", "{0} and {1}").format(", ".join(numbers[:-1]), numbers[-1])


def pair_label(comparison: Comparison, left: Iterable[int], right: Iterable[int]) -> str:
    """Return ``¶4 ↔ ¶6`` for two sides, or the numbers of the one side there is."""
    parts = [
        paragraph_label(comparison.left, tuple(left)),
        paragraph_label(comparison.right, tuple(right)),
    ]
    return " ↔ ".join(part for part in parts if part)


def _runs(article: Article, paragraphs: Iterable[int], dash: str, comma: str) -> str:
    runs: list[list[int]] = []
    for index in sorted(set(paragraphs)):
        if runs and runs[-1][1] == index - 1:
            runs[-1][1] = index
        else:
            runs.append([index, index])
    texts = []
    for first, last in runs:
        start, end = number(article.number_of(first)), number(article.number_of(last))
        texts.append(start if first == last else f"{start}{dash}{end}")
    return comma.join(texts)


# Groups of the entity list, in the order they are shown.
PEOPLE, PLACES, ORGANISATIONS, NATIONALITIES, EVENTS, VALUES = range(6)
GROUPS = 6

_GROUP_OF = {
    EntityType.PERSON: PEOPLE,
    EntityType.GPE: PLACES,
    EntityType.LOC: PLACES,
    EntityType.FAC: PLACES,
    EntityType.ORG: ORGANISATIONS,
    EntityType.NORP: NATIONALITIES,
    EntityType.EVENT: EVENTS,
}


def group_of(kind: EntityType) -> int:
    """Return the group of the entity list that a type belongs to."""
    return _GROUP_OF.get(kind, VALUES)


def group_name(group: int) -> str:
    """Return the heading of a group of the entity list."""
    return (
        translate("Wording", "People"),
        translate("Wording", "Places"),
        translate("Wording", "Organisations"),
        translate("Wording", "Nationalities"),
        translate("Wording", "Events"),
        translate("Wording", "Dates & figures"),
    )[group]


def type_name(kind: EntityType) -> str:
    """Return what an entity type is called in a sentence."""
    return {
        EntityType.PERSON: translate("Wording", "person"),
        EntityType.NORP: translate("Wording", "nationality or group"),
        EntityType.FAC: translate("Wording", "building or site"),
        EntityType.ORG: translate("Wording", "organisation"),
        EntityType.GPE: translate("Wording", "country, region or town"),
        EntityType.LOC: translate("Wording", "place"),
        EntityType.EVENT: translate("Wording", "event"),
        EntityType.DATE: translate("Wording", "date"),
        EntityType.TIME: translate("Wording", "time"),
        EntityType.MONEY: translate("Wording", "sum of money"),
        EntityType.PERCENT: translate("Wording", "percentage"),
        EntityType.QUANTITY: translate("Wording", "quantity"),
        EntityType.CARDINAL: translate("Wording", "number"),
        EntityType.ORDINAL: translate("Wording", "rank"),
    }[kind]


def state_name(state: QuotationState) -> str:
    """Return the label of a quotation's state."""
    return {
        QuotationState.VERBATIM: translate("Wording", "verbatim"),
        QuotationState.ALTERED: translate("Wording", "altered"),
        QuotationState.ONLY_LEFT: translate("Wording", "only left"),
        QuotationState.ONLY_RIGHT: translate("Wording", "only right"),
    }[state]


def change_name(kind: ChangeKind) -> str:
    """Return the label of one change."""
    return {
        ChangeKind.FIGURE: translate("Wording", "Figure"),
        ChangeKind.DATE: translate("Wording", "Date or time"),
        ChangeKind.NAME: translate("Wording", "Name"),
        ChangeKind.QUOTATION: translate("Wording", "Quotation"),
        ChangeKind.ATTRIBUTION: translate("Wording", "Attribution"),
        ChangeKind.NEGATION: translate("Wording", "Negation"),
        ChangeKind.HEDGE: translate("Wording", "Hedge"),
    }[kind]


def changes_name(kind: ChangeKind) -> str:
    """Return the heading of all changes of a kind."""
    return {
        ChangeKind.FIGURE: translate("Wording", "Figures"),
        ChangeKind.DATE: translate("Wording", "Dates"),
        ChangeKind.NAME: translate("Wording", "Names"),
        ChangeKind.QUOTATION: translate("Wording", "Quotes"),
        ChangeKind.ATTRIBUTION: translate("Wording", "Attribution"),
        ChangeKind.NEGATION: translate("Wording", "Negation"),
        ChangeKind.HEDGE: translate("Wording", "Hedges"),
    }[kind]
